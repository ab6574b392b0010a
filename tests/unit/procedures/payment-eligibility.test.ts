// Points of a person: the year they count in, suspension at nine, termination at twelve, objection and recovery. Calendar of 2025.
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
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
const suspend = (day: string, months = 3): Told =>
  head(AGENCY, day, 'suspend-eligibility', {
    body: { ...NOTICE.body, fields: { suspendedMonths: months } },
  });
const terminate = (day: string): Told => head(AGENCY, day, 'terminate-eligibility', NOTICE);
const serve = (day: string): Told => by(AGENCY, day, 'serve-points-notice');
const lock = (day: string): Told => by(AGENCY, day, 'lock-nationwide');
const stateOf = (c: CaseDriver) => c.proceeding('payment-eligibility').state;

/** Eleven points (where not said) on Tuesday 4 March 2025, suspended to 6 June. */
const suspended = (many = 11) =>
  begun(
    opened('2025-03-04'),
    points('2025-03-04', many),
    check('2025-03-04'),
    suspend('2025-03-06'),
    serve('2025-03-07'),
    lock('2025-03-07'),
  );

/** Points of one decision, noticed and served within three days. */
const noted = (day: string, many: number): CaseDriver => {
  const later = (days: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return begun(
    opened(day),
    points(day, many),
    check(day),
    by(AGENCY, later(1), 'issue-points-notice', NOTICE),
    serve(later(2)),
  );
};

describe('按人员单独立卷', () => {
  const person = { subject: 's1', kind: 'person' as const };
  const filed: Told = {
    ...by(BUREAU, '2025-03-03', 'file-penalty', {
      body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form'), newSubjects: [person] },
    }),
    procedure: 'insurance-penalty',
  };
  const inTheCase = (c: CaseDriver, command: string): string =>
    c.answer(
      head(AGENCY, '2025-03-04', command, {
        procedure: 'payment-eligibility',
        body: {
          subjects: ['s1'],
          ...(command === 'establish-responsibility'
            ? { fields: { decisionReceivedOn: '2025-03-04', decidedOn: '2025-03-04' } }
            : { papers: papers('agreement-decision') }),
        },
      }),
    );
  const admitted = by(BUREAU, '2025-03-03', 'admit-departments', { body: { to: [AGENCY] } });

  it.each(['establish-responsibility', 'suspend-with-agreement', 'terminate-with-agreement'])(
    '%s opens it in no case of another matter, whose points would not add up with the others of the year (ZF48J 27)',
    (command) => {
      const c = begun(filed, admitted);
      c.onRecord();
      expect(inTheCase(c, command)).toBe('CASE_OF_ITS_OWN');
    },
  );

  it.each([
    ['insurance-penalty', BUREAU],
    ['health-penalty', HEALTH],
  ])('%s is not opened in it either, but in a case of its own', (procedure, organ) => {
    const c = noted('2025-03-04', 3);
    c.must(by(AGENCY, '2025-03-07', 'admit-departments', { body: { to: [HEALTH] } }));
    c.onRecord();
    const file = { ...filed, as: `${organ}/o-1`, procedure, at: '2025-03-10T10:00:00+08:00' };
    const about = { ...file.body, newSubjects: [], subjects: ['s1'] };
    expect(c.answer({ ...file, body: about })).toBe('CASE_OF_ITS_OWN');
    expect(c.answer({ ...file, command: 'verify-lead', body: { subjects: ['s1'] } })).toBe('CASE_OF_ITS_OWN');
  });

  it('what the authority of the trade was told of it files where it was told', () => {
    const c = noted('2025-03-04', 3);
    c.onRecord();
    c.must(
      by(AGENCY, '2025-03-07', 'tell-industry', {
        body: { to: [HEALTH], fields: { topic: 'practitioner' } },
        with: ['summary'],
      }),
    );
    const file = { body: { team: ['o-1', 'o-2'], papers: papers('case-filing-form') } };
    c.must(
      by(HEALTH, '2025-03-10', 'acknowledge'),
      by(HEALTH, '2025-03-10T11:00:00+08:00', 'accept-clue'),
      by(HEALTH, '2025-03-11', 'file-admin', file),
    );
    expect(c.proceeding('health-penalty').state).toBe('investigating');
  });

  it('goes on where it stands, whatever was opened beside it since', () => {
    const c = noted('2025-03-04', 3);
    c.must({
      ...filed,
      at: '2025-03-10T10:00:00+08:00',
      body: { ...filed.body, newSubjects: [{ subject: 's2' }] },
    });
    c.onRecord();
    expect(
      c.answer({
        ...found('2025-04-01', { fields: { decisionReceivedOn: '2025-04-01', decidedOn: '2025-04-01' } }),
      }),
    ).toBe('ok');
  });

  it('what was told to the authority of the trade, and what came of it, is of the same case', () => {
    const c = noted('2025-03-04', 3);
    c.must(
      by(AGENCY, '2025-03-07', 'tell-industry', {
        body: { to: [HEALTH], fields: { topic: 'practitioner' } },
        with: ['summary'],
      }),
    );
    c.onRecord();
    const another = {
      ...found('2025-04-01', {
        fields: { decisionReceivedOn: '2025-04-01', decidedOn: '2025-04-01' },
        newSubjects: [{ subject: 's2', kind: 'person' }],
      }),
      procedure: 'payment-eligibility',
      with: ['subjects/s2'],
    };
    expect(c.answer(another)).toBe('ok');
  });
});

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

  it('is a person’s, never an institution’s (ZF48)', () => {
    const told = opened('2025-03-04');
    const ofInstitution = {
      ...told,
      body: { ...told.body, newSubjects: [{ subject: 's1', kind: 'institution' as const }] },
    };
    expect(() => begun(ofInstitution)).toThrow('NOT_A_PERSON');
  });

  it('nine points of a year suspend for one to six months, by the head', () => {
    const c = suspended();
    expect(stateOf(c)).toBe('suspended');
    const low = begun(opened('2025-03-04'), points('2025-03-04', 9), check('2025-03-04'));
    expect(low.answer({ ...suspend('2025-03-05'), as: `${AGENCY}/o-1` })).toBe('RANK_TOO_LOW');
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

  it('counts them in the year of the decision, whenever they are entered (ZF48J 27)', () => {
    const c = noted('2025-11-03', 8);
    // Decided on 29 December, entered after the year's end.
    c.must(found('2026-01-02', { fields: { decisionReceivedOn: '2025-12-29' } }), points('2026-01-02', 4));
    expect(stateOf(c)).toBe('termination-due');
  });

  it('a penalty of December that is received in January counts in December', () => {
    const c = noted('2025-11-03', 8);
    const received = { decisionReceivedOn: '2026-01-05' };
    expect(c.tell(found('2026-01-05', { fields: { ...received, decidedOn: '2026-01-06' } }))).toMatchObject({
      details: ['decided-before-received'],
    });
    c.must(
      found('2026-01-05', { fields: { ...received, decidedOn: '2025-12-30' } }),
      points('2026-01-05', 4),
    );
    expect(stateOf(c)).toBe('termination-due');
  });

  it('of one that is entered on the record it is said when it was decided', () => {
    const c = noted('2025-03-04', 3);
    c.onRecord();
    expect(c.tell(found('2025-04-01'))).toMatchObject({ code: 'FIELD_REQUIRED', details: ['decidedOn'] });
    const said = { fields: { decisionReceivedOn: '2025-04-01', decidedOn: '2025-04-01' } };
    expect(c.answer(found('2025-04-01', said))).toBe('ok');
  });

  it('a total is checked whenever it is: its year is that of the points', () => {
    const c = begun(opened('2025-12-31'), points('2025-12-31', 9), check('2026-01-02'));
    expect(stateOf(c)).toBe('suspension-due');
  });

  it('a correction of the day of entry moves them to no other year', () => {
    const c = noted('2025-11-03', 8);
    c.must(found('2025-12-29'), points('2025-12-30', 3));
    const corrects = { sequence: c.state.sequence, occurredAt: '2026-01-02T10:00:00+08:00' } as const;
    c.must(
      by(AGENCY, '2026-01-03', 'correct-step', { body: { corrects }, with: ['reason'] }),
      check('2026-01-05'),
    );
    // Eight and three of 2025.
    expect(stateOf(c)).toBe('suspension-due');
  });

  it('are one to twelve (ZF48 附件2)', () => {
    const c = begun(opened('2025-03-04'));
    for (const many of [0, 13])
      expect(c.tell(points('2025-03-04', many))).toMatchObject({
        code: 'FIELD_REFUSED',
        details: ['points'],
      });
    expect(c.answer(points('2025-03-04', 1))).toBe('ok');
  });

  it('of one person count over all proceedings of the case: one found while another is dealt with, one after another ended', () => {
    const another = (day: string): Told => ({
      ...found(day, { subjects: ['s1'] }),
      procedure: 'payment-eligibility',
    });
    const standing = (c: CaseDriver) => Object.values(c.state.proceedings).map(({ state }) => state);
    const open = begun(opened('2025-03-04'), points('2025-03-04', 8), another('2025-03-05'));
    open.must({ ...points('2025-03-05', 8), proceeding: 'p2' });
    expect(standing(open)).toEqual(['total-to-check', 'termination-due']);
    const c = noted('2025-03-04', 8);
    c.must(
      by(AGENCY, '2025-04-01', 'cancel-registration', withReason()),
      another('2025-06-03'),
      points('2025-06-03', 4),
    );
    expect(standing(c)).toEqual(['cancelled', 'termination-due']);
    // Of another person they are another's.
    c.must(
      { ...found('2025-06-04', { newSubjects: [{ subject: 's2' }] }), procedure: 'payment-eligibility' },
      { ...points('2025-06-04', 4), proceeding: 'p3' },
    );
    expect(standing(c).at(-1)).toBe('total-to-check');
  });

  it('of two proceedings about a person each says what it brought about: none calls normal what the other ended (ZF48J 34)', () => {
    const c = begun(
      opened('2025-03-04'),
      points('2025-03-04', 6),
      check('2025-03-04'),
      by(AGENCY, '2025-03-05', 'issue-points-notice', NOTICE),
      { ...found('2025-03-06', { subjects: ['s1'] }), procedure: 'payment-eligibility' },
      ...[points('2025-03-06', 7), terminate('2025-03-07'), serve('2025-03-07'), lock('2025-03-07')].map(
        (told) => ({ ...told, proceeding: 'p2' }),
      ),
      { ...serve('2025-03-07'), proceeding: 'p1' },
    );
    const titles = Object.values(c.state.proceedings).map(
      ({ procedure, version, state }) => law.procedure(procedure, version)?.states[state]?.title.zh,
    );
    expect(titles).toEqual(['本程序未暂停、终止支付资格', '本程序终止支付资格']);
  });

  it('a person suspended in December stays suspended over a small finding in January', () => {
    const c = begun(
      opened('2025-12-01'),
      points('2025-12-01', 9),
      check('2025-12-01'),
      suspend('2025-12-02'),
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
    c.must(points('2025-03-10', 9), check('2025-03-10'), suspend('2025-03-14'));
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
      suspend('2025-03-05'),
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
    expect(c.tell(restore)).toMatchObject({ code: 'GUARD_REFUSED', details: ['points-taken-off'] });
    const p = c.proceeding('eligibility-objection').proceeding;
    const off = withReason({ fields: { pointsTakenOff: 3 } });
    c.must(head(AGENCY, '2025-03-28', 'adjust-points', { proceeding: p, ...off }));
    expect(c.clock('elig-objection-answer')?.outcome).toBe('met');
    c.must(restore);
    expect(stateOf(c)).toBe('normal');
  });

  /** An objection of one day that takes so many points off on another. */
  const adjusted = (c: CaseDriver, day: string, on: string, off?: number): CaseDriver => {
    c.must(object(day));
    const { proceeding } = c.proceeding('eligibility-objection');
    c.must(
      head(AGENCY, on, 'adjust-points', {
        proceeding,
        ...withReason(off === undefined ? {} : { fields: { pointsTakenOff: off } }),
      }),
    );
    return c;
  };

  it('points it takes off count no more towards nine and twelve', () => {
    const c = adjusted(suspended(), '2025-03-17', '2025-03-28', 8);
    // Eleven less eight and eight make eleven: a suspension is due, not the end that nineteen would be.
    c.must(
      head(AGENCY, '2025-04-01', 'restore-eligibility'),
      found('2025-09-01'),
      points('2025-09-01', 8),
      check('2025-09-01'),
    );
    expect(stateOf(c)).toBe('suspension-due');
  });

  it('takes off no more than was given and objected to, in one objection or in two', () => {
    const off = (c: CaseDriver, many: number): Told =>
      head(AGENCY, '2025-03-28', 'adjust-points', {
        proceeding: c.proceeding('eligibility-objection').proceeding,
        ...withReason({ fields: { pointsTakenOff: many } }),
      });
    const c = noted('2025-03-04', 3);
    c.must(object('2025-03-10'));
    expect(c.tell(off(c, 4))).toMatchObject({ details: ['no-more-than-given'] });
    c.must(off(c, 2), object('2025-03-11'));
    expect(c.tell(off(c, 2))).toMatchObject({ details: ['no-more-than-given'] });
    c.must(off(c, 1));
    // Twelve at once end it all the same.
    c.must(found('2025-06-02'), points('2025-06-02', 12));
    expect(stateOf(c)).toBe('termination-due');
  });

  it('takes them off the year they were given in, whenever it is decided', () => {
    const c = noted('2025-12-22', 8);
    c.must(object('2025-12-29'), found('2026-01-05'), points('2026-01-05', 8));
    const { proceeding } = c.proceeding('eligibility-objection');
    c.must(
      head(AGENCY, '2026-01-06', 'adjust-points', {
        proceeding,
        ...withReason({ fields: { pointsTakenOff: 8 } }),
      }),
      check('2026-01-06'),
      by(AGENCY, '2026-01-07', 'issue-points-notice', NOTICE),
      serve('2026-01-08'),
      found('2026-02-02'),
      points('2026-02-02', 4),
    );
    // Eight and four of 2026; what was taken off was of 2025.
    expect(stateOf(c)).toBe('termination-due');
  });

  it('of earlier points undoes no measure of another year', () => {
    const c = adjusted(noted('2025-03-04', 3), '2025-03-10', '2025-03-11', 3);
    c.must(
      found('2027-02-01'),
      points('2027-02-01', 12),
      terminate('2027-02-02'),
      serve('2027-02-03'),
      lock('2027-02-04'),
    );
    expect(c.tell(head(AGENCY, '2027-02-05', 'restore-eligibility'))).toMatchObject({
      details: ['points-taken-off'],
    });
    // One against a later small notice undoes no suspension.
    const small = begun(
      opened('2025-12-01'),
      points('2025-12-01', 9),
      check('2025-12-01'),
      suspend('2025-12-02'),
      serve('2025-12-03'),
      lock('2025-12-03'),
      found('2026-01-05'),
      points('2026-01-05', 2),
      check('2026-01-05'),
      by(AGENCY, '2026-01-06', 'issue-points-notice', NOTICE),
      serve('2026-01-07'),
    );
    adjusted(small, '2026-01-08', '2026-01-09', 2);
    expect(small.tell(head(AGENCY, '2026-01-12', 'restore-eligibility'))).toMatchObject({
      details: ['points-taken-off'],
    });
  });

  describe('the status follows the points that stand (ZF48J 29, 44)', () => {
    const refused = { details: ['points-taken-off'] };
    const restoreOn = (day: string): Told => ({
      ...head(AGENCY, day, 'restore-eligibility'),
      proceeding: 'p1',
    });
    const suspendOn = (day: string): Told => ({ ...suspend(day), proceeding: 'p1' });

    it('eleven less one make ten: still suspended', () => {
      const c = adjusted(suspended(), '2025-03-17', '2025-03-28', 1);
      expect(c.tell(restoreOn('2025-03-31'))).toMatchObject(refused);
    });

    it('twelve less one make eleven: suspended, neither ended nor normal', () => {
      const c = begun(opened('2025-03-04'), points('2025-03-04', 12), terminate('2025-03-05'));
      c.must(serve('2025-03-06'), lock('2025-03-06'));
      expect(c.tell(suspendOn('2025-03-07'))).toMatchObject({ details: ['only-suspended-now'] });
      adjusted(c, '2025-03-10', '2025-03-20', 1);
      expect(c.tell(restoreOn('2025-03-21'))).toMatchObject(refused);
      c.must(suspendOn('2025-03-21'), { ...serve('2025-03-24'), proceeding: 'p1' });
      expect(stateOf(c)).toBe('suspension-served');
      expect(c.clock('elig-bar-three-years')?.outcome).toBe('moot');
    });

    it('six and six, the first six struck off after the end: normal', () => {
      const c = noted('2025-03-04', 6);
      c.must(object('2025-03-07'), found('2025-03-10'), points('2025-03-10', 6), terminate('2025-03-11'));
      c.must(serve('2025-03-12'), lock('2025-03-12'));
      expect(c.tell(restoreOn('2025-03-19'))).toMatchObject(refused);
      const { proceeding } = c.proceeding('eligibility-objection');
      const off = withReason({ fields: { pointsTakenOff: 6 } });
      c.must(head(AGENCY, '2025-03-20', 'adjust-points', { proceeding, ...off }), restoreOn('2025-03-21'));
      expect(stateOf(c)).toBe('normal');
    });

    it('six in one proceeding and seven in another, the six struck off: the end in the other falls', () => {
      const c = begun(
        opened('2025-03-04'),
        points('2025-03-04', 6),
        check('2025-03-04'),
        by(AGENCY, '2025-03-05', 'issue-points-notice', NOTICE),
      );
      const p2 = { proceeding: 'p2' };
      c.must(
        { ...found('2025-03-06', { subjects: ['s1'] }), procedure: 'payment-eligibility' },
        { ...points('2025-03-06', 7), ...p2 },
        { ...terminate('2025-03-07'), ...p2 },
        { ...serve('2025-03-07'), ...p2 },
        { ...lock('2025-03-07'), ...p2 },
        { ...serve('2025-03-07'), proceeding: 'p1' },
        { ...object('2025-03-10'), proceeding: 'p1' },
      );
      const restored = { ...head(AGENCY, '2025-03-24', 'restore-eligibility'), ...p2 };
      expect(c.tell(restored)).toMatchObject(refused);
      const off = withReason({ fields: { pointsTakenOff: 6 } });
      c.must(head(AGENCY, '2025-03-20', 'adjust-points', { proceeding: 'p3', ...off }), restored);
      expect(c.state.proceedings['p2']?.state).toBe('normal');
    });

    it('of twelve at once one is struck off before the end and three were given before: ended for one year', () => {
      const c = noted('2025-03-04', 3);
      c.must(found('2025-03-10'), points('2025-03-10', 12));
      expect(stateOf(c)).toBe('termination-due');
      expect(c.tell(check('2025-03-10'))).toMatchObject({ details: ['no-longer-twelve'] });
      c.must(terminate('2025-03-11'));
      expect(stateOf(c)).toBe('terminated-three-years');
    });
  });

  it('shortens a suspension, and makes it no longer', () => {
    const shorten = (day: string, months: number): Told =>
      head(AGENCY, day, 'shorten-suspension', withReason({ fields: { suspendedMonths: months } }));
    const c = adjusted(suspended(), '2025-03-17', '2025-03-28');
    for (const months of [3, 6])
      expect(c.tell(shorten('2025-03-31', months))).toMatchObject({ details: ['is-shortened'] });
    c.must(shorten('2025-03-31', 1));
    // One month of 6 March.
    expect(c.proceeding('payment-eligibility').fields['suspendedUntil']).toBe('2025-04-06');
    expect(c.clock('elig-suspension')).toMatchObject({ setBy: '2025-04-06', status: 'running' });
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

  const apply = (day: string): Told =>
    by(AGENCY, day, 'apply-for-recovery', { body: { papers: papers('recovery-application') } });

  it('recovery may be asked for from 15 working days before the end, and is assessed in 10', () => {
    const c = suspended();
    expect(c.clock('elig-recovery-request')).toMatchObject({ obliged: 's1', setBy: '2025-06-06' });
    expect(c.tell(apply('2025-03-08'))).toMatchObject({
      details: ['recovery-may-be-asked-for', 'from: 2025-05-15T00:00:00+08:00'],
    });
    c.must(apply('2025-05-20'));
    // Dragon Boat: Monday 2 June is off.
    expect(c.clock('elig-recovery-assessment')?.times.latestDueAt).toBe('2025-06-05T00:00:00+08:00');
    c.must(head(AGENCY, '2025-06-04', 'pass-assessment'));
    expect(c.clock('elig-recovery-assessment')?.outcome).toBe('met');
    expect(stateOf(c)).toBe('recovery-granted');
  });

  it('a suspension lasts the months it was made for, from the day it was (ZF48J 29, 39)', () => {
    const until = (day: string, months: number): unknown => {
      const c = begun(
        opened('2025-03-04'),
        points('2025-03-04', 9),
        check('2025-03-04'),
        suspend(day, months),
      );
      return c.proceeding('payment-eligibility').fields['suspendedUntil'];
    };
    expect([until('2025-03-06', 6), until('2025-08-31', 1), until('2025-08-31', 6)]).toEqual([
      '2025-09-06',
      '2025-09-30',
      '2026-02-28',
    ]);
    const said = begun(opened('2025-03-04'), points('2025-03-04', 9), check('2025-03-04'));
    const withDate = { suspendedMonths: 1, suspendedUntil: '2199-12-31' };
    expect(
      said.tell(
        head(AGENCY, '2025-03-06', 'suspend-eligibility', { body: { ...NOTICE.body, fields: withDate } }),
      ),
    ).toMatchObject({ code: 'FIELD_REFUSED', details: ['suspendedUntil'] });
    for (const months of [0, 7]) expect(said.answer(suspend('2025-03-06', months))).toBe('FIELD_REFUSED');
  });

  it('and ends not before, however early it was assessed', () => {
    const restore = (day: string): Told => head(AGENCY, day, 'restore-eligibility');
    const c = suspended();
    c.must(apply('2025-05-20'));
    expect(c.tell(restore('2025-05-21'))).toMatchObject({
      details: ['suspension-has-ended', 'from: 2025-06-07T00:00:00+08:00'],
    });
    c.must(head(AGENCY, '2025-05-22', 'pass-assessment'));
    // Until the end of 6 June.
    expect(c.tell(restore('2025-06-06'))).toMatchObject({
      details: ['suspension-has-ended', 'from: 2025-06-07T00:00:00+08:00'],
    });
    c.must(restore('2025-06-07'));
    expect(stateOf(c)).toBe('normal');
  });

  it('a new finding is taken up while recovery is assessed, which is then asked for anew', () => {
    const c = suspended(9);
    c.must(
      apply('2025-05-20'),
      found('2025-05-21'),
      points('2025-05-21', 1),
      check('2025-05-21'),
      suspend('2025-05-22', 1),
      serve('2025-05-23'),
      lock('2025-05-23'),
    );
    expect(stateOf(c)).toBe('suspended');
    expect(c.clock('elig-recovery-assessment')?.outcome).toBe('moot');
  });

  /** Eight and four points of 2025, or twelve at once: terminated on Wednesday 5 March 2025. */
  const terminated = (atOnce = false): CaseDriver => {
    const c = atOnce ? begun(opened('2025-03-04'), points('2025-03-04', 12)) : noted('2025-02-24', 8);
    if (!atOnce) c.must(found('2025-03-04'), points('2025-03-04', 4));
    c.must(terminate('2025-03-05'), serve('2025-03-06'), lock('2025-03-06'));
    return c;
  };
  const restore = (day: string): Told => head(AGENCY, day, 'restore-eligibility');
  const asTold = (c: CaseDriver, day: string): void =>
    expect(c.tell(apply(day)), day).toMatchObject({
      details: ['registration-may-be-asked-for', expect.stringMatching(/^from: /)],
    });

  it('nobody registers anew before the bar has passed', () => {
    const c = terminated(true);
    asTold(c, '2026-04-01');
    // Fifteen whole working days before 5 March 2028, the Spring Festival long over.
    c.must(apply('2028-02-14'), head(AGENCY, '2028-02-16', 'pass-assessment'));
    expect(c.tell(restore('2028-03-05'))).toMatchObject({
      details: ['bar-has-passed', 'from: 2028-03-06T00:00:00+08:00'],
    });
    expect(c.answer(restore('2028-03-07'))).toBe('ok');
  });

  it('a new registration is asked for from 15 working days before the bar ends, and assessed in 10 (ZF48J 39)', () => {
    const c = terminated();
    for (const day of ['2025-03-17', '2026-01-26']) asTold(c, day);
    // Off from 15 to 23 February 2026, the 14th and 28th worked: 9 to 14 February are six days, 24 February to 4 March nine.
    c.must(apply('2026-02-09'));
    expect(c.tell(restore('2026-02-11'))).toMatchObject({
      details: ['bar-has-passed', 'from: 2026-03-06T00:00:00+08:00'],
    });
    c.must(head(AGENCY, '2026-02-11', 'pass-assessment'));
    expect(c.clock('elig-recovery-assessment')?.outcome).toBe('met');
    expect(c.tell(restore('2026-03-05'))).toMatchObject({
      details: ['bar-has-passed', 'from: 2026-03-06T00:00:00+08:00'],
    });
    c.must(restore('2026-03-06'));
    expect(stateOf(c)).toBe('normal');
  });

  it('is repaired: points taken off, a suspension or a termination made shorter (ZF48J 38)', () => {
    const accept = (day: string): Told =>
      head(AGENCY, day, 'accept-repair', { body: { papers: papers('repair-application') } });
    const off = (day: string, many: number): Told =>
      head(AGENCY, day, 'repair-points', { body: { fields: { pointsTakenOff: many } } });
    const shorten = (day: string, months: number): Told =>
      head(AGENCY, day, 'shorten-suspension', withReason({ fields: { suspendedMonths: months } }));
    const held = suspended();
    expect(held.tell(shorten('2025-03-31', 1))).toMatchObject({ details: ['may-be-shortened'] });
    held.must(accept('2025-03-31'), shorten('2025-03-31', 1));
    expect(held.clock('elig-suspension')).toMatchObject({ setBy: '2025-04-06' });

    const c = noted('2025-03-04', 8);
    expect(c.tell(off('2025-03-10', 2))).toMatchObject({ details: ['repair-accepted'] });
    c.must(accept('2025-03-10'));
    expect(c.tell(off('2025-03-10', 9))).toMatchObject({ details: ['points-are-there'] });
    c.must(off('2025-03-10', 2), found('2025-09-01'), points('2025-09-01', 4), check('2025-09-01'));
    // Eight less two and four make ten, not twelve.
    expect(stateOf(c)).toBe('suspension-due');

    const ended = terminated();
    ended.must(
      accept('2025-06-02'),
      head(AGENCY, '2025-06-02', 'shorten-bar', withReason({ fields: { barredMonths: 6 } })),
    );
    expect(ended.proceeding('payment-eligibility').fields['barredUntil']).toBe('2025-09-05');
    asTold(ended, '2025-08-11');
    ended.must(apply('2025-08-18'), head(AGENCY, '2025-08-20', 'pass-assessment'));
    expect(ended.tell(restore('2025-09-05'))).toMatchObject({
      details: ['bar-has-passed', 'from: 2025-09-06T00:00:00+08:00'],
    });
    expect(ended.answer(restore('2025-09-06'))).toBe('ok');
  });

  it('follows an agreement suspended or ended, and comes back with it (ZF48J 34)', () => {
    const with34 = (day: string, command: string): Told =>
      head(AGENCY, day, command, {
        body: { newSubjects: [{ subject: 's1', kind: 'person' }], papers: papers('agreement-decision') },
      });
    const c = begun({ ...with34('2025-03-04', 'suspend-with-agreement'), procedure: 'payment-eligibility' });
    expect(c.clock('elig-national-lock')?.status).toBe('running');
    c.must(
      lock('2025-03-04'),
      head(AGENCY, '2025-04-01', 'terminate-with-agreement', {
        body: { papers: papers('agreement-decision') },
      }),
    );
    expect(stateOf(c)).toBe('terminated-with-agreement');
    c.must(head(AGENCY, '2025-09-01', 'restore-with-agreement', withReason()));
    expect(stateOf(c)).toBe('normal');
  });
});
