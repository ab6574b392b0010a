// Clue notice: a department's first word to others. Each receiver answers on its own; a clue is returned once, then the
// common superior designates who takes it (N4 12(2) between medical-insurance departments, agreed between others).
import { inHand } from '../case-in-hand.ts';
import { verificationClock } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { CAME_BACK, FOR_SUPERIOR, sentAnew, sentOn, sentOnOnce, WITH_RECEIVER } from '../sent-on.ts';
import { AMOUNT_BAND_NAMES, AMOUNT_BANDS, ANOTHER_MATTER, NOTICE_TYPE, OBVIOUS, PENALTY_DECIDED_ON, REPLY_BY, TOPIC } from '../shared-fields.ts';

export const clueNotice = defineProcedure({
  procedure: 'clue-notice',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['线索通报', 'Clue notice'],
  basis: [
    { act: 'YB49', article: '4' },
    { act: 'N4', article: '12' },
    { act: 'N4', article: '14' },
  ],
  roles: {
    sender: { title: ['通报部门', 'sender'], cast: 'actor', side: 'sending', confirms: true },
    receiver: { title: ['接收部门', 'receiver'], cast: 'to', side: 'receiving', confirms: true },
    designator: { title: ['共同上级', 'common superior'], cast: 'common-superior' },
  },
  fields: {
    ...AMOUNT_BANDS,
    topic: TOPIC,
    noticeType: NOTICE_TYPE,
    replyBy: REPLY_BY,
    obvious: OBVIOUS,
    penaltyDecidedOn: PENALTY_DECIDED_ON,
    anotherMatter: ANOTHER_MATTER,
  },
  conditions: {
    // A decision on what was found may go to another kind of organ (N4 43(4)), and so does a clue.
    ...sentOnOnce({ procedure: 'clue-notice', notTo: ['medical-insurance'] }),
    ...filesPenaltyOf('receiver'),
    'is-in-hand': inHand('receiver'),
    // The objection may be right: what was not filed is filed after all.
    'clue-was-not-filed': {
      if: { happened: { command: 'close-unfiled', since: 'file-admin' } },
      title: ['曾决定不予立案时', 'where it was not filed'],
      refusal: ['该线索没有不予立案的决定', 'It was not decided that no case is filed'],
    },
    // Domain 2.3: of what is to be verified, or says nothing, it is decided whether a case is filed.
    'was-sent-for-information': {
      if: { field: { name: 'noticeType', is: 'info' } },
      title: ['仅供参考的通报', 'where it was sent for information'],
      code: 'NOT_FOR_INFORMATION',
      refusal: [
        '该线索并非仅供参考的通报，应当受理核查并作出结论，或者并入在办案件、退回',
        'It was not sent for information: take it, verify it and conclude, merge it into a case in hand, or return it',
      ],
    },
    // A designated receiver keeps the clue: no third hop, whoever wants it.
    'not-designated': {
      if: { never: { command: 'designate-receiver' } },
      title: ['非共同上级指定时', 'unless the common superior designated the receiver'],
      code: 'SECOND_RETURN',
      refusal: ['该线索已由共同上级指定承办部门，不得退回或者收回', 'The common superior designated who takes it; the clue may be neither returned nor taken back'],
    },
    // Between medical-insurance departments it does not come back at all: who objects asks the superior (N4 12(2)).
    'goes-to-the-superior': {
      if: {
        anyOf: [
          { happened: { command: 'return-clue' } },
          {
            allOf: [
              { role: { role: 'sender', bodies: ['medical-insurance'] } },
              { role: { role: 'receiver', bodies: ['medical-insurance'] } },
              { role: { role: 'designator', bodies: ['medical-insurance', 'joint-meeting-office'] } },
            ],
          },
        ],
      },
      title: ['曾被退回，或者在医疗保障部门之间移送时', 'when it came back before, or goes between medical-insurance departments'],
      refusal: ['该线索未曾退回，且不在医疗保障部门之间移送', 'It did not come back before, and is not between medical-insurance departments'],
      basis: [{ act: 'N4', article: '12(2)' }],
    },
  },
  commands: {
    'send-clue': {
      event: 'clue-sent',
      title: ['通报线索', 'Send the clue'],
      by: 'sender',
      needs: ['to', 'topic'],
      takes: ['noticeType', 'replyBy', 'anotherMatter', ...AMOUNT_BAND_NAMES],
      when: sentAnew('clue-notice'),
      leaves: [WITH_RECEIVER],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'take-back-clue': {
      event: 'clue-taken-back',
      title: ['收回误送的线索', 'Take a misdirected clue back'],
      by: 'sender',
      closesHandOff: 'taken-back',
      when: 'not-designated',
      lifts: [WITH_RECEIVER],
    },
    acknowledge: { event: 'clue-acknowledged', title: ['签收', 'Acknowledge'], by: 'receiver', closesHandOff: 'received' },
    'return-clue': {
      event: 'clue-returned',
      title: ['退回', 'Return'],
      by: 'receiver',
      reason: 'required',
      copyTo: ['designator'],
      closesHandOff: 'returned',
      when: 'not-designated',
      leaves: [CAME_BACK],
      lifts: [WITH_RECEIVER],
    },
    'accept-clue': { event: 'clue-accepted', title: ['受理并核查', 'Take it and verify'], by: 'receiver' },
    'merge-clue': { event: 'clue-merged', title: ['并入在办案件', 'Merge into a case in hand'], by: 'receiver', when: 'is-in-hand' },
    'note-for-information': {
      event: 'clue-noted',
      title: ['知悉备查', 'Note for information'],
      by: 'receiver',
      when: 'was-sent-for-information',
    },
    'reroute-clue': {
      event: 'clue-rerouted',
      title: ['转送其他部门', 'Send to another department'],
      by: 'sender',
      needs: ['to'],
      takes: ['replyBy'],
      when: sentOn('clue-notice'),
      leaves: [WITH_RECEIVER],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'withdraw-clue': { event: 'clue-withdrawn', title: ['撤回线索', 'Withdraw the clue'], by: 'sender' },
    'designate-receiver': {
      event: 'receiver-designated',
      title: ['指定承办部门', 'Designate the receiver'],
      by: 'designator',
      leaves: [WITH_RECEIVER, FOR_SUPERIOR],
      needs: ['to'],
      copyTo: ['sender'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'extend-verification': {
      event: 'verification-extended',
      title: ['批准延长核查期限', 'Prolong the verification'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'file-admin': { event: 'admin-case-filed', title: ['行政立案', 'File an administrative case'], by: 'receiver', opens: opensPenaltyOf('receiver') },
    'close-unfiled': { event: 'clue-not-filed', title: ['不予立案', 'Do not file'], by: 'receiver', reason: 'required' },
    'upgrade-to-transfer': {
      event: 'clue-upgraded',
      title: ['转为涉嫌犯罪案件移送', 'Upgrade to a transfer'],
      by: 'receiver',
      officers: 2,
      takes: ['obvious', 'penaltyDecidedOn'],
      opens: { procedure: 'criminal-transfer', command: 'suspect-crime', roles: { sender: 'receiver' } },
    },
    'give-feedback': { event: 'feedback-given', title: ['反馈阶段情况', 'Give interim feedback'], by: 'receiver' },
    'give-final-feedback': { event: 'final-feedback-given', title: ['反馈结果', 'Give final feedback'], by: 'receiver' },
    'close-clue': { event: 'clue-closed', title: ['办结', 'Close'], by: 'sender' },
    'object-to-result': { event: 'result-objected', title: ['对结果提出异议', 'Object to the result'], by: 'sender', reason: 'required' },
  },
  results: ['give-final-feedback', 'close-unfiled'],
  opensOn: { 'send-clue': 'sent' },
  per: 'receiver',
  states: {
    sent: {
      title: ['已通报，待签收', 'Sent'],
      on: {
        acknowledge: 'acknowledged',
        'return-clue': { to: 'awaiting-designation', when: 'goes-to-the-superior', else: 'returned' },
        'take-back-clue': 'taken-back',
      },
    },
    'taken-back': { title: ['已收回', 'Taken back'], on: { 'reroute-clue': 'sent', 'withdraw-clue': 'closed' } },
    acknowledged: {
      title: ['已签收，待研判', 'Acknowledged'],
      on: {
        'return-clue': { to: 'awaiting-designation', when: 'goes-to-the-superior', else: 'returned' },
        'accept-clue': 'verifying',
        'merge-clue': 'merged',
        'note-for-information': 'noted',
      },
    },
    returned: { title: ['已退回', 'Returned'], on: { 'reroute-clue': 'sent', 'withdraw-clue': 'closed' } },
    'awaiting-designation': {
      title: ['待共同上级指定', 'Awaiting designation by the common superior'],
      marks: [FOR_SUPERIOR],
      on: { 'designate-receiver': 'sent' },
    },
    verifying: {
      title: ['核查中', 'Verifying'],
      on: { 'extend-verification': null, 'file-admin': 'concluded', 'close-unfiled': 'concluded', 'upgrade-to-transfer': 'concluded', 'give-feedback': null },
    },
    concluded: { title: ['已有结论，待反馈', 'Concluded, feedback due'], on: { 'give-final-feedback': 'feedback-given' } },
    merged: { title: ['已并案', 'Merged'], on: { 'give-final-feedback': 'feedback-given' } },
    noted: { title: ['已知悉', 'Noted'], on: { 'give-final-feedback': 'feedback-given', 'close-clue': 'closed' } },
    'feedback-given': { title: ['已反馈', 'Feedback given'], on: { 'close-clue': 'closed', 'object-to-result': 'objected' } },
    objected: {
      title: ['有异议，会商中', 'Objected, in consultation'],
      on: {
        'give-final-feedback': { to: 'feedback-given', title: ['会商后反馈', 'Feedback after consultation'] },
        'file-admin': { to: 'concluded', when: 'clue-was-not-filed', title: ['采纳异议，行政立案', 'Follow the objection and file it'] },
        'upgrade-to-transfer': { to: 'concluded', when: 'clue-was-not-filed' },
        'close-clue': 'closed',
      },
    },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'agr-clue-acknowledge': {
      startsOn: ['send-clue', 'reroute-clue', 'designate-receiver'],
      stopsOn: ['acknowledge', 'return-clue'],
      obliges: 'receiver',
      mootOn: 'take-back-clue',
      receipt: true,
    },
    'agr-clue-triage': { startsOn: 'acknowledge', stopsOn: ['accept-clue', 'return-clue', 'merge-clue', 'note-for-information'], obliges: 'receiver' },
    // N4 14 counts from the day the material is received, not from the day somebody says so.
    ...verificationClock({
      receiver: 'receiver',
      sends: ['send-clue', 'reroute-clue', 'designate-receiver'],
      decides: ['file-admin', 'close-unfiled', 'upgrade-to-transfer'],
      ends: ['return-clue', 'take-back-clue', 'merge-clue', 'note-for-information'],
      prolongs: 'extend-verification',
    }),
    'agr-clue-reply': {
      startsOn: ['send-clue', 'reroute-clue'],
      stopsOn: ['give-feedback', 'give-final-feedback'],
      obliges: 'receiver',
      mootOn: ['return-clue', 'take-back-clue', 'close-clue'],
      when: 'replyBy',
      setBy: 'replyBy',
      runsFrom: 'receipt',
    },
    'agr-clue-first-feedback': { startsOn: 'accept-clue', stopsOn: ['give-feedback', 'give-final-feedback'], obliges: 'receiver' },
    'agr-clue-final-feedback': { startsOn: 'accept-clue', stopsOn: 'give-final-feedback', obliges: 'receiver' },
    'agr-clue-reroute': { startsOn: 'returned', stopsOn: ['reroute-clue', 'withdraw-clue'], obliges: 'sender' },
    'agr-clue-designation': { startsOn: 'awaiting-designation', stopsOn: 'designate-receiver', obliges: 'designator' },
    'agr-clue-sender-response': { startsOn: 'give-final-feedback', stopsOn: ['close-clue', 'object-to-result'], obliges: 'sender' },
    'agr-consultation-reply': {
      startsOn: 'object-to-result',
      stopsOn: ['give-final-feedback', 'file-admin', 'upgrade-to-transfer'],
      obliges: 'receiver',
      mootOn: 'close-clue',
    },
  },
  report: {
    counts: [{ id: 'clues', title: ['线索通报', 'Clue notices'], of: 'send-clue' }],
    durations: [
      {
        id: 'clue-acknowledgement',
        title: ['线索通报至签收', 'Clue sent to acknowledged'],
        from: ['send-clue', 'reroute-clue', 'designate-receiver'],
        to: 'acknowledge',
      },
      { id: 'clue-feedback', title: ['线索受理至反馈结果', 'Clue accepted to final feedback'], from: 'accept-clue', to: 'give-final-feedback' },
    ],
    attention: [{ id: 'returned-twice', title: ['两次以上退回', 'Returned twice or more'], when: { command: 'return-clue', times: 2 } }],
  },
});
