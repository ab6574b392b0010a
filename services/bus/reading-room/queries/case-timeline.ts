// What a department was told of a case, entry by entry. A case it was told nothing of is like one that does not exist.
import type { Kysely } from 'kysely';
import type { CaseEvent } from '../../../../schemas/event.ts';
import type { DepartmentId } from '../../../../schemas/ids.ts';
import type { Instant, Precision } from '../../../../schemas/instant.ts';
import type { Sight } from '../../../../schemas/procedure.ts';
import type { Rows } from '../sql/tables.ts';

export type TimelineEntry = {
  /** Place in the ledger, and within the case. */
  readonly ledgerSequence: number;
  readonly sequence: number;
  readonly headline: string;
  readonly procedure: string;
  readonly occurredAt: Instant;
  readonly precision: Precision;
  readonly recordedAt: Instant;
  /** Department, or `service:<name>`. */
  readonly actor: string;
  readonly filled: boolean;
  readonly events: readonly CaseEvent[];
  readonly hash: string;
  /** How much the reader may see of this entry; with `all` the gateway opens the party values from the envelope. */
  readonly sees: Sight;
  /** Paths of the values that were passed on to the reader; of an entry shown to it later only. */
  readonly passed?: readonly string[];
};

/** Oldest first; `null` where the department knows nothing of such a case. Of an entry of which it sees a status word only, nothing but that word is shown. */
export const caseTimeline = async (
  db: Kysely<Rows>,
  caseId: string,
  department: DepartmentId,
): Promise<readonly TimelineEntry[] | null> => {
  const rows = await db
    .selectFrom('entry_readers as r')
    .innerJoin('entries as e', 'e.sequence', 'r.sequence')
    .selectAll('e')
    .select('r.sees')
    .where('r.department', '=', department)
    .where('r.case_id', '=', caseId)
    .orderBy('e.sequence')
    .execute();
  if (rows.length === 0) return null;
  return rows.map((e) => ({
    ledgerSequence: e.sequence,
    sequence: e.case_sequence,
    headline: e.headline,
    procedure: e.procedure,
    occurredAt: e.occurred_at,
    precision: e.precision as Precision,
    recordedAt: e.recorded_at,
    actor: e.actor,
    filled: e.filled,
    events: e.events,
    hash: e.hash,
    sees: e.sees as Sight,
  }));
};
