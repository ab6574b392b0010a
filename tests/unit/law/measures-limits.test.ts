// Every limit of agreements, eligibility, licences, recovery and publicity against the articles it rests on.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { measureLimits } from '../../../law/time-limits/measures.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import type { Span } from '../../../schemas/time-limit.ts';

const AGENCY = 'insurance-agency';
const LICENSING = 'health market-regulation drug-regulation medical-insurance';
/** The day the catalogue is read on. */
const TODAY = '2026-11-22';

const lengthOf = (span: Span): string =>
  Object.entries(span)
    .map(([unit, many]) => (many === true ? unit : `${String(many)} ${unit}`))
    .join();

/** Id, span, who is obliged, articles, ladder, first day. All read in a copy of the text. */
const STATUTORY: readonly (readonly [string, string, string, string, string, string])[] = [
  ['elig-notice', '5 workingDays', AGENCY, 'ZF48J 31', 'agency', '2025-01-01'],
  ['elig-notice-service', '3 workingDays', AGENCY, 'ZF48J 33', 'agency', '2025-01-01'],
  ['elig-objection', '10 workingDays', '', 'ZF48J 41', 'none', '2025-01-01'],
  ['elig-objection-answer', '20 workingDays', AGENCY, 'ZF48J 44', 'agency', '2025-01-01'],
  ['elig-objection-told', 'atOnce', AGENCY, 'ZF48J 44', 'agency', '2025-01-01'],
  ['elig-recovery-request', '15 workingDaysBefore', '', 'ZF48J 39(1)', 'none', '2025-01-01'],
  ['elig-recovery-assessment', '10 workingDays', AGENCY, 'ZF48J 39(1)', 'agency', '2025-01-01'],
  ['elig-bar-one-year', '12 months', '', 'ZF48J 29, ZF48 附件2', 'none', '2025-01-01'],
  ['elig-bar-three-years', '36 months', '', 'ZF48J 29, ZF48 附件2', 'none', '2025-01-01'],
  ['elig-tell-industry', 'atOnce', AGENCY, 'ZF48J 52, ZF48 5', 'agency', '2025-01-01'],
  ['elig-national-lock', 'atOnce', AGENCY, 'ZF48J 34, ZF48J 28', 'agency', '2025-01-01'],
  ['agm-report-bureau', 'atOnce', AGENCY, 'N2 49(2), N3 46(2)', 'agency', '2021-02-01'],
  ['agm-handle-by-order', 'atOnce', AGENCY, 'N2 49(3), N3 46(3)', 'agency', '2021-02-01'],
  ['hov-hand-over', 'atOnce', AGENCY, 'JY 44', 'agency', '2023-12-01'],
  ['mea-decision', '90 calendarDays', LICENSING, 'CF 60', 'penalty-organ', '2021-07-15'],
  [
    'mea-decision-market',
    '90 calendarDays',
    'market-regulation drug-regulation',
    'SAMR2 64, CF 60',
    'penalty-organ',
    '2021-07-15',
  ],
  ['mea-hearing-request', '5 workingDays', '', 'CF 64(1)', 'none', '2021-07-15'],
  ['mea-hearing-notice', '7 workingDaysBefore', LICENSING, 'CF 64(2)', 'penalty-organ', '2021-07-15'],
  ['mea-service', '7 workingDays', LICENSING, 'CF 61', 'penalty-organ', '2021-07-15'],
  ['rec-repay', 'setByDocument', '', 'O735 13, O735 38, O735 40, O735 41', 'none', '2011-07-01'],
  [
    'pub-withdraw',
    '3 workingDays',
    'medical-insurance health market-regulation drug-regulation',
    'CF 48(2)',
    'penalty-organ',
    '2021-07-15',
  ],
];

