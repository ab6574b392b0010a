// Supervision of filing by the procuratorate: why the police did not file, why they did not decide in time, why an organ
// did not transfer, and whether a filing must be undone (JG2019 557–566).
// Over 250 lines because one procedure is one file, read beside the law.
import { defineProcedure } from '../../schemas/procedure.ts';

/** Files the transfer too, wherever it stands. */
const FILE_UNDER_SUPERVISION = {
  event: 'filed-under-supervision',
  title: { zh: '监督后立案', en: 'File under supervision' },
  by: 'police',
  papers: ['filing-notice'],
  copyTo: ['applicant'],
  to: 'filed',
  also: [
    { procedure: 'criminal-transfer', command: 'file-case' },
    { procedure: 'criminal-transfer', command: 'file-after-reconsideration' },
  ],
};

export const filingSupervision = defineProcedure({
  procedure: 'filing-supervision',
  version: 1,
  title: { zh: '立案监督', en: 'Filing supervision' },
  basis: [
    { act: 'JG2019', article: '557' },
    { act: 'O310', article: '9' },
    { act: 'GA127', article: '182' },
  ],
  roles: {
    applicant: ['medical-insurance', 'health', 'market-regulation'],
    police: ['public-security'],
    supervisor: ['procuratorate'],
  },
  cast: { applicant: 'routing', police: 'routing', supervisor: 'routing' },
  opensOn: {
    'apply-for-supervision': {
      event: 'supervision-applied-for',
      title: { zh: '申请立案监督', en: 'Apply for supervision' },
      by: 'applicant',
      papers: ['filing-supervision-suggestion'],
      copyTo: ['supervisor'],
    },
    'begin-supervision': {
      event: 'supervision-begun',
      title: { zh: '依职权启动立案监督', en: 'Begin supervision of its own motion' },
      by: 'supervisor',
    },
  },
  opensIn: 'requested',
  states: {
    requested: {
      title: { zh: '待受理', en: 'Requested' },
      on: {
        'accept-supervision': {
          event: 'supervision-accepted',
          title: { zh: '受理立案监督', en: 'Accept the request' },
          by: 'supervisor',
          to: 'examining',
        },
      },
    },
    examining: {
      title: { zh: '审查中', en: 'Examining' },
      on: {
        'require-reasons': {
          event: 'reasons-required',
          title: { zh: '要求说明不立案理由', en: 'Require the reasons for not filing' },
          by: 'supervisor',
          papers: ['reasons-request-notice'],
          copyTo: ['police'],
          to: 'reasons-required',
        },
        'require-overdue-reasons': {
          event: 'overdue-reasons-required',
          title: { zh: '要求说明逾期不决定理由', en: 'Require the reasons for not deciding in time' },
          by: 'supervisor',
          papers: ['reasons-request-notice'],
          copyTo: ['police'],
          to: 'overdue-reasons-required',
        },
        'urge-transfer': {
          event: 'transfer-urged',
          title: { zh: '提出移送的检察意见', en: 'Issue the opinion that it must be transferred' },
          by: 'supervisor',
          papers: ['urge-transfer-opinion'],
          needs: ['replyBy'],
          copyTo: ['applicant'],
          to: 'transfer-urged',
        },
        'notify-to-withdraw': {
          event: 'notified-to-withdraw',
          title: { zh: '通知撤销案件', en: 'Notify to withdraw the case' },
          by: 'supervisor',
          papers: ['notice-to-withdraw'],
          copyTo: ['police'],
          to: 'notice-to-withdraw',
        },
        'decline-supervision': {
          event: 'supervision-declined',
          title: { zh: '不支持监督申请', en: 'Decline the request' },
          by: 'supervisor',
          reason: 'required',
          copyTo: ['applicant'],
          to: 'closed',
        },
      },
    },
    'reasons-required': {
      title: { zh: '待公安说明理由', en: 'Reasons required of the police' },
      on: {
        'state-reasons': {
          event: 'reasons-stated',
          title: { zh: '说明不立案理由', en: 'State the reasons' },
          by: 'police',
          papers: ['reasons-statement'],
          to: 'reasons-examined',
        },
        'file-under-supervision': FILE_UNDER_SUPERVISION,
        'issue-correction-opinion': {
          event: 'correction-opinion-issued',
          title: { zh: '发出纠正意见', en: 'Issue a correction opinion' },
          by: 'supervisor',
          guards: ['reasons-are-overdue'],
          copyTo: ['police', 'applicant'],
          to: 'correction-opinion',
        },
      },
    },
    'overdue-reasons-required': {
      title: { zh: '待公安说明逾期理由', en: 'Reasons for the delay required' },
      on: {
        'state-overdue-reasons': {
          event: 'overdue-reasons-stated',
          title: { zh: '说明逾期理由', en: 'State the reasons for the delay' },
          by: 'police',
          papers: ['reasons-statement'],
          to: 'reasons-examined',
        },
        'file-under-supervision': FILE_UNDER_SUPERVISION,
        'issue-correction-opinion': {
          event: 'correction-opinion-issued',
          title: { zh: '发出纠正意见', en: 'Issue a correction opinion' },
          by: 'supervisor',
          guards: ['reasons-are-overdue'],
          copyTo: ['police', 'applicant'],
          to: 'correction-opinion',
        },
        'decide-late': {
          event: 'decided-late',
          title: { zh: '逾期后已作出不予立案决定', en: 'Decided after all, not to file' },
          by: 'police',
          to: 'examining',
        },
        'notify-to-file': {
          event: 'notified-to-file',
          title: { zh: '通知立案', en: 'Notify to file' },
          by: 'supervisor',
          papers: ['notice-to-file'],
          copyTo: ['police', 'applicant'],
          to: 'notice-to-file',
        },
      },
    },
    'reasons-examined': {
      title: { zh: '理由审查中', en: 'Reasons under examination' },
      on: {
        'uphold-reasons': {
          event: 'reasons-upheld',
          title: { zh: '认为不立案理由成立', en: 'Accept the reasons' },
          by: 'supervisor',
          to: 'reasons-upheld',
        },
        'notify-to-file': {
          event: 'notified-to-file',
          title: { zh: '通知立案', en: 'Notify to file' },
          by: 'supervisor',
          papers: ['notice-to-file'],
          copyTo: ['police', 'applicant'],
          to: 'notice-to-file',
        },
      },
    },
    'reasons-upheld': {
      title: { zh: '理由成立,待告知', en: 'Reasons accepted, applicant to be told' },
      on: {
        'inform-applicant': {
          event: 'applicant-informed',
          title: { zh: '告知移送机关', en: 'Tell the administrative organ' },
          by: 'supervisor',
          // JG2019 561(2): that the reasons hold, and why.
          reason: 'required',
          copyTo: ['applicant'],
          to: 'closed',
        },
      },
    },
    'correction-opinion': {
      title: { zh: '已发纠正意见', en: 'Correction opinion issued' },
      on: {
        'state-overdue-reasons': {
          event: 'overdue-reasons-stated',
          title: { zh: '说明理由', en: 'State the reasons' },
          by: 'police',
          papers: ['reasons-statement'],
          to: 'reasons-examined',
        },
        'notify-to-file': {
          event: 'notified-to-file',
          title: { zh: '通知立案', en: 'Notify to file' },
          by: 'supervisor',
          papers: ['notice-to-file'],
          copyTo: ['police', 'applicant'],
          to: 'notice-to-file',
        },
        'file-under-supervision': FILE_UNDER_SUPERVISION,
      },
    },
    'notice-to-file': {
      title: { zh: '已通知立案', en: 'Notified to file' },
      on: {
        'file-under-supervision': FILE_UNDER_SUPERVISION,
        'issue-correction-notice': {
          event: 'correction-notice-issued',
          title: { zh: '发出纠正违法通知书', en: 'Issue the notice to correct' },
          by: 'supervisor',
          papers: ['correction-notice'],
          guards: ['filing-is-overdue'],
          copyTo: ['police', 'applicant'],
          to: 'correction-notice',
        },
      },
    },
    'correction-notice': {
      title: { zh: '已发纠正违法通知书', en: 'Notice to correct issued' },
      on: {
        'file-under-supervision': FILE_UNDER_SUPERVISION,
        'report-to-higher-procuratorate': {
          event: 'reported-to-higher-procuratorate',
          title: { zh: '报上一级检察院协商同级公安', en: 'Report to the higher procuratorate' },
          by: 'supervisor',
          copyTo: ['applicant'],
          to: 'higher-level-consultation',
        },
      },
    },
    'higher-level-consultation': {
      title: { zh: '上级协商中', en: 'Consultation at the higher level' },
      on: {
        'file-under-supervision': FILE_UNDER_SUPERVISION,
        'close-supervision': {
          event: 'supervision-closed',
          title: { zh: '结束监督', en: 'Close the supervision' },
          by: 'supervisor',
          reason: 'required',
          copyTo: ['police', 'applicant'],
          to: 'closed',
        },
      },
    },
    filed: {
      title: { zh: '监督后已立案', en: 'Filed under supervision' },
      on: {
        'urge-progress': {
          event: 'progress-urged',
          title: { zh: '催办', en: 'Urge the investigation' },
          by: 'supervisor',
          papers: ['supervision-urge-letter'],
          guards: ['three-months-have-passed'],
          copyTo: ['police'],
        },
        'report-progress': {
          event: 'progress-reported',
          title: { zh: '报告侦查进展', en: 'Report progress' },
          by: 'police',
        },
        'conclude-supervision': {
          event: 'supervision-concluded',
          title: { zh: '监督结案', en: 'Conclude the supervision' },
          by: 'supervisor',
          copyTo: ['police', 'applicant'],
          to: 'closed',
        },
      },
    },
    'transfer-urged': {
      title: { zh: '已提出移送意见', en: 'Transfer urged' },
      on: {
        'report-transfer': {
          event: 'transfer-reported',
          title: { zh: '回复已移送', en: 'Reply: transferred' },
          by: 'applicant',
          copyTo: ['supervisor'],
          to: 'closed',
        },
        'decline-transfer': {
          event: 'transfer-declined',
          title: { zh: '回复不移送及理由', en: 'Reply: not transferred, with reasons' },
          by: 'applicant',
          reason: 'required',
          copyTo: ['supervisor'],
          to: 'transfer-declined',
        },
        'notify-police': {
          event: 'police-notified',
          title: { zh: '书面通知公安机关', en: 'Notify the police in writing' },
          by: 'supervisor',
          guards: ['reply-is-overdue'],
          copyTo: ['police', 'applicant'],
          to: 'police-notified',
        },
      },
    },
    'transfer-declined': {
      title: { zh: '行政机关不移送', en: 'The organ declined to transfer' },
      on: {
        'accept-decline': {
          event: 'decline-accepted',
          title: { zh: '认为不移送理由成立', en: 'Accept the reasons' },
          by: 'supervisor',
          copyTo: ['applicant'],
          to: 'closed',
        },
        'notify-police': {
          event: 'police-notified',
          title: { zh: '书面通知公安机关', en: 'Notify the police in writing' },
          by: 'supervisor',
          copyTo: ['police', 'applicant'],
          to: 'police-notified',
        },
      },
    },
    'police-notified': {
      title: { zh: '已通知公安机关', en: 'Police notified' },
      on: {
        'require-reasons': {
          event: 'reasons-required',
          title: { zh: '要求说明不立案理由', en: 'Require the reasons for not filing' },
          by: 'supervisor',
          papers: ['reasons-request-notice'],
          copyTo: ['police'],
          to: 'reasons-required',
        },
        'file-under-supervision': FILE_UNDER_SUPERVISION,
      },
    },
    'notice-to-withdraw': {
      title: { zh: '已通知撤案', en: 'Notified to withdraw' },
      on: {
        'withdraw-under-supervision': {
          event: 'withdrawn-under-supervision',
          title: { zh: '监督后撤案', en: 'Withdraw under supervision' },
          by: 'police',
          copyTo: ['applicant'],
          to: 'closed',
          also: [{ procedure: 'criminal-transfer', command: 'withdraw-case' }],
        },
        'object-to-withdrawal': {
          event: 'withdrawal-objected',
          title: { zh: '要求复议', en: 'Ask for re-examination' },
          by: 'police',
          reason: 'required',
          to: 'withdrawal-objected',
        },
      },
    },
    'withdrawal-objected': {
      title: { zh: '撤案通知复议中', en: 'Withdrawal under re-examination' },
      on: {
        'uphold-withdrawal': {
          event: 'withdrawal-upheld',
          title: { zh: '维持撤案通知', en: 'Uphold the notice' },
          by: 'supervisor',
          reason: 'required',
          copyTo: ['police'],
          to: 'withdrawal-upheld',
        },
        'revoke-withdrawal-notice': {
          event: 'withdrawal-notice-revoked',
          title: { zh: '撤销撤案通知', en: 'Revoke the notice' },
          by: 'supervisor',
          copyTo: ['police', 'applicant'],
          to: 'closed',
        },
      },
    },
    'withdrawal-upheld': {
      title: { zh: '复议维持撤案通知', en: 'Notice to withdraw upheld' },
      on: {
        'request-higher-review': {
          event: 'higher-review-requested',
          title: { zh: '提请上一级检察院复核', en: 'Ask the higher procuratorate' },
          by: 'police',
          to: 'under-higher-review',
        },
        'withdraw-under-supervision': {
          event: 'withdrawn-under-supervision',
          title: { zh: '监督后撤案', en: 'Withdraw under supervision' },
          by: 'police',
          copyTo: ['applicant'],
          to: 'closed',
          also: [{ procedure: 'criminal-transfer', command: 'withdraw-case' }],
        },
      },
    },
    'under-higher-review': {
      title: { zh: '上一级复核中', en: 'Under higher review' },
      on: {
        'record-higher-review': {
          event: 'higher-review-recorded',
          title: { zh: '登记复核结果', en: 'Record the result' },
          by: 'supervisor',
          needs: ['reasonCode'],
          copyTo: ['police', 'applicant'],
          to: 'closed',
        },
      },
    },
    closed: { title: { zh: '已结案', en: 'Closed' }, terminal: true },
  },
  always: {
    'consult-standard': {
      event: 'standard-consulted',
      title: { zh: '书面咨询立案标准', en: 'Ask in writing about filing standards' },
      by: 'applicant',
      copyTo: ['supervisor'],
    },
    'answer-consultation': {
      event: 'consultation-answered',
      title: { zh: '书面答复咨询', en: 'Answer in writing' },
      by: 'supervisor',
      copyTo: ['applicant'],
    },
    'enter-in-platform': {
      event: 'entered-in-platform',
      title: { zh: '录入两法衔接平台', en: 'Enter in the two-laws platform' },
      by: 'supervisor',
    },
  },
  clocks: {
    'sup-intake': {
      startsOn: 'apply-for-supervision',
      stopsOn: ['accept-supervision'],
      obliges: 'supervisor',
    },
    'agr-supervision-intake': {
      startsOn: 'apply-for-supervision',
      stopsOn: 'accept-supervision',
      obliges: 'supervisor',
    },
    'sup-state-reasons': {
      startsOn: 'require-reasons',
      stopsOn: ['state-reasons', 'file-under-supervision', 'state-overdue-reasons'],
      mootOn: ['notify-to-file'],
      obliges: 'police',
    },
    'sup-overdue-reasons': {
      startsOn: 'require-overdue-reasons',
      stopsOn: ['state-overdue-reasons', 'file-under-supervision', 'decide-late'],
      mootOn: ['notify-to-file'],
      obliges: 'police',
    },
    'agr-supervision-examination': {
      startsOn: ['state-reasons', 'state-overdue-reasons'],
      stopsOn: ['uphold-reasons', 'notify-to-file'],
      obliges: 'supervisor',
    },
    'sup-reasons-ok-inform': {
      startsOn: 'uphold-reasons',
      stopsOn: 'inform-applicant',
      obliges: 'supervisor',
    },
    'sup-notice-to-file': {
      startsOn: 'notify-to-file',
      stopsOn: 'file-under-supervision',
      mootOn: ['close-supervision'],
      obliges: 'police',
    },
    'sup-investigation-urge': {
      startsOn: 'file-under-supervision',
      // A mark in time: when it passes the procuratorate may urge. Nobody breaks it; a report of progress concludes nothing.
      stopsOn: 'conclude-supervision',
      mootOn: ['urge-progress'],
      window: true,
      obliges: 'supervisor',
    },
    'sup-urge-transfer': {
      startsOn: 'urge-transfer',
      stopsOn: ['report-transfer', 'decline-transfer'],
      mootOn: ['notify-police'],
      obliges: 'applicant',
    },
    'sup-consult-reply': {
      startsOn: 'consult-standard',
      stopsOn: 'answer-consultation',
      obliges: 'supervisor',
    },
    'sup-platform-entry': {
      startsOn: ['notify-to-file', 'uphold-reasons'],
      stopsOn: 'enter-in-platform',
      obliges: 'supervisor',
    },
    'sup-revoke-objection': {
      startsOn: 'object-to-withdrawal',
      stopsOn: ['uphold-withdrawal', 'revoke-withdrawal-notice'],
      obliges: 'supervisor',
    },
    'sup-revoke-objection-review': {
      startsOn: 'request-higher-review',
      stopsOn: 'record-higher-review',
      obliges: 'supervisor',
    },
  },
});
