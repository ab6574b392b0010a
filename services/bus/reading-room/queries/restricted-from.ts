// Cases a department may not know of: its lists and figures leave them out.
import type { Kysely } from 'kysely';
import type { CaseId, DepartmentId } from '../../../../schemas/ids.ts';
import type { Rows } from '../sql/tables.ts';

export const restrictedFrom = async (
  db: Kysely<Rows>,
  department: DepartmentId,
): Promise<readonly CaseId[]> => {
  const rows = await db
    .selectFrom('restrictions')
    .select('case_id')
    .where('department', '=', department)
    .where('lifted', '=', false)
    .orderBy('case_id')
    .execute();
  return rows.map(({ case_id }) => case_id);
};
