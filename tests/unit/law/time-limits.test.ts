// Every limit against the acts, ladders, day units and the catalogue of rows.
import { describe, expect, it } from 'vitest';
import { actOf, acts } from '../../../law/acts.ts';
import { administrativeOrgans } from '../../../law/administrative-organs.ts';
import { formerBodies } from '../../../law/former-bodies.ts';
import { ladderOf, ladders } from '../../../law/ladders.ts';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import { type LimitSource, type Span, TimeLimit } from '../../../schemas/time-limit.ts';
import { dayUnitOf } from './day-units.ts';

/** Bodies obliged, as the catalogue's 行政机关, 公安, 检察院. */
const ORGAN =
  'medical-insurance health market-regulation drug-regulation audit finance justice tax civil-affairs human-resources development-reform';
const POLICE = 'public-security';
const PROCURATORATE = 'procuratorate';

/**
 * The catalogue as the law is today, row by row: the number with its unit (h hours, cd calendar days, wd working days, d days whose unit is open,
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
  ['fwd-form-team', '–', ORGAN, 'O310 5(1)', 'primary-text', 'admin-organ'],
  ['fwd-head-decision', '3 d', ORGAN, 'O310 5(2)', 'primary-text', 'admin-organ'],
  ['fwd-handover', '24 h', ORGAN, 'O310 5(2)', 'primary-text', 'admin-organ'],
  ['fwd-obvious-crime', '–', ORGAN, 'GJ2006 1(2)', 'web-excerpt', 'admin-organ'],
  ['fwd-copy-procuratorate', '–', ORGAN, 'GJ2006 1', 'web-excerpt', 'admin-organ'],
  ['fwd-late-penalty-copy', '10 cd', ORGAN, 'GJ2006 1', 'web-excerpt', 'penalty-organ'],
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
  ['fwd-filing-review-general', '3 cd', POLICE, 'GT32 2(1)', 'primary-text', 'police'],
  ['fwd-filing-review-2006', '10 cd', POLICE, 'GJ2006 5', 'from-memory', 'police'],
  ['fwd-notfile-notice-complainant', '3 cd', POLICE, 'GA127 178', 'primary-text', 'police-duty'],
  ['fwd-reconsider-request', '3 d', ORGAN, 'O310 9(1), GA127 181', 'primary-text', 'none'],
  ['fwd-reconsider-decision', '3 d', POLICE, 'O310 9(2), GA127 181, GA133 28', 'primary-text', 'police'],
  ['fwd-supervision-request', '3 d', ORGAN, 'O310 9(2)', 'primary-text', 'none'],
  ['fwd-property-handover', '3 d', ORGAN, 'O310 12, GT16 6', 'primary-text', 'admin-organ-to-police'],
  ['fwd-penalty-after-notfile', '–', ORGAN, 'O310 10', 'primary-text', 'penalty-organ'],
  ['fwd-police-jurisdiction-change', '3 cd', POLICE, 'GA127 184', 'primary-text', 'police-duty'],
  ['fwd-case-withdrawn-notice', '3 cd', POLICE, 'GA127 189, GT16 8', 'primary-text', 'police-duty'],
  ['fwd-return-admin-liability', '–', POLICE, 'O310 13, CF 27, GA127 177', 'primary-text', 'police'],
  ['sup-intake', '–', PROCURATORATE, 'JG2019 557, JG2019 562', 'primary-text', 'procuratorate'],
  ['sup-state-reasons', '7 cd', POLICE, 'JG2019 560, GA127 182(1)', 'primary-text', 'police-duty'],
  ['sup-overdue-reasons', '7 cd', POLICE, 'JG2019 562', 'primary-text', 'police'],
  ['sup-reasons-ok-inform', '10 cd', PROCURATORATE, 'JG2019 561(2)', 'primary-text', 'procuratorate'],
  [
    'sup-notice-to-file',
    '15 cd',
    POLICE,
    'JG2019 563, JG2019 564, GA127 182(2)',
    'primary-text',
    'police-duty',
  ],
  ['sup-investigation-urge', '3 mo', PROCURATORATE, 'JG2019 564(3)', 'primary-text', 'none'],
  ['sup-urge-transfer', 'doc', ORGAN, 'JG2019 557(3), GJ2021 7', 'primary-text', 'procuratorial-opinion'],
  [
    'sup-consult-reply',
    '7 cd',
    `${POLICE} ${PROCURATORATE}`,
    'GJ2006 10, GJ2021 13, FF6 23(1)',
    'from-memory',
    'consulted',
  ],
  ['sup-platform-entry', '7 cd', PROCURATORATE, 'GJ2021 16', 'from-memory', 'procuratorate'],
  ['sup-revoke-objection', '7 cd', PROCURATORATE, 'JG2019 565', 'primary-text', 'procuratorate'],
  ['sup-revoke-objection-review', '15 cd', PROCURATORATE, 'JG2019 565', 'primary-text', 'none'],
  ['sup-state-filing-reasons', '7 cd', POLICE, 'JG2019 560, GJ2010 7', 'primary-text', 'police-duty'],
  ['sup-notice-to-withdraw', '15 cd', POLICE, 'JG2019 563, JG2019 564(2)', 'primary-text', 'police-duty'],
  ['sup-object-to-withdrawal', '5 cd', POLICE, 'GJ2010', 'web-excerpt', 'none'],
  ['sup-request-higher-review', '5 cd', POLICE, 'GJ2010', 'web-excerpt', 'none'],
  ['sup-withdraw-after-review', '–', POLICE, 'GJ2010, JG2019 565(3)', 'web-excerpt', 'police-duty'],
  ['clue-verify', '15 wd', 'medical-insurance', 'N4 14', 'primary-text', 'penalty-organ'],
];

/** What the law was before: the day, the number, the articles in force then, how they were seen. */
const FORMERLY: readonly (readonly [
  id: string,
  day: string,
  limit: string,
  basis: string,
  source: string,
])[] = [
  ['fwd-receipt-sign', '2020-08-31', '–', 'O310 7', 'primary-text'],
  ['fwd-supplement-notice', '2020-08-31', '24 h', 'GT16 2', 'cross-checked'],
  ['fwd-supplement', '2018-05-01', '3 cd', 'GT16 2', 'cross-checked'],
  ['fwd-no-jurisdiction-police', '2012-05-01', '24 h', 'O310 7', 'primary-text'],
  ['fwd-no-jurisdiction-police', '2018-05-01', '24 h', 'O310 7, GA2012 172', 'primary-text'],
  ['fwd-not-police-matter', '2018-05-01', '3 cd', 'GT16 3, O310 8', 'primary-text'],
  ['fwd-filing-review', '2012-12-31', '3 cd', 'O310 8', 'primary-text'],
  ['fwd-filing-review', '2017-09-01', '3 cd', 'O310 8, GA2012 177', 'primary-text'],
  ['fwd-notfile-notice-complainant', '2017-09-01', '3 cd', 'GA2012 175', 'web-excerpt'],
  ['fwd-reconsider-request', '2017-09-01', '3 d', 'O310 9(1), GA2012 178', 'primary-text'],
  ['fwd-reconsider-decision', '2012-09-01', '3 cd', 'O310 9(2)', 'primary-text'],
  ['fwd-reconsider-decision', '2014-10-31', '3 cd', 'O310 9(2), GA2012 178', 'primary-text'],
  ['fwd-reconsider-decision', '2017-09-01', '3 d', 'O310 9(2), GA2012 178, GA133 28', 'primary-text'],
  ['fwd-property-handover', '2016-06-15', '3 d', 'O310 12', 'primary-text'],
  ['fwd-case-withdrawn-notice', '2015-09-01', '3 cd', 'GA2012 185', 'web-excerpt'],
  ['fwd-case-withdrawn-notice', '2017-09-01', '3 cd', 'GA2012 185, GT16 8', 'web-excerpt'],
  ['fwd-return-admin-liability', '2020-08-31', '–', 'O310 13', 'primary-text'],
  ['fwd-return-admin-liability', '2021-07-14', '–', 'O310 13, GA127 177', 'primary-text'],
  ['sup-intake', '2012-12-31', '–', 'GJ2010 4', 'web-excerpt'],
  ['sup-intake', '2019-12-29', '–', 'JG2012 553, GJ2010 4', 'primary-text'],
  ['sup-state-reasons', '2012-12-31', '7 cd', 'GJ2010 7', 'web-excerpt'],
  ['sup-state-reasons', '2019-12-29', '7 cd', 'LB2012 18, GJ2010 7, JG2012 557, GA2012 179', 'primary-text'],
  ['sup-state-reasons', '2020-08-31', '7 cd', 'JG2019 560, LB2012 18, GA2012 179', 'primary-text'],
  ['sup-reasons-ok-inform', '2019-12-29', '10 cd', 'JG2012 558(2)', 'primary-text'],
  ['sup-notice-to-file', '2012-12-31', '15 cd', 'GJ2010', 'web-excerpt'],
  [
    'sup-notice-to-file',
    '2019-12-29',
    '15 cd',
    'LB2012 18, GJ2010, JG2012 559, JG2012 560(2), GA2012 179',
    'primary-text',
  ],
  ['sup-investigation-urge', '2019-12-29', '3 mo', 'JG2012 560(3)', 'primary-text'],
  ['sup-urge-transfer', '2019-12-29', 'doc', 'JG2012 553(3)', 'primary-text'],
  ['sup-urge-transfer', '2021-09-05', 'doc', 'JG2019 557(3)', 'primary-text'],
  ['sup-consult-reply', '2021-09-05', '7 cd', 'GJ2006 10', 'from-memory'],
  ['sup-consult-reply', '2024-02-27', '7 cd', 'GJ2006 10, GJ2021 13', 'from-memory'],
  ['sup-revoke-objection', '2012-12-31', '7 cd', 'GJ2010', 'from-memory'],
  ['sup-revoke-objection', '2019-12-29', '7 cd', 'JG2012 562(1)', 'primary-text'],
  ['sup-revoke-objection-review', '2012-12-31', '15 cd', 'GJ2010', 'web-excerpt'],
  ['sup-revoke-objection-review', '2019-12-29', '15 cd', 'JG2012 562(2)', 'primary-text'],
];

