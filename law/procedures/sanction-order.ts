// The letter of joint sanctions and its receipt (S0 3.5c): each member carries out what is within its powers and says so, or declines with
// reasons; what it carried out it undoes once the letter is lifted.
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { SANCTION_ITEMS } from '../shared-fields.ts';

export const sanctionOrder = defineProcedure({
  procedure: 'sanction-order',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['联合惩戒执行', 'Sanctions of a member'],
  basis: [
    { act: 'O735', article: '33' },
    { act: 'S0', article: '3.5c' },
  ],
  roles: {
    credit: { title: ['信用建设牵头部门', 'credit department'], bodies: ['development-reform'], cast: 'actor', side: 'sending', confirms: true },
    member: { title: ['成员单位', 'member'], cast: 'to', side: 'receiving' },
  },
  fields: { sanctionItems: SANCTION_ITEMS },
  papers: {
    'sanction-order': ['联合惩戒函', 'Letter of joint sanctions'],
    'sanction-receipt': ['联合惩戒执行回执', 'Receipt of what was carried out'],
  },
  commands: {
    'order-sanction': {
      event: 'sanction-ordered',
      title: ['发出联合惩戒函', 'Order the sanctions'],
      by: 'credit',
      papers: ['sanction-order'],
      needs: ['to', 'sanctionItems'],
      handsTo: 'member',
      passes: CASE_CONTENT,
    },
    'take-back-sanction-order': takenBack('credit', 'sanction-order-taken-back', ['收回误送的惩戒函', 'Take back what was sent by mistake']),
    'sign-sanction-order': { event: 'sanction-order-signed-for', title: ['签收', 'Sign for it'], by: 'member', closesHandOff: 'received' },
    'return-sanction-order': sentBack('member', 'sanction-order-returned', ['不属本单位职责，退回', 'Return it: not within its powers']),
    'report-sanction': {
      event: 'sanction-reported',
      title: ['执行并送交回执', 'Carry it out and send the receipt'],
      by: 'member',
      papers: ['sanction-receipt'],
      needs: ['sanctionItems'],
      copyTo: ['credit'],
    },
    'decline-sanction': {
      event: 'sanction-declined',
      title: ['说明不予执行的理由', 'Say why nothing is carried out'],
      by: 'member',
      rank: 'head',
      reason: 'required',
      copyTo: ['credit'],
    },
    'lift-sanction': { event: 'sanction-lifted', title: ['解除惩戒', 'Lift the sanctions'], by: 'credit', reason: 'required', copyTo: ['member'] },
    'confirm-lifted': { event: 'sanction-ended', title: ['停止执行并回复', 'Undo them and say so'], by: 'member', copyTo: ['credit'] },
  },
  results: ['report-sanction', 'confirm-lifted'],
  opensOn: { 'order-sanction': 'sanction-sent' },
  per: 'receiver',
  states: {
    'sanction-sent': {
      title: ['已发出，待签收', 'Sent, to be signed for'],
      on: {
        'sign-sanction-order': 'sanction-signed',
        'return-sanction-order': 'sanction-returned',
        'take-back-sanction-order': 'sanction-taken-back',
        'lift-sanction': 'sanction-over',
      },
    },
    'sanction-signed': {
      title: ['已签收，待执行', 'Signed for, to be carried out'],
      on: {
        'report-sanction': 'sanction-in-force',
        'decline-sanction': 'sanction-not-carried-out',
        'return-sanction-order': 'sanction-returned',
        'lift-sanction': 'sanction-over',
      },
    },
    'sanction-in-force': { title: ['惩戒中', 'In force'], on: { 'report-sanction': null, 'lift-sanction': 'to-be-undone' } },
    'to-be-undone': { title: ['已解除，待停止执行', 'Lifted, to be undone'], owed: true, on: { 'confirm-lifted': 'sanction-over' } },
    'sanction-returned': { title: ['已退回', 'Returned'], terminal: true },
    'sanction-taken-back': { title: ['已收回', 'Taken back'], terminal: true },
    'sanction-not-carried-out': { title: ['不予执行', 'Declined'], terminal: true },
    'sanction-over': { title: ['惩戒已解除', 'Over'], terminal: true },
  },
  clocks: {
    'agr-hand-off-receipt': {
      startsOn: 'order-sanction',
      stopsOn: ['sign-sanction-order', 'return-sanction-order'],
      obliges: 'member',
      mootOn: ['take-back-sanction-order', 'lift-sanction'],
      receipt: true,
    },
    'agr-sanction-receipt': {
      startsOn: 'order-sanction',
      stopsOn: ['report-sanction', 'decline-sanction', 'return-sanction-order'],
      obliges: 'member',
      mootOn: ['take-back-sanction-order', 'lift-sanction'],
      runsFrom: 'receipt',
    },
    'agr-sanction-undone': { startsOn: 'to-be-undone', stopsOn: 'confirm-lifted', obliges: 'member', runsFrom: 'receipt' },
  },
  report: {
    counts: [
      { id: 'sanctions-ordered', title: ['联合惩戒函', 'Letters of joint sanctions'], of: 'order-sanction' },
      { id: 'sanctions-carried-out', title: ['联合惩戒已执行', 'Sanctions carried out'], of: 'report-sanction' },
    ],
    durations: [{ id: 'sanction-receipt', title: ['惩戒函至执行回执', 'Letter to receipt'], from: ['order-sanction'], to: 'report-sanction' }],
  },
});
