// Clocks as the decider moves them: which limit binds, what is known exactly enough, pauses, extensions, new calendars.
import { describe, expect, it } from 'vitest';
import type { Register } from '../../../case/register/register.ts';
import { nationalCalendar } from '../../../law/calendars/national.ts';
import type { Precision } from '../../../schemas/instant.ts';
import { caseDriver, changed, registerWith, type Told } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  filed,
  POLICE,
  PROCURATORATE,
  papers,
  reach,
  steps,
  underReview,
} from '../../support/transfer-story.ts';

const head = `${POLICE}/head`;
const extend = (
  extension: string,
  approver: 'head' | 'county-police-head' | 'higher-police',
  at: string,
): Told => ({
  as: head,
  command: 'extend-review',
  at,
  body: { reasonCode: 'complex', extension, approver },
  with: ['reason'],
});
const pause = (at: string): Told => ({
  as: head,
  command: 'pause-review',
  at,
  body: { reasonCode: 'appraisal', basis: '地方规定第3条' },
  with: ['reason'],
});
const resume = (at: string): Told => ({ as: head, command: 'resume-review', at });
const switched = (register: Register, limit: string, active: boolean): Register =>
  changed(register, '653023', [{ change: 'limit-switched', limit, active, basis: '地区规定' }]);
const economic = (): Register =>
  switched(switched(countyRegister(), 'fwd-filing-review', false), 'fwd-filing-review-econ', true);

