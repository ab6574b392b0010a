// Cases a department was told of, last moved first: where its first page looks. What is shown of each is decided on the case.
import { type Kysely, sql } from 'kysely';
import type { CaseId, DepartmentId } from '../../../../schemas/ids.ts';
import type { Rows } from '../sql/tables.ts';
import { casesRestricted } from './restricted-from.ts';

type CaseLine = {
  readonly case: CaseId;
  /** Ledger sequence of the last entry the department was told of: where the next page begins. */
  readonly last: number;
};

/** At most `limit` cases, of those before the place of the page before; voided ones where that is asked for. */
export const caseList = async (
  db: Kysely<Rows>,
  q: {
    readonly department: DepartmentId;
    readonly limit: number;
    readonly before?: number;
    readonly voided?: boolean;
  },
): Promise<readonly CaseLine[]> => {
  const last = sql<number>`max(sequence)`;
  const rows = await db
    .selectFrom('entry_readers')
    .select(['case_id', last.as('last')])
    .where('department', '=', q.department)
    .where('case_id', 'not in', casesRestricted(db, q.department))
    .$if(q.voided !== true, (some) =>
      some.where('case_id', 'not in', (those) =>
        those.selectFrom('entries').select('entries.case_id').where('voids', '=', true),
      ),
    )
    .groupBy('case_id')
    .$if(q.before !== undefined, (some) => some.having(last, '<', q.before as number))
    .orderBy('last', 'desc')
    .limit(q.limit)
    .execute();
  return rows.map(({ case_id, last: at }) => ({ case: case_id, last: Number(at) }));
};
