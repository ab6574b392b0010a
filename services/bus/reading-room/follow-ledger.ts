// Feeds the reading room from the stream: what was written while it was away in batches, then as it comes.
import { setTimeout as delay } from 'node:timers/promises';
import { type JsMsg, jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { type Log, placeOf } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import { entryHashOf } from '../../proof/record.ts';
import { PULL_MS } from '../ledger/pull.ts';
import { lastSequence, messageAt } from '../ledger/read.ts';
import type { ReadingRoom } from './reading-room.ts';

/** Entries in one transaction at most: large enough to rebuild fast, small enough to answer questions in between. */
const BATCH = 500;
/** Entries caught up with in one go, and entries in all, after which the planner's statistics are stale. */
const SETTLE_AFTER = { caughtUp: 10_000, inAll: 100_000 };
const RETRY_AFTER_MS = 1_000;
/** Where entries come as fast as they are written, so many times as long as a write took: the next is then larger, and cheaper an entry. */
const RESTS = 3;
const LONGEST_REST_MS = 250;

export type Following = { stop(): Promise<void> };

/** A reading room of another ledger, or one ahead of this ledger (restored from a copy), begins anew. */
const sameLedger = async (nc: NatsConnection, room: ReadingRoom): Promise<boolean> => {
  const { sequence, hash } = await room.position();
  if (sequence === 0) return true;
  if (sequence > (await lastSequence(nc))) return false;
  const message = await messageAt(nc, sequence);
  return message !== null && entryHashOf(message.data) === hash;
};

/** Reads on until `signal` says stop or something fails. */
const follow = async (
  nc: NatsConnection,
  room: ReadingRoom,
  signal: AbortSignal,
  log: Log,
  giveWay?: GiveWay,
): Promise<void> => {
  if (!(await sameLedger(nc, room))) {
    log.warn({ position: (await room.position()).sequence }, 'reading room is of another ledger: rebuilding');
    await room.clear();
  }
  const start = (await room.position()).sequence + 1;
  const consumer = await jetstream(nc).consumers.get(LEDGER_STREAM, { opt_start_seq: start });
  // What came while a batch was written makes the next one: under load batches grow, and cost less an entry.
  const waiting: JsMsg[] = [];
  let pending = 0;
  let wake = (): void => {};
  let taken = (): void => {};
  const messages = await consumer.consume({ max_messages: 2 * BATCH, expires: PULL_MS });
  let ended = false;
  const read = async (): Promise<void> => {
    for await (const message of messages) {
      waiting.push(message);
      pending = message.info.pending;
      wake();
      if (waiting.length < 2 * BATCH) continue;
      await new Promise<void>((resolve) => {
        taken = resolve;
      });
    }
  };
  const reading = read().finally(() => {
    ended = true;
    wake();
  });
  // Thrown below, once it is known here that reading has ended.
  reading.catch(() => undefined);
  const stop = (): void => {
    messages.stop();
    taken();
  };
  signal.addEventListener('abort', stop, { once: true });
  let behind = 0;
  let unsettled = 0;
  try {
    for (;;) {
      // A batch is whole when it is full or the server has no more; an entry that has come is not kept waiting by one to come.
      while (!ended && (waiting.length === 0 || (pending > 0 && waiting.length < BATCH))) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const [oldest] = waiting;
      if (oldest) await giveWay?.(oldest.time.getTime());
      if (ended) return await reading;
      const batch = waiting.splice(0, BATCH);
      taken();
      const begun = performance.now();
      await room.apply(batch.map(({ seq, subject, data }) => ({ sequence: seq, subject, data })));
      const took = performance.now() - begun;
      behind += batch.length;
      unsettled += batch.length;
      if (pending > 0 || waiting.length > 0) {
        if (pending === 0) await pause(signal, Math.min(RESTS * took, LONGEST_REST_MS));
        continue;
      }
      if (behind >= SETTLE_AFTER.caughtUp || unsettled >= SETTLE_AFTER.inAll) {
        await room.settle();
        unsettled = 0;
      }
      behind = 0;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    // Ephemeral: the server would drop it by itself, some minutes later.
    await consumer.delete().catch(() => undefined);
  }
};

const pause = (signal: AbortSignal, millis = RETRY_AFTER_MS): Promise<void> =>
  delay(millis, undefined, { signal }).catch(() => undefined);

/** Follows the ledger until stopped; what fails is logged and tried again from the position in the tables. */
export const followLedger = (
  nc: NatsConnection,
  room: ReadingRoom,
  log: Log,
  giveWay?: GiveWay,
): Following => {
  const controller = new AbortController();
  const { signal } = controller;
  const running = (async () => {
    while (!signal.aborted) {
      try {
        await follow(nc, room, signal, log, giveWay);
      } catch (error) {
        if (signal.aborted) return;
        log.error({ at: placeOf(error) }, 'reading room stopped following the ledger; trying again');
      }
      if (!signal.aborted) await pause(signal);
    }
  })();
  return {
    stop: async () => {
      controller.abort();
      await running;
    },
  };
};
