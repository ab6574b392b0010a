// Cases folded from the ledger, kept while they are used: the newest state of a case, the place of its last entry, and the
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
import { digestOf } from '../../proof/canonical.ts';
import { entryHashOf, entryOf, parseRecord } from '../../proof/record.ts';
import { readSubject } from '../ledger/read.ts';

export type CaseHead = {
  readonly state: CaseState;
  /** Ledger sequence of the case's last entry. */
  readonly ledgerSequence: number;
  readonly hash: string;
  readonly lastRecordedAt: Instant;
  /** By `commandKey`, for ever: the digest of a command taken, and the sequence of its entry. Grows with the case. */
  readonly taken: ReadonlyMap<string, { readonly digest: string; readonly sequence: number }>;
};

export type CaseReader = ReturnType<typeof caseReader>;

/** Cases kept at once; a case is some kilobytes. */
const KEPT = 20_000;

export const caseReader = (nc: NatsConnection) => {
  const heads = new LRUCache<CaseId, CaseHead>({ max: KEPT });

  const keep = (caseId: CaseId, head: CaseHead): CaseHead => {
    heads.set(caseId, head);
    return head;
  };

  const headAfter = (
    before: CaseHead | null,
    entry: Entry,
    digest: string,
    ledgerSequence: number,
    hash: string,
  ): CaseHead => ({
    state: applyEntry(before?.state ?? null, entry),
    ledgerSequence,
    hash,
    lastRecordedAt: entry.recordedAt,
    taken: new Map(before?.taken).set(commandKey(entry.command as CaseCommand), {
      digest,
      sequence: entry.sequence,
    }),
  });

  /** Folds what the ledger has beyond what is kept. */
  const refresh = async (caseId: CaseId): Promise<CaseHead | null> => {
    let head = heads.get(caseId) ?? null;
    for (const message of await readSubject(nc, caseSubject(caseId), (head?.ledgerSequence ?? 0) + 1)) {
      const entry = entryOf(parseRecord(message.data));
      // Another reader of this process may have moved on meanwhile.
      const now = heads.get(caseId);
      if (now && now.ledgerSequence >= message.sequence) {
        head = now;
        continue;
      }
      const digest = digestOf(entry.command);
      head = keep(caseId, headAfter(head, entry, digest, message.sequence, entryHashOf(message.data)));
    }
    return head;
  };

  return {
    refresh,
    /** As last known here; read from the ledger at first use. Another registrar may be ahead: its append then conflicts. */
    get: async (caseId: CaseId): Promise<CaseHead | null> => heads.get(caseId) ?? refresh(caseId),
    /** An entry appended by this process, so that it need not be read back. */
    noteAppended: (
      before: CaseHead | null,
      entry: Entry,
      digest: string,
      ledgerSequence: number,
      hash: string,
    ): CaseHead => keep(entry.id, headAfter(before, entry, digest, ledgerSequence, hash)),
    /** After an unknown outcome: read it again before the next decision. */
    forget: (caseId: CaseId): void => {
      heads.delete(caseId);
    },
  };
};
