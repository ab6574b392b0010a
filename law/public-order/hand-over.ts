// To the police and until they file it, or say why it is no violation (ZA 90): there is no review of filing.
import { takenBack } from '../hand-over-ends.ts';
import type { Part } from '../part.ts';
import { CASE_CONTENT } from '../passed-on.ts';

export const HAND_OVER = {
  papers: {
    'public-order-letter': ['违反治安管理案件移送书', 'Letter of transfer of a public-order case'],
    'public-order-filing': ['治安案件立案告知书', 'Notice that the public-order case is filed'],
    'not-a-violation-notice': ['不属于违反治安管理行为告知书', 'Notice that it is no violation'],
  },
  commands: {
    'transfer-public-order-case': {
      event: 'public-order-case-transferred',
      title: ['移送违反治安管理案件', 'Hand a public-order case to the police'],
      by: 'sender',
      officers: 2,
      papers: ['public-order-letter'],
      handsTo: 'police',
      passes: CASE_CONTENT,
    },
    'take-back-public-order-case': takenBack('sender', 'public-order-case-taken-back', [
      '收回误送的治安案件',
      'Take it back',
    ]),
    'transfer-public-order-case-again': {
      event: 'public-order-case-transferred-again',
      title: ['再次移送违反治安管理案件', 'Hand it to the police again'],
      by: 'sender',
      papers: ['public-order-letter'],
      handsTo: 'police',
      passes: CASE_CONTENT,
    },
    'drop-public-order-transfer': {
      event: 'public-order-transfer-dropped',
      title: ['不再移送，自行处理', 'Drop the transfer'],
      by: 'sender',
      reason: 'required',
    },
    'sign-for-public-order-case': {
      event: 'public-order-case-signed-for',
      title: ['签收治安案件', 'Sign for it'],
      by: 'police',
      closesHandOff: 'received',
    },
    'return-public-order-case': {
      event: 'public-order-case-returned',
      title: ['不属公安职责，退回', 'Return it: not for the police'],
      by: 'police',
      reason: 'required',
      closesHandOff: 'returned',
      copyTo: ['sender'],
    },
    // JBA 8(2): the sender is told; GA125 61(2).
    'forward-public-order-case': {
      event: 'public-order-case-forwarded',
      title: ['移送有管辖权的公安机关', 'Pass to the competent police'],
      by: 'police',
      rank: 'head',
      reason: 'required',
      needs: ['to'],
      copyTo: ['sender'],
      handsTo: 'police',
      passes: CASE_CONTENT,
    },
    'file-public-order-case': {
      event: 'public-order-case-filed',
      title: ['治安案件立案', 'File the public-order case'],
      by: 'police',
      papers: ['public-order-filing'],
      copyTo: ['sender'],
    },
    'find-no-violation': {
      event: 'no-violation-found',
      title: ['告知不属于违反治安管理行为', 'Say that it is no violation'],
      by: 'police',
      reason: 'required',
      papers: ['not-a-violation-notice'],
      copyTo: ['sender'],
    },
  },
  states: {
    'handed-to-police': {
      title: ['已移送，待签收', 'Handed over, to be signed for'],
      on: {
        'sign-for-public-order-case': 'signed-for',
        'return-public-order-case': 'sent-back',
        'take-back-public-order-case': 'sent-back',
      },
    },
    'sent-back': {
      title: ['已退回或者收回', 'Returned or taken back'],
      on: {
        'transfer-public-order-case-again': 'handed-to-police',
        'drop-public-order-transfer': 'transfer-dropped',
      },
    },
    'signed-for': {
      title: ['已签收，待立案', 'Signed for, to be filed'],
      on: {
        'file-public-order-case': 'public-order-investigation',
        'find-no-violation': 'no-violation',
        'return-public-order-case': 'sent-back',
        'forward-public-order-case': 'handed-to-police',
        'note-competence-unclear': null,
      },
    },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: [
        'transfer-public-order-case',
        'transfer-public-order-case-again',
        'forward-public-order-case',
      ],
      stopsOn: ['sign-for-public-order-case', 'return-public-order-case'],
      obliges: 'police',
      mootOn: 'take-back-public-order-case',
      receipt: true,
    },
    'po-filing': {
      startsOn: 'sign-for-public-order-case',
      stopsOn: ['file-public-order-case', 'find-no-violation'],
      obliges: 'police',
      mootOn: ['return-public-order-case', 'forward-public-order-case'],
    },
    'po-forward': {
      startsOn: 'sign-for-public-order-case',
      stopsOn: 'forward-public-order-case',
      obliges: 'police',
      mootOn: ['file-public-order-case', 'find-no-violation', 'return-public-order-case'],
      window: true,
    },
  },
} as const satisfies Part;
