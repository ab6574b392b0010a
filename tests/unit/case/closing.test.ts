// A case is closed when all of it has ended; nobody's duty ends by it, and what a few see alone goes on.
import { describe, expect, it } from 'vitest';
import { nextObligations, stillOpen } from '../../../case/closing/still-open.ts';
import { law } from '../../../law/law.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { type CaseDriver, caseDriver, type Told } from '../../support/case-driver.ts';
import { measureRegister } from '../../support/measure-story.ts';
import { told } from '../../support/model-case.ts';
import { penaltyStory } from '../../support/penalty-story.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  OFFICE,
  POLICE,
  steps,
} from '../../support/transfer-story.ts';

const on = (as: string, command: string, at: Instant, more: Partial<Told> = {}): Told => ({
  as,
  command,
  at,
  with: ['reason'],
  ...more,
});
/** A clue to the health commission, acknowledged, and one that came to nothing. */
const HEALTH = '653023/health';
const clue = (): CaseDriver => {
  const c = caseDriver(countyRegister());
  c.must({
    as: `${BUREAU}/o-1`,
    command: 'send-clue',
    at: '2024-03-04T10:00:00+08:00',
    body: { to: [HEALTH], fields: { topic: 'fraud', noticeType: 'info' } },
  });
  return c;
};
const noted = (): CaseDriver => {
  const c = clue();
  c.must(
    { as: `${HEALTH}/o-1`, command: 'acknowledge', at: '2024-03-04T11:00:00+08:00' },
    { as: `${HEALTH}/o-1`, command: 'note-for-information', at: '2024-03-04T12:00:00+08:00' },
  );
  return c;
};
const ended = (): CaseDriver => {
  const c = noted();
  c.must({ as: `${BUREAU}/o-1`, command: 'close-clue', at: '2024-03-05T10:00:00+08:00' });
  return c;
};
const close = (as = `${BUREAU}/head`, at: Instant = '2024-03-06T10:00:00+08:00') => on(as, 'close-case', at);

describe('全案办结', () => {
  it('takes a head of who opened the case or of the joint-meeting office, and a reason', () => {
    const c = ended();
    expect(c.answer(close(`${BUREAU}/o-1`))).toBe('RANK_TOO_LOW');
    expect(c.answer({ ...close(), with: [] })).toBe('REASON_REQUIRED');
    expect(c.answer(close(`${HEALTH}/head`))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(close(`${POLICE}/head`))).toBe('CASE_NOT_FOUND');
    expect(c.answer(close())).toBe('ok');
    expect(c.state.closed).toMatchObject({ department: BUREAU, officer: 'head' });
    expect(ended().answer(close(`${OFFICE}/head`))).toBe('ok');
  });

  it('waits for every proceeding, hand-over and limit, and names them', () => {
    expect(clue().tell(close())).toMatchObject({
      code: 'CASE_NOT_SETTLED',
      details: ['p1', 'p1/agr-clue-acknowledge/1'],
    });
    expect(stillOpen(delivered().state, law)).toContainEqual({ what: 'hand-off', proceeding: 'p1', hop: 1 });
    expect(stillOpen(ended().state, law)).toEqual([]);
  });

  it('is told to all who know of it, and takes nothing more until it is opened again', () => {
    const c = ended();
    c.must(close());
    expect(told(c, countyRegister())).toEqual(
      expect.arrayContaining([`all ${BUREAU} case.case-closed`, `all ${HEALTH} case.case-closed`]),
    );
    const later = '2024-03-07T10:00:00+08:00';
    expect(c.answer(on(`${HEALTH}/o-1`, 'record-fact', later, { body: { fact: 'x' } }))).toBe('CASE_CLOSED');
    expect(c.answer({ ...steps.suspect(later) })).toBe('CASE_CLOSED');
    expect(c.answer(close(`${BUREAU}/head`, later))).toBe('CASE_CLOSED');
    expect(c.answer(on(`${HEALTH}/head`, 'reopen-case', later))).toBe('NOT_YOUR_ROLE');
    const early = { ...on(`${BUREAU}/head`, 'reopen-case', '2024-03-05T10:00:00+08:00'), recordedAt: later };
    expect(c.answer(early)).toBe('OCCURRED_BEFORE_PREVIOUS');
    expect(c.answer(on(`${BUREAU}/head`, 'reopen-case', later))).toBe('ok');
    expect(c.answer(on(`${BUREAU}/head`, 'reopen-case', later))).toBe('CASE_NOT_CLOSED');
    expect(c.answer(steps.suspect('2024-03-08T10:00:00+08:00'))).toBe('ok');
  });
});

