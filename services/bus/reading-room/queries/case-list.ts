// Cases a department was told of, last moved first: what its first page shows.
import { type Kysely, sql } from 'kysely';
import type { DepartmentId, Region } from '../../../../schemas/ids.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';

export type CaseLine = {
  readonly case: string;
  readonly region: Region;
  readonly openedBy: DepartmentId;
  readonly openedAt: Instant;
  readonly voided: boolean;
  readonly proceedings: readonly {
    readonly proceeding: string;
    readonly procedure: string;
    readonly version: number;
    readonly state: string;
    readonly closed: boolean;
    readonly since: Instant;
  }[];
};

/** At most `limit` (50) cases; voided ones where that is asked for. */
export const caseList = async (
  db: Kysely<Rows>,
  q: { readonly department: DepartmentId; readonly limit?: number; readonly voided?: boolean },
): Promise<readonly CaseLine[]> => {
  const last = db
    .selectFrom('entry_readers as e')
    .innerJoin('cases as k', 'k.case_id', 'e.case_id')
    .select(['e.case_id', sql<number>`max(e.sequence)`.as('last')])
    .where('e.department', '=', q.department)
    .$if(q.voided !== true, (some) => some.where('k.voided', '=', false))
    .groupBy('e.case_id')
    .orderBy('last', 'desc')
    .limit(q.limit ?? 50);
  const rows = await db
    .selectFrom(last.as('l'))
    .innerJoin('cases as c', 'c.case_id', 'l.case_id')
    .innerJoin('proceedings as p', 'p.case_id', 'l.case_id')
    .select(['c.case_id', 'c.region', 'c.opened_by', 'c.opened_at', 'c.voided', 'l.last'])
    .select(['p.proceeding', 'p.procedure', 'p.version', 'p.state', 'p.closed', 'p.since'])
    .orderBy('l.last', 'desc')
    .orderBy(sql`length(p.proceeding)`)
    .orderBy('p.proceeding')
    .execute();
  return [...Map.groupBy(rows, (r) => r.case_id).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const proceedings = all.map(({ proceeding, procedure, version, state, closed, since }) => ({
      proceeding,
      procedure,
      version,
      state,
      closed,
      since,
    }));
    return [
      {
        case: first.case_id,
        region: first.region,
        openedBy: first.opened_by,
        openedAt: first.opened_at,
        voided: first.voided,
        proceedings,
      },
    ];
  });
};
