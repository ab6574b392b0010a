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

const LOOK_AGAIN_MS = 20;

/**
 * Waits, so many milliseconds at most, until the tables have what the ledger has now.
 * @returns `null` where they have all of it
 */
export const lagOf = async (
  nc: NatsConnection,
  room: Pick<ReadingRoom, 'position'>,
  within: number,
): Promise<Lag | null> => {
  const last = await lastSequence(nc).catch(() => null);
  const until = performance.now() + within;
  let position = await room.position();
  while (last !== null && position.sequence < last && performance.now() < until) {
    await pause(LOOK_AGAIN_MS);
    position = await room.position();
  }
  const { sequence: readTo, parked } = position;
  const behind = last === null ? null : Math.max(0, last - readTo);
  return behind === 0 && parked.length === 0 ? null : { readTo, behind, parked: parked.length };
};
