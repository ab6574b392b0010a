// One suspect, one criminal process at a time of those who take part in it: what there is to say is said in that. Another organ has its own.
import type { ConditionLiteral } from './define-procedure.ts';

export const ONE_PROCESS = {
  'no-other-process-under-way': {
    if: {
      noneMarked: {
        mark: 'criminal-open',
        procedure: 'criminal-process',
        of: 'subject',
        own: true,
        same: true,
      },
    },
    title: [
      '本机关参与的该犯罪嫌疑人刑事诉讼没有在办时',
      'while no process of the same suspect is under way that the organ takes part in',
    ],
    code: 'CASE_UNDER_WAY',
    refusal: [
      '该犯罪嫌疑人已有在办的刑事诉讼，请在该进程中办理',
      'A process of the same suspect is under way; go on in that',
    ],
  },
} as const satisfies Record<string, ConditionLiteral>;
