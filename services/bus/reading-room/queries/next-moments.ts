// The roll-call's question: which running clocks have their next moment by an instant. Only a clock's next moment counts.
import type { Kysely } from 'kysely';
import type { NextMoment } from '../../../../activities/roll-call.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';

/** Earliest first, those already past included. */
export const nextMoments = async (db: Kysely<Rows>, until: Instant): Promise<readonly NextMoment[]> => {
  const rows = await db
    .selectFrom('clocks')
    .select(['case_id', 'clock', 'next_moment', 'next_moment_at', 'obliged'])
    .where('next_moment_at', '<=', until)
    .orderBy('next_moment_at')
    .orderBy('case_id')
    .orderBy('clock')
    .execute();
  return rows.flatMap((r) =>
    r.next_moment && r.next_moment_at
      ? [
          {
            case: r.case_id,
            clock: r.clock,
            moment: r.next_moment,
            at: r.next_moment_at,
            obliged: r.obliged,
          },
        ]
      : [],
  );
};
