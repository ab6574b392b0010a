// What is about the practice or the standing of a person is about no institution (YJ 55 to 58, ZF48).
import type { ConditionLiteral } from './define-procedure.ts';

export const IS_A_PERSON = {
  'is-a-person': {
    if: { subject: { kind: 'institution', none: true } },
    title: ['当事人为个人时', 'where it is about a person'],
    code: 'NOT_A_PERSON',
    refusal: ['该程序只能针对个人', 'This is about a person, never an institution'],
  },
} as const satisfies Record<string, ConditionLiteral>;
