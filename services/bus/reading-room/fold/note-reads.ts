// Messages of the stream READS into the table that copies it, in order, together with how far they were taken.
import { type Kysely, sql } from 'kysely';
import type { DepartmentId, OfficerId } from '../../../../schemas/ids.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';

/** An officer has read what these entries of the ledger brought. */
export type ReadMark = {
  readonly department: DepartmentId;
  readonly officer: OfficerId;
  readonly sequences: readonly number[];
  readonly at: Instant;
};

/** Sequence of READS up to which the table copies it. */
export const readsTo = async (db: Kysely<Rows>): Promise<number> =>
  Number((await db.selectFrom('progress').select('reads_to').executeTakeFirstOrThrow()).reads_to);

/** Takes marks in; who reads something twice has read it the first time. `upTo` 0 empties the copy, to be made again. */
export const noteReads = async (
  db: Kysely<Rows>,
  marks: readonly ReadMark[],
  upTo: number,
): Promise<void> => {
  const rows = marks.flatMap(({ department, officer, sequences, at }) =>
    sequences.map((sequence) => ({ department, sequence, officer, read_at: at })),
  );
  await db.transaction().execute(async (tx) => {
    if (upTo === 0) await tx.deleteFrom('reads').execute();
    if (rows.length > 0)
      await sql`insert into reads
        select * from json_populate_recordset(null::reads, (${JSON.stringify(rows)}::text)::json)
        on conflict do nothing`.execute(tx);
    await tx.updateTable('progress').set({ reads_to: upTo }).execute();
  });
};
