// Limits of the criminal side, of what comes back from it, of public order and of suggestions, row by row as the law has them.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { criminalLimits } from '../../../law/time-limits/criminal.ts';
import type { Span, TimeLimitRow } from '../../../schemas/time-limit.ts';

const ORGAN =
  'medical-insurance health market-regulation drug-regulation audit finance justice tax civil-affairs human-resources development-reform';
const POLICE = 'public-security';
const INVESTIGATORS = 'public-security discipline-inspection';
const PROCURATORATE = 'procuratorate';
const COURT = 'court';
const ANYBODY =
  'medical-insurance insurance-agency public-security procuratorate court discipline-inspection health market-regulation drug-regulation audit finance justice tax civil-affairs human-resources development-reform government-office joint-meeting-office';

/** As the law is on 22 November 2026: number, who is obliged (nobody: the person concerned), articles, how seen, who hears of it late. */
const TODAY: readonly (readonly [string, string, string, string, string, string])[] = [
  ['pro-arrest-undetained', '15 cd', PROCURATORATE, 'JG2019 282', 'primary-text', 'procuratorate'],
  ['pro-review', '1 mo', PROCURATORATE, 'XS 172(1), JG2019 351', 'primary-text', 'procuratorate'],
  ['pro-review-fast-track', '10 cd', PROCURATORATE, 'XS 172(1), JG2019 273', 'primary-text', 'procuratorate'],
  ['pro-supplement', '1 mo', INVESTIGATORS, 'XS 175(3), JG2019 346', 'primary-text', 'police-duty'],
  ['pro-decision-after-withdrawal', '30 cd', PROCURATORATE, 'JG2019 424(2)', 'primary-text', 'procuratorate'],
  ['pro-petition', '7 cd', '', 'XS 181', 'primary-text', 'none'],
  ['pro-petition-decision', '3 mo', PROCURATORATE, 'JG2019 386', 'primary-text', 'procuratorate'],
  [
    'pro-reconsider-non-prosecution',
    '30 cd',
    PROCURATORATE,
    'JG2019 379(2)',
    'primary-text',
    'procuratorate',
  ],
  ['pro-review-non-prosecution', '30 cd', PROCURATORATE, 'JG2019 379(1), JG2019 380', 'primary-text', 'none'],
  ['pro-trial', '2 mo', COURT, 'XS 208(1)', 'primary-text', 'court'],
  ['pro-judgment-service', '5 cd', COURT, 'XS 202(2)', 'primary-text', 'court'],
  ['pro-appeal', '10 cd', '', 'XS 230', 'primary-text', 'none'],
  ['pro-protest', '10 cd', PROCURATORATE, 'XS 230', 'primary-text', 'none'],
  ['pro-appeal-forward', '3 cd', COURT, 'XS 231(1)', 'primary-text', 'court'],
  ['pro-second-instance', '2 mo', COURT, 'XS 243(1)', 'primary-text', 'court'],
  ['pro-result-notice', 'at once', COURT, 'FF6 24(2)', 'primary-text', 'court'],
  ['agr-trial-receipt', '2 wd', COURT, 'AGREED', 'agreed', 'agreed'],
  ['agr-appeal-receipt', '2 wd', COURT, 'AGREED', 'agreed', 'agreed'],
  ['rev-internal-transfer', '3 wd', PROCURATORATE, 'FX2024', 'web-excerpt', 'procuratorate'],
  ['rev-review', '10 wd', PROCURATORATE, 'FX2024 12', 'web-excerpt', 'procuratorate'],
  [
    'rev-organ-reply',
    'by the paper',
    ORGAN,
    'XS 177(3), JG2019 373(2)',
    'primary-text',
    'procuratorial-opinion',
  ],
  ['rev-organ-reply-two-months', '2 mo', ORGAN, 'GJ2021 9', 'from-memory', 'procuratorial-opinion'],
  ['agr-reverse-acceptance', '5 wd', ORGAN, 'AGREED', 'agreed', 'agreed'],
  ['agr-reverse-result', '60 cd', ORGAN, 'AGREED', 'agreed', 'agreed'],
  ['agr-reverse-disagreement', '15 wd', 'procuratorate public-security court', 'AGREED', 'agreed', 'agreed'],
  ['agr-follow-up-reply', 'by the paper', ANYBODY, 'AGREED', 'agreed', 'agreed'],
  ['agr-suit-answer', '15 wd', PROCURATORATE, 'AGREED', 'agreed', 'agreed'],
  ['po-filing', 'at once', POLICE, 'ZA 90, JBA 12', 'primary-text', 'police-duty'],
  ['po-forward', '24 h', POLICE, 'GA125 61(2), JBA 8(2)', 'primary-text', 'police-duty'],
  ['po-decision', '30 cd', POLICE, 'ZA 118', 'primary-text', 'police-duty'],
  ['po-service', '2 cd', POLICE, 'ZA 116', 'primary-text', 'police-duty'],
  ['sug-reply', '2 mo', ANYBODY, 'JCJY 19', 'primary-text', 'procuratorial-suggestion'],
  ['sug-reply-urgent', 'by the paper', ANYBODY, 'JCJY 19', 'primary-text', 'procuratorial-suggestion'],
  ['sug-report-upward', '5 cd', PROCURATORATE, 'JCJY 21', 'primary-text', 'procuratorate'],
  ['sug-objection', 'at once', PROCURATORATE, 'JCJY 23', 'primary-text', 'procuratorate'],
  ['pis-reply', '2 mo', ORGAN, 'GYJS 21', 'primary-text', 'procuratorial-suggestion'],
  ['pis-reply-urgent', '15 cd', ORGAN, 'GYJS 21', 'primary-text', 'procuratorial-suggestion'],
];

