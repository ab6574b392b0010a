// Points of a person: the year they count in, suspension at nine, termination at twelve, objection and recovery. Calendar of 2025.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { AGENCY, BUREAU, begun, by, HEALTH, head, papers, withReason } from '../../support/measure-story.ts';

const found = (day: string, more: Told['body'] = {}): Told =>
  by(AGENCY, day, 'establish-responsibility', { body: { fields: { decisionReceivedOn: day }, ...more } });
const opened = (day: string): Told => ({
  ...found(day, { newSubjects: [{ subject: 's1', kind: 'person' }] }),
  procedure: 'payment-eligibility',
});
const points = (day: string, many: number): Told =>
  by(AGENCY, day, 'record-points', { body: { fields: { points: many } } });
const check = (day: string): Told => by(AGENCY, day, 'check-total');
const NOTICE = { body: { papers: papers('points-notice') } };
const suspend = (day: string, until: string): Told =>
  head(AGENCY, day, 'suspend-eligibility', {
    body: { ...NOTICE.body, fields: { suspendedMonths: 'three', suspendedUntil: until } },
  });
const terminate = (day: string): Told => head(AGENCY, day, 'terminate-eligibility', NOTICE);
const serve = (day: string): Told => by(AGENCY, day, 'serve-points-notice');
const lock = (day: string): Told => by(AGENCY, day, 'lock-nationwide');
const stateOf = (c: CaseDriver) => c.proceeding('payment-eligibility').state;

/** Eleven points on Tuesday 4 March 2025, suspended to 6 June. */
const suspended = () =>
  begun(
    opened('2025-03-04'),
    points('2025-03-04', 11),
    check('2025-03-04'),
    suspend('2025-03-06', '2025-06-06'),
    serve('2025-03-07'),
    lock('2025-03-07'),
  );

describe('记分与处理', () => {
  it('under nine points is a notice, and the status stays normal (ZF48J 29)', () => {
    const c = begun(
      opened('2025-03-04'),
      points('2025-03-04', 8),
      check('2025-03-04'),
      by(AGENCY, '2025-03-05', 'issue-points-notice', NOTICE),
      serve('2025-03-06'),
    );
    expect(stateOf(c)).toBe('normal');
  });

  it('nine points of a year suspend for one to six months, by the head', () => {
    const c = suspended();
    expect(stateOf(c)).toBe('suspended');
    const low = begun(opened('2025-03-04'), points('2025-03-04', 9), check('2025-03-04'));
    expect(low.answer({ ...suspend('2025-03-05', '2025-06-05'), as: `${AGENCY}/o-1` })).toBe('RANK_TOO_LOW');
    expect(low.answer(terminate('2025-03-05'))).toBe('NOT_ALLOWED_IN_STATE');
  });

  it('twelve at once bars from registering for three years', () => {
    const c = begun(opened('2025-03-04'), points('2025-03-04', 12), terminate('2025-03-05'));
    expect(stateOf(c)).toBe('terminated-three-years');
    expect(c.clock('elig-bar-three-years')).toMatchObject({ obliged: 's1' });
    expect(c.clock('elig-bar-one-year')).toBeUndefined();
  });

  it('twelve cumulated within the year bar for one year', () => {
    const c = suspended();
    c.must(found('2025-09-01'), points('2025-09-01', 4), terminate('2025-09-02'));
    expect(stateOf(c)).toBe('terminated-one-year');
    expect(c.clock('elig-bar-one-year')?.times.latestDueAt).toBe('2026-09-03T00:00:00+08:00');
  });

  it('does not carry points over the end of the year (ZF48J 28)', () => {
    const across = begun(
      opened('2025-12-29'),
      points('2025-12-29', 8),
      check('2025-12-29'),
      by(AGENCY, '2025-12-30', 'issue-points-notice', NOTICE),
      serve('2025-12-31'),
      found('2026-01-05'),
      points('2026-01-05', 8),
      check('2026-01-05'),
    );
    expect(stateOf(across)).toBe('notice-due');
    const within = begun(
      opened('2025-11-03'),
      points('2025-11-03', 8),
      check('2025-11-03'),
      by(AGENCY, '2025-11-04', 'issue-points-notice', NOTICE),
      serve('2025-11-05'),
      found('2025-12-29'),
      points('2025-12-29', 4),
    );
    expect(stateOf(within)).toBe('termination-due');
  });

  it('checks the total as of the day of the points, not in the year after', () => {
    const c = begun(opened('2025-12-31'), points('2025-12-31', 9));
    expect(c.tell(check('2026-01-02'))).toMatchObject({
      code: 'GUARD_REFUSED',
      details: ['points-of-that-year'],
    });
    expect(c.answer(check('2025-12-31'))).toBe('ok');
    expect(stateOf(c)).toBe('suspension-due');
  });

  it('a person suspended in December stays suspended over a small finding in January', () => {
    const c = begun(
      opened('2025-12-01'),
      points('2025-12-01', 9),
      check('2025-12-01'),
      suspend('2025-12-02', '2026-03-02'),
      serve('2025-12-03'),
      lock('2025-12-03'),
      found('2026-01-05'),
      points('2026-01-05', 2),
      check('2026-01-05'),
      by(AGENCY, '2026-01-06', 'issue-points-notice', NOTICE),
      serve('2026-01-07'),
    );
    expect(stateOf(c)).toBe('suspended');
  });
});

