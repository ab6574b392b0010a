// The course that every administrative penalty takes (CF 39 to 75), whichever organ imposes it: roles, commands, states and clocks
// that the procedures of insurance, market, health and drug regulation share. What is an organ's own (its law, its limits, what its
// law lets stop the ninety days, whether it may seal) stands in the procedure of that organ.
// Over 250 lines because it is one course, read beside the law.
import type { Body } from '../schemas/ids.ts';
import type { Procedure } from '../schemas/procedure.ts';
import type { LegalBasis } from '../schemas/time-limit.ts';
import { DECIDED_BY_TRANSFER } from './clue-verification.ts';
import { defineProcedure, type ProcedureLiteral } from './define-procedure.ts';
import { DISCIPLINE_COPY } from './discipline-copy.ts';
import { HEARING_CONDITIONS, HEARING_FIELDS, PENALTY_SAID } from './hearing-scope.ts';
import { ONE_TRANSFER } from './one-transfer.ts';
import { DECIDED_BY_FILING } from './opens-penalty.ts';
import { OFFICIAL_INVOLVED, proposesReferralBy } from './opens-referral.ts';
import { CASE_CONTENT } from './passed-on.ts';
import {
  AMOUNT_BAND_NAMES,
  AMOUNT_BANDS,
  CONDUCT_ENDED_ON,
  NOTICE_TYPE,
  OBVIOUS,
  PENALTY_DECIDED_ON,
  REPLY_BY,
  TOPIC,
} from './shared-fields.ts';

type Literal = ProcedureLiteral<string, string, string, string, string>;
type On = NonNullable<Literal['states'][string]['on']>;
type Clocks = Literal['clocks'];

/** What an organ's own law adds to the course, and which limits are its own. */
export type PenaltyLaw = {
  procedure: string;
  title: Literal['title'];
  inForce: Literal['inForce'];
  basis: readonly LegalBasis[];
  organ: Body;
  /** Verification of the clue, whether its limit may be prolonged, and what is not counted in it. */
  verify: { limit: string; isExtended: boolean; leavesOut?: readonly 'appraisal'[] };
  /** The ninety days: whether they may be prolonged, and what is not counted in them. */
  decision: { limit: string; isExtended: boolean; leavesOut: readonly (keyof typeof LEFT_OUT)[] };
  /** Whether its law knows the suspension of an investigation. */
  isSuspended: boolean;
  /** Limit of the legal review, and whether it may be prolonged. */
  legalReview?: string;
  serve: string;
  publish: string;
  withdrawPublication: string;
  close?: string;
  own?: {
    roles?: Literal['roles'];
    fields?: Literal['fields'];
    papers?: Literal['papers'];
    conditions?: Literal['conditions'];
    commands?: Literal['commands'];
    /** What its decisions may say beside, and what must hold for them too. */
    decides?: { takes: readonly string[]; when: readonly string[] };
    opensOn?: Literal['opensOn'];
    results?: Literal['results'];
    states?: Literal['states'];
    /** What it offers beside in the states of the course. */
    on?: Readonly<Record<string, On>>;
    always?: On;
    clocks?: Clocks;
    counts?: NonNullable<NonNullable<Literal['report']>['counts']>;
  };
};

const FIELDS = {
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
  conductEndedOn: CONDUCT_ENDED_ON,
  liability: { kind: 'code', list: true, title: ['处罚依据条款', 'articles of liability'] },
  legalReviewDue: { kind: 'flag', title: ['属于应当法制审核的情形', 'a legal review is owed'] },
  collectiveDue: { kind: 'flag', title: ['属于应当集体讨论的情形', 'a collective decision is owed'] },
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
  enforceableFrom: {
    kind: 'date',
    title: ['救济或者分期期限届满日期', 'day the remedies or instalments ended'],
  },
  remedySought: {
    kind: 'code',
    title: ['救济途径', 'remedy sought'],
    options: {
      reconsideration: ['行政复议', 'reconsideration'],
      suit: ['行政诉讼', 'a suit'],
    },
  },
  redoBy: { kind: 'date', title: ['重新作出的期限', 'day to decide anew by'] },
  publicationAffected: { kind: 'flag', title: ['决定已公开', 'the decision was published'] },
} as const satisfies Literal['fields'];

const PAPERS = {
  'case-filing-form': ['立案审批表', 'Filing form'],
  'investigation-conclusion': ['案件调查终结报告', 'Report that concludes the investigation'],
  'suspension-decision': ['案件中止调查决定书', 'Decision to suspend the investigation'],
  'legal-review-opinion': ['法制审核意见书', 'Opinion of the legal review'],
  'penalty-notice': ['行政处罚事先告知书', 'Notice of the penalty in prospect'],
  'hearing-notice': ['行政处罚听证通知书', 'Notice of the hearing'],
  'collective-discussion-record': ['案件集体讨论记录', 'Record of the collective discussion'],
  'penalty-decision': ['行政处罚决定书', 'Penalty decision'],
  'no-penalty-decision': ['不予行政处罚决定书', 'Decision to impose no penalty'],
  'service-return': ['送达回证', 'Return of service'],
  'instalment-approval': ['暂缓或者分期缴纳罚款通知书', 'Approval of deferred or part payment'],
  'urging-notice': ['催告书', 'Urging notice'],
  'enforcement-application': ['行政处罚强制执行申请书', 'Application for enforcement'],
  'closing-report': ['行政处罚结案报告', 'Closing report'],
} as const satisfies Literal['papers'];

const over = (begin: string, end: string) =>
  ({ anyOf: [{ never: { command: begin } }, { happened: { command: end, since: begin } }] }) as const;
const UPDATED = { command: 'conclude-investigation' } as const;

