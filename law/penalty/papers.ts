// The papers that the steps of a penalty need.
import { ENFORCEMENT_PAPERS } from '../enforcement.ts';
import { HEAVY_PAPERS } from '../heavy-decision.ts';
import type { Literal } from './penalty-law.ts';

export const PAPERS = {
  'case-filing-form': ['立案审批表', 'Filing form'],
  'investigation-conclusion': ['案件调查终结报告', 'Report that concludes the investigation'],
  'suspension-decision': ['案件中止调查决定书', 'Decision to suspend the investigation'],
  ...HEAVY_PAPERS,
  'penalty-notice': ['行政处罚事先告知书', 'Notice of the penalty in prospect'],
  'hearing-notice': ['行政处罚听证通知书', 'Notice of the hearing'],
  'penalty-decision': ['行政处罚决定书', 'Penalty decision'],
  'no-penalty-decision': ['不予行政处罚决定书', 'Decision to impose no penalty'],
  'service-return': ['送达回证', 'Return of service'],
  'instalment-approval': ['暂缓或者分期缴纳罚款通知书', 'Approval of deferred or part payment'],
  ...ENFORCEMENT_PAPERS,
  'closing-report': ['行政处罚结案报告', 'Closing report'],
} as const satisfies Literal['papers'];
