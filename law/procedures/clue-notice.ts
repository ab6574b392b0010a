// Clue notice: a department's first word to others. Each receiver answers on its own; a clue is returned once, then the
// common superior designates who takes it (N4 12(2) between medical-insurance departments, agreed between others).
import { defineProcedure } from '../../schemas/procedure.ts';

export const clueNotice = defineProcedure({
  procedure: 'clue-notice',
  version: 1,
  title: { zh: '线索通报', en: 'Clue notice' },
  basis: [
    { act: 'YB49', article: '4' },
    { act: 'N4', article: '12' },
    { act: 'N4', article: '14' },
  ],
  roles: { sender: [], receiver: [], designator: [] },
  cast: { sender: 'actor', receiver: 'to', designator: 'common-superior' },
  opensOn: {
    'send-clue': {
      event: 'clue-sent',
      title: { zh: '通报线索', en: 'Send the clue' },
      by: 'sender',
      needs: ['to', 'topic'],
      handsTo: 'receiver',
    },
  },
  opensIn: 'sent',
  perReceiver: true,
  states: {
    sent: {
      title: { zh: '已通报,待签收', en: 'Sent' },
      on: {
        acknowledge: {
          event: 'clue-acknowledged',
          title: { zh: '签收', en: 'Acknowledge' },
          by: 'receiver',
          to: 'acknowledged',
          closesHandOff: 'received',
        },
        'return-clue': {
          event: 'clue-returned',
          title: { zh: '退回', en: 'Return' },
          by: 'receiver',
          reason: 'required',
          guards: ['not-designated'],
          to: 'returned',
          instead: { when: 'returned-before', to: 'awaiting-designation' },
          copyTo: ['designator'],
          closesHandOff: 'returned',
        },
      },
    },
    acknowledged: {
      title: { zh: '已签收,待研判', en: 'Acknowledged' },
      on: {
        'accept-clue': {
          event: 'clue-accepted',
          title: { zh: '受理并核查', en: 'Take it and verify' },
          by: 'receiver',
          to: 'verifying',
        },
        'merge-clue': {
          event: 'clue-merged',
          title: { zh: '并入在办案件', en: 'Merge into a case in hand' },
          by: 'receiver',
          to: 'merged',
        },
        'note-for-information': {
          event: 'clue-noted',
          title: { zh: '知悉备查', en: 'Note for information' },
          by: 'receiver',
          to: 'noted',
        },
        'return-clue': {
          event: 'clue-returned',
          title: { zh: '退回', en: 'Return' },
          by: 'receiver',
          reason: 'required',
          guards: ['not-designated'],
          to: 'returned',
          instead: { when: 'returned-before', to: 'awaiting-designation' },
          copyTo: ['designator'],
        },
      },
    },
    returned: {
      title: { zh: '已退回', en: 'Returned' },
      on: {
        'reroute-clue': {
          event: 'clue-rerouted',
          title: { zh: '转送其他部门', en: 'Send to another department' },
          by: 'sender',
          needs: ['to'],
          handsTo: 'receiver',
          to: 'sent',
        },
        'withdraw-clue': {
          event: 'clue-withdrawn',
          title: { zh: '撤回线索', en: 'Withdraw the clue' },
          by: 'sender',
          to: 'closed',
        },
      },
    },
    'awaiting-designation': {
      title: { zh: '待共同上级指定', en: 'Awaiting designation by the common superior' },
      on: {
        'designate-receiver': {
          event: 'receiver-designated',
          title: { zh: '指定承办部门', en: 'Designate the receiver' },
          by: 'designator',
          needs: ['to'],
          handsTo: 'receiver',
          to: 'sent',
          copyTo: ['sender'],
        },
      },
    },
    verifying: {
      title: { zh: '核查中', en: 'Verifying' },
      on: {
        'extend-verification': {
          event: 'verification-extended',
          title: { zh: '批准延长核查期限', en: 'Prolong the verification' },
          by: 'receiver',
          rank: 'head',
          reason: 'required',
          needs: ['extension', 'approver'],
        },
        'file-admin': {
          event: 'admin-case-filed',
          title: { zh: '行政立案', en: 'File an administrative case' },
          by: 'receiver',
          to: 'concluded',
        },
        'close-unfiled': {
          event: 'clue-not-filed',
          title: { zh: '不予立案', en: 'Do not file' },
          by: 'receiver',
          reason: 'required',
          to: 'concluded',
        },
        'upgrade-to-transfer': {
          event: 'clue-upgraded',
          title: { zh: '转为涉嫌犯罪案件移送', en: 'Upgrade to a transfer' },
          by: 'receiver',
          officers: 2,
          to: 'concluded',
          opens: { procedure: 'criminal-transfer', roles: { sender: 'receiver' } },
        },
        'give-feedback': {
          event: 'feedback-given',
          title: { zh: '反馈阶段情况', en: 'Give interim feedback' },
          by: 'receiver',
        },
      },
    },
    concluded: {
      title: { zh: '已有结论,待反馈', en: 'Concluded, feedback due' },
      on: {
        'give-final-feedback': {
          event: 'final-feedback-given',
          title: { zh: '反馈结果', en: 'Give final feedback' },
          by: 'receiver',
          to: 'feedback-given',
        },
      },
    },
    merged: {
      title: { zh: '已并案', en: 'Merged' },
      on: {
        'give-final-feedback': {
          event: 'final-feedback-given',
          title: { zh: '反馈结果', en: 'Give final feedback' },
          by: 'receiver',
          to: 'feedback-given',
        },
      },
    },
    noted: {
      title: { zh: '已知悉', en: 'Noted' },
      on: {
        'give-final-feedback': {
          event: 'final-feedback-given',
          title: { zh: '反馈结果', en: 'Give final feedback' },
          by: 'receiver',
          to: 'feedback-given',
        },
        'close-clue': {
          event: 'clue-closed',
          title: { zh: '办结', en: 'Close' },
          by: 'sender',
          to: 'closed',
        },
      },
    },
    'feedback-given': {
      title: { zh: '已反馈', en: 'Feedback given' },
      on: {
        'close-clue': {
          event: 'clue-closed',
          title: { zh: '办结', en: 'Close' },
          by: 'sender',
          to: 'closed',
        },
        'object-to-result': {
          event: 'result-objected',
          title: { zh: '对结果提出异议', en: 'Object to the result' },
          by: 'sender',
          reason: 'required',
          to: 'objected',
        },
      },
    },
    objected: {
      title: { zh: '有异议,会商中', en: 'Objected, in consultation' },
      on: {
        'give-final-feedback': {
          event: 'final-feedback-given',
          title: { zh: '会商后反馈', en: 'Feedback after consultation' },
          by: 'receiver',
          to: 'feedback-given',
        },
        'close-clue': {
          event: 'clue-closed',
          title: { zh: '办结', en: 'Close' },
          by: 'sender',
          to: 'closed',
        },
      },
    },
    closed: { title: { zh: '已办结', en: 'Closed' }, terminal: true },
  },
  clocks: {
    'agr-clue-acknowledge': {
      startsOn: ['send-clue', 'reroute-clue', 'designate-receiver'],
      stopsOn: ['acknowledge', 'return-clue'],
      obliges: 'receiver',
    },
    'agr-clue-triage': {
      startsOn: 'acknowledge',
      stopsOn: ['accept-clue', 'return-clue', 'merge-clue', 'note-for-information'],
      obliges: 'receiver',
    },
    'clue-verify': {
      // N4 14 counts from the day the material is received.
      startsOn: 'acknowledge',
      stopsOn: ['file-admin', 'close-unfiled', 'upgrade-to-transfer'],
      mootOn: ['return-clue', 'merge-clue', 'note-for-information'],
      extendsOn: ['extend-verification'],
      obliges: 'receiver',
    },
    'agr-clue-first-feedback': {
      startsOn: 'accept-clue',
      stopsOn: ['give-feedback', 'give-final-feedback'],
      obliges: 'receiver',
    },
    'agr-clue-final-feedback': {
      startsOn: 'accept-clue',
      stopsOn: ['give-final-feedback'],
      obliges: 'receiver',
    },
    'agr-clue-reroute': {
      startsOn: 'returned',
      stopsOn: ['reroute-clue', 'withdraw-clue'],
      obliges: 'sender',
    },
    'agr-clue-designation': {
      startsOn: 'awaiting-designation',
      stopsOn: 'designate-receiver',
      obliges: 'designator',
    },
    'agr-clue-sender-response': {
      startsOn: 'give-final-feedback',
      stopsOn: ['close-clue', 'object-to-result'],
      obliges: 'sender',
    },
    'agr-consultation-reply': {
      startsOn: 'object-to-result',
      stopsOn: 'give-final-feedback',
      mootOn: ['close-clue'],
      obliges: 'receiver',
    },
  },
});