const AGREED: Readonly<Record<string, string>> = {
  'agr-agreement-decision': '15 workingDays',
  'agr-suspension-end': 'setByDocument',
  'agr-settlement-stop': '2 workingDays',
  'agr-agreement-objection': '15 workingDays',
  'agr-handover-acceptance': '5 workingDays',
  'agr-handover-resend': '5 workingDays',
  'agr-handover-supplement': '5 workingDays',
  'agr-handover-result': '60 calendarDays',
  'agr-measure-acceptance': '5 workingDays',
  'agr-measure-resend': '5 workingDays',
  'agr-measure-first-feedback': '15 workingDays',
  'agr-measure-execution': '15 workingDays',
  'agr-measure-report': '5 workingDays',
  'agr-measure-objection': '15 workingDays',
  'agr-recovery-into-fund': '5 workingDays',
  'agr-recovery-confirm': '5 workingDays',
  'agr-result-use': '15 workingDays',
  'agr-result-report': '60 calendarDays',
  'agr-publicity-objection': '5 workingDays',
};

const citedBy = (basis: readonly { act: string; article?: string | undefined }[] = []): string =>
  basis.map(({ act, article }) => [act, article].filter(Boolean).join(' ')).join(', ');

describe('医保处理措施的期限', () => {
  it.each(STATUTORY)('%s: %s', (id, span, obliges, basis, ladder, from) => {
    const found = law.timeLimitOn(id, TODAY);
    expect([
      found && lengthOf(found.span),
      found?.obliges.join(' '),
      citedBy(found?.basis),
      found?.ladder,
      law.versionsOf(id)[0]?.from,
      found?.kind,
      found?.source,
    ]).toEqual([span, obliges, basis, ladder, from, 'statutory', 'primary-text']);
  });

  it.each(Object.entries(AGREED))('%s: %s, agreed and no breach of law', (id, span) => {
    const found = law.timeLimitOn(id, TODAY);
    expect([found && lengthOf(found.span), found?.kind, found?.ladder]).toEqual([span, 'agreed', 'agreed']);
  });

  it('are these and no others', () => {
    const named = new Set([...STATUTORY.map(([id]) => id), ...Object.keys(AGREED)]);
    expect(new Set(measureLimits.map(({ id }) => id))).toEqual(named);
  });

  it('are prolonged only for the drug business: by the head to 120 days, then by those in charge together', () => {
    expect(
      measureLimits.flatMap(({ id, extensions }) =>
        extensions.map((e) => [
          id,
          lengthOf('to' in e ? e.to : e.by),
          e.approver,
          e.after ?? null,
          citedBy(e.basis),
        ]),
      ),
    ).toEqual([
      ['mea-decision-market', '120 calendarDays', 'head', null, 'SAMR2 64'],
      ['mea-decision-market', '3660 calendarDays', 'collective', 'market-thirty-days', 'SAMR2 64'],
    ]);
  });

  it('stand still only where their own act says so', () => {
    const paused = measureLimits.flatMap(({ id, pause }) => (pause ? [[id, citedBy(pause.basis)]] : []));
    expect(paused).toEqual([
      ['elig-objection-answer', 'ZF48J 44'],
      ['mea-decision-market', 'SAMR2 64(2)'],
    ]);
  });

  it('let two rights lapse: to object to points, to ask for a hearing', () => {
    expect(measureLimits.filter(({ lapses }) => lapses).map(({ id }) => id)).toEqual([
      'elig-objection',
      'mea-hearing-request',
    ]);
  });

  it('mark what may be done only after a time', () => {
    expect(measureLimits.filter(({ may }) => may).map(({ id }) => id)).toEqual([
      'elig-recovery-request',
      'elig-bar-one-year',
      'elig-bar-three-years',
    ]);
  });

  it('demand money back under the act of the day', () => {
    expect(
      ['2018-05-01', '2023-05-01', '2027-02-01'].map((day) =>
        citedBy(law.timeLimitOn('rec-repay', day)?.basis),
      ),
    ).toEqual(['SB 87, SB 88', 'O735 13, O735 38, O735 40, O735 41', 'YBF 51, O735 13']);
  });

  it('did not exist before their acts', () => {
    for (const { id } of timeLimits.filter(({ id }) => /^(elig|agm|hov|mea)-|^pub-withdraw$/.test(id)))
      expect(law.timeLimitOn(id, '2021-01-31'), id).toBeUndefined();
  });
});
