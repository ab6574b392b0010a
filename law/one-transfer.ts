// One matter of a party goes to the police once at a time: with two transfers of it two police organs would decide on one matter (O310 5).
// Where they refused to file, or sent it back, the organ may contest that (O310 9) or send the matter anew by what it has found since:
// whichever of the two is filed, the other is not. Of another party the organ has days of its own.
import type { ConditionLiteral } from './define-procedure.ts';

export const ONE_TRANSFER = {
  'no-transfer-open': {
    if: {
      noneOpen: {
        procedure: 'criminal-transfer',
        of: 'subject',
        besides: ['not-filed', 'non-filing-confirmed', 'returned-not-police-matter'],
      },
    },
    title: ['没有在途或者已立案的涉嫌犯罪案件移送时', 'while no transfer is under way'],
    refusal: ['已有在途或者已立案的涉嫌犯罪案件移送', 'A transfer to the police is under way in this case'],
    basis: [{ act: 'O310', article: '5' }],
  },
} as const satisfies Record<string, ConditionLiteral>;

export const FILED_ONCE = {
  'not-filed-elsewhere': {
    if: { noneMarked: { mark: 'matter-filed', procedure: 'criminal-transfer', of: 'subject' } },
    title: ['同一案件没有另行立案时', 'while the matter was not filed upon another transfer'],
    refusal: [
      '同一案件已依另一件移送立案，不得重复立案',
      'The matter was filed upon another transfer already; it is not filed twice',
    ],
    basis: [{ act: 'O310', article: '8' }],
  },
} as const satisfies Record<string, ConditionLiteral>;
