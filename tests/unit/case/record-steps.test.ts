// A case that was already under way is entered whole: several steps in one command, all of them or none.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { caseDriver, type Told } from '../../support/case-driver.ts';
import { BUREAU, countyRegister, POLICE, papers, steps } from '../../support/transfer-story.ts';

type Step = NonNullable<OpenBody['steps']>[number];

const step = (told: Told): Step => ({
  command: told.command,
  officer: told.as.split('/')[2] as string,
  occurredAt: told.at,
  precision: 'instant',
  body: (told.body ?? {}) as Step['body'],
});

const COURSE = [
  steps.suspect('2024-03-04T09:00:00+08:00'),
  steps.report('2024-03-04T15:00:00+08:00'),
  steps.approve('2024-03-05T09:00:00+08:00'),
  steps.handOver('2024-03-05T10:00:00+08:00'),
];
const together = (told: readonly Told[], more: Partial<Told> = {}): Told => ({
  as: `${BUREAU}/head`,
  command: 'record-steps',
  procedure: 'criminal-transfer',
  at: '2024-03-08T09:00:00+08:00',
  body: { steps: told.map(step) },
  ...more,
});
const onRecord = () => {
  const c = caseDriver(countyRegister());
  c.onRecord();
  return c;
};

describe('一并补录', () => {
  it('one entry holds all steps, each with its own day and officer', () => {
    const c = onRecord();
    c.must(together(COURSE));
    expect(c.entries).toHaveLength(1);
    expect(c.proceeding('criminal-transfer').state).toBe('delivered');
    expect(
      c.proceeding('criminal-transfer').steps.map(({ command, at, officer }) => [command, at, officer]),
    ).toEqual(COURSE.map((told) => [told.command, told.at, told.as.split('/')[2]]));
  });

  it('no clock runs out between two of its steps: the head’s three days ended before it was recorded, and raise no moment', () => {
    const c = onRecord();
    c.must(together(COURSE));
    expect(c.clock('fwd-head-decision')).toMatchObject({ status: 'stopped', reached: [] });
  });

  it('the police have their time from the day it was recorded', () => {
    const c = onRecord();
    c.must(together(COURSE));
    expect(c.clock('agr-hand-off-receipt')?.startedAt).toBe('2024-03-08T09:00:00+08:00');
  });

  it('a refused step is named, and nothing is taken', () => {
    const c = onRecord();
    const [first, ...rest] = COURSE as [Told, ...Told[]];
    const wrong = rest.map((told) =>
      told.command === 'submit-transfer-report' ? { ...told, body: {} } : told,
    );
    expect(c.tell(together([first, ...wrong]))).toMatchObject({
      ok: false,
      code: 'PAPERS_MISSING',
      details: ['steps/2', 'transfer-report'],
    });
    expect(c.maybe).toBeNull();
  });

  it('only the last step may hand over', () => {
    const c = onRecord();
    const copy = {
      ...COURSE[3],
      command: 'send-penalty-copy',
      body: { papers: papers('penalty-decision-copy') },
    } as Told;
    expect(c.tell(together([...COURSE, copy]))).toMatchObject({
      code: 'STEP_NOT_LAST',
      details: ['steps/4'],
    });
  });

  it('the last step names the notice', () => {
    const c = onRecord();
    const events = c.must(together(COURSE));
    expect(events.filter((e) => e.kind === 'step').map((e) => e.place)).toEqual([1, 2, 3, 4]);
  });

  it('an approval among them needs somebody who is head now', () => {
    expect(onRecord().tell(together(COURSE, { as: `${BUREAU}/o-1` }))).toMatchObject({
      code: 'RANK_TOO_LOW',
      details: ['steps/3', 'head'],
    });
  });

  it('values are committed to under the place of their step, and nowhere else', () => {
    const c = onRecord();
    expect(c.answer(together(COURSE, { with: ['title'] }))).toBe('FIELD_REFUSED');
    expect(c.answer(together(COURSE, { with: ['steps/9/title'] }))).toBe('FIELD_REFUSED');
    expect(c.answer(together(COURSE, { with: ['steps/1/title', 'steps/4/summary'] }))).toBe('ok');
  });

  it('steps of long ago want a reason, for each or for all', () => {
    const late = { recordedAt: '2024-03-20T09:00:00+08:00' };
    expect(onRecord().tell(together(COURSE, late))).toMatchObject({
      code: 'DATED_BACK',
      details: ['steps/1', 'reason'],
    });
    expect(onRecord().answer(together(COURSE, { ...late, with: ['reason'] }))).toBe('ok');
  });

  it('is dated to when the steps were put together: to the day at least, and not before the last of them', () => {
    const c = onRecord();
    const recordedAt = '2024-03-08T09:00:00+08:00';
    expect(c.answer(together(COURSE, { recordedAt, precision: 'month' }))).toBe('REHEARSAL_ONLY');
    expect(c.answer(together(COURSE, { recordedAt, at: '2024-03-05T08:00:00+08:00' }))).toBe(
      'OCCURRED_BEFORE_PREVIOUS',
    );
  });

  it('a step of the future, a command of the case and steps within another command are refused', () => {
    const c = onRecord();
    const tomorrow = { ...(COURSE[1] as Told), at: '2024-03-09T09:00:00+08:00' };
    expect(c.answer(together([COURSE[0] as Told, tomorrow]))).toBe('OCCURRED_IN_FUTURE');
    const voiding = { ...(COURSE[1] as Told), command: 'void-case' };
    expect(c.answer(together([COURSE[0] as Told, voiding]))).toBe('UNKNOWN_COMMAND');
    const within = { ...(COURSE[0] as Told), body: { team: ['o-1', 'o-2'], steps: COURSE.map(step) } };
    expect(c.answer(within)).toBe('FIELD_REFUSED');
  });

  it('a fact among them tells nobody: who is told of a fact is told of that alone', () => {
    const fact: Told = {
      as: `${BUREAU}/o-1`,
      command: 'record-fact',
      at: '2024-03-04T10:00:00+08:00',
      body: { fact: 'noted', to: ['653023/audit'] },
    };
    const [first, second] = COURSE as [Told, Told];
    expect(onRecord().tell(together([first, fact, second]))).toMatchObject({
      code: 'FIELD_REFUSED',
      details: ['steps/2', 'to'],
    });
    expect(onRecord().answer(together([first, { ...fact, body: { fact: 'noted' } }, second]))).toBe('ok');
  });

  it('later steps of a case in hand go the same way', () => {
    const c = onRecord();
    c.must(together(COURSE));
    const police: Told[] = [
      steps.sign('2024-03-08T10:00:00+08:00'),
      steps.review('2024-03-08T11:00:00+08:00'),
    ];
    c.must(together(police, { as: `${POLICE}/head`, at: '2024-03-08T12:00:00+08:00' }));
    expect(c.proceeding('criminal-transfer').state).toBe('under-filing-review');
  });

  it('one of them is corrected by its place, and by its place only', () => {
    const c = onRecord();
    c.must(together(COURSE));
    const correct = (place?: number): Told => ({
      as: `${BUREAU}/o-1`,
      command: 'correct-step',
      at: '2024-03-08T10:00:00+08:00',
      body: {
        corrects: { sequence: 1, occurredAt: '2024-03-04T16:00:00+08:00', ...(place ? { step: place } : {}) },
      },
      with: ['reason'],
    });
    expect(c.tell(correct())).toMatchObject({ code: 'FIELD_REQUIRED', details: ['step'] });
    expect(c.answer(correct(2))).toBe('ok');
    expect(c.proceeding('criminal-transfer').steps.map(({ at }) => at)).toEqual([
      '2024-03-04T09:00:00+08:00',
      '2024-03-04T16:00:00+08:00',
      '2024-03-05T09:00:00+08:00',
      '2024-03-05T10:00:00+08:00',
    ]);
  });
});
