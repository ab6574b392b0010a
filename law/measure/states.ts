// Where a measure of another owner may stand, from the request to the result reported back.
import { MEASURE_IN_HAND } from '../case-in-hand.ts';
import { PUBLICATION } from '../publication.ts';
import { REMEDY } from '../remedy.ts';

const IN_HAND = [MEASURE_IN_HAND] as const;

/** Whatever stands by then, whoever asked says that its ground fell. */
export const MEASURE_ALWAYS = { 'note-ground-fell': null } as const;

/** What may become of a decision that was served. */
const SERVED = { ...REMEDY, ...PUBLICATION, 'note-change': null, 'annul-decision': 'annulled' } as const;

/**
 * What a decision waits for: the days to ask for a hearing, where the law gives a right to one, and the legal review that is owed for the
 * same reason (CF 58, 63); the notice of what is in prospect, as any penalty (CF 44, 62); or nothing, where it is no penalty.
 */
type Waits = 'hearing' | 'notice' | 'nothing';

/** What is offered beside, where the owner's own law lets it be prolonged. */
type Prolonged = {
  readonly decision?: { readonly 'prolong-decision'?: null };
  readonly review?: { readonly 'extend-legal-review'?: null };
};
export const PROLONGED_STATES = {
  decision: { 'prolong-decision': null },
  review: { 'extend-legal-review': null },
} as const satisfies Prolonged;

/** What each command of the procedure that decides waits for. */
export type Decisions = Readonly<Record<string, Waits>>;

/** @param prolonged what the owner's own law lets be prolonged */
export const measureStates = <const D extends Decisions>(decisions: D, prolonged: Prolonged = {}) => {
  const { decision = {}, review = {} } = prolonged;
  type Decides = { readonly [name in keyof D]?: 'decided' };
  const decided = (...waits: readonly Waits[]): Decides =>
    Object.fromEntries(
      Object.entries(decisions)
        .filter(([, waited]) => waits.includes(waited))
        .map(([name]) => [name, 'decided']),
    ) as Decides;
  return {
    requested: {
      title: ['已移送，待签收', 'Requested'],
      on: {
        'receive-request': 'received',
        'return-request': 'request-returned',
        'take-back-request': 'request-returned',
      },
    },
    'request-returned': {
      title: ['已退回或者收回', 'Returned or taken back'],
      on: { 'send-request-again': 'requested', 'withdraw-request': 'closed' },
    },
    received: {
      title: ['已签收，待决定受理', 'Received'],
      on: {
        'accept-request': 'investigating',
        'return-request': 'request-returned',
        'pass-to-issuer': 'requested',
        'decline-measure': 'declined',
      },
    },
    investigating: {
      title: ['已立案，调查中', 'Filed, under investigation'],
      marks: IN_HAND,
      on: {
        ...decision,
        'give-measure-progress': null,
        'pass-to-issuer': 'requested',
        'inform-party': 'party-informed',
        'decline-measure': 'declined',
        ...decided('nothing'),
      },
    },
    'party-informed': {
      title: ['已告知，待陈述或者要求听证', 'Party informed'],
      marks: IN_HAND,
      on: {
        ...decision,
        'record-statement': 'party-heard',
        'take-hearing-request': 'hearing-asked',
        'submit-to-legal-review': { to: 'under-legal-review', when: 'hearing-days-have-passed' },
        ...decided('notice', 'nothing'),
      },
    },
    'hearing-asked': {
      title: ['待确定听证日期', 'Hearing asked for'],
      marks: IN_HAND,
      on: { 'set-hearing': 'hearing-set', 'withdraw-hearing-request': 'party-heard' },
    },
    'hearing-set': {
      title: ['待通知听证', 'Hearing to be notified'],
      marks: IN_HAND,
      on: { 'notify-hearing': 'hearing-notified', 'withdraw-hearing-request': 'party-heard' },
    },
    'hearing-notified': {
      title: ['待举行听证', 'Hearing to be held'],
      marks: IN_HAND,
      on: {
        'hold-hearing': 'party-heard',
        'waive-hearing': 'party-heard',
        'withdraw-hearing-request': 'party-heard',
        'set-hearing': 'hearing-set',
      },
    },
    'party-heard': {
      title: ['已听取意见，待决定', 'Party heard'],
      marks: IN_HAND,
      on: {
        ...decision,
        'submit-to-legal-review': 'under-legal-review',
        ...decided('notice', 'nothing'),
        'decline-measure': 'declined',
      },
    },
    'under-legal-review': {
      title: ['法制审核中', 'Under legal review'],
      marks: IN_HAND,
      on: {
        ...decision,
        ...review,
        'pass-legal-review': 'legally-reviewed',
        'return-from-legal-review': 'party-heard',
      },
    },
    'legally-reviewed': {
      title: ['法制审核通过，待决定', 'Legally reviewed, to be decided'],
      marks: IN_HAND,
      on: {
        ...decision,
        'discuss-collectively': null,
        ...decided('hearing', 'notice', 'nothing'),
        'decline-measure': 'declined',
      },
    },
    decided: {
      title: ['已决定，待送达', 'Decided'],
      on: { ...PUBLICATION, 'serve-decision': 'served', 'annul-decision': 'annulled' },
    },
    served: {
      title: ['已送达，待执行', 'Served'],
      on: { ...SERVED, 'carry-out-measure': 'carried-out' },
    },
    'carried-out': {
      title: ['已执行，待反馈', 'Carried out'],
      on: { ...SERVED, 'report-back': 'reported' },
    },
    declined: { title: ['不予处理，待反馈', 'Declined'], on: { 'report-back': 'reported' } },
    annulled: {
      title: ['决定已撤销，待反馈', 'Annulled'],
      on: {
        'withdraw-publication': null,
        'report-back': 'reported',
        'inform-party': { to: 'party-informed', when: 'publication-withdrawn' },
      },
    },
    reported: {
      title: ['已反馈结果', 'Reported back'],
      on: {
        ...SERVED,
        'report-back': null,
        'object-to-measure': 'objected',
        'close-measure': 'closed',
        'close-unobjected-measure': 'closed',
      },
    },
    objected: {
      title: ['请求部门有异议', 'Objected to'],
      on: {
        ...SERVED,
        'answer-measure-objection': 'reported',
        'accept-request': {
          to: 'investigating',
          when: 'no-decision-stands',
          title: ['采纳异议，重新立案', 'Follow the objection and take it up again'],
        },
      },
    },
    // A remedy may still be sought, and undo what is closed.
    closed: { title: ['已办结', 'Closed'], terminal: true, on: { ...SERVED, 'annul-decision': 'undone' } },
    undone: {
      title: ['办结后决定被撤销', 'Annulled after it was closed'],
      terminal: true,
      on: { 'withdraw-publication': null },
    },
  } as const;
};
