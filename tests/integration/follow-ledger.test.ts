// The ledger followed on a real stream: what was there, what comes, another ledger under the same numbers, and what fails.
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSubject, LEDGER_STREAM } from '../../schemas/subjects.ts';
import { followLedger } from '../../services/bus/ledger/follow-ledger.ts';
import type { Cursor, Place } from '../../services/bus/ledger/following.ts';
import { consumedLedger, heardLedger } from '../../services/bus/ledger/ledger-source.ts';
import { lastSequence, type StoredMessage } from '../../services/bus/ledger/read.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { followIntoRoom } from '../../services/bus/reading-room/follow-into-room.ts';
import { openReadingRoom, type ReadingRoom } from '../../services/bus/reading-room/reading-room.ts';
import { createLog } from '../../services/log.ts';
import { eventually } from '../support/eventually.ts';
import { logLines } from '../support/log-lines.ts';
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

const CASE = (letter: string) => `653023-${letter.repeat(16)}`;
/** Entries of cases, one after the other, as small as they can be: for who does not read them. */
const publishFor = async (...letters: string[]): Promise<void> => {
  const js = jetstream(await stack.connectService('registrar'));
  for (const letter of letters) await js.publish(caseSubject(CASE(letter)), '{}');
};
const here = async (): Promise<number> => lastSequence(await stack.connectService('projector'));

/** A place kept in memory, and whether it can be written. */
const cursorAt = (sequence: number) => {
  let place: Place = { sequence, parked: [] };
  let isAway = false;
  let proofs = 0;
  const cursor: Cursor = {
    at: async () => place,
    note: (next) => {
      place = next;
    },
    prove: async () => {
      proofs += 1;
      if (isAway) throw new Error('away');
    },
    close: async () => undefined,
  };
  return {
    cursor,
    place: () => place,
    proofs: () => proofs,
    moveTo: (next: number) => {
      place = { ...place, sequence: next };
    },
    away: (now: boolean) => {
      isAway = now;
    },
  };
};

describe('a follower whose work fails', () => {
  /** Takes entries in order; fails where it is told to, and then stands where its tables say. */
  const follow = async (standsAt: (done: number) => number) => {
    const taken: number[] = [];
    let failures = 0;
    const nc = await stack.connectService('projector');
    const { cursor, place, moveTo } = cursorAt(0);
    const following = await followLedger({
      nc,
      name: 'test',
      source: consumedLedger(nc),
      cursor,
      log,
      onBatch: async (batch) => {
        if (failures === 0) {
          failures += 1;
          moveTo(standsAt(place().sequence));
          throw new Error('no');
        }
        taken.push(...batch.map(({ sequence }) => sequence));
      },
    });
    await following.idle();
    const done = following.done();
    await following.stop();
    return { taken, done, failures };
  };

  it('is given the batch again, and everything in order', async () => {
    const { taken, done, failures } = await follow((at) => at);
    expect(failures).toBe(1);
    expect(taken).toEqual(Array.from({ length: done }, (_, n) => n + 1));
  });

  it('is given what follows where it stands then', async () => {
    const { taken, done, failures } = await follow(() => 7);
    expect(failures).toBe(1);
    expect(taken).toEqual(Array.from({ length: done - 7 }, (_, n) => n + 8));
  });
});

