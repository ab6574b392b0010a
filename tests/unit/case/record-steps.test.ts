// A case that was already under way is entered whole: several steps in one command, all of them or none.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../schemas/command.ts';
import { caseDriver, changed, type Told } from '../../support/case-driver.ts';
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
/** Nobody decides on a report of his own, nor records both for others: the team enters its part, the head the rest. */
const [BEGUN, REST] = [COURSE.slice(0, 2), COURSE.slice(2)];
const together = (told: readonly Told[], more: Partial<Told> = {}): Told => ({
  as: `${BUREAU}/o-1`,
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

const ofHead = (told: readonly Told[] = REST): Told => {
  const { procedure: _opens, ...more } = together(told, { as: `${BUREAU}/head` });
  return more;
};
const entered = () => {
  const c = onRecord();
  c.must(together(BEGUN), ofHead());
  return c;
};

describe('一并补录', () => {
  it('one entry holds all steps, each with its own day and officer', () => {
    const c = entered();
    expect(c.entries).toHaveLength(2);
    expect(c.proceeding('criminal-transfer').state).toBe('delivered');
    expect(
      c.proceeding('criminal-transfer').steps.map(({ command, at, officer }) => [command, at, officer]),
    ).toEqual(COURSE.map((told) => [told.command, told.at, told.as.split('/')[2]]));
  });

  it('no clock runs out between two of its steps: the day for handing over ended before it was recorded, and raises no moment', () => {
    expect(entered().clock('fwd-handover')).toMatchObject({ status: 'stopped', reached: [] });
  });

  it('who records what another did is kept with the step', () => {
    expect(
      entered()
        .proceeding('criminal-transfer')
        .steps.map(({ officer, recordedBy }) => [officer, recordedBy]),
    ).toEqual([
      ['o-1', undefined],
      ['o-1', undefined],
      ['head', undefined],
      ['o-1', 'head'],
    ]);
  });

  it('nobody records both what needs two officers: neither at once nor one after the other', () => {
    const c = onRecord();
    const byHead = { as: `${BUREAU}/head` };
    expect(c.tell(together(COURSE, byHead))).toMatchObject({
      code: 'SAME_OFFICER',
      details: ['steps/3', 'another-officer-decides'],
    });
    c.must(together(BEGUN, byHead));
    const [approve] = REST as [Told];
    expect(c.answer(approve)).toBe('SAME_OFFICER');
    expect(c.answer(ofHead())).toBe('SAME_OFFICER');
  });

  it('correcting its day does not make it older than the officer, and so the head’s own', () => {
    const c = caseDriver(
      changed(
        countyRegister(),
        '653023',
        [{ change: 'officer-appointed', department: BUREAU, officer: 'new', ranks: ['officer'] }],
        '2024-03-04T08:00:00+08:00',
      ),
    );
    c.onRecord();
    const ofNew = BEGUN.map((told) => ({ ...told, as: `${BUREAU}/new` }));
    c.must(together(ofNew, { as: `${BUREAU}/head` }));
    const correct: Told = {
      as: `${BUREAU}/head`,
      command: 'correct-step',
      at: '2024-03-08T10:00:00+08:00',
      body: { corrects: { sequence: 1, step: 1, occurredAt: '2024-02-20T09:00:00+08:00' } },
      with: ['reason'],
    };
    expect(c.answer(correct)).toBe('SAME_OFFICER');
  });

  it('what is more than seven days older than the officer’s registration a head enters whole; who is newly appointed stands in for nobody before', () => {
    const ofNew = COURSE.map((told) => (told.as.endsWith('/o-1') ? { ...told, as: `${BUREAU}/new` } : told));
    const appointedOn = (day: string) => {
      const c = caseDriver(
        changed(
          countyRegister(),
          '653023',
          [{ change: 'officer-appointed', department: BUREAU, officer: 'new', ranks: ['officer'] }],
          `${day}T09:00:00+08:00`,
        ),
      );
      c.onRecord();
      return c;
    };
    const onThe15th = together(ofNew, {
      as: `${BUREAU}/head`,
      at: '2024-03-15T09:00:00+08:00',
      with: ['reason', 'steps/1/reason', 'steps/2/reason', 'steps/3/reason', 'steps/4/reason'],
    });
    expect(appointedOn('2024-03-07').answer(onThe15th)).toBe('SAME_OFFICER');
    const c = appointedOn('2024-03-14');
    c.must(onThe15th);
    expect(c.clock('fwd-head-decision')).toMatchObject({ status: 'stopped', reached: [] });
  });

  it('what is older than the whole register a head enters whole, and nobody else', () => {
    const ofNew = COURSE.map((told) => ({
      ...told,
      as: told.as.replace('/o-1', '/new').replace('/head', '/chief'),
    }));
    const young = () => {
      const c = caseDriver(
        changed(
          countyRegister(),
          '653023',
          [
            { change: 'officer-appointed', department: BUREAU, officer: 'new', ranks: ['officer'] },
            { change: 'officer-appointed', department: BUREAU, officer: 'other', ranks: ['officer'] },
            { change: 'officer-appointed', department: BUREAU, officer: 'chief', ranks: ['head'] },
          ],
          '2024-03-07T09:00:00+08:00',
        ),
      );
      c.onRecord();
      return c;
    };
    const whole = (officer: string) => together(ofNew, { as: `${BUREAU}/${officer}` });
    expect(young().answer(whole('other'))).toBe('RANK_TOO_LOW');
    young().must(whole('chief'));
    // A head who was there could have had the colleague who was there too.
    expect(young().answer(whole('head'))).toBe('SAME_OFFICER');
  });

  it('the police have their time from the day it was recorded', () => {
    expect(entered().clock('agr-hand-off-receipt')?.startedAt).toBe('2024-03-08T09:00:00+08:00');
  });

  it('a refused step is named, and nothing is taken', () => {
    const c = onRecord();
    const [first, ...rest] = BEGUN as [Told, ...Told[]];
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
    c.must(together(BEGUN));
    const copy = {
      ...COURSE[3],
      command: 'send-penalty-copy',
      body: { papers: papers('penalty-decision-copy') },
    } as Told;
    expect(c.tell(ofHead([...REST, copy]))).toMatchObject({
      code: 'STEP_NOT_LAST',
      details: ['steps/2'],
    });
  });

  it('the last step names the notice', () => {
    const c = onRecord();
    const events = c.must(together(BEGUN), ofHead());
    expect(events.filter((e) => e.kind === 'step').map((e) => e.place)).toEqual([1, 2]);
  });

  it('an approval among them needs somebody who is head now', () => {
    const c = onRecord();
    c.must(together(BEGUN));
    expect(c.tell({ ...ofHead(), as: `${BUREAU}/o-2` })).toMatchObject({
      code: 'RANK_TOO_LOW',
      details: ['steps/1', 'head'],
    });
  });

  it('values are committed to under the place of their step, and nowhere else', () => {
    const c = onRecord();
    expect(c.answer(together(BEGUN, { with: ['title'] }))).toBe('FIELD_REFUSED');
    expect(c.answer(together(BEGUN, { with: ['steps/9/title'] }))).toBe('FIELD_REFUSED');
    expect(c.answer(together(BEGUN, { with: ['steps/1/title', 'steps/2/summary'] }))).toBe('ok');
  });

  it('steps of long ago want a reason, for each or for all', () => {
    const late = { recordedAt: '2024-03-20T09:00:00+08:00' };
    expect(onRecord().tell(together(BEGUN, late))).toMatchObject({
      code: 'DATED_BACK',
      details: ['steps/1', 'reason'],
    });
    expect(onRecord().answer(together(BEGUN, { ...late, with: ['reason'] }))).toBe('ok');
  });

  it('is dated to when the steps were put together: to the day at least, and not before the last of them', () => {
    const c = onRecord();
    const recordedAt = '2024-03-08T09:00:00+08:00';
    expect(c.answer(together(BEGUN, { recordedAt, precision: 'month' }))).toBe('REHEARSAL_ONLY');
    expect(c.answer(together(BEGUN, { recordedAt, at: '2024-03-04T10:00:00+08:00' }))).toBe(
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
    const c = entered();
    const police: Told[] = [
      steps.sign('2024-03-08T10:00:00+08:00'),
      steps.review('2024-03-08T11:00:00+08:00'),
    ];
    c.must({ ...ofHead(police), as: `${POLICE}/head`, at: '2024-03-08T12:00:00+08:00' });
    expect(c.proceeding('criminal-transfer').state).toBe('under-filing-review');
  });

  it('one of them is corrected by its place, and by its place only', () => {
    const c = entered();
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
