// A reading room that meets what it cannot take: the others are read on, the lists say that something may be missing, and what
// older ledgers may hold, a NUL in a name, stops nobody.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Entry } from '../../schemas/entry.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { plusMillis } from '../../schemas/instant.ts';
import { caseSubject } from '../../schemas/subjects.ts';
import type { StoredMessage } from '../../services/bus/ledger/read.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { followIntoRoom } from '../../services/bus/reading-room/follow-into-room.ts';
import { lagOf } from '../../services/bus/reading-room/queries/lag.ts';
import { openReadingRoom, type ReadingRoom } from '../../services/bus/reading-room/reading-room.ts';
import { startReadingRoom } from '../../services/bus/reading-room/start-reading-room.ts';
import { createLog } from '../../services/log.ts';
import { caseDriver, registerWith } from '../support/case-driver.ts';
import { ledgerMessages } from '../support/ledger-messages.ts';
import { logLines } from '../support/log-lines.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { recordOf } from '../support/unsigned-record.ts';

const YB = '320200/medical-insurance';
const GA = '320200/public-security';
const register = registerWith([YB, GA]);
const caseId = (letter: string) => `320200-${letter.repeat(16)}`;

/** A clue to the police: the limit to acknowledge it runs. */
const clue = (letter: string, at = '2024-10-08T09:00:00+08:00') => {
  const driver = caseDriver(register, caseId(letter));
  driver.must({
    as: `${YB}/o-1`,
    at,
    command: 'send-clue',
    body: { to: [GA], fields: { topic: 'fraud' }, papers: [{ code: 'clue-letter', id: `no-${letter}` }] },
    with: ['summary'],
  });
  return driver;
};
/** An entry of a case that no reader can fold: its state has no such proceeding. */
const unfoldable = (letter: string, after: number, at: string): Entry => {
  const [first] = clue(letter).entries as [Entry];
  const stop = {
    kind: 'clock',
    type: 'clock-stopped',
    at,
    clock: 'p9/nothing/1',
    stoppedAt: at,
    outcome: 'met',
  } as unknown as CaseEvent;
  return { ...first, sequence: after + 1, recordedAt: at, events: [stop] };
};
const AS_OF = '2024-10-08T12:00:00+08:00';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
  await ensureStreams(await jetstreamManager(await stack.connectService('operator')));
});
afterAll(() => stack?.stop());

const casesIn = async (room: ReadingRoom, asOf = AS_OF): Promise<string[]> => [
  ...new Set((await room.dueList({ asOf })).items.map((item) => item.case)),
];

it('reads a NUL or half a character in a paper’s id and in a department’s name as a mark, now and after a restart', async () => {
  const strange = (text: string): string =>
    text.replaceAll('no-n', 'no\\u0000-\\ud800').replaceAll('无锡市公安局', '无锡市\\u0000公安局');
  const messages = ledgerMessages({ [YB]: '无锡市医疗保障局', [GA]: '无锡市公安局' }, [
    ...clue('n').entries,
    ...clue('m').entries,
  ]).map(
    (message): StoredMessage => ({
      ...message,
      data: Buffer.from(strange(Buffer.from(message.data).toString())),
    }),
  );
  expect(Buffer.concat(messages.map(({ data }) => data)).toString()).toContain('\\u0000');
  const room = await openReadingRoom({});
  await room.apply(messages);
  expect((await casesIn(room)).toSorted()).toEqual([caseId('m'), caseId('n')]);
  const [item] = (await room.dueList({ asOf: AS_OF })).items;
  expect(item?.obligedName).toBe('无锡市\uFFFD公安局');
  // A further entry of the case is folded on what the tables hold.
  await room.noteParked([]);
  const more = clue('n');
  more.must({ as: `${GA}/o-1`, at: '2024-10-08T10:00:00+08:00', proceeding: 'p1', command: 'acknowledge' });
  const next = { subject: caseSubject(caseId('n')), sequence: messages.length + 1 };
  const data = Buffer.from(JSON.stringify(recordOf(more.entries[1] as Entry)));
  await room.apply([{ ...next, data }]);
  expect((await room.position()).sequence).toBe(messages.length + 1);
  await room.close();
});

it('parks the case of an entry it cannot fold, says so in its position, and lists every other case', async () => {
  const good = ledgerMessages({ [YB]: 'A', [GA]: 'B' }, [...clue('a').entries, ...clue('b').entries]);
  const js = jetstream(await stack.connectService('registrar'));
  const publish = async (subject: string, data: Uint8Array): Promise<number> =>
    (await js.publish(subject, data)).seq;
  for (const { subject, data } of good) await publish(subject, data);
  const bad = unfoldable('a', 1, '2024-10-08T09:30:00+08:00');
  const badAt = await publish(caseSubject(bad.id), Buffer.from(JSON.stringify(recordOf(bad))));
  const [late] = clue('c').entries as [Entry];
  await publish(caseSubject(late.id), Buffer.from(JSON.stringify(recordOf(late))));

  const nc = await stack.connectService('projector');
  const { log, lines } = logLines();
  const room = await startReadingRoom({});
  // Nothing is read yet: a list would be empty, and it is said that it is behind.
  expect(await lagOf(nc, room, 1)).toEqual({ readTo: 0, behind: badAt + 1, parked: 0 });
  const following = await followIntoRoom(nc, room, log, { tryParked: { first: 20, longest: 20 } });
  await following.idle();
  expect((await casesIn(room)).toSorted()).toEqual([caseId('a'), caseId('b'), caseId('c')]);
  const { sequence, parked } = await room.position();
  expect(sequence).toBe(badAt + 1);
  expect(parked).toMatchObject([{ subject: caseSubject(caseId('a')), from: badAt }]);
  expect(await lagOf(nc, room, 1)).toEqual({ readTo: badAt + 1, behind: 0, parked: 1 });
  expect(lines.some((line) => line.includes(caseId('a')) && line.includes(`"sequence":${badAt}`))).toBe(true);
  await following.stop();

  // The documented remedy: everything is thrown away and read again, and the same holds.
  await room.clear();
  const again = await followIntoRoom(nc, room, createLog({ level: 'silent', pretty: false }));
  await again.idle();
  expect((await casesIn(room)).toSorted()).toEqual([caseId('a'), caseId('b'), caseId('c')]);
  expect((await room.position()).parked).toMatchObject([{ from: badAt }]);
  await again.stop();
  await room.close();
});

it('takes what it passed over of a case once it can, and nothing twice', async () => {
  const driver = clue('d');
  driver.must({ as: `${GA}/o-1`, at: '2024-10-08T10:00:00+08:00', proceeding: 'p1', command: 'acknowledge' });
  const messages = ledgerMessages({ [YB]: 'A', [GA]: 'B' }, driver.entries);
  const [opening, second] = messages.slice(-2) as [StoredMessage, StoredMessage];
  const whole = await openReadingRoom({});
  await whole.apply(messages);
  const room = await openReadingRoom({});
  const end = { passedOver: 2, hash: 'h', sequence: messages.length };
  const parked = [{ subject: opening.subject, from: opening.sequence, code: 'X' }];
  await room.apply(messages.slice(0, -2), { ...end, parked });
  expect(await casesIn(room)).toEqual([]);
  for (const message of [opening, second, opening, second]) await room.applyParked(message);
  await room.noteParked([]);
  const asOf = plusMillis(AS_OF, 0);
  expect(await room.dueList({ asOf })).toEqual(await whole.dueList({ asOf }));
  expect(await room.position()).toMatchObject({ sequence: messages.length, parked: [] });
  await whole.close();
  await room.close();
});
