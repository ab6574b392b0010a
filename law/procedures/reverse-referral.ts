// What comes back from the criminal side to an administrative organ (行刑反向衔接): by an opinion of the procuratorate after a
// non-prosecution (XS 177(3), JG2019 373, FX2024), from the police where there is administrative liability only (O310 13, GA127
// 177), from the court (FF6 23(3), 25, 26). The organ answers by its own case.
// Rank `head` where the law wants the chief procurator (JG2019 373(2), FX2024 12).
// Over 250 lines because one procedure is one file, read beside the law.
import { BUS } from '../../schemas/ids.ts';
import { acts } from '../acts.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { verificationClock } from '../clue-verification.ts';
import { IN_QUESTION, NOT_PROSECUTED } from '../criminal/under-way.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { addresses, passing } from '../matching-procuratorate.ts';
import { ONE_REVIEW, UNDER_PENALTY_REVIEW } from '../one-review.ts';
import { filesPenaltyOf, opensPenaltyOf } from '../opens-penalty.ts';
import { CASE_CONTENT } from '../passed-on.ts';
import { REPLY_BY } from '../shared-fields.ts';

const REFERRERS = ['procuratorate', 'police', 'court'] as const;

/** What rests on a non-prosecution falls with it, wherever it stands. */
const FALLS = { 'fall-with-non-prosecution': 'referral-fallen' } as const;

const UNSIGNED = {
  'sign-for-referral': 'signed',
  'return-referral': 'returned',
  'take-back-referral': 'taken-back',
  'send-follow-up': null,
  'report-silence-upward': null,
} as const;

/** FX2024: a letter that follows up, a suggestion, a report upward, each while nothing has come back in time. */
const FOLLOW_UP = { 'send-follow-up': null, 'suggest-after-silence': null, 'report-silence-upward': null } as const;
const MORE = { 'ask-for-more': { to: null, when: 'was-answered-in-part' } } as const;

/** FX2024 12, 13; before it as agreed. */
const PENALTY_REVIEW = {
  startsOn: ['register-review', 'receive-passed-review', 'take-back-passed-review', 'return-passed-review'],
  stopsOn: ['end-penalty-review', 'issue-penalty-opinion'],
  obliges: 'procuratorate',
  mootOn: 'pass-to-matching-procuratorate',
  extendsOn: 'extend-penalty-review',
  pauses: {
    'other-region': { from: 'ask-other-region', to: 'note-other-region-answer' },
    suspension: { from: 'suspend-penalty-review', to: 'resume-penalty-review' },
  },
} as const;

/** Whoever referred it answers; of the three only one holds it. */
const DISAGREED = {
  startsOn: 'disagree-with-referral',
  stopsOn: ['maintain-referral', 'reissue-penalty-opinion', 'withdraw-referral', 'refer-elsewhere'],
  mootOn: ['open-administrative-case', 'decline-administrative-case'],
} as const;

