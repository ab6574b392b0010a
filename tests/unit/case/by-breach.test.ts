// A statutory limit broken on record opens a referral to discipline inspection by itself (S0 2.2c), where O310 18 orders one for what
// O310 16 and 17 name: an organ that does not transfer in time, police that do not decide in time; and where CF 76(2) has those sanctioned
// who do not file in time. The bus opens it, for whoever stands above the organ; a head decides what becomes of it.
import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../../case/register/apply-register.ts';
import type { Register } from '../../../case/register/register.ts';
import { areBound } from '../../../case/splitting/bound-together.ts';
import { law, lawData, lawOf } from '../../../law/law.ts';
import { BUS } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import {
  type CaseDriver,
  caseDriver,
  changed,
  registerCommand,
  type Told,
} from '../../support/case-driver.ts';
import { told } from '../../support/model-case.ts';
import { takeOrders } from '../../support/referral-story.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  OFFICE,
  POLICE,
  PROCURATORATE,
  papers,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const REVIEW = 'p1/fwd-filing-review/1';
const UPPER_POLICE = '653000/public-security';
const GOVERNMENT = '653023/government-office';
const DISCIPLINE = '653000/discipline-inspection';
const REFERRAL = 'discipline-referral';
/** The review ends with Friday 8 March 2024; the third level comes five working days later. */
const LEVEL_3: Instant = '2024-03-16T00:00:00+08:00';

/** The county with the discipline inspection of its prefecture. */
const county = (): Register =>
  applyRegister(
    countyRegister(),
    registerCommand(
      [
        {
          change: 'department-added',
          department: DISCIPLINE,
          name: DISCIPLINE,
          connectKey: `U${'D'.repeat(55)}`,
        },
        ...(['o-1', 'head'] as const).flatMap((officer) => [
          {
            change: 'officer-appointed' as const,
            department: DISCIPLINE,
            officer,
            ranks: [officer === 'head' ? ('head' as const) : ('officer' as const)],
          },
        ]),
      ],
      { commandId: 'discipline' },
    ),
    2,
  );
const without = (department: string, register = county()): Register =>
  changed(register, department.slice(0, 6), [{ change: 'department-retired', department }]);

const by = (as: string, at: string, command: string, more: Partial<Told> = {}): Told => ({
  as,
  at: `${at}:00:00+08:00`,
  command,
  ...more,
});
const reviewAt = (c: CaseDriver, ...moments: string[]): void => {
  for (const moment of moments) {
    const at = c.state.clocks[REVIEW]?.times.moments.find((m) => m.moment === moment)?.at ?? `no ${moment}`;
    c.must(reach(REVIEW, moment, at));
  }
};
const ordered = (c: CaseDriver) =>
  c.state.followUps.map(({ procedure, command }) => `${procedure} ${command}`);
const referrals = (c: CaseDriver) =>
  Object.values(c.state.proceedings).filter(({ procedure }) => procedure === REFERRAL);

/** The police let the review pass, up to the third level; the relay took what that ordered. */
const broken = (register: Register = county()): CaseDriver => {
  const c = underReview(register);
  c.onRecord();
  reviewAt(c, 'due', 'escalate-2', 'escalate-3');
  takeOrders(c, '2024-03-16T01');
  return c;
};
/** The days off that the county declares afterwards, and the limits computed again under them. */
const daysOff = (c: CaseDriver, days: readonly string[], register = county()): void => {
  const record = { region: '653023', name: '诺鲁孜节', year: 2024, daysOff: [...days], makeUpWorkdays: [] };
  c.under(
    changed(register, '653023', [
      { change: 'calendar-published', records: [{ ...record, basis: '测试', confidence: 'notice' }] },
    ]),
  );
  c.must(by('calendar', '2024-03-16T02', 'recalculate-clocks', { as: 'calendar' }));
};
/** Filed late, on the record, and said to have been done on the last day. */
const claimed = (c: CaseDriver): CaseDriver => {
  c.must({
    ...steps.file('2024-03-08T16:00:00+08:00'),
    recordedAt: '2024-03-20T10:00:00+08:00',
    with: ['reason'],
  });
  return c;
};
const confirms: Told = by(`${PROCURATORATE}/o-1`, '2024-03-21T10', 'confirm-claim', {
  body: { clock: REVIEW },
});
const approves: Told = by(`${UPPER_POLICE}/head`, '2024-03-18T10', 'approve-discipline-referral', {
  body: { fields: { disciplineNature: 'dereliction' } },
});
const sends: Told = by(`${UPPER_POLICE}/o-1`, '2024-03-18T11', 'send-discipline-referral', {
  body: { papers: papers('discipline-referral-letter') },
});

