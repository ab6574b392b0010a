// Is the ledger still what its mirror remembers? A damaged store comes back shorter, healthy and silent (seen: 150 of 300).
// Nothing is called damage that a second look, by another read, does not confirm: a server that is slow or going down also finds
// nothing.
import type { NatsConnection } from 'nats';
import { sha256 } from '../../proof/canonical.ts';
import { type Head, type MirrorFiles, readMirror } from './mirror-files.ts';
import { lastOf, lastSequence, messageAt, type StoredMessage, secondLook } from './read.ts';
import { readWhole } from './read-whole.ts';

export type MirrorCheck =
  | { readonly ok: true; readonly ledger: number; readonly mirror: number }
  /** The ledger ends before its mirror does: acknowledged entries are gone. */
  | { readonly ok: false; readonly found: 'behind'; readonly ledger: number; readonly mirror: number }
  /** The ledger has another message, or none that can be read, where the mirror has this one. */
  | { readonly ok: false; readonly found: 'different'; readonly sequence: number };

const isIt = (found: StoredMessage | null, digest: string): boolean =>
  found !== null && sha256(found.data) === digest;

/** Where the ledger ends, by what its server counts and, where that is before the mirror's end, by what it can read. */
const endOf = async (nc: NatsConnection, head: Head): Promise<number> => {
  const counted = await lastSequence(nc);
  if (counted >= head.sequence) return counted;
  const read = await lastOf(nc, 'ledger.>');
  return Math.max(await lastSequence(nc), read?.sequence ?? 0);
};

/** Compares the mirror's head with the ledger: two questions, for every start and every minute. */
const checkHead = async (nc: NatsConnection, head: Head | null): Promise<MirrorCheck> => {
  if (!head) return { ok: true, ledger: await lastSequence(nc), mirror: 0 };
  const ledger = await endOf(nc, head);
  if (ledger < head.sequence) return { ok: false, found: 'behind', ledger, mirror: head.sequence };
  const isThere =
    isIt(await messageAt(nc, head.sequence), head.digest) ||
    isIt(await secondLook(nc, { seq: head.sequence }), head.digest);
  return isThere
    ? { ok: true, ledger, mirror: head.sequence }
    : { ok: false, found: 'different', sequence: head.sequence };
};

/** Compares every message with its mirror: finds what a clean stop hid, a message claimed and not readable. */
const checkAll = async (nc: NatsConnection, mirror: MirrorFiles, head: Head): Promise<MirrorCheck> => {
  const ledger = readWhole(nc, head.sequence);
  let at = 0;
  let found: StoredMessage | null = null;
  for await (const row of readMirror(mirror.dir)) {
    // A damaged row says nothing about the ledger; `repair` mends it from there.
    if (!row) continue;
    if (row.sequence > head.sequence) break;
    for (; at < row.sequence; at += 1) found = (await ledger.next()).value ?? null;
    const isSame = found !== null && Buffer.compare(found.data, row.data) === 0;
    if (!isSame && !isIt(await secondLook(nc, { seq: row.sequence }), sha256(row.data))) {
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
