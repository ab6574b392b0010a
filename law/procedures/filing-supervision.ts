// Supervision of filing by the procuratorate: why the police did not file, why they did not decide in time, why an organ
// did not transfer, and whether a filing must be undone (JG2019 557–566, GJ2010).
// Rank `head` where the law wants the approval of one person: the chief procurator for opinions to an organ, for what the police
// are notified to do and for notices to correct (JG2019 552, 557(3), 561(1)); the head of a police organ of county level or above
// for filing and withdrawing (GA127 178, 187), all read in a copy of the text, and for asking to re-examine a notice to withdraw
// (GJ2010, seen in excerpts).
// Over 250 lines because one procedure is one file, read beside the law.
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { ADMIN_LIABILITY, REPLY_BY } from '../shared-fields.ts';

export const filingSupervision = defineProcedure({
  procedure: 'filing-supervision',
  version: 1,
  inForce: { from: '2001-01-01' },
  title: ['立案监督', 'Filing supervision'],
  basis: [{ act: 'JG2019', article: '557' }, { act: 'GJ2010' }, { act: 'O310', article: '9' }, { act: 'GA127', article: '182' }],
  roles: {
    applicant: { title: ['行政执法机关', 'administrative organ'], bodies: administrativeOrgans, cast: 'routing', side: 'sending' },
    police: { title: ['公安机关', 'police'], bodies: ['public-security'], cast: 'routing' },
    supervisor: { title: ['检察机关', 'procuratorate'], bodies: ['procuratorate'], cast: 'routing', confirms: true },
  },
  fields: { replyBy: REPLY_BY, adminLiability: ADMIN_LIABILITY },
  conditions: {
    // JG2019 562: no answer in seven days.
    'reasons-are-overdue': {
      if: { overdue: ['sup-state-reasons', 'sup-overdue-reasons'] },
      title: ['说明理由逾期后', 'once the statement of reasons is overdue'],
      refusal: ['说明理由的期限尚未届满', 'The statement of reasons is not overdue yet'],
    },
    // JG2019 559(2): whether a filing is asked about at all, which is for the time before either: later the procuratorate has it before it.
    'nothing-sought-yet': {
      if: { noneMarked: { mark: 'arrest-or-prosecution-sought', of: 'subject' } },
      title: ['尚未提请批准逮捕或者移送起诉时', 'while neither an arrest was requested nor the case sent for prosecution'],
      refusal: [
        '已提请批准逮捕或者移送起诉，不再要求说明立案理由',
        'An arrest was requested or the case sent for prosecution; the reasons for filing are no longer asked for',
      ],
      basis: [{ act: 'JG2019', article: '559(2)' }],
    },
    // JG2019 560: no answer in seven days; what is known decides then.
    'filing-reasons-are-overdue': {
      if: { overdue: ['sup-state-filing-reasons'] },
      title: ['说明立案理由逾期后', 'once the statement of the reasons for filing is overdue'],
      refusal: ['说明立案理由的期限尚未届满', 'The statement of the reasons for filing is not overdue yet'],
    },
    // JG2019 564(2): neither withdrawn nor objected to in fifteen days; who was refused on objecting has its days for the higher review.
    'withdrawal-days-have-passed': {
      if: { passed: ['sup-notice-to-withdraw', 'sup-request-higher-review'] },
      title: ['撤销案件的期限届满后', 'once the days to withdraw have passed'],
      refusal: ['撤销案件或者提出异议的期限尚未届满', 'The days to withdraw or to object have not passed yet'],
    },
    // JG2019 564(2): not filed in fifteen days.
    'filing-is-overdue': {
      if: { overdue: ['sup-notice-to-file'] },
      title: ['通知立案逾期未执行后', 'once the notice to file is overdue'],
      refusal: ['执行通知立案的期限尚未届满', 'The notice to file is not overdue yet'],
    },
    // JG2019 564(3): three months from the filing; where that day is not known to the ledger, nothing is in the way.
    'three-months-have-passed': {
      if: { passed: ['sup-investigation-urge'] },
      title: ['立案满三个月后', 'three months after the filing'],
      refusal: ['立案尚未满三个月', 'It is not three months since the filing'],
    },
    // JG2019 557(3): the reply date of the opinion has passed.
    'reply-is-overdue': {
      if: { overdue: ['sup-urge-transfer'] },
      title: ['检察意见回复逾期后', 'once the reply to the opinion is overdue'],
      refusal: ['检察意见的回复期限尚未届满', 'The reply to the opinion is not overdue yet'],
    },
  },
  commands: {
    'apply-for-supervision': {
      event: 'supervision-applied-for',
      title: ['建议立案监督', 'Propose filing supervision'],
      by: 'applicant',
      papers: ['filing-supervision-suggestion'],
      copyTo: ['supervisor'],
    },
    'begin-supervision': { event: 'supervision-begun', title: ['依职权启动立案监督', 'Begin supervision of its own motion'], by: 'supervisor' },
    'accept-supervision': { event: 'supervision-accepted', title: ['受理立案监督', 'Accept the request'], by: 'supervisor' },
    'require-reasons': {
      event: 'reasons-required',
      title: ['要求说明不立案理由', 'Require the reasons for not filing'],
      by: 'supervisor',
      papers: ['reasons-request-notice'],
      copyTo: ['police'],
    },
    'require-overdue-reasons': {
      event: 'overdue-reasons-required',
      title: ['要求说明逾期不决定理由', 'Require the reasons for not deciding in time'],
      by: 'supervisor',
      papers: ['reasons-request-notice'],
      copyTo: ['police'],
    },
    'urge-transfer': {
      event: 'transfer-urged',
      title: ['提出移送的检察意见', 'Issue the opinion that it must be transferred'],
      by: 'supervisor',
      rank: 'head',
      papers: ['urge-transfer-opinion'],
      needs: ['replyBy'],
      copyTo: ['applicant'],
    },
    // Where there is evidence that the police filed for what is no crime (JG2019 559(2)).
    'require-filing-reasons': {
      event: 'filing-reasons-required',
      title: ['要求说明立案理由', 'Require the reasons for filing'],
      by: 'supervisor',
      papers: ['filing-reasons-request-notice'],
      copyTo: ['police'],
      when: 'nothing-sought-yet',
    },
    'state-filing-reasons': {
      event: 'filing-reasons-stated',
      title: ['说明立案理由', 'State the reasons for filing'],
      by: 'police',
      papers: ['filing-reasons-statement'],
    },
    'notify-to-withdraw': {
      event: 'notified-to-withdraw',
      title: ['通知撤销案件', 'Notify to withdraw the case'],
      by: 'supervisor',
      rank: 'head',
      papers: ['notice-to-withdraw'],
      copyTo: ['police', 'applicant'],
    },
    // JG2019 558, 562: what the police decided is right, or they still have time; whoever asked is answered.
    'decline-supervision': {
      event: 'supervision-declined',
      title: ['审查后不启动监督，答复移送机关', 'Answer after examination: no supervision'],
      by: 'supervisor',
      reason: 'required',
      // JG2019 562: what the police have still time for goes to them.
      copyTo: ['applicant', 'police'],
    },
    'state-reasons': { event: 'reasons-stated', title: ['说明不立案理由', 'State the reasons'], by: 'police', papers: ['reasons-statement'] },
    // Files the transfer too, wherever it stands.
    'file-under-supervision': {
      event: 'filed-under-supervision',
      title: ['监督后立案', 'File under supervision'],
      by: 'police',
      rank: 'head',
      papers: ['filing-notice'],
      copyTo: ['applicant'],
      also: [
        { procedure: 'criminal-transfer', command: 'file-case' },
        { procedure: 'criminal-transfer', command: 'file-after-reconsideration' },
      ],
    },
    'issue-correction-opinion': {
      event: 'correction-opinion-issued',
      title: ['发出纠正意见', 'Issue a correction opinion'],
      by: 'supervisor',
      copyTo: ['police', 'applicant'],
      when: 'reasons-are-overdue',
    },
    'state-overdue-reasons': {
      event: 'overdue-reasons-stated',
      title: ['说明逾期理由', 'State the reasons for the delay'],
      by: 'police',
      papers: ['reasons-statement'],
    },
    'decide-late': { event: 'decided-late', title: ['逾期后已作出不予立案决定', 'Decided after all, not to file'], by: 'police' },
    'notify-to-file': {
      event: 'notified-to-file',
      title: ['通知立案', 'Notify to file'],
      by: 'supervisor',
      rank: 'head',
      papers: ['notice-to-file'],
      copyTo: ['police', 'applicant'],
    },
    'uphold-reasons': { event: 'reasons-upheld', title: ['认为不立案理由成立', 'Accept the reasons'], by: 'supervisor' },
    // JG2019 561(2): that the reasons hold, and why.
    'inform-applicant': {
      event: 'applicant-informed',
      title: ['告知移送机关', 'Tell the administrative organ'],
      by: 'supervisor',
      reason: 'required',
      copyTo: ['applicant'],
    },
    'issue-correction-notice': {
      event: 'correction-notice-issued',
      title: ['发出纠正违法通知书', 'Issue the notice to correct'],
      by: 'supervisor',
      rank: 'head',
      papers: ['correction-notice'],
      copyTo: ['police', 'applicant'],
    },
    'report-to-higher-procuratorate': {
      event: 'reported-to-higher-procuratorate',
      title: ['报上一级检察院协商同级公安', 'Report to the higher procuratorate'],
      by: 'supervisor',
      copyTo: ['applicant'],
    },
    'close-supervision': {
      event: 'supervision-closed',
      title: ['结束监督', 'Close the supervision'],
      by: 'supervisor',
      reason: 'required',
      copyTo: ['police', 'applicant'],
    },
    'urge-progress': {
      event: 'progress-urged',
      title: ['催办', 'Urge the investigation'],
      by: 'supervisor',
      papers: ['supervision-urge-letter'],
      copyTo: ['police'],
      when: 'three-months-have-passed',
    },
    'report-progress': { event: 'progress-reported', title: ['报告侦查进展', 'Report progress'], by: 'police' },
    'conclude-supervision': { event: 'supervision-concluded', title: ['监督结案', 'Conclude the supervision'], by: 'supervisor', copyTo: ['police', 'applicant'] },
    'report-transfer': { event: 'transfer-reported', title: ['回复已移送', 'Reply: transferred'], by: 'applicant', copyTo: ['supervisor'] },
    'decline-transfer': {
      event: 'transfer-declined',
      title: ['回复不移送及理由', 'Reply: not transferred, with reasons'],
      by: 'applicant',
      reason: 'required',
      copyTo: ['supervisor'],
    },
    'notify-police': { event: 'police-notified', title: ['书面通知公安机关', 'Notify the police in writing'], by: 'supervisor', copyTo: ['police', 'applicant'] },
    'accept-decline': { event: 'decline-accepted', title: ['认为不移送理由成立', 'Accept the reasons'], by: 'supervisor', copyTo: ['applicant'] },
    // Withdraws the transfer too. JG2019 563: the decision goes to the procuratorate.
    'withdraw-under-supervision': {
      event: 'withdrawn-under-supervision',
      title: ['监督后撤案', 'Withdraw under supervision'],
      by: 'police',
      rank: 'head',
      papers: ['case-withdrawal-decision'],
      takes: ['adminLiability'],
      copyTo: ['applicant'],
      also: [{ procedure: 'criminal-transfer', command: 'withdraw-case' }],
    },
    'object-to-withdrawal': {
      event: 'withdrawal-objected',
      title: ['要求复议', 'Ask for re-examination'],
      by: 'police',
      rank: 'head',
      papers: ['objection-to-withdrawal'],
      reason: 'required',
    },
    'uphold-withdrawal': { event: 'withdrawal-upheld', title: ['维持撤案通知', 'Uphold the notice'], by: 'supervisor', reason: 'required', copyTo: ['police'] },
    'revoke-withdrawal-notice': {
      event: 'withdrawal-notice-revoked',
      title: ['撤销撤案通知', 'Revoke the notice'],
      by: 'supervisor',
      copyTo: ['police', 'applicant'],
    },
    'request-higher-review': {
      event: 'higher-review-requested',
      title: ['提请上一级检察院复核', 'Ask the higher procuratorate'],
      by: 'police',
      rank: 'head',
      papers: ['higher-review-request'],
    },
    // JG2019 565(3): a notice that was right is obeyed at once, one that was wrong is undone at once.
    'confirm-notice-on-review': {
      event: 'notice-confirmed-on-review',
      title: ['登记复核结果：撤案通知正确', 'Record the result: the notice was right'],
      by: 'supervisor',
      copyTo: ['police', 'applicant'],
    },
    'revoke-notice-on-review': {
      event: 'notice-revoked-on-review',
      title: ['登记复核结果：撤案通知有误，予以纠正', 'Record the result: the notice was wrong and is undone'],
      by: 'supervisor',
      copyTo: ['police', 'applicant'],
    },
    'enter-in-platform': { event: 'entered-in-platform', title: ['录入两法衔接平台', 'Enter in the two-laws platform'], by: 'supervisor' },
  },
  results: ['notify-to-file', 'uphold-reasons', 'notify-to-withdraw', 'revoke-withdrawal-notice', 'revoke-notice-on-review'],
  opensOn: { 'apply-for-supervision': 'requested', 'begin-supervision': 'requested' },
  states: {
    requested: { title: ['待受理', 'Requested'], on: { 'accept-supervision': 'examining' } },
    examining: {
      title: ['审查中', 'Examining'],
      on: {
        'require-reasons': 'reasons-required',
        'require-overdue-reasons': 'overdue-reasons-required',
        'urge-transfer': 'transfer-urged',
        'require-filing-reasons': 'filing-reasons-required',
        'decline-supervision': 'closed',
      },
    },
    'reasons-required': {
      title: ['待公安说明理由', 'Reasons required of the police'],
      on: { 'state-reasons': 'reasons-examined', 'file-under-supervision': 'filed', 'issue-correction-opinion': 'correction-opinion' },
    },
    'overdue-reasons-required': {
      title: ['待公安说明逾期理由', 'Reasons for the delay required'],
      on: {
        'file-under-supervision': 'filed',
        'issue-correction-opinion': 'correction-opinion',
        'state-overdue-reasons': 'reasons-examined',
        'decide-late': 'examining',
        'notify-to-file': 'notice-to-file',
      },
    },
    'reasons-examined': { title: ['理由审查中', 'Reasons under examination'], on: { 'notify-to-file': 'notice-to-file', 'uphold-reasons': 'reasons-upheld' } },
    'reasons-upheld': { title: ['理由成立，待告知', 'Reasons accepted, applicant to be told'], on: { 'inform-applicant': 'closed' } },
    'correction-opinion': {
      title: ['已发纠正意见', 'Correction opinion issued'],
      on: {
        'file-under-supervision': 'filed',
        'state-overdue-reasons': { to: 'reasons-examined', title: ['说明理由', 'State the reasons'] },
        'notify-to-file': 'notice-to-file',
      },
    },
    'notice-to-file': {
      title: ['已通知立案', 'Notified to file'],
      on: { 'file-under-supervision': 'filed', 'issue-correction-notice': { to: 'correction-notice', when: 'filing-is-overdue' } },
    },
    'correction-notice': {
      title: ['已发纠正违法通知书', 'Notice to correct issued'],
      on: { 'file-under-supervision': 'filed', 'report-to-higher-procuratorate': 'higher-level-consultation' },
    },
    'higher-level-consultation': {
      title: ['上级协商中', 'Consultation at the higher level'],
      on: { 'file-under-supervision': 'filed', 'close-supervision': 'closed' },
    },
    filed: { title: ['监督后已立案', 'Filed under supervision'], on: { 'urge-progress': null, 'report-progress': null, 'conclude-supervision': 'closed' } },
    'transfer-urged': {
      title: ['已提出移送意见', 'Transfer urged'],
      on: { 'report-transfer': 'closed', 'decline-transfer': 'transfer-declined', 'notify-police': { to: 'police-notified', when: 'reply-is-overdue' } },
    },
    'transfer-declined': { title: ['行政机关不移送', 'The organ declined to transfer'], on: { 'notify-police': 'police-notified', 'accept-decline': 'closed' } },
    'police-notified': { title: ['已通知公安机关', 'Police notified'], on: { 'require-reasons': 'reasons-required', 'file-under-supervision': 'filed' } },
    'filing-reasons-required': {
      title: ['待公安说明立案理由', 'Reasons for filing required of the police'],
      on: {
        'state-filing-reasons': 'filing-reasons-examined',
        'withdraw-under-supervision': { to: 'closed', title: ['主动撤案', 'Withdraw of its own accord'] },
        'notify-to-withdraw': { to: 'notice-to-withdraw', when: 'filing-reasons-are-overdue' },
      },
    },
    'filing-reasons-examined': {
      title: ['立案理由审查中', 'Reasons for filing under examination'],
      on: {
        'notify-to-withdraw': 'notice-to-withdraw',
        'uphold-reasons': { to: 'reasons-upheld', title: ['认为立案理由成立', 'Accept the reasons for filing'] },
      },
    },
    'notice-to-withdraw': {
      title: ['已通知撤案', 'Notified to withdraw'],
      on: {
        'withdraw-under-supervision': 'closed',
        'object-to-withdrawal': 'withdrawal-objected',
        'issue-correction-notice': { to: 'withdrawal-correction', when: 'withdrawal-days-have-passed' },
      },
    },
    'withdrawal-objected': {
      title: ['撤案通知复议中', 'Withdrawal under re-examination'],
      on: { 'uphold-withdrawal': 'withdrawal-upheld', 'revoke-withdrawal-notice': 'closed' },
    },
    'withdrawal-upheld': {
      title: ['复议维持撤案通知', 'Notice to withdraw upheld'],
      on: {
        'withdraw-under-supervision': 'closed',
        'request-higher-review': 'under-higher-review',
        'issue-correction-notice': { to: 'withdrawal-correction', when: 'withdrawal-days-have-passed' },
      },
    },
    'under-higher-review': {
      title: ['上一级复核中', 'Under higher review'],
      on: { 'confirm-notice-on-review': 'withdrawal-confirmed', 'revoke-notice-on-review': 'closed' },
    },
    'withdrawal-confirmed': {
      title: ['复核维持撤案通知，待撤案', 'Notice confirmed on review, to be obeyed at once'],
      on: { 'withdraw-under-supervision': 'closed', 'issue-correction-notice': 'withdrawal-correction' },
    },
    'withdrawal-correction': {
      title: ['已就撤案发出纠正违法通知书', 'Notice to correct issued about the withdrawal'],
      on: { 'withdraw-under-supervision': 'closed', 'report-to-higher-procuratorate': 'withdrawal-consultation' },
    },
    'withdrawal-consultation': {
      title: ['上级协商撤案中', 'Consultation about the withdrawal at the higher level'],
      on: { 'withdraw-under-supervision': 'closed', 'close-supervision': 'closed' },
    },
    closed: { title: ['已结案', 'Closed'], terminal: true },
  },
  always: { 'enter-in-platform': null },
  clocks: {
    'sup-intake': { startsOn: 'apply-for-supervision', stopsOn: 'accept-supervision', obliges: 'supervisor' },
    'agr-supervision-intake': { startsOn: 'apply-for-supervision', stopsOn: 'accept-supervision', obliges: 'supervisor' },
    'sup-state-reasons': {
      startsOn: 'require-reasons',
      stopsOn: ['state-reasons', 'file-under-supervision', 'state-overdue-reasons'],
      obliges: 'police',
      mootOn: 'notify-to-file',
      runsFrom: 'receipt',
    },
    'sup-state-filing-reasons': {
      startsOn: 'require-filing-reasons',
      stopsOn: ['state-filing-reasons', 'withdraw-under-supervision'],
      obliges: 'police',
      mootOn: 'notify-to-withdraw',
      runsFrom: 'receipt',
    },
    'sup-overdue-reasons': {
      startsOn: 'require-overdue-reasons',
      stopsOn: ['state-overdue-reasons', 'file-under-supervision', 'decide-late'],
      obliges: 'police',
      runsFrom: 'receipt',
      mootOn: 'notify-to-file',
    },
    'agr-supervision-examination': {
      startsOn: ['state-reasons', 'state-overdue-reasons', 'state-filing-reasons'],
      stopsOn: ['uphold-reasons', 'notify-to-file', 'notify-to-withdraw'],
      obliges: 'supervisor',
    },
    'sup-reasons-ok-inform': { startsOn: 'uphold-reasons', stopsOn: 'inform-applicant', obliges: 'supervisor' },
    'sup-notice-to-file': {
      startsOn: 'notify-to-file',
      stopsOn: 'file-under-supervision',
      obliges: 'police',
      mootOn: 'close-supervision',
      runsFrom: 'receipt',
    },
    'sup-notice-to-withdraw': {
      startsOn: 'notify-to-withdraw',
      stopsOn: ['withdraw-under-supervision', 'object-to-withdrawal'],
      obliges: 'police',
      mootOn: 'close-supervision',
      runsFrom: 'receipt',
    },
    // GJ2010 sets the police five days to object and to ask the higher procuratorate, and not what follows where they are late.
    'sup-object-to-withdrawal': {
      startsOn: 'notify-to-withdraw',
      stopsOn: 'object-to-withdrawal',
      obliges: 'police',
      mootOn: ['withdraw-under-supervision', 'close-supervision'],
      window: true,
      runsFrom: 'receipt',
    },
    'sup-request-higher-review': {
      startsOn: 'uphold-withdrawal',
      stopsOn: 'request-higher-review',
      obliges: 'police',
      mootOn: ['withdraw-under-supervision', 'close-supervision'],
      window: true,
      runsFrom: 'receipt',
    },
    'sup-withdraw-after-review': {
      startsOn: 'confirm-notice-on-review',
      stopsOn: 'withdraw-under-supervision',
      obliges: 'police',
      mootOn: 'close-supervision',
    },
    // A mark in time: once it has passed the procuratorate may urge, and not before. Nobody keeps or breaks what it only may do.
    'sup-investigation-urge': {
      startsOn: 'file-under-supervision',
      stopsOn: 'urge-progress',
      obliges: 'supervisor',
      mootOn: 'conclude-supervision',
      window: true,
    },
    'sup-urge-transfer': {
      startsOn: 'urge-transfer',
      stopsOn: ['report-transfer', 'decline-transfer'],
      obliges: 'applicant',
      mootOn: 'notify-police',
      setBy: 'replyBy',
    },
    'sup-platform-entry': {
      startsOn: ['notify-to-file', 'notify-to-withdraw', 'uphold-reasons'],
      stopsOn: 'enter-in-platform',
      obliges: 'supervisor',
    },
    'sup-revoke-objection': {
      startsOn: 'object-to-withdrawal',
      stopsOn: ['uphold-withdrawal', 'revoke-withdrawal-notice'],
      obliges: 'supervisor',
      runsFrom: 'receipt',
    },
    'sup-revoke-objection-review': {
      startsOn: 'request-higher-review',
      stopsOn: ['confirm-notice-on-review', 'revoke-notice-on-review'],
      obliges: 'supervisor',
      runsFrom: 'receipt',
    },
  },
  report: {
    counts: [{ id: 'supervision', title: ['立案监督', 'Filing supervision'], of: ['apply-for-supervision', 'begin-supervision'] }],
    durations: [
      {
        id: 'supervision',
        title: ['启动立案监督至监督后立案', 'Supervision begun to filed under supervision'],
        from: ['apply-for-supervision', 'begin-supervision'],
        to: 'file-under-supervision',
      },
    ],
    attention: [{ id: 'supervision-open', title: ['立案监督未结', 'Filing supervision open'], when: { open: true } }],
  },
});
