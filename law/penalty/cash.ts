// A fine taken in cash on the spot goes to the organ, and from there into the bank, each within its days (N4 52, CF 71; ZA 124).
import type { ConditionLiteral } from '../define-procedure.ts';
import type { Clocks, PenaltyLaw } from './penalty-law.ts';

/** Where the organ's own law says nothing else. */
export const CASH_BY_CF = { toOrgan: 'cfp-cash-to-organ', toBank: 'cfp-cash-to-bank' } as const;

/** Handed in and banked whatever else is left to do. */
export const HANDED_IN = { 'hand-in-cash': null, 'bank-cash': null } as const;
export const CASH = { 'collect-cash': null, ...HANDED_IN } as const;

/** Where the fine falls the money goes back. */
const GOES_ON = {
  again: 'goes-on',
  mootOn: ['note-annulment', 'note-order-to-redo'],
  obliges: 'organ',
} as const;
export const cashClocks = ({ toOrgan, toBank }: PenaltyLaw['cash']): Clocks => ({
  [toOrgan]: { ...GOES_ON, startsOn: 'collect-cash', stopsOn: 'hand-in-cash' },
  [toBank]: { ...GOES_ON, startsOn: 'hand-in-cash', stopsOn: 'bank-cash' },
});

export const cashToHandIn = (collected: string, handed: string) =>
  ({
    if: { happened: { command: collected, since: handed } },
    title: ['当场收缴的罚款尚未交至机关时', 'while cash was not handed in yet'],
    refusal: ['没有尚未交至机关的当场收缴罚款', 'No cash is left to be handed in'],
  }) as const satisfies ConditionLiteral;

export const cashToBank = (handed: string, banked: string) =>
  ({
    if: { happened: { command: handed, since: banked } },
    title: ['执法人员交来的现金尚未缴付银行时', 'while cash that was handed in is not in the bank yet'],
    refusal: ['没有尚未缴付银行的现金', 'No cash is left to be banked'],
  }) as const satisfies ConditionLiteral;
