// The ledger followed on a real stream: what was there, what comes, another ledger under the same numbers, and what fails.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_STREAM } from '../../schemas/subjects.ts';
import { followLedger } from '../../services/bus/ledger/follow-ledger.ts';
import type { StoredMessage } from '../../services/bus/ledger/read.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { followIntoRoom } from '../../services/bus/reading-room/follow-into-room.ts';
import { openReadingRoom, type ReadingRoom } from '../../services/bus/reading-room/reading-room.ts';
import { createLog } from '../../services/log.ts';
import { reportedLedger } from '../support/reported-ledger.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const log = createLog({ level: 'silent', pretty: false });
let stack: TestStack;
let room: ReadingRoom;
beforeAll(async () => {
  stack = await startTestStack();
  await ensureStreams(await jetstreamManager(await stack.connectService('operator')));
  room = await openReadingRoom({});
});
afterAll(async () => {
  await room.close();
  await stack.stop();
});

const publish = async (messages: readonly StoredMessage[]): Promise<void> => {
  const js = jetstream(await stack.connectService('registrar'));
  for (const { subject, data } of messages) await js.publish(subject, data);
};

describe('a reading room that follows the ledger', () => {
  it('reads what was there, then what comes, and begins anew for another ledger', async () => {
    const messages = reportedLedger();
    await publish(messages.slice(0, 20));
    const nc = await stack.connectService('projector');

    const first = await followIntoRoom(nc, room, log);
    expect((await room.idle(20)).sequence).toBe(20);
    await publish(messages.slice(20, 30));
    expect((await room.idle(30)).sequence).toBe(30);
    await first.stop();

    await publish(messages.slice(30));
    const second = await followIntoRoom(nc, room, log);
    expect((await room.idle(messages.length)).sequence).toBe(messages.length);
    await second.stop();
    const whole = await room.caseList({ department: '320500/joint-meeting-office', limit: 50 });
    expect(whole.length).toBeGreaterThan(0);

    // The same number in another ledger: only the hash tells.
    await room.clear();
    await room.apply(reportedLedger('rehearsal').slice(0, 1));
    expect((await room.position()).clock).toBe('rehearsal');
    const third = await followIntoRoom(nc, room, log);
    const position = await room.idle(messages.length);
    expect(position).toMatchObject({ sequence: messages.length, clock: 'real' });
    expect(await room.caseList({ department: '320500/joint-meeting-office', limit: 50 })).toEqual(whole);
    await third.stop();
    const { consumer_count } = (await (await jetstreamManager(nc)).streams.info(LEDGER_STREAM)).state;
    expect(consumer_count).toBe(0);
  });
});

describe('a follower whose work fails', () => {
  /** Takes entries in order; fails where it is told to, and then stands where its tables say. */
  const follow = async (failAt: number, standsAt: (done: number) => number) => {
    const taken: number[] = [];
    let [at, failures] = [0, 0];
    const following = await followLedger({
      nc: await stack.connectService('projector'),
      name: 'test',
      cursor: { at: async () => at, note: () => undefined, close: async () => undefined },
      log,
      onBatch: async (batch) => {
        if (failures === 0 && batch.some(({ sequence }) => sequence >= failAt)) {
          failures += 1;
          at = standsAt(at);
          throw new Error('no');
        }
        taken.push(...batch.map(({ sequence }) => sequence));
        at = taken.at(-1) ?? at;
      },
    });
    await following.idle();
    const done = following.done();
    await following.stop();
    return { taken, done, failures };
  };

  it('is given the batch again, and everything in order', async () => {
    const { taken, done, failures } = await follow(1, (at) => at);
    expect(failures).toBe(1);
    expect(taken).toEqual(Array.from({ length: done }, (_, n) => n + 1));
  });

  it('is given what follows where it stands then', async () => {
    const { taken, done, failures } = await follow(1, () => 7);
    expect(failures).toBe(1);
    expect(taken).toEqual(Array.from({ length: done - 7 }, (_, n) => n + 8));
  });
});
