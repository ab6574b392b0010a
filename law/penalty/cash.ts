// A fine taken in cash on the spot goes to the organ, and from there into the bank, each within its days (N4 52, CF 71; ZA 124).
import type { ConditionLiteral } from '../define-procedure.ts';

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
