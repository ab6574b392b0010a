// Instants as they are sent, and instants as they are computed: the first are read in Beijing time and signed as sent, the second never leave
// the years that can be written.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../case/decide.ts';
import { law } from '../../../law/law.ts';
import { CaseCommand } from '../../../schemas/command.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { RegisterChange } from '../../../schemas/register.ts';
import { Span } from '../../../schemas/time-limit.ts';
import { caseDriver, changed, commandOf, registerWith, type Told } from '../../support/case-driver.ts';
import {
  accepted,
  BUREAU,
  countyRegister,
  delivered,
  POLICE,
  papers,
  steps,
} from '../../support/transfer-story.ts';

const AT = '2024-03-06T09:00:00+08:00';

const decided = (told: Told) => {
  const { state } = delivered();
  const command = commandOf(told, state.id, 99);
  expect(CaseCommand.safeParse(command).success).toBe(true);
  const decision = decide(state, command, {
    at: AT,
    caseId: state.id,
    register: countyRegister(),
    law,
    clock: 'real',
  });
  if (!decision.ok) throw new Error(decision.code);
  for (const event of decision.events) expect(CaseEvent.safeParse(event).success).toBe(true);
  return decision.events;
};

describe('发生时间的写法', () => {
  it.each([
    '2024-03-05T03:00:00Z',
    '2024-03-05T11:00:00.000+08:00',
    '2024-03-04T22:00:00-05:00',
    '2024-03-05T03:00Z',
  ])('%s decides as 11:00 in Beijing does', (at) => {
    expect(decided(steps.sign(at))).toEqual(decided(steps.sign('2024-03-05T11:00:00+08:00')));
  });

  it('to the day it is the day of Beijing, whatever day it is where it was written', () => {
    const [event] = decided({ ...steps.sign('2024-03-05T20:00:00Z'), precision: 'day' });
    expect(event?.at).toBe('2024-03-06T04:00:00+08:00');
  });

  it('six seconds later than now is the future, in any zone', () => {
    const { state } = delivered();
    const command = commandOf(steps.sign('2024-03-06T01:00:06Z'), state.id, 99);
    const decision = decide(state, command, {
      at: AT,
      caseId: state.id,
      register: countyRegister(),
      law,
      clock: 'real',
    });
    expect(decision).toMatchObject({ ok: false, code: 'OCCURRED_IN_FUTURE' });
  });

  it('holds for each of several steps recorded together, and for a date that is corrected', () => {
    const c = accepted();
    c.must({
      as: `${POLICE}/o-1`,
      command: 'record-steps',
      at: '2024-03-07T09:00:00+08:00',
      body: {
        steps: [
          {
            command: 'take-urgent-measures',
            officer: 'o-1',
            occurredAt: '2024-03-05T06:00:00Z',
            precision: 'instant',
            body: {},
          },
          {
            command: 'start-review',
            officer: 'o-1',
            occurredAt: '2024-03-05T06:30:00.000Z',
            precision: 'instant',
            body: {},
          },
        ],
      },
    });
    expect(
      c.entries
        .at(-1)
        ?.events.filter(({ kind }) => kind === 'step')
        .map(({ at }) => at),
    ).toEqual(['2024-03-05T14:00:00+08:00', '2024-03-05T14:30:00+08:00']);
    const sequence = c.entries.at(-1)?.sequence ?? 0;
    c.must({
      as: `${POLICE}/o-1`,
      command: 'correct-step',
      at: '2024-03-07T10:00:00+08:00',
      body: { corrects: { sequence, step: 2, occurredAt: '2024-03-05T07:00:00Z' } },
      with: ['reason'],
    });
    expect(c.entries.at(-1)?.events[0]).toMatchObject({ after: { occurredAt: '2024-03-05T15:00:00+08:00' } });
  });
});

describe('期限不出 1900 至 2199 年', () => {
  const opinion = (replyBy: string): Told => ({
    as: '653023/procuratorate/head',
    command: 'issue-transfer-opinion',
    at: '2024-03-06T09:00:00+08:00',
    body: { papers: papers('urge-transfer-opinion'), fields: { replyBy } },
  });
  const refusedByHead = () => {
    const c = caseDriver(countyRegister());
    c.must(steps.suspect('2024-03-04T09:00:00+08:00'), steps.report('2024-03-04T15:00:00+08:00'), {
      as: `${BUREAU}/head`,
      command: 'refuse-transfer',
      at: '2024-03-05T09:00:00+08:00',
      body: { reasonCode: 'stated' },
      with: ['reason'],
    });
    return c;
  };

  it.each(['2199-12-31', '2199-12-28'])(
    'a reply by %s is refused, naming the limit, and leaves the case as it was',
    (day) => {
      const c = refusedByHead();
      const before = c.state;
      expect(c.tell(opinion(day))).toMatchObject({
        ok: false,
        code: 'DUE_DATE_OUT_OF_RANGE',
        details: ['sup-urge-transfer'],
      });
      expect(c.state).toEqual(before);
      expect(c.answer(opinion('2024-03-20'))).toBe('ok');
    },
  );

  it('an agreed limit is of ten years at most, in any unit: 99,999 days, 2^53 hours, a million working days are none', () => {
    const agreed = (span: object) =>
      RegisterChange.safeParse({
        change: 'agreed-limit-set',
        limit: 'agr-clue-acknowledge',
        span,
        basis: '纪要',
      }).success;
    const units = {
      hours: 87_840,
      calendarDays: 3_660,
      workingDays: 3_660,
      unsettledDays: 3_660,
      months: 120,
      workingDaysBefore: 3_660,
    };
    for (const [unit, most] of Object.entries(units)) {
      expect([unit, agreed({ [unit]: most }), agreed({ [unit]: most + 1 }), agreed({ [unit]: 0 })]).toEqual([
        unit,
        true,
        false,
        false,
      ]);
    }
    for (const span of [{ calendarDays: 99_999 }, { hours: 2 ** 53 }, { workingDays: 1_000_000 }])
      expect(Span.safeParse(span).success).toBe(false);
  });

  it('the longest limit that may be agreed gives a due date that every reader takes', () => {
    const register = changed(registerWith([BUREAU, POLICE]), '653023', [
      {
        change: 'agreed-limit-set',
        limit: 'agr-clue-acknowledge',
        span: { workingDays: 3_660 },
        basis: '纪要',
      },
    ]);
    const c = caseDriver(register);
    c.must({
      as: `${BUREAU}/o-1`,
      command: 'send-clue',
      at: '2026-03-05T11:00:00+08:00',
      body: { to: [POLICE], fields: { topic: 'claims' } },
    });
    for (const event of c.entries.at(-1)?.events ?? []) expect(CaseEvent.safeParse(event).success).toBe(true);
    expect(c.clock('agr-clue-acknowledge')?.times.latestDueAt?.slice(0, 3)).toBe('204');
  });
});
