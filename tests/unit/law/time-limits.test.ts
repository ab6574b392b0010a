// Every limit against the acts, ladders, day units and the catalogue of rows.
import { describe, expect, it } from 'vitest';
import { actOf, acts } from '../../../law/acts.ts';
import { ladderOf, ladders } from '../../../law/ladders.ts';
import { law } from '../../../law/law.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import { type Span, TimeLimit } from '../../../schemas/time-limit.ts';
import { dayUnitOf } from './day-units.ts';

/** Bodies obliged, as the catalogue's 行政机关, 公安, 检察院. */
const ORGAN = 'medical-insurance health market-regulation';
const POLICE = 'public-security';
const PROCURATORATE = 'procuratorate';

/**
 * The catalogue, row by row: the number with its unit (h hours, cd calendar days, wd working days, d days whose unit is open,
 * mo months, – none, doc set by the document), who is obliged, the basis, how the number was seen, who hears at L3.
 */
const CATALOGUE: readonly (readonly [
  id: string,
  limit: string,
  obliges: string,
  basis: string,
  source: string,
  ladder: string,
])[] = [
  ['fwd-form-team', '–', ORGAN, 'O310 5(1), YB49 3(1)', 'primary-text', 'admin-organ'],
  ['fwd-head-decision', '3 d', ORGAN, 'O310 5(2), YB49 3(1)', 'primary-text', 'admin-organ'],
  ['fwd-handover', '24 h', ORGAN, 'O310 5(2)', 'primary-text', 'admin-organ'],
  ['fwd-obvious-crime', '–', ORGAN, 'GJ2006 1(2)', 'web-excerpt', 'admin-organ'],
  ['fwd-copy-procuratorate', '–', ORGAN, 'GJ2006 1', 'web-excerpt', 'admin-organ'],
  ['fwd-late-penalty-copy', '10 cd', ORGAN, 'GJ2006 1', 'web-excerpt', 'admin-organ'],
  ['fwd-receipt-sign', '–', POLICE, 'O310 7, GA127 180(2)', 'primary-text', 'police'],
  ['fwd-supplement-notice', '24 h', POLICE, 'GA127 180(2), GT16 2', 'primary-text', 'police'],
  ['fwd-supplement', '3 cd', ORGAN, 'GA127 180(2), GT16 2', 'primary-text', 'admin-organ-to-police'],
  ['fwd-no-jurisdiction-police', '24 h', POLICE, 'O310 7, GA127 175', 'primary-text', 'police'],
  [
    'fwd-not-police-matter',
    '3 cd',
    POLICE,
    'GA127 180(3), GT16 3, O310 8, GA127 180(1)',
    'primary-text',
    'police',
  ],
  ['fwd-filing-review', '3 cd', POLICE, 'O310 8, GA127 180(1)', 'primary-text', 'police'],
  ['fwd-filing-review-econ', '3 cd', POLICE, 'GT25 16', 'web-excerpt', 'police'],
  ['fwd-filing-review-general', '3 cd', POLICE, 'GT32', 'web-excerpt', 'police'],
  ['fwd-filing-review-2006', '10 cd', POLICE, 'GJ2006 5', 'from-memory', 'police'],
  ['fwd-notfile-notice-complainant', '3 cd', POLICE, 'GA127 178', 'primary-text', 'police'],
  ['fwd-reconsider-request', '3 d', ORGAN, 'O310 9(1), GA127 181', 'primary-text', 'none'],
  ['fwd-reconsider-decision', '3 cd', POLICE, 'O310 9(2), GA127 181', 'primary-text', 'police'],
  ['fwd-supervision-request', '3 d', ORGAN, 'O310 9(2)', 'primary-text', 'none'],
  ['fwd-property-handover', '3 d', ORGAN, 'O310 12, GT16 6', 'primary-text', 'admin-organ'],
  ['fwd-penalty-after-notfile', '–', ORGAN, 'O310 10', 'primary-text', 'admin-organ'],
  ['fwd-police-jurisdiction-change', '3 cd', POLICE, 'GA127 184', 'primary-text', 'police'],
  ['fwd-case-withdrawn-notice', '3 cd', POLICE, 'GA127 189, GT16 8', 'primary-text', 'police'],
  ['fwd-return-admin-liability', '–', POLICE, 'O310 13, CF 27, GA127 177', 'primary-text', 'police'],
  ['sup-intake', '–', PROCURATORATE, 'JG2019 557, JG2019 562', 'primary-text', 'procuratorate'],
  ['sup-state-reasons', '7 cd', POLICE, 'JG2019 560, GA127 182(1)', 'primary-text', 'police'],
  ['sup-overdue-reasons', '7 cd', POLICE, 'JG2019 562', 'primary-text', 'police'],
  ['sup-reasons-ok-inform', '10 cd', PROCURATORATE, 'JG2019 561(2)', 'primary-text', 'procuratorate'],
  ['sup-notice-to-file', '15 cd', POLICE, 'JG2019 563, JG2019 564, GA127 182(2)', 'primary-text', 'police'],
  ['sup-investigation-urge', '3 mo', PROCURATORATE, 'JG2019 564(3)', 'primary-text', 'none'],
  ['sup-urge-transfer', 'doc', ORGAN, 'JG2019 557(3), GJ2021 7', 'primary-text', 'procuratorial-opinion'],
  ['sup-consult-reply', '7 cd', PROCURATORATE, 'GJ2021 13, FF6 23(1)', 'from-memory', 'procuratorate'],
  ['sup-platform-entry', '7 cd', PROCURATORATE, 'GJ2021 16', 'from-memory', 'procuratorate'],
  ['sup-revoke-objection', '7 cd', PROCURATORATE, 'JG2019 565', 'primary-text', 'procuratorate'],
  ['sup-revoke-objection-review', '15 cd', PROCURATORATE, 'JG2019 565', 'primary-text', 'procuratorate'],
  ['clue-verify', '15 wd', 'medical-insurance', 'N4 14', 'primary-text', 'penalty-organ'],
];

