// A joint action: members confirm or decline, phases end on days named at the start, and the summary waits for every return.
import { describe, expect, it } from 'vitest';
import type { OpenBody } from '../../../../schemas/command.ts';
import type { CaseDriver, Told } from '../../../support/case-driver.ts';
import { reachAll } from '../../../support/docket.ts';
import { courseOf, dueLines, modelCase, told } from '../../../support/model-case.ts';
import { BUREAU, OFFICE, POLICE, PROCURATORATE } from '../../../support/transfer-story.ts';

const HEALTH = '653023/health';
const PHASES = { selfCheckUntil: '2024-04-30', spotCheckUntil: '2024-06-28' };

const by = (
  who: string,
  at: string,
  command: string,
  body: OpenBody = {},
  more: Partial<Told> = {},
): Told => ({
  as: `${who}/o-1`,
  at,
  command,
  body,
  ...more,
});
const decline = (who: string, at: string): Told =>
  by(who, at, 'decline-membership', { reasonCode: 'no-such-business' }, { with: ['reason'] });

/** Started on Friday 1 March 2024 with health (p2), police (p3) and procuratorate (p4). */
const started = (): CaseDriver => {
  const c = modelCase();
  c.must(
    by(BUREAU, '2024-03-01T10:00:00+08:00', 'start-action', {
      to: [HEALTH, POLICE, PROCURATORATE],
      fields: PHASES,
    }),
  );
  return c;
};
/** Health and police confirm, the procuratorate declines; the self-checks begin on Monday 11 March. */
const selfChecking = (): CaseDriver => {
  const c = started();
  c.must(
    by(HEALTH, '2024-03-04T10:00:00+08:00', 'confirm-membership'),
    by(POLICE, '2024-03-05T10:00:00+08:00', 'confirm-membership'),
    decline(PROCURATORATE, '2024-03-05T15:00:00+08:00'),
    by(BUREAU, '2024-03-11T10:00:00+08:00', 'begin-self-check'),
  );
  return c;
};
const states = (c: CaseDriver): string[] =>
  Object.values(c.state.proceedings).map((p) => `${p.proceeding} ${p.state}`);

describe('starting', () => {
  it('opens a task for each member by the command that is named, with the day it must know', () => {
    const c = started();
    expect(states(c)).toEqual(['p1 preparing', 'p2 invited', 'p3 invited', 'p4 invited']);
    const tasks = Object.values(c.state.proceedings).filter((p) => p.procedure === 'model-member');
    expect(tasks.map((p) => [p.roles['member'], p.parent, p.steps[0]?.command, p.fields])).toEqual(
      [HEALTH, POLICE, PROCURATORATE].map((member) => [
        [member],
        'p1',
        'invite-member',
        { selfCheckUntil: '2024-04-30' },
      ]),
    );
    expect(c.proceeding('model-action').fields).toEqual(PHASES);
  });

  it('tells every member at once, by what it takes part in', () => {
    expect(told(started())).toEqual(
      [HEALTH, PROCURATORATE, POLICE]
        .map((who) => `all ${who} model-member.member-invited`)
        .concat(`all ${BUREAU} model-action.action-started`, `open ${OFFICE} model-action.action-started`)
        .sort(),
    );
  });

  it('takes no day that is missing or is none', () => {
    const c = modelCase();
    const start = (fields: OpenBody['fields']) =>
      c.tell(
        by(BUREAU, '2024-03-01T10:00:00+08:00', 'start-action', {
          to: [HEALTH],
          ...(fields ? { fields } : {}),
        }),
      );
    expect(start({ selfCheckUntil: '2024-04-30' })).toMatchObject({
      code: 'FIELD_REQUIRED',
      details: ['spotCheckUntil'],
    });
    expect(start({ ...PHASES, spotCheckUntil: '30 June' })).toMatchObject({
      code: 'FIELD_REFUSED',
      details: ['spotCheckUntil'],
    });
  });
});

