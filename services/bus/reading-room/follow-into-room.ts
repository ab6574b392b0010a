// Feeds the reading room from the ledger: what was written while it was away in batches, then as it comes. How far it is
// stands in its own tables.
import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import type { Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import { entryHashOf } from '../../proof/record.ts';
import { type Cursor, type Following, followLedger } from '../ledger/follow-ledger.ts';
import { lastSequence, messageAt } from '../ledger/read.ts';
import type { ReadingRoom } from './reading-room.ts';

/** Entries caught up with in one go, and entries in all, after which the planner's statistics are stale. */
const SETTLE_AFTER = { caughtUp: 10_000, inAll: 100_000 };
/** Where entries come as fast as they are written, so many times as long as a write took: the next is then larger, and cheaper an entry. */
const RESTS = 3;
const LONGEST_REST_MS = 250;

/** A reading room of another ledger, or one ahead of this ledger (restored from a copy), begins anew. */
const isSameLedger = async (nc: NatsConnection, room: ReadingRoom): Promise<boolean> => {
  const { sequence, hash } = await room.position();
  if (sequence === 0) return true;
  if (sequence > (await lastSequence(nc))) return false;
  const message = await messageAt(nc, sequence);
  return message !== null && entryHashOf(message.data) === hash;
};

const cursorOf = (nc: NatsConnection, room: ReadingRoom, log: Log): Cursor => ({
  at: async () => {
    const { sequence } = await room.position();
    if (await isSameLedger(nc, room)) return sequence;
    log.warn({ position: sequence }, 'reading room is of another ledger: rebuilding');
    await room.clear();
    return 0;
  },
  // Written with the rows.
  note: () => undefined,
  close: async () => undefined,
});

/** Follows until stopped; what fails is tried again from the position in the tables. */
export const followIntoRoom = (
  nc: NatsConnection,
  room: ReadingRoom,
  log: Log,
  giveWay?: GiveWay,
): Promise<Following> => {
  let behind = 0;
  let unsettled = 0;
  return followLedger({
    nc,
    name: 'reading-room',
    cursor: cursorOf(nc, room, log),
    log,
    ...(giveWay ? { beforeBatch: giveWay } : {}),
    onBatch: async (batch, { left, signal }) => {
      const begun = performance.now();
      await room.apply(batch);
      const took = performance.now() - begun;
      behind += batch.length;
      unsettled += batch.length;
      const { waiting, pending } = left();
      if (waiting === 0 && pending === 0) {
        const stale = behind >= SETTLE_AFTER.caughtUp || unsettled >= SETTLE_AFTER.inAll;
        behind = 0;
        if (!stale) return;
        await room.settle();
        unsettled = 0;
      } else if (pending === 0) {
        const rest = Math.min(RESTS * took, LONGEST_REST_MS);
        await delay(rest, undefined, { signal }).catch(() => undefined);
      }
    },
  });
};