const lengthOf = (span: Span): string => {
  if ('hours' in span) return `${span.hours} h`;
  if ('calendarDays' in span) return `${span.calendarDays} cd`;
  if ('workingDays' in span) return `${span.workingDays} wd`;
  if ('unsettledDays' in span) return `${span.unsettledDays} d`;
  if ('months' in span) return `${span.months} mo`;
  return 'setByDocument' in span ? 'doc' : '–';
};

const byName = timeLimits.map((limit) => [limit.id, limit] as const);

describe('the catalogue', () => {
  it.each(CATALOGUE)('%s: %s', (id, limit, obliges, basis, source, ladder) => {
    const found = law.timeLimitOn(id, '2026-11-22');
    const cited = (found?.basis ?? []).map(({ act, article }) => [act, article].filter(Boolean).join(' '));
    expect({
      limit: found && lengthOf(found.span),
      obliges: found?.obliges.join(' '),
      basis: cited.join(', '),
      source: found?.source,
      ladder: found?.ladder,
      kind: found?.kind,
      pause: found?.pause,
      reminders: found?.remindAtPerMille,
    }).toEqual({
      limit,
      obliges,
      basis,
      source,
      ladder,
      kind: 'statutory',
      pause: false,
      reminders: [500, 800],
    });
  });

  it('has no statutory limit beside its rows', () => {
    const known = new Set(CATALOGUE.map(([id]) => id));
    expect(timeLimits.filter(({ id, kind }) => kind !== 'agreed' && !known.has(id))).toEqual([]);
  });

  it('prolongs only what a row allows, each to its whole length and by its approver', () => {
    const all = timeLimits.flatMap(({ id, extensions }) =>
      extensions.map((e) => [id, lengthOf(e.to), e.approver, e.after ?? null]),
    );
    expect(all).toEqual([
      ['fwd-filing-review-econ', '10 cd', 'head', null],
      ['fwd-filing-review-econ', '30 cd', 'county-police-head', null],
      ['fwd-filing-review-econ', '60 cd', 'higher-police', 'to-30-days'],
      ['fwd-filing-review-general', '7 cd', 'head', null],
      ['fwd-filing-review-general', '30 cd', 'county-police-head', null],
      ['fwd-filing-review-2006', '30 cd', 'county-police-head', null],
      ['clue-verify', '30 wd', 'head', null],
    ]);
  });

  it('agrees on 2 working days to acknowledge, 5 to accept or return, 15 to a first and 60 days to a final feedback', () => {
    const agreed = timeLimits
      .filter(({ kind }) => kind === 'agreed')
      .map(({ id, span }) => [id, lengthOf(span)]);
    expect(Object.fromEntries(agreed)).toEqual({
      'agr-hand-off-receipt': '2 wd',
      'agr-clue-acknowledge': '2 wd',
      'agr-clue-triage': '5 wd',
      'agr-clue-reroute': '5 wd',
      'agr-clue-designation': '5 wd',
      'agr-clue-first-feedback': '15 wd',
      'agr-clue-final-feedback': '60 cd',
      'agr-clue-sender-response': '5 wd',
      'agr-consultation-reply': '15 wd',
      'agr-early-intervention-reply': '5 wd',
      'agr-supervision-intake': '2 wd',
      'agr-supervision-examination': '15 wd',
    });
  });

  it('gives the limit in force on a date, from its first day on', () => {
    expect(law.timeLimitOn('clue-verify', '2021-07-14')).toBeUndefined();
    expect(law.timeLimitOn('clue-verify', '2021-07-15')?.span).toEqual({ workingDays: 15 });
    expect(law.timeLimitOn('no-such-limit', '2024-01-01')).toBeUndefined();
  });

  it('never has two limits of one id in force on the same day', () => {
    for (const [id, limit] of byName)
      for (const other of timeLimits)
        if (other !== limit && other.id === id)
          expect(other.from >= (limit.until ?? '9999') || limit.from >= (other.until ?? '9999')).toBe(true);
  });

  it('runs only the 3 days of O310 8 for the filing review by default', () => {
    const active = timeLimits.filter((limit) => limit.id.startsWith('fwd-filing-review') && limit.active);
    expect(active.map((limit) => limit.id)).toEqual(['fwd-filing-review']);
    expect(active[0]?.span).toEqual({ calendarDays: 3 });
  });

  it('lets the rights of O310 9 lapse, and nothing else', () => {
    expect(timeLimits.filter((limit) => limit.lapses).map((limit) => limit.id)).toEqual([
      'fwd-reconsider-request',
      'fwd-supervision-request',
    ]);
  });

  it('keeps the numbers from memory apart', () => {
    expect(timeLimits.filter((limit) => limit.source === 'from-memory').map((limit) => limit.id)).toEqual([
      'fwd-filing-review-2006',
      'sup-consult-reply',
      'sup-platform-entry',
    ]);
  });

  it('is plain JSON, and uses every act it lists or the clock rules do', () => {
    expect(JSON.parse(JSON.stringify(timeLimits))).toEqual(timeLimits);
    const used = new Set(
      timeLimits.flatMap((limit) =>
        [...limit.basis, ...limit.extensions.flatMap((e) => e.basis)].map((b) => b.act),
      ),
    );
    const rules = ['XS', 'MF', 'MS', 'QZ', 'FY', 'JR', 'O735', 'YBF'];
    expect(Object.keys(acts).filter((key) => !used.has(key) && !rules.includes(key))).toEqual([]);
  });
});