/** What the law was before. */
const FORMERLY: readonly (readonly [string, string, string, string, string])[] = [
  ['pro-review', '2018-10-25', '1 mo', 'XS2012 169', 'from-memory'],
  ['pro-review', '2019-12-29', '1 mo', 'XS 172(1)', 'primary-text'],
  ['pro-review-fast-track', '2019-12-29', '10 cd', 'XS 172(1)', 'primary-text'],
  ['pro-supplement', '2018-10-25', '1 mo', 'XS2012 171', 'from-memory'],
  ['pro-supplement', '2019-12-29', '1 mo', 'XS 175(3)', 'primary-text'],
  ['pro-trial', '2018-10-25', '2 mo', 'XS2012 202', 'from-memory'],
  ['pro-appeal', '2018-10-25', '10 cd', 'XS2012 219', 'from-memory'],
  ['pro-protest', '2018-10-25', '10 cd', 'XS2012 219', 'from-memory'],
  ['pro-appeal-forward', '2018-10-25', '3 cd', 'XS2012 220', 'from-memory'],
  ['pro-second-instance', '2018-10-25', '2 mo', 'XS2012 232', 'from-memory'],
  ['rev-organ-reply', '2019-12-29', 'by the paper', 'XS 177(3)', 'primary-text'],
  ['agr-penalty-review', '2024-11-25', '15 wd', 'AGREED', 'agreed'],
  ['po-filing', '2025-12-31', 'at once', 'JBA 12', 'primary-text'],
  ['po-forward', '2023-12-31', '24 h', 'GA125 61(2)', 'primary-text'],
  ['po-decision', '2025-12-31', '30 cd', 'ZA2005 99', 'web-excerpt'],
];

/** First days, and the last one there is. */
const FROM: readonly (readonly [string, string])[] = [
  ['pro-arrest-undetained', '2019-12-30'],
  ['pro-review', '2013-01-01'],
  ['pro-review-fast-track', '2018-10-26'],
  ['pro-decision-after-withdrawal', '2019-12-30'],
  ['pro-petition', '2018-10-26'],
  ['pro-result-notice', '2024-02-28'],
  ['rev-internal-transfer', '2024-11-26'],
  ['rev-review', '2024-11-26'],
  ['rev-organ-reply', '2018-10-26'],
  ['rev-organ-reply-two-months', '2021-09-06'],
  ['po-filing', '2024-01-01'],
  ['po-decision', '2006-03-01'],
  ['po-service', '2026-01-01'],
  ['sug-reply', '2019-02-26'],
  ['pis-reply', '2018-03-02'],
];

const lengthOf = (span: Span): string => {
  if ('hours' in span) return `${span.hours} h`;
  if ('calendarDays' in span) return `${span.calendarDays} cd`;
  if ('workingDays' in span) return `${span.workingDays} wd`;
  if ('months' in span) return `${span.months} mo`;
  return 'setByDocument' in span ? 'by the paper' : 'at once';
};
const citedBy = ({ basis }: Pick<TimeLimitRow, 'basis'>) =>
  basis.map(({ act, article }) => [act, article].filter(Boolean).join(' ')).join(', ');