describe('程序不再办理', () => {
  const waive = (as: string, at: Instant, proceeding?: string) =>
    on(as, 'waive-proceeding', at, proceeding ? { proceeding } : {});

  it('ends no limit of the law: who owes it goes on owing it', () => {
    const c = accepted();
    const at = '2024-03-05T12:00:00+08:00';
    expect(c.tell(waive(`${BUREAU}/head`, at, 'p1'))).toMatchObject({
      code: 'CASE_NOT_SETTLED',
      details: expect.arrayContaining(['p1/fwd-filing-review/1']),
    });
  });

  it('takes its agreed limits along, and nothing more is done in it', () => {
    const c = noted();
    const at = '2024-03-06T10:00:00+08:00';
    expect(c.answer(waive(`${BUREAU}/head`, at))).toBe('FIELD_REQUIRED');
    expect(c.answer(waive(`${BUREAU}/head`, at, 'p9'))).toBe('PROCEEDING_NOT_FOUND');
    expect(c.answer(waive(`${HEALTH}/head`, at, 'p1'))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(waive(`${BUREAU}/o-1`, at, 'p1'))).toBe('RANK_TOO_LOW');
    expect(c.answer(waive(`${OFFICE}/head`, at, 'p1'))).toBe('ok');
    expect(Object.values(c.state.clocks).filter(({ status }) => status !== 'stopped')).toEqual([]);
    expect(c.answer({ as: `${BUREAU}/o-1`, command: 'close-clue', at: '2024-03-06T11:00:00+08:00' })).toBe(
      'PROCEEDING_WAIVED',
    );
    expect(c.answer(waive(`${BUREAU}/head`, '2024-03-06T12:00:00+08:00', 'p1'))).toBe('NOT_ALLOWED_IN_STATE');
    expect(c.answer(close(`${BUREAU}/head`, '2024-03-06T13:00:00+08:00'))).toBe('ok');
  });
});

describe('程序不再办理, of what is not one’s own to end', () => {
  const waive = (as: string, at: Instant, proceeding = 'p1') =>
    on(as, 'waive-proceeding', at, { proceeding });
  const investigated = (): CaseDriver => {
    const c = noted();
    c.must(
      {
        as: `${BUREAU}/o-1`,
        at: '2024-03-04T14:00:00+08:00',
        command: 'send-clue',
        procedure: 'clue-notice',
        body: { to: [POLICE], fields: { topic: 'fraud', noticeType: 'info' } },
      },
      {
        as: `${POLICE}/o-1`,
        at: '2024-03-05T09:00:00+08:00',
        command: 'report-investigation',
        procedure: 'criminal-process',
        with: ['subjects/s1'],
        body: { newSubjects: [{ subject: 's1', kind: 'person' }], subjects: ['s1'] },
      },
    );
    return c;
  };

  it('leaves the criminal process to the police, who end it by a decision', () => {
    const c = investigated();
    const at = '2024-03-06T10:00:00+08:00';
    expect(c.answer(waive(`${BUREAU}/head`, at, 'p3'))).toBe('NOT_YOUR_ROLE');
    expect(c.answer(waive(`${OFFICE}/head`, at, 'p3'))).toBe('PROCEEDING_WAITED_FOR');
    expect(c.answer(waive(`${POLICE}/head`, at, 'p3'))).toBe('PROCEEDING_WAITED_FOR');
  });

  it('leaves to its receiver what that has in hand: a clue that it follows', () => {
    const c = clue();
    c.must(
      { as: `${HEALTH}/o-1`, command: 'acknowledge', at: '2024-03-04T11:00:00+08:00' },
      { as: `${HEALTH}/o-1`, command: 'accept-clue', at: '2024-03-04T12:00:00+08:00' },
    );
    expect(c.tell(waive(`${BUREAU}/head`, '2024-03-06T10:00:00+08:00'))).toMatchObject({
      code: 'PROCEEDING_IN_HAND',
      details: [HEALTH],
    });
    expect(c.answer(waive(`${HEALTH}/head`, '2024-03-06T10:00:00+08:00'))).toBe('NOT_YOUR_ROLE');
  });

  it('waits until a hand-over was signed for, or is taken back', () => {
    expect(clue().tell(waive(`${BUREAU}/head`, '2024-03-06T10:00:00+08:00'))).toMatchObject({
      code: 'CASE_NOT_SETTLED',
      details: ['p1/1'],
    });
  });
});

