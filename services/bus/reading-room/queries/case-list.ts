// Cases a department was told of, last moved first: where its first page looks. What is shown of each is decided on the case.
import { type Kysely, sql } from 'kysely';
import type { CaseId, DepartmentId } from '../../../../schemas/ids.ts';
import type { Rows } from '../sql/tables.ts';

/** At most `limit` (50) cases; voided ones where that is asked for. */
export const caseList = async (
  db: Kysely<Rows>,
  q: { readonly department: DepartmentId; readonly limit?: number; readonly voided?: boolean },
): Promise<readonly CaseId[]> => {
  const rows = await db
    .selectFrom('entry_readers')
    .select(['case_id', sql<number>`max(sequence)`.as('last')])
    .where('department', '=', q.department)
    .$if(q.voided !== true, (some) =>
      some.where('case_id', 'not in', (those) =>
        those.selectFrom('entries').select('entries.case_id').where('voids', '=', true),
      ),
    )
    .groupBy('case_id')
    .orderBy('last', 'desc')
    .limit(q.limit ?? 50)
    .execute();
  return rows.map(({ case_id }) => case_id);
};
