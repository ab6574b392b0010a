// What one case does to another, on a running bus: split, joined, and restricted from a department. The second entry is the relay's; lists
// come from the tables, and the whole verifies.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Answer, Receipt } from '../../schemas/entry.ts';
import { plusMillis } from '../../schemas/instant.ts';
import { readLedger } from '../../services/bus/ledger/read.ts';
import { openReadingRoom, type ReadingRoom } from '../../services/bus/reading-room/reading-room.ts';
import { verifiedExport } from '../support/ledger-audit.ts';
import { startTestBus, type TestBus } from '../support/test-bus.ts';
import type { TestDepartment } from '../support/test-platform.ts';

let test: TestBus;
let room: ReadingRoom;
let bureau: TestDepartment;
let police: TestDepartment;
let health: TestDepartment;
let inspection: TestDepartment;
let first: string;
let second: string;

const taken = (answer: Answer): Receipt => {
  if (!answer.ok) throw new Error(`${answer.code} ${answer.details.join(', ')}`);
  return answer;
};
const why = { reason: '另案处理' };
type Sent = Partial<CaseCommand> & { party?: Record<string, unknown> };
const send = (by: TestDepartment, command: string, rest: Sent, officer = 'head') =>
  by.send(officer, command, rest);
const stateOf = async (id: string) => (await test.bus.registrar.caseHead(id))?.state;

/** The tables brought up to what the ledger has, and what they say a department owes. */
const dueOf = async (department: TestDepartment) => {
  const messages = [];
  const { sequence } = await room.position();
  for await (const message of readLedger(test.bus.connections.relay, { from: sequence + 1 }))
    if (message.sequence > sequence) messages.push(message);
  if (messages.length > 0) await room.apply(messages);
  const exceptCases = await room.restrictedFrom(department.id);
  const asOf = plusMillis(test.bus.registrar.now(), 1_000);
  const question = { asOf, department: department.id, exceptCases };
  const { items } = await room.dueList(question);
  const counts = await room.dueCounts(question);
  return {
    items: items.map(({ case: id, clock, strictDueAt, latestDueAt }) => ({
      case: id,
      clock,
      strictDueAt,
      latestDueAt,
    })),
    all: counts.reduce((sum, count) => sum + count.all, 0),
  };
};

beforeAll(async () => {
  test = await startTestBus();
  room = await openReadingRoom({});
  bureau = await test.department('653023/medical-insurance');
  police = await test.department('653023/public-security');
  health = await test.department('653023/health');
  inspection = await test.department('653023/discipline-inspection');
  const clue = {
    body: { to: [police.id, health.id], fields: { topic: 'fraud' } },
    party: { summary: '一案两线' },
  };
  first = taken(await send(bureau, 'send-clue', clue, 'o-1')).case;
});
afterAll(async () => {
  await room?.close();
  await test?.stop();
});

describe('a case of two clues, one to the police and one to the health commission', () => {
  it('is split once the second is received: it goes on in a new case, due when it was due', async () => {
    const split = { case: first, body: { proceedings: ['p2'] }, party: why };
    expect(await send(bureau, 'split-case', split)).toMatchObject({
      code: 'SPLIT_NOT_POSSIBLE',
      details: ['under-way', 'p2'],
    });
    taken(await send(health, 'acknowledge', { case: first }, 'o-1'));
    const before = await dueOf(health);
    expect(before.items.length).toBeGreaterThan(0);
    taken(await send(bureau, 'split-case', split));
    second = (await stateOf(first))?.proceedings['p2']?.moved?.to ?? '';
    await test.bus.followUpsTaken();
    expect(await dueOf(health)).toEqual({
      items: before.items.map((one) => ({ ...one, case: second })),
      all: before.all,
    });
    expect(await stateOf(second)).toMatchObject({ openedBy: bureau.id, parties: [bureau.id, health.id] });
    expect(await send(health, 'note-for-information', { case: first }, 'o-1')).toMatchObject({
      code: 'PROCEEDING_MOVED',
      details: ['p2', second],
    });
    const events = (await health.notices(4)).map(({ type }) => type);
    expect(events.slice(-2)).toEqual([
      'xianjie.clue-notice.proceeding-moved.v1',
      'xianjie.clue-notice.proceeding-arrived.v1',
    ]);
  });

  it('is joined again: each stays as it is, and the one waits for the other', async () => {
    const merge = (into: string) => ({ case: second, body: { into }, party: why });
    expect(await send(bureau, 'merge-case', merge('653023-aaaaaaaaaaaaaaaa'))).toMatchObject({
      code: 'CASE_NOT_FOUND',
    });
    expect(await send(health, 'merge-case', merge(first))).toMatchObject({ code: 'NOT_YOUR_ROLE' });
    expect(
      await send(health, 'merge-case', { ...merge(first), case: '653023-aaaaaaaaaaaaaaaa' }),
    ).toMatchObject({ code: 'CASE_NOT_FOUND', details: [] });
    taken(await send(bureau, 'merge-case', merge(first)));
    await test.bus.followUpsTaken();
    expect((await stateOf(first))?.joinedCases).toEqual({ [second]: true });
    const closed = await send(bureau, 'close-case', { case: first, party: why });
    expect(closed).toMatchObject({ code: 'CASE_NOT_SETTLED', details: expect.arrayContaining([second]) });
  });

  it('is restricted from the police: to them it is from then on like a case that does not exist', async () => {
    expect((await dueOf(police)).all).toBeGreaterThan(0);
    taken(await send(inspection, 'restrict-case', { case: first, body: { to: [police.id] }, party: why }));
    expect(await dueOf(police)).toEqual({ items: [], all: 0 });
    expect(await room.restrictedFrom(police.id)).toEqual([first]);
    const answers = [first, '653023-aaaaaaaaaaaaaaaa'].map((id) =>
      send(police, 'acknowledge', { case: id }, 'o-1'),
    );
    const [hidden, nothing] = await Promise.all(answers);
    expect(hidden).toEqual(nothing);
    expect(hidden).toMatchObject({ code: 'CASE_NOT_FOUND' });
  });

  it('verifies as a whole, every decision made again', async () => {
    expect(await verifiedExport(test.bus.connections.relay, test.keys)).toMatchObject({
      ok: true,
      notRerun: {},
    });
  });
});
