// From the lead to the conclusion of the investigation, and the ways out of it.
import { DECIDED_BY_FILING, TAKEN_UP } from '../../opens-penalty.ts';
import { AMOUNT_BAND_NAMES } from '../../shared-fields.ts';
import type { Literal } from '../penalty-law.ts';
import { TIME_BAR_SAID } from '../time-bar.ts';

export const SUSPENSION_COMMANDS = {
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

export const INVESTIGATION_COMMANDS = {
  'verify-lead': {
    event: 'lead-taken-up',
    title: ['收到线索，开始核查', 'Take up a lead'],
    by: 'organ',
    leaves: [TAKEN_UP],
    takes: ['leadOrigin', ...TIME_BAR_SAID, ...AMOUNT_BAND_NAMES],
    when: 'in-no-case-of-eligibility',
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
    leaves: [TAKEN_UP],
    officers: 2,
    papers: ['case-filing-form'],
    takes: ['leadOrigin', ...TIME_BAR_SAID, ...AMOUNT_BAND_NAMES],
    when: ['in-no-case-of-eligibility', 'no-other-case-under-way'],
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
} as const satisfies Literal['commands'];