describe('期限', () => {
  it.each(TODAY)('%s: %s', (id, length, obliges, basis, source, ladder) => {
    const found = law.timeLimitOn(id, '2026-11-22');
    expect(
      found && [lengthOf(found.span), found.obliges.join(' '), citedBy(found), found.source, found.ladder],
    ).toEqual([length, obliges, basis, source, ladder]);
  });

  it.each(FORMERLY)('%s on %s: %s', (id, day, length, basis, source) => {
    const found = law.timeLimitOn(id, day);
    expect(found && [lengthOf(found.span), citedBy(found), found.source]).toEqual([length, basis, source]);
  });

  it.each(FROM)('%s begins on %s', (id, from) => {
    expect(law.versionsOf(id)[0]?.from).toBe(from);
  });

  it('has no row beside these, and all are active', () => {
    expect([...new Set(criminalLimits.map(({ id }) => id))].sort()).toEqual(
      [...TODAY.map(([id]) => id), 'agr-penalty-review'].sort(),
    );
    expect(criminalLimits.every(({ active }) => active)).toBe(true);
    expect(law.timeLimitOn('agr-penalty-review', '2024-11-26')).toBeUndefined();
  });

  it('is prolonged as the law says and by whom it says', () => {
    expect(
      criminalLimits.flatMap(({ id, from, extensions }) =>
        extensions.map((e) => [
          id,
          from,
          lengthOf('to' in e ? e.to : e.by),
          e.approver,
          e.after ?? null,
          'upTo' in e || null,
        ]),
      ),
    ).toEqual([
      ['pro-arrest-undetained', '2019-12-30', '20 cd', 'head', null, null],
      ['pro-review', '2013-01-01', '15 cd', 'head', null, null],
      ['pro-review', '2018-10-26', '15 cd', 'head', null, null],
      ['pro-review', '2019-12-30', '15 cd', 'head', null, null],
      ['pro-review-fast-track', '2018-10-26', '15 cd', 'head', null, null],
      ['pro-review-fast-track', '2019-12-30', '15 cd', 'head', null, null],
      ['pro-petition-decision', '2019-12-30', '6 mo', 'head', null, null],
      ['pro-trial', '2013-01-01', '3 mo', 'head', null, null],
      ['pro-trial', '2018-10-26', '3 mo', 'head', null, null],
      ['rev-review', '2024-11-26', '3660 wd', 'main-head', null, true],
      ['agr-penalty-review', '2001-01-01', '3660 wd', 'main-head', null, true],
      ['po-decision', '2006-03-01', '60 cd', 'higher-police', null, null],
      ['po-decision', '2026-01-01', '60 cd', 'higher-police', null, null],
      ['po-decision', '2026-01-01', '90 cd', 'higher-police', 'first-thirty-days', null],
    ]);
  });

  it('stands still only where its law stops it', () => {
    expect(
      criminalLimits
        .filter(({ pause }) => pause !== false)
        .map((row) => [row.id, row.from, row.pause && citedBy(row.pause)]),
    ).toEqual([
      ['pro-trial', '2013-01-01', 'XS2012 200'],
      ['pro-trial', '2018-10-26', 'XS 206(2)'],
      ['rev-review', '2024-11-26', 'FX2024 12, FX2024 13'],
      ['agr-penalty-review', '2001-01-01', 'AGREED'],
      ['po-decision', '2006-03-01', 'ZA2005 99'],
      ['po-decision', '2026-01-01', 'ZA 118'],
    ]);
  });

  it('counts months of criminal procedure from month end to month end, and no others', () => {
    const months = (isCriminal: boolean) =>
      new Set(
        criminalLimits
          .filter(({ span, monthEnd }) => 'months' in span && (monthEnd !== undefined) === isCriminal)
          .map(({ id }) => id),
      );
    expect(months(true)).toEqual(
      new Set(['pro-review', 'pro-supplement', 'pro-petition-decision', 'pro-trial', 'pro-second-instance']),
    );
    expect(months(false)).toEqual(new Set(['rev-organ-reply-two-months', 'sug-reply', 'pis-reply']));
  });

  it('lets the right to protest lapse, and nothing else', () => {
    expect(new Set(criminalLimits.filter(({ lapses }) => lapses).map(({ id }) => id))).toEqual(
      new Set(['pro-protest']),
    );
  });
});
