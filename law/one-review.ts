// One review for the reverse referral of a person at a time: whichever way it came to the administrative department, it goes on in that.
import type { ConditionLiteral } from './define-procedure.ts';

/** Carried while a procuratorate reviews whether a penalty is due. */
export const UNDER_PENALTY_REVIEW = 'under-penalty-review';

export const ONE_REVIEW = {
  'no-review-under-way': {
    if: {
      anyOf: [{ rehearsed: true }, { noneOpen: { procedure: 'reverse-referral', of: 'subject', own: true } }],
    },
    title: [
      '本院对该当事人没有在办的反向衔接时',
      'while the procuratorate has no reverse referral of the party under way',
    ],
    code: 'CASE_UNDER_WAY',
    refusal: [
      '本院对该当事人已有在办的反向衔接，请在该程序中办理',
      'A reverse referral of the party is under way; go on in that',
    ],
  },
} as const satisfies Record<string, ConditionLiteral>;
