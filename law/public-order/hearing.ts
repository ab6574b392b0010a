// While it is investigated: the appraisal, the hearing, which a version of the law has in its own article, and the legal review.
import type { LegalBasis } from '../../schemas/time-limit.ts';
import { HEAVY_PAPERS, heavyDecisionCommands } from '../heavy-decision.ts';
import type { Part } from '../part.ts';
import { DECISIONS } from './decision.ts';

const { 'discuss-collectively': _, ...LEGAL_REVIEW } = heavyDecisionCommands(
  'police',
  'public-order-reviewed-by-another',
);

export const hearingBy = (hearing: LegalBasis) =>
  ({
    papers: {
      'hearing-right-notice': ['听证权利告知书', 'Notice of the right to a hearing'],
      'legal-review-opinion': HEAVY_PAPERS['legal-review-opinion'],
    },
    conditions: {
      // ZA 117, ZA2005 98.
      'hearing-right-was-told': {
        if: { happened: { command: 'tell-hearing-right' } },
        title: ['已告知听证权利后', 'once the right to a hearing was told'],
        refusal: [
          '吊销许可证件、较大数额罚款、责令停业整顿，须先告知有权要求听证',
          'A revocation, a large fine and a closure want the right to a hearing told before',
        ],
        basis: [hearing],
      },
      // CF 64(1): five working days to ask; who asked is heard (ZA 117).
      'hearing-was-had': {
        if: {
          anyOf: [
            { happened: { command: 'waive-public-order-hearing', since: 'tell-hearing-right' } },
            { happened: { command: 'end-public-order-hearing', since: 'tell-hearing-right' } },
            {
              allOf: [
                { passed: ['pen-hearing-request'] },
                { never: { command: 'request-public-order-hearing', since: 'tell-hearing-right' } },
              ],
            },
          ],
        },
        title: [
          '听证结束、当事人放弃听证或者要求听证的期限届满后',
          'once the hearing was held, waived or its days are over',
        ],
        refusal: [
          '当事人要求听证的期限尚未届满，或者已要求听证而尚未举行',
          'The days to ask for a hearing are not over yet, or one was asked for and not held',
        ],
        basis: [{ act: 'CF', article: '64(1)' }, hearing],
      },
      'hearing-not-asked-for': {
        if: { never: { command: 'request-public-order-hearing', since: 'tell-hearing-right' } },
        title: ['当事人尚未要求听证时', 'where no hearing was asked for yet'],
        refusal: ['当事人已要求听证', 'A hearing was asked for already'],
      },
    },
    commands: {
      'begin-public-order-appraisal': {
        event: 'public-order-appraisal-begun',
        title: ['委托鉴定（治安案件）', 'Begin an appraisal'],
        by: 'police',
      },
      'end-public-order-appraisal': {
        event: 'public-order-appraisal-ended',
        title: ['收到鉴定意见（治安案件）', 'End the appraisal'],
        by: 'police',
      },
      'tell-hearing-right': {
        event: 'hearing-right-told',
        ofParty: true,
        title: ['告知听证权利（治安案件）', 'Tell the right to a hearing'],
        by: 'police',
        papers: ['hearing-right-notice'],
      },
      'request-public-order-hearing': {
        event: 'public-order-hearing-requested',
        title: ['登记当事人要求听证（治安案件）', 'Note that a hearing is asked for'],
        by: 'police',
        when: ['hearing-right-was-told', 'hearing-not-asked-for'],
      },
      'waive-public-order-hearing': {
        event: 'public-order-hearing-waived',
        title: ['登记当事人放弃听证（治安案件）', 'Note that the hearing is waived'],
        by: 'police',
        when: 'hearing-right-was-told',
      },
      'begin-public-order-hearing': {
        event: 'public-order-hearing-begun',
        title: ['听证开始（治安案件）', 'Begin the hearing'],
        by: 'police',
        when: 'hearing-right-was-told',
      },
      'end-public-order-hearing': {
        event: 'public-order-hearing-ended',
        title: ['听证结束（治安案件）', 'End the hearing'],
        by: 'police',
      },
      ...LEGAL_REVIEW,
    },
    states: {
      'public-order-appraisal': {
        title: ['鉴定中', 'Being appraised'],
        on: { 'end-public-order-appraisal': 'public-order-investigation' },
      },
      'public-order-legal-review': {
        title: ['法制审核中', 'Under legal review'],
        on: {
          'pass-legal-review': 'public-order-investigation',
          'return-from-legal-review': 'public-order-investigation',
        },
      },
      'public-order-hearing': {
        title: ['听证中', 'Being heard'],
        on: { 'end-public-order-hearing': 'public-order-investigation' },
      },
    },
    clocks: {
      'pen-hearing-request': {
        startsOn: 'tell-hearing-right',
        again: 'anew',
        stopsOn: ['request-public-order-hearing', 'waive-public-order-hearing', 'begin-public-order-hearing'],
        mootOn: [...DECISIONS, 'turn-into-criminal-case', 'forward-public-order-case'],
        obliges: 'subject',
      },
    },
  }) as const satisfies Part;
