// How a clock stands that has not come to its end, as of an instant. What was only agreed is never called overdue.
import type { LimitKind } from '../../schemas/time-limit.ts';

const STANDINGS: Readonly<Record<string, string>> = {
  overdue: '逾期',
  'strict-overdue': '已过从严期限',
  close: '临近',
  running: '计时中',
  'past-undetermined': '已过，无法认定',
  window: '可行使',
  'at-once': '应立即办理',
  paused: '中止',
};

/** `逾期`, `临近`; an id not known here is its own word. */
export const standingTitle = (standing: string, kind: LimitKind): string =>
  standing === 'overdue' && kind === 'agreed'
    ? '超过约定'
    : Object.hasOwn(STANDINGS, standing)
      ? (STANDINGS[standing] as string)
      : standing;
