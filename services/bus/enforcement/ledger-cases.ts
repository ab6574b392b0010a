// All cases folded from the ledger, in one pass; for rebuilding without a reading room.
import type { NatsConnection } from 'nats';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { caseOfSubject } from '../../../schemas/subjects.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { readLedger } from '../ledger/read.ts';

export type LedgerCases = {
  readonly cases: ReadonlyMap<string, CaseState>;
  /** Cases with an entry that cannot be folded: they are left out. */
  readonly unreadable: readonly string[];
};

/**
 * Every case as the ledger has it; some 3 kB a case stay in memory meanwhile.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const casesInLedger = async (nc: NatsConnection): Promise<LedgerCases> => {
  const cases = new Map<string, CaseState>();
  const unreadable = new Set<string>();
  for await (const { subject, data } of readLedger(nc, { subject: 'ledger.case.>' })) {
    const id = caseOfSubject(subject) ?? '';
    if (unreadable.has(id)) continue;
    try {
      cases.set(id, applyEntry(cases.get(id) ?? null, entryOf(parseRecord(data))));
    } catch {
      cases.delete(id);
      unreadable.add(id);
    }
  }
  return { cases, unreadable: [...unreadable] };
};
