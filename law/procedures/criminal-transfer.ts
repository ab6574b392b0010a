// Transfer of a suspected crime from an administrative organ to the police: sending side, receiving side, and what may
// follow a refusal to file. The course of the criminal case itself is tracked, not driven, once it is filed.
// Rank `head` where the law wants the approval of one person: the principal of the organ (O310 5(2)), the head of a police organ of
// county level or above (GA127 175, 178, 184, 187, read in a copy of the text), the chief procurator (JG2019 557(3), likewise).
// Over 250 lines because one procedure is one file, read beside the law.
import { administrativeOrgans } from '../administrative-organs.ts';
import { CRIME_SUSPECTED } from '../clue-verification.ts';
import { defineProcedure } from '../define-procedure.ts';
import { DISCIPLINE_COPY } from '../discipline-copy.ts';
import { HANDED_OVER } from '../hand-over-ends.ts';
import { ONE_PROCESS } from '../one-process.ts';
import { FILED_ONCE, ONE_TRANSFER } from '../one-transfer.ts';
import { opensLeadOf, takesUpPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { ADMIN_LIABILITY, AMOUNT_BAND_NAMES, AMOUNT_BANDS, NOTICE_TYPE, OBVIOUS, PENALTY_DECIDED_ON, REPLY_BY, TOPIC } from '../shared-fields.ts';

/** JG2019 560, 563: filing is what supervision asks for, whichever proceeding the police file it in; so is withdrawing. */
const ENDS_SUPERVISION = [{ procedure: 'filing-supervision', command: 'file-under-supervision', each: true }] as const;
const ENDS_SUPERVISION_OF_FILING = [{ procedure: 'filing-supervision', command: 'withdraw-under-supervision', each: true }] as const;

/** JG2019 562: not decided in time, however far the police had come. */
const ONCE_OVERDUE = {
  to: null,
  when: ['review-is-overdue', 'no-supervision-open'],
  title: ['逾期未决，建议立案监督', 'Overdue: propose filing supervision'],
} as const;

/** What is asked about is not closed under who asks: the sender waits for the end of the supervision, or takes part in it. */
const ONCE_SUPERVISED = { when: 'no-supervision-open' } as const;
/** The sender closes it where the police do not file. */
const ACCEPTED = { to: 'back-to-admin', ...ONCE_SUPERVISED } as const;

/** N4 47(2), O310 11: the police have it, or whether they take it is not settled yet. */
const CRIMINAL_OPEN = ['criminal-open'] as const;

/** O310 8: one decision on one matter. It is filed once, upon whichever transfer of it, until that filing is withdrawn. */
const MATTER_FILED = ['matter-filed'] as const;
const FILES_ONCE = { when: 'not-filed-elsewhere', leaves: MATTER_FILED } as const;

/**
 * The police tell of each suspect by himself (XS 162), and may do so before they end the transfer: it stands as the last of them does.
 * An institution is not tried for fraud (刑法 266, 30), and who is suspected is a person.
 */
const AS_EACH_SUSPECT = { procedure: 'criminal-process', each: { kind: 'person' } } as const;

/** Where the police have sent it on they speak of whom they sent: the others are not prosecuted. Nobody on the bus may follow it up. */
const AS_WHO_WAS_SENT = { procedure: 'criminal-process' } as const;

/** Every variant of the filing review: which of them run is settled per region. */
const FILING_REVIEW = {
  startsOn: 'sign-receipt',
  stopsOn: ['file-case', 'refuse-filing', 'return-not-police-matter'],
  mootOn: 'forward-to-competent-police',
  extendsOn: 'extend-review',
  pauses: { review: { from: 'pause-review', to: 'resume-review' } },
  obliges: 'receiver',
  onOverdue: {
    draft: 'filing-supervision-suggestion',
    event: 'supervision-request-drafted',
    title: ['建议立案监督函已拟就', 'Supervision request drafted'],
    for: 'sender',
    visibleTo: ['supervisor'],
  },
} as const;

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
  papers: {
    'criminal-outcome': ['不起诉决定书、生效裁判文书等结果文书', 'Decision not to prosecute, effective judgment or the like'],
  },
  conditions: {
    ...takesUpPenaltyOf('sender'),
    ...DISCIPLINE_COPY.conditions,
    ...ONE_TRANSFER,
    ...FILED_ONCE,
    ...ONE_PROCESS,
    // JG2019 562: the police did not decide within the limit.
    'review-is-overdue': {
      if: { overdue: ['fwd-filing-review', 'fwd-filing-review-econ', 'fwd-filing-review-general', 'fwd-filing-review-2006'] },
      title: ['立案审查逾期后', 'once the filing review is overdue'],
      refusal: ['立案审查期限尚未届满', 'The filing review is not overdue yet'],
    },
    'receipt-is-overdue': {
      if: { overdue: ['agr-hand-off-receipt'] },
      title: ['逾期未签收后', 'once the receipt is overdue'],
      refusal: ['约定的签收期限尚未届满', 'The receipt is not overdue yet'],
    },
    'no-supervision-open': {
      if: { noneOpen: { procedure: 'filing-supervision', of: 'children' } },
      title: ['没有未结的立案监督时', 'while no supervision is open'],
      refusal: ['已有未结的立案监督', 'A supervision of this transfer is open'],
    },
    'hand-off-is-open': {
      if: { happened: { command: 'move-jurisdiction', since: 'receive-moved-case' } },
      title: ['移交尚未签收时', 'while the hand-over is not signed for'],
      refusal: ['没有待签收的移送', 'Nothing moved here waits for a signature'],
    },
    // O310 9(2), JG2019 562: the police did not decide on the reconsideration in time.
    'reconsideration-is-overdue': {
      if: { overdue: ['fwd-reconsider-decision'] },
      title: ['复议决定逾期后', 'once the decision on reconsideration is overdue'],
      refusal: ['复议决定期限尚未届满', 'The decision on reconsideration is not overdue yet'],
    },
    'not-signed-for': {
      if: { never: { command: 'sign-receipt', since: 'hand-over' } },
      title: ['公安机关签收前', 'until the police have signed for it'],
      refusal: ['公安机关已签收，不得收回', 'The police have signed for it; it can no longer be taken back'],
    },
    // Whatever the police reported first has opened the criminal process already.
    'no-process-yet': {
      if: {
        allOf: [
          { never: { command: 'report-investigation', in: 'children' } },
          { never: { command: 'take-measure', in: 'children' } },
          { never: { command: 'request-arrest', in: 'children' } },
          { never: { command: 'request-arrest-undetained', in: 'children' } },
          { never: { command: 'send-for-prosecution', in: 'children' } },
          { never: { command: 'prosecute', in: 'children' } },
          { never: { command: 'judge-with-fine', in: 'children' } },
          { never: { command: 'judge-without-fine', in: 'children' } },
        ],
      },
      title: ['刑事诉讼进程尚未通报时', 'while no criminal process was reported'],
      refusal: ['刑事诉讼进程已经通报', 'The criminal process was reported already'],
    },
    // Where no procuratorate is registered nobody could sign for the case: it is only told that it was sent.
    'procuratorate-is-known': {
      if: { role: { role: 'supervisor', bodies: ['procuratorate'] } },
      title: ['检察机关已登记时', 'where a procuratorate is registered'],
      refusal: ['没有登记的检察机关', 'No procuratorate is registered'],
    },
    'criminal-end-not-noted': {
      if: { never: { command: 'note-criminal-end' } },
      title: ['尚未登记刑事程序终结时', 'before the end of the criminal side was noted'],
      refusal: ['刑事程序终结已经登记', 'The end of the criminal side was noted already'],
    },
    'not-handed-back-yet': {
      if: { never: { command: 'return-for-admin-liability' } },
      title: ['尚未移送追究行政责任时', 'before it was handed back for administrative liability'],
      refusal: ['已移送追究行政责任', 'It was handed back for administrative liability already'],
    },
    'no-opinion-issued': {
      if: { field: { name: 'replyBy', absent: true } },
      title: ['检察机关未提出移送意见时', 'where the procuratorate issued no opinion that it must be transferred'],
      refusal: ['检察机关已提出移送意见，批准不得撤回', 'The procuratorate has asked for the transfer; the approval is not withdrawn'],
    },
    // O310 5: the team reports, the principal decides; nobody decides on a report of his own.
    'another-officer-decides': {
      if: { notSameOfficerAs: ['submit-transfer-report'] },
      title: ['审批人不是提交移送报告的人员时', 'where another officer submitted the report'],
      code: 'SAME_OFFICER',
      refusal: ['提交移送报告的人员不得自行审批，须由另一名人员审批', 'Who submitted the report may not decide on it; another officer must'],
    },
  },
  commands: {
    'suspect-crime': {
      event: 'crime-suspected',
      title: ['发现涉嫌犯罪，指定办案人员', 'A crime is suspected; the team is named'],
      by: 'sender',
      officers: 2,
      takes: ['obvious', 'penaltyDecidedOn', ...AMOUNT_BAND_NAMES],
      when: 'no-transfer-open',
      leaves: [CRIME_SUSPECTED],
    },
    'submit-transfer-report': {
      event: 'transfer-report-submitted',
      title: ['提交移送报告', 'Submit the transfer report'],
      by: 'sender',
      papers: ['transfer-report'],
      takes: AMOUNT_BAND_NAMES,
    },
    'approve-transfer': {
      event: 'transfer-approved',
      title: ['批准移送', 'Approve the transfer'],
      by: 'sender',
      rank: 'head',
      when: 'another-officer-decides',
    },
    // No act says so: as agreed, for what the head may decide it may see to be mistaken, until the police have it. The three days of
    // O310 5(2) go on as if it had never been approved. An opinion of the procuratorate is answered (JG2019 557(3)).
    'withdraw-approval': {
      event: 'transfer-approval-withdrawn',
      title: ['撤回对移送的批准', 'Withdraw the approval of the transfer'],
      by: 'sender',
      rank: 'head',
      reason: 'required',
      copyTo: ['supervisor'],
      when: ['another-officer-decides', 'no-opinion-issued'],
    },
    'refuse-transfer': {
      event: 'transfer-refused',
      title: ['不批准移送', 'Refuse the transfer'],
      by: 'sender',
      rank: 'head',
      reason: 'required',
      copyTo: ['supervisor'],
      when: 'another-officer-decides',
    },
    'return-report': {
      event: 'transfer-report-returned',
      title: ['退回补充调查', 'Return the report for more work'],
      by: 'sender',
      rank: 'head',
      reason: 'required',
      when: 'another-officer-decides',
    },
    reopen: { event: 'transfer-reopened', title: ['重新启动移送', 'Reopen the transfer'], by: 'sender' },
    'issue-transfer-opinion': {
      event: 'transfer-opinion-issued',
      title: ['提出移送的检察意见', 'Issue the opinion that it must be transferred'],
      by: 'supervisor',
      rank: 'head',
      papers: ['urge-transfer-opinion'],
      needs: ['replyBy'],
      copyTo: ['sender'],
    },
    // Not to transfer is for the principal to decide (O310 5(2)), also in answer to an opinion.
    'answer-transfer-opinion': {
      event: 'transfer-opinion-answered',
      title: ['回复检察意见，说明不移送理由', 'Answer the opinion: not transferred, with reasons'],
      by: 'sender',
      rank: 'head',
      reason: 'required',
      copyTo: ['supervisor'],
    },
    'close-refused': {
      event: 'refused-transfer-closed',
      title: ['不移送结案', 'Close without transfer'],
      by: 'sender',
      rank: 'head',
      reason: 'required',
      copyTo: ['supervisor'],
    },
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
    'sign-receipt': { event: 'receipt-signed', title: ['签收回执', 'Sign the receipt'], by: 'receiver', closesHandOff: 'received' },
    'refuse-receipt': {
      event: 'receipt-refused',
      title: ['拒收', 'Refuse the receipt'],
      by: 'receiver',
      reason: 'required',
      copyTo: ['supervisor'],
      closesHandOff: 'returned',
    },
    // The police may file wherever they hold the case, also one they first did not file (GA127 178(3)); supervision makes use of that.
    'file-case': {
      event: 'case-filed',
      title: ['决定立案', 'File the case'],
      by: 'receiver',
      rank: 'head',
      papers: ['filing-notice'],
      copyTo: ['supervisor'],
      ...FILES_ONCE,
      also: ENDS_SUPERVISION,
    },
    'request-supervision': {
      event: 'supervision-requested',
      title: ['建议立案监督', 'Propose filing supervision'],
      by: 'sender',
      papers: ['filing-supervision-suggestion'],
      copyTo: ['supervisor'],
      opens: { procedure: 'filing-supervision', command: 'apply-for-supervision', roles: { applicant: 'sender', police: 'receiver', supervisor: 'supervisor' } },
    },
    'request-supplement': { event: 'supplement-requested', title: ['通知补正材料', 'Ask for missing papers'], by: 'receiver', papers: ['supplement-notice'] },
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
    'take-urgent-measures': { event: 'urgent-measures-taken', title: ['采取紧急措施', 'Take urgent measures'], by: 'receiver' },
    'start-review': { event: 'review-started', title: ['开始立案审查', 'Start the filing review'], by: 'receiver' },
    supplement: { event: 'supplemented', title: ['补正材料', 'Supply the missing papers'], by: 'sender' },
    'explain-supplement': { event: 'supplement-explained', title: ['说明不能补正', 'Explain what cannot be supplied'], by: 'sender', reason: 'required' },
    reroute: {
      event: 'rerouted',
      title: ['转送其他部门', 'Send to another department'],
      by: 'sender',
      needs: ['to', 'topic', 'summary'],
      takes: ['noticeType', 'replyBy'],
      opens: { procedure: 'clue-notice', command: 'send-clue', roles: { sender: 'sender' } },
    },
    'close-returned': { event: 'returned-transfer-closed', title: ['自行处理并结案', 'Deal with it and close'], by: 'sender', opens: opensLeadOf('sender') },
    // JG2019 562 asks for a decision or for reasons. That the procuratorate is told of a refusal, of one upheld and of a case
    // withdrawn is known of GJ2006 5 from memory, and of GT16 from those who cite it.
    'refuse-filing': {
      event: 'filing-refused',
      title: ['决定不予立案', 'Decide not to file'],
      by: 'receiver',
      rank: 'head',
      papers: ['non-filing-notice'],
      reason: 'required',
      takes: ['complainant', 'adminLiability'],
      copyTo: ['supervisor'],
      also: [{ procedure: 'filing-supervision', command: 'decide-late', each: true }],
    },
    'extend-review': {
      event: 'review-extended',
      title: ['批准延长审查期限', 'Prolong the review'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'pause-review': { event: 'review-paused', title: ['中止计时', 'Pause the clock'], by: 'receiver', rank: 'head', reason: 'required', needs: ['basis'] },
    'resume-review': { event: 'review-resumed', title: ['恢复计时', 'Resume the clock'], by: 'receiver' },
    'hand-over-property': { event: 'property-handed-over', title: ['移交涉案物品', 'Hand over the property'], by: 'sender', papers: ['property-handover-list'] },
    'declare-no-property': { event: 'no-property-declared', title: ['声明无涉案物品', 'State that there is no property'], by: 'sender' },
    // GA127 184: the case goes to another police organ, which signs for it; the one that moved it tells the sender.
    'move-jurisdiction': {
      event: 'jurisdiction-moved',
      title: ['移送其他公安机关管辖或者并案', 'Move to another police organ'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      needs: ['to'],
      handsTo: 'receiver',
      passes: CASE_CONTENT,
    },
    'receive-moved-case': {
      event: 'moved-case-received',
      title: ['签收移送管辖的案件', 'Sign for the case moved here'],
      by: 'receiver',
      closesHandOff: 'received',
      when: 'hand-off-is-open',
    },
    'notify-jurisdiction-change': {
      event: 'jurisdiction-change-notified',
      title: ['告知移送机关管辖变更', 'Tell the sender of the move'],
      by: 'former-receiver',
      papers: ['jurisdiction-transfer-notice'],
    },
    'withdraw-case': {
      event: 'case-withdrawn',
      title: ['撤销案件', 'Withdraw the case'],
      by: 'receiver',
      rank: 'head',
      reason: 'required',
      takes: ['adminLiability'],
      copyTo: ['supervisor'],
      lifts: MATTER_FILED,
      also: [...ENDS_SUPERVISION_OF_FILING, { procedure: 'criminal-process', command: 'end-investigation', each: true }],
    },
    // The rank is GA127 289, from memory.
    'send-for-prosecution': {
      event: 'sent-for-prosecution',
      title: ['移送审查起诉', 'Send for prosecution'],
      by: 'receiver',
      rank: 'head',
      // XS 162.
      papers: ['prosecution-opinion'],
      onRecord: ['offence'],
      copyTo: ['supervisor'],
      leaves: ['arrest-or-prosecution-sought'],
      opens: {
        procedure: 'criminal-process',
        command: 'send-for-prosecution',
        roles: { investigator: 'receiver', procuratorate: 'supervisor', sender: 'sender' },
        when: ['no-process-yet', 'no-other-process-under-way', 'procuratorate-is-known'],
      },
      also: [{ procedure: 'criminal-process', command: 'send-for-prosecution', each: true }],
    },
    // Where the course of the criminal side is not on the bus, nobody but the police can say that it is over; where it is, that says so.
    'note-criminal-end': {
      event: 'criminal-end-noted',
      title: ['登记刑事程序终结', 'Note that the criminal side has ended'],
      by: 'receiver',
      rank: 'head',
      papers: ['criminal-outcome'],
      copyTo: ['supervisor'],
      when: 'criminal-end-not-noted',
      lifts: CRIMINAL_OPEN,
    },
    'notify-withdrawal': {
      event: 'withdrawal-notified',
      title: ['告知撤案并退还材料', 'Tell the sender and return the papers'],
      by: 'receiver',
      papers: ['case-withdrawal-decision'],
      copyTo: ['supervisor'],
    },
    'return-for-admin-liability': {
      event: 'returned-for-admin-liability',
      title: ['移送追究行政责任', 'Return for administrative liability'],
      by: 'receiver',
      reason: 'required',
      opens: {
        procedure: 'reverse-referral',
        command: 'refer-for-liability',
        roles: { police: 'receiver', organ: 'sender' },
        when: 'not-handed-back-yet',
      },
    },
    // GA127 178, O310 13: owed from the refusal on, also while reconsideration or supervision goes on about it.
    'serve-complainant': { event: 'complainant-served', title: ['送达控告人', 'Serve the complainant'], by: 'receiver' },
    'request-reconsideration': {
      event: 'reconsideration-requested',
      title: ['提请复议', 'Ask for reconsideration'],
      by: 'sender',
      papers: ['reconsideration-request'],
    },
    // O310 10: dealt with by the organ itself.
    'accept-non-filing': { event: 'non-filing-accepted', title: ['接受不予立案', 'Accept the non-filing'], by: 'sender', opens: opensLeadOf('sender') },
    'uphold-non-filing': {
      event: 'non-filing-upheld',
      title: ['复议维持不予立案', 'Uphold the non-filing'],
      by: 'receiver',
      rank: 'head',
      papers: ['reconsideration-decision'],
      reason: 'required',
      copyTo: ['supervisor'],
    },
    'file-after-reconsideration': {
      event: 'filed-after-reconsideration',
      title: ['复议改为立案', 'File after reconsideration'],
      by: 'receiver',
      rank: 'head',
      papers: ['reconsideration-decision', 'filing-notice'],
      copyTo: ['supervisor'],
      ...FILES_ONCE,
      also: ENDS_SUPERVISION,
    },
    'record-penalty': {
      event: 'penalty-recorded',
      title: ['登记行政处罚决定', 'Record the penalty decision'],
      by: 'sender',
      needs: ['penaltyDecidedOn'],
    },
    'send-penalty-copy': {
      event: 'penalty-copy-sent',
      title: ['抄送行政处罚决定书', 'Send a copy of the penalty decision'],
      by: 'sender',
      papers: ['penalty-decision-copy'],
      copyTo: ['receiver', 'supervisor'],
    },
  },
  results: ['file-case', 'refuse-filing', 'file-after-reconsideration', 'uphold-non-filing', 'withdraw-case', 'send-for-prosecution'],
  opensOn: { 'suspect-crime': 'team-formed' },
  states: {
    'team-formed': { title: ['已成立专案组', 'Team formed'], on: { 'submit-transfer-report': 'awaiting-head-decision' } },
    'awaiting-head-decision': {
      title: ['待正职审批', 'Awaiting the head’s decision'],
      on: { 'approve-transfer': 'approved-for-handover', 'refuse-transfer': 'refused-by-head', 'return-report': 'team-formed' },
    },
    'refused-by-head': {
      title: ['不批准移送', 'Refused by the head'],
      on: { reopen: 'team-formed', 'issue-transfer-opinion': 'transfer-demanded', 'close-refused': { to: 'closed', ...ONCE_SUPERVISED } },
    },
    // O310 5(2) counts from the report alone: an opinion sets the day of its answer, and opens no three days.
    'transfer-demanded': {
      title: ['待回复检察意见', 'Opinion to be answered'],
      on: { 'approve-transfer': 'approved-for-handover', 'answer-transfer-opinion': 'refused-by-head' },
    },
    'approved-for-handover': {
      title: ['待移交', 'Approved, to be handed over'],
      marks: ['transfer-decided'],
      on: { 'hand-over': 'delivered', 'withdraw-approval': 'awaiting-head-decision' },
    },
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
    'under-filing-review': {
      title: ['立案审查中', 'Under filing review'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': ONCE_OVERDUE,
        // GA127 175: found on review, too.
        'forward-to-competent-police': 'delivered',
        'return-not-police-matter': 'returned-not-police-matter',
        'refuse-filing': 'not-filed',
        'extend-review': null,
        'pause-review': null,
        'resume-review': null,
      },
    },
    filed: {
      title: ['已立案', 'Filed'],
      marks: [...CRIMINAL_OPEN, 'filing-told'],
      marksPassTo: AS_EACH_SUSPECT,
      on: {
        'hand-over-property': 'under-criminal-investigation',
        'declare-no-property': 'under-criminal-investigation',
        'move-jurisdiction': null,
        'receive-moved-case': null,
        'notify-jurisdiction-change': null,
        'withdraw-case': 'withdrawn',
        'send-for-prosecution': 'sent-with-property-due',
      },
    },
    'under-criminal-investigation': {
      title: ['刑事侦查中', 'Under criminal investigation'],
      marks: CRIMINAL_OPEN,
      marksPassTo: AS_EACH_SUSPECT,
      on: {
        'move-jurisdiction': null,
        'receive-moved-case': null,
        'notify-jurisdiction-change': null,
        'withdraw-case': 'withdrawn',
        'send-for-prosecution': 'sent-for-prosecution',
      },
    },
    // O310 12 asks for the property within three days of the notice of filing, however fast the police are: the duty goes on.
    'sent-with-property-due': {
      title: ['已移送审查起诉，待移交涉案物品', 'Sent for prosecution, property still to be handed over'],
      marks: CRIMINAL_OPEN,
      marksPassTo: AS_WHO_WAS_SENT,
      on: {
        'hand-over-property': 'sent-for-prosecution',
        'declare-no-property': 'sent-for-prosecution',
        'note-criminal-end': null,
        'receive-moved-case': null,
        'notify-jurisdiction-change': null,
      },
    },
    withdrawn: {
      title: ['已撤案，待告知', 'Withdrawn, sender to be told'],
      on: { 'notify-jurisdiction-change': null, 'notify-withdrawal': 'back-to-admin', 'return-for-admin-liability': null },
    },
    'not-filed': {
      title: ['不予立案', 'Not filed'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': 'under-supervision',
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'request-reconsideration': 'under-reconsideration',
        'accept-non-filing': ACCEPTED,
      },
    },
    'under-reconsideration': {
      title: ['复议中', 'Under reconsideration'],
      marks: CRIMINAL_OPEN,
      on: {
        'request-supervision': {
          to: null,
          when: ['reconsideration-is-overdue', 'no-supervision-open'],
          title: ['复议逾期未决，建议立案监督', 'Reconsideration overdue: propose filing supervision'],
        },
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'uphold-non-filing': 'non-filing-confirmed',
        'file-after-reconsideration': 'filed',
      },
    },
    'non-filing-confirmed': {
      title: ['复议维持不予立案', 'Non-filing confirmed'],
      marks: CRIMINAL_OPEN,
      on: {
        'file-case': 'filed',
        'request-supervision': 'under-supervision',
        'return-for-admin-liability': null,
        'serve-complainant': null,
        'accept-non-filing': ACCEPTED,
      },
    },
    'under-supervision': {
      title: ['立案监督中', 'Under filing supervision'],
      marks: CRIMINAL_OPEN,
      on: { 'file-case': 'filed', 'return-for-admin-liability': null, 'serve-complainant': null, 'accept-non-filing': ACCEPTED },
    },
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
    'fwd-form-team': { startsOn: 'suspect-crime', stopsOn: 'submit-transfer-report', obliges: 'sender' },
    'fwd-obvious-crime': {
      startsOn: 'suspect-crime',
      stopsOn: 'hand-over',
      obliges: 'sender',
      mootOn: 'close-refused',
      reopensOn: 'take-back-transfer',
      when: 'obvious',
    },
    // GJ2006 1: ten days from making the penalty decision, whenever the crime was suspected, also of one that stands in this case.
    // Each decision is copied by itself.
    'fwd-late-penalty-copy': {
      startsOn: ['suspect-crime', 'record-penalty'],
      startsAt: 'penaltyDecidedOn',
      startsAtMark: 'penalty-decided',
      again: 'each',
      stopsOn: 'send-penalty-copy',
      obliges: 'sender',
    },
    'fwd-head-decision': {
      startsOn: 'submit-transfer-report',
      // O310 5(2) knows approval and refusal: a report sent back keeps no limit.
      stopsOn: ['approve-transfer', 'refuse-transfer'],
      mootOn: 'return-report',
      obliges: 'sender',
      runsFrom: 'receipt',
      reopensOn: 'withdraw-approval',
    },
    // What the opinion asks for reaches the procuratorate: the transfer, of which it gets a copy, or the reasons. An approval does not.
    // An opinion issued again names the day by which it is answered now.
    'sup-urge-transfer': {
      startsOn: 'issue-transfer-opinion',
      again: 'anew',
      stopsOn: ['hand-over', 'answer-transfer-opinion'],
      obliges: 'sender',
      reopensOn: 'take-back-transfer',
      setBy: 'replyBy',
    },
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
    'fwd-filing-review': FILING_REVIEW,
    'fwd-filing-review-econ': FILING_REVIEW,
    'fwd-filing-review-general': FILING_REVIEW,
    'fwd-filing-review-2006': FILING_REVIEW,
    'fwd-notfile-notice-complainant': {
      startsOn: 'refuse-filing',
      stopsOn: 'serve-complainant',
      obliges: 'receiver',
      mootOn: ['file-case', 'file-after-reconsideration'],
      when: 'complainant',
    },
    'fwd-return-admin-liability': {
      startsOn: ['refuse-filing', 'withdraw-case'],
      stopsOn: 'return-for-admin-liability',
      obliges: 'receiver',
      mootOn: ['file-case', 'file-after-reconsideration'],
      when: 'adminLiability',
    },
    // Only reconsideration lapses: supervision may be proposed at any time (JG2019 557, 562).
    'fwd-reconsider-request': {
      startsOn: 'refuse-filing',
      stopsOn: 'request-reconsideration',
      obliges: 'sender',
      mootOn: ['request-supervision', 'accept-non-filing', 'file-case'],
      window: true,
      runsFrom: 'receipt',
    },
    'fwd-reconsider-decision': {
      startsOn: 'request-reconsideration',
      stopsOn: ['uphold-non-filing', 'file-after-reconsideration'],
      obliges: 'receiver',
      runsFrom: 'receipt',
    },
    'fwd-supervision-request': {
      startsOn: 'uphold-non-filing',
      stopsOn: 'request-supervision',
      obliges: 'sender',
      mootOn: ['accept-non-filing', 'file-case'],
      window: true,
      runsFrom: 'receipt',
    },
    'fwd-property-handover': {
      startsOn: ['file-case', 'file-after-reconsideration'],
      stopsOn: ['hand-over-property', 'declare-no-property'],
      obliges: 'sender',
      mootOn: 'withdraw-case',
      runsFrom: 'receipt',
    },
    'fwd-police-jurisdiction-change': { startsOn: 'move-jurisdiction', stopsOn: 'notify-jurisdiction-change', obliges: 'former-receiver' },
    'fwd-case-withdrawn-notice': { startsOn: 'withdraw-case', stopsOn: 'notify-withdrawal', obliges: 'receiver' },
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
