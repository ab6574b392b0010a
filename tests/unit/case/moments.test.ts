// What happens when a moment comes: never early, never twice, late and marked late, to those who must hear of it.
import { describe, expect, it } from 'vitest';
import { caseDriver, registerWith } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  notFiled,
  OFFICE,
  POLICE,
  PROCURATORATE,
  papers,
  reach,
  steps,
} from '../../support/transfer-story.ts';

const REVIEW = 'p1/fwd-filing-review/1';
const plannedAt = (c: ReturnType<typeof accepted>, clock: string, moment: string): string =>
  c.state.clocks[clock]?.times.moments.find((m) => m.moment === moment)?.at ?? `no ${moment}`;
const reached = (c: ReturnType<typeof accepted>, clock: string, moment: string) => {
  const [event] = c.must(reach(clock, moment, plannedAt(c, clock, moment)));
  if (event?.kind !== 'moment') throw new Error(`${moment} led to ${event?.type}`);
  return event;
};
const who = (event: ReturnType<typeof reached>) => event.addressees.map((a) => `${a.department} ${a.rank}`);

describe('时间节点', () => {
  it('is refused a millisecond early, whoever asks', () => {
    const c = accepted();
    expect(c.answer(reach(REVIEW, 'due', '2024-03-08T23:59:59.999+08:00'))).toBe('MOMENT_TOO_EARLY');
    expect(c.answer({ ...reach(REVIEW, 'due', '2024-03-09T00:00:00+08:00'), as: `${POLICE}/head` })).toBe(
      'SERVICE_ONLY',
    );
  });

  it('is acted on at its instant, once', () => {
    const c = accepted();
    expect(reached(c, REVIEW, 'due')).toMatchObject({ type: 'limit-overdue', late: false, level: 1 });
    expect(c.answer(reach(REVIEW, 'due', '2024-03-09T00:00:01+08:00'))).toBe('MOMENT_STALE');
  });

  it('is acted on once where it is asked for twice in one command', () => {
    const c = accepted();
    const twice = { moments: [REVIEW, REVIEW].map((clock) => ({ clock, moment: 'due' })) };
    const events = c.must({ ...reach(REVIEW, 'due', '2024-03-09T00:00:00+08:00'), body: twice });
    expect(events.filter(({ kind }) => kind === 'moment')).toHaveLength(1);
  });

  it.each([
    ['a minute late, is on time', '2024-03-09T00:01:00+08:00', false],
    ['later than that, is marked late', '2024-03-09T00:01:00.001+08:00', true],
  ])('recorded %s', (_when, at, late) => {
    const [event] = accepted().must(reach(REVIEW, 'due', at));
    expect(event).toMatchObject({ type: 'limit-overdue', late, plannedAt: '2024-03-09T00:00:00+08:00' });
  });

  it('decides to nothing when its clock has stopped meanwhile', () => {
    const c = accepted();
    c.must(steps.review('2024-03-06T09:00:00+08:00'), steps.file('2024-03-07T09:00:00+08:00'));
    expect(c.answer(reach(REVIEW, 'due', '2024-03-09T00:00:00+08:00'))).toBe('MOMENT_STALE');
  });

  it('decides to nothing for clocks and moments there are not', () => {
    const c = accepted();
    expect(c.answer(reach('p9/fwd-filing-review/1', 'due', '2024-03-09T00:00:00+08:00'))).toBe(
      'MOMENT_STALE',
    );
    expect(c.answer(reach(REVIEW, 'remind-9', '2024-03-09T00:00:00+08:00'))).toBe('MOMENT_STALE');
  });

  it('puts what came in an outage in the order of time, whatever order it is asked in', () => {
    const c = accepted();
    const names = ['escalate-3', 'due', 'remind-1', 'escalate-2'];
    const events = c.must({
      as: 'docket',
      at: '2024-04-01T00:00:00+08:00',
      command: 'reach-moment',
      body: { moments: names.map((moment) => ({ clock: REVIEW, moment })) },
    });
    expect(events.flatMap((e) => (e.kind === 'moment' ? [e.moment] : []))).toEqual([
      'remind-1',
      'due',
      'escalate-2',
      'escalate-3',
    ]);
  });

  it('takes those that came and leaves those that did not', () => {
    const c = accepted();
    c.must({
      as: 'docket',
      at: '2024-03-09T00:00:00+08:00',
      command: 'reach-moment',
      body: { moments: ['due', 'escalate-2'].map((moment) => ({ clock: REVIEW, moment })) },
    });
    expect(c.state.clocks[REVIEW]?.reached).toEqual(['due']);
  });
});

