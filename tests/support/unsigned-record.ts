// Entries, records and receipts as the ledger would have them, signed by nobody: for what folds, reads and answers.
import type { Entry, LedgerRecord, Receipt } from '../../schemas/entry.ts';
import { type Decided, newEntry } from '../../services/proof/new-entry.ts';
import { bodyDigest, entryOf } from '../../services/proof/record.ts';

/** Stands for any digest: 43 characters. */
export const digest = 'd'.repeat(43);
/** Stands for any signature. */
export const signature = { key: 'k', value: 'v' };

/** The entry of what was decided about a case, by decider 1, after so many entries of it; under no law where none is named. */
export const unsignedEntry = (
  decided: Pick<Decided, 'id' | 'command' | 'events' | 'registerAt' | 'recordedAt'> &
    Partial<Pick<Decided, 'lawAt'>>,
  before: number,
): Entry => {
  const { head, body } = newEntry(
    {
      kind: 'case',
      region: decided.id.slice(0, 6),
      attestation: { by: 'department-key', signature },
      decider: 1,
      lawAt: 0,
      ...decided,
    },
    before === 0 ? null : { sequence: before, hash: digest },
    null,
  );
  return entryOf({ head: { ...head, body: digest }, body });
};

/** The record an entry came from, by nobody's signature. */
export const recordOf = (entry: Entry): LedgerRecord => {
  const { salt, command, attestation, events, occurredAt: _, ...head } = entry;
  const body = { salt, command, attestation, events };
  return { head: { ...head, body: bodyDigest(body) }, body, envelope: null, signature };
};

export const unsignedReceipt = (entry: Entry, ledgerSequence: number): Receipt => ({
  ok: true,
  head: recordOf(entry).head,
  case: entry.id,
  sequence: entry.sequence,
  ledgerSequence,
  hash: digest,
  signature,
  recordedAt: entry.recordedAt,
  events: entry.events.map(({ type }) => type),
  proceedings: [
    ...new Set(
      entry.events.flatMap((e) => (e.kind === 'proceeding' || e.kind === 'step' ? [e.proceeding] : [])),
    ),
  ],
  repeated: false,
});
