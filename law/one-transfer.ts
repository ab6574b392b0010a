// One matter goes to the police once at a time: with two transfers of it two police organs would decide on one matter (O310 5).
import type { ConditionLiteral } from './define-procedure.ts';

export const ONE_TRANSFER = {
  'no-transfer-open': {
    if: { noneOpen: { procedure: 'criminal-transfer', of: 'case' } },
    title: ['没有未结的涉嫌犯罪案件移送时', 'while no transfer is open'],
    refusal: ['已有未结的涉嫌犯罪案件移送', 'A transfer to the police is open in this case'],
    basis: [{ act: 'O310', article: '5' }],
  },
} as const satisfies Record<string, ConditionLiteral>;
