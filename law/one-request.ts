// One matter of a party is asked of an owner once at a time: whoever asked goes on in what is under way there. Another source, say a
// later finding, is another matter.
import type { ConditionLiteral } from './define-procedure.ts';

export const ONE_REQUEST = {
  'not-asked-already': {
    if: { noneOpen: { of: 'subject', own: true, held: 'owner', source: true } },
    title: [
      '没有就同一事项向同一部门移送且未办结的建议，或者指明其他来源程序时',
      'while no request of the same matter is under way with the same owner, or where another source is named',
    ],
    code: 'ASKED_ALREADY',
    refusal: [
      '已就该当事人的同一事项向该部门移送建议，尚未办结',
      'The owner was asked about this matter of the party already, and has not done with it',
    ],
  },
} as const satisfies Record<string, ConditionLiteral>;