describe('升级阶梯', () => {
  it('reminds the liaison of the obliged department at half and four fifths of the time', () => {
    const c = accepted();
    expect(who(reached(c, REVIEW, 'remind-1'))).toEqual([`${POLICE} liaison`]);
    expect(who(reached(c, REVIEW, 'remind-2'))).toEqual([`${POLICE} liaison`]);
  });

  it('tells the head and the liaison of the obliged department first (L1)', () => {
    expect(who(reached(accepted(), REVIEW, 'due'))).toEqual([`${POLICE} head`, `${POLICE} liaison`]);
  });

  it('tells the sender and the joint-meeting office three working days later (L2)', () => {
    const event = reached(accepted(), REVIEW, 'escalate-2');
    expect([event.plannedAt, event.level]).toEqual(['2024-03-14T00:00:00+08:00', 2]);
    expect(who(event)).toEqual([`${BUREAU} liaison`, `${OFFICE} liaison`]);
  });

  it('tells procuratorate, superior police and both governments five working days later where police are obliged (L3)', () => {
    const event = reached(accepted(), REVIEW, 'escalate-3');
    expect([event.plannedAt, event.level]).toEqual(['2024-03-16T00:00:00+08:00', 3]);
    expect(who(event)).toEqual([
      `${PROCURATORATE} liaison`,
      '653000/public-security head',
      '653023/government-office liaison',
      '653000/government-office liaison',
    ]);
  });

  it('tells the supervisory organ too where an organ does not transfer (L3, O310 14)', () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'));
    expect(who(reached(c, 'p1/fwd-head-decision/1', 'escalate-3'))).toEqual([
      `${PROCURATORATE} liaison`,
      '653023/government-office liaison',
      '653023/discipline-inspection liaison',
    ]);
  });

  it('warns both sides when the supplement does not come', () => {
    const c = accepted();
    c.must({
      as: `${POLICE}/o-1`,
      command: 'request-supplement',
      at: '2024-03-05T15:00:00+08:00',
      body: { papers: papers('supplement-notice') },
    });
    expect(who(reached(c, 'p1/fwd-supplement/1', 'due'))).toEqual([
      `${BUREAU} head`,
      `${BUREAU} liaison`,
      `${POLICE} liaison`,
    ]);
  });

  it('tells no procuratorate of a clue verified late: that is no crime withheld (CF 76)', () => {
    const c = caseDriver(countyRegister());
    c.must(
      {
        as: '653023/audit/o-1',
        command: 'send-clue',
        at: '2024-03-04T09:00:00+08:00',
        body: { to: [BUREAU], fields: { topic: 'claims' } },
      },
      { as: `${BUREAU}/o-1`, command: 'acknowledge', at: '2024-03-04T10:00:00+08:00' },
    );
    expect(who(reached(c, 'p1/clue-verify/1', 'escalate-3'))).toEqual([
      '653023/discipline-inspection liaison',
    ]);
  });

  it('tells the higher procuratorate where a procuratorate is obliged (L3)', () => {
    const c = notFiled();
    c.must(
      steps.requestSupervision('2024-03-08T09:00:00+08:00'),
      { as: `${PROCURATORATE}/o-1`, command: 'accept-supervision', at: '2024-03-08T10:00:00+08:00' },
      {
        as: `${PROCURATORATE}/o-1`,
        command: 'require-reasons',
        at: '2024-03-08T11:00:00+08:00',
        body: { papers: papers('reasons-request-notice') },
      },
      {
        as: `${POLICE}/o-1`,
        command: 'state-reasons',
        at: '2024-03-08T12:00:00+08:00',
        body: { papers: papers('reasons-statement') },
      },
      { as: `${PROCURATORATE}/o-1`, command: 'uphold-reasons', at: '2024-03-08T13:00:00+08:00' },
    );
    const clock = 'p2/sup-reasons-ok-inform/1';
    expect(who(reached(c, clock, 'escalate-2'))).toEqual([`${BUREAU} liaison`, `${OFFICE} liaison`]);
    expect(who(reached(c, clock, 'escalate-3'))).toEqual(['653000/procuratorate head']);
  });

  it('never leaves those who agreed, for agreed limits', () => {
    const moments = delivered()
      .clock('agr-hand-off-receipt')
      ?.times.moments.map(({ moment }) => moment);
    expect(moments).toContain('escalate-2');
    expect(moments).not.toContain('escalate-3');
  });

  it('leaves out addressees that are not registered or were retired', () => {
    const c = caseDriver(registerWith([BUREAU, POLICE]));
    c.must(
      steps.suspect('2024-03-04T09:00:00+08:00'),
      steps.report('2024-03-04T15:00:00+08:00'),
      steps.approve('2024-03-05T09:00:00+08:00'),
      steps.handOver('2024-03-05T10:00:00+08:00'),
      steps.sign('2024-03-05T11:00:00+08:00'),
    );
    expect(who(reached(c, REVIEW, 'escalate-3'))).toEqual([]);
  });
});

