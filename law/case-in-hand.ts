// What a lead may go into instead of being decided on by itself (domain 2.3: the same subject is in hand already). Whoever owes a decision
// on filing (N4 14, SAMR2 18) does not put a lead aside by calling it part of a case that there is none of, nor of another lead: the later of
// two would lend the earlier its days.
import type { Test } from '../schemas/condition.ts';
import { Body } from '../schemas/ids.ts';
import { VERIFICATION_BASIS } from './clue-verification.ts';
import type { ConditionLiteral } from './define-procedure.ts';
import { MEASURES } from './measure/measures.ts';
import { penaltyInHand } from './opens-penalty.ts';

/** A measure of another owner is filed and not decided yet. */
export const MEASURE_IN_HAND = 'measure-in-hand';

const OWE_A_DECISION: readonly Body[] = ['medical-insurance', 'market-regulation', 'drug-regulation'];

export const inHand = (role: string): ConditionLiteral => ({
  if: {
    anyOf: [
      { role: { role, bodies: Body.options.filter((body) => !OWE_A_DECISION.includes(body)) } },
      ...MEASURES.map(
        (procedure): Test => ({
          marked: { mark: MEASURE_IN_HAND, procedure, of: 'subject', held: { owner: role } },
        }),
      ),
      ...penaltyInHand(role),
    ],
  },
  title: [
    '本机关就该当事人已有立案在办的案件时',
    'where it has filed a case about the party and not decided it',
  ],
  code: 'NOTHING_IN_HAND',
  refusal: [
    '本机关没有就该当事人已立案在办的案件，应当受理核查，决定是否立案；在办案件另有案号的，先将两案并案',
    'No case about the party is in hand here: take the lead, verify it and decide on filing; where that case is another file, join the two first',
  ],
  basis: [...VERIFICATION_BASIS],
});
