// Transfer of a suspected crime from an administrative organ to the police: sending side, receiving side, and what may
// follow a refusal to file. The course of the criminal case itself is tracked, not driven, once it is filed.
// Over 250 lines because one procedure is one file, read beside the law.
import { defineProcedure, type Transition } from '../../schemas/procedure.ts';

const PAPERS_OF_TRANSFER = ['transfer-letter', 'investigation-report', 'property-list'];

/** JG2019 560, 563: filing is what supervision asks for, whichever proceeding the police file it in. */
const ENDS_SUPERVISION = [{ procedure: 'filing-supervision', command: 'file-under-supervision' }];

/** The police may file wherever they hold the case, also one they first did not file; supervision makes use of that. */
const FILE_CASE = {
  event: 'case-filed',
  title: { zh: '决定立案', en: 'File the case' },
  by: 'receiver',
  papers: ['filing-notice'],
  to: 'filed',
  copyTo: ['supervisor'],
  also: ENDS_SUPERVISION,
};

const REQUEST_SUPERVISION = {
  event: 'supervision-requested',
  title: { zh: '建议立案监督', en: 'Ask for supervision' },
  by: 'sender',
  papers: ['filing-supervision-suggestion'],
  copyTo: ['supervisor'],
  opens: {
    procedure: 'filing-supervision',
    roles: { applicant: 'sender', police: 'receiver', supervisor: 'supervisor' },
  },
};

/** JG2019 562: not decided in time, however far the police had come. */
const REQUEST_SUPERVISION_OVERDUE = {
  ...REQUEST_SUPERVISION,
  title: { zh: '逾期未决,建议立案监督', en: 'Overdue: ask for supervision' },
  guards: ['review-is-overdue', 'no-supervision-open'],
};

/** GA127 184: the case goes to another police organ, which signs for it; the one that moved it tells the sender. */
const JURISDICTION = {
  'move-jurisdiction': {
    event: 'jurisdiction-moved',
    title: { zh: '移送其他公安机关管辖或者并案', en: 'Move to another police organ' },
    by: 'receiver',
    reason: 'required',
    needs: ['to'],
    handsTo: 'receiver',
  },
  'receive-moved-case': {
    event: 'moved-case-received',
    title: { zh: '签收移送管辖的案件', en: 'Sign for the case moved here' },
    by: 'receiver',
    guards: ['hand-off-is-open'],
    closesHandOff: 'received',
  },
} satisfies Record<string, Transition>;
const NOTIFY_JURISDICTION_CHANGE = {
  event: 'jurisdiction-change-notified',
  title: { zh: '告知移送机关管辖变更', en: 'Tell the sender of the move' },
  by: 'former-receiver',
  papers: ['jurisdiction-transfer-notice'],
};

const RETURN_FOR_ADMIN_LIABILITY: Transition = {
  event: 'returned-for-admin-liability',
  title: { zh: '移送追究行政责任', en: 'Return for administrative liability' },
  by: 'receiver',
  reason: 'required',
};

/** GA127 178, O310 13: owed from the refusal on, also while reconsideration or supervision goes on about it. */
const AFTER_NON_FILING = {
  'serve-complainant': {
    event: 'complainant-served',
    title: { zh: '送达控告人', en: 'Serve the complainant' },
    by: 'receiver',
  },
  'return-for-admin-liability': RETURN_FOR_ADMIN_LIABILITY,
} satisfies Record<string, Transition>;

/** Every variant of the filing review: which of them run is settled per region. */
const FILING_REVIEW = {
  startsOn: 'sign-receipt',
  stopsOn: ['file-case', 'refuse-filing', 'return-not-police-matter'],
  mootOn: ['forward-to-competent-police'],
  extendsOn: ['extend-review'],
  pausesOn: ['pause-review'],
  resumesOn: ['resume-review'],
  obliges: 'receiver',
  onOverdue: {
    draft: 'filing-supervision-suggestion',
    event: 'supervision-request-drafted',
    for: 'sender',
    visibleTo: ['supervisor'],
  },
};