/** The first day of what did not exist before. */
const FIRST_DAYS: readonly (readonly [id: string, from: string])[] = [
  ['fwd-supplement-notice', '2016-06-16'],
  ['fwd-notfile-notice-complainant', '2013-01-01'],
  ['fwd-police-jurisdiction-change', '2020-09-01'],
  ['sup-state-reasons', '2010-10-01'],
  ['sup-overdue-reasons', '2019-12-30'],
  ['sup-reasons-ok-inform', '2013-01-01'],
  ['sup-urge-transfer', '2013-01-01'],
  ['clue-verify', '2021-07-15'],
];

const lengthOf = (span: Span): string => {
  if ('hours' in span) return `${span.hours} h`;
  if ('calendarDays' in span) return `${span.calendarDays} cd`;
  if ('workingDays' in span) return `${span.workingDays} wd`;
  if ('unsettledDays' in span) return `${span.unsettledDays} d`;
  if ('months' in span) return `${span.months} mo`;
  return 'setByDocument' in span ? 'doc' : '–';
};

/** The families below have a file of their own each (criminal-limits.test.ts …). */
const catalogued = timeLimits.filter(({ id }) =>
  /^(fwd|sup)-|^clue-verify$|^agr-(hand-off|clue|consultation|early|supervision)-/.test(id),
);
/** Ended with nothing after it: the guideline of November 2024 has its own number. */
const ENDED = ['agr-penalty-review'];