describe('逾期在案，自动启动问题线索移送（O310 第18条）', () => {
  it('opens with the third level, for the superior police, by the bus and by no officer', () => {
    const c = broken();
    const [referral] = referrals(c);
    expect(referral).toMatchObject({
      state: 'identified',
      parent: 'p1',
      breach: REVIEW,
      roles: { referrer: [UPPER_POLICE], discipline: [DISCIPLINE] },
      fields: { disciplineSource: 'breach-on-record' },
    });
    expect(referral?.steps).toEqual([
      expect.objectContaining({ command: 'note-breach-on-record', by: BUS, at: LEVEL_3 }),
    ]);
    expect(referral?.steps[0]).not.toHaveProperty('officer');
  });

  it('tells the superior all of it and the office a word; the police it is about and the sender nothing', () => {
    expect(told(broken(), county())).toEqual([
      `all ${UPPER_POLICE} ${REFERRAL}.breach-on-record-noted`,
      `status ${OFFICE} ${REFERRAL}.status-changed`,
    ]);
  });

  it('orders nothing at the breach, nor at the second level', () => {
    const c = underReview(county());
    reviewAt(c, 'due', 'escalate-2');
    expect(ordered(c)).toEqual([]);
    reviewAt(c, 'escalate-3');
    expect(ordered(c)).toEqual([`${REFERRAL} note-breach-on-record`]);
  });

  it('orders nothing where they filed late before the third level: the moment decides to nothing', () => {
    const c = underReview(county());
    reviewAt(c, 'due', 'escalate-2');
    c.must(steps.file('2024-03-15T10:00:00+08:00'));
    expect(c.clock('fwd-filing-review')?.outcome).toBe('breached');
    expect(c.answer(reach(REVIEW, 'escalate-3', LEVEL_3))).toBe('MOMENT_STALE');
    expect(referrals(c)).toEqual([]);
  });

  it('opens one for one breach, however often the moment and the order are submitted', () => {
    const c = underReview(county());
    const all = ['due', 'escalate-2', 'escalate-3', 'escalate-3'].map((moment) => ({
      clock: REVIEW,
      moment,
    }));
    c.must({ as: 'docket', at: LEVEL_3, command: 'reach-moment', body: { moments: all } });
    expect(c.answer(reach(REVIEW, 'escalate-3', '2024-03-17T00:00:00+08:00'))).toBe('MOMENT_STALE');
    const take: Told = by('relay', '2024-03-16T01', 'take-follow-up', { body: { followUp: 1 } });
    expect([c.answer(take), c.answer(take)]).toEqual(['ok', 'MOMENT_STALE']);
    expect(referrals(c)).toHaveLength(1);
  });

  it.each([
    ['the government of the county, where no superior is registered', [UPPER_POLICE], GOVERNMENT],
    [
      'the organ itself, where there is nobody else',
      [UPPER_POLICE, GOVERNMENT, '653000/government-office'],
      POLICE,
    ],
  ])('is for %s', (_who, missing, referrer) => {
    const c = broken(missing.reduce((register, department) => without(department, register), county()));
    expect(referrals(c)[0]?.roles['referrer']).toEqual([referrer]);
  });

  it.each([
    [
      'fwd-head-decision',
      [steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00')],
    ],
    [
      'fwd-handover',
      [
        steps.suspect('2024-03-04T09:00:00+08:00'),
        steps.report('2024-03-04T15:00:00+08:00'),
        steps.approve('2024-03-05T09:00:00+08:00'),
      ],
    ],
  ])('opens where an organ does not transfer in time: %s (O310 16)', (limit, course) => {
    const c = caseDriver(county());
    c.must(...course);
    c.must(reach(`p1/${limit}/1`, 'escalate-3', '2024-04-01T00:00:00+08:00'));
    takeOrders(c, '2024-04-01T01');
    expect(referrals(c)).toMatchObject([{ breach: `p1/${limit}/1`, roles: { referrer: [GOVERNMENT] } }]);
  });

  it('opens where the police do not decide on the reconsideration in time (O310 9(2), 17)', () => {
    const c = underReview(county());
    c.must(steps.refuse('2024-03-06T10:00:00+08:00'), steps.reconsider('2024-03-07T10:00:00+08:00'));
    c.must(reach('p1/fwd-reconsider-decision/1', 'escalate-3', '2024-04-01T00:00:00+08:00'));
    expect(ordered(c)).toEqual([`${REFERRAL} note-breach-on-record`]);
  });

  it('opens where an organ neither files nor declines in time what it was told of (N4 14, CF 76(2))', () => {
    const c = caseDriver(county());
    c.must(
      by(`${BUREAU}/o-1`, '2024-03-04T09', 'verify-lead', {
        procedure: 'insurance-penalty',
        with: ['summary'],
      }),
      reach('p1/clue-verify/1', 'escalate-3', '2024-04-15T00:00:00+08:00'),
    );
    takeOrders(c, '2024-04-15T01');
    expect(referrals(c)).toMatchObject([
      { breach: 'p1/clue-verify/1', roles: { referrer: [GOVERNMENT] }, state: 'identified' },
    ]);
  });

  it('opens none where a limit of another kind is broken, to the last level of its ladder', () => {
    const c = accepted(county());
    c.must(
      by(`${POLICE}/o-1`, '2024-03-05T15', 'request-supplement', {
        body: { papers: papers('supplement-notice') },
      }),
      reach('p1/fwd-supplement/1', 'escalate-3', '2024-04-01T00:00:00+08:00'),
    );
    expect(c.state.clocks['p1/fwd-supplement/1']?.reached).toContain('escalate-3');
    expect(ordered(c)).toEqual([]);
  });

  it('opens none for what happened before the revision of O310 of 7 August 2020', () => {
    const c = caseDriver(county());
    c.must(steps.suspect('2020-07-20T09:00:00+08:00'), steps.report('2020-07-20T15:00:00+08:00'));
    c.must(reach('p1/fwd-head-decision/1', 'escalate-3', '2020-08-06T00:00:00+08:00'));
    expect(ordered(c)).toEqual([]);
  });

  it('opens none for a limit whose number nobody has checked (来源待核)', () => {
    const unchecked = lawOf({
      ...lawData,
      timeLimits: lawData.timeLimits.map((limit) =>
        limit.id === 'fwd-head-decision' ? { ...limit, source: 'from-memory' as const } : limit,
      ),
    });
    const c = caseDriver(county(), undefined, unchecked);
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    expect(c.answer(reach('p1/fwd-head-decision/1', 'escalate-3', '2024-04-01T00:00:00+08:00'))).toBe(
      'MOMENT_STALE',
    );
    expect(ordered(c)).toEqual([]);
  });

  it('opens none for a simulated department: what was not published is not known to be left undone', () => {
    const register = county();
    const departments = {
      ...register.departments,
      [POLICE]: { ...(register.departments[POLICE] as Register['departments'][string]), simulated: true },
    };
    const c = underReview({ ...register, departments });
    reviewAt(c, 'due', 'escalate-2', 'escalate-3');
    expect(ordered(c)).toEqual([]);
  });

  it('is not sent by anybody: no officer opens one so, nor says that it fell', () => {
    const c = broken();
    const opens = by(`${UPPER_POLICE}/head`, '2024-03-18T09', 'note-breach-on-record', {
      procedure: REFERRAL,
    });
    expect(c.answer(opens)).toBe('NOT_YOUR_ROLE');
    expect(c.answer(by(`${UPPER_POLICE}/head`, '2024-03-18T09', 'note-breach-lifted'))).toBe('NOT_YOUR_ROLE');
    expect(referrals(c)).toHaveLength(1);
  });

  it('goes on as every referral: the head approves, the clue is handed over, received and the hand-off closed', () => {
    const c = broken();
    expect(c.answer({ ...approves, as: `${UPPER_POLICE}/o-1` })).toBe('RANK_TOO_LOW');
    c.must(approves, sends);
    const [referral] = referrals(c);
    const handOff = () => c.handOffs(referral?.proceeding)[0];
    expect(handOff()).toMatchObject({ from: UPPER_POLICE, to: DISCIPLINE });
    expect(handOff()?.outcome).toBeUndefined();
    c.must(by(`${DISCIPLINE}/o-1`, '2024-03-19T09', 'receive-discipline-referral'));
    expect(handOff()?.outcome).toBe('received');
    expect(c.clock('agr-hand-off-receipt', referral?.proceeding)).toMatchObject({
      obliged: DISCIPLINE,
      startedAt: '2024-03-18T11:00:00+08:00',
      outcome: 'met',
    });
  });

  it('leaves the referral of an official of the case to itself: it is about who broke the limit', () => {
    const c = broken();
    c.must(
      by(`${BUREAU}/o-1`, '2024-03-18T09', 'file-penalty', {
        procedure: 'insurance-penalty',
        body: {
          team: ['o-1', 'o-2'],
          papers: papers('case-filing-form'),
          newSubjects: [{ subject: 's1', kind: 'person', publicOfficial: true }],
        },
        with: ['summary', 'subjects/s1'],
      }),
    );
    expect(ordered(c)).toEqual([`${REFERRAL} note-official-involved`]);
    takeOrders(c, '2024-03-18T10');
    expect(referrals(c).map(({ subject, breach }) => [subject, breach])).toEqual([
      [undefined, REVIEW],
      ['s1', undefined],
    ]);
  });

  it('stays with the limit it rests on: no split parts the two, of whatever procedure that is', () => {
    const c = broken();
    const [referral] = referrals(c);
    const asked = { ...c.proceeding('criminal-transfer'), procedure: 'consultation', subject: 's1' };
    if (!referral) throw new Error('no referral');
    expect(areBound(law, c.state, { ...referral, subject: 's2' }, asked)).toBe(true);
    expect(areBound(law, c.state, { ...referral, subject: 's2' }, { ...asked, proceeding: 'p9' })).toBe(
      false,
    );
  });
});

describe('逾期记录变更的', () => {
  it('stands while it is only claimed that it was in time, and falls once another confirms that', () => {
    const c = claimed(broken());
    expect([c.clock('fwd-filing-review')?.outcome, ordered(c)]).toEqual(['claimed-in-time', []]);
    c.must(confirms);
    expect(c.clock('fwd-filing-review')?.outcome).toBe('met');
    expect(ordered(c)).toEqual([`${REFERRAL} note-breach-lifted`]);
    takeOrders(c, '2024-03-21T11');
    expect(referrals(c)).toMatchObject([{ state: 'closed' }]);
    expect(told(c, county())).toEqual([
      `all ${UPPER_POLICE} ${REFERRAL}.breach-lifted-noted`,
      `status ${OFFICE} ${REFERRAL}.status-changed`,
    ]);
  });

  it('stands where the claim is disputed, and where they filed late', () => {
    const c = claimed(broken());
    c.must({ ...confirms, command: 'dispute-claim', with: ['reason'] });
    expect([c.clock('fwd-filing-review')?.outcome, ordered(c)]).toEqual(['breached', []]);

    const late = broken();
    late.must(steps.file('2024-03-20T10:00:00+08:00'));
    expect([late.clock('fwd-filing-review')?.outcome, ordered(late)]).toEqual(['breached', []]);
    expect(referrals(late)).toMatchObject([{ state: 'identified' }]);
  });

  it('goes back to the head where it was approved and not sent yet', () => {
    const c = broken();
    c.must(approves);
    claimed(c).must(confirms);
    takeOrders(c, '2024-03-21T11');
    expect(referrals(c)).toMatchObject([{ state: 'identified' }]);
  });

  it('is told to both sides where it was sent: what becomes of it is for discipline inspection to say', () => {
    const c = broken();
    c.must(approves, sends, by(`${DISCIPLINE}/o-1`, '2024-03-19T09', 'receive-discipline-referral'));
    claimed(c).must(confirms);
    takeOrders(c, '2024-03-21T11');
    expect(referrals(c)).toMatchObject([{ state: 'received' }]);
    expect(told(c, county())).toEqual([
      `all ${DISCIPLINE} ${REFERRAL}.breach-lifted-noted`,
      `all ${UPPER_POLICE} ${REFERRAL}.breach-lifted-noted`,
    ]);
  });

  it('falls where the limit ends later by a calendar that was published afterwards', () => {
    const c = broken();
    daysOff(c, ['2024-03-08', '2024-03-11', '2024-03-12', '2024-03-13', '2024-03-14', '2024-03-15']);
    expect(c.clock('fwd-filing-review')?.times.latestDueAt).toBe('2024-03-19T00:00:00+08:00');
    expect(ordered(c)).toEqual([`${REFERRAL} note-breach-lifted`]);
  });

  it('stays the one where it ends a little later and the third level comes again', () => {
    const c = broken();
    daysOff(c, ['2024-03-08']);
    expect(c.clock('fwd-filing-review')?.times.latestDueAt).toBe('2024-03-12T00:00:00+08:00');
    expect(ordered(c)).toEqual([]);
    reviewAt(c, 'escalate-3');
    // Whoever reads of the third level does not learn whether one is under way: what is ordered again comes to nothing.
    takeOrders(c, '2024-04-01T01');
    expect([ordered(c), referrals(c).length]).toEqual([[], 1]);
  });

  /** What those who read of the limit learn of its falling: the order, and how it ended. */
  const fallen = (c: CaseDriver) => {
    c.must(confirms);
    const order = c.entries.at(-1)?.events.find(({ kind }) => kind === 'follow-up');
    takeOrders(c, '2024-03-21T11');
    return { order, end: c.entries.at(-1)?.events.map(({ type }) => type), told: told(c, county()) };
  };

  it('is ordered alike whatever became of the referral, for all read the order: it names none, and tells of no state', () => {
    const open = fallen(claimed(broken()));
    const ended = broken();
    ended.must(
      by(`${UPPER_POLICE}/head`, '2024-03-18T10', 'refuse-discipline-referral', {
        body: { reasonCode: 'unfounded' },
        with: ['reason'],
      }),
      by(`${UPPER_POLICE}/o-1`, '2024-03-18T11', 'close-unreferred', {
        body: { reasonCode: 'unfounded' },
        with: ['reason'],
      }),
    );
    const after = fallen(claimed(ended));
    expect(open.order).toMatchObject({ from: 'p1', breach: REVIEW, command: 'note-breach-lifted' });
    expect(open.order).not.toHaveProperty('proceeding');
    expect(after.order).toEqual(open.order);
    // Of one that has ended nobody is told anything.
    expect([after.end, after.told]).toEqual([['follow-up-void'], []]);
  });

  it('is said once, and not of one that has ended', () => {
    const c = claimed(broken());
    c.must(confirms);
    takeOrders(c, '2024-03-21T11');
    c.must(by(`${PROCURATORATE}/o-1`, '2024-03-22T09', 'record-fact', { body: { fact: 'seen' } }));
    expect(ordered(c)).toEqual([]);
  });
});