const CONDITIONS = {
  ...OFFICIAL_INVOLVED,
  ...DISCIPLINE_COPY.conditions,
  ...HEARING_CONDITIONS,
  ...ONE_TRANSFER,
  // CF 57: the police, the procuratorate or a court have it; a fine waits for the end of that. O310 11 and CF 35 forbid the penalty
  // in place of a transfer and the fine after a criminal one; that all fines wait is how the two are kept, and a region may see it otherwise.
  // Whoever decides on the transfer has decided on no penalty (CF 57(1)).
  'no-criminal-side-open': {
    if: {
      allOf: [
        { noneMarked: { mark: 'criminal-open', of: 'case' } },
        { noneMarked: { mark: 'transfer-decided', of: 'case' } },
      ],
    },
    title: ['刑事程序未开始或者已终结时', 'while no criminal side is open'],
    code: 'CRIMINAL_SIDE_OPEN',
    refusal: [
      '案件已决定移送或者已移送司法机关，刑事程序终结前不得作出罚款决定；可以作出不含罚款的处罚决定（decide-without-fine）',
      'The case is or will be with the criminal side; no fine is decided before that has ended, a penalty without one may be (decide-without-fine)',
    ],
    basis: [
      { act: 'O310', article: '11' },
      { act: 'CF', article: '35' },
      { act: 'CF', article: '57(1)4' },
      { act: 'N4', article: '47(2)' },
    ],
    switchable: true,
  },
  // O310 11(3), CF 35(2): whoever was fined by a court is not fined by an organ for the same.
  'not-fined-by-a-court': {
    if: {
      allOf: [
        { noneMarked: { mark: 'criminally-fined', of: 'subject' } },
        { never: { command: 'note-criminal-fine' } },
      ],
    },
    title: ['人民法院未判处罚金时', 'where no court has imposed a fine'],
    code: 'CRIMINAL_FINE_IMPOSED',
    refusal: [
      '人民法院已判处罚金，不得再给予罚款',
      'A court has imposed a criminal fine; no fine may be added',
    ],
    basis: [
      { act: 'O310', article: '11(3)' },
      { act: 'CF', article: '35(2)' },
    ],
  },
  // XS 259: what the bus holds as judged and open to appeal, or as not judged, is no judgment in effect.
  'judgment-in-effect': {
    if: { noneMarked: { mark: 'criminal-open', procedure: 'criminal-process', of: 'subject' } },
    title: [
      '平台上没有该当事人未终结的刑事诉讼时',
      'while the bus holds no open criminal process of the party',
    ],
    code: 'JUDGMENT_NOT_IN_EFFECT',
    refusal: [
      '该当事人的刑事诉讼尚未终结，没有生效裁判',
      'The criminal process of the party has not ended; no judgment is in effect',
    ],
    basis: [{ act: 'XS', article: '259' }],
  },
  'fined-by-a-court': {
    if: {
      anyOf: [
        { marked: { mark: 'criminally-fined', of: 'subject' } },
        { happened: { command: 'note-criminal-fine' } },
      ],
    },
    title: ['人民法院已判处罚金时', 'where a court has imposed a fine'],
    refusal: ['没有人民法院判处罚金的记录', 'No criminal fine is on record'],
  },
  'was-fined': {
    if: { never: { command: 'decide-without-fine', since: 'decide-anew' } },
    title: ['处罚决定含罚款时', 'where the penalty is a fine'],
    refusal: ['处罚决定不含罚款', 'The penalty is no fine'],
    basis: [{ act: 'CF', article: '72' }],
  },
  'not-set-off-yet': {
    if: { never: { command: 'set-off-fine', since: 'decide-fine' } },
    title: ['罚款尚未折抵时', 'while the fine was not set off'],
    refusal: ['该罚款已经折抵罚金', 'This fine was set off already'],
    basis: [{ act: 'O310', article: '11(3)' }],
  },
  // CF 29, 54: one matter is one case of an organ, however it came.
  'no-other-case-under-way': {
    if: { noneMarked: { mark: 'penalty-under-way', of: 'subject', own: true } },
    title: ['本机关对同一当事人没有在办的处罚案件时', 'while the organ has no such case of the same party'],
    code: 'CASE_UNDER_WAY',
    refusal: [
      '本机关对同一当事人已有在办的处罚案件，请在该案中办理',
      'The organ has a case of the same party under way; go on in that',
    ],
  },
  // N4 47(2): with the hand-over, not before it.
  'handed-to-criminal-side': {
    if: { marked: { mark: 'criminal-open', of: 'case' } },
    title: ['案件移交司法机关后', 'once the case was handed over'],
    refusal: ['案件尚未移交司法机关', 'The case was not handed over yet'],
  },
  // CF 58, N4 37: no decision without the review, nor where it was not passed; what was investigated again is reviewed again.
  'legally-reviewed': {
    if: {
      anyOf: [
        { field: { name: 'legalReviewDue', absent: true } },
        { happened: { command: 'pass-legal-review', since: UPDATED.command } },
      ],
    },
    title: ['应当法制审核的，审核通过后', 'once a legal review that is owed was passed'],
    refusal: [
      '应当法制审核而未经审核或者审核未通过的，不得作出决定',
      'A legal review is owed and was not passed',
    ],
    basis: [
      { act: 'CF', article: '58' },
      { act: 'N4', article: '37' },
    ],
  },
  // CF 57(2), N4 44.
  'collectively-discussed': {
    if: {
      anyOf: [
        { field: { name: 'collectiveDue', absent: true } },
        { happened: { command: 'discuss-collectively', since: UPDATED.command } },
      ],
    },
    title: ['应当集体讨论的，讨论后', 'once a collective discussion that is owed was held'],
    refusal: [
      '情节复杂或者重大违法行为，应当由负责人集体讨论决定',
      'Those in charge must decide this together',
    ],
    basis: [
      { act: 'CF', article: '57(2)' },
      { act: 'N4', article: '44' },
    ],
  },
  // CF 63, 64(1): the party has five working days to ask.
  'hearing-days-over': {
    if: {
      anyOf: [
        { passed: ['pen-hearing-request'] },
        { happened: { command: 'end-hearing', since: 'give-penalty-notice' } },
        { happened: { command: 'note-hearing-waived', since: 'give-penalty-notice' } },
      ],
    },
    title: [
      '听证期限届满、听证结束或者当事人放弃听证后',
      'once the hearing was held, waived or its days are over',
    ],
    refusal: ['当事人要求听证的期限尚未届满', 'The days to ask for a hearing are not over yet'],
    basis: [
      { act: 'CF', article: '63' },
      { act: 'CF', article: '64(1)' },
    ],
  },
  'hearing-not-held': {
    if: { never: { command: 'request-hearing', since: 'give-penalty-notice' } },
    title: ['告知后尚未要求听证时', 'where no hearing was asked for yet'],
    refusal: ['已按当事人要求组织听证', 'A hearing was asked for already'],
  },
  // CF 64(2).
  'hearing-notified': {
    if: {
      anyOf: [
        { field: { name: 'hearingOutcome', is: 'withdrawn' } },
        { field: { name: 'hearingOutcome', is: 'waived' } },
        { happened: { command: 'serve-hearing-notice', since: 'set-hearing' } },
      ],
    },
    title: [
      '已通知听证，或者当事人撤回、放弃听证时',
      'where the party was told of the hearing, or gave it up',
    ],
    refusal: ['尚未通知当事人听证的时间、地点', 'The party was not told time and place of the hearing'],
  },
  // N4 37(2), CF 58(3): who handled the case does not review it.
  'another-officer-reviews': {
    if: { notSameOfficerAs: 'conclude-investigation' },
    title: ['审核人员不是本案办案人员时', 'where another officer handled the case'],
    code: 'SAME_OFFICER',
    refusal: ['同一案件的办案人员不得作为审核人员', 'Who handled the case may not review it'],
  },
  'penalty-notice-given': {
    if: { happened: { command: 'give-penalty-notice', since: UPDATED.command } },
    title: ['已告知拟处罚内容时', 'where the party was told of the penalty in prospect'],
    refusal: ['尚未告知拟处罚内容', 'The party was not told yet'],
  },
  'appraisal-over': {
    if: over('begin-appraisal', 'end-appraisal'),
    title: ['没有检测检验、鉴定在进行时', 'while no testing or appraisal goes on'],
    refusal: ['检测检验、鉴定尚未结束', 'Testing or appraisal is still going on'],
  },
  'public-notice-over': {
    if: over('begin-public-notice', 'end-public-notice'),
    title: ['没有公告期在计时', 'while no public notice runs'],
    refusal: ['公告期尚未届满', 'The public notice is still running'],
  },
  'payment-is-due': {
    if: { passed: ['pen-pay'] },
    title: ['缴款期限届满后', 'once the days to pay are over'],
    refusal: ['缴纳罚款的期限尚未届满', 'The days to pay are not over yet'],
  },
  'instalments-are-due': {
    if: { passed: ['pen-instalments'] },
    title: ['批准的缴款期限届满后', 'once the instalments are over'],
    refusal: ['批准的暂缓或者分期缴款期限尚未届满', 'The instalments approved are not over yet'],
  },
  'reconsideration-sought': {
    if: { field: { name: 'remedySought', is: 'reconsideration' } },
    title: ['当事人申请行政复议时', 'where the party asks for reconsideration'],
    refusal: ['当事人未申请行政复议', 'No reconsideration is asked for'],
  },
  'suit-sought': {
    if: { field: { name: 'remedySought', is: 'suit' } },
    title: ['当事人提起行政诉讼时', 'where the party sues'],
    refusal: ['当事人未提起行政诉讼', 'The party does not sue'],
  },
  // CF 48(2): what was published of a decision that is gone does not stay while the case is decided anew.
  'publication-withdrawn': {
    if: {
      anyOf: [
        { field: { name: 'publicationAffected', absent: true } },
        { happened: { command: 'withdraw-publication', since: 'note-order-to-redo' } },
      ],
    },
    title: ['已公开的处罚信息撤回后', 'once what was published is withdrawn'],
    refusal: ['已公开的处罚信息尚未撤回', 'What was published is not withdrawn yet'],
  },
  // N4 33, QZ 28: what is decided is not closed over sealed or preserved property.
  'no-measure-open': {
    if: { noneOpen: { procedure: 'evidence-measure', of: 'subject' } },
    title: ['证据保全和强制措施解除后', 'once nothing is preserved, sealed or seized'],
    refusal: [
      '先行登记保存、封存、查封、扣押尚未处理或者解除',
      'Something is still preserved, sealed or seized',
    ],
  },
  // QZ 54.
  'urged-ten-days-ago': {
    if: { allOf: [{ happened: { command: 'urge-performance' } }, { passed: ['pen-urge-wait'] }] },
    title: ['催告书送达十个工作日后', 'ten working days after the urging'],
    refusal: [
      '尚未催告，或者催告后未满十个工作日',
      'The party was not urged, or less than ten working days ago',
    ],
  },
} as const satisfies Literal['conditions'];