const byName = timeLimits.map((limit) => [`${limit.id}@${limit.version}`, limit] as const);

const citedBy = ({ basis = [] }: Partial<TimeLimit> = {}): string =>
  basis.map(({ act, article }) => [act, article].filter(Boolean).join(' ')).join(', ');

/** How well a text was seen, worst first. */
const SEEN: readonly LimitSource[] = [
  'from-memory',
  'cross-checked',
  'web-excerpt',
  'notice',
  'primary-text',
];
const seen = (source: LimitSource | undefined): number => SEEN.indexOf(source ?? 'from-memory');

describe('the catalogue', () => {
  it.each(CATALOGUE)('%s: %s', (id, limit, obliges, basis, source, ladder) => {
    const found = law.timeLimitOn(id, '2026-11-22');
    expect({
      limit: found && lengthOf(found.span),
      obliges: found?.obliges.join(' '),
      basis: citedBy(found),
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

  it.each(FORMERLY)('%s on %s: %s', (id, day, limit, basis, source) => {
    const found = law.timeLimitOn(id, day);
    expect([found && lengthOf(found.span), citedBy(found), found?.source]).toEqual([limit, basis, source]);
  });

  it.each(FIRST_DAYS)('%s is not known before %s', (id, from) => {
    const [first] = law.versionsOf(id);
    expect([first?.from, law.timeLimitOn(id, from)?.version]).toEqual([from, 1]);
    expect(law.timeLimitOn(id, '2001-07-09')).toBeUndefined();
  });

  it('leaves no day between two versions of a limit', () => {
    for (const id of new Set(timeLimits.map((limit) => limit.id))) {
      const versions = law.versionsOf(id);
      expect(versions.slice(0, -1).map(({ until }) => until)).toEqual(
        versions.slice(1).map(({ from }) => from),
      );
      expect(versions.at(-1)?.until === undefined || ENDED.includes(id)).toBe(true);
    }
  });

  it('leaves the starting hour out where the police have 24 hours, and not where an organ hands over', () => {
    const inHours = catalogued.filter(({ span }) => 'hours' in span);
    expect(new Set(inHours.filter(({ startingHour }) => startingHour).map(({ id }) => id))).toEqual(
      new Set(['fwd-supplement-notice', 'fwd-no-jurisdiction-police']),
    );
    expect(new Set(inHours.filter(({ startingHour }) => !startingHour).map(({ id }) => id))).toEqual(
      new Set(['fwd-handover']),
    );
    expect(catalogued.filter(({ span, startingHour }) => startingHour && !('hours' in span))).toEqual([]);
  });

  it('counts months of criminal procedure from month end to month end', () => {
    const inMonths = catalogued.filter(({ span }) => 'months' in span);
    expect(inMonths.map(({ id, monthEnd }) => [id, monthEnd])).toEqual([
      ['sup-investigation-urge', 'last-day-to-last-day'],
      ['sup-investigation-urge', 'last-day-to-last-day'],
    ]);
  });

  it('marks what somebody may do after a time, which is on no ladder and no right that lapses', () => {
    const marks = catalogued.filter(({ may }) => may);
    expect(new Set(marks.map(({ id }) => id))).toEqual(new Set(['sup-investigation-urge']));
    expect(marks.every(({ ladder, lapses }) => ladder === 'none' && !lapses)).toBe(true);
  });

  it('obliges every organ of O310 2 that has a body here', () => {
    expect(administrativeOrgans.join(' ')).toBe(ORGAN);
  });

  it('has no statutory limit beside its rows', () => {
    const known = new Set(CATALOGUE.map(([id]) => id));
    expect(catalogued.filter(({ id, kind }) => kind !== 'agreed' && !known.has(id))).toEqual([]);
  });

  it('prolongs only what a row allows, each to its whole length and by its approver', () => {
    const all = catalogued.flatMap(({ id, extensions }) =>
      extensions.map((e) => [id, lengthOf(e.to), e.approver, e.after ?? null]),
    );
    expect(all).toEqual([
      ['fwd-filing-review-econ', '10 cd', 'head', null],
      ['fwd-filing-review-econ', '30 cd', 'county-police-head', null],
      ['fwd-filing-review-econ', '60 cd', 'higher-police', 'to-30-days'],
      ['fwd-filing-review-general', '7 cd', 'head', null],
      ['fwd-filing-review-general', '30 cd', 'county-police-head', null],
      ['fwd-filing-review-2006', '30 cd', 'county-police-head', null],
      ['clue-verify', '30 wd', 'main-head', null],
    ]);
  });

  it('agrees on 2 working days to acknowledge, 5 to accept or return, 15 to a first and 60 days to a final feedback', () => {
    const agreed = catalogued
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
      'agr-clue-reply': 'doc',
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
    expect(new Set(active.map((limit) => limit.id))).toEqual(new Set(['fwd-filing-review']));
    expect(active.every(({ span }) => lengthOf(span) === '3 cd')).toBe(true);
  });

  // JG2019 557, 562: the procuratorate examines without any bar, so a proposal of supervision is never too late.
  it('lets the right to reconsideration of O310 9 lapse, and nothing else', () => {
    expect([...new Set(catalogued.filter((limit) => limit.lapses).map((limit) => limit.id))]).toEqual([
      'fwd-reconsider-request',
    ]);
  });

  it('keeps the numbers from memory apart', () => {
    const fromMemory = catalogued.filter((limit) => limit.source === 'from-memory');
    expect([...new Set(fromMemory.map((limit) => limit.id))]).toEqual([
      'fwd-filing-review-2006',
      'sup-consult-reply',
      'sup-platform-entry',
      // Before 2019 only.
      'sup-revoke-objection',
    ]);
    expect(law.timeLimitOn('sup-revoke-objection', '2019-12-30')?.source).toBe('primary-text');
  });

  it('is plain JSON, and uses every act it lists, or a procedure, a former organ or the clock rules do', () => {
    expect(JSON.parse(JSON.stringify(timeLimits))).toEqual(timeLimits);
    const used = new Set(
      [
        ...timeLimits.flatMap((limit) => [...limit.basis, ...limit.extensions.flatMap((e) => e.basis)]),
        ...procedures.flatMap(({ basis }) => basis),
        ...Object.values(formerBodies).flatMap(({ basis }) => basis),
      ].map((b) => b.act),
    );
    const rules = ['XS', 'XSJS', 'MF', 'MS', 'QZ', 'FY', 'JR', 'O735', 'YBF'];
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

  it('cites only acts in force on every day it is', () => {
    for (const { act } of [...limit.basis, ...limit.extensions.flatMap(({ basis }) => basis)]) {
      const found = actOf(act);
      expect(found && found.from <= limit.from).toBe(true);
      expect((found?.until ?? '9999') >= (limit.until ?? '9999')).toBe(true);
    }
  });

  it('is no better seen than the best of its acts', () => {
    if (limit.kind === 'agreed') return;
    const best = Math.max(...limit.basis.map(({ act }) => seen(actOf(act)?.source)));
    expect(seen(limit.source)).toBeLessThanOrEqual(best);
  });

  it('has a ladder of its kind, with somebody on every step', () => {
    expect(Object.hasOwn(ladders, limit.ladder)).toBe(true);
    expect(ladderOf(limit.ladder).every((step) => step.to.length > 0)).toBe(true);
    // The answer of a track goes on to the government that has its departments agree; what two sides agree on stays with them.
    const own = limit.id.startsWith('agr-answer-') ? 'agreed-in-region' : 'agreed';
    if (limit.kind === 'agreed') expect(limit.ladder).toBe(own);
    else expect(limit.ladder).not.toMatch(/^agreed/);
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

  it('counts days in the unit its acts give them, and leaves it open where they differ', () => {
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
    const lawful = new Set(limit.basis.map(({ act }) => dayUnitOf(act, days, limit.obliges)));
    lawful.delete('explicit');
    if (lawful.size > 0) expect(unit).toBe(lawful.size === 1 ? [...lawful][0] : 'unsettled');
  });

  it('reminds inside its length, in order', () => {
    expect([...limit.remindAtPerMille].sort((a, b) => a - b)).toEqual(limit.remindAtPerMille);
  });
});

describe('ladders', () => {
  it.each([
    // O310 14, 16
    ['admin-organ', ['procuratorate', 'superior', 'government-office', 'supervisory-organ']],
    // Late supplements and goods: the case is transferred, O310 14 and 16 do not reach them
    ['admin-organ-to-police', ['superior']],
    ['consulted', ['superior']],
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
