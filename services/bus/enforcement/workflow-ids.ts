// Ids of workflows, and which docket holds which moment. Pure. An id never changes its form: running ones keep theirs.
import type { ArmedMoment } from '../../../activities/moments-by-case.ts';
import type { NextMoment } from '../../../activities/roll-call.ts';
import { type DepartmentId, regionOfCase } from '../../../schemas/ids.ts';
import { type CivilDate, dateOf } from '../../../schemas/instant.ts';
import type { HandOffKey } from '../../../workflows/messages.ts';

/** The one task queue. */
export const TASK_QUEUE = 'xianjie';

export const docketId = (department: DepartmentId, day: CivilDate): string => `docket/${department}/${day}`;

export const handOffId = ({ case: caseId, proceeding, hop }: HandOffKey): string =>
  `hand-off/${regionOfCase(caseId)}/${caseId}/${proceeding}/${hop}`;

/** Moments of one department and one day. */
export type DocketMoments = {
  readonly department: DepartmentId;
  readonly day: CivilDate;
  readonly moments: readonly ArmedMoment[];
};

/** Grouped by docket, each group no longer than `most`. */
export const byDocket = (moments: readonly NextMoment[], most: number): DocketMoments[] => {
  const groups = new Map<string, { department: DepartmentId; day: CivilDate; moments: ArmedMoment[] }>();
  for (const { obliged: department, ...moment } of moments) {
    const day = dateOf(moment.at);
    const id = docketId(department, day);
    const group = groups.get(id) ?? { department, day, moments: [] };
    group.moments.push(moment);
    groups.set(id, group);
  }
  return [...groups.values()].flatMap(({ department, day, moments: all }) =>
    Array.from({ length: Math.ceil(all.length / most) }, (_, i) => ({
      department,
      day,
      moments: all.slice(i * most, (i + 1) * most),
    })),
  );
};
