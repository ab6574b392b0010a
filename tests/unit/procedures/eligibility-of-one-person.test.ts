// A person has one status, and several proceedings may be about it: none gives back what another still withholds (ZF48J 29, 34). What was
// entered by mistake is withdrawn before anything is told. Calendar of 2025 and on.
import { describe, expect, it } from 'vitest';
import type { CaseDriver, Told } from '../../support/case-driver.ts';
import { AGENCY, begun, by, head, papers, withReason } from '../../support/measure-story.ts';

const NOTICE = { body: { papers: papers('points-notice') } };
const on = (proceeding: string, ...told: Told[]): Told[] => told.map((one) => ({ ...one, proceeding }));
const found = (day: string, more: Told['body'] = {}): Told =>
  by(AGENCY, day, 'establish-responsibility', { body: { fields: { decisionReceivedOn: day }, ...more } });
const first = (day: string): Told => ({
  ...found(day, { newSubjects: [{ subject: 's1', kind: 'person' }] }),
  procedure: 'payment-eligibility',
});
const another = (day: string): Told => ({
  ...found(day, { subjects: ['s1'] }),
  procedure: 'payment-eligibility',
});
const points = (day: string, many: number): Told =>
  by(AGENCY, day, 'record-points', { body: { fields: { points: many } } });
const check = (day: string): Told => by(AGENCY, day, 'check-total');
const terminate = (day: string): Told => head(AGENCY, day, 'terminate-eligibility', NOTICE);
const suspend = (day: string, months: number): Told =>
  head(AGENCY, day, 'suspend-eligibility', { body: { ...NOTICE.body, fields: { suspendedMonths: months } } });
const told = (day: string): Told[] => [
  by(AGENCY, day, 'serve-points-notice'),
  by(AGENCY, day, 'lock-nationwide'),
];
const assessed = (day: string): Told[] => [
  by(AGENCY, day, 'apply-for-recovery', { body: { papers: papers('recovery-application') } }),
  head(AGENCY, `${day}T15:00:00+08:00`, 'pass-assessment'),
];
const restore = (day: string, proceeding: string): Told => ({
  ...head(AGENCY, day, 'restore-eligibility'),
  proceeding,
});
const statesOf = (c: CaseDriver): string[] => Object.values(c.state.proceedings).map(({ state }) => state);

/** Suspended for three months from 6 March, by nine points. */
const suspended = (months = 3): CaseDriver =>
  begun(
    first('2025-03-04'),
    points('2025-03-04', 9),
    check('2025-03-04'),
    suspend('2025-03-06', months),
    ...told('2025-03-07'),
  );

