// Every limit of the penalty procedures: number, who is obliged, article, how it was seen, prolongation, what stops it, from when.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { penaltyLimits } from '../../../law/time-limits/penalty.ts';
import type { Span, TimeLimit } from '../../../schemas/time-limit.ts';

const lengthOf = (span: Span): string => {
  const [[unit, n]] = Object.entries(span) as [[string, unknown]];
  return `${n} ${unit}`;
};
const basisOf = ({ basis }: Pick<TimeLimit, 'basis'>): string =>
  basis.map(({ act, article }) => [act, article].filter(Boolean).join(' ')).join(', ');

const YB = 'medical-insurance';
const SJ = 'market-regulation';
const SAMR = `${SJ} drug-regulation`;
const OTHERS = 'health drug-regulation';
const ALL = `${YB} ${SJ} ${OTHERS}`;
const REVIEWERS = 'justice government-office';

/** As the law is from the first day that is named on. */
const ROWS: readonly (readonly [
  id: string,
  from: string,
  length: string,
  obliges: string,
  basis: string,
  source: string,
  ladder: string,
])[] = [
  ['smr-verify', '2021-07-15', '15 workingDays', SAMR, 'SAMR2 18(1)', 'primary-text', 'penalty-organ'],
  [
    'pen-preserve',
    '2021-07-15',
    '7 workingDays',
    YB,
    'N4 26(1), N4 28, CF 56',
    'primary-text',
    'penalty-organ',
  ],
  [
    'cfp-preserve',
    '2021-07-15',
    '7 workingDays',
    `${SJ} ${OTHERS}`,
    'CF 56',
    'primary-text',
    'penalty-organ',
  ],
  ['pen-preserve-report', '2021-07-15', '24 hours', YB, 'N4 26(2)', 'primary-text', 'penalty-organ'],
  ['smr-preserve-report', '2021-07-15', '24 hours', SAMR, 'SAMR2 33(2)', 'primary-text', 'penalty-organ'],
  ['pen-seal-report', '2021-07-15', '24 hours', YB, 'N4 29(2)', 'primary-text', 'penalty-organ'],
  ['pen-seal', '2021-05-01', '30 calendarDays', YB, 'O735 27(5), QZ 25', 'primary-text', 'penalty-organ'],
  [
    'pen-seal',
    '2021-07-15',
    '30 calendarDays',
    YB,
    'N4 31, O735 27(5), QZ 25',
    'primary-text',
    'penalty-organ',
  ],
  ['pen-seal', '2027-01-01', '30 calendarDays', YB, 'YBF 40, QZ 25, N4 31', 'primary-text', 'penalty-organ'],
  [
    'qz-seal',
    '2012-01-01',
    '30 calendarDays',
    `${SJ} drug-regulation`,
    'QZ 25',
    'primary-text',
    'penalty-organ',
  ],
  ['pen-legal-review', '2021-07-15', '10 workingDays', YB, 'N4 40(1)', 'primary-text', 'penalty-organ'],
  ['smr-legal-review', '2021-07-15', '10 workingDays', SAMR, 'SAMR2 55', 'primary-text', 'penalty-organ'],
  ['pen-hearing-request', '2021-07-15', '5 workingDays', '', 'CF 64(1)', 'primary-text', 'none'],
  [
    'pen-hearing-notice',
    '2021-07-15',
    '7 workingDaysBefore',
    ALL,
    'CF 64(2)',
    'primary-text',
    'penalty-organ',
  ],
  ['pen-decision', '2021-07-15', '90 calendarDays', YB, 'N4 45(1), CF 60', 'primary-text', 'penalty-organ'],
  ['smr-decision', '2021-07-15', '90 calendarDays', SAMR, 'SAMR2 64, CF 60', 'primary-text', 'penalty-organ'],
  ['cfp-decision', '2021-07-15', '90 calendarDays', 'health', 'CF 60', 'primary-text', 'penalty-organ'],
  ['pen-serve', '2021-07-15', '7 workingDays', YB, 'N4 59, CF 61', 'primary-text', 'penalty-organ'],
  ['smr-serve', '2021-07-15', '7 workingDays', SAMR, 'SAMR2 81, CF 61', 'primary-text', 'penalty-organ'],
  ['cfp-serve', '2021-07-15', '7 workingDays', 'health', 'CF 61', 'primary-text', 'penalty-organ'],
  ['pen-summary-file', '2021-07-15', '7 workingDays', YB, 'N4 51', 'primary-text', 'penalty-organ'],
  ['pen-pay', '2021-07-15', '15 calendarDays', '', 'CF 67(3), CF 72', 'primary-text', 'penalty-organ'],
  ['pen-instalments', '2021-07-15', 'true setByDocument', '', 'CF 66(2)', 'primary-text', 'penalty-organ'],
  ['pen-remedy-review', '2024-01-01', '60 calendarDays', '', 'FY 20', 'primary-text', 'none'],
  ['pen-remedy-suit', '2017-07-01', '6 months', '', 'SS 46', 'primary-text', 'none'],
  ['pen-urge-wait', '2012-01-01', '10 workingDays', ALL, 'QZ 54', 'primary-text', 'none'],
  ['pen-court-apply', '2012-01-01', '3 months', ALL, 'QZ 53', 'primary-text', 'none'],
  ['pen-court-accept', '2012-01-01', '5 workingDays', 'court', 'QZ 56', 'from-memory', 'consulted'],
  ['smr-close', '2021-07-15', '15 workingDays', SAMR, 'SAMR2 77', 'primary-text', 'penalty-organ'],
  [
    'pub-penalty-credit',
    '2016-05-30',
    '7 workingDays',
    `${YB} ${OTHERS}`,
    'GF33',
    'web-excerpt',
    'penalty-organ',
  ],
  ['pub-penalty-samr', '2021-09-01', '20 workingDays', SJ, 'SJGS 9', 'primary-text', 'penalty-organ'],
  [
    'pen-withdraw-publication',
    '2021-07-15',
    '3 workingDays',
    YB,
    'CF 48(2), N4 46',
    'primary-text',
    'penalty-organ',
  ],
  [
    'cfp-withdraw-publication',
    '2021-07-15',
    '3 workingDays',
    `${SJ} ${OTHERS}`,
    'CF 48(2)',
    'primary-text',
    'penalty-organ',
  ],
  ['pen-redo', '2024-01-01', 'true setByDocument', ALL, 'FY, SS', 'from-memory', 'penalty-organ'],
  ['rem-answer', '2024-01-01', '10 workingDays', ALL, 'FY 48', 'from-memory', 'penalty-organ'],
  ['rem-decide', '2024-01-01', '60 calendarDays', REVIEWERS, 'FY 62', 'primary-text', 'consulted'],
  ['rem-decide-simple', '2024-01-01', '30 calendarDays', REVIEWERS, 'FY 62', 'primary-text', 'consulted'],
  ['rem-suit-answer', '2017-07-01', '15 calendarDays', ALL, 'SS 67', 'from-memory', 'penalty-organ'],
  ['rem-judge', '2017-07-01', '6 months', 'court', 'SS 81', 'from-memory', 'consulted'],
  ['agr-penalty-verification', '2001-01-01', '15 workingDays', 'health', 'AGREED', 'agreed', 'agreed'],
  ['agr-finding-health', '2001-01-01', '15 workingDays', 'health', 'AGREED', 'agreed', 'agreed'],
  ['agr-finding-market', '2001-01-01', '15 workingDays', SJ, 'AGREED', 'agreed', 'agreed'],
  ['agr-finding-drug', '2001-01-01', '15 workingDays', 'drug-regulation', 'AGREED', 'agreed', 'agreed'],
  ['agr-finding-credit', '2001-01-01', '15 workingDays', 'development-reform', 'AGREED', 'agreed', 'agreed'],
  ['agr-finding-result', '2001-01-01', '60 calendarDays', YB, 'AGREED', 'agreed', 'agreed'],
];