describe('人员与部门', () => {
  const retire = (register: ReturnType<typeof countyRegister>) => ({
    ...register,
    departments: {
      ...register.departments,
      [POLICE]: { ...register.departments[POLICE], retiredAt: '2024-03-05T10:30:00+08:00' },
    },
  });

  it('refuses a department that was retired', () => {
    const c = delivered();
    c.under(retire(countyRegister()) as ReturnType<typeof countyRegister>);
    expect(c.answer(steps.sign('2024-03-05T11:00:00+08:00'))).toBe('UNKNOWN_DEPARTMENT');
  });

  it('refuses an officer who is not appointed', () => {
    expect(delivered().answer({ ...steps.sign('2024-03-05T11:00:00+08:00'), as: `${POLICE}/o-9` })).toBe(
      'UNKNOWN_OFFICER',
    );
  });

  it('refuses what happens in the future, and says what time it is here', () => {
    const told = { ...steps.sign('2024-03-05T11:00:00+08:00'), recordedAt: '2024-03-05T10:59:54.999+08:00' };
    expect(delivered().tell(told)).toMatchObject({
      code: 'OCCURRED_IN_FUTURE',
      details: ['now: 2024-03-05T10:59:54.999+08:00'],
    });
  });

  it('takes what a clock up to five seconds ahead calls now as happening now', () => {
    const c = delivered();
    const now = '2024-03-05T10:59:55+08:00';
    const events = c.must({ ...steps.sign('2024-03-05T11:00:00+08:00'), recordedAt: now });
    expect(events.filter(({ at }) => at !== now)).toEqual([]);
    expect(c.entries.at(-1)).toMatchObject({
      occurredAt: now,
      recordedAt: now,
      command: { occurredAt: '2024-03-05T11:00:00+08:00' },
    });
  });

  it('lets a service of the platform have no such tolerance: nothing is early', () => {
    const c = delivered();
    const early = {
      as: 'docket',
      at: '2024-03-05T11:00:00+08:00',
      recordedAt: '2024-03-05T10:59:59.999+08:00',
      command: 'reach-moment',
      body: { moments: [] },
    };
    expect(c.answer(early)).toBe('OCCURRED_IN_FUTURE');
  });

  it('refuses a step that happened before the one before it', () => {
    const told = { ...steps.sign('2024-03-05T09:59:59+08:00'), recordedAt: '2024-03-05T11:00:00+08:00' };
    expect(delivered().answer(told)).toBe('OCCURRED_BEFORE_PREVIOUS');
  });

  it('keeps when it happened apart from when it was recorded: clocks run from the former', () => {
    const c = delivered();
    c.must({ ...steps.sign('2024-03-05T11:00:00+08:00'), recordedAt: '2024-03-07T09:00:00+08:00' });
    expect(c.clock('fwd-filing-review')?.times.latestDueAt).toBe('2024-03-09T00:00:00+08:00');
    expect(c.entries.at(-1)?.recordedAt).toBe('2024-03-07T09:00:00+08:00');
  });
});