describe('通知与期限', () => {
  it('the notice is due 5 working days after the penalty decision was received, served 3 after it was issued', () => {
    // Received on Friday 7 March, entered on Monday 10 March 2025.
    const c = begun({
      ...opened('2025-03-10'),
      body: { newSubjects: [{ subject: 's1' }], fields: { decisionReceivedOn: '2025-03-07' } },
    });
    expect(c.clock('elig-notice')?.times.latestDueAt).toBe('2025-03-15T00:00:00+08:00');
    c.must(points('2025-03-10', 9), check('2025-03-10'), suspend('2025-03-14', '2025-06-16'));
    expect(c.clock('elig-notice')?.outcome).toBe('met');
    expect(c.clock('elig-notice-service')?.times.latestDueAt).toBe('2025-03-20T00:00:00+08:00');
    c.must(serve('2025-03-20'));
    expect(c.clock('elig-notice-service')?.outcome).toBe('breached');
  });

  it('the authority of the trade gets it as a clue, and the bureau a copy', () => {
    const c = suspended();
    c.must(
      by(AGENCY, '2025-03-10', 'tell-industry', {
        body: { to: [HEALTH], fields: { topic: 'eligibility' } },
        with: ['summary'],
      }),
    );
    expect(c.proceeding('clue-notice').roles['receiver']).toEqual([HEALTH]);
    expect(c.clock('elig-tell-industry')?.status).toBe('stopped');
    expect(c.state.parties).toContain(BUREAU);
  });

  it('is told once, and the status locked nationwide before anything else', () => {
    const c = begun(
      opened('2025-03-04'),
      points('2025-03-04', 9),
      check('2025-03-04'),
      suspend('2025-03-05', '2025-06-05'),
      serve('2025-03-06'),
    );
    expect(stateOf(c)).toBe('suspension-served');
    expect(c.clock('elig-national-lock')?.status).toBe('running');
    c.must(lock('2025-03-06'));
    expect(c.clock('elig-national-lock')?.status).toBe('stopped');
  });
});

