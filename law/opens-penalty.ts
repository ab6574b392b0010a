// Where a matter goes on as a penalty case of the organ that has it, whichever way it came: what every procedure says of it that files
// an administrative case, or gets one back from the police. Each organ penalises in a procedure of its own; where one is under way
// already, the matter goes on in that.
import type { Test } from '../schemas/condition.ts';
import type { ConditionLiteral } from './define-procedure.ts';
import { SINCE_N4 } from './sent-on.ts';

const PENALTY_OF = {
  'medical-insurance': 'insurance-penalty',
  'market-regulation': 'market-penalty',
  health: 'health-penalty',
  'drug-regulation': 'drug-penalty',
} as const;
const ORGANS = Object.keys(PENALTY_OF) as (keyof typeof PENALTY_OF)[];

export const PENALTIES = Object.values(PENALTY_OF);

/** Left by what takes a matter up, as a lead or by filing it. */
export const TAKEN_UP = 'penalty-taken-up';

/**
 * N4 43(5), 47(2), SAMR2 60(1)5, 77(1)4: organs whose case ended with the hand-over, so that what comes back is taken up afresh whether or
 * not they have said that it ended. CF 57 alone does not say so of health.
 */
const ENDED_BY_HAND_OVER: readonly (typeof ORGANS)[number][] = [
  'medical-insurance',
  'market-regulation',
  'drug-regulation',
];

const none = (mark: string, body: (typeof ORGANS)[number], since?: string): Test => ({
  noneMarked: { mark, procedure: PENALTY_OF[body], of: 'subject', ...(since ? { since } : {}) },
});

/** None is under way, or what is was handed over and nothing taken up since. */
const notTakenUpSince = (body: (typeof ORGANS)[number]): readonly Test[] => {
  const isIdle = none('penalty-under-way', body);
  return ENDED_BY_HAND_OVER.includes(body)
    ? [{ anyOf: [isIdle, { allOf: [SINCE_N4, none(TAKEN_UP, body, 'hand-over')] }] }]
    : [isIdle];
};

const conditionsFor = (
  role: string,
  does: string,
  testsOf: (body: (typeof ORGANS)[number]) => readonly Test[],
): Record<string, ConditionLiteral> =>
  Object.fromEntries(
    ORGANS.map((body) => [
      `${role}-${does}-${PENALTY_OF[body]}`,
      {
        if: { allOf: [{ role: { role, bodies: [body] } }, ...testsOf(body)] },
        title: [
          '由本机关处罚、尚无在办处罚案件时',
          'where this organ penalises and has no such case under way',
        ],
        refusal: [
          '不属本机关处罚，或者已有在办的处罚案件',
          'It is not for this organ to penalise, or a case is under way',
        ],
      } satisfies ConditionLiteral,
    ]),
  );

const openings = <R extends string>(role: R, does: string, command: string) =>
  ORGANS.map((body) => ({
    procedure: PENALTY_OF[body],
    command,
    roles: { organ: role },
    when: `${role}-${does}-${PENALTY_OF[body]}`,
  }));

/** Filing opens the penalty case of whoever files, by two officers and on the form that any filing takes (N4 15, 16). */
export const filesPenaltyOf = (role: string) =>
  conditionsFor(role, 'files', (body) => [none('penalty-under-way', body)]);
export const opensPenaltyOf = <R extends string>(role: R) =>
  openings(role, 'files', 'file-penalty').map((opening) => ({ ...opening, asks: true as const }));

/** A penalty case of the same party, of the kind of organ that holds the role, is filed and not decided; in a joined case, too. */
export const penaltyInHand = (role: string): readonly Test[] =>
  ORGANS.map((body) => ({
    allOf: [
      { role: { role, bodies: [body] } },
      {
        marked: {
          mark: 'penalty-in-hand',
          procedure: PENALTY_OF[body],
          of: 'subject',
          joined: true,
        },
      },
    ],
  }));

/** Whoever files the case itself has decided on what came to it: nothing is left to verify (N4 14). */
export const DECIDED_BY_FILING = [
  { procedure: 'clue-notice', command: 'file-admin' },
  { procedure: 'peer-transfer', command: 'file-peer-case' },
  { procedure: 'fund-finding', command: 'file-finding-case' },
  { procedure: 'flying-inspection', command: 'file-findings-case' },
] as const;

/**
 * What the police gave back is a lead of its own (N4 14): the case that ended with the hand-over stays so (N4 47(2)). Nothing is taken up
 * afresh that was penalised before it went to the police.
 */
export const takesUpPenaltyOf = (role: string) =>
  conditionsFor(role, 'takes-up', (body) => [none('penalty-decided', body), ...notTakenUpSince(body)]);
export const opensLeadOf = <R extends string>(role: R) => openings(role, 'takes-up', 'verify-lead');

/** Commands by which what was told of is taken to the police before anybody decided whether to file it. */
const TAKEN_TO_POLICE = ['upgrade-to-transfer', 'transfer-peer-case-to-police'] as const;

/** What was told of and does not go to the police after all is a lead again: nobody has decided on filing it (N4 14). */
export const takesBackLeadOf = (role: string) =>
  conditionsFor(role, 'takes-back', (body) => [
    { anyOf: TAKEN_TO_POLICE.map((command) => ({ happened: { command, in: 'parent' as const } })) },
    none('penalty-decided', body),
    none('penalty-under-way', body),
  ]);
export const opensLeadAgainOf = <R extends string>(role: R) => openings(role, 'takes-back', 'verify-lead');