const SUSPENSION_COMMANDS = {
  'suspend-investigation': {
    event: 'investigation-suspended',
    title: ['中止案件调查', 'Suspend the investigation'],
    by: 'organ',
    rank: 'head',
    papers: ['suspension-decision'],
    reason: 'required',
  },
  'resume-investigation': {
    event: 'investigation-resumed',
    title: ['恢复案件调查', 'Resume the investigation'],
    by: 'organ',
  },
} as const satisfies Literal['commands'];

/** N4 47(3): a termination lifts the measures with it. */
const LIFTS_MEASURES = [{ procedure: 'evidence-measure', command: 'lift-measure', each: true }] as const;

const COMMANDS = {
  'verify-lead': {
    event: 'lead-taken-up',
    title: ['收到线索，开始核查', 'Take up a lead'],
    by: 'organ',
    takes: ['leadOrigin', 'conductEndedOn', ...AMOUNT_BAND_NAMES],
  },
  'decline-filing': {
    event: 'filing-declined',
    title: ['决定不予立案', 'Decide not to file'],
    by: 'organ',
    reason: 'required',
  },
  'file-penalty': {
    event: 'penalty-case-filed',
    ofParty: true,
    title: ['行政立案', 'File the case'],
    by: 'organ',
    officers: 2,
    papers: ['case-filing-form'],
    takes: ['leadOrigin', 'conductEndedOn', ...AMOUNT_BAND_NAMES],
    when: 'no-other-case-under-way',
    opens: proposesReferralBy('organ'),
    also: DECIDED_BY_FILING,
  },
  'record-investigation': {
    event: 'investigation-recorded',
    title: ['现场检查、询问、调取资料', 'Inspect, question, collect papers'],
    by: 'organ',
    officers: 2,
  },
  'order-correction': { event: 'correction-ordered', title: ['责令改正', 'Order to correct'], by: 'organ' },
  'begin-appraisal': {
    event: 'appraisal-begun',
    title: ['委托检测检验、鉴定', 'Commission testing or appraisal'],
    by: 'organ',
    when: 'appraisal-over',
  },
  'end-appraisal': {
    event: 'appraisal-ended',
    title: ['收到检测检验、鉴定结论', 'Receive the appraisal'],
    by: 'organ',
  },
  'begin-public-notice': {
    event: 'public-notice-begun',
    title: ['公告送达', 'Begin public notice'],
    by: 'organ',
    when: 'public-notice-over',
  },
  'end-public-notice': {
    event: 'public-notice-ended',
    title: ['公告期满', 'Public notice ends'],
    by: 'organ',
  },
  'find-crime': {
    event: 'crime-found',
    title: ['发现涉嫌犯罪，启动移送', 'A crime is suspected; begin the transfer'],
    by: 'organ',
    officers: 2,
    takes: ['obvious', 'penaltyDecidedOn'],
    when: 'no-transfer-open',
    opens: { procedure: 'criminal-transfer', command: 'suspect-crime', roles: { sender: 'organ' } },
  },
  // CF 57(1)4, N4 47(2): decided by the head at the hand-over; nothing supports taking the old case up again when it comes back.
  'terminate-on-hand-over': {
    event: 'terminated-on-hand-over',
    title: ['移送司法机关，终止案件调查', 'Terminate: handed to the criminal side'],
    by: 'organ',
    rank: 'head',
    when: 'handed-to-criminal-side',
    also: LIFTS_MEASURES,
  },
  'terminate-investigation': {
    event: 'investigation-terminated',
    title: ['终止案件调查', 'Terminate the investigation'],
    by: 'organ',
    rank: 'head',
    reason: 'required',
    also: LIFTS_MEASURES,
  },
  'transfer-elsewhere': {
    event: 'transferred-elsewhere',
    title: ['移送其他行政机关或者经办机构处理', 'Transfer to another organ'],
    by: 'organ',
    rank: 'head',
    reason: 'required',
    needs: ['to', 'topic', 'summary'],
    takes: ['noticeType', 'replyBy'],
    opens: { procedure: 'clue-notice', command: 'send-clue', roles: { sender: 'organ' } },
  },
  'conclude-investigation': {
    event: 'investigation-concluded',
    title: ['案件调查终结', 'Conclude the investigation'],
    by: 'organ',
    officers: 2,
    papers: ['investigation-conclusion'],
    takes: ['legalReviewDue', 'collectiveDue', ...AMOUNT_BAND_NAMES],
    when: 'appraisal-over',
  },
  'investigate-further': {
    event: 'investigated-further',
    title: ['补充调查', 'Investigate further'],
    by: 'organ',
    reason: 'required',
  },
  'submit-to-legal-review': {
    event: 'submitted-to-legal-review',
    title: ['送法制审核', 'Submit to legal review'],
    by: 'organ',
  },
  'pass-legal-review': {
    event: 'legal-review-passed',
    title: ['法制审核通过', 'Pass the legal review'],
    by: 'organ',
    papers: ['legal-review-opinion'],
    when: 'another-officer-reviews',
  },
  'return-from-legal-review': {
    event: 'legal-review-returned',
    title: ['法制审核退回', 'Return from legal review'],
    by: 'organ',
    papers: ['legal-review-opinion'],
    reason: 'required',
    when: 'another-officer-reviews',
  },
  'give-penalty-notice': {
    event: 'penalty-notice-given',
    title: ['告知拟处罚内容和陈述、申辩、听证权利', 'Tell the party of penalty and rights'],
    by: 'organ',
    papers: ['penalty-notice'],
    // CF 44, 63: which penalty is in prospect, and the hearing where that gives a right to one.
    takes: ['hearingDue', 'collectiveDue', 'legalReviewDue', ...PENALTY_SAID],
    onRecord: ['penaltyKinds'],
    when: 'hearing-offered',
  },
  'record-defence': {
    event: 'defence-recorded',
    title: ['听取陈述、申辩并复核', 'Hear the defence and check it'],
    by: 'organ',
  },
  'note-hearing-waived': {
    event: 'hearing-waived',
    title: ['登记当事人放弃听证', 'Note that the hearing is waived'],
    by: 'organ',
  },
  'request-hearing': {
    event: 'hearing-requested',
    title: ['登记当事人要求听证', 'Note that a hearing is asked for'],
    by: 'organ',
    when: 'hearing-not-held',
  },
  'set-hearing': {
    event: 'hearing-set',
    title: ['确定听证日期', 'Set the hearing'],
    by: 'organ',
    needs: ['hearingDate'],
  },
  'serve-hearing-notice': {
    event: 'hearing-notice-served',
    title: ['送达听证通知书', 'Serve the notice of the hearing'],
    by: 'organ',
    papers: ['hearing-notice'],
  },
  'end-hearing': {
    event: 'hearing-ended',
    title: ['听证结束', 'End the hearing'],
    by: 'organ',
    needs: ['hearingOutcome'],
    when: 'hearing-notified',
  },
  'discuss-collectively': {
    event: 'collectively-discussed',
    title: ['负责人集体讨论', 'Those in charge discuss it'],
    by: 'organ',
    rank: 'head',
    papers: ['collective-discussion-record'],
  },
  'decide-fine': {
    event: 'fine-decided',
    title: ['作出处罚决定（含罚款）', 'Decide on a penalty with a fine'],
    by: 'organ',
    rank: 'head',
    papers: ['penalty-decision'],
    takes: ['liability', ...AMOUNT_BAND_NAMES, ...PENALTY_SAID],
    copyWhere: DISCIPLINE_COPY.copyWhere,
    when: [
      'no-criminal-side-open',
      'not-fined-by-a-court',
      'legally-reviewed',
      'collectively-discussed',
      'hearing-was-offered',
      'hearing-days-over',
      'public-notice-over',
      'appraisal-over',
    ],
  },
  'decide-without-fine': {
    event: 'penalty-without-fine-decided',
    title: ['作出处罚决定（不含罚款）', 'Decide on a penalty without a fine'],
    by: 'organ',
    rank: 'head',
    papers: ['penalty-decision'],
    takes: ['liability', ...AMOUNT_BAND_NAMES, ...PENALTY_SAID],
    copyWhere: DISCIPLINE_COPY.copyWhere,
    when: [
      'legally-reviewed',
      'collectively-discussed',
      'hearing-was-offered',
      'hearing-days-over',
      'public-notice-over',
      'appraisal-over',
    ],
  },
  'decide-no-penalty': {
    event: 'no-penalty-decided',
    title: ['决定不予处罚', 'Decide on no penalty'],
    by: 'organ',
    rank: 'head',
    papers: ['no-penalty-decision'],
    reason: 'required',
    needs: ['noPenaltyGround'],
    when: ['legally-reviewed', 'collectively-discussed'],
  },
  'note-criminal-fine': {
    event: 'criminal-fine-noted',
    title: ['登记人民法院判处罚金', 'Note that a court has imposed a fine'],
    by: 'organ',
    papers: ['effective-judgment'],
    // The judgment is known on paper only: what it bars is barred all the same, whatever is decided here.
    leaves: ['criminally-fined'],
    when: 'judgment-in-effect',
  },
  'serve-decision': {
    event: 'decision-served',
    title: ['送达处罚决定书', 'Serve the decision'],
    by: 'organ',
    papers: ['service-return'],
  },
  'note-part-payment': {
    event: 'part-payment-noted',
    title: ['登记部分缴款', 'Note a part payment'],
    by: 'organ',
    when: 'was-fined',
  },
  'note-payment': {
    event: 'payment-noted',
    title: ['登记缴清罚款', 'Note that the fine is paid'],
    by: 'organ',
    when: 'was-fined',
  },
  'note-performance': {
    event: 'performance-noted',
    title: ['登记履行完毕', 'Note that it is carried out'],
    by: 'organ',
  },
  'allow-instalments': {
    event: 'instalments-allowed',
    title: ['批准暂缓或者分期缴纳罚款', 'Allow deferred or part payment'],
    by: 'organ',
    rank: 'head',
    papers: ['instalment-approval'],
    needs: ['paidBy'],
  },
  'add-late-fee': {
    event: 'late-fee-added',
    title: ['加处罚款', 'Add the late fee'],
    by: 'organ',
    when: 'was-fined',
  },
  // CF 35(2), O310 11(3): a fine that was imposed first is set off against the criminal one.
  'set-off-fine': {
    event: 'fine-set-off',
    title: ['罚款折抵罚金', 'Set the fine off against the criminal one'],
    by: 'organ',
    copyTo: ['court'],
    when: ['was-fined', 'fined-by-a-court', 'not-set-off-yet'],
  },
  'note-remedy': {
    event: 'remedy-noted',
    title: ['登记当事人申请复议或者起诉', 'Note that the party seeks a remedy'],
    by: 'organ',
    takes: ['remedySought'],
    // FY 24, SS 18: whoever decides on it where the register has them hears of it, and takes it up in the same case.
    copyWhere: [
      { to: 'authority', when: 'reconsideration-sought' },
      { to: 'court', when: 'suit-sought' },
    ],
  },
  'note-not-performed': {
    event: 'non-performance-noted',
    title: ['登记救济期满未履行', 'Note that it was not carried out'],
    by: 'organ',
    needs: ['enforceableFrom'],
  },
  'urge-performance': {
    event: 'performance-urged',
    title: ['催告履行', 'Urge the party'],
    by: 'organ',
    papers: ['urging-notice'],
  },
  'apply-to-court': {
    event: 'enforcement-applied-for',
    title: ['申请人民法院强制执行', 'Apply to the court for enforcement'],
    by: 'organ',
    rank: 'head',
    papers: ['enforcement-application'],
    when: 'urged-ten-days-ago',
    handsTo: 'court',
    passes: CASE_CONTENT,
  },
  'withdraw-application': {
    event: 'application-withdrawn',
    title: ['撤回强制执行申请', 'Withdraw the application'],
    by: 'organ',
    closesHandOff: 'taken-back',
  },
  'accept-enforcement': {
    event: 'enforcement-accepted',
    title: ['受理强制执行申请', 'Accept the application'],
    by: 'court',
    closesHandOff: 'received',
  },
  'refuse-enforcement': {
    event: 'enforcement-refused',
    title: ['不予受理强制执行申请', 'Refuse the application'],
    by: 'court',
    reason: 'required',
    closesHandOff: 'returned',
  },
  'end-enforcement': {
    event: 'enforcement-ended',
    title: ['裁定不予执行或者终结执行', 'Rule that it is not, or no longer, enforced'],
    by: 'court',
    reason: 'required',
  },
  'give-up-enforcement': {
    event: 'enforcement-given-up',
    title: ['无法执行，结案', 'Close: it cannot be enforced'],
    by: 'organ',
    rank: 'head',
    reason: 'required',
    papers: ['closing-report'],
    when: 'no-measure-open',
  },
  'publish-decision': {
    event: 'penalty-published',
    title: ['公开处罚决定', 'Publish the decision'],
    by: 'organ',
  },
  'withdraw-publication': {
    event: 'publication-withdrawn',
    title: ['撤回或者变更公开信息', 'Withdraw or change the publication'],
    by: 'organ',
    reason: 'required',
  },
  'note-annulment': {
    event: 'annulment-noted',
    title: ['登记处罚决定被撤销、确认违法或者无效', 'Note that the decision was annulled'],
    by: 'organ',
    papers: ['remedy-decision'],
    takes: ['publicationAffected'],
  },
  'note-change': {
    event: 'change-noted',
    title: ['登记处罚决定被变更', 'Note that the decision was changed'],
    by: 'organ',
    papers: ['remedy-decision'],
    takes: ['publicationAffected'],
  },
  'note-order-to-redo': {
    event: 'order-to-redo-noted',
    title: ['登记被责令重新作出', 'Note the order to decide anew'],
    by: 'organ',
    papers: ['remedy-decision'],
    needs: ['redoBy'],
    takes: ['publicationAffected'],
  },
  'decide-anew': {
    event: 'taken-up-anew',
    title: ['重新审查处理', 'Take it up anew'],
    by: 'organ',
    when: 'publication-withdrawn',
  },
  'close-penalty': {
    event: 'penalty-case-closed',
    title: ['结案', 'Close the case'],
    by: 'organ',
    rank: 'head',
    papers: ['closing-report'],
    when: 'no-measure-open',
  },
} as const satisfies Literal['commands'];

