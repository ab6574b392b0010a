// The entries of a case as the ledger has them, kept while they are asked for: what is shown of a case is decided on these, and
// on no row and no file beside them.
import { LRUCache } from 'lru-cache';
import type { NatsConnection } from 'nats';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { CaseId } from '../../../schemas/ids.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import { entryHashOf, entryOf, parseRecord } from '../../proof/record.ts';
import { lastOf, readSubject, type StoredMessage } from './read.ts';

export type CaseEntry = Entry & { readonly command: CaseCommand };

/** An entry of a case with its place in the ledger and its hash. */
export type PlacedEntry = {
  readonly entry: CaseEntry;
  readonly ledgerSequence: number;
  readonly hash: string;
};

/** Bytes of entries kept at once, of all cases; a case of more is read anew each time. */
const KEPT_BYTES = 128 * 1_048_576;

const placed = ({ sequence, data }: StoredMessage): PlacedEntry => ({
  entry: entryOf(parseRecord(data)) as CaseEntry,
  ledgerSequence: sequence,
  hash: entryHashOf(data),
});

/** Oldest first, none of a case that does not exist. @throws InfrastructureError LEDGER_UNAVAILABLE */
export const caseEntries = (nc: NatsConnection) => {
  const kept = new LRUCache<CaseId, { readonly entries: readonly PlacedEntry[]; readonly bytes: number }>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ bytes }) => bytes,
  });
  return async (caseId: CaseId): Promise<readonly PlacedEntry[]> => {
    const known = kept.get(caseId) ?? { entries: [], bytes: 0 };
    const readTo = known.entries.at(-1)?.ledgerSequence ?? 0;
    const last = await lastOf(nc, caseSubject(caseId));
    if (!last || last.sequence === readTo) return known.entries;
    const news = await readSubject(nc, caseSubject(caseId), readTo + 1);
    const entries = [...known.entries, ...news.map(placed)];
    const bytes = news.reduce((sum, { data }) => sum + data.byteLength, known.bytes);
    kept.set(caseId, { entries, bytes });
    return entries;
  };
};
