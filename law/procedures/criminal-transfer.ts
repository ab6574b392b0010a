// Transfer of a suspected crime from an administrative organ to the police: sending side, receiving side, and what may
// follow a refusal to file. The course of the criminal case itself is tracked, not driven, once it is filed.
// Rank `head` where the law wants the approval of one person: the principal of the organ (O310 5(2)), the head of a police organ of
// county level or above (GA127 175, 178, 184, 187, read in a copy of the text), the chief procurator (JG2019 557(3), likewise).
// Each stage stands in a file of its own (law/criminal-transfer/); here is what they have in common.
import { administrativeOrgans } from '../administrative-organs.ts';
import { APPROVAL } from '../criminal-transfer/approval.ts';
import { CRIMINAL_OPEN } from '../criminal-transfer/criminal-open.ts';
import { FILED } from '../criminal-transfer/filed.ts';
import { FILING } from '../criminal-transfer/filing.ts';
import { FILING_REVIEW } from '../criminal-transfer/filing-review.ts';
import { GIVEN_BACK } from '../criminal-transfer/given-back.ts';
import { HAND_OVER } from '../criminal-transfer/hand-over.ts';
import { INTAKE } from '../criminal-transfer/intake.ts';
import { NOT_FILED } from '../criminal-transfer/not-filed.ts';
import { PENALTY_COPY } from '../criminal-transfer/penalty-copy.ts';
import { AS_WHO_WAS_SENT, SENT_FOR_PROSECUTION } from '../criminal-transfer/sent-for-prosecution.ts';
import { SUSPICION } from '../criminal-transfer/suspicion.ts';
import { defineProcedure } from '../define-procedure.ts';
import { DISCIPLINE_COPY } from '../discipline-copy.ts';
import { ONE_PROCESS } from '../one-process.ts';
import { FILED_ONCE, ONE_TRANSFER } from '../one-transfer.ts';
import { takesBackLeadOf, takesUpPenaltyOf } from '../opens-penalty.ts';
import { ADMIN_LIABILITY, AMOUNT_BANDS, NOTICE_TYPE, OBVIOUS, PENALTY_DECIDED_ON, REPLY_BY, TOPIC } from '../shared-fields.ts';

