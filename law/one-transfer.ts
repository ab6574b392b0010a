// One matter goes to the police once at a time: with two transfers of it two police organs would decide on one matter (O310 5). Where
// they refused to file, or sent it back, the organ may contest that (O310 9) or send the matter anew by what it has found since.
import type { ConditionLiteral } from './define-procedure.ts';

export const ONE_TRANSFER = {
  'no-transfer-open': {
    if: {
      noneOpen: {
        procedure: 'criminal-transfer',
        of: 'case',
        besides: ['not-filed', 'non-filing-confirmed', 'returned-not-police-matter'],
      },
    },
    title: ['没有在途或者已立案的涉嫌犯罪案件移送时', 'while no transfer is under way'],
    refusal: ['已有在途或者已立案的涉嫌犯罪案件移送', 'A transfer to the police is under way in this case'],
    basis: [{ act: 'O310', article: '5' }],
  },
} as const satisfies Record<string, ConditionLiteral>;
