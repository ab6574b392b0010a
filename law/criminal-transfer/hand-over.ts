// The hand-over to the police and the receipt for it (O310 6, 7).
import { DISCIPLINE_COPY } from '../discipline-copy.ts';
import { HANDED_OVER } from '../hand-over-ends.ts';
import type { Part } from '../part.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { AMOUNT_BAND_NAMES } from '../shared-fields.ts';
import { CRIMINAL_OPEN } from './criminal-open.ts';

export const HAND_OVER = {
  conditions: {
    'receipt-is-overdue': {
      if: { overdue: ['agr-hand-off-receipt'] },
      title: ['逾期未签收后', 'once the receipt is overdue'],
      refusal: ['约定的签收期限尚未届满', 'The receipt is not overdue yet'],
    },
    'not-signed-for': {
      if: { never: { command: 'sign-receipt', since: 'hand-over' } },
      title: ['公安机关签收前', 'until the police have signed for it'],
      refusal: ['公安机关已签收，不得收回', 'The police have signed for it; it can no longer be taken back'],
    },
  },
  commands: {
    'hand-over': {
      event: 'handed-over',
      title: ['移交公安机关', 'Hand over to the police'],
      by: 'sender',
      papers: ['transfer-letter', 'investigation-report', 'property-list'],
      takes: AMOUNT_BAND_NAMES,
      copyTo: ['supervisor'],
      copyWhere: DISCIPLINE_COPY.copyWhere,
      leaves: [HANDED_OVER],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'take-back-transfer': {
      event: 'transfer-taken-back',
      title: ['收回误送的移送', 'Take the hand-over back'],
      by: 'sender',
      copyTo: ['supervisor'],
      closesHandOff: 'taken-back',
      lifts: [HANDED_OVER],
      when: 'not-signed-for',
    },
    'sign-receipt': {
      event: 'receipt-signed',
      title: ['签收回执', 'Sign the receipt'],
      by: 'receiver',
      closesHandOff: 'received',
    },
    'refuse-receipt': {
      event: 'receipt-refused',
      title: ['拒收', 'Refuse the receipt'],
      by: 'receiver',
      reason: 'required',
      copyTo: ['supervisor'],
      closesHandOff: 'returned',
    },
  },
  states: {
    delivered: {
      title: ['已送达，待签收', 'Delivered, receipt pending'],
      marks: CRIMINAL_OPEN,
      on: {
        'sign-receipt': 'accepted',
        'refuse-receipt': 'receipt-refused',
        'take-back-transfer': 'approved-for-handover',
        // O310 7: they must accept it; who does not sign puts off no supervision.
        'request-supervision': {
          to: null,
          when: ['receipt-is-overdue', 'no-supervision-open'],
          title: ['逾期未签收，建议立案监督', 'Receipt overdue: propose filing supervision'],
        },
      },
    },
    'receipt-refused': {
      title: ['被拒收', 'Receipt refused'],
      marks: CRIMINAL_OPEN,
      on: {
        'hand-over': { to: 'delivered', title: ['再次移交公安机关', 'Hand over to the police again'] },
        'sign-receipt': 'accepted',
        'file-case': 'filed',
        'request-supervision': { to: null, when: 'no-supervision-open' },
      },
    },
  },
  clocks: {
    'fwd-handover': {
      startsOn: 'approve-transfer',
      stopsOn: 'hand-over',
      obliges: 'sender',
      mootOn: 'withdraw-approval',
      reopensOn: 'take-back-transfer',
    },
    'fwd-copy-procuratorate': {
      startsOn: 'approve-transfer',
      stopsOn: 'hand-over',
      obliges: 'sender',
      mootOn: 'withdraw-approval',
      reaches: 'supervisor',
      reopensOn: 'take-back-transfer',
    },
    // A refusal is not what O310 7 asks for: the duty stays.
    'fwd-receipt-sign': {
      startsOn: ['hand-over', 'forward-to-competent-police'],
      stopsOn: 'sign-receipt',
      obliges: 'receiver',
      mootOn: ['file-case', 'take-back-transfer'],
      escalatesOn: 'refuse-receipt',
    },
    'agr-hand-off-receipt': {
      startsOn: ['hand-over', 'forward-to-competent-police', 'move-jurisdiction'],
      stopsOn: ['sign-receipt', 'refuse-receipt', 'receive-moved-case'],
      obliges: 'receiver',
      mootOn: ['withdraw-case', 'take-back-transfer'],
      receipt: true,
    },
  },
} as const satisfies Part;