describe.each(['consumed', 'heard'] as const)(
  'a ledger that is %s by a follower who cannot take one entry',
  (how) => {
    /** Follows from here on; entries of case `z` are refused while `isBad`. */
    const follow = async (lines = logLines()) => {
      const nc = await stack.connectService('projector');
      const from = await here();
      const kept = cursorAt(from);
      const taken: string[] = [];
      const state = { isBad: true, isAtFault: (_place: number): boolean => true };
      const heard = heardLedger(nc, from);
      const told = how === 'heard' ? await consumedLedger(nc) : undefined;
      const telling = new AbortController();
      const teller = told?.read(
        from,
        (message) => {
          heard.note(message);
          return true;
        },
        async () => undefined,
        telling.signal,
      );
      const start = (cursor: Cursor, oneByOne?: true) =>
        followLedger({
          ...(oneByOne ? { oneByOne } : {}),
          nc,
          name: 'test',
          source: how === 'heard' ? heard : consumedLedger(nc),
          cursor,
          log: lines.log,
          tryParked: { first: 20, longest: 20 },
          onBatch: async (batch) => {
            const bad = batch.some(
              ({ subject, sequence }) => subject.endsWith(CASE('z')) && state.isAtFault(sequence - from),
            );
            if (bad && state.isBad) throw Object.assign(new Error('a name of a party'), { code: 'NO_FIT' });
            taken.push(...batch.map(({ sequence, subject }) => `${sequence - from}${subject.at(-1)}`));
          },
        });
      return {
        ...kept,
        state,
        taken,
        lines,
        start: (oneByOne?: true) => start(kept.cursor, oneByOne),
        end: async () => {
          telling.abort();
          await teller;
        },
      };
    };

    it('names it, parks its case and goes on with the others; once it can, it takes what it passed over, in order', async () => {
      const { start, state, taken, lines, place, end } = await follow();
      const following = await start();
      await publishFor('a', 'z', 'b', 'z', 'a');
      await following.idle();
      expect(taken).toEqual(['1a', '3b', '5a']);
      const { parked, failing } = following.standing();
      expect(parked).toMatchObject([{ subject: caseSubject(CASE('z')), code: 'NO_FIT' }]);
      expect(failing).toBeNull();
      expect(place().parked).toEqual(parked);
      await lines.seen(
        ({ level, case: id, sequence, code }) =>
          level === 50 && id === CASE('z') && sequence === parked[0]?.from && code === 'NO_FIT',
      );
      expect(lines.lines.join()).not.toContain('a name of a party');
      // What comes of it later is passed over too.
      await publishFor('z', 'c');
      await following.idle();
      expect(taken).toEqual(['1a', '3b', '5a', '7c']);
      state.isBad = false;
      await lines.seen(({ msg }) => msg === 'a parked case goes on');
      expect(taken).toEqual(['1a', '3b', '5a', '7c', '2z', '4z', '6z']);
      expect([following.standing().parked, place().parked]).toEqual([[], []]);
      await publishFor('z');
      await following.idle();
      expect(taken.at(-1)).toBe('8z');
      await following.stop();
      await end();
    });

    it('where each entry stands for itself, takes the others of the case that is parked, those that come later too', async () => {
      const { start, state, taken, lines, end } = await follow();
      state.isAtFault = (place) => place === 2 || place === 4;
      const following = await start(true);
      await publishFor('z', 'z', 'a', 'z', 'z');
      await following.idle();
      expect([...new Set(taken)].sort()).toEqual(['1z', '3a', '5z']);
      expect(following.standing().parked).toMatchObject([
        { subject: caseSubject(CASE('z')), code: 'NO_FIT' },
      ]);
      await publishFor('z');
      await following.idle();
      expect(taken).toContain('6z');
      state.isBad = false;
      await lines.seen(({ msg }) => msg === 'a parked case goes on');
      expect([...new Set(taken)].sort()).toEqual(['1z', '2z', '3a', '4z', '5z', '6z']);
      expect(following.standing().parked).toEqual([]);
      await following.stop();
      await end();
    });

    it('remembers across a restart what it passed over, and tries it at the start', async () => {
      const { start, state, taken, lines, end } = await follow();
      const first = await start();
      await publishFor('z', 'a');
      await first.idle();
      await first.stop();
      await publishFor('z', 'b');
      const second = await start();
      await second.idle();
      expect(taken).toEqual(['2a', '4b']);
      state.isBad = false;
      await lines.seen(({ msg }) => msg === 'a parked case goes on');
      expect(taken).toEqual(['2a', '4b', '1z', '3z']);
      await second.stop();
      await end();
    });

    it('parks nothing while what it needs is away, whatever fails', async () => {
      const { start, state, taken, proofs, away, end } = await follow();
      away(true);
      const following = await start();
      await publishFor('a', 'z', 'b');
      // Entry by entry by now, and asked twice whose fault it is.
      await eventually(async () => proofs() > 1);
      expect(following.standing()).toMatchObject({ parked: [], failing: { code: 'NO_FIT' } });
      state.isBad = false;
      away(false);
      await following.idle();
      expect(taken).toEqual(['1a', '2z', '3b']);
      expect(following.standing()).toMatchObject({ parked: [], failing: null });
      await following.stop();
      await end();
    });
  },
);
