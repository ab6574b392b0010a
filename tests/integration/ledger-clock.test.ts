// A clock that is far off records nothing; what it recorded all the same is put right by a person who states the time, and never
// by rewriting.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import { millisOf, plusMillis } from '../../schemas/instant.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { type Clock, realClock } from '../../services/clock.ts';
import { ledgerReading, verifiedExport } from '../support/ledger-audit.ts';
import { logLines } from '../support/log-lines.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const YEARS = 5 * 365 * DAY;
const wall = realClock();
/** What somebody set the clock ahead by, and how long the machine slept or was off besides. */
let ahead = 0;
let rested = 0;
const clock: Clock = {
  kind: 'real',
  now: () => plusMillis(wall.now(), ahead + rested),
  ran: () => wall.ran() + rested,
};

const logs = logLines();
const alarms = (): unknown[] =>
  logs.lines.map((line) => JSON.parse(line)).filter(({ code }) => code === 'CLOCK_DOUBTED');

let test: TestBus;
let insurance: TestDepartment;
let police: TestDepartment;
beforeAll(async () => {
  test = await startTestBus({ clock, log: logs.log });
  insurance = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
});
afterAll(() => test?.stop());

const send = (by: TestDepartment, command: string, rest: object): Promise<Answer> =>
  test.bus.registrar.submit(by.signed('o-1', command, rest), { department: by.id });
const clue = (): Promise<Answer> =>
  send(insurance, 'send-clue', {
    body: { to: [police.id], fields: { topic: 'fund-fraud' } },
    party: { title: '线索', summary: '内容' },
  });
const taken = async (answer: Promise<Answer>): Promise<Receipt> => {
  const found = await answer;
  if (!found.ok) throw new Error(`${found.code} ${found.details.join(' ')}`);
  return found;
};
const doubted = async (): Promise<void> => {
  const before = await lastSequence(test.bus.connections.relay);
  await expect(clue()).rejects.toMatchObject({ code: 'CLOCK_DOUBTED' });
  await expect(
    test.operator.enter('653023', [
      { change: 'officer-appointed', department: police.id, officer: 'o-9', ranks: ['officer'] },
    ]),
  ).rejects.toMatchObject({ code: 'CLOCK_DOUBTED' });
  expect(test.bus.closedBecause()).toBe('CLOCK_DOUBTED');
  expect(await lastSequence(test.bus.connections.relay)).toBe(before);
};
const state = (says: string): Promise<Answer> =>
  test.operator.enter('100000', [{ change: 'clock-stated', says, basis: '授时中心' }]);
const verified = () => verifiedExport(test.bus.connections.relay, test.keys);

describe('a clock that jumps five years ahead under a running platform', () => {
  it('records nothing until it is right again, and then everything, without anybody’s word', async () => {
    await taken(clue());
    ahead = YEARS;
    await doubted();
    ahead = 0;
    expect(test.bus.closedBecause()).toBeNull();
    await taken(clue());
    expect(alarms()).toMatchObject([{ level: 60, why: 'stepped' }]);
  });

  it('nor in small steps, each of which alone would pass', async () => {
    ahead = 9 * MINUTE;
    await taken(clue());
    ahead = 18 * MINUTE;
    await doubted();
    ahead = 0;
    await taken(clue());
  });

  it('is no jump where the machine slept meanwhile', async () => {
    rested += 3 * DAY;
    await taken(clue());
  });
});

describe('a clock that is ahead of the ledger at the start', () => {
  it('is believed after a month in which the machine was off', async () => {
    rested += 31 * DAY;
    await test.restart();
    await taken(clue());
  });

  it('of five years is not, and the platform starts all the same, to be told the time', async () => {
    ahead = YEARS;
    await test.restart();
    await doubted();
    // Somebody reads the right time on another clock: then this one must be set first.
    expect(await state(plusMillis(clock.now(), -YEARS))).toMatchObject({
      ok: false,
      code: 'CLOCK_NOT_AS_STATED',
    });
    await doubted();
  });
});

describe('a ledger that a wrong clock has written, for somebody confirmed it', () => {
  let opened: Receipt;
  it('goes on in the wrong time, a case with it', async () => {
    await taken(state(clock.now()));
    opened = await taken(clue());
    expect(millisOf(opened.recordedAt)).toBeGreaterThan(millisOf(wall.now()) + YEARS);
    await taken(send(police, 'acknowledge', { case: opened.case }));
  });

  it('is written no more once the clock is right, until the time is stated', async () => {
    ahead = 0;
    await doubted();
    await test.restart();
    await doubted();
    const said = await taken(state(clock.now()));
    expect(Math.abs(millisOf(said.recordedAt) - millisOf(clock.now()))).toBeLessThan(60_000);
    expect(test.bus.closedBecause()).toBeNull();
  });

  it('then takes steps of that very case again, and a correction of the step that was dated wrong', async () => {
    const step = await taken(send(police, 'accept-clue', { case: opened.case }));
    expect(millisOf(step.recordedAt)).toBeLessThan(millisOf(opened.recordedAt) - YEARS / 2);
    await taken(
      send(police, 'correct-step', {
        case: opened.case,
        body: { corrects: { sequence: 2, occurredAt: plusMillis(clock.now(), -60_000) } },
        party: { reason: '平台时钟走快' },
      }),
    );
  });

  it('and verifies, with the repair said aloud and nothing rewritten', async () => {
    const found = await verified();
    expect(found).toMatchObject({ ok: true, bareHeads: 0, notRerun: {} });
    const written = await ledgerReading(test.bus.connections.relay)();
    const repair = written.findLast(({ entry }) =>
      entry.command.format === 'xianjie.register.v1'
        ? entry.command.changes.some(({ change }) => change === 'clock-stated')
        : false,
    );
    expect(found.ok && found.clockRepairs).toEqual([
      {
        sequence: repair?.sequence,
        from: written[(repair?.sequence ?? 0) - 2]?.entry.recordedAt,
        to: repair?.entry.recordedAt,
      },
    ]);
  });

  it('and after a further start its time falls by no more than five seconds', async () => {
    ahead = 9 * 60_000;
    const before = await taken(clue());
    ahead = 0;
    await test.restart();
    const after = await taken(clue());
    expect(after.recordedAt >= before.recordedAt).toBe(true);
    expect(await verified()).toMatchObject({ ok: true });
  });
});