describe('程序不再办理, of what is still owed', () => {
  const waived = (c: CaseDriver, at: Instant, proceeding = 'p1') =>
    c.tell(on(`${BUREAU}/head`, 'waive-proceeding', at, { proceeding }));
  const repayment = (day: string, command: string, more: Partial<Told> = {}): Told => ({
    as: `${BUREAU}/head`,
    at: `${day}T10:00:00+08:00` as Instant,
    command,
    with: ['amountFen'],
    ...more,
  });
  /** Demanded of a clinic, without a day to pay by: no limit runs. */
  const demanded = (...more: Told[]): CaseDriver => {
    const c = caseDriver(measureRegister());
    c.must(
      repayment('2024-03-04', 'demand-repayment', {
        procedure: 'fund-recovery',
        body: {
          newSubjects: [{ subject: 's1', kind: 'institution' }],
          fields: { recoveryGround: 'judgment' },
        },
      }),
      ...more,
    );
    return c;
  };
  const givenUp = (day: string): Told =>
    repayment(day, 'declare-irrecoverable', { with: ['reason'], body: { reasonCode: 'stated' } });
  const part = repayment('2024-03-20', 'record-part', { body: { fields: { paidThrough: 'transfer' } } });
  const toCourt = repayment('2024-04-02', 'seek-enforcement');

  it('no repayment is waived, with or without a day to pay by, nor the case closed over it', () => {
    const c = demanded();
    expect(Object.keys(c.state.clocks)).toEqual([]);
    expect(waived(c, '2024-03-05T10:00:00+08:00')).toMatchObject({
      code: 'STILL_OWED',
      details: ['p1', 'demanded'],
    });
    expect(c.answer(close())).toBe('CASE_NOT_SETTLED');
    const whole = repayment('2024-04-29', 'record-full-repayment');
    for (const held of [demanded(part), demanded(toCourt), demanded(whole)])
      expect(waived(held, '2024-05-06T10:00:00+08:00')).toMatchObject({ code: 'STILL_OWED' });
  });

  it('a head gives up what cannot be recovered, by the command for it; what came back goes into the fund first', () => {
    const none = demanded(givenUp('2024-05-06'));
    expect(waived(none, '2024-05-07T10:00:00+08:00')).not.toHaveProperty('code');
    expect(none.answer(close(`${BUREAU}/head`, '2024-05-08T10:00:00+08:00'))).toBe('ok');
    expect(waived(demanded(toCourt, givenUp('2024-05-06')), '2024-05-07T10:00:00+08:00')).not.toHaveProperty(
      'code',
    );
    for (const some of [
      demanded(part, givenUp('2024-05-06')),
      demanded(part, toCourt, givenUp('2024-05-06')),
    ]) {
      expect(some.clock('agr-recovery-into-fund')?.status).toBe('running');
      expect(waived(some, '2024-05-07T10:00:00+08:00')).toMatchObject({ code: 'STILL_OWED' });
    }
  });

  it('a penalty that was decided is carried out, given up or undone, never waived', () => {
    const health = penaltyStory(HEALTH, 'health-penalty');
    const c = health.served();
    expect(Object.keys(c.state.proceedings)).toEqual(['p1']);
    // Years later every limit of the party has run out.
    const at: Instant = '2026-05-11T10:00:00+08:00';
    c.begin({ ...c.state, clocks: {} });
    expect(c.tell(on(`${HEALTH}/head`, 'waive-proceeding', at, { proceeding: 'p1' }))).toMatchObject({
      code: 'STILL_OWED',
      details: ['p1', 'fine-due'],
    });
  });
});

describe('重大案件', () => {
  it('is marked by a head and unmarked, once each, and moves no limit', () => {
    const c = clue();
    const before = Object.values(c.state.clocks);
    const mark = (command: string) => on(`${OFFICE}/head`, command, '2024-03-05T10:00:00+08:00');
    expect(c.answer(mark('unmark-major'))).toBe('MAJOR_ALREADY');
    expect(c.answer(mark('mark-major'))).toBe('ok');
    expect(c.state.major).toMatchObject({ department: OFFICE });
    expect(c.answer(mark('mark-major'))).toBe('MAJOR_ALREADY');
    expect(c.answer(mark('unmark-major'))).toBe('ok');
    expect([c.state.major, Object.values(c.state.clocks)]).toEqual([undefined, before]);
  });
});

describe('各部门下一项', () => {
  it('is the limit each must keep first, the most urgent of all before the others', () => {
    const c = accepted();
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      at: '2024-03-05T13:00:00+08:00',
      procedure: 'clue-notice',
      body: { to: [HEALTH], fields: { topic: 'licence', noticeType: 'info' } },
    });
    expect(nextObligations(c.state).map(({ obliged, limit }) => `${obliged} ${limit}`)).toEqual([
      `${HEALTH} agr-clue-acknowledge`,
      `${POLICE} fwd-filing-review`,
    ]);
  });
});
