// How long somebody is banned from a trade: for life, or for so many months, of which the end is on record. The law of the trade says from
// how long on (YJ 58; YP 118 to 142).
import type { Test } from '../schemas/condition.ts';
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';

const TERM = 'banTerm';
const MONTHS = 'bannedMonths';

/** Fields of a ban by this command. No law sets a most; what would end after fifty years is for life. */
export const banFields = (from: string) =>
  ({
    banTerm: {
      kind: 'code',
      title: ['禁止从业期限', 'how long the ban is'],
      options: { 'for-life': ['终身', 'for life'], 'for-months': ['定期', 'for so many months'] },
    },
    bannedMonths: { kind: 'count', least: 60, most: 600, title: ['禁止从业月数', 'months of the ban'] },
    bannedUntil: {
      kind: 'date',
      counted: { months: MONTHS, from },
      title: ['禁止从业期满日', 'day the ban ends'],
    },
  }) as const satisfies Record<string, FieldLiteral>;
export const BAN_NEEDS = [TERM] as const;
export const BAN_TAKES = [MONTHS, 'bannedUntil'] as const;

/** For life, or for months of which one of these holds; never both. */
const hasTerm = (...months: Test[]): Test => ({
  anyOf: [
    {
      allOf: [
        { field: { name: TERM, is: 'for-life' } },
        { field: { name: MONTHS, absent: true, now: true } },
      ],
    },
    { allOf: [{ field: { name: TERM, is: 'for-months' } }, { anyOf: months }] },
  ],
});
const isFrom = (atLeast: number): Test => ({ field: { name: MONTHS, atLeast, now: true } });
const CODE = 'BAN_TOO_SHORT';

export const BANNED_FROM_PRACTICE = {
  'banned-for-five-years-or-more': {
    if: hasTerm(isFrom(60)),
    title: ['禁止五年以上直至终身时', 'where it is for five years at least, or for life'],
    code: CODE,
    refusal: [
      '禁止从事医疗卫生服务为五年直至终身；定期的应当载明月数',
      'The ban is for five years at least, or for life; where it is no ban for life say for how many months',
    ],
    basis: [{ act: 'YJ', article: '58' }],
  },
} as const satisfies Record<string, ConditionLiteral>;

export const BANNED_FROM_DRUGS = {
  'banned-as-the-drug-law-says': {
    // Five years for who took benefits (YP 142(1)), ten years at least for all else.
    if: hasTerm(isFrom(120), { field: { name: MONTHS, is: 60, now: true } }),
    title: ['禁止五年、十年以上直至终身时', 'where it is for five years, for ten at least, or for life'],
    code: CODE,
    refusal: [
      '禁止从事药品生产经营活动为十年以上直至终身，购销中收受不正当利益的为五年；定期的应当载明月数',
      'The ban is for ten years at least or for life, for five where benefits were taken in trading; where it is no ban for life say the months',
    ],
    basis: [
      { act: 'YP', article: '118' },
      { act: 'YP', article: '122' },
      { act: 'YP', article: '126' },
      { act: 'YP', article: '141' },
      { act: 'YP', article: '142' },
    ],
  },
} as const satisfies Record<string, ConditionLiteral>;
