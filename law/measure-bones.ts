// What the measures of another owner have in common: a request for stopping, revoking or banning is accepted, passed on to the organ
// that issued the licence, returned, or declined with reasons; the owner alone decides (CF 17, 18: who has the power penalises), tells
// the party of its rights, holds the hearing it asks for (CF 44, 45, 63, 64), decides, serves, carries it out and reports back.
// None of it waits for a criminal case: warnings, stopping and revoking made before stay in force (O310 11(2)).
import { answerClocks } from './answers.ts';
import type { ConditionLiteral, FieldLiteral } from './define-procedure.ts';
import { sentBack, takenBack } from './hand-over-ends.ts';
import { onItsDay } from './hearing-day.ts';
import { CASE_CONTENT } from './passed-on.ts';
import { ISSUED_HERE } from './shared-fields.ts';

export const MEASURE_FIELDS = {
  requestedMeasure: {
    kind: 'code',
    list: true,
    title: ['建议处理', 'measures asked for'],
    options: {
      'stop-business': ['停业整顿', 'stop business'],
      'suspend-practice': ['暂停执业', 'suspend practice'],
      revoke: ['吊销执业（经营）资格', 'revoke'],
      ban: ['从业限制', 'ban'],
      other: ['其他处理', 'other'],
    },
  },
  issuedHere: ISSUED_HERE,
  hearingDate: { kind: 'date', title: ['听证日期', 'day of the hearing'] },
  effectiveUntil: { kind: 'date', title: ['措施期满日', 'day the measure ends'] },
} as const satisfies Record<string, FieldLiteral>;

export const MEASURE_PAPERS = {
  'measure-request-letter': ['停业整顿、吊销、从业限制移送函', 'Letter asking for the measure'],
  'rights-notice': ['行政处罚告知书', 'Notice of the proposed decision and the rights'],
  'hearing-notice': ['听证通知书', 'Notice of the hearing'],
  'hearing-record': ['听证笔录', 'Record of the hearing'],
  'legal-review-opinion': ['法制审核意见', 'Opinion of the legal review'],
  'measure-decision': ['行政处罚决定书', 'Decision'],
} as const;

export const MEASURE_CONDITIONS = {
  // CF 45, 64(1): who was told has five days to ask for a hearing, and may say earlier that it asks for none.
  'hearing-days-have-passed': {
    if: { passed: ['mea-hearing-request'] },
    title: ['要求听证的期限届满后', 'once the days to ask for a hearing have passed'],
    refusal: ['当事人要求听证的期限尚未届满', 'The party may still ask for a hearing'],
    basis: [{ act: 'CF', article: '64(1)' }],
  },
  'hearing-day-has-come': onItsDay(),
} as const satisfies Record<string, ConditionLiteral>;

export const MEASURE_COMMANDS = {
  'request-measure': {
    event: 'measure-requested',
    ofParty: true,
    title: ['移送并建议处理', 'Ask for the measure'],
    by: 'requester',
    takes: ['requestedMeasure'],
    papers: ['measure-request-letter'],
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
    title: ['决定被撤销或者变更', 'The decision was annulled or changed'],
    by: 'owner',
    reason: 'required',
    copyTo: ['requester'],
  },
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
  'close-measure': { event: 'measure-closed', title: ['办结', 'Close'], by: ['requester', 'owner'] },
} as const;

/** A decision of the owner; those that need the issuing organ, or a competence of their own, name the field that says so. */
export const DECISION = {
  by: 'owner',
  rank: 'head',
  papers: ['measure-decision', 'legal-review-opinion'],
  copyTo: ['requester'],
} as const;

/** Where the owner's own law lets the ninety days be prolonged, and leaves the hearing out of them. */
export const PROLONGED_COMMANDS = {
  'prolong-decision': {
    event: 'measure-decision-prolonged',
    title: ['批准延长办理期限', 'Prolong the case'],
    by: 'owner',
    rank: 'head',
    reason: 'required',
    needs: ['extension', 'approver'],
  },
} as const;
export const PROLONGED = {
  extendsOn: 'prolong-decision',
  pauses: { hearing: { from: 'take-hearing-request', to: 'hold-hearing' } },
} as const;