describe.each(byName)('%s', (_, limit) => {
  it('is what its schema says, in both languages', () => {
    expect(TimeLimit.parse(limit)).toEqual(limit);
    expect(
      [limit.title.zh, limit.title.en, limit.duty.zh, limit.duty.en].every((text) => text.length > 1),
    ).toBe(true);
  });

  it('rests on acts that exist, one of them in force when the limit begins', () => {
    expect(limit.basis.every((basis) => actOf(basis.act) !== undefined)).toBe(true);
    expect(limit.basis.some((basis) => (actOf(basis.act)?.from ?? '9999') <= limit.from)).toBe(true);
    for (const extension of limit.extensions)
      expect(extension.basis.every((basis) => actOf(basis.act) !== undefined)).toBe(true);
  });

  it('has a ladder of its kind, with somebody on every step', () => {
    expect(Object.hasOwn(ladders, limit.ladder)).toBe(true);
    expect(ladderOf(limit.ladder).every((step) => step.to.length > 0)).toBe(true);
    if (limit.kind === 'agreed') expect(limit.ladder).toBe('agreed');
    else expect(limit.ladder).not.toBe('agreed');
    if (limit.lapses) expect(limit.ladder).toBe('none');
  });

  it('is agreed exactly when its id, kind, source and basis say so', () => {
    const isAgreed = limit.id.startsWith('agr-');
    expect([limit.kind === 'agreed', limit.source === 'agreed', limit.basis[0]?.act === 'AGREED']).toEqual([
      isAgreed,
      isAgreed,
      isAgreed,
    ]);
  });

  it('counts days in the unit its act gives them', () => {
    const act = limit.basis[0]?.act ?? '';
    const span = limit.span;
    const [days, unit] =
      'calendarDays' in span
        ? [span.calendarDays, 'calendar']
        : 'workingDays' in span
          ? [span.workingDays, 'working']
          : 'unsettledDays' in span
            ? [span.unsettledDays, 'unsettled']
            : [0, ''];
    if (days === 0) return;
    const lawful = dayUnitOf(act, days, limit.obliges);
    expect(lawful === 'explicit' || lawful === unit).toBe(true);
  });

  it('reminds inside its length, in order', () => {
    expect([...limit.remindAtPerMille].sort((a, b) => a - b)).toEqual(limit.remindAtPerMille);
  });
});