/** What need not be counted in the ninety days, by the commands between which it goes on. */
const LEFT_OUT = {
  'expert-review': { from: 'begin-expert-review', to: 'end-expert-review' },
  appraisal: { from: 'begin-appraisal', to: 'end-appraisal' },
  // From the day the party asks for it: the organ can decide nothing before it was held (CF 64).
  hearing: { from: 'request-hearing', to: 'end-hearing' },
  'public-notice': { from: 'begin-public-notice', to: 'end-public-notice' },
  'price-refund': { from: 'order-price-refund', to: 'end-price-refund' },
  suspension: { from: 'suspend-investigation', to: 'resume-investigation' },
} as const;

/** Until it is decided the case may go to the criminal side or to another organ, or come to nothing. */
const PENDING = {
  'terminate-on-hand-over': 'terminated',
  'terminate-investigation': 'terminated',
  'transfer-elsewhere': 'transferred',
} as const satisfies On;
/** What goes on once it was decided, carried out or not. */
const DECIDED = {
  'publish-decision': null,
  'withdraw-publication': null,
  'note-criminal-fine': null,
  'note-change': null,
} as const satisfies On;
/** What goes on where a fine may have been among it. */
const FINED = { ...DECIDED, 'set-off-fine': null } as const satisfies On;
const UNDONE = { 'note-annulment': 'annulled', 'note-order-to-redo': 'to-decide-anew' } as const satisfies On;
const MARKED = ['penalty-decided'] as const;
const UNDER_WAY = ['penalty-under-way'] as const;

