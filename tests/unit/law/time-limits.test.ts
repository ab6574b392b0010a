// Every limit against the acts, ladders, day units and the catalogue of rows.
import { describe, expect, it } from 'vitest';
import { dayUnitOf } from '../../../case/clocks/rules.ts';
import { actOf, acts } from '../../../law/acts.ts';
import { ladderOf, ladders } from '../../../law/ladders.ts';
import { isTimeLimit, timeLimitOn, timeLimits } from '../../../law/time-limits.ts';
import { TimeLimit } from '../../../schemas/time-limit.ts';

const rows = `fwd-form-team fwd-head-decision fwd-handover fwd-obvious-crime fwd-copy-procuratorate
  fwd-late-penalty-copy fwd-receipt-sign fwd-supplement-notice fwd-supplement fwd-no-jurisdiction-police
  fwd-not-police-matter fwd-filing-review fwd-filing-review-econ fwd-filing-review-general fwd-filing-review-2006
  fwd-notfile-notice-complainant fwd-reconsider-request fwd-reconsider-decision fwd-supervision-request
  fwd-property-handover fwd-penalty-after-notfile fwd-police-jurisdiction-change fwd-case-withdrawn-notice
  fwd-return-admin-liability sup-intake sup-state-reasons sup-overdue-reasons sup-reasons-ok-inform
  sup-notice-to-file sup-investigation-urge sup-urge-transfer sup-consult-reply sup-platform-entry
  sup-revoke-objection clue-verify`.split(/\s+/);

const byName = timeLimits.map((limit) => [limit.id, limit] as const);

describe('the catalogue', () => {
  it('has every row of the catalogue', () => {
    expect(rows.filter((id) => !isTimeLimit(id))).toEqual([]);
  });

  it('gives the limit in force on a date, from its first day on', () => {
    expect(timeLimitOn('clue-verify', '2021-07-14')).toBeUndefined();
    expect(timeLimitOn('clue-verify', '2021-07-15')?.span).toEqual({ workingDays: 15 });
    expect(timeLimitOn('no-such-limit', '2024-01-01')).toBeUndefined();
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
