// Limits fall into groups that are never added up: what the law sets, what a place sets, what is only agreed, what stands on a
// number nobody has checked yet (来源待核), and what a party of a case is bound by or may do (当事人): no department's punctuality.
import { type Bilingual, DepartmentId } from '../../schemas/ids.ts';
import { LimitKind } from '../../schemas/time-limit.ts';
import type { ClockRow } from '../bus/reading-room/queries/progress.ts';

export const LIMIT_GROUPS = [...LimitKind.options, 'unverified', 'party'] as const;
export type LimitGroup = (typeof LIMIT_GROUPS)[number];

/** Only of the law may one say that it was breached. What ending in time, ending late and running over are called. */
export const GROUP_WORDS: Readonly<
  Record<LimitGroup, { title: Bilingual; done: Bilingual; late: Bilingual; doneLate: Bilingual }>
> = {
  statutory: {
    title: { zh: '法定期限', en: 'Limits set by law' },
    done: { zh: '按期办结', en: 'done in time' },
    late: { zh: '逾期未办', en: 'overdue' },
    doneLate: { zh: '逾期办结', en: 'done late' },
  },
  local: {
    title: { zh: '地方规定期限', en: 'Limits set by local rules' },
    done: { zh: '按期办结', en: 'done in time' },
    late: { zh: '逾期未办', en: 'overdue' },
    doneLate: { zh: '逾期办结', en: 'done late' },
  },
  agreed: {
    title: { zh: '约定期限（非法定）', en: 'Agreed between departments, not law' },
    done: { zh: '按约办结', en: 'done as agreed' },
    late: { zh: '超约未办', en: 'past what was agreed' },
    doneLate: { zh: '超约办结', en: 'done after what was agreed' },
  },
  unverified: {
    title: { zh: '来源待核期限（不作逾期认定）', en: 'Source to be checked: never counted as a breach' },
    done: { zh: '办结（不认定）', en: 'done, not judged' },
    late: { zh: '已过期日', en: 'past its date' },
    doneLate: { zh: '期日后办结', en: 'done after its date' },
  },
  party: {
    title: {
      zh: '当事人的期限（不计入部门按期率）',
      en: 'Limits of the parties: in no rate of a department',
    },
    done: { zh: '期内办理', en: 'done in time' },
    late: { zh: '期满未办', en: 'past its time' },
    doneLate: { zh: '期满后办理', en: 'done after its time' },
  },
};

/** The group of a clock. A number from memory that a region has confirmed binds as law does. */
export const limitGroup = (
  clock: Pick<ClockRow, 'obliged' | 'limit_kind' | 'limit_source' | 'undetermined'>,
): LimitGroup => {
  if (!DepartmentId.safeParse(clock.obliged).success) return 'party';
  if (clock.limit_kind === 'agreed') return 'agreed';
  if (clock.limit_source === 'from-memory' && clock.undetermined !== null) return 'unverified';
  return clock.limit_kind === 'local' ? 'local' : 'statutory';
};