const statesFor = ({ isSuspended, decision, legalReview, own = {} }: PenaltyLaw): Literal['states'] => {
  const prolonged: On = decision.isExtended ? { 'extend-decision': null } : {};
  const on = (state: string, offered: On): On => ({ ...offered, ...own.on?.[state] });
  return {
    verifying: {
      title: ['线索核查中', 'Lead under verification'],
      marks: UNDER_WAY,
      on: on('verifying', {
        'record-investigation': null,
        'file-penalty': 'investigating',
        'decline-filing': 'not-filed',
        'transfer-elsewhere': 'transferred',
      }),
    },
    investigating: {
      title: ['调查中', 'Under investigation'],
      marks: UNDER_WAY,
      on: on('investigating', {
        ...PENDING,
        ...prolonged,
        'record-investigation': null,
        'order-correction': null,
        'begin-appraisal': null,
        'end-appraisal': null,
        ...(isSuspended ? { 'suspend-investigation': 'suspended' } : {}),
        'conclude-investigation': 'concluded',
        'decide-no-penalty': 'no-penalty',
      }),
    },
    ...(isSuspended
      ? {
          suspended: {
            title: ['中止调查', 'Suspended'],
            marks: UNDER_WAY,
            on: on('suspended', {
              ...PENDING,
              ...prolonged,
              'end-appraisal': null,
              'resume-investigation': 'investigating',
            }),
          } as const,
        }
      : {}),
    concluded: {
      title: ['调查终结', 'Investigation concluded'],
      marks: UNDER_WAY,
      on: on('concluded', {
        ...PENDING,
        ...prolonged,
        'investigate-further': 'investigating',
        'submit-to-legal-review': 'under-legal-review',
        'give-penalty-notice': 'notified',
        'decide-no-penalty': 'no-penalty',
      }),
    },
    'under-legal-review': {
      title: ['法制审核中', 'Under legal review'],
      marks: UNDER_WAY,
      on: on('under-legal-review', {
        ...PENDING,
        ...prolonged,
        'end-appraisal': null,
        'pass-legal-review': { to: 'notified', when: 'penalty-notice-given', else: 'concluded' },
        'return-from-legal-review': 'investigating',
        ...(legalReview ? { 'extend-legal-review': null } : {}),
      }),
    },
    notified: {
      title: ['已告知，听取陈述申辩', 'Party told; its defence is heard'],
      marks: UNDER_WAY,
      on: on('notified', {
        ...PENDING,
        ...prolonged,
        'begin-appraisal': null,
        'end-appraisal': null,
        'give-penalty-notice': { to: null, title: ['重新告知', 'Tell the party anew'] },
        'record-defence': null,
        'begin-public-notice': null,
        'end-public-notice': null,
        'note-hearing-waived': null,
        'request-hearing': 'hearing-requested',
        'submit-to-legal-review': { to: 'under-legal-review', when: 'public-notice-over' },
        'investigate-further': { to: 'investigating', when: 'public-notice-over' },
        'discuss-collectively': null,
        'decide-fine': 'fine-decided',
        'decide-without-fine': 'decided',
        'decide-no-penalty': 'no-penalty',
        'note-criminal-fine': { to: 'criminal-fine-noted', when: 'public-notice-over' },
      }),
    },
    'hearing-requested': {
      title: ['待听证', 'Hearing to be held'],
      marks: UNDER_WAY,
      on: on('hearing-requested', {
        ...PENDING,
        ...prolonged,
        // What is disputed there may have to be appraised, or appraised again.
        'begin-appraisal': null,
        'end-appraisal': null,
        'set-hearing': null,
        'serve-hearing-notice': null,
        'end-public-notice': null,
        'end-hearing': 'notified',
      }),
    },
    'criminal-fine-noted': {
      title: ['已判处罚金，不得再罚款', 'Fined by a court; no fine may be added'],
      marks: UNDER_WAY,
      on: on('criminal-fine-noted', {
        ...PENDING,
        ...prolonged,
        'end-appraisal': null,
        'discuss-collectively': null,
        'decide-without-fine': 'decided',
        'decide-no-penalty': 'no-penalty',
      }),
    },
    'fine-decided': {
      title: ['已决定罚款，待送达', 'Fine decided, to be served'],
      marks: MARKED,
      on: on('fine-decided', { ...FINED, 'serve-decision': 'fine-due' }),
    },
    decided: {
      title: ['已决定处罚，待送达', 'Penalty decided, to be served'],
      marks: MARKED,
      on: on('decided', { ...DECIDED, 'serve-decision': 'in-force' }),
    },
    'fine-due': {
      title: ['已送达，待缴纳罚款', 'Served, fine to be paid'],
      marks: MARKED,
      on: on('fine-due', {
        ...FINED,
        ...UNDONE,
        'note-remedy': null,
        'note-part-payment': null,
        'note-payment': 'executed',
        'allow-instalments': 'in-instalments',
        'add-late-fee': { to: null, when: 'payment-is-due' },
        'note-not-performed': { to: 'unperformed', when: 'payment-is-due' },
      }),
    },
    'in-instalments': {
      title: ['暂缓或者分期缴纳中', 'Payment put off or by instalments'],
      marks: MARKED,
      on: on('in-instalments', {
        ...FINED,
        ...UNDONE,
        'note-remedy': null,
        'note-part-payment': null,
        'note-payment': 'executed',
        'note-not-performed': { to: 'unperformed', when: 'instalments-are-due' },
      }),
    },
    'in-force': {
      title: ['已送达，待履行', 'Served, to be carried out'],
      marks: MARKED,
      on: on('in-force', {
        ...DECIDED,
        ...UNDONE,
        'note-remedy': null,
        'note-performance': 'executed',
        'note-not-performed': 'unperformed',
      }),
    },
    unperformed: {
      title: ['期满未履行', 'Not carried out'],
      marks: MARKED,
      on: on('unperformed', {
        ...FINED,
        ...UNDONE,
        'add-late-fee': null,
        'note-part-payment': null,
        'note-payment': 'executed',
        'note-performance': 'executed',
        'urge-performance': null,
        'apply-to-court': 'enforcement-applied-for',
        'give-up-enforcement': 'closed',
      }),
    },
    'enforcement-applied-for': {
      title: ['已申请强制执行，待受理', 'Enforcement applied for'],
      marks: MARKED,
      on: on('enforcement-applied-for', {
        ...FINED,
        'withdraw-application': 'unperformed',
        'accept-enforcement': 'under-enforcement',
        'refuse-enforcement': 'unperformed',
      }),
    },
    'under-enforcement': {
      title: ['人民法院强制执行中', 'Under enforcement by the court'],
      marks: MARKED,
      on: on('under-enforcement', {
        ...FINED,
        ...UNDONE,
        'note-part-payment': null,
        'note-payment': 'executed',
        'note-performance': 'executed',
        'end-enforcement': 'unperformed',
        // N4 56(2): once the court has accepted it.
        'close-penalty': 'closed',
      }),
    },
    executed: {
      title: ['已履行，待结案', 'Carried out, to be closed'],
      marks: MARKED,
      on: on('executed', { ...FINED, ...UNDONE, 'note-remedy': null, 'close-penalty': 'closed' }),
    },
    'to-decide-anew': {
      title: ['处罚决定已撤销，责令重新处理', 'Annulled, to be decided anew'],
      marks: UNDER_WAY,
      on: on('to-decide-anew', { 'withdraw-publication': null, 'decide-anew': 'concluded' }),
    },
    'no-penalty': {
      title: ['不予处罚，待结案', 'No penalty, to be closed'],
      on: on('no-penalty', { 'close-penalty': 'closed-without-penalty' }),
    },
    terminated: {
      title: ['已终止调查，待结案', 'Terminated, to be closed'],
      on: on('terminated', { 'close-penalty': 'closed-without-penalty' }),
    },
    transferred: {
      title: ['已移送其他机关，待结案', 'Transferred to another organ, to be closed'],
      on: on('transferred', { 'close-penalty': 'closed-without-penalty' }),
    },
    'not-filed': { title: ['不予立案', 'Not filed'], terminal: true },
    // A remedy may still undo what is closed; it is then for another proceeding (行政复议、行政诉讼) to say so.
    closed: {
      title: ['已结案', 'Closed'],
      terminal: true,
      marks: MARKED,
      on: on('closed', FINED),
    },
    'closed-without-penalty': { title: ['已结案（未处罚）', 'Closed without penalty'], terminal: true },
    annulled: {
      title: ['处罚决定已撤销', 'Decision annulled'],
      terminal: true,
      on: { 'withdraw-publication': null },
    },
    ...own.states,
  };
};

