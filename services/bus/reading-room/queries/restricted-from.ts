// Cases a department may not know of: its lists and figures leave them out before they are divided into pages, for a page that is short
// would say that there is something.
import type { Kysely } from 'kysely';
import type { CaseId, DepartmentId } from '../../../../schemas/ids.ts';
import type { Rows } from '../sql/tables.ts';

/** As a part of another question. */
export const casesRestricted = (db: Kysely<Rows>, department: DepartmentId) =>
  db
    .selectFrom('restrictions')
    .select('restrictions.case_id')
    .where('restrictions.department', '=', department)
    .where('lifted', '=', false);

export const restrictedFrom = async (
  db: Kysely<Rows>,
  department: DepartmentId,
): Promise<readonly CaseId[]> => {
  const rows = await casesRestricted(db, department).orderBy('case_id').execute();
  return rows.map(({ case_id }) => case_id);
};
