// What came for a department, and which of its officers have read it: where a page of its inbox looks. What is shown of each is
// decided on the ledger.
import { type Kysely, sql } from 'kysely';
import type { CaseId, DepartmentId, OfficerId } from '../../../../schemas/ids.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';
import { casesRestricted } from './restricted-from.ts';

type Reading = { readonly officer: OfficerId; readonly at: Instant };

type InboxQuestion = {
  readonly department: DepartmentId;
  readonly officer: OfficerId;
  /** What the department submitted itself, or what others did. */
  readonly own: boolean;
  /** What the officer has read, newest first; or what not, oldest first. */
  readonly read: boolean;
  /** Ledger sequence of the last line of the page before. */
  readonly after?: number;
  readonly limit: number;
};

export type InboxLine = {
  /** Ledger sequence of the entry. */
  readonly sequence: number;
  readonly case: CaseId;
  /** Earliest first. */
  readonly readBy: readonly Reading[];
};

/** Those of the entries that an officer has read already. */
export const readAlready = async (
  db: Kysely<Rows>,
  q: {
    readonly department: DepartmentId;
    readonly officer: OfficerId;
    readonly sequences: readonly number[];
  },
): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom('reads')
    .select('sequence')
    .where('department', '=', q.department)
    .where('officer', '=', q.officer)
    .where('sequence', 'in', q.sequences)
    .execute();
  return rows.map(({ sequence }) => Number(sequence));
};

const readingsOf = async (db: Kysely<Rows>, department: DepartmentId, sequences: readonly number[]) => {
  const rows =
    sequences.length === 0
      ? []
      : await db
          .selectFrom('reads')
          .selectAll()
          .where('department', '=', department)
          .where('sequence', 'in', sequences)
          .orderBy('read_at')
          .orderBy('officer')
          .execute();
  return Map.groupBy(rows, ({ sequence }) => Number(sequence));
};

export const inbox = async (db: Kysely<Rows>, q: InboxQuestion): Promise<readonly InboxLine[]> => {
  const { department, officer, own, read, after, limit } = q;
  const isRead = sql<boolean>`exists (select 1 from reads as d where d.department = ${department}
    and d.sequence = entry_readers.sequence and d.officer = ${officer})`;
  const rows = await db
    .selectFrom('entry_readers')
    .select(['sequence', 'case_id'])
    .where('department', '=', department)
    .where('own', '=', own)
    .where('case_id', 'not in', casesRestricted(db, department))
    .where(read ? isRead : sql<boolean>`not ${isRead}`)
    .$if(after !== undefined, (some) => some.where('sequence', read ? '<' : '>', after as number))
    .orderBy('sequence', read ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  const readings = await readingsOf(
    db,
    department,
    rows.map(({ sequence }) => sequence),
  );
  return rows.map(({ sequence, case_id }) => ({
    sequence: Number(sequence),
    case: case_id,
    readBy: (readings.get(Number(sequence)) ?? []).map((r) => ({ officer: r.officer, at: r.read_at })),
  }));
};
