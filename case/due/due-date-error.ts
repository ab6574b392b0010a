// What a due date cannot be computed from. A programming shell turns the code into a rejection; it is never retried.
import type { Bilingual } from '../../schemas/ids.ts';
import { type Instant, isInRange, millisOf } from '../../schemas/instant.ts';

const WORDS = {
  LIMIT_NOT_IN_FORCE: {
    zh: '该期限在起算日不在施行期间',
    en: 'the limit is not in force on the day it starts',
  },
  DATE_MISSING: { zh: '文书未载明日期，无法计算', en: 'the document sets no date to count by' },
  DATE_BEFORE_START: {
    zh: '文书载明的日期早于起算日',
    en: 'the date the document sets is earlier than the start',
  },
  OUT_OF_RANGE: {
    zh: '期限届满将超出 1900 至 2199 年，请核对日期、延长和约定期限',
    en: 'it would end outside the years 1900 to 2199: check the dates, extensions and the agreed limit',
  },
  SPANS_DO_NOT_MIX: {
    zh: '延长的单位与原期限不能相加',
    en: 'the extension cannot be added to this span',
  },
} as const;

/** Why there is no due date. */
export type DueDateErrorCode = keyof typeof WORDS;

/** Thrown by `dueDate`; `code` says what is wrong with the question, `words` says it to people. */
export class DueDateError extends Error {
  override readonly name = 'DueDateError';
  readonly code: DueDateErrorCode;
  readonly details: readonly string[];
  readonly words: Bilingual;

  constructor(code: DueDateErrorCode, details: readonly string[] = []) {
    super([code, ...details].join(' '));
    this.code = code;
    this.details = details;
    this.words = WORDS[code];
  }
}

/**
 * What nobody could write down or read is not computed: an instant outside the years 1900 to 2199.
 * @param limit id of the limit, for the refusal
 * @throws DueDateError OUT_OF_RANGE
 */
export const requireInRange = (limit: string, ...instants: readonly (Instant | null)[]): void => {
  if (instants.some((at) => at !== null && !isInRange(millisOf(at))))
    throw new DueDateError('OUT_OF_RANGE', [limit]);
};
