// Hand-offs at an instant that nobody has acknowledged or returned.
import { type Kysely, sql } from 'kysely';
import type { DepartmentId, Region } from '../../../../schemas/ids.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';
import { regionRange } from './region-range.ts';

export type OpenHandOff = {
  readonly case: string;
  readonly region: Region;
  readonly proceeding: string;
  readonly procedure: string;
  readonly hop: number;
  readonly from: DepartmentId;
  readonly to: DepartmentId;
  readonly startedAt: Instant;
  /** Whether an officer of the receiver has read of it. */
  readonly read: boolean;
};

/** Oldest first. */
export const openHandOffs = async (
  db: Kysely<Rows>,
  q: { readonly asOf: Instant; readonly department?: DepartmentId; readonly region?: Region },
): Promise<readonly OpenHandOff[]> => {
  const range = regionRange(q.region ?? '100000');
  const rows = await db
    .selectFrom('hand_offs')
    .selectAll()
    .select(
      sql<boolean>`exists (select 1 from steps as s join reads as r on r.sequence = s.sequence
        where s.case_id = hand_offs.case_id and s.proceeding = hand_offs.proceeding
        and s.to_department = hand_offs.to_department and s.occurred_at = hand_offs.started_at
        and r.department = hand_offs.to_department)`.as('read'),
    )
    .where('started_at', '<=', q.asOf)
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', q.asOf)]))
    .where('region', '>=', range[0])
    .where('region', '<=', range[1])
    .$if(q.department !== undefined, (qb) => qb.where('to_department', '=', q.department as string))
    .orderBy('started_at')
    .orderBy('case_id')
    .orderBy('proceeding')
    .orderBy('hop')
    .execute();
  return rows.map((h) => ({
    case: h.case_id,
    region: h.region,
    proceeding: h.proceeding,
    procedure: h.procedure,
    hop: h.hop,
    from: h.from_department,
    to: h.to_department,
    startedAt: h.started_at,
    read: h.read,
  }));
};
