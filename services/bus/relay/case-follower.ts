// Cases as they stood right after each entry, for readers that go through the ledger in order.
import { LRUCache } from 'lru-cache';
import type { NatsConnection } from 'nats';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { readSubject } from '../ledger/read.ts';

const KEPT = 20_000;

/** `after(entry)` gives the case after that entry, whatever came later. */
export const caseFollower = (nc: NatsConnection) => {
  const states = new LRUCache<string, CaseState>({ max: KEPT });
  const keep = (state: CaseState): CaseState => {
    states.set(state.id, state);
    return state;
  };
  return {
    after: async (entry: Entry): Promise<CaseState> => {
      const known = states.get(entry.id) ?? null;
      if ((known?.sequence ?? 0) === entry.sequence - 1) {
        return keep(applyEntry(known, entry));
      }
      // Seen again after a restart, or forgotten: fold from the beginning, this far.
      let state: CaseState | null = null;
      for (const message of await readSubject(nc, caseSubject(entry.id))) {
        const earlier = entryOf(parseRecord(message.data));
        if (earlier.sequence > entry.sequence) break;
        state = applyEntry(state, earlier);
      }
      if (!state) throw new Error(`case ${entry.id} has no entries`);
      return keep(state);
    },
  };
};
