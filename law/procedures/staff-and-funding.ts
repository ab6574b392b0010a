// Results of supervision used where staff are assessed and money is given: performance, titles, budgets, inspections, agreements,
// payment (S2 3.1c, 3.4b; S0 3.5). Each receiver answers for itself; it decides by its own rules, and says why where it does not use one.
import { answerClocks } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { PENALTY_FELL } from '../penalty/fined.ts';

/** Wherever it stands, whoever told it puts it right; it is decided on anew. */
const PUT_RIGHT = { 'correct-result': 'received', 'withdraw-result': 'withdrawn' } as const;

export const staffAndFunding = defineProcedure({
  procedure: 'staff-and-funding',
  version: 1,
  inForce: { from: '2016-01-01' },
  title: ['监管结果与绩效、经费挂钩', 'Results for staff and funding'],
  basis: [
    { act: 'S0', article: '3.5' },
    { act: 'S2', article: '3.1c' },
    { act: 'S2', article: '3.4b' },
  ],
  roles: {
    sender: { title: ['监管部门', 'who supervises'], bodies: ['medical-insurance', 'insurance-agency'], cast: 'actor', side: 'sending', confirms: true },
    user: {
      title: ['结果运用部门', 'who uses the result'],
      bodies: ['health', 'human-resources', 'finance', 'insurance-agency', 'medical-insurance', 'development-reform', 'audit'],
      cast: 'to',
      side: 'receiving',
    },
  },
  fields: {
    resultUse: {
      kind: 'code',
      list: true,
      title: ['运用方向', 'what it is used for'],
      options: {
        performance: ['绩效考核', 'performance'],
        titles: ['职称评聘', 'professional titles'],
        budget: ['预算管理', 'budget'],
        inspection: ['检查稽核', 'inspection'],
        agreement: ['定点协议管理', 'agreement'],
        payment: ['基金拨付', 'payment'],
      },
    },
  },
  conditions: {
    'penalty-of-the-bureau-fell': {
      if: { marked: { mark: 'penalty-fell', procedure: 'insurance-penalty', of: 'subject' } },
      title: ['医疗保障行政处罚被撤销、变更的', 'where the penalty of the bureau was annulled or changed'],
      refusal: ['没有被撤销、变更的医疗保障行政处罚', 'No penalty of the bureau was annulled or changed'],
    },
  },
  papers: { 'result-letter': ['监管结果告知函', 'Letter with the result'] },
  commands: {
    'send-result': {
      event: 'supervision-result-sent',
      title: ['告知监管结果', 'Send the result'],
      by: 'sender',
      needs: ['to', 'resultUse'],
      papers: ['result-letter'],
      handsTo: 'user',
      passes: CASE_CONTENT,
    },
    'take-back-result': takenBack('sender', 'supervision-result-taken-back', ['收回监管结果', 'Take it back']),
    'receive-result': { event: 'supervision-result-received', title: ['签收监管结果', 'Sign for the result'], by: 'user', closesHandOff: 'received' },
    'return-result': sentBack('user', 'supervision-result-returned', ['退回', 'Return it']),
    'send-result-again': { event: 'supervision-result-sent-again', title: ['补充后再次告知', 'Send it again'], by: 'sender', handsTo: 'user', passes: CASE_CONTENT },
    'withdraw-result': { event: 'supervision-result-withdrawn', title: ['撤回', 'Withdraw it'], by: 'sender', reason: 'required', copyTo: ['user'] },
    'apply-result': { event: 'supervision-result-applied', title: ['决定运用', 'Decide to use it'], by: 'user' },
    'decline-result': { event: 'supervision-result-declined', title: ['不予运用并说明理由', 'Do not use it, with reasons'], by: 'user', reason: 'required' },
    'report-result-use': { event: 'result-use-reported', title: ['反馈运用情况', 'Report the use'], by: 'user' },
    // What rested on a decision that was changed later is undone by whoever used it.
    'correct-result': { event: 'supervision-result-corrected', title: ['更正监管结果', 'Correct the result'], by: 'sender', reason: 'required', copyTo: ['user'] },
  },
  results: ['report-result-use', 'decline-result', 'correct-result', 'withdraw-result'],
  opensOn: { 'send-result': 'sent' },
  per: 'receiver',
  states: {
    sent: {
      title: ['已告知，待签收', 'Sent'],
      on: { 'receive-result': 'received', 'return-result': 'returned', 'take-back-result': 'returned', ...PUT_RIGHT, 'correct-result': null },
    },
    returned: { title: ['已退回或者收回', 'Returned or taken back'], on: { 'send-result-again': 'sent', 'withdraw-result': 'withdrawn' } },
    received: {
      title: ['已签收，待决定运用', 'Received'],
      on: { 'apply-result': 'applying', 'decline-result': 'declined', 'return-result': 'returned', ...PUT_RIGHT },
    },
    applying: { title: ['运用中', 'In use'], on: { 'report-result-use': 'reported', ...PUT_RIGHT } },
    declined: { title: ['不予运用', 'Not used'], terminal: true },
    reported: { title: ['已反馈运用情况', 'Use reported'], on: { 'report-result-use': null, ...PUT_RIGHT } },
    withdrawn: { title: ['已撤回', 'Withdrawn'], terminal: true },
  },
  clocks: {
    ...answerClocks({
      owner: 'user',
      received: ['receive-result'],
      answers: ['report-result-use', 'decline-result'],
      ends: ['return-result', 'withdraw-result', 'correct-result'],
    }),
    'agr-hand-off-receipt': {
      startsOn: ['send-result', 'send-result-again'],
      stopsOn: ['receive-result', 'return-result'],
      obliges: 'user',
      mootOn: 'take-back-result',
      receipt: true,
    },
    'agr-result-use': {
      startsOn: 'received',
      stopsOn: ['apply-result', 'decline-result', 'return-result'],
      obliges: 'user',
      runsFrom: 'receipt',
    },
    // What was told of a penalty that fell or was changed is not left as it was told.
    'agr-result-correction': {
      startsOn: [],
      startsOnMark: PENALTY_FELL,
      again: 'anew',
      where: 'penalty-of-the-bureau-fell',
      stopsOn: ['correct-result', 'withdraw-result'],
      obliges: 'sender',
      runsFrom: 'receipt',
    },
    'agr-result-report': { startsOn: 'apply-result', stopsOn: 'report-result-use', obliges: 'user', mootOn: 'correct-result' },
  },
  report: {
    counts: [
      { id: 'results-sent', title: ['监管结果告知', 'Results sent'], of: 'send-result' },
      { id: 'results-used', title: ['监管结果运用', 'Results used'], of: 'apply-result' },
      { id: 'results-not-used', title: ['监管结果未予运用', 'Results not used'], of: 'decline-result' },
    ],
    durations: [{ id: 'result-use', title: ['告知至反馈运用情况', 'Sent to use reported'], from: ['send-result', 'send-result-again'], to: 'report-result-use' }],
  },
});
