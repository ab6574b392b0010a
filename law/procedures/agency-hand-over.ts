// Between the agency and the bureau, either way: what needs a penalty goes to the bureau, what is a matter of the agreement goes to the
// agency, with reasons and a receipt (JY 44, O735 22, N2 49, N3 46; S0 4.2a, S2 4.1b).
import { bureauVerificationClock } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';

export const agencyHandOver = defineProcedure({
  procedure: 'agency-hand-over',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['行政监管与经办稽核衔接移交', 'Hand-over between agency and bureau'],
  basis: [
    { act: 'JY', article: '44' },
    { act: 'N2', article: '49' },
    { act: 'N3', article: '46' },
    { act: 'S0', article: '4.2a' },
    { act: 'S2', article: '4.1b' },
  ],
  roles: {
    sender: { title: ['移交方', 'sender'], bodies: ['insurance-agency', 'medical-insurance'], cast: 'actor', side: 'sending', confirms: true },
    // One is the agency, the other the bureau of its place: between two bureaus N4 12(2) has no way but the common superior.
    receiver: {
      title: ['接收方', 'receiver'],
      bodies: ['insurance-agency', 'medical-insurance'],
      side: 'receiving',
      counterpartOf: 'sender',
    },
  },
  conditions: {
    ...filesPenaltyOf('receiver'),
    'receiver-is-the-agency': {
      if: { role: { role: 'receiver', bodies: ['insurance-agency'] } },
      title: ['接收方为经办机构时', 'where the agency received it'],
      refusal: ['协议处理由经办机构作出', 'Only the agency handles a breach under the agreement'],
    },
    'receiver-is-the-bureau': {
      if: { role: { role: 'receiver', bodies: ['medical-insurance'] } },
      title: ['接收方为医疗保障行政部门时', 'where the bureau received it'],
      refusal: ['行政处罚由医疗保障行政部门作出', 'Only the bureau penalises'],
    },
  },
  commands: {
    'note-matter': { event: 'matter-noted', title: ['发现应由对方处理的事项', 'Note what is for the other side'], by: 'sender', needs: ['summary'] },
    'hand-over-matter': {
      event: 'matter-handed-over',
      title: ['移交事项并说明理由', 'Hand the matter over, with reasons'],
      by: 'sender',
      reason: 'required',
      needs: ['to'],
      papers: ['matter-handover-letter'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'take-back-matter': takenBack('sender', 'matter-taken-back', ['收回移交', 'Take it back']),
    'receive-matter': { event: 'matter-received', title: ['签收移交事项', 'Sign for it'], by: 'receiver', closesHandOff: 'received' },
    'accept-matter': { event: 'matter-accepted', title: ['受理移交事项', 'Accept it'], by: 'receiver' },
    'return-matter': sentBack('receiver', 'matter-returned', ['退回并说明理由', 'Return it with reasons']),
    // N2 49(4), N3 46(4): facts that are not clear.
    'ask-for-supplement': { event: 'matter-supplement-asked', title: ['要求补充材料', 'Ask for more material'], by: 'receiver', reason: 'required' },
    'supply-material': { event: 'matter-material-supplied', title: ['补充材料', 'Supply the material'], by: 'sender' },
    'handle-by-agreement': {
      event: 'matter-handled-by-agreement',
      title: ['转入协议处理', 'Take it into the handling under the agreement'],
      by: 'receiver',
      when: 'receiver-is-the-agency',
      opens: { procedure: 'agreement-handling', command: 'open-agreement-handling', roles: { agency: 'receiver', bureau: 'sender' } },
    },
    'take-into-penalty': {
      event: 'matter-taken-into-penalty',
      title: ['行政立案，转入行政处罚程序', 'File it as a penalty case'],
      by: 'receiver',
      officers: 2,
      when: 'receiver-is-the-bureau',
      opens: opensPenaltyOf('receiver'),
    },
    'extend-matter-verification': {
      event: 'matter-verification-extended',
      title: ['批准延长核查期限', 'Prolong the verification'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'receiver-is-the-bureau',
    },
    'take-no-action': { event: 'matter-not-pursued', title: ['不予处理并说明理由', 'Do nothing, with reasons'], by: 'receiver', reason: 'required' },
    'tell-matter-result': { event: 'matter-result-told', title: ['反馈处理结果', 'Tell the result'], by: 'receiver' },
    'withdraw-matter': { event: 'matter-withdrawn', title: ['撤回移交事项', 'Withdraw the matter'], by: 'sender', reason: 'required' },
    'close-matter': { event: 'matter-closed', title: ['确认结果并办结', 'Close the matter'], by: 'sender' },
    'object-to-matter-result': { event: 'matter-result-objected', title: ['对结果提出异议', 'Object to the result'], by: 'sender', reason: 'required' },
  },
  papers: { 'matter-handover-letter': ['案件线索移交函', 'Letter of hand-over'] },
  results: ['tell-matter-result'],
  opensOn: { 'note-matter': 'noted' },
  states: {
    noted: { title: ['待移交', 'To be handed over'], on: { 'hand-over-matter': 'sent', 'withdraw-matter': 'withdrawn' } },
    sent: { title: ['已移交，待签收', 'Handed over'], on: { 'receive-matter': 'received', 'return-matter': 'returned', 'take-back-matter': 'noted' } },
    received: {
      title: ['已签收，待受理', 'Received'],
      on: { 'accept-matter': 'accepted', 'return-matter': 'returned', 'ask-for-supplement': 'supplement-asked' },
    },
    'supplement-asked': { title: ['待补充材料', 'More material asked for'], on: { 'supply-material': 'received', 'withdraw-matter': 'withdrawn' } },
    returned: { title: ['已退回', 'Returned'], on: { 'hand-over-matter': 'sent', 'withdraw-matter': 'withdrawn' } },
    accepted: {
      title: ['已受理，处理中', 'Accepted'],
      on: { 'extend-matter-verification': null, 'handle-by-agreement': 'taken-up', 'take-into-penalty': 'taken-up', 'take-no-action': 'concluded' },
    },
    'taken-up': { title: ['已转入办理程序', 'Taken up'], on: { 'tell-matter-result': 'result-told' } },
    concluded: { title: ['不予处理，待反馈', 'Not pursued, to be told'], on: { 'tell-matter-result': 'result-told' } },
    'result-told': { title: ['已反馈结果', 'Result told'], on: { 'close-matter': 'closed', 'object-to-matter-result': 'accepted' } },
    withdrawn: { title: ['已撤回', 'Withdrawn'], terminal: true },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'hov-hand-over': { startsOn: 'note-matter', stopsOn: 'hand-over-matter', obliges: 'sender', mootOn: 'withdraw-matter' },
    'agr-hand-off-receipt': {
      startsOn: 'hand-over-matter',
      stopsOn: ['receive-matter', 'return-matter'],
      obliges: 'receiver',
      mootOn: 'take-back-matter',
      receipt: true,
    },
    'agr-handover-acceptance': {
      startsOn: ['receive-matter', 'supply-material'],
      stopsOn: ['accept-matter', 'return-matter', 'ask-for-supplement'],
      obliges: 'receiver',
    },
    // N4 14, of the bureau alone: from receipt, whatever more is asked for.
    ...bureauVerificationClock({
      receiver: 'receiver',
      sends: ['hand-over-matter'],
      decides: ['take-into-penalty', 'take-no-action'],
      ends: ['return-matter', 'take-back-matter', 'withdraw-matter'],
      prolongs: 'extend-matter-verification',
    }),
    'agr-handover-supplement': { startsOn: 'ask-for-supplement', stopsOn: 'supply-material', obliges: 'sender', mootOn: 'withdraw-matter', runsFrom: 'receipt' },
    'agr-handover-resend': { startsOn: 'returned', stopsOn: ['hand-over-matter', 'withdraw-matter'], obliges: 'sender' },
    'agr-handover-result': { startsOn: 'accept-matter', stopsOn: 'tell-matter-result', obliges: 'receiver' },
  },
  report: {
    counts: [
      { id: 'agency-hand-overs', title: ['经办与行政移交', 'Hand-overs between agency and bureau'], of: 'hand-over-matter' },
      { id: 'agency-hand-overs-returned', title: ['移交被退回', 'Handed back'], of: 'return-matter' },
    ],
    durations: [{ id: 'agency-hand-over', title: ['移交至反馈结果', 'Hand-over to result'], from: 'hand-over-matter', to: 'tell-matter-result' }],
  },
});