describe('立案审查期限', () => {
  it('is three calendar days by default, and no other review limit runs', () => {
    const running = Object.values(accepted().state.clocks)
      .filter(({ status }) => status === 'running')
      .map(({ limit }) => limit);
    expect(running.filter((limit) => limit.startsWith('fwd-filing-review'))).toEqual(['fwd-filing-review']);
  });

  it('cannot be prolonged: the base rule knows no extension', () => {
    expect(underReview().answer(extend('to-10-days', 'head', '2024-03-06T09:00:00+08:00'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
  });

  it('follows the limit a region switched on, with its extensions and their approvers', () => {
    const c = underReview(economic());
    expect(c.clock('fwd-filing-review')).toBeUndefined();
    expect(c.clock('fwd-filing-review-econ')?.times.latestDueAt).toBe('2024-03-09T00:00:00+08:00');
    expect(c.answer(extend('to-10-days', 'higher-police', '2024-03-06T09:00:00+08:00'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
    expect(c.answer(extend('to-10-days', 'head', '2024-03-06T09:00:00+08:00'))).toBe('ok');
    expect(c.clock('fwd-filing-review-econ')?.times.latestDueAt).toBe('2024-03-16T00:00:00+08:00');
    expect(c.answer(extend('to-30-days', 'county-police-head', '2024-03-07T09:00:00+08:00'))).toBe('ok');
    expect(c.clock('fwd-filing-review-econ')?.extensions.map(({ id }) => id)).toEqual([
      'to-10-days',
      'to-30-days',
    ]);
  });

  it('comes to the whole length of the law whatever was granted before, and in its order', () => {
    const c = underReview(economic());
    expect(c.answer(extend('to-60-days', 'higher-police', '2024-03-06T09:00:00+08:00'))).toBe(
      'EXTENSION_NOT_ALLOWED',
    );
    expect(c.answer(extend('to-30-days', 'county-police-head', '2024-03-06T09:00:00+08:00'))).toBe('ok');
    // 5 March and 30 days end with Thursday 4 April, Qingming 2024: 4 to 6 April off, Sunday 7 April worked.
    expect(c.clock('fwd-filing-review-econ')?.times.latestDueAt).toBe('2024-04-08T00:00:00+08:00');
    expect(c.answer(extend('to-10-days', 'head', '2024-03-06T09:00:00+08:00'))).toBe('EXTENSION_NOT_ALLOWED');
    expect(c.answer(extend('to-60-days', 'higher-police', '2024-03-07T09:00:00+08:00'))).toBe('ok');
    // 60 days end with Saturday 4 May, in the Labour Day holiday of 1 to 5 May.
    expect(c.clock('fwd-filing-review-econ')?.times.latestDueAt).toBe('2024-05-07T00:00:00+08:00');
  });

  it('keeps the base limit beside the other where the region did not switch it off', () => {
    const c = underReview(switched(countyRegister(), 'fwd-filing-review-econ', true));
    expect(c.answer(extend('to-10-days', 'head', '2024-03-06T09:00:00+08:00'))).toBe('ok');
    expect(c.clock('fwd-filing-review')?.times.latestDueAt).toBe('2024-03-09T00:00:00+08:00');
    expect(c.clock('fwd-filing-review-econ')?.times.latestDueAt).toBe('2024-03-16T00:00:00+08:00');
  });

  it('is settled for a region by the one above it, unless it settled the matter itself', () => {
    const above = changed(countyRegister(), '650000', [
      { change: 'limit-switched', limit: 'fwd-filing-review', active: false, basis: '自治区规定' },
    ]);
    expect(accepted(above).clock('fwd-filing-review')).toBeUndefined();
    expect(accepted(switched(above, 'fwd-filing-review', true)).clock('fwd-filing-review')?.status).toBe(
      'running',
    );
  });
});

describe('从严与从宽', () => {
  /** Reported on Thursday 7 March 2024: calendar days end with Monday the 11th, working days with Tuesday the 12th. */
  const decided = (at: string) => {
    const c = caseDriver(countyRegister());
    c.must(
      steps.suspect('2024-03-07T09:00:00+08:00'),
      steps.report('2024-03-07T10:00:00+08:00'),
      steps.approve(at),
    );
    return c.clock('fwd-head-decision');
  };

  it('a breach is recorded by the latest reading, an alarm by the strict one', () => {
    expect(decided('2024-03-12T09:00:00+08:00')).toMatchObject({
      outcome: 'met',
      times: { strictDueAt: '2024-03-12T00:00:00+08:00', latestDueAt: '2024-03-13T00:00:00+08:00' },
    });
    expect(decided('2024-03-12T23:59:59.999+08:00')?.outcome).toBe('met');
    expect(decided('2024-03-13T00:00:00+08:00')?.outcome).toBe('breached');
  });
});

describe('中止计时', () => {
  const allowed = () =>
    changed(countyRegister(), '653023', [
      { change: 'pause-allowed', limit: 'fwd-filing-review', basis: '地方规定第3条' },
    ]);

  it('is refused where the region does not allow it', () => {
    expect(underReview().answer(pause('2024-03-06T09:00:00+08:00'))).toBe('PAUSE_NOT_ALLOWED');
  });

  it('stops the clock and starts it again without the days in between, keeping both', () => {
    const c = underReview(allowed());
    c.must(pause('2024-03-06T09:00:00+08:00'));
    expect(c.clock('fwd-filing-review')).toMatchObject({ status: 'paused' });
    c.must(resume('2024-03-11T09:00:00+08:00'));
    expect(c.clock('fwd-filing-review')).toMatchObject({
      status: 'running',
      stops: [{ from: '2024-03-06T09:00:00+08:00', to: '2024-03-11T09:00:00+08:00' }],
      times: { latestDueAt: '2024-03-15T00:00:00+08:00' },
    });
  });

  it('lets no moment through while it lasts', () => {
    const c = underReview(allowed());
    c.must(pause('2024-03-06T09:00:00+08:00'));
    expect(c.answer(reach('p1/fwd-filing-review/1', 'due', '2024-03-09T00:00:00+08:00'))).toBe(
      'MOMENT_STALE',
    );
  });

  it('is no breach where the decision comes during the pause, after the old end', () => {
    const c = underReview(allowed());
    c.must(pause('2024-03-06T09:00:00+08:00'), steps.file('2024-03-20T09:00:00+08:00'));
    expect(c.clock('fwd-filing-review')?.outcome).toBe('met');
  });

  it('heals no breach: a clock paused when it was overdue stays overdue', () => {
    const c = underReview(allowed());
    c.must(pause('2024-03-12T09:00:00+08:00'), steps.file('2024-03-20T09:00:00+08:00'));
    expect(c.clock('fwd-filing-review')?.outcome).toBe('breached');
  });

  it('is refused twice over, and so is going on with what never stopped', () => {
    const c = underReview(allowed());
    expect(c.answer(resume('2024-03-06T08:00:00+08:00'))).toBe('NO_SUCH_CLOCK');
    c.must(pause('2024-03-06T09:00:00+08:00'));
    expect(c.answer(pause('2024-03-06T10:00:00+08:00'))).toBe('NO_SUCH_CLOCK');
  });
});

describe('抄送同级人民检察院', () => {
  it('is kept by the hand-over, which the procuratorate is told of', () => {
    expect(delivered().clock('fwd-copy-procuratorate')?.outcome).toBe('met');
  });

  it('is not known to be kept where the county has no procuratorate on the bus', () => {
    const c = delivered(registerWith([BUREAU, POLICE]));
    expect(c.clock('fwd-copy-procuratorate')?.outcome).toBe('undetermined');
  });
});

describe('在册之事，日期只知到月', () => {
  it('is refused: the year or the month alone would move a limit by as much', () => {
    const c = delivered();
    c.onRecord();
    const sign = steps.sign('2024-03-05T11:00:00+08:00');
    expect(c.answer({ ...sign, precision: 'month' })).toBe('REHEARSAL_ONLY');
    expect(c.answer({ ...sign, precision: 'year' })).toBe('REHEARSAL_ONLY');
  });
});

describe('未定之事', () => {
  const signedWith = (precision: Precision, filled = false) => {
    const c = delivered();
    c.must({ ...steps.sign('2024-03-05T11:00:00+08:00'), precision, body: filled ? { filled } : {} });
    return c;
  };

  it.each([
    ['filled in by a rehearsal', 'instant', true, 'filled'],
    ['undated', 'undated', false, 'undated'],
    ['known to the month only', 'month', false, 'coarser-than-unit'],
    ['known to the year only', 'year', false, 'coarser-than-unit'],
  ] as const)('is neither met nor breached: %s', (_what, precision, isFilled, undetermined) => {
    const c = signedWith(precision, isFilled);
    expect(c.clock('fwd-filing-review')?.undetermined).toBe(undetermined);
    c.must({ ...steps.review('2024-06-03T09:00:00+08:00') }, { ...steps.file('2024-06-04T09:00:00+08:00') });
    expect(c.clock('fwd-filing-review')?.outcome).toBe('undetermined');
  });

  it('makes no breach by time either', () => {
    for (const c of [signedWith('instant', true), signedWith('undated'), signedWith('month')])
      expect(c.clock('fwd-filing-review')?.times.moments.map(({ moment }) => moment)).not.toContain('due');
  });

  it('alarms nobody where it is not known to the day when the clock began: not a year early, nor at all', () => {
    const coarse = [
      signedWith('instant', true),
      signedWith('undated'),
      signedWith('month'),
      signedWith('year'),
    ];
    for (const c of coarse) expect(c.clock('fwd-filing-review')?.times.moments).toEqual([]);
    expect(signedWith('day').clock('fwd-filing-review')?.times.moments.length).toBeGreaterThan(1);
  });

  it('spans what is possible: known to the month, it may have begun on the first or on the last', () => {
    expect(signedWith('month').clock('fwd-filing-review')).toMatchObject({
      startedAt: '2024-03-01T00:00:00+08:00',
      startedAtLatest: '2024-03-31T23:59:59.999+08:00',
      times: { strictDueAt: '2024-03-05T00:00:00+08:00', latestDueAt: '2024-04-04T00:00:00+08:00' },
    });
  });

  it('is exact enough for days where the day is known, and not for hours', () => {
    const c = signedWith('day');
    expect(c.clock('fwd-filing-review')?.undetermined).toBeUndefined();
    expect(c.clock('fwd-supplement-notice')?.undetermined).toBe('coarser-than-unit');
  });

  it('holds also where only the end is known coarsely', () => {
    const c = underReview();
    c.must({ ...steps.file('2024-03-20T09:00:00+08:00'), precision: 'month' });
    expect(c.clock('fwd-filing-review')?.outcome).toBe('undetermined');
  });

  it('does not begin before the law does: known to the year in which a limit came into force', () => {
    const c = caseDriver(countyRegister());
    const inYear = (told: Told): Told => ({ ...told, precision: 'year' });
    c.must(
      inYear(steps.suspect('2016-08-01T09:00:00+08:00')),
      inYear(steps.report('2016-08-02T09:00:00+08:00')),
      inYear(steps.approve('2016-08-03T09:00:00+08:00')),
      inYear(steps.handOver('2016-08-04T09:00:00+08:00')),
      inYear(steps.sign('2016-08-05T09:00:00+08:00')),
    );
    // GT16 2 came into force on 16 June 2016.
    expect(c.clock('fwd-supplement-notice')).toMatchObject({
      startedAt: '2016-06-16T00:00:00+08:00',
      undetermined: 'coarser-than-unit',
    });
  });

  it('is the law of its day: before GA127 180 there was no notice to supplement', () => {
    const c = caseDriver(countyRegister());
    const on = (told: Told, day: string): Told => ({ ...told, at: `${day}T10:00:00+08:00` });
    c.must(
      on(steps.suspect(''), '2012-03-05'),
      on(steps.report(''), '2012-03-06'),
      on(steps.approve(''), '2012-03-07'),
      on(steps.handOver(''), '2012-03-08'),
      on(steps.sign(''), '2012-03-09'),
    );
    expect(c.clock('fwd-supplement-notice')).toBeUndefined();
    expect(c.clock('fwd-filing-review')?.status).toBe('running');
  });
});

describe('两个公开日期之间', () => {
  const within = (from: string, to: string, filled = false): Partial<Told> => ({
    precision: 'undated',
    body: { within: { from, to }, ...(filled ? { filled } : {}) },
  });
  const signed = (more: Partial<Told>) => {
    const c = delivered();
    c.must({ ...steps.sign('2024-03-05T11:00:00+08:00'), ...more });
    return c;
  };
  const told = (step: Told, more: Partial<Told>): Told => ({
    ...step,
    ...more,
    body: { ...step.body, ...more.body },
  });
  const filedOn = (c: ReturnType<typeof signed>, day: string, more: Partial<Told> = { precision: 'day' }) => {
    c.must(
      told(steps.review(`${day}T09:00:00+08:00`), more),
      told(steps.file(`${day}T10:00:00+08:00`), more),
    );
    return c.clock('fwd-filing-review')?.outcome;
  };

  it('it was kept where it ended before the end counted from the first day it can have begun', () => {
    const c = signed(within('2024-03-05', '2024-03-07', true));
    expect(c.clock('fwd-filing-review')).toMatchObject({
      undetermined: 'filled',
      startedAt: '2024-03-05T00:00:00+08:00',
      startedAtLatest: '2024-03-07T23:59:59.999+08:00',
    });
    expect(filedOn(c, '2024-03-08')).toBe('met');
  });

  it('it is not known where it may have been late, nor ever broken where it must have been', () => {
    expect(filedOn(signed(within('2024-03-05', '2024-03-11', true)), '2024-03-12')).toBe('undetermined');
    expect(filedOn(signed(within('2024-03-05', '2024-03-06', true)), '2024-04-12')).toBe('undetermined');
  });

  it('it was kept where the last day it can have ended is in time', () => {
    const c = signed({ precision: 'day' });
    expect(filedOn(c, '2024-03-07', within('2024-03-05', '2024-03-08'))).toBe('met');
    const later = signed({ precision: 'day' });
    expect(filedOn(later, '2024-03-07', within('2024-03-05', '2024-03-18'))).toBe('undetermined');
  });

  it('nothing is said where both its ends were filled in: there is no fact', () => {
    const c = signed(within('2024-03-05', '2024-03-05', true));
    expect(filedOn(c, '2024-03-06', within('2024-03-05', '2024-03-06', true))).toBe('undetermined');
  });

  it('a day is exact enough for hours where any hour of it is in time', () => {
    const c = caseDriver(countyRegister());
    const onDay = (told: Told): Told => ({ ...told, precision: 'day' });
    c.must(
      onDay(steps.suspect('2024-03-04T09:00:00+08:00')),
      onDay(steps.report('2024-03-04T10:00:00+08:00')),
      onDay(steps.approve('2024-03-04T11:00:00+08:00')),
      onDay(steps.handOver('2024-03-04T12:00:00+08:00')),
    );
    expect(c.clock('fwd-handover')).toMatchObject({ undetermined: 'coarser-than-unit', outcome: 'met' });
  });
});

describe('新公布的日历', () => {
  const knowing = (upTo: number): Register => ({
    ...countyRegister(),
    calendarRecords: nationalCalendar.filter(({ year }) => year <= upTo),
  });
  const recalculate: Told = {
    as: 'publisher',
    command: 'recalculate-clocks',
    at: '2024-09-28T10:00:00+08:00',
    body: { basis: '国务院办公厅关于2024年节假日安排的通知' },
  };
  /** Signed for on Friday 27 September 2024: three days end on Monday 30, a make-up working week before the holiday. */
  const signed = (register: Register) => {
    const c = caseDriver(register);
    c.must(
      steps.suspect('2024-09-26T09:00:00+08:00'),
      steps.report('2024-09-26T15:00:00+08:00'),
      steps.approve('2024-09-27T09:00:00+08:00'),
      steps.handOver('2024-09-28T08:00:00+08:00'),
      steps.sign('2024-09-28T09:00:00+08:00'),
    );
    return c;
  };

  it('leaves what leaned on an unknown year provisional until it comes', () => {
    const c = signed(knowing(2023));
    expect(c.clock('fwd-filing-review')?.times).toMatchObject({
      provisional: true,
      latestDueAt: '2024-10-02T00:00:00+08:00',
    });
  });

  it('moves provisional clocks, one event each, with the old and the new instant and the reason', () => {
    const c = signed(knowing(2023));
    c.under({ ...countyRegister() });
    const events = c.must(recalculate);
    const review = events.find((e) => e.kind === 'clock' && e.clock === 'p1/fwd-filing-review/1');
    expect(review).toMatchObject({
      type: 'clock-recalculated',
      reason: '国务院办公厅关于2024年节假日安排的通知',
      before: { latestDueAt: '2024-10-02T00:00:00+08:00' },
      times: { latestDueAt: '2024-10-09T00:00:00+08:00' },
    });
    expect(events.every((e) => e.kind === 'clock')).toBe(true);
    expect(c.clock('fwd-filing-review')?.times.latestDueAt).toBe('2024-10-09T00:00:00+08:00');
  });

  it('says nothing where nothing moved', () => {
    expect(accepted().answer({ ...recalculate, at: '2024-03-06T09:00:00+08:00' })).toBe('MOMENT_STALE');
  });

  it('lets a moment come again that was reached under the old calendar and now lies ahead', () => {
    const c = signed(knowing(2023));
    const key = 'p1/fwd-filing-review/1';
    c.must(reach(key, 'due', '2024-10-02T00:00:00+08:00'));
    c.under(countyRegister());
    c.must({ ...recalculate, at: '2024-10-02T10:00:00+08:00' });
    expect(c.answer(reach(key, 'due', '2024-10-02T11:00:00+08:00'))).toBe('MOMENT_TOO_EARLY');
    expect(c.answer(reach(key, 'due', '2024-10-09T00:00:00+08:00'))).toBe('ok');
  });

  it('is a matter for services', () => {
    expect(accepted().answer({ ...recalculate, as: head })).toBe('SERVICE_ONLY');
  });
});

describe('已经逾期的义务', () => {
  it('is still owed when the proceeding ends without it, and late is a breach', () => {
    const c = filed();
    c.must(
      { as: `${BUREAU}/o-1`, command: 'declare-no-property', at: '2024-03-07T09:00:00+08:00' },
      {
        as: `${POLICE}/head`,
        command: 'move-jurisdiction',
        at: '2024-03-08T09:00:00+08:00',
        body: { reasonCode: 'joined', to: ['653022/public-security'] },
        with: ['reason'],
      },
      {
        as: '653022/public-security/head',
        command: 'send-for-prosecution',
        at: '2024-05-06T09:00:00+08:00',
        body: { papers: papers('prosecution-opinion') },
      },
    );
    expect(c.clock('fwd-police-jurisdiction-change')?.status).toBe('running');
    c.must({
      as: `${POLICE}/o-1`,
      command: 'notify-jurisdiction-change',
      at: '2024-05-07T09:00:00+08:00',
      body: { papers: papers('jurisdiction-transfer-notice') },
    });
    expect(c.clock('fwd-police-jurisdiction-change')?.outcome).toBe('breached');
    expect(c.handOffs().at(-1)?.outcome).toBe('received');
    expect(c.state.parties).toContain(PROCURATORATE);
  });

  it('is moot when the proceeding ends in time', () => {
    const c = filed();
    c.must(
      { as: `${BUREAU}/o-1`, command: 'declare-no-property', at: '2024-03-06T11:00:00+08:00' },
      {
        as: `${POLICE}/head`,
        command: 'send-for-prosecution',
        at: '2024-03-06T12:00:00+08:00',
        body: { papers: papers('prosecution-opinion') },
      },
    );
    const running = Object.values(c.state.clocks).filter(({ status }) => status !== 'stopped');
    // What was sent goes on in a proceeding of its own.
    expect(running.filter(({ proceeding }) => proceeding === 'p1')).toEqual([]);
  });
});
