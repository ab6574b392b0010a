// Every limit against the acts, ladders and day units. Row by row they stand in pinned-limits.test.ts.
import { describe, expect, it } from 'vitest';
import { actOf, acts } from '../../../law/acts.ts';
import { administrativeOrgans } from '../../../law/administrative-organs.ts';
import { amountScales } from '../../../law/amount-scales.ts';
import { formerBodies } from '../../../law/former-bodies.ts';
import { ladderOf, ladders } from '../../../law/ladders.ts';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import { type LimitSource, TimeLimit } from '../../../schemas/time-limit.ts';
import { dayUnitOf } from './day-units.ts';

/** O310 2, of which there is a body. */
const ORGAN =
  'medical-insurance health market-regulation drug-regulation audit finance justice tax civil-affairs human-resources development-reform';

const byName = timeLimits.map((limit) => [`${limit.id}@${limit.version}`, limit] as const);

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
  it('leaves no day between two versions of a limit', () => {
    for (const id of new Set(timeLimits.map((limit) => limit.id))) {
      const versions = law.versionsOf(id);
      expect(versions.slice(0, -1).map(({ until }) => until)).toEqual(
        versions.slice(1).map(({ from }) => from),
      );
    }
  });

  it('obliges every organ of O310 2 that has a body here', () => {
    expect(administrativeOrgans.join(' ')).toBe(ORGAN);
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

  it('is plain JSON, and uses every act it lists, or a procedure, an amount, a former organ or the clock rules do', () => {
    expect(JSON.parse(JSON.stringify(timeLimits))).toEqual(timeLimits);
    const used = new Set(
      [
        ...timeLimits.flatMap((limit) => [...limit.basis, ...limit.extensions.flatMap((e) => e.basis)]),
        ...procedures.flatMap(({ basis, conditions }) => [
          ...basis,
          ...Object.values(conditions).flatMap((condition) => condition.basis ?? []),
        ]),
        ...Object.values(amountScales).flatMap(({ standards }) => standards.flatMap((one) => one.basis)),
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
