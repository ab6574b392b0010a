// Reads the whole record back after a rehearsal: the cases, and the export verified from genesis to head with the rules.
import type { NatsConnection } from 'nats';
import { applyEntry } from '../../case/evolve.ts';
import type { CaseState } from '../../case/state.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { CaseId } from '../../schemas/ids.ts';
import { exportLedger, streamSource } from '../bus/export/export-ledger.ts';
import { readLedger } from '../bus/ledger/read.ts';
import type { Wrong } from '../bus/verify/fault.ts';
import { type Verified, verifyExport } from '../bus/verify/verify-export.ts';
import { entryOf, parseRecord } from '../proof/record.ts';
import type { SigningKey } from '../proof/signature.ts';
import type { RecordedCase } from './collect.ts';

/** Every case of the ledger with its entries, in the order the cases were opened. */
export const recordedCases = async (nc: NatsConnection): Promise<RecordedCase[]> => {
  const cases = new Map<CaseId, { state: CaseState; entries: Entry[] }>();
  for await (const message of readLedger(nc, { subject: 'ledger.case.>' })) {
    const entry = entryOf(parseRecord(message.data));
    const known = cases.get(entry.id);
    const state = applyEntry(known?.state ?? null, entry);
    cases.set(entry.id, { state, entries: [...(known?.entries ?? []), entry] });
  }
  return [...cases].map(([id, { state, entries }]) => ({ id, state, entries }));
};

/** Exports the ledger and verifies the export as anyone could who has the root key. */
export const verifyRecord = (
  nc: NatsConnection,
  keys: { readonly ledger: SigningKey; readonly rootKey: string },
): Promise<Verified | Wrong> =>
  verifyExport(exportLedger({ source: streamSource(nc), key: keys.ledger }), { rootKey: keys.rootKey });
