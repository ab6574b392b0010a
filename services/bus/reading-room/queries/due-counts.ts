// How many clocks stand how at an instant: the head of the due list. Binding and agreed limits are never one number.
import { type Kysely, sql } from 'kysely';
import type { Shelf } from '../fold/clock-row.ts';
import type { Rows } from '../sql/tables.ts';
import { shelfName } from './clock-status.ts';
import type { DueQuestion } from './due-list.ts';
import { regionRange } from './region-range.ts';

/** Of one shelf: all that run, those late by the latest reading, only by the strict one, and close. */
export type DueCount = {
  readonly shelf: Shelf;
  readonly all: number;
  readonly late: number;
  readonly strictLate: number;
  readonly close: number;
};

type CountRow = { shelf: number; all: number; late: number; strict_late: number; close: number };

/** One row for each shelf that has any. */
export const dueCounts = async (db: Kysely<Rows>, q: DueQuestion): Promise<readonly DueCount[]> => {
  const range = q.region ? regionRange(q.region) : undefined;
  const scope = sql.join(
    [
      sql`from_at <= ${q.asOf}`,
      ...(q.department ? [sql`obliged = ${q.department}`] : []),
      ...(q.except?.length ? [sql`procedure not in (${sql.join(q.except)})`] : []),
      ...(q.exceptCases?.length ? [sql`case_id not in (${sql.join(q.exceptCases)})`] : []),
      ...(range ? [sql`region between ${range[0]} and ${range[1]}`] : []),
    ],
    sql` and `,
  );
  const columns = sql`shelf, close_at, strict_late_at, late_at`;
  const { rows } = await sql<CountRow>`
    select shelf, count(*)::int as all,
      count(*) filter (where late_at <= ${q.asOf})::int as late,
      count(*) filter (where strict_late_at <= ${q.asOf} and late_at > ${q.asOf})::int as strict_late,
      count(*) filter (where close_at <= ${q.asOf} and strict_late_at > ${q.asOf})::int as close
    from (
      select ${columns} from clocks where stopped_at is null and ${scope}
      union all select ${columns} from clocks where stopped_at > ${q.asOf} and ${scope}
      union all select ${columns} from earlier_spans where until_at > ${q.asOf} and ${scope}
    ) running group by shelf order by shelf`.execute(db);
  return rows.map((r) => ({
    shelf: shelfName(r.shelf),
    all: r.all,
    late: r.late,
    strictLate: r.strict_late,
    close: r.close,
  }));
};
