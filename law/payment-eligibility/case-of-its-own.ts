// The eligibility of a person is a case of its own: its points outlive whatever they came from (ZF48J 27, 34).
import type { Part } from '../part.ts';

const OPENINGS = ['establish-responsibility', 'suspend-with-agreement', 'terminate-with-agreement'] as const;
const OPENED = OPENINGS.map((command) => ({ happened: { command } }));

export const CASE_OF_ITS_OWN = {
  conditions: {
    // The points of a year add up whatever they came from, and outlive the case of that. What was published stands as it was.
    'stands-in-a-case-of-its-own': {
      if: { anyOf: [{ rehearsed: true }, { alone: true }, ...OPENED] },
      title: ['单独立卷时', 'in a case of its own'],
      code: 'CASE_OF_ITS_OWN',
      refusal: [
        '支付资格按人员单独立卷，跨年度延续；请不指明案件另行提交，再以 link-case 关联',
        'The eligibility of a person is a case of its own, which goes on from year to year: submit it naming no case, and link the two',
      ],
      basis: [
        { act: 'ZF48J', article: '27' },
        { act: 'ZF48J', article: '34' },
      ],
    },
  },
} as const satisfies Part;