export const reverseReferral = defineProcedure({
  procedure: 'reverse-referral',
  version: 1,
  inForce: { from: '2013-01-01' },
  title: ['行刑反向衔接', 'Referral back to an administrative organ'],
  basis: [
    { act: 'XS', article: '177(3)' },
    { act: 'JG2019', article: '373' },
    { act: 'FX2024' },
    { act: 'GJ2021', article: '8' },
    { act: 'O310', article: '13' },
    { act: 'GA127', article: '177' },
    { act: 'FF6', article: '23(3)' },
    { act: 'CF', article: '27' },
  ],
  roles: {
    procuratorate: {
      title: ['人民检察院（行政检察部门）', 'procuratorate (administrative department)'],
      bodies: ['procuratorate'],
      side: 'sending',
      confirms: true,
      keepsFormer: ['原审查检察院', 'procuratorate that reviewed it before'],
    },
    police: { title: ['公安机关', 'police'], bodies: ['public-security'], side: 'sending', confirms: true },
    court: { title: ['人民法院', 'court'], bodies: ['court'], side: 'sending', confirms: true },
    organ: { title: ['行政主管机关', 'administrative organ'], bodies: administrativeOrgans, side: 'receiving', confirms: true },
  },
  fields: {
    replyBy: REPLY_BY,
    notProsecutedOn: { kind: 'date', title: ['不起诉决定日期', 'day of the decision not to prosecute'] },
    askedRegion: { kind: 'region', title: ['被征求意见检察院所在地区', 'region of the procuratorate that is asked'] },
    followUpBy: { kind: 'date', title: ['跟进答复期限', 'day that the follow-up names'] },
    suspendedFor: {
      kind: 'code',
      title: ['中止审查的原因', 'why the review is suspended'],
      options: {
        'police-reconsideration': ['公安机关要求复议、提请复核', 'police asked for reconsideration or review'],
        'victim-petition': ['被害人申诉或者向法院起诉', 'the victim petitioned or sued'],
        'person-petition': ['被不起诉人申诉', 'the person not prosecuted petitioned'],
      },
    },
    result: {
      kind: 'code',
      title: ['处理结果', 'result'],
      options: {
        penalised: ['已作出行政处罚', 'penalised'],
        'not-penalised': ['不予行政处罚', 'not penalised'],
        sanctioned: ['已给予处分或者其他处理', 'disciplined or otherwise dealt with'],
        transferred: ['已移送其他机关', 'passed on to another organ'],
      },
    },
  },
  papers: {
    'procuratorial-opinion': ['检察意见书', 'Procuratorial opinion'],
    'review-suspension-decision': ['中止审查决定书', 'Decision to suspend the review'],
    'review-termination-decision': ['终结审查决定书', 'Decision to end the review'],
    'liability-referral-letter': ['移送行政处理函', 'Letter that hands the case over for administrative liability'],
    'judicial-suggestion': ['司法建议书（移送函）', 'Judicial suggestion or letter of transfer'],
    'opinion-reply': ['办理情况回复函', 'Reply on what was done'],
    'follow-up-letter': ['跟进监督函', 'Follow-up letter'],
  },
  conditions: {
    ...filesPenaltyOf('organ'),
    ...ONE_REVIEW,
    // GJ2021 10, from memory: an organ elsewhere is written to once the procuratorate there, and of no other region, was asked; a higher one never.
    'organ-is-matched': addresses(
      'organ',
      [{ act: 'FX2024' }],
      { day: { before: acts.FX2024.from } },
      {
        allOf: [{ role: { role: 'organ', named: true, apart: 'procuratorate', where: 'askedRegion' } }, { happened: { command: 'note-other-region-answer' } }],
      },
    ),
    'region-is-another': {
      if: { field: { name: 'askedRegion', now: true, apart: 'procuratorate' } },
      title: ['所征求意见的检察院在异地时', 'where the region that is asked is another'],
      code: 'NOT_ANOTHER_REGION',
      refusal: ['所征求意见的地区是本地、上级或者下级地区', 'The region that is asked is its own, or one above or below'],
      basis: [{ act: 'FX2024', article: '12' }],
    },
    // FX2024 13: while that is open the review is suspended, and nothing is decided in it.
    'non-prosecution-stands': {
      if: { noneMarked: { mark: IN_QUESTION, procedure: 'criminal-process', of: 'subject', same: true } },
      title: ['不起诉未在复议、复核、申诉复查或者自诉审理中时', 'unless the non-prosecution is reconsidered, reviewed, petitioned against or sued upon'],
      code: 'NON_PROSECUTION_IN_QUESTION',
      refusal: [
        '不起诉正在复议、复核、申诉复查或者被害人起诉审理中，应当中止审查',
        'The non-prosecution is reconsidered, reviewed, petitioned against or sued upon: the review is suspended',
      ],
      basis: [{ act: 'FX2024', article: '13' }],
    },
    // A split takes both or none; afterwards it begins where the criminal process went, to fall with it there.
    'non-prosecution-is-here': {
      if: { noneMarked: { mark: NOT_PROSECUTED, procedure: 'criminal-process', of: 'subject', same: true, moved: true } },
      title: ['不起诉的刑事程序未分至他案时', 'unless the criminal process was split off into another case'],
      code: 'NON_PROSECUTION_ELSEWHERE',
      refusal: ['不起诉的刑事程序已分案办理，请在分出的案件中登记', 'The criminal process was split off into another case: register the review there'],
    },
    'rests-on-a-non-prosecution': {
      if: { happened: { command: 'register-review' } },
      title: ['因不起诉启动的', 'where it began with a non-prosecution'],
      refusal: ['不是因不起诉启动的反向衔接', 'It did not begin with a non-prosecution'],
    },
    'answer-is-overdue': {
      if: { overdue: ['rev-organ-reply', 'rev-organ-reply-two-months', 'agr-follow-up-reply', 'agr-reverse-result'] },
      title: ['逾期未回复后', 'once the reply is overdue'],
      refusal: ['回复期限尚未届满', 'The reply is not overdue yet'],
    },
    // Neither progress nor an objection is a result: whoever got one says until when it waits for that.
    'was-answered-in-part': {
      if: { anyOf: [{ happened: { command: 'report-referral-progress' } }, { happened: { command: 'disagree-with-referral' } }] },
      title: ['已回复办理情况或者不同意见后', 'once progress or an objection was answered'],
      refusal: ['行政机关尚未作出任何回复', 'The organ has not answered anything yet'],
    },
    'was-followed-up': {
      if: { happened: { command: 'send-follow-up' } },
      title: ['已发跟进监督函后', 'after a follow-up letter'],
      refusal: ['尚未发出跟进监督函', 'No follow-up letter was sent yet'],
    },
    // N4 14 speaks of medical-security departments alone.
    'organ-is-medical-insurance': {
      if: {
        allOf: [{ role: { role: 'organ', bodies: ['medical-insurance'] } }, { never: { command: 'extend-referral-verification', since: 'sign-for-referral' } }],
      },
      title: ['医疗保障部门核查、尚未延长时', 'while a medical-insurance bureau verifies it, not prolonged yet'],
      refusal: ['核查期限只适用于医疗保障部门，且只能延长一次', 'The limit is one of medical-insurance bureaus, prolonged once'],
    },
  },
  commands: {
    'register-review': {
      event: 'review-registered',
      title: ['登记反向衔接审查', 'Register the review'],
      by: 'procuratorate',
      takes: ['notProsecutedOn'],
      when: ['no-review-under-way', 'non-prosecution-is-here'],
    },
    'extend-penalty-review': {
      event: 'penalty-review-extended',
      title: ['检察长批准延长审查期限', 'Prolong the review'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
    },
    'ask-other-region': {
      event: 'other-region-asked',
      title: ['征求异地检察机关意见', 'Ask the procuratorate of another region'],
      by: 'procuratorate',
      needs: ['askedRegion'],
      when: 'region-is-another',
    },
    'note-other-region-answer': { event: 'other-region-answered', title: ['收到异地检察机关意见', 'The other region has answered'], by: 'procuratorate' },
    'suspend-penalty-review': {
      event: 'penalty-review-suspended',
      title: ['中止审查', 'Suspend the review'],
      by: 'procuratorate',
      reason: 'required',
      papers: ['review-suspension-decision'],
      needs: ['suspendedFor'],
    },
    // FX2024 13: from receipt of the decision or ruling it waited for.
    'resume-penalty-review': { event: 'penalty-review-resumed', title: ['收到决定、裁定，恢复审查', 'Resume the review'], by: 'procuratorate' },
    // FX2024: an organ elsewhere or of a higher level is for the procuratorate of that place or level.
    'pass-to-matching-procuratorate': passing('passed-to-matching-procuratorate'),
    'receive-passed-review': {
      event: 'passed-review-received',
      title: ['签收移送的审查案件', 'Sign for the review passed here'],
      by: 'procuratorate',
      closesHandOff: 'received',
    },
    'return-passed-review': {
      ...sentBack('procuratorate', 'passed-review-returned', ['不应由本院审查，退回', 'Return it: not for this procuratorate to review']),
      givesBack: 'procuratorate',
      copyTo: ['former-procuratorate'],
    },
    'take-back-passed-review': {
      ...takenBack('former-procuratorate', 'passed-review-taken-back', ['收回误送的审查案件', 'Take back the review passed on by mistake']),
      givesBack: 'procuratorate',
    },
    // FX2024 15.
    'end-penalty-review': {
      event: 'penalty-review-ended',
      title: ['不需要行政处罚，终结审查', 'No penalty is due: end the review'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      papers: ['review-termination-decision'],
      when: 'non-prosecution-stands',
    },
    // By the revocation on record alone, which takes it along: nobody's word ends what rests on a non-prosecution.
    'fall-with-non-prosecution': {
      event: 'review-fallen',
      title: ['不起诉决定已撤销，反向衔接终止', 'It falls with the non-prosecution, which was revoked'],
      by: BUS,
      copyTo: ['organ'],
      when: 'rests-on-a-non-prosecution',
    },
    'issue-penalty-opinion': {
      event: 'penalty-opinion-issued',
      title: ['提出给予行政处罚的检察意见', 'Issue the opinion that a penalty is due'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['procuratorial-opinion'],
      needs: ['to'],
      takes: ['replyBy'],
      handsTo: 'organ',
      passes: CASE_CONTENT,
      when: ['non-prosecution-stands', 'organ-is-matched'],
    },
    // It names its own day, or none, whatever the first opinion said.
    'reissue-penalty-opinion': {
      event: 'penalty-opinion-reissued',
      title: ['修改或者改向其他机关提出检察意见', 'Change the opinion, or issue it to another organ'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['procuratorial-opinion'],
      needs: ['to'],
      takes: ['replyBy'],
      handsTo: 'organ',
      passes: CASE_CONTENT,
      when: ['non-prosecution-stands', 'organ-is-matched'],
    },
    'refer-for-liability': {
      event: 'referred-for-liability',
      title: ['公安机关移送追究行政责任', 'The police hand it over for administrative liability'],
      by: 'police',
      handsTo: 'organ',
      passes: CASE_CONTENT,
    },
    'refer-by-court': {
      event: 'referred-by-court',
      title: ['人民法院移送或者提出司法建议', 'The court hands it over or suggests what to do'],
      by: 'court',
      papers: ['judicial-suggestion'],
      handsTo: 'organ',
      passes: CASE_CONTENT,
    },
    'refer-elsewhere': {
      event: 'referred-elsewhere',
      title: ['改送其他行政机关', 'Hand it to another organ'],
      by: ['police', 'court'],
      papers: ['liability-referral-letter'],
      needs: ['to'],
      handsTo: 'organ',
      passes: CASE_CONTENT,
    },
    'take-back-referral': takenBack(REFERRERS, 'referral-taken-back', ['收回误送的移送', 'Take back what was sent by mistake']),
    'withdraw-referral': { event: 'referral-withdrawn', title: ['撤回', 'Withdraw it'], by: REFERRERS, reason: 'required', copyTo: ['organ'] },
    'sign-for-referral': { event: 'referral-signed-for', title: ['签收', 'Sign for it'], by: 'organ', closesHandOff: 'received' },
    'return-referral': {
      event: 'referral-returned',
      title: ['不属本机关职责，退回', 'Return it: not within its power'],
      by: 'organ',
      reason: 'required',
      copyTo: REFERRERS,
      closesHandOff: 'returned',
    },
    'accept-referral': { event: 'referral-accepted', title: ['受理', 'Accept it'], by: 'organ', copyTo: REFERRERS },
    'extend-referral-verification': {
      event: 'referral-verification-extended',
      title: ['主要负责人批准延长核查期限', 'Prolong the verification'],
      by: 'organ',
      rank: 'head',
      reason: 'required',
      needs: ['extension', 'approver'],
      when: 'organ-is-medical-insurance',
    },
    'open-administrative-case': {
      event: 'administrative-case-opened',
      title: ['行政立案', 'Open the administrative case'],
      by: 'organ',
      officers: 2,
      copyTo: REFERRERS,
      opens: opensPenaltyOf('organ'),
    },
    'decline-administrative-case': {
      event: 'administrative-case-declined',
      title: ['决定不予立案或者不予处罚', 'Decide not to file, or not to penalise'],
      by: 'organ',
      reason: 'required',
      copyTo: REFERRERS,
    },
    'report-referral-progress': {
      event: 'referral-progress-reported',
      title: ['回复办理情况', 'Report the progress'],
      by: 'organ',
      needs: ['summary'],
      copyTo: REFERRERS,
    },
    'reply-with-result': {
      event: 'referral-result-replied',
      title: ['书面回复处理结果', 'Reply with the result'],
      by: 'organ',
      papers: ['opinion-reply'],
      needs: ['result'],
      copyTo: REFERRERS,
    },
    'disagree-with-referral': {
      event: 'referral-disagreed',
      title: ['提出不同意见', 'Disagree, with reasons'],
      by: 'organ',
      rank: 'head',
      reason: 'required',
      copyTo: REFERRERS,
    },
    'maintain-referral': {
      event: 'referral-maintained',
      title: ['坚持意见并说明理由', 'Maintain it, with reasons'],
      by: REFERRERS,
      rank: 'head',
      reason: 'required',
      needs: ['followUpBy'],
      copyTo: ['organ'],
    },
    'send-follow-up': {
      event: 'follow-up-sent',
      title: ['发出跟进监督函', 'Send a follow-up letter'],
      by: 'procuratorate',
      papers: ['follow-up-letter'],
      needs: ['followUpBy'],
      copyTo: ['organ'],
      when: 'answer-is-overdue',
    },
    'suggest-after-silence': {
      event: 'suggested-after-silence',
      title: ['改提检察建议', 'Turn to a procuratorial suggestion'],
      by: 'procuratorate',
      rank: 'head',
      papers: ['procuratorial-suggestion'],
      needs: ['to'],
      opens: { procedure: 'procuratorial-suggestion', command: 'issue-suggestion', roles: { procuratorate: 'procuratorate' } },
      when: ['was-followed-up', 'answer-is-overdue'],
    },
    'report-silence-upward': {
      event: 'silence-reported-upward',
      title: ['报告上级检察院，通报上级机关', 'Report it upward'],
      by: 'procuratorate',
      rank: 'head',
      reason: 'required',
      when: ['was-followed-up', 'answer-is-overdue'],
    },
    'ask-for-more': {
      event: 'more-asked-for',
      title: ['认为处理不到位，要求继续办理', 'Not enough was done: ask for more'],
      by: REFERRERS,
      reason: 'required',
      needs: ['followUpBy'],
      copyTo: ['organ'],
    },
    'close-referral': { event: 'referral-closed', title: ['办结', 'Close'], by: REFERRERS, copyTo: ['organ'] },
  },
  results: ['reply-with-result'],
  opensOn: { 'register-review': 'penalty-review', 'refer-for-liability': 'handed-back', 'refer-by-court': 'handed-back' },
  per: 'subject-or-case',
  states: {
    'penalty-review': {
      title: ['反向衔接审查中', 'Under review'],
      marks: [UNDER_PENALTY_REVIEW],
      on: {
        ...FALLS,
        'extend-penalty-review': null,
        'ask-other-region': 'asking-other-region',
        'suspend-penalty-review': 'penalty-review-suspended',
        'pass-to-matching-procuratorate': 'passed-on',
        'end-penalty-review': 'no-penalty-due',
        'issue-penalty-opinion': 'opinion-served',
      },
    },
    'asking-other-region': { title: ['征求异地检察机关意见中', 'Another region is asked'], on: { ...FALLS, 'note-other-region-answer': 'penalty-review' } },
    'penalty-review-suspended': { title: ['已中止审查', 'Review suspended'], on: { ...FALLS, 'resume-penalty-review': 'penalty-review' } },
    'passed-on': {
      title: ['已移送对应检察院，待签收', 'Passed to the matching procuratorate'],
      on: {
        ...FALLS,
        'receive-passed-review': 'penalty-review',
        'return-passed-review': 'penalty-review',
        'take-back-passed-review': 'penalty-review',
        'pass-to-matching-procuratorate': null,
      },
    },
    'opinion-served': { title: ['检察意见已送达，待签收', 'Opinion served, to be signed for'], on: { ...UNSIGNED, ...FALLS } },
    'handed-back': {
      title: ['已移送行政机关，待签收', 'Handed to the organ, to be signed for'],
      on: { 'sign-for-referral': 'signed', 'return-referral': 'returned', 'take-back-referral': 'taken-back' },
    },
    'taken-back': {
      title: ['已收回', 'Taken back'],
      on: { ...FALLS, 'reissue-penalty-opinion': 'opinion-served', 'refer-elsewhere': 'handed-back', 'withdraw-referral': 'referral-withdrawn' },
    },
    returned: {
      title: ['已退回', 'Returned'],
      on: { ...FALLS, 'reissue-penalty-opinion': 'opinion-served', 'refer-elsewhere': 'handed-back', 'withdraw-referral': 'referral-withdrawn' },
    },
    signed: {
      title: ['已签收，待受理', 'Signed for'],
      on: {
        ...FALLS,
        'accept-referral': 'accepted',
        'return-referral': 'returned',
        'disagree-with-referral': 'disagreed',
        'extend-referral-verification': null,
        ...FOLLOW_UP,
      },
    },
    accepted: {
      title: ['已受理，核查中', 'Accepted, being verified'],
      on: {
        ...FALLS,
        'extend-referral-verification': null,
        'open-administrative-case': 'administrative-case-open',
        'decline-administrative-case': 'administrative-case-declined',
        'report-referral-progress': null,
        'disagree-with-referral': 'disagreed',
        ...MORE,
        ...FOLLOW_UP,
      },
    },
    'administrative-case-open': {
      title: ['已行政立案', 'Administrative case open'],
      on: { ...FALLS, 'report-referral-progress': null, 'reply-with-result': 'replied', ...MORE, ...FOLLOW_UP },
    },
    'administrative-case-declined': {
      title: ['不予立案、不予处罚，待回复', 'Not filed or not penalised, to be replied'],
      on: { ...FALLS, 'reply-with-result': 'replied', ...FOLLOW_UP },
    },
    // N4 14 knows no objection: whether to file is still to be decided, and may be.
    disagreed: {
      title: ['行政机关有不同意见', 'The organ disagrees'],
      on: {
        ...FALLS,
        'extend-referral-verification': null,
        'open-administrative-case': 'administrative-case-open',
        'decline-administrative-case': 'administrative-case-declined',
        'maintain-referral': 'accepted',
        'reissue-penalty-opinion': 'opinion-served',
        'refer-elsewhere': 'handed-back',
        'withdraw-referral': 'referral-withdrawn',
      },
    },
    replied: { title: ['已回复结果', 'Result replied'], on: { ...FALLS, 'close-referral': 'referral-closed', 'ask-for-more': 'accepted' } },
    'no-penalty-due': { title: ['终结审查，不需要处罚', 'No penalty due'], terminal: true },
    'referral-fallen': { title: ['不起诉已撤销，已终止', 'Fallen with the non-prosecution'], terminal: true },
    'referral-withdrawn': { title: ['已撤回', 'Withdrawn'], terminal: true },
    'referral-closed': { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    'rev-review': PENALTY_REVIEW,
    'agr-penalty-review': PENALTY_REVIEW,
    // GJ2021 8, from memory; FX2024 has the review first.
    'rev-opinion-serve': {
      startsOn: 'register-review',
      startsAt: 'notProsecutedOn',
      stopsOn: 'issue-penalty-opinion',
      mootOn: ['end-penalty-review', 'pass-to-matching-procuratorate'],
      obliges: 'procuratorate',
    },
    'agr-hand-off-receipt': {
      startsOn: ['issue-penalty-opinion', 'reissue-penalty-opinion', 'refer-for-liability', 'refer-by-court', 'refer-elsewhere'],
      stopsOn: ['sign-for-referral', 'return-referral'],
      obliges: 'organ',
      mootOn: 'take-back-referral',
      receipt: true,
    },
    'agr-passed-review-receipt': {
      startsOn: 'pass-to-matching-procuratorate',
      stopsOn: ['receive-passed-review', 'return-passed-review'],
      obliges: 'procuratorate',
      mootOn: 'take-back-passed-review',
      receipt: true,
    },
    'agr-reverse-acceptance': {
      startsOn: 'sign-for-referral',
      stopsOn: ['accept-referral', 'return-referral', 'disagree-with-referral'],
      obliges: 'organ',
    },
    'rev-organ-reply': {
      startsOn: ['issue-penalty-opinion', 'reissue-penalty-opinion'],
      stopsOn: ['report-referral-progress', 'reply-with-result', 'disagree-with-referral'],
      obliges: 'organ',
      mootOn: ['return-referral', 'take-back-referral'],
      when: 'replyBy',
      setBy: 'replyBy',
    },
    // GJ2021 9, from memory: two months where the opinion names no day of its own.
    'rev-organ-reply-two-months': {
      startsOn: ['issue-penalty-opinion', 'reissue-penalty-opinion'],
      unless: 'replyBy',
      stopsOn: ['report-referral-progress', 'reply-with-result', 'disagree-with-referral'],
      obliges: 'organ',
      mootOn: ['return-referral', 'take-back-referral'],
      runsFrom: 'receipt',
    },
    'agr-follow-up-reply': {
      startsOn: ['send-follow-up', 'ask-for-more', 'maintain-referral'],
      again: 'anew',
      stopsOn: ['report-referral-progress', 'reply-with-result', 'disagree-with-referral'],
      obliges: 'organ',
      mootOn: ['return-referral', 'take-back-referral'],
      setBy: 'followUpBy',
    },
    // Police and court set no day; what they hand over is answered as agreed.
    'agr-reverse-result': {
      startsOn: ['refer-for-liability', 'refer-by-court', 'refer-elsewhere'],
      stopsOn: ['reply-with-result', 'disagree-with-referral'],
      obliges: 'organ',
      mootOn: ['return-referral', 'take-back-referral'],
      runsFrom: 'receipt',
    },
    // N4 14 counts from receipt, also of what another department hands over; a result that is claimed decides nothing on filing.
    ...verificationClock({
      receiver: 'organ',
      sends: ['issue-penalty-opinion', 'reissue-penalty-opinion', 'refer-for-liability', 'refer-by-court', 'refer-elsewhere'],
      decides: ['open-administrative-case', 'decline-administrative-case'],
      ends: ['return-referral', 'take-back-referral', 'withdraw-referral', 'reissue-penalty-opinion', 'refer-elsewhere'],
      prolongs: 'extend-referral-verification',
    }),
    'agr-reverse-disagreement': { ...DISAGREED, obliges: 'procuratorate' },
    'agr-reverse-disagreement-police': { ...DISAGREED, obliges: 'police' },
    'agr-reverse-disagreement-court': { ...DISAGREED, obliges: 'court' },
  },
  report: {
    counts: [
      { id: 'penalty-opinions', title: ['行政处罚检察意见', 'Opinions that a penalty is due'], of: ['issue-penalty-opinion', 'reissue-penalty-opinion'] },
      { id: 'liability-referrals', title: ['公安、法院反向移送', 'Handed back by police or court'], of: ['refer-for-liability', 'refer-by-court'] },
      { id: 'referral-results', title: ['反向移送已回复', 'Results replied'], of: 'reply-with-result' },
      { id: 'referral-returns', title: ['反向移送退回', 'Referrals returned'], of: 'return-referral' },
    ],
    durations: [
      {
        id: 'reverse-referral',
        title: ['检察意见、移送至回复结果', 'Opinion or referral to the result'],
        from: ['issue-penalty-opinion', 'reissue-penalty-opinion', 'refer-for-liability', 'refer-by-court'],
        to: 'reply-with-result',
      },
    ],
    attention: [{ id: 'organ-disagrees', title: ['行政机关有不同意见', 'The organ disagrees'], when: { state: 'disagreed' } }],
  },
});
