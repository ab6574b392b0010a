// N4 47(2): with the hand-over the case was to end; what comes back is filed afresh. What was published may not say that it ended.
import { HANDED_OVER } from '../../hand-over-ends.ts';
import { BEFORE_N4 } from '../../sent-on.ts';
import type { Literal } from '../penalty-law.ts';

export const ENDED_BY_HAND_OVER = {
  'was-not-handed-over': {
    if: {
      anyOf: [
        { rehearsed: true },
        BEFORE_N4,
        { noneMarked: { mark: HANDED_OVER, procedure: 'criminal-transfer', of: 'children' } },
        { noneMarked: { mark: HANDED_OVER, procedure: 'criminal-transfer', of: 'subject' } },
      ],
    },
    title: ['本案立案后未移送司法机关时', 'where it was not handed over after it was filed'],
    code: 'ENDED_BY_HAND_OVER',
    refusal: [
      '案件立案后已移送司法机关，调查应当终止（terminate-on-hand-over）；退回、不予立案或者撤案的，另行立案后处罚',
      'The matter was handed over after the case was filed, which ends (terminate-on-hand-over); what comes back is filed afresh and fined in that',
    ],
    basis: [{ act: 'N4', article: '47(2)' }],
    switchable: true,
  },
} as const satisfies Literal['conditions'];
