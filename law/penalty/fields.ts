// What the steps of a penalty record in the open.
import { ENFORCEMENT_FIELDS } from '../enforcement.ts';
import { COLLECTIVE_DUE } from '../heavy-decision.ts';
import { REMEDY_FIELDS } from '../remedy.ts';
import {
  AMOUNT_BANDS,
  ANOTHER_ACT,
  CONDUCT_ENDED_ON,
  DISCOVERED_ON,
  NOTICE_TYPE,
  OBVIOUS,
  PENALTY_DECIDED_ON,
  REPLY_BY,
  TOPIC,
} from '../shared-fields.ts';
import { HEARING_FIELDS } from './hearing-scope.ts';
import type { Literal } from './penalty-law.ts';

export const FIELDS = {
  ...AMOUNT_BANDS,
  ...HEARING_FIELDS,
  topic: TOPIC,
  noticeType: NOTICE_TYPE,
  replyBy: REPLY_BY,
  obvious: OBVIOUS,
  penaltyDecidedOn: PENALTY_DECIDED_ON,
  leadOrigin: {
    kind: 'code',
    title: ['线索来源', 'where the lead came from'],
    options: {
      inspection: ['监督检查', 'inspection'],
      report: ['投诉举报', 'a report'],
      'other-department': ['其他部门移送', 'another department'],
      superior: ['上级交办', 'the superior'],
      'criminal-side': ['司法机关移送', 'police, procuratorate or court'],
    },
  },
  anotherAct: ANOTHER_ACT,
  conductEndedOn: CONDUCT_ENDED_ON,
  discoveredOn: DISCOVERED_ON,
  fiveYearBar: {
    kind: 'flag',
    title: ['涉及生命健康安全、金融安全且有危害后果', 'harm to life, health or financial safety'],
  },
  liability: { kind: 'code', list: true, title: ['处罚依据条款', 'articles of liability'] },
  legalReviewDue: { kind: 'flag', title: ['属于应当法制审核的情形', 'a legal review is owed'] },
  collectiveDue: COLLECTIVE_DUE,
  hearingDate: { kind: 'date', title: ['听证日期', 'day of the hearing'] },
  hearingOutcome: {
    kind: 'code',
    title: ['听证结果', 'how the hearing ended'],
    options: {
      held: ['已举行', 'held'],
      withdrawn: ['当事人撤回', 'withdrawn by the party'],
      waived: ['视为放弃', 'taken as waived'],
    },
  },
  noPenaltyGround: {
    kind: 'code',
    title: ['不予处罚情形', 'ground for no penalty'],
    options: {
      exempt: ['依法不予处罚', 'exempt by law'],
      'not-established': ['违法事实不能成立', 'no violation established'],
      'time-barred': ['超过追罚时效', 'time-barred'],
    },
  },
  paidBy: { kind: 'date', title: ['批准的缴清日期', 'day to have paid by'] },
  ...ENFORCEMENT_FIELDS,
  ...REMEDY_FIELDS,
  redoBy: { kind: 'date', title: ['重新作出的期限', 'day to decide anew by'] },
} as const satisfies Literal['fields'];
