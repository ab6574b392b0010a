// All cases folded from the ledger, in one pass; for rebuilding without a reading room.
import type { NatsConnection } from 'nats';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { readLedger } from '../ledger/read.ts';

/**
 * Every case as the ledger has it; some 3 kB a case stay in memory meanwhile.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const casesInLedger = async (nc: NatsConnection): Promise<ReadonlyMap<string, CaseState>> => {
  const cases = new Map<string, CaseState>();
  for await (const message of readLedger(nc, { subject: 'ledger.case.>' })) {
    const entry = entryOf(parseRecord(message.data));
    cases.set(entry.id, applyEntry(cases.get(entry.id) ?? null, entry));
  }
  return cases;
};
