// When a rule of a procedure lets a command pass, by the id of the rule.
import type { Bilingual } from '../../schemas/ids.ts';

/** When a guard of case/guards.ts lets a command pass. */
export const CONDITIONS: Readonly<Record<string, Bilingual>> = {
  'review-is-overdue': { zh: '立案审查逾期后', en: 'once the filing review is overdue' },
  'reasons-are-overdue': { zh: '说明理由逾期后', en: 'once the statement of reasons is overdue' },
  'filing-is-overdue': { zh: '通知立案逾期未执行后', en: 'once the notice to file is overdue' },
  'reply-is-overdue': { zh: '检察意见回复逾期后', en: 'once the reply to the opinion is overdue' },
  'no-supervision-open': { zh: '没有未结的立案监督时', en: 'while no supervision is open' },
  'hand-off-is-open': { zh: '移交尚未签收时', en: 'while the hand-over is not signed for' },
  'receipt-not-recorded': { zh: '尚未登记收到通知书时', en: 'while receipt of the notice is not recorded' },
  'not-designated': { zh: '非共同上级指定时', en: 'unless the common superior designated the receiver' },
  'returned-before': { zh: '曾被退回时', en: 'when it came back before' },
  'three-months-have-passed': { zh: '立案满三个月后', en: 'three months after the filing' },
};
export const conditionTitle = (guard: string): Bilingual => CONDITIONS[guard] ?? { zh: guard, en: guard };
