// What a decision waits for: review, discussion, notice, hearing, appraisal (CF 57 to 64).

import { onItsDay } from '../../hearing-day.ts';
import { discussedSince } from '../../heavy-decision.ts';
import type { Literal } from '../penalty-law.ts';

const over = (begin: string, end: string) =>
  ({ anyOf: [{ never: { command: begin } }, { happened: { command: end, since: begin } }] }) as const;

/** What was investigated again is reviewed, discussed and told again. */
const INVESTIGATED = 'conclude-investigation';

/** No hearing was held after all. */
const GIVEN_UP = [
  { field: { name: 'hearingOutcome', is: 'withdrawn' } },
  { field: { name: 'hearingOutcome', is: 'waived' } },
] as const;

export const BEFORE_DECISION = {
  // CF 58, N4 37: no decision without the review, nor where it was not passed.
  'legally-reviewed': {
    if: {
      anyOf: [
        { field: { name: 'legalReviewDue', absent: true } },
        { happened: { command: 'pass-legal-review', since: INVESTIGATED } },
      ],
    },
    title: ['应当法制审核的，审核通过后', 'once a legal review that is owed was passed'],
    refusal: [
      '应当法制审核而未经审核或者审核未通过的，不得作出决定',
      'A legal review is owed and was not passed',
    ],
    basis: [{ act: 'CF', article: '58' }],
  },
  'collectively-discussed': discussedSince(INVESTIGATED, 'organ'),
  // CF 63, 64(1): the party has five working days to ask.
  'hearing-days-over': {
    if: {
      anyOf: [
        { passed: ['pen-hearing-request'] },
        { happened: { command: 'end-hearing', since: 'give-penalty-notice' } },
        { happened: { command: 'note-hearing-waived', since: 'give-penalty-notice' } },
      ],
    },
    title: [
      '听证期限届满、听证结束或者当事人放弃听证后',
      'once the hearing was held, waived or its days are over',
    ],
    refusal: ['当事人要求听证的期限尚未届满', 'The days to ask for a hearing are not over yet'],
    basis: [
      { act: 'CF', article: '63' },
      { act: 'CF', article: '64(1)' },
    ],
  },
  'hearing-not-held': {
    if: { never: { command: 'request-hearing', since: 'give-penalty-notice' } },
    title: ['告知后尚未要求听证时', 'where no hearing was asked for yet'],
    refusal: ['已按当事人要求组织听证', 'A hearing was asked for already'],
  },
  // CF 64(2).
  'hearing-notified': {
    if: {
      anyOf: [...GIVEN_UP, { happened: { command: 'serve-hearing-notice', since: 'set-hearing' } }],
    },
    title: [
      '已通知听证，或者当事人撤回、放弃听证时',
      'where the party was told of the hearing, or gave it up',
    ],
    refusal: ['尚未通知当事人听证的时间、地点', 'The party was not told time and place of the hearing'],
  },
  'held-on-its-day': onItsDay(...GIVEN_UP),
  // CF 58(1)2, N4 37(2): what came through a hearing is reviewed after it.
  'reviewed-after-the-hearing': {
    if: {
      anyOf: [
        { never: { command: 'end-hearing' } },
        ...GIVEN_UP,
        { happened: { command: 'pass-legal-review', since: 'end-hearing' } },
      ],
    },
    title: [
      '经过听证的，听证后法制审核通过时',
      'for what was heard, once a legal review after it was passed',
    ],
    refusal: [
      '经过听证程序的案件，听证后未经法制审核或者审核未通过的，不得作出决定',
      'The case was heard: it is not decided before a legal review after the hearing was passed',
    ],
    basis: [{ act: 'CF', article: '58(1)2' }],
  },
  'penalty-notice-given': {
    if: { happened: { command: 'give-penalty-notice', since: INVESTIGATED } },
    title: ['已告知拟处罚内容时', 'where the party was told of the penalty in prospect'],
    refusal: ['尚未告知拟处罚内容', 'The party was not told yet'],
  },
  'appraisal-over': {
    if: over('begin-appraisal', 'end-appraisal'),
    title: ['没有检测检验、鉴定在进行时', 'while no testing or appraisal goes on'],
    refusal: ['检测检验、鉴定尚未结束', 'Testing or appraisal is still going on'],
  },
  // Nor does who reviewed it handle it afterwards, what is told or heard after the review being part of the case.
  'not-the-reviewer': {
    if: { notSameOfficerAs: ['pass-legal-review'] },
    title: ['不是本案审核人员时', 'where another officer reviewed the case'],
    code: 'SAME_OFFICER',
    refusal: ['审核人员不得办理同一案件', 'Who reviewed the case may not handle it'],
    basis: [
      { act: 'N4', article: '37(2)' },
      { act: 'SAMR2', article: '49(3)' },
    ],
  },
  'public-notice-over': {
    if: over('begin-public-notice', 'end-public-notice'),
    title: ['没有公告期在计时', 'while no public notice runs'],
    refusal: ['公告期尚未届满', 'The public notice is still running'],
  },
} as const satisfies Literal['conditions'];