describe('beginning the self-checks', () => {
  it('moves every member that confirmed, and no other', () => {
    expect(states(selfChecking())).toEqual(['p1 self-check', 'p2 checking', 'p3 checking', 'p4 declined']);
  });

  it('leaves alone whoever has not answered', () => {
    const c = started();
    c.must(
      by(POLICE, '2024-03-05T10:00:00+08:00', 'confirm-membership'),
      by(BUREAU, '2024-03-11T10:00:00+08:00', 'begin-self-check'),
    );
    expect(states(c)).toEqual(['p1 self-check', 'p2 invited', 'p3 checking', 'p4 invited']);
  });

  it('is one entry, which every member moved is told of', () => {
    const c = selfChecking();
    expect(told(c)).toEqual(
      [
        `all ${HEALTH} model-member.self-check-assigned`,
        `all ${BUREAU} model-action.self-check-begun`,
        `all ${POLICE} model-member.self-check-assigned`,
        `open ${OFFICE} model-action.self-check-begun`,
      ].sort(),
    );
  });

  it('starts the clock of the phase and of each member by the day named at the start', () => {
    expect(dueLines(selfChecking(), '2024-03-12T00:00:00+08:00').sort()).toEqual(
      [
        `running ${BUREAU} model-self-check until 2024-05-01T00:00:00+08:00`,
        `running ${HEALTH} model-member-return until 2024-05-01T00:00:00+08:00`,
        `running ${POLICE} model-member-return until 2024-05-01T00:00:00+08:00`,
      ].sort(),
    );
  });

  it('is refused once the day of the phase has passed: the days must be set anew', () => {
    const c = started();
    const decision = c.tell(by(BUREAU, '2024-05-02T10:00:00+08:00', 'begin-self-check'));
    expect(decision).toMatchObject({ ok: false, code: 'FIELD_REFUSED', details: ['selfCheckUntil'] });
  });
});

describe('the summary', () => {
  const spotChecking = () => {
    const c = selfChecking();
    c.must(
      by(HEALTH, '2024-04-15T10:00:00+08:00', 'return-self-check'),
      by(BUREAU, '2024-04-30T10:00:00+08:00', 'begin-spot-check'),
    );
    return c;
  };

  it('waits until each member returned or declined', () => {
    const c = spotChecking();
    const early = c.tell(by(BUREAU, '2024-05-06T10:00:00+08:00', 'sum-up'));
    expect(early).toMatchObject({
      ok: false,
      code: 'RETURNS_OUTSTANDING',
      details: ['all-have-returned'],
      words: { zh: '尚有成员单位未反馈', en: 'A member has not returned yet' },
    });
    c.must(
      by(POLICE, '2024-05-07T10:00:00+08:00', 'return-self-check'),
      by(BUREAU, '2024-05-08T10:00:00+08:00', 'sum-up'),
    );
    expect(states(c)).toEqual(['p1 summed-up', 'p2 returned', 'p3 returned', 'p4 declined']);
  });

  it('finds the member late that the docket found late', () => {
    const c = spotChecking();
    const reached = reachAll(c, '2024-05-01T00:00:00+08:00');
    expect(reached.at(-1)).toMatchObject({ type: 'limit-overdue', clock: 'p3/model-member-return/1' });
    c.must(by(POLICE, '2024-05-07T10:00:00+08:00', 'return-self-check'));
    expect(courseOf(c).at(-1)).toBe('2024-05-07 10:00 阿合奇县公安局 报送自查结果 [报送自查结果 超过约定]');
    expect(Object.values(c.state.clocks).map((clock) => `${clock.clock} ${clock.outcome ?? 'open'}`)).toEqual(
      [
        'p1/model-self-check/1 met',
        'p2/model-member-return/1 met',
        'p3/model-member-return/1 breached',
        'p1/model-spot-check/1 open',
      ],
    );
  });
});
