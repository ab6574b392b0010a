// From the report to the head's approval or refusal of the transfer, and what the procuratorate may say to a refusal
// (O310 5(2); JG2019 557(3)).
import { CRIME_SUSPECTED } from '../clue-verification.ts';
import { opensLeadAgainOf } from '../opens-penalty.ts';
import type { Part } from '../part.ts';
import { AMOUNT_BAND_NAMES } from '../shared-fields.ts';
import { ONCE_SUPERVISED } from './filing.ts';

export const APPROVAL = {
  conditions: {
    'no-opinion-issued': {
      if: { field: { name: 'replyBy', absent: true } },
      title: [
        '检察机关未提出移送意见时',
        'where the procuratorate issued no opinion that it must be transferred',
      ],
      refusal: [
        '检察机关已提出移送意见，批准不得撤回',
        'The procuratorate has asked for the transfer; the approval is not withdrawn',
      ],
    },
    // O310 5: the team reports, the principal decides; nobody decides on a report of his own.
    'another-officer-decides': {
      if: { notSameOfficerAs: ['submit-transfer-report'] },
      title: ['审批人不是提交移送报告的人员时', 'where another officer submitted the report'],
      code: 'SAME_OFFICER',
      refusal: [
        '提交移送报告的人员不得自行审批，须由另一名人员审批',
        'Who submitted the report may not decide on it; another officer must',
      ],
    },
  },
  commands: {
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
    // What does not go to the police was decided on by nothing: the lead that it came from is (N4 14).
    'close-refused': {
      event: 'refused-transfer-closed',
      title: ['不移送结案', 'Close without transfer'],
      by: 'sender',
      lifts: [CRIME_SUSPECTED],
      rank: 'head',
      reason: 'required',
      copyTo: ['supervisor'],
      opens: opensLeadAgainOf('sender'),
    },
  },
  states: {
    'awaiting-head-decision': {
      title: ['待正职审批', 'Awaiting the head’s decision'],
      on: {
        'approve-transfer': 'approved-for-handover',
        'refuse-transfer': 'refused-by-head',
        'return-report': 'team-formed',
      },
    },
    'refused-by-head': {
      title: ['不批准移送', 'Refused by the head'],
      on: {
        reopen: 'team-formed',
        'issue-transfer-opinion': 'transfer-demanded',
        'close-refused': { to: 'closed', ...ONCE_SUPERVISED },
      },
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
  },
  clocks: {
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
  },
} as const satisfies Part;
