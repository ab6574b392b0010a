// With the hand-over the case was to end; what comes back is filed afresh. What was published may not say that it ended.
import type { Test } from '../../../schemas/condition.ts';
import { HANDED_OVER } from '../../hand-over-ends.ts';
import { BEFORE_N4 } from '../../sent-on.ts';
import type { Literal } from '../penalty-law.ts';

/** Handed over by the organ itself after it had filed the case, and not taken back. */
const MARK = {
  mark: HANDED_OVER,
  procedure: 'criminal-transfer',
  of: 'subject',
  held: { sender: 'organ' },
  since: 'file-penalty',
} as const;
export const WAS_HANDED_OVER: Test = { marked: MARK };

/** The acts of the bureau and of market and drug regulation both say so, since 15 July 2021. */
export const ENDED_BY_HAND_OVER = {
  'was-not-handed-over': {
    if: {
      anyOf: [
        { rehearsed: true },
        BEFORE_N4,
        { noneMarked: MARK },
        // What is to be decided anew had been decided when it was handed over (O310 11(2)): the hand-over ended nothing.
        { noneMarked: { ...MARK, since: 'decide-anew' } },
      ],
    },
    title: ['本案立案后未移送司法机关时', 'where it was not handed over after it was filed'],
    code: 'ENDED_BY_HAND_OVER',
    refusal: [
      '案件立案后已移送司法机关，调查应当终止（terminate-on-hand-over）；退回、不予立案或者撤案的，另行立案后处理',
      'The matter was handed over after the case was filed, which ends (terminate-on-hand-over); what comes back is filed afresh and decided in that',
    ],
    basis: [
      { act: 'N4', article: '43(5)' },
      { act: 'N4', article: '47(2)' },
      { act: 'SAMR2', article: '60(1)5' },
      { act: 'SAMR2', article: '77(1)4' },
    ],
    switchable: true,
  },
} as const satisfies Literal['conditions'];
