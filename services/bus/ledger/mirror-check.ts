// Is the ledger still what its mirror remembers? A damaged store comes back shorter, healthy and silent (seen: 150 of 300).
import type { NatsConnection } from 'nats';
import { sha256 } from '../../proof/canonical.ts';
import { type Head, type MirrorFiles, readMirror } from './mirror-files.ts';
import { lastSequence, messageAt, readLedger } from './read.ts';

export type MirrorCheck =
  | { readonly ok: true; readonly ledger: number; readonly mirror: number }
  /** The ledger ends before its mirror does: acknowledged entries are gone. */
  | { readonly ok: false; readonly found: 'behind'; readonly ledger: number; readonly mirror: number }
  /** The ledger has another message, or none that can be read, where the mirror has this one. */
  | { readonly ok: false; readonly found: 'different'; readonly sequence: number };

/** Compares the mirror's head with the ledger: two questions, for every start and every minute. */
const checkHead = async (nc: NatsConnection, head: Head | null): Promise<MirrorCheck> => {
  const ledger = await lastSequence(nc);
  if (!head) return { ok: true, ledger, mirror: 0 };
  if (ledger < head.sequence) return { ok: false, found: 'behind', ledger, mirror: head.sequence };
  const message = await messageAt(nc, head.sequence);
  return message && sha256(message.data) === head.digest
    ? { ok: true, ledger, mirror: head.sequence }
    : { ok: false, found: 'different', sequence: head.sequence };
};

/** Compares every message with its mirror: finds what a clean stop hid, a message claimed and not readable. */
const checkAll = async (nc: NatsConnection, mirror: MirrorFiles, head: Head): Promise<MirrorCheck> => {
  const ledger = readLedger(nc, { to: head.sequence });
  let next = await ledger.next();
  for await (const row of readMirror(mirror.dir)) {
    // A damaged row says nothing about the ledger; `repair` mends it from there.
    if (!row) continue;
    if (row.sequence > head.sequence) break;
    while (!next.done && next.value.sequence < row.sequence) next = await ledger.next();
    const found = next.done ? null : next.value;
    if (found?.sequence !== row.sequence || Buffer.compare(found.data, row.data) !== 0) {
      return { ok: false, found: 'different', sequence: row.sequence };
    }
  }
  return { ok: true, ledger: await lastSequence(nc), mirror: head.sequence };
};

/**
 * Whether the ledger holds what its mirror holds.
 * @param depth `head`: length and last message; `all`: every message, some 50,000 a second
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const checkAgainstMirror = async (
  nc: NatsConnection,
  mirror: MirrorFiles,
  depth: 'head' | 'all' = 'head',
): Promise<MirrorCheck> => {
  const head = mirror.head();
  const quick = await checkHead(nc, head);
  return quick.ok && head && depth === 'all' ? checkAll(nc, mirror, head) : quick;
};
