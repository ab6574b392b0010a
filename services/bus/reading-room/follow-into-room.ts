// Feeds the reading room from the ledger: what was written while it was away in batches, then as it comes. How far it is
// stands in its own tables.
import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import type { Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import { sha256 } from '../../proof/canonical.ts';
import { entryHashOf } from '../../proof/record.ts';
import { followLedger } from '../ledger/follow-ledger.ts';
import type { Cursor, Following, FollowOptions, Place } from '../ledger/following.ts';
import { consumedLedger } from '../ledger/ledger-source.ts';
import { lastSequence, messageAt } from '../ledger/read.ts';
import type { ReadingRoom } from './reading-room.ts';

/** Entries caught up with in one go, and entries in all, after which the planner's statistics are stale. */
const SETTLE_AFTER = { caughtUp: 10_000, inAll: 100_000 };
/** Where entries come as fast as they are written, so many times as long as a write took: the next is then larger, and cheaper an entry. */
const RESTS = 3;
const LONGEST_REST_MS = 250;

/** The hash of an entry; of what is none, that of its bytes. */
const hashOf = (data: Uint8Array): string => {
  try {
    return entryHashOf(data);
  } catch {
    return sha256(data);
  }
};

/** A reading room of another ledger, or one ahead of this ledger (restored from a copy), begins anew. */
const isSameLedger = async (nc: NatsConnection, room: ReadingRoom): Promise<boolean> => {
  const { sequence, hash } = await room.position();
  if (sequence === 0) return true;
  if (sequence > (await lastSequence(nc))) return false;
  const message = await messageAt(nc, sequence);
  return message !== null && hashOf(message.data) === hash;
};

const cursorOf = (nc: NatsConnection, room: ReadingRoom, log: Log): Cursor => {
  let parkedBefore = 0;
  const at = async (): Promise<Place> => {
    const { sequence, parked } = await room.position();
    parkedBefore = parked.length;
    if (await isSameLedger(nc, room)) return { sequence, parked };
    log.warn({ position: sequence }, 'reading room is of another ledger: rebuilding');
    await room.clear();
    return { sequence: 0, parked: [] };
  };
  return {
    at,
    // Written with the rows, save that a parked case goes on: were that not written, it would be found again at the next start.
    note: ({ parked }) => {
      if (parked.length !== parkedBefore) void room.noteParked(parked).catch(() => undefined);
      parkedBefore = parked.length;
    },
    prove: room.prove,
    close: async () => undefined,
  };
};

/** Follows until stopped; what fails is tried again from the position in the tables. */
export const followIntoRoom = (
  nc: NatsConnection,
  room: ReadingRoom,
  log: Log,
  options: { readonly giveWay?: GiveWay } & Pick<FollowOptions, 'tryParked'> = {},
): Promise<Following> => {
  const { giveWay, ...rest } = options;
  let behind = 0;
  let unsettled = 0;
  return followLedger({
    nc,
    name: 'reading-room',
    source: consumedLedger(nc),
    cursor: cursorOf(nc, room, log),
    log,
    ...rest,
    ...(giveWay ? { beforeBatch: giveWay } : {}),
    onParked: room.applyParked,
    onBatch: async (batch, { last, passedOver, parked, left, signal }) => {
      const begun = performance.now();
      await room.apply(batch, {
        sequence: last.sequence,
        hash: hashOf(last.data),
        passedOver,
        parked,
      });
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
