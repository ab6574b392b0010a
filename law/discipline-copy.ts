// What concerns discipline inspection goes to it by itself: a copy of what is found or decided about a public official, and about a
// public institution once the amount is what the region calls large (S4 1). What it makes of it is a matter of its own.
import type { ConditionLiteral } from './define-procedure.ts';

const concerns: ConditionLiteral = {
  if: {
    anyOf: [
      { subject: { publicOfficial: true } },
      {
        allOf: [
          { subject: { publicInstitution: true } },
          // By a number that the region entered: no paper that was read says one.
          { field: { name: 'publicInstitutionBand', atLeast: 'large', founded: true } },
        ],
      },
    ],
  },
  title: [
    '涉及公职人员，或者公立医疗机构涉案金额较大时',
    'where a public official, or a public institution with a large amount, is concerned',
  ],
  refusal: [
    '不涉及公职人员，公立医疗机构涉案金额也未达较大',
    'Neither a public official nor a large amount at a public institution is concerned',
  ],
  basis: [{ act: 'S4', article: '1' }],
};

export const DISCIPLINE_COPY = {
  role: {
    title: ['纪检监察机关', 'discipline inspection'],
    bodies: ['discipline-inspection'],
    cast: 'routing',
  },
  conditions: { 'concerns-discipline': concerns },
  copyWhere: [{ to: 'discipline', when: 'concerns-discipline' }],
} as const;