export const criminalTransfer = defineProcedure({
  procedure: 'criminal-transfer',
  version: 1,
  title: { zh: '涉嫌犯罪案件移送', en: 'Transfer of a suspected crime' },
  basis: [{ act: 'O310' }, { act: 'YB49', article: '3' }, { act: 'GA127', article: '180' }],
  roles: {
    sender: ['medical-insurance', 'health', 'market-regulation'],
    receiver: ['public-security'],
    supervisor: ['procuratorate'],
    'former-receiver': ['public-security'],
  },
  cast: { sender: 'actor', receiver: 'routing', supervisor: 'routing' },
  opensOn: {
    'suspect-crime': {
      event: 'crime-suspected',
      title: { zh: '发现涉嫌犯罪,指定办案人员', en: 'A crime is suspected; the team is named' },
      by: 'sender',
      officers: 2,
    },
  },
  opensIn: 'team-formed',
  states: {
    'team-formed': {
      title: { zh: '已成立专案组', en: 'Team formed' },
      on: {
        'submit-transfer-report': {
          event: 'transfer-report-submitted',
          title: { zh: '提交移送报告', en: 'Submit the transfer report' },
          by: 'sender',
          papers: ['transfer-report'],
          to: 'awaiting-head-decision',
        },
      },
    },
    'awaiting-head-decision': {
      title: { zh: '待正职审批', en: 'Awaiting the head’s decision' },
      on: {
        'approve-transfer': {
          event: 'transfer-approved',
          title: { zh: '批准移送', en: 'Approve the transfer' },
          by: 'sender',
          rank: 'head',
          to: 'approved-for-handover',
        },
        'refuse-transfer': {
          event: 'transfer-refused',
          title: { zh: '不批准移送', en: 'Refuse the transfer' },
          by: 'sender',
          rank: 'head',
          reason: 'required',
          to: 'refused-by-head',
          copyTo: ['supervisor'],
        },
        'return-report': {
          event: 'transfer-report-returned',
          title: { zh: '退回补充调查', en: 'Return the report for more work' },
          by: 'sender',
          rank: 'head',
          reason: 'required',
          to: 'team-formed',
        },
      },
    },
    'refused-by-head': {
      title: { zh: '不批准移送', en: 'Refused by the head' },
      on: {
        reopen: {
          event: 'transfer-reopened',
          title: { zh: '重新启动移送', en: 'Reopen the transfer' },
          by: 'sender',
          to: 'team-formed',
        },
        'issue-transfer-opinion': {
          event: 'transfer-opinion-issued',
          title: { zh: '提出移送的检察意见', en: 'Issue the opinion that it must be transferred' },
          by: 'supervisor',
          papers: ['urge-transfer-opinion'],
          needs: ['replyBy'],
          to: 'awaiting-head-decision',
          copyTo: ['sender'],
        },
        'close-refused': {
          event: 'refused-transfer-closed',
          title: { zh: '不移送结案', en: 'Close without transfer' },
          by: 'sender',
          rank: 'head',
          reason: 'required',
          to: 'closed',
          copyTo: ['supervisor'],
        },
      },
    },
    'approved-for-handover': {
      title: { zh: '待移交', en: 'Approved, to be handed over' },
      on: {
        'hand-over': {
          event: 'handed-over',
          title: { zh: '移交公安机关', en: 'Hand over to the police' },
          by: 'sender',
          papers: PAPERS_OF_TRANSFER,
          to: 'delivered',
          copyTo: ['supervisor'],
          handsTo: 'receiver',
        },
      },
    },
    delivered: {
      title: { zh: '已送达,待签收', en: 'Delivered, receipt pending' },
      on: {
        'sign-receipt': {
          event: 'receipt-signed',
          title: { zh: '签收回执', en: 'Sign the receipt' },
          by: 'receiver',
          to: 'accepted',
          closesHandOff: 'received',
        },
        'refuse-receipt': {
          event: 'receipt-refused',
          title: { zh: '拒收', en: 'Refuse the receipt' },
          by: 'receiver',
          reason: 'required',
          to: 'receipt-refused',
          copyTo: ['supervisor'],
          closesHandOff: 'returned',
        },
      },
    },
    'receipt-refused': {
      title: { zh: '被拒收', en: 'Receipt refused' },
      on: {
        'sign-receipt': {
          event: 'receipt-signed',
          title: { zh: '签收回执', en: 'Sign the receipt' },
          by: 'receiver',
          to: 'accepted',
        },
        'file-case': FILE_CASE,
        'request-supervision': { ...REQUEST_SUPERVISION, guards: ['no-supervision-open'] },
      },
    },
    accepted: {
      title: { zh: '已接受', en: 'Accepted' },
      on: {
        'request-supplement': {
          event: 'supplement-requested',
          title: { zh: '通知补正材料', en: 'Ask for missing papers' },
          by: 'receiver',
          papers: ['supplement-notice'],
          to: 'supplement-pending',
        },
        'forward-to-competent-police': {
          event: 'forwarded-to-competent-police',
          title: { zh: '移送有管辖权的公安机关', en: 'Pass to the competent police' },
          by: 'receiver',
          papers: ['jurisdiction-transfer-notice'],
          reason: 'required',
          needs: ['to'],
          to: 'delivered',
          handsTo: 'receiver',
        },
        'return-not-police-matter': {
          event: 'returned-not-police-matter',
          title: { zh: '不属于公安机关职责,退回', en: 'Return: not a police matter' },
          by: 'receiver',
          papers: ['return-notice'],
          reason: 'required',
          to: 'returned-not-police-matter',
        },
        'take-urgent-measures': {
          event: 'urgent-measures-taken',
          title: { zh: '采取紧急措施', en: 'Take urgent measures' },
          by: 'receiver',
        },
        'start-review': {
          event: 'review-started',
          title: { zh: '开始立案审查', en: 'Start the filing review' },
          by: 'receiver',
          to: 'under-filing-review',
        },
        'file-case': FILE_CASE,
        'request-supervision': REQUEST_SUPERVISION_OVERDUE,
      },
    },
    'supplement-pending': {
      title: { zh: '待补正', en: 'Supplement pending' },
      on: {
        supplement: {
          event: 'supplemented',
          title: { zh: '补正材料', en: 'Supply the missing papers' },
          by: 'sender',
          to: 'under-filing-review',
        },
        'explain-supplement': {
          event: 'supplement-explained',
          title: { zh: '说明不能补正', en: 'Explain what cannot be supplied' },
          by: 'sender',
          reason: 'required',
          to: 'under-filing-review',
        },
        'start-review': {
          event: 'review-started',
          title: { zh: '依现有材料审查', en: 'Review on what there is' },
          by: 'receiver',
          to: 'under-filing-review',
        },
        'file-case': FILE_CASE,
        'request-supervision': REQUEST_SUPERVISION_OVERDUE,
      },
    },
    'returned-not-police-matter': {
      title: { zh: '不属公安职责,已退回', en: 'Returned, not a police matter' },
      on: {
        reroute: {
          event: 'rerouted',
          title: { zh: '转送其他部门', en: 'Send to another department' },
          by: 'sender',
          needs: ['to', 'topic'],
          to: 'closed',
          opens: { procedure: 'clue-notice', roles: { sender: 'sender' } },
        },
        'close-returned': {
          event: 'returned-transfer-closed',
          title: { zh: '自行处理并结案', en: 'Deal with it and close' },
          by: 'sender',
          to: 'closed',
        },
      },
    },
    'under-filing-review': {
      title: { zh: '立案审查中', en: 'Under filing review' },
      on: {
        'file-case': FILE_CASE,
        'refuse-filing': {
          event: 'filing-refused',
          title: { zh: '决定不予立案', en: 'Decide not to file' },
          by: 'receiver',
          papers: ['non-filing-notice'],
          reason: 'required',
          to: 'not-filed',
          // JG2019 562 asks for a decision or for reasons.
          also: [{ procedure: 'filing-supervision', command: 'decide-late' }],
        },
        'return-not-police-matter': {
          event: 'returned-not-police-matter',
          title: { zh: '不属于公安机关职责,退回', en: 'Return: not a police matter' },
          by: 'receiver',
          papers: ['return-notice'],
          reason: 'required',
          to: 'returned-not-police-matter',
        },
        'extend-review': {
          event: 'review-extended',
          title: { zh: '批准延长审查期限', en: 'Prolong the review' },
          by: 'receiver',
          rank: 'head',
          reason: 'required',
          needs: ['extension', 'approver'],
        },
        'pause-review': {
          event: 'review-paused',
          title: { zh: '中止计时', en: 'Pause the clock' },
          by: 'receiver',
          rank: 'head',
          reason: 'required',
          needs: ['basis'],
        },
        'resume-review': {
          event: 'review-resumed',
          title: { zh: '恢复计时', en: 'Resume the clock' },
          by: 'receiver',
        },
        'request-supervision': REQUEST_SUPERVISION_OVERDUE,
      },
    },
    filed: {
      title: { zh: '已立案', en: 'Filed' },
      on: {
        'hand-over-property': {
          event: 'property-handed-over',
          title: { zh: '移交涉案物品', en: 'Hand over the property' },
          by: 'sender',
          papers: ['property-handover-list'],
          to: 'under-criminal-investigation',
        },
        'declare-no-property': {
          event: 'no-property-declared',
          title: { zh: '声明无涉案物品', en: 'State that there is no property' },
          by: 'sender',
          to: 'under-criminal-investigation',
        },
        ...JURISDICTION,
        'notify-jurisdiction-change': NOTIFY_JURISDICTION_CHANGE,
        'withdraw-case': {
          event: 'case-withdrawn',
          title: { zh: '撤销案件', en: 'Withdraw the case' },
          by: 'receiver',
          reason: 'required',
          to: 'withdrawn',
        },
      },
    },
    'under-criminal-investigation': {
      title: { zh: '刑事侦查中', en: 'Under criminal investigation' },
      on: {
        ...JURISDICTION,
        'notify-jurisdiction-change': NOTIFY_JURISDICTION_CHANGE,
        'withdraw-case': {
          event: 'case-withdrawn',
          title: { zh: '撤销案件', en: 'Withdraw the case' },
          by: 'receiver',
          reason: 'required',
          to: 'withdrawn',
        },
        'send-for-prosecution': {
          event: 'sent-for-prosecution',
          title: { zh: '移送审查起诉', en: 'Send for prosecution' },
          by: 'receiver',
          copyTo: ['supervisor'],
          to: 'sent-for-prosecution',
        },
      },
    },
    withdrawn: {
      title: { zh: '已撤案,待告知', en: 'Withdrawn, sender to be told' },
      on: {
        'notify-jurisdiction-change': NOTIFY_JURISDICTION_CHANGE,
        'notify-withdrawal': {
          event: 'withdrawal-notified',
          title: { zh: '告知撤案并退还材料', en: 'Tell the sender and return the papers' },
          by: 'receiver',
          papers: ['case-withdrawal-decision'],
          to: 'back-to-admin',
        },
        'return-for-admin-liability': RETURN_FOR_ADMIN_LIABILITY,
      },
    },
    'not-filed': {
      title: { zh: '不予立案', en: 'Not filed' },
      on: {
        'acknowledge-non-filing': {
          event: 'non-filing-acknowledged',
          title: { zh: '登记收到不予立案通知书', en: 'Record receipt of the notice of non-filing' },
          by: 'sender',
          guards: ['receipt-not-recorded'],
        },
        ...AFTER_NON_FILING,
        'request-reconsideration': {
          event: 'reconsideration-requested',
          title: { zh: '提请复议', en: 'Ask for reconsideration' },
          by: 'sender',
          papers: ['reconsideration-request'],
          to: 'under-reconsideration',
        },
        'file-case': FILE_CASE,
        'request-supervision': { ...REQUEST_SUPERVISION, to: 'under-supervision' },
        'accept-non-filing': {
          event: 'non-filing-accepted',
          title: { zh: '接受不予立案', en: 'Accept the non-filing' },
          by: 'sender',
          to: 'back-to-admin',
        },
      },
    },
    'under-reconsideration': {
      title: { zh: '复议中', en: 'Under reconsideration' },
      on: {
        ...AFTER_NON_FILING,
        'uphold-non-filing': {
          event: 'non-filing-upheld',
          title: { zh: '复议维持不予立案', en: 'Uphold the non-filing' },
          by: 'receiver',
          papers: ['reconsideration-decision'],
          reason: 'required',
          to: 'non-filing-confirmed',
        },
        'file-after-reconsideration': {
          event: 'filed-after-reconsideration',
          title: { zh: '复议改为立案', en: 'File after reconsideration' },
          by: 'receiver',
          papers: ['reconsideration-decision', 'filing-notice'],
          to: 'filed',
          copyTo: ['supervisor'],
          also: ENDS_SUPERVISION,
        },
      },
    },
    'non-filing-confirmed': {
      title: { zh: '复议维持不予立案', en: 'Non-filing confirmed' },
      on: {
        ...AFTER_NON_FILING,
        'file-case': FILE_CASE,
        'request-supervision': { ...REQUEST_SUPERVISION, to: 'under-supervision' },
        'accept-non-filing': {
          event: 'non-filing-accepted',
          title: { zh: '接受不予立案', en: 'Accept the non-filing' },
          by: 'sender',
          to: 'back-to-admin',
        },
      },
    },
    'under-supervision': {
      title: { zh: '立案监督中', en: 'Under filing supervision' },
      on: {
        ...AFTER_NON_FILING,
        'file-case': FILE_CASE,
        'accept-non-filing': {
          event: 'non-filing-accepted',
          title: { zh: '接受不予立案', en: 'Accept the non-filing' },
          by: 'sender',
          to: 'back-to-admin',
        },
      },
    },
    'back-to-admin': {
      title: { zh: '退回行政处理', en: 'Back to the administrative organ' },
      terminal: true,
    },
    'sent-for-prosecution': { title: { zh: '已移送审查起诉', en: 'Sent for prosecution' }, terminal: true },
    closed: { title: { zh: '已结案', en: 'Closed' }, terminal: true },
  },
  always: {
    'send-penalty-copy': {
      event: 'penalty-copy-sent',
      title: { zh: '抄送行政处罚决定书', en: 'Send a copy of the penalty decision' },
      by: 'sender',
      papers: ['penalty-decision-copy'],
      copyTo: ['receiver', 'supervisor'],
    },
  },
  clocks: {
    'fwd-form-team': { startsOn: 'suspect-crime', stopsOn: 'submit-transfer-report', obliges: 'sender' },
    'fwd-obvious-crime': {
      startsOn: 'suspect-crime',
      when: 'obvious',
      stopsOn: 'hand-over',
      mootOn: ['close-refused'],
      obliges: 'sender',
    },
    'fwd-late-penalty-copy': {
      startsOn: 'suspect-crime',
      when: 'penaltyMade',
      stopsOn: 'send-penalty-copy',
      obliges: 'sender',
    },
    'fwd-head-decision': {
      startsOn: ['submit-transfer-report', 'issue-transfer-opinion'],
      stopsOn: ['approve-transfer', 'refuse-transfer', 'return-report'],
      obliges: 'sender',
    },
    'sup-urge-transfer': {
      startsOn: 'issue-transfer-opinion',
      stopsOn: ['approve-transfer', 'refuse-transfer'],
      obliges: 'sender',
    },
    'fwd-handover': { startsOn: 'approve-transfer', stopsOn: 'hand-over', obliges: 'sender' },
    'fwd-copy-procuratorate': {
      startsOn: 'approve-transfer',
      stopsOn: 'hand-over',
      reaches: 'supervisor',
      obliges: 'sender',
    },
    'fwd-receipt-sign': {
      startsOn: ['hand-over', 'forward-to-competent-police'],
      // A refusal is not what O310 7 asks for: the duty stays.
      stopsOn: 'sign-receipt',
      mootOn: ['file-case'],
      escalatesOn: ['refuse-receipt'],
      obliges: 'receiver',
    },
    'agr-hand-off-receipt': {
      startsOn: ['hand-over', 'forward-to-competent-police', 'move-jurisdiction'],
      stopsOn: ['sign-receipt', 'refuse-receipt', 'receive-moved-case'],
      mootOn: ['withdraw-case'],
      obliges: 'receiver',
    },
    'fwd-supplement-notice': {
      startsOn: 'sign-receipt',
      stopsOn: 'request-supplement',
      mootOn: ['start-review', 'forward-to-competent-police', 'return-not-police-matter', 'file-case'],
      window: true,
      obliges: 'receiver',
    },
    'fwd-no-jurisdiction-police': {
      startsOn: 'sign-receipt',
      stopsOn: 'forward-to-competent-police',
      mootOn: ['start-review', 'request-supplement', 'return-not-police-matter', 'file-case'],
      window: true,
      obliges: 'receiver',
    },
    'fwd-supplement': {
      startsOn: 'request-supplement',
      stopsOn: ['supplement', 'explain-supplement'],
      mootOn: ['start-review', 'file-case'],
      obliges: 'sender',
    },
    'fwd-filing-review': FILING_REVIEW,
    'fwd-filing-review-econ': FILING_REVIEW,
    'fwd-filing-review-general': FILING_REVIEW,
    'fwd-filing-review-2006': FILING_REVIEW,
    'fwd-notfile-notice-complainant': {
      startsOn: 'refuse-filing',
      when: 'complainant',
      stopsOn: 'serve-complainant',
      mootOn: ['file-case', 'file-after-reconsideration'],
      obliges: 'receiver',
    },
    'fwd-return-admin-liability': {
      startsOn: ['refuse-filing', 'withdraw-case'],
      when: 'adminLiability',
      stopsOn: 'return-for-admin-liability',
      mootOn: ['file-case', 'file-after-reconsideration'],
      obliges: 'receiver',
    },
    'fwd-reconsider-request': {
      startsOn: ['refuse-filing', 'acknowledge-non-filing'],
      stopsOn: ['request-reconsideration', 'request-supervision'],
      mootOn: ['accept-non-filing', 'file-case'],
      window: true,
      obliges: 'sender',
    },
    'fwd-reconsider-decision': {
      startsOn: 'request-reconsideration',
      stopsOn: ['uphold-non-filing', 'file-after-reconsideration'],
      obliges: 'receiver',
    },
    'fwd-supervision-request': {
      startsOn: 'uphold-non-filing',
      stopsOn: 'request-supervision',
      mootOn: ['accept-non-filing', 'file-case'],
      window: true,
      obliges: 'sender',
    },
    'fwd-property-handover': {
      startsOn: ['file-case', 'file-after-reconsideration'],
      stopsOn: ['hand-over-property', 'declare-no-property'],
      mootOn: ['withdraw-case'],
      obliges: 'sender',
    },
    'fwd-police-jurisdiction-change': {
      startsOn: 'move-jurisdiction',
      stopsOn: 'notify-jurisdiction-change',
      obliges: 'former-receiver',
    },
    'fwd-case-withdrawn-notice': {
      startsOn: 'withdraw-case',
      stopsOn: 'notify-withdrawal',
      obliges: 'receiver',
    },
  },
});
