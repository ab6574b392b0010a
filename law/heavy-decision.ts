// What a heavy decision takes beside the notice and the hearing: a legal review by another officer (CF 58, N4 37 to 40, SAMR2 55), and
// a discussion of those in charge where the case is complex or grave (CF 57(2), N4 44).
import { Body } from '../schemas/ids.ts';
import { acts } from './acts.ts';
import type { ConditionLiteral } from './define-procedure.ts';

export const HEAVY_PAPERS = {
  'legal-review-opinion': ['法制审核意见书', 'Opinion of the legal review'],
  'collective-discussion-record': ['案件集体讨论记录', 'Record of the collective discussion'],
} as const;

export const COLLECTIVE_DUE = {
  kind: 'flag',
  title: ['属于应当集体讨论的情形', 'a collective decision is owed'],
} as const;

/** @param when the condition that another officer reviews */
export const heavyDecisionCommands = <const R extends string>(organ: R, when: string) =>
  ({
    'submit-to-legal-review': {
      event: 'submitted-to-legal-review',
      title: ['送法制审核', 'Submit to legal review'],
      by: organ,
    },
    'pass-legal-review': {
      event: 'legal-review-passed',
      title: ['法制审核通过', 'Pass the legal review'],
      by: organ,
      papers: ['legal-review-opinion'],
      when,
    },
    'return-from-legal-review': {
      event: 'legal-review-returned',
      title: ['法制审核退回', 'Return from legal review'],
      by: organ,
      papers: ['legal-review-opinion'],
      reason: 'required',
      when,
    },
    'discuss-collectively': {
      event: 'collectively-discussed',
      title: ['负责人集体讨论', 'Those in charge discuss it'],
      by: organ,
      rank: 'head',
      papers: ['collective-discussion-record'],
    },
  }) as const;

/** Approved in the legal unit, or by the head: the limit says by whom. */
export const extendLegalReview = <const R extends string>(organ: R) =>
  ({
    'extend-legal-review': {
      event: 'legal-review-extended',
      title: ['批准延长法制审核', 'Prolong the legal review'],
      by: organ,
      reason: 'required',
      needs: ['extension', 'approver'],
    },
  }) as const;

/** SAMR2 60(2), 85: of market and drug regulation whatever is legally reviewed is discussed, without anybody's word. */
const ALWAYS_DISCUSSING: readonly Body[] = ['market-regulation', 'drug-regulation'];

/**
 * @param organ role of who decides
 * @param since the step that closes the inquiry: what came before it counts for nothing
 */
export const discussedSince = (since: string, organ: string): ConditionLiteral => ({
  if: {
    anyOf: [
      { happened: { command: 'discuss-collectively', since } },
      {
        allOf: [
          { field: { name: 'collectiveDue', absent: true } },
          {
            anyOf: [
              { rehearsed: true },
              { day: { before: acts.SAMR2.from } },
              { never: { command: 'pass-legal-review', since } },
              {
                role: {
                  role: organ,
                  bodies: Body.options.filter((body) => !ALWAYS_DISCUSSING.includes(body)),
                },
              },
            ],
          },
        ],
      },
    ],
  },
  title: ['应当集体讨论的，讨论后', 'once a collective discussion that is owed was held'],
  refusal: [
    '情节复杂或者重大违法行为，应当由负责人集体讨论决定',
    'Those in charge must decide this together',
  ],
  basis: [
    { act: 'CF', article: '57(2)' },
    { act: 'SAMR2', article: '60(2)' },
  ],
});

/** Who secured its evidence, or looked into it as a crime, has handled the case too: those are proceedings of their own. */
const HANDLED_BESIDE = [
  'preserve-evidence',
  'preserve-urgently',
  'seal-records',
  'seal-urgently',
  'seize-property',
  'begin-testing',
  'end-testing',
  'suspect-crime',
  'submit-transfer-report',
] as const;

/**
 * N4 37(2), SAMR2 49(3): who handled the case does not review it, be it in the proceeding itself or in what else concerns the party.
 * @param handled steps by which one handles it, the submission to the review among them
 */
export const reviewedByAnother = (...handled: readonly string[]): ConditionLiteral => ({
  if: { notSameOfficerAs: [...handled, ...HANDLED_BESIDE], of: 'subject' },
  title: ['审核人员不是本案办案人员时', 'where another officer handled the case'],
  code: 'SAME_OFFICER',
  refusal: ['同一案件的办案人员不得作为审核人员', 'Who handled the case may not review it'],
});
