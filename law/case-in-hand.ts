// What a lead may go into instead of being decided on by itself (domain 2.3: the same subject is in hand already). Whoever owes a decision
// on filing (N4 14, SAMR2 18) does not put a lead aside by calling it part of a case that there is none of.
import type { Test } from '../schemas/condition.ts';
import { Body } from '../schemas/ids.ts';
import { VERIFICATION_BASIS } from './clue-verification.ts';
import type { ConditionLiteral } from './define-procedure.ts';
import { MEASURES } from './measure/measures.ts';
import { penaltyInHand } from './opens-penalty.ts';

/** A lead is being verified: what else comes about the party goes into it, and is decided on with it. */
export const LEAD_IN_HAND = 'lead-in-hand';
/** A measure of another owner is filed and not decided yet. */
export const MEASURE_IN_HAND = 'measure-in-hand';

/** Who verifies a lead in each procedure that brings one. */
const VERIFIED_BY = {
  'clue-notice': 'receiver',
  'peer-transfer': 'receiver',
  'agency-hand-over': 'receiver',
  'fund-finding': 'responsible',
  'flying-inspection': 'local',
} as const;
const OWE_A_DECISION: readonly Body[] = ['medical-insurance', 'market-regulation', 'drug-regulation'];

const held = (mark: string, procedure: string, by: string, role: string): Test => ({
  marked: { mark, procedure, of: 'subject', held: { [by]: role } },
});

export const inHand = (role: string): ConditionLiteral => ({
  if: {
    anyOf: [
      { role: { role, bodies: Body.options.filter((body) => !OWE_A_DECISION.includes(body)) } },
      ...Object.entries(VERIFIED_BY).map(([procedure, by]) => held(LEAD_IN_HAND, procedure, by, role)),
      ...MEASURES.map((procedure) => held(MEASURE_IN_HAND, procedure, 'owner', role)),
      ...penaltyInHand(role),
    ],
  },
  title: [
    '本机关就该当事人已有在办案件或者正在核查的线索时',
    'where it has a case about the party in hand, or verifies a lead about it',
  ],
  code: 'NOTHING_IN_HAND',
  refusal: [
    '本机关没有就该当事人在办的案件或者正在核查的线索，应当受理核查，决定是否立案；在办案件另有案号的，先将两案并案',
    'Nothing about the party is in hand here: take the lead, verify it and decide on filing; where the case in hand is another file, join the two first',
  ],
  basis: [...VERIFICATION_BASIS],
});