describe('the limits of a penalty', () => {
  it.each(ROWS)('%s from %s: %s', (id, from, length, obliges, basis, source, ladder) => {
    const found = law.timeLimitOn(id, from) as TimeLimit;
    expect([
      found.from,
      lengthOf(found.span),
      found.obliges.join(' '),
      basisOf(found),
      found.source,
      found.ladder,
    ]).toEqual([from, length, obliges, basis, source, ladder]);
  });

  it('are all of these', () => {
    expect(penaltyLimits.map(({ id, from }) => `${id} ${from}`)).toEqual(
      ROWS.map(([id, from]) => `${id} ${from}`),
    );
  });

  it('end where the next version begins, and nowhere else', () => {
    expect(penaltyLimits.filter(({ until }) => until).map(({ id, until }) => [id, until])).toEqual([
      ['pen-seal', '2021-07-15'],
      ['pen-seal', '2027-01-01'],
    ]);
  });

  it('are prolonged to these whole lengths, by these', () => {
    const all = penaltyLimits.flatMap(({ id, extensions }) =>
      extensions.map((e) => [
        id,
        lengthOf('to' in e ? e.to : e.by),
        e.approver,
        e.after ?? null,
        'upTo' in e,
        basisOf(e),
      ]),
    );
    expect(all).toEqual([
      ['smr-verify', '30 workingDays', 'head', null, false, 'SAMR2 18(1)'],
      ['pen-seal', '60 calendarDays', 'head', null, false, 'QZ 25'],
      ['pen-seal', '60 calendarDays', 'head', null, false, 'N4 31, QZ 25'],
      ['pen-seal', '60 calendarDays', 'head', null, false, 'QZ 25, N4 31'],
      ['qz-seal', '60 calendarDays', 'head', null, false, 'QZ 25'],
      ['pen-legal-review', '20 workingDays', 'legal-unit-head', null, false, 'N4 40(1)'],
      ['smr-legal-review', '3660 workingDays', 'head', null, true, 'SAMR2 55'],
      ['pen-decision', '120 calendarDays', 'head', null, false, 'N4 45(2)'],
      ['pen-decision', '180 calendarDays', 'collective', 'decision-extension', true, 'N4 45(3)'],
      ['smr-decision', '120 calendarDays', 'head', null, false, 'SAMR2 64'],
      ['smr-decision', '3660 calendarDays', 'collective', 'smr-decision-extension', true, 'SAMR2 64'],
      ['rem-decide', '90 calendarDays', 'head', null, true, 'FY 62'],
    ]);
  });

  it('stand still only where N4 45, QZ 25, SAMR2 18 and SAMR2 64 say so', () => {
    const paused = penaltyLimits.flatMap(({ id, pause }) => (pause ? [[id, basisOf(pause)]] : []));
    expect(paused).toEqual([
      ['smr-verify', 'SAMR2 18(2)'],
      ['pen-seal', 'QZ 25(3)'],
      ['pen-seal', 'QZ 25(3)'],
      ['pen-seal', 'QZ 25(3)'],
      ['qz-seal', 'QZ 25(3)'],
      ['pen-decision', 'N4 45(4)'],
      ['smr-decision', 'SAMR2 64'],
    ]);
  });

  it('lapse where a right is lost, leave the first hour out (N4 58, SAMR2 80), and let somebody act where they only mark time', () => {
    const ids = (is: (row: (typeof penaltyLimits)[number]) => boolean) =>
      penaltyLimits.filter(is).map(({ id }) => id);
    expect(ids(({ lapses }) => lapses)).toEqual(['pen-hearing-request', 'pen-court-apply']);
    expect(ids(({ startingHour }) => startingHour !== undefined)).toEqual([
      'pen-preserve-report',
      'smr-preserve-report',
      'pen-seal-report',
    ]);
    expect(ids(({ may }) => may === true)).toEqual(['pen-urge-wait']);
  });
});