const ALL_DECISIONS = ['decide-fine', 'decide-without-fine', 'decide-no-penalty'] as const;
const TERMINATIONS = ['terminate-on-hand-over', 'terminate-investigation'] as const;

const leftOut = (names: readonly (keyof typeof LEFT_OUT)[]) =>
  Object.fromEntries(names.map((name) => [name, LEFT_OUT[name]]));

const clocksFor = (law: PenaltyLaw): Clocks => {
  const { verify, decision, own = {} } = law;
  return {
    // N4 14, SAMR2 18: from the day the material is received.
    [verify.limit]: {
      startsOn: 'verify-lead',
      // O310 3: a crime that is found goes to the police, which decides on the lead as filing does.
      stopsOn: ['file-penalty', 'decline-filing', 'find-crime'],
      mootOn: 'transfer-elsewhere',
      obliges: 'organ',
      ...DECIDED_BY_TRANSFER,
      ...(verify.isExtended ? { extendsOn: 'extend-lead-verification' } : {}),
      ...(verify.leavesOut ? { pauses: leftOut(verify.leavesOut) } : {}),
    },
    ...(law.legalReview
      ? {
          [law.legalReview]: {
            startsOn: 'submit-to-legal-review',
            stopsOn: ['pass-legal-review', 'return-from-legal-review'],
            mootOn: [...TERMINATIONS, 'transfer-elsewhere'],
            extendsOn: 'extend-legal-review',
            obliges: 'organ',
          },
        }
      : {}),
    'pen-hearing-request': {
      startsOn: 'give-penalty-notice',
      stopsOn: ['request-hearing', 'note-hearing-waived'],
      mootOn: [...ALL_DECISIONS, ...TERMINATIONS, 'transfer-elsewhere', 'note-criminal-fine'],
      when: 'hearingDue',
      obliges: 'subject',
    },
    'pen-hearing-notice': {
      startsOn: 'set-hearing',
      stopsOn: 'serve-hearing-notice',
      mootOn: ['end-hearing', ...TERMINATIONS, 'transfer-elsewhere'],
      setBy: 'hearingDate',
      obliges: 'organ',
    },
    [decision.limit]: {
      startsOn: 'file-penalty',
      stopsOn: [...ALL_DECISIONS, 'transfer-elsewhere'],
      mootOn: TERMINATIONS,
      obliges: 'organ',
      pauses: leftOut(decision.leavesOut),
      ...(decision.isExtended ? { extendsOn: 'extend-decision' } : {}),
    },
    [law.serve]: {
      startsOn: ['decide-fine', 'decide-without-fine'],
      stopsOn: 'serve-decision',
      obliges: 'organ',
    },
    'pen-pay': {
      startsOn: 'fine-due',
      stopsOn: 'note-payment',
      mootOn: ['allow-instalments', 'note-annulment', 'note-order-to-redo', 'give-up-enforcement'],
      obliges: 'subject',
    },
    'pen-instalments': {
      startsOn: 'allow-instalments',
      stopsOn: 'note-payment',
      mootOn: ['note-annulment', 'note-order-to-redo', 'give-up-enforcement'],
      setBy: 'paidBy',
      obliges: 'subject',
    },
    'pen-remedy-review': {
      startsOn: 'serve-decision',
      stopsOn: 'note-remedy',
      mootOn: ['note-annulment', 'note-order-to-redo', 'close-penalty', 'give-up-enforcement'],
      obliges: 'subject',
    },
    'pen-remedy-suit': {
      startsOn: 'serve-decision',
      stopsOn: 'note-remedy',
      mootOn: ['note-annulment', 'note-order-to-redo', 'close-penalty', 'give-up-enforcement'],
      obliges: 'subject',
    },
    'pen-urge-wait': {
      startsOn: 'urge-performance',
      stopsOn: 'apply-to-court',
      mootOn: [
        'note-payment',
        'note-performance',
        'note-annulment',
        'note-order-to-redo',
        'give-up-enforcement',
      ],
      obliges: 'organ',
    },
    'pen-court-apply': {
      startsOn: 'note-not-performed',
      startsAt: 'enforceableFrom',
      stopsOn: 'apply-to-court',
      mootOn: [
        'note-payment',
        'note-performance',
        'note-annulment',
        'note-order-to-redo',
        'give-up-enforcement',
      ],
      reopensOn: 'withdraw-application',
      obliges: 'organ',
    },
    'pen-court-accept': {
      startsOn: 'apply-to-court',
      stopsOn: ['accept-enforcement', 'refuse-enforcement'],
      mootOn: 'withdraw-application',
      obliges: 'court',
      runsFrom: 'receipt',
    },
    'agr-hand-off-receipt': {
      startsOn: 'apply-to-court',
      stopsOn: ['accept-enforcement', 'refuse-enforcement'],
      mootOn: 'withdraw-application',
      obliges: 'court',
      receipt: true,
    },
    [law.publish]: {
      startsOn: ['decide-fine', 'decide-without-fine'],
      stopsOn: 'publish-decision',
      mootOn: ['note-annulment', 'note-order-to-redo'],
      obliges: 'organ',
    },
    [law.withdrawPublication]: {
      startsOn: ['note-annulment', 'note-change', 'note-order-to-redo'],
      when: 'publicationAffected',
      stopsOn: 'withdraw-publication',
      mootOn: 'decide-anew',
      obliges: 'organ',
    },
    'pen-redo': {
      startsOn: 'note-order-to-redo',
      setBy: 'redoBy',
      stopsOn: [...ALL_DECISIONS, 'transfer-elsewhere'],
      mootOn: TERMINATIONS,
      obliges: 'organ',
    },
    ...(law.close
      ? {
          [law.close]: {
            // SAMR2 77: what a court enforces is closed when it ends, not when it was applied for.
            startsOn: ['executed', 'no-penalty', 'terminated', 'transferred', 'end-enforcement'],
            stopsOn: ['close-penalty', 'give-up-enforcement'],
            mootOn: ['note-annulment', 'note-order-to-redo', 'urge-performance', 'apply-to-court'],
            obliges: 'organ',
          },
        }
      : {}),
    ...own.clocks,
  };
};

