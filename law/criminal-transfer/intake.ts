// What the police have signed for, before they review it: papers that are missing, another police organ that is competent, or no police
// matter at all (GA127 175, 180; O310 7).
import { opensLeadOf } from '../opens-penalty.ts';
import type { Part } from '../part.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { CRIMINAL_OPEN } from './criminal-open.ts';
import { ONCE_OVERDUE, ONCE_SUPERVISED } from './filing.ts';

export const INTAKE = {
  commands: {
    'request-supplement': {
      event: 'supplement-requested',
      title: ['通知补正材料', 'Ask for missing papers'],
      by: 'receiver',
      papers: ['supplement-notice'],
    },
    'forward-to-competent-police': {
      event: 'forwarded-to-competent-police',
      title: ['移送有管辖权的公安机关', 'Pass to the competent police'],
      by: 'receiver',
      rank: 'head',
      papers: ['jurisdiction-transfer-notice'],
      reason: 'required',
      needs: ['to'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'return-not-police-matter': {
      event: 'returned-not-police-matter',
      title: ['不属于公安机关职责，退回', 'Return: not a police matter'],
      by: 'receiver',
      papers: ['return-notice'],
      reason: 'required',
    },
    'take-urgent-measures': {
      event: 'urgent-measures-taken',
      title: ['采取紧急措施', 'Take urgent measures'],
      by: 'receiver',
    },
    'start-review': {
      event: 'review-started',
      title: ['开始立案审查', 'Start the filing review'],
      by: 'receiver',
    },
    supplement: { event: 'supplemented', title: ['补正材料', 'Supply the missing papers'], by: 'sender' },
    'explain-supplement': {
      event: 'supplement-explained',
      title: ['说明不能补正', 'Explain what cannot be supplied'],
      by: 'sender',
      reason: 'required',
    },
    reroute: {
      event: 'rerouted',
      title: ['转送其他部门', 'Send to another department'],
      by: 'sender',
      needs: ['to', 'topic', 'summary'],
      takes: ['noticeType', 'replyBy'],
      opens: { procedure: 'clue-notice', command: 'send-clue', roles: { sender: 'sender' } },
    },
    'close-returned': {
      event: 'returned-transfer-closed',
      title: ['自行处理并结案', 'Deal with it and close'],
      by: 'sender',
      opens: opensLeadOf('sender'),
    },
  },
  states: {
    accepted: {
      title: ['已接受', 'Accepted'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': ONCE_OVERDUE,
        'request-supplement': 'supplement-pending',
        'forward-to-competent-police': 'delivered',
        'return-not-police-matter': 'returned-not-police-matter',
        'take-urgent-measures': null,
        'start-review': 'under-filing-review',
      },
    },
    'supplement-pending': {
      title: ['待补正', 'Supplement pending'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': ONCE_OVERDUE,
        'forward-to-competent-police': 'delivered',
        'start-review': { to: 'under-filing-review', title: ['依现有材料审查', 'Review on what there is'] },
        supplement: 'under-filing-review',
        'explain-supplement': 'under-filing-review',
      },
    },
    // JG2019 557(1): an organ may hold that the police should have filed, whatever they called it.
    'returned-not-police-matter': {
      title: ['不属公安职责，已退回', 'Returned, not a police matter'],
      marks: CRIMINAL_OPEN,
      on: {
        reroute: { to: 'closed', ...ONCE_SUPERVISED },
        'close-returned': { to: 'closed', ...ONCE_SUPERVISED },
        'request-supervision': { to: null, when: 'no-supervision-open' },
      },
    },
  },
  clocks: {
    'fwd-supplement-notice': {
      startsOn: 'sign-receipt',
      stopsOn: 'request-supplement',
      obliges: 'receiver',
      mootOn: ['start-review', 'forward-to-competent-police', 'return-not-police-matter', 'file-case'],
      window: true,
    },
    'fwd-no-jurisdiction-police': {
      startsOn: 'sign-receipt',
      stopsOn: 'forward-to-competent-police',
      obliges: 'receiver',
      mootOn: ['start-review', 'request-supplement', 'return-not-police-matter', 'file-case'],
      window: true,
    },
    'fwd-supplement': {
      startsOn: 'request-supplement',
      stopsOn: ['supplement', 'explain-supplement'],
      obliges: 'sender',
      mootOn: ['start-review', 'file-case', 'forward-to-competent-police'],
      runsFrom: 'receipt',
    },
  },
} as const satisfies Part;
