// Cases folded from the ledger, kept while they are used: the newest state of a case, the place of its last entry, and those of the
// commands taken.
import { LRUCache } from 'lru-cache';
import type { NatsConnection } from 'nats';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { type CaseCommand, commandKey } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { CaseId } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import { entryHashOf, entryOf, parseRecord } from '../../proof/record.ts';
import { eachOfSubject } from '../ledger/read.ts';

export type CaseHead = {
  readonly state: CaseState;
  /** Ledger sequence of the case's last entry. */
  readonly ledgerSequence: number;
  readonly hash: string;
  /** When that was recorded. */
  readonly recordedAt: Instant;
  /** By `commandKey`, for ever: the ledger sequence of its entry. One map for all heads of a case: it only grows. */
  readonly taken: ReadonlyMap<string, number>;
};

type GrowingHead = CaseHead & { readonly taken: Map<string, number> };

export type CaseReader = ReturnType<typeof caseReader>;

/** Cases kept at once; a case is some kilobytes. */
const KEPT = 20_000;

export const caseReader = (nc: NatsConnection) => {
  const heads = new LRUCache<CaseId, GrowingHead>({ max: KEPT });

  const keep = (caseId: CaseId, head: GrowingHead): GrowingHead => {
    heads.set(caseId, head);
    return head;
  };

  const headAfter = (
    before: GrowingHead | null,
    entry: Entry,
    ledgerSequence: number,
    hash: string,
  ): GrowingHead => ({
    state: applyEntry(before?.state ?? null, entry),
    ledgerSequence,
    hash,
    recordedAt: entry.recordedAt,
    taken: (before?.taken ?? new Map()).set(commandKey(entry.command as CaseCommand), ledgerSequence),
  });

  /** Folds what the ledger has beyond what is kept. @param guess as `eachOfSubject` takes it */
  const readOn = async (caseId: CaseId, guess: boolean): Promise<GrowingHead | null> => {
    let head = heads.get(caseId) ?? null;
    const from = (head?.ledgerSequence ?? 0) + 1;
    for await (const message of eachOfSubject(nc, caseSubject(caseId), from, guess)) {
      // Another reader of this process may have moved on meanwhile.
      const now = heads.get(caseId);
      if (now && now.ledgerSequence >= message.sequence) {
        head = now;
        continue;
      }
      const entry = entryOf(parseRecord(message.data));
      head = keep(caseId, headAfter(head, entry, message.sequence, entryHashOf(message.data)));
    }
    return head;
  };
  const refresh = (caseId: CaseId): Promise<CaseHead | null> => readOn(caseId, false);

  return {
    refresh,
    /** As last known here; read from the ledger at first use. Another registrar may be ahead: its append then conflicts. */
    get: async (caseId: CaseId): Promise<CaseHead | null> => heads.get(caseId) ?? readOn(caseId, true),
    /** An entry appended by this process, so that it need not be read back. */
    noteAppended: (before: CaseHead | null, entry: Entry, ledgerSequence: number, hash: string): CaseHead =>
      keep(entry.id, headAfter(before as GrowingHead | null, entry, ledgerSequence, hash)),
    /** After an unknown outcome: read it again before the next decision. */
    forget: (caseId: CaseId): void => {
      heads.delete(caseId);
    },
  };
};
