// What bars a fine of the police (CF 29, 35(2)): one act is fined once, by a court or by an organ, and by nobody while that is open. Of a
// decision that may hold other penalties too it is asked where it holds a fine; of a fine on the spot it always is.
import type { Test } from '../../schemas/condition.ts';
import type { ConditionLiteral } from '../define-procedure.ts';

const noneMarked = (mark: string): Test => ({ noneMarked: { mark, of: 'subject' } });

/** Unless it is for something else that was done. */
const ANOTHER_ACT: Test = { field: { name: 'anotherAct', now: true } };

/** What was said holds one. */
export const SAYS_A_FINE: readonly Test[] = [
  { field: { name: 'publicOrderPenalty', has: 'fine' } },
  { field: { name: 'heavyPenalty', has: 'large-fine' } },
];

/** What the decision says holds no fine. */
const WITHOUT_FINE: Test = {
  allOf: [
    {
      anyOf: [
        { field: { name: 'publicOrderPenalty', absent: true, now: true } },
        { field: { name: 'publicOrderPenalty', only: ['warning', 'detention'], now: true } },
      ],
    },
    {
      anyOf: [
        { field: { name: 'heavyPenalty', absent: true, now: true } },
        { field: { name: 'heavyPenalty', only: ['licence-revocation', 'closure'], now: true } },
      ],
    },
  ],
};

type Bar = Omit<ConditionLiteral, 'if'> & { readonly unmarked: readonly string[] };

const BARS = {
  // CF 35(2) binds every organ: who was fined by a court is not fined for the same, and while that is open nobody knows.
  'no-fine-beside-a-criminal-process': {
    unmarked: ['criminal-open', 'transfer-decided'],
    title: [
      '处以罚款的，同一行为没有未终结的刑事程序时',
      'for a fine, while no criminal side of the same act is open',
    ],
    code: 'CRIMINAL_SIDE_OPEN',
    refusal: [
      '同一行为的刑事程序尚未终结，不得处以罚款；不是同一违法行为的，请载明',
      'The criminal side of the same act has not ended; no fine is imposed. Say so where it is another act',
    ],
    basis: [{ act: 'CF', article: '35(2)' }],
  },
  'no-fine-after-a-criminal-one': {
    unmarked: ['criminally-fined'],
    title: [
      '处以罚款的，人民法院未就同一行为判处罚金时',
      'for a fine, where no court has imposed one for the same act',
    ],
    code: 'CRIMINAL_FINE_IMPOSED',
    refusal: [
      '人民法院已判处罚金，不得再处以罚款；不是同一违法行为的，请载明',
      'A court has imposed a criminal fine; no fine may be added. Say so where it is another act',
    ],
    basis: [{ act: 'CF', article: '35(2)' }],
  },
  'no-second-administrative-fine': {
    unmarked: ['administratively-fined'],
    title: ['处以罚款的，行政机关未就同一行为罚款时', 'for a fine, where no organ has fined the same act'],
    code: 'FINED_ALREADY',
    refusal: [
      '该当事人在本案中已被行政机关罚款，对同一违法行为不得再次罚款；不是同一违法行为的，请载明',
      'The party was fined by an organ in this case; one act is not fined twice. Say so where it is another act',
    ],
    basis: [{ act: 'CF', article: '29' }],
  },
} as const satisfies Record<string, Bar>;

type BarId = keyof typeof BARS;
const IDS = Object.keys(BARS) as BarId[];
const onTheSpot = <I extends BarId>(id: I) => `${id}-on-the-spot` as const;

const conditionOf = (id: BarId, exempt: readonly Test[]): ConditionLiteral => {
  const { unmarked, ...words } = BARS[id];
  return { ...words, if: { anyOf: [...exempt, { allOf: unmarked.map(noneMarked) }] } };
};

export const FINE_CONDITIONS: Readonly<Record<string, ConditionLiteral>> = Object.fromEntries(
  IDS.flatMap((id) => [
    [id, conditionOf(id, [WITHOUT_FINE, ANOTHER_ACT])],
    [onTheSpot(id), conditionOf(id, [ANOTHER_ACT])],
  ]),
);

/** What a decision asks that may hold a fine, and what a fine on the spot does. */
export const NO_FINE_BESIDE: readonly string[] = IDS;
export const NO_FINE_ON_THE_SPOT: readonly string[] = IDS.map(onTheSpot);
