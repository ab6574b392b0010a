// What a department was told of a case, entry by entry. A case it was told nothing of is like one that does not exist.
import type { Kysely } from 'kysely';
import type { CaseEvent } from '../../../../schemas/event.ts';
import type { DepartmentId } from '../../../../schemas/ids.ts';
import type { Instant, Precision } from '../../../../schemas/instant.ts';
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
  /** The reader is entitled to the party values of this entry; the gateway opens them from the envelope. */
  readonly disclose: boolean;
};

/** Oldest first; `null` where the department knows nothing of such a case. Officers' ids are left out. */
export const caseTimeline = async (
  db: Kysely<Rows>,
  caseId: string,
  department: DepartmentId,
): Promise<readonly TimelineEntry[] | null> => {
  const rows = await db
    .selectFrom('entry_readers as r')
    .innerJoin('entries as e', 'e.sequence', 'r.sequence')
    .selectAll('e')
    .select('r.disclose')
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
    disclose: e.disclose,
  }));
};