const extension = (event: string, zh: string, en: string) =>
  ({
    event,
    title: [zh, en],
    by: 'organ',
    rank: 'head',
    reason: 'required',
    needs: ['extension', 'approver'],
  }) as const;

const decidedBy = (
  { decides }: NonNullable<PenaltyLaw['own']>,
  command: (typeof COMMANDS)['decide-fine' | 'decide-without-fine'],
) => ({
  ...command,
  takes: [...command.takes, ...(decides?.takes ?? [])],
  when: [...command.when, ...(decides?.when ?? [])],
});

const commandsFor = ({
  verify,
  decision,
  isSuspended,
  legalReview,
  own = {},
}: PenaltyLaw): Literal['commands'] => {
  return {
    ...COMMANDS,
    'decide-fine': decidedBy(own, COMMANDS['decide-fine']),
    'decide-without-fine': decidedBy(own, COMMANDS['decide-without-fine']),
    ...(verify.isExtended
      ? {
          'extend-lead-verification': extension(
            'lead-verification-extended',
            '批准延长核查期限',
            'Prolong the verification',
          ),
        }
      : {}),
    ...(decision.isExtended
      ? {
          'extend-decision': extension('decision-extended', '批准延长办案期限', 'Prolong the time to decide'),
        }
      : {}),
    // Approved in the legal unit, or by the head: the limit says by whom.
    ...(legalReview
      ? {
          'extend-legal-review': {
            event: 'legal-review-extended',
            title: ['批准延长法制审核', 'Prolong the legal review'],
            by: 'organ',
            reason: 'required',
            needs: ['extension', 'approver'],
          } as const,
        }
      : {}),
    ...(isSuspended ? SUSPENSION_COMMANDS : {}),
    ...own.commands,
  };
};