describe('ladders', () => {
  it.each([
    // O310 14, 16
    ['admin-organ', ['procuratorate', 'superior', 'government-office', 'supervisory-organ']],
    ['admin-organ-to-police', ['procuratorate', 'superior', 'government-office', 'supervisory-organ']],
    // O310 17, JG2019 562
    ['police', ['procuratorate', 'superior', 'government-office', 'superior-government']],
    ['procuratorate', ['superior']],
    // GJ2021 7, 11
    ['procuratorial-opinion', ['procuratorate', 'justice', 'superior']],
    // CF 76: no crime, hence no procuratorate
    ['penalty-organ', ['superior', 'supervisory-organ']],
  ])('%s: the head first, then sender and joint-meeting office, then %j', (key, third) => {
    const [first, second, last] = ladderOf(key);
    expect(first?.to.slice(0, 2)).toEqual(['obliged-head', 'obliged-liaison']);
    expect(second?.to).toEqual(['sender', 'joint-meeting-office']);
    expect(last?.to).toEqual(third);
  });

  it('escalate at 0, 3 and 5 working days; agreed ones stop at the joint-meeting office', () => {
    for (const [key, steps] of Object.entries(ladders)) {
      expect(steps.map((step) => step.workingDaysAfter)).toEqual([0, 3, 5].slice(0, steps.length));
      if (key === 'agreed')
        expect(
          steps.flatMap((step) => [...step.to]).filter((to) => /procuratorate|superior|government/.test(to)),
        ).toEqual([]);
    }
  });
});

describe('days of an act', () => {
  const unitIn = (act: string) => (days: number) => dayUnitOf(act, days, ['medical-insurance']);
  const [cf85, qz69, fy88] = [unitIn('CF'), unitIn('QZ'), unitIn('FY')];

  it('clk-cf85: under the Penalties Law 2, 3, 5 and 7 days are working days, 10 and 30 are not', () => {
    expect([2, 3, 5, 7].map(cf85)).toEqual(['working', 'working', 'working', 'working']);
    expect([1, 4, 6, 10, 15, 30, 60, 90].every((days) => cf85(days) === 'calendar')).toBe(true);
  });

  it('clk-qz69: under the Compulsion Law ten days or less are working days, eleven are not', () => {
    expect([1, 3, 10].every((days) => qz69(days) === 'working')).toBe(true);
    expect([11, 30].every((days) => qz69(days) === 'calendar')).toBe(true);
  });

  it('clk-fy88: under the Reconsideration Law 3, 5, 7 and 10 days are working days, 60 are not', () => {
    expect([3, 5, 7, 10].every((days) => fy88(days) === 'working')).toBe(true);
    expect([2, 15, 30, 60].every((days) => fy88(days) === 'calendar')).toBe(true);
  });

  it('clk-o310-unit: are left open for administrative organs, and calendar days for the police', () => {
    expect(dayUnitOf('O310', 3, ['medical-insurance', 'health'])).toBe('unsettled');
    expect(dayUnitOf('O310', 3, ['public-security'])).toBe('calendar');
  });
});
