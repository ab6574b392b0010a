// Days off that a department gives itself, beside those of the country and of its region: they count where departments or a region
// set the limit, and never where a statute does. What moves the end of a statutory period are the holidays of the law (MF 203(1), N4 58), and
// its working days those that are none (CF 85, QZ 69): 全国年节及纪念日放假办法 leaves a department no days of its own to add. So nobody
// wins time against the law by closing its doors, and nobody loses any by working on a holiday.
import type { DepartmentId } from '../../schemas/ids.ts';
import type { LimitKind, WorkingStep } from '../../schemas/time-limit.ts';
import { type Calendar, ownRecordsOf } from './calendar.ts';

/** The department whose own days count for a limit of this kind, or `undefined`. `obliged` may be the subject of a proceeding. */
export const ownDaysOf = (kind: LimitKind, obliged: string | undefined): DepartmentId | undefined =>
  kind !== 'statutory' && obliged?.includes('/') ? obliged : undefined;

/** Says whether the own days of whoever is obliged count, and why; nothing where it has none. */
export const ownDaysSteps = (
  calendar: Calendar,
  kind: LimitKind,
  obliged: string | undefined,
): WorkingStep[] => {
  const records = ownRecordsOf(calendar, obliged ?? '');
  if (records.length === 0) return [];
  const bases = [...new Set(records.map(({ basis }) => basis))].join('；');
  const text =
    ownDaysOf(kind, obliged) === undefined
      ? {
          zh: '法定期限不因责任部门自定的休息日、上班日而延长或者缩短，只随法定节假日顺延',
          en: 'A statutory limit is neither longer nor shorter for days off or worked of the department itself: only holidays of the law move it',
        }
      : {
          zh: `${kind === 'agreed' ? '约定' : '地方规定'}的期限：责任部门自定的休息日、上班日计入，依据：${bases}`,
          en: `${kind === 'agreed' ? 'An agreed' : 'A local'} limit: days off and worked of the department itself count; basis: ${bases}`,
        };
  return [{ rule: 'clk-own-days', text }];
};
