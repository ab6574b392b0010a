// For how long market and drug regulation publish at least and at most (SJGS 13 to 15): what is taken off sooner is what a repair of credit
// ends, and that only once it was published for as long as it must be.
import type { Test } from '../schemas/condition.ts';
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';

/** What the publication itself said. */
export const saidAtPublication = (name: string, is: boolean): Test => ({
  field: { name, saidBy: 'publish-decision', ...(is ? {} : { absent: true as const }) },
});

export const PUBLISHED_UNTIL = {
  publishedUntil: { kind: 'date', title: ['限制期满日', 'day the restriction ends'] },
} as const satisfies Record<string, FieldLiteral>;

/** SJGS 14(2), 14(3): stopped or barred until a day that is said, or else as long as what is revoked. */
export const inFull = (revoked: readonly Test[], restricted: readonly Test[]): Test => ({
  anyOf: [...revoked, { allOf: [{ anyOf: restricted }, saidAtPublication('publishedUntil', false)] }],
});
export const PUBLISHED_IN_FULL = {
  title: [
    '降低资质、吊销、关闭，或者未载明限制期满日时',
    'where it revokes or closes, or nobody said when a restriction ends',
  ],
  refusal: ['不属于不得提前停止公示的处罚', 'It may be taken off before the three years are over'],
  basis: [
    { act: 'SJGS', article: '14(2)' },
    { act: 'SJGS', article: '14(3)' },
  ],
} as const satisfies Omit<ConditionLiteral, 'if'>;

/** @param least limits that are to run out first */
export const publishedLongEnough = (least: readonly string[]): ConditionLiteral => ({
  if: { passed: least },
  title: ['最短公示期届满后', 'once it was published for as long as it must be'],
  refusal: [
    '最短公示期或者限制期尚未届满，不得停止公示',
    'It was not published yet for as long as it must be',
  ],
  basis: [
    { act: 'SJGS', article: '13' },
    { act: 'SJGS', article: '14' },
    { act: 'SJGS', article: '15' },
  ],
});

export const PUBLISHED_WHILE_BARRED = {
  'published-while-barred': {
    if: saidAtPublication('publishedUntil', true),
    title: ['公示至限制期满时', 'where it is published until a restriction ends'],
    refusal: ['没有载明限制期', 'No restriction is said'],
  },
} as const satisfies Record<string, ConditionLiteral>;

/**
 * From the publication on.
 * @param obliges who publishes
 * @param undone by what the decision is gone
 */
export const publicationPeriod =
  <const R extends string, const C extends string>(obliges: R, undone: readonly C[]) =>
  (where: string, setBy?: 'publishedUntil') => ({
    startsOn: 'publish-decision' as const,
    again: 'anew' as const,
    where,
    ...(setBy ? { setBy } : {}),
    stopsOn: 'end-publication' as const,
    mootOn: ['withdraw-publication', ...undone] as const,
    window: true as const,
    obliges,
  });
