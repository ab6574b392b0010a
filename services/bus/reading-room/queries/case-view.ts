// A case as it stands: its open form, for whoever may know that it exists.
import type { Kysely } from 'kysely';
import type { CaseState } from '../../../../case/state.ts';
import type { DepartmentId } from '../../../../schemas/ids.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import { loadCases } from '../fold/load-cases.ts';
import type { Rows } from '../sql/tables.ts';

/** A moment that was recorded on a clock. */
type ReachedMoment = {
  readonly clock: string;
  readonly moment: string;
  readonly plannedAt: Instant;
  readonly recordedAt: Instant;
  readonly late: boolean;
  readonly level: number | null;
};

export type CaseView = {
  /** As folded from its entries. */
  readonly state: CaseState;
  readonly openedAt: Instant;
  /** Ledger sequence of its last entry. */
  readonly ledgerSequence: number;
  /** By proceeding: when its present state was entered, and who acted last. */
  readonly since: Readonly<Record<string, { readonly at: Instant; readonly by: string | null }>>;
  readonly reached: readonly ReachedMoment[];
  readonly facts: readonly {
    readonly fact: string;
    readonly by: string;
    readonly occurredAt: Instant;
    readonly precision: string;
  }[];
};

/** `null` where there is no such case, or `department` was never told of it; without a department nothing is hidden. */
export const caseView = async (
  db: Kysely<Rows>,
  caseId: string,
  department?: DepartmentId,
): Promise<CaseView | null> => {
  if (department !== undefined) {
    const told = await db
      .selectFrom('entry_readers')
      .select('sequence')
      .where('department', '=', department)
      .where('case_id', '=', caseId)
      .limit(1)
      .executeTakeFirst();
    if (!told) return null;
  }
  const [known] = await loadCases(db, [caseId]);
  if (!known) return null;
  const moments = await db
    .selectFrom('moments')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .orderBy('n')
    .execute();
  const facts = await db
    .selectFrom('facts')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('sequence')
    .orderBy('n')
    .execute();
  return {
    state: known.state,
    openedAt: known.openedAt,
    ledgerSequence: known.sequence,
    since: known.since,
    reached: moments.map((m) => ({
      clock: m.clock,
      moment: m.moment,
      plannedAt: m.planned_at,
      recordedAt: m.recorded_at,
      late: m.late,
      level: m.level,
    })),
    facts: facts.map((f) => ({
      fact: f.fact,
      by: f.by_department,
      occurredAt: f.occurred_at,
      precision: f.precision,
    })),
  };
};
