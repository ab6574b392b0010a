// How far the tables are behind the ledger: whoever asks them is told, for what they do not have yet may be what is asked for.
import { setTimeout as pause } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import { lastSequence } from '../../ledger/read.ts';
import type { ReadingRoom } from '../reading-room.ts';

/**
 * `readTo`: ledger sequence up to which the tables go. `behind`: entries after it, `null` where the ledger does not answer.
 * `parked`: cases of which they lack entries before it.
 */
export type Lag = { readonly readTo: number; readonly behind: number | null; readonly parked: number };

/**
 * Waits, so many milliseconds at most, until the tables have what the ledger has now.
 * @returns `null` where they have all of it
 */
export const lagOf = async (
  nc: NatsConnection,
  room: Pick<ReadingRoom, 'position' | 'idle'>,
  within: number,
): Promise<Lag | null> => {
  const last = await lastSequence(nc).catch(() => null);
  const waited = new AbortController();
  if (last !== null && (await room.position()).sequence < last)
    await Promise.race([
      room.idle(last),
      pause(within, undefined, { ref: false, signal: waited.signal }).catch(() => undefined),
    ]);
  waited.abort();
  const { sequence: readTo, parked } = await room.position();
  const behind = last === null ? null : Math.max(0, last - readTo);
  return behind === 0 && parked.length === 0 ? null : { readTo, behind, parked: parked.length };
};