describe('异议与恢复', () => {
  const object = (day: string): Told =>
    by(AGENCY, day, 'register-objection', { body: { papers: papers('points-objection') } });

  it('may be lodged within 10 working days of the notice; after that it is refused on the record', () => {
    const c = suspended();
    expect(c.clock('elig-objection')).toMatchObject({
      obliged: 's1',
      times: { latestDueAt: '2025-03-22T00:00:00+08:00' },
    });
    c.onRecord();
    expect(c.answer(object('2025-03-24'))).not.toBe('ok');
    const inTime = suspended();
    expect(inTime.answer(object('2025-03-21'))).toBe('ok');
  });

  it('is answered in 20 working days, appraisal left out (ZF48J 44)', () => {
    const c = suspended();
    c.must(object('2025-03-17'));
    const due = () => c.clock('elig-objection-answer')?.times.strictDueAt;
    // Qingming, 4 April, is off; the local festival of 31 March counts in the latest reading only.
    expect(due()).toBe('2025-04-16T00:00:00+08:00');
    const p = c.proceeding('eligibility-objection').proceeding;
    c.must(
      by(AGENCY, '2025-03-18', 'commission-points-appraisal', { proceeding: p }),
      by(AGENCY, '2025-03-25', 'receive-points-appraisal', {
        proceeding: p,
        body: { papers: papers('appraisal-opinion') },
      }),
    );
    expect((due() ?? '') > '2025-04-16T00:00:00+08:00').toBe(true);
  });

  it('changes the status only where it was found right', () => {
    const c = suspended();
    const restore = head(AGENCY, '2025-04-01', 'restore-eligibility');
    c.must(object('2025-03-17'));
    expect(c.tell(restore)).toMatchObject({ code: 'GUARD_REFUSED', details: ['objection-was-right'] });
    const p = c.proceeding('eligibility-objection').proceeding;
    c.must(head(AGENCY, '2025-03-28', 'adjust-points', { proceeding: p, ...withReason() }));
    expect(c.clock('elig-objection-answer')?.outcome).toBe('met');
    c.must(restore);
    expect(stateOf(c)).toBe('normal');
  });

  it('points taken off after an objection count no more towards nine and twelve, in the year they were given in', () => {
    const adjusted = (): CaseDriver => {
      const c = suspended();
      c.must(object('2025-03-17'));
      const p = c.proceeding('eligibility-objection').proceeding;
      c.must(head(AGENCY, '2025-03-28', 'adjust-points', { proceeding: p, ...withReason() }));
      return c;
    };
    const off = (day: string): Told =>
      head(AGENCY, day, 'take-off-points', withReason({ fields: { pointsTakenOff: 8 } }));
    expect(suspended().tell(off('2025-04-01'))).toMatchObject({ details: ['objection-was-right'] });
    // Eleven less eight and eight make eleven: a suspension is due, not the end that nineteen would be.
    const c = adjusted();
    c.must(
      off('2025-04-01'),
      head(AGENCY, '2025-04-01', 'restore-eligibility'),
      found('2025-09-01'),
      points('2025-09-01', 8),
      check('2025-09-01'),
    );
    expect(stateOf(c)).toBe('suspension-due');
    expect(adjusted().tell(off('2026-01-05'))).toMatchObject({ details: ['points-of-that-year'] });
  });

  it('goes to the bureau where the explanation settles nothing (ZF48J 42)', () => {
    const c = suspended();
    c.must(object('2025-03-17'));
    const p = { proceeding: c.proceeding('eligibility-objection').proceeding };
    c.must(
      by(AGENCY, '2025-03-18', 'explain-points', { ...p, ...withReason() }),
      by(AGENCY, '2025-03-19', 'refer-objection', p),
    );
    expect(c.clock('agr-hand-off-receipt')?.obliged).toBe(BUREAU);
    c.must(
      by(BUREAU, '2025-03-20', 'receive-objection', p),
      head(BUREAU, '2025-03-28', 'uphold-points', { ...p, ...withReason() }),
      by(BUREAU, '2025-03-28', 'tell-objection-result', p),
    );
    expect(c.proceeding('eligibility-objection').state).toBe('upheld-told');
    expect(stateOf(c)).toBe('suspended');
  });

  it('recovery may be asked for from 15 working days before the end, and is assessed in 10', () => {
    const c = suspended();
    expect(c.clock('elig-recovery-request')).toMatchObject({ obliged: 's1', setBy: '2025-06-06' });
    c.must(
      by(AGENCY, '2025-05-20', 'apply-for-recovery', { body: { papers: papers('recovery-application') } }),
    );
    // Dragon Boat: Monday 2 June is off.
    expect(c.clock('elig-recovery-assessment')?.times.latestDueAt).toBe('2025-06-05T00:00:00+08:00');
    c.must(head(AGENCY, '2025-06-04', 'restore-eligibility'));
    expect(c.clock('elig-recovery-assessment')?.outcome).toBe('met');
    expect(stateOf(c)).toBe('normal');
  });

  it('nobody registers anew before the bar has passed', () => {
    const c = begun(
      opened('2025-03-04'),
      points('2025-03-04', 12),
      terminate('2025-03-05'),
      serve('2025-03-06'),
      lock('2025-03-06'),
      by(AGENCY, '2026-04-01', 'apply-for-recovery', { body: { papers: papers('recovery-application') } }),
    );
    expect(c.tell(head(AGENCY, '2026-04-02', 'restore-eligibility'))).toMatchObject({
      details: ['bar-has-passed'],
    });
  });
});