/** The penalty procedure of one organ: the course of all, with its own law. */
export const penaltyProcedure = (law: PenaltyLaw): Procedure => {
  const { procedure, title, inForce, basis, organ, own = {} } = law;
  return defineProcedure<string, string, string, string, string>({
    procedure,
    version: 1,
    inForce,
    title,
    basis,
    roles: {
      organ: { title: ['处罚机关', 'organ of the penalty'], bodies: [organ], cast: 'actor', side: 'sending' },
      court: {
        title: ['人民法院', 'court'],
        bodies: ['court'],
        cast: 'routing',
        side: 'receiving',
        confirms: true,
      },
      // FY 24: the reconsideration body of the government, which is its justice bureau.
      authority: {
        title: ['行政复议机关', 'reconsideration authority'],
        bodies: ['justice', 'government-office'],
        cast: 'routing',
      },
      discipline: DISCIPLINE_COPY.role,
      ...own.roles,
    },
    fields: { ...FIELDS, ...own.fields },
    papers: { ...PAPERS, 'effective-judgment': ['生效裁判文书', 'Effective judgment'], ...own.papers },
    conditions: { ...CONDITIONS, ...own.conditions },
    commands: commandsFor(law),
    results: [...ALL_DECISIONS, 'note-annulment', 'note-change', 'decide-anew', ...(own.results ?? [])],
    opensOn: { 'verify-lead': 'verifying', 'file-penalty': 'investigating', ...own.opensOn },
    per: 'subject-or-case',
    states: statesFor({
      ...law,
      own: {
        ...own,
        on: {
          ...own.on,
          verifying: {
            ...(law.verify.isExtended ? { 'extend-lead-verification': null } : {}),
            ...(law.verify.leavesOut ? { 'begin-appraisal': null, 'end-appraisal': null } : {}),
            ...own.on?.['verifying'],
          },
        },
      },
    }),
    // A crime may be suspected at any time, after the penalty too.
    always: { 'find-crime': null, ...own.always },
    clocks: clocksFor(law),
    report: {
      counts: [
        { id: `${procedure}-filings`, title: ['行政立案', 'Cases filed'], of: 'file-penalty' },
        {
          id: `${procedure}-inspections`,
          title: ['检查、询问、调取', 'Inspections and inquiries'],
          of: 'record-investigation',
        },
        { id: `${procedure}-fines`, title: ['罚款决定', 'Fines decided'], of: 'decide-fine' },
        {
          id: `${procedure}-others`,
          title: ['其他处罚决定', 'Other penalties decided'],
          of: 'decide-without-fine',
        },
        { id: `${procedure}-none`, title: ['不予处罚', 'No penalty'], of: 'decide-no-penalty' },
        ...(own.counts ?? []),
      ],
      durations: [
        {
          id: `${procedure}-decision`,
          title: ['行政立案至处理决定', 'Filing to decision'],
          from: 'file-penalty',
          to: [...ALL_DECISIONS],
        },
      ],
    },
  });
};