export const criminalTransfer = defineProcedure({
  procedure: 'criminal-transfer',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['涉嫌犯罪案件移送', 'Transfer of a suspected crime'],
  // Drug regulators transfer under an act of their own (YP41); no number of days of it was seen, so O310's run for them as well.
  basis: [{ act: 'O310' }, { act: 'YB49', article: '3' }, { act: 'GA127', article: '180' }, { act: 'YP41' }],
  roles: {
    sender: { title: ['移送机关', 'sender'], bodies: administrativeOrgans, cast: 'actor', side: 'sending' },
    receiver: {
      title: ['公安机关', 'police'],
      bodies: ['public-security'],
      cast: 'routing',
      side: 'receiving',
      confirms: true,
      keepsFormer: ['原受理公安机关', 'police that held it before'],
    },
    supervisor: { title: ['检察机关', 'procuratorate'], bodies: ['procuratorate'], cast: 'routing', confirms: true },
    discipline: DISCIPLINE_COPY.role,
  },
  fields: {
    ...AMOUNT_BANDS,
    obvious: OBVIOUS,
    penaltyDecidedOn: PENALTY_DECIDED_ON,
    complainant: { kind: 'flag', title: ['有控告人', 'there is a complainant'] },
    adminLiability: ADMIN_LIABILITY,
    replyBy: REPLY_BY,
    topic: TOPIC,
    noticeType: NOTICE_TYPE,
  },
  papers: SENT_FOR_PROSECUTION.papers,
  conditions: {
    ...takesUpPenaltyOf('sender'),
    ...takesBackLeadOf('sender'),
    ...DISCIPLINE_COPY.conditions,
    ...ONE_TRANSFER,
    ...FILED_ONCE,
    ...ONE_PROCESS,
    ...APPROVAL.conditions,
    ...HAND_OVER.conditions,
    ...FILING.conditions,
    ...FILED.conditions,
    ...SENT_FOR_PROSECUTION.conditions,
    ...GIVEN_BACK.conditions,
    ...NOT_FILED.conditions,
  },
  commands: {
    ...SUSPICION.commands,
    ...APPROVAL.commands,
    ...HAND_OVER.commands,
    ...FILING.commands,
    ...INTAKE.commands,
    ...FILING_REVIEW.commands,
    ...FILED.commands,
    ...SENT_FOR_PROSECUTION.commands,
    ...GIVEN_BACK.commands,
    ...NOT_FILED.commands,
    ...PENALTY_COPY.commands,
  },
  results: ['file-case', 'refuse-filing', 'file-after-reconsideration', 'uphold-non-filing', 'withdraw-case', 'send-for-prosecution'],
  opensOn: { 'suspect-crime': 'team-formed' },
  states: {
    ...SUSPICION.states,
    ...APPROVAL.states,
    ...HAND_OVER.states,
    ...INTAKE.states,
    ...FILING_REVIEW.states,
    ...FILED.states,
    ...SENT_FOR_PROSECUTION.states,
    ...GIVEN_BACK.states,
    ...NOT_FILED.states,
    // What one department still owes another ends with no end of the proceeding (GA127 178, 184; GJ2006 1).
    'back-to-admin': {
      title: ['退回行政处理', 'Back to the administrative organ'],
      terminal: true,
      on: { 'serve-complainant': null, 'notify-jurisdiction-change': null, 'send-penalty-copy': null },
    },
    'sent-for-prosecution': {
      title: ['已移送审查起诉', 'Sent for prosecution'],
      terminal: true,
      marks: CRIMINAL_OPEN,
      marksPassTo: AS_WHO_WAS_SENT,
      on: { 'note-criminal-end': null, 'notify-jurisdiction-change': null, 'send-penalty-copy': null },
    },
    closed: { title: ['已结案', 'Closed'], terminal: true, on: { 'record-penalty': null, 'send-penalty-copy': null } },
  },
  always: { 'record-penalty': null, 'send-penalty-copy': null },
  clocks: {
    ...SUSPICION.clocks,
    ...PENALTY_COPY.clocks,
    ...APPROVAL.clocks,
    ...HAND_OVER.clocks,
    ...INTAKE.clocks,
    ...FILING_REVIEW.clocks,
    ...NOT_FILED.clocks,
    ...FILED.clocks,
    ...GIVEN_BACK.clocks,
  },
  report: {
    counts: [
      { id: 'transfers', title: ['案件移送', 'Transfers'], of: 'hand-over' },
      { id: 'filings', title: ['公安立案', 'Filed by the police'], of: ['file-case', 'file-after-reconsideration'] },
      { id: 'non-filings', title: ['不予立案', 'Not filed'], of: 'refuse-filing' },
    ],
    durations: [
      {
        id: 'head-decision',
        title: ['移送报告至负责人审批', 'Transfer report to the head’s decision'],
        from: 'submit-transfer-report',
        to: ['approve-transfer', 'refuse-transfer', 'return-report'],
      },
      { id: 'hand-over', title: ['批准移送至移交公安', 'Approval to hand-over'], from: 'approve-transfer', to: 'hand-over' },
      { id: 'receipt', title: ['移交至公安签收', 'Hand-over to receipt'], from: ['hand-over', 'forward-to-competent-police'], to: 'sign-receipt' },
      { id: 'filing-decision', title: ['签收至立案或不予立案决定', 'Receipt to the decision on filing'], from: 'sign-receipt', to: ['file-case', 'refuse-filing'] },
    ],
    attention: [{ id: 'receipt-refused', title: ['被拒收', 'Receipt refused'], when: { state: 'receipt-refused' } }],
  },
});
