// What a due date cannot be computed from. A programming shell turns the code into a rejection; it is never retried.

const MESSAGES = {
  LIMIT_NOT_IN_FORCE: '该期限在起算日不在施行期间 / the limit is not in force on the day it starts',
  DATE_MISSING: '文书未载明日期，无法计算 / the document sets no date to count by',
  DATE_BEFORE_START: '文书载明的日期早于起算日 / the date the document sets is earlier than the start',
  SPANS_DO_NOT_MIX: '延长的单位与原期限不能相加 / the extension cannot be added to this span',
} as const;

/** Why there is no due date. */
export type DueDateErrorCode = keyof typeof MESSAGES;

/** Thrown by `dueDate`; `code` says what is wrong with the question. */
export class DueDateError extends Error {
  override readonly name = 'DueDateError';
  readonly code: DueDateErrorCode;
  readonly details: readonly string[];

  constructor(code: DueDateErrorCode, details: readonly string[] = []) {
    super([`${code}: ${MESSAGES[code]}`, ...details].join(' '));
    this.code = code;
    this.details = details;
  }
}
