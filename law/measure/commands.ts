// What the measures of another owner have in common: a request for stopping, revoking or banning is accepted, passed on to the organ
// that issued the licence, returned, or declined with reasons; the owner alone decides (CF 17, 18: who has the power penalises), tells
// the party of its rights, holds the hearing it asks for (CF 44, 45, 63, 64), decides, serves, carries it out and reports back.
// None of it waits for a criminal case: warnings, stopping and revoking made before stay in force (O310 11(2)).
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { extendLegalReview, heavyDecisionCommands } from '../heavy-decision.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { publicationCommands } from '../publication.ts';
import { remedyCommands } from '../remedy.ts';

export const MEASURE_COMMANDS = {
  'request-measure': {
    event: 'measure-requested',
    ofParty: true,
    title: ['移送并建议处理', 'Ask for the measure'],
    by: 'requester',
    takes: ['requestedMeasure'],
    papers: ['measure-request-letter'],
    when: 'not-asked-already',
    handsTo: 'owner',
    passes: CASE_CONTENT,
  },
  'begin-measure': {
    event: 'measure-begun',
    ofParty: true,
    title: ['依职权立案', 'File it of its own motion'],
    by: 'owner',
    officers: 2,
  },
  'take-back-request': takenBack('requester', 'measure-request-taken-back', [
    '收回移送',
    'Take the request back',
  ]),
  'receive-request': {
    event: 'measure-request-received',
    title: ['签收移送函', 'Sign for the request'],
    by: 'owner',
    closesHandOff: 'received',
  },
  'return-request': sentBack('owner', 'measure-request-returned', ['退回', 'Return the request']),
  'send-request-again': {
    event: 'measure-requested-again',
    title: ['另行移送', 'Send it again'],
    by: 'requester',
    handsTo: 'owner',
    passes: CASE_CONTENT,
  },
  'withdraw-request': {
    event: 'measure-request-withdrawn',
    title: ['撤回建议', 'Withdraw the request'],
    by: 'requester',
    reason: 'required',
  },
  'note-ground-fell': {
    event: 'measure-lost-its-ground',
    title: ['告知所依据的查实认定已撤回', 'Say that the finding it rests on was withdrawn'],
    by: 'requester',
    copyTo: ['owner'],
  },
  'pass-to-issuer': {
    event: 'measure-passed-to-issuer',
    title: ['转送发证机关', 'Pass it to the organ that issued it'],
    by: 'owner',
    reason: 'required',
    needs: ['to'],
    copyTo: ['requester'],
    handsTo: 'owner',
    passes: CASE_CONTENT,
  },
  'accept-request': {
    event: 'measure-request-accepted',
    title: ['受理并立案', 'Accept it and file'],
    by: 'owner',
    officers: 2,
    copyTo: ['requester'],
  },
  'decline-measure': {
    event: 'measure-declined',
    title: ['不予处理并说明理由', 'Decline, with reasons'],
    by: 'owner',
    rank: 'head',
    reason: 'required',
    copyTo: ['requester'],
  },
  'give-measure-progress': {
    event: 'measure-progress-given',
    title: ['反馈办理进展', 'Report progress'],
    by: 'owner',
    copyTo: ['requester'],
  },
  'inform-party': {
    event: 'measure-party-informed',
    title: ['告知拟作决定和陈述、申辩、听证权利', 'Tell the party what is proposed and its rights'],
    by: 'owner',
    papers: ['rights-notice'],
    takes: ['collectiveDue'],
  },
  'record-statement': {
    event: 'measure-statement-recorded',
    title: ['听取陈述、申辩，当事人放弃听证', 'Hear the party, who asks for no hearing'],
    by: 'owner',
  },
  'take-hearing-request': {
    event: 'measure-hearing-asked',
    title: ['当事人要求听证', 'The party asks for a hearing'],
    by: 'owner',
  },
  'set-hearing': {
    event: 'measure-hearing-set',
    title: ['确定听证日期', 'Set the day of the hearing'],
    by: 'owner',
    needs: ['hearingDate'],
  },
  'notify-hearing': {
    event: 'measure-hearing-notified',
    title: ['送达听证通知', 'Serve the notice of the hearing'],
    by: 'owner',
    papers: ['hearing-notice'],
  },
  'hold-hearing': {
    event: 'measure-hearing-held',
    title: ['举行听证', 'Hold the hearing'],
    by: 'owner',
    papers: ['hearing-record'],
    when: 'hearing-day-has-come',
  },
  'withdraw-hearing-request': {
    event: 'measure-hearing-request-withdrawn',
    title: ['登记当事人撤回听证要求，终止听证', 'Note that the party withdraws its request for a hearing'],
    by: 'owner',
  },
  // CF 64(6): it was told, and stays away or leaves without reason. Nothing was heard, so there is no record of it.
  'waive-hearing': {
    event: 'measure-hearing-waived',
    title: [
      '登记当事人不出席、中途退出，视为放弃，终止听证',
      'End the hearing that the party stays away from or leaves',
    ],
    by: 'owner',
    when: 'hearing-day-has-come',
  },
  ...heavyDecisionCommands('owner', 'measure-reviewed-by-another'),
  'serve-decision': {
    event: 'measure-decision-served',
    title: ['送达决定', 'Serve the decision'],
    by: 'owner',
  },
  'carry-out-measure': {
    event: 'measure-carried-out',
    title: ['执行并登记', 'Carry it out and record it'],
    by: 'owner',
  },
  'annul-decision': {
    event: 'measure-annulled',
    title: ['登记决定被撤销', 'Note that the decision was annulled'],
    by: 'owner',
    rank: 'head',
    reason: 'required',
    copyTo: ['requester'],
  },
  'note-change': {
    event: 'measure-changed',
    title: ['登记决定被变更', 'Note that the decision was changed'],
    by: 'owner',
    rank: 'head',
    papers: ['remedy-decision'],
    copyTo: ['requester'],
  },
  ...publicationCommands('owner'),
  ...remedyCommands('owner'),
  'report-back': {
    event: 'measure-reported-back',
    title: ['反馈处理结果', 'Report the result back'],
    by: 'owner',
    copyTo: ['requester'],
  },
  'object-to-measure': {
    event: 'measure-result-objected',
    title: ['对处理结果提出异议', 'Object to the result'],
    by: 'requester',
    reason: 'required',
  },
  'answer-measure-objection': {
    event: 'measure-objection-answered',
    title: ['答复异议', 'Answer the objection'],
    by: 'owner',
    reason: 'required',
  },
  'close-measure': { event: 'measure-closed', title: ['办结', 'Close'], by: 'requester' },
  // Whoever asked has its days to object; where nobody asked, nobody does.
  'close-unobjected-measure': {
    event: 'unobjected-measure-closed',
    title: [
      '无人请求或者请求部门未在期限内提出异议，办结',
      'Close: nobody asked, or nobody objected in time',
    ],
    by: 'owner',
    copyTo: ['requester'],
    when: 'days-to-object-have-passed',
  },
} as const;

/** A warning, and what is no penalty: no right to a hearing, and no legal review is owed (CF 58, 63). */
export const LIGHT_DECISION = {
  by: 'owner',
  rank: 'head',
  papers: ['measure-decision'],
  copyTo: ['requester'],
} as const;

/** Those that need the issuing organ, or a competence of their own, say so beside. */
export const HEAVY_DECISION = { ...LIGHT_DECISION, when: 'measure-discussed' } as const;

/** Where the owner's own law lets the ninety days be prolonged, leaves the hearing out of them, and sets days for the review. */
export const PROLONGED_COMMANDS = {
  ...extendLegalReview('owner'),
  'prolong-decision': {
    event: 'measure-decision-prolonged',
    title: ['批准延长办理期限', 'Prolong the case'],
    by: 'owner',
    rank: 'head',
    reason: 'required',
    needs: ['extension', 'approver'],
  },
} as const;