/** What is offered once the facts are there; `decisions` leads each command of the procedure that decides to `decided`. */
export const measureStates = <const D extends Readonly<Record<string, 'decided'>>>(decisions: D) => {
  const afterNotice = Object.fromEntries(
    Object.keys(decisions).map((name) => [name, { to: 'decided', when: 'hearing-days-have-passed' }]),
  ) as { [name in keyof D]: { to: 'decided'; when: 'hearing-days-have-passed' } };
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
      on: {
        'give-measure-progress': null,
        'pass-to-issuer': 'requested',
        'inform-party': 'party-informed',
        'decline-measure': 'declined',
      },
    },
    'party-informed': {
      title: ['已告知，待陈述或者要求听证', 'Party informed'],
      on: { 'record-statement': 'party-heard', 'take-hearing-request': 'hearing-asked', ...afterNotice },
    },
    'hearing-asked': { title: ['待确定听证日期', 'Hearing asked for'], on: { 'set-hearing': 'hearing-set' } },
    'hearing-set': {
      title: ['待通知听证', 'Hearing to be notified'],
      on: { 'notify-hearing': 'hearing-notified' },
    },
    'hearing-notified': {
      title: ['待举行听证', 'Hearing to be held'],
      on: { 'hold-hearing': 'party-heard', 'set-hearing': 'hearing-set' },
    },
    'party-heard': {
      title: ['已听取意见，待决定', 'Party heard'],
      on: { ...decisions, 'decline-measure': 'declined' },
    },
    decided: {
      title: ['已决定，待送达', 'Decided'],
      on: { 'serve-decision': 'served', 'annul-decision': 'annulled' },
    },
    served: {
      title: ['已送达，待执行', 'Served'],
      on: { 'carry-out-measure': 'carried-out', 'annul-decision': 'annulled' },
    },
    'carried-out': {
      title: ['已执行，待反馈', 'Carried out'],
      on: { 'report-back': 'reported', 'annul-decision': 'annulled' },
    },
    declined: { title: ['不予处理，待反馈', 'Declined'], on: { 'report-back': 'reported' } },
    annulled: {
      title: ['决定已撤销，待反馈', 'Annulled'],
      on: { 'report-back': 'reported', 'inform-party': 'party-informed' },
    },
    reported: {
      title: ['已反馈结果', 'Reported back'],
      on: { 'object-to-measure': 'objected', 'annul-decision': 'annulled', 'close-measure': 'closed' },
    },
    objected: { title: ['请求部门有异议', 'Objected to'], on: { 'answer-measure-objection': 'reported' } },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  } as const;
};

/** `decides`: the commands that decide; a decision that was late is late whichever it was, and each of them is a result. */
export const measureClocks = <const C extends string>(decides: readonly C[]) => {
  const DECIDED = {
    startsOn: ['accept-request', 'begin-measure'],
    stopsOn: [...decides, 'decline-measure'],
    obliges: 'owner',
  } as const;
  return {
    decided: DECIDED,
    results: [...decides, 'decline-measure', 'annul-decision', 'report-back'] as const,
    shared: {
      ...answerClocks({
        owner: 'owner',
        received: ['receive-request'],
        answers: ['report-back'],
        ends: ['return-request', 'pass-to-issuer', 'withdraw-request'],
      }),
      'agr-hand-off-receipt': {
        startsOn: ['request-measure', 'send-request-again', 'pass-to-issuer'],
        stopsOn: ['receive-request', 'return-request'],
        obliges: 'owner',
        mootOn: 'take-back-request',
        receipt: true,
      },
      'agr-measure-acceptance': {
        startsOn: 'receive-request',
        stopsOn: ['accept-request', 'return-request', 'pass-to-issuer', 'decline-measure'],
        obliges: 'owner',
      },
      'agr-measure-resend': {
        startsOn: 'request-returned',
        stopsOn: ['send-request-again', 'withdraw-request'],
        obliges: 'requester',
      },
      'agr-measure-first-feedback': {
        startsOn: 'accept-request',
        stopsOn: ['give-measure-progress', 'report-back'],
        obliges: 'owner',
        mootOn: 'pass-to-issuer',
      },
      'mea-hearing-request': {
        startsOn: 'inform-party',
        stopsOn: 'take-hearing-request',
        obliges: 'subject',
        mootOn: ['record-statement', 'decline-measure', ...decides],
        window: true,
      },
      'mea-hearing-notice': {
        startsOn: 'set-hearing',
        stopsOn: 'notify-hearing',
        obliges: 'owner',
        setBy: 'hearingDate',
      },
      'mea-service': {
        startsOn: [...decides],
        stopsOn: 'serve-decision',
        obliges: 'owner',
        mootOn: 'annul-decision',
      },
      'agr-measure-execution': {
        startsOn: 'serve-decision',
        stopsOn: 'carry-out-measure',
        obliges: 'owner',
        mootOn: 'annul-decision',
      },
      'agr-measure-report': {
        startsOn: ['carry-out-measure', 'annul-decision', 'decline-measure'],
        stopsOn: 'report-back',
        obliges: 'owner',
        mootOn: 'inform-party',
      },
      'agr-measure-objection': {
        startsOn: 'object-to-measure',
        stopsOn: 'answer-measure-objection',
        obliges: 'owner',
        runsFrom: 'receipt',
      },
    },
  } as const;
};