describe('同一人员的几个支付资格程序', () => {
  /** Ended for a year from 2 September 2025 by nine and three points, for three years from 4 November by twelve at once. */
  const barredTwice = (): CaseDriver => {
    const c = begun(
      first('2025-03-04'),
      points('2025-03-04', 8),
      check('2025-03-04'),
      by(AGENCY, '2025-03-05', 'issue-points-notice', NOTICE),
      by(AGENCY, '2025-03-06', 'serve-points-notice'),
      found('2025-09-01'),
      points('2025-09-01', 4),
      terminate('2025-09-02'),
      ...told('2025-09-03'),
      another('2025-11-03'),
    );
    c.must(...on('p2', points('2025-11-03', 12), terminate('2025-11-04'), ...told('2025-11-05')));
    return c;
  };

  it('nobody is registered anew while three years of another one have not passed (ZF48J 29)', () => {
    const c = barredTwice();
    c.must(...on('p1', ...assessed('2026-08-20')));
    expect(c.tell(restore('2026-09-07', 'p1'))).toMatchObject({ code: 'BARRED_ELSEWHERE' });
    expect(statesOf(c)).toEqual(['registration-granted', 'terminated']);
  });

  it('each is registered anew once the longer bar has passed, in whichever order', () => {
    const c = barredTwice();
    c.must(...on('p1', ...assessed('2026-08-20')), ...on('p2', ...assessed('2028-10-20')));
    c.must(restore('2028-11-06', 'p1'), restore('2028-11-06', 'p2'));
    expect(statesOf(c)).toEqual(['normal', 'normal']);
  });

  it('two bars that were both shortened wait for no more than that', () => {
    const c = barredTwice();
    const shorten = (day: string, barredMonths: number): Told[] => [
      head(AGENCY, day, 'accept-repair', { body: { papers: papers('repair-application') } }),
      head(AGENCY, day, 'shorten-bar', withReason({ fields: { barredMonths } })),
    ];
    c.must(...on('p1', ...shorten('2025-12-01', 6)), ...on('p2', ...shorten('2025-12-01', 6)));
    c.must(...on('p1', ...assessed('2026-04-20')), ...on('p2', ...assessed('2026-04-20')));
    expect(c.tell(restore('2026-04-28', 'p1'))).toMatchObject({ code: 'BARRED_ELSEWHERE' });
    expect(c.answer(restore('2026-05-06', 'p1'))).toBe('ok');
    expect(c.answer(restore('2026-05-06', 'p2'))).toBe('ok');
  });

  it('nobody is restored whose suspension by another one has not ended', () => {
    const c = begun(
      first('2025-03-04'),
      points('2025-03-04', 9),
      check('2025-03-04'),
      suspend('2025-03-06', 3),
      another('2025-03-06'),
    );
    c.must(
      ...on('p1', ...told('2025-03-07')),
      ...on(
        'p2',
        points('2025-03-07', 2),
        check('2025-03-07'),
        suspend('2025-03-10', 6),
        ...told('2025-03-11'),
      ),
      ...on('p1', ...assessed('2025-06-03')),
    );
    // Three months end on 6 June, six on 10 September.
    expect(c.tell(restore('2025-06-09', 'p1'))).toMatchObject({ code: 'SUSPENDED_ELSEWHERE' });
    c.must(...on('p2', ...assessed('2025-09-08')), restore('2025-09-11', 'p2'));
    expect(c.answer(restore('2025-09-11', 'p1'))).toBe('ok');
  });

  it('nor is restored with the agreement who is barred by points (ZF48J 34)', () => {
    const c = begun(
      first('2025-03-04'),
      points('2025-03-04', 12),
      terminate('2025-03-05'),
      ...told('2025-03-06'),
    );
    c.must({
      ...head(AGENCY, '2025-04-01', 'suspend-with-agreement', {
        body: { subjects: ['s1'], papers: papers('agreement-decision') },
      }),
      procedure: 'payment-eligibility',
    });
    const back = (day: string): Told => ({
      ...head(AGENCY, day, 'restore-with-agreement', withReason()),
      proceeding: 'p2',
    });
    expect(c.tell(back('2025-07-01'))).toMatchObject({ code: 'BARRED_ELSEWHERE' });
    expect(c.answer(back('2028-03-06'))).toBe('ok');
  });

  it('what an objection undid in another one keeps nobody waiting', () => {
    const c = suspended(6);
    c.must(
      by(AGENCY, '2025-03-10', 'register-objection', { body: { papers: papers('points-objection') } }),
      head(AGENCY, '2025-03-12', 'adjust-points', {
        procedure: 'eligibility-objection',
        ...withReason({ fields: { pointsTakenOff: 9 } }),
        proceeding: 'p2',
      }),
      restore('2025-03-13', 'p1'),
      {
        ...head(AGENCY, '2025-04-01', 'suspend-with-agreement', {
          body: { subjects: ['s1'], papers: papers('agreement-decision') },
        }),
        procedure: 'payment-eligibility',
      },
    );
    expect(
      c.answer({ ...head(AGENCY, '2025-05-06', 'restore-with-agreement', withReason()), proceeding: 'p3' }),
    ).toBe('ok');
  });
});

describe('误录的责任认定', () => {
  const withdraw = (day: string, pointsTakenOff?: number): Told =>
    head(
      AGENCY,
      day,
      'withdraw-responsibility',
      withReason(pointsTakenOff === undefined ? {} : { fields: { pointsTakenOff } }),
    );
  const stateOf = (c: CaseDriver): string => c.proceeding('payment-eligibility').state;

  it('is withdrawn by the head with a reason, and no notice is owed any more', () => {
    const c = begun(first('2025-03-04'));
    expect(c.answer({ ...withdraw('2025-03-05'), as: `${AGENCY}/o-2` })).toBe('RANK_TOO_LOW');
    expect(c.answer(head(AGENCY, '2025-03-05', 'withdraw-responsibility'))).toBe('REASON_REQUIRED');
    c.must(withdraw('2025-03-05'));
    expect([stateOf(c), c.clock('elig-notice')?.outcome]).toEqual(['normal', 'moot']);
  });

  it('with points recorded takes off these, no fewer and no more', () => {
    const c = begun(first('2025-03-04'), points('2025-03-04', 11), check('2025-03-04'));
    for (const wrong of [undefined, 10, 12])
      expect(c.tell(withdraw('2025-03-05', wrong))).toMatchObject({
        details: ['points-of-it-are-taken-off'],
      });
    c.must(withdraw('2025-03-05', 11), found('2025-04-01'), points('2025-04-01', 4), check('2025-04-01'));
    // Four of the year, not fifteen.
    expect(stateOf(c)).toBe('notice-due');
  });

  it('leaves a person suspended who was', () => {
    const c = suspended(6);
    c.must(found('2025-05-06'), withdraw('2025-05-07'));
    expect(stateOf(c)).toBe('suspended');
  });

  it('is withdrawn no more once the notice was issued: then the party objects, or it is repaired', () => {
    const c = begun(
      first('2025-03-04'),
      points('2025-03-04', 3),
      check('2025-03-04'),
      by(AGENCY, '2025-03-05', 'issue-points-notice', NOTICE),
    );
    expect(c.answer(withdraw('2025-03-06', 3))).toBe('NOT_ALLOWED_IN_STATE');
  });
});
