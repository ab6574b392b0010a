// Limits that departments agree between themselves where the law sets no number. Defaults; a region's register may replace the span.
// Never a breach of law, in no screen and no report.
import { type Bilingual, Body } from '../../schemas/ids.ts';
import type { Span, TimeLimitRow } from '../../schemas/time-limit.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { presentBodies } from '../former-bodies.ts';

/** Who can be bound by an agreement: every department that acts; the publisher of a fact is none. */
export const anyDepartment: Body[] = presentBodies(Body.options);

/** A row of such a limit. */
export const agreed = (
  id: `agr-${string}`,
  span: Span,
  title: Bilingual,
  duty: Bilingual,
  obliges: Body[] = anyDepartment,
): TimeLimitRow => ({
  id,
  title,
  duty,
  span,
  obliges,
  basis: [{ act: 'AGREED' }],
  kind: 'agreed',
  source: 'agreed',
  from: '2001-01-01',
  extensions: [],
  pause: false,
  remindAtPerMille: [500, 800],
  ladder: 'agreed',
  active: true,
  lapses: false,
});

/** Owners of a track: whoever penalises, recovers, or goes by an agreement. */
const TRACK_OWNERS: Body[] = [...administrativeOrgans, 'insurance-agency'];

/** The answer of whoever owns a track of a case: as agreed in the region, up to the government that has its departments agree. */
const answer = (
  id: `agr-${string}`,
  span: Span,
  [zh, en]: readonly [string, string],
  since: string,
  owners: Body[],
): TimeLimitRow => ({
  ...agreed(
    id,
    span,
    { zh, en },
    { zh: `${since}后在约定期限内反馈办理情况或者说明理由`, en: `${en}: say what was done, or why nothing` },
    owners,
  ),
  ladder: 'agreed-in-region',
  active: false,
});

/** Rows `agr-*`: acknowledge 2 · accept or return 5 · first feedback 15 working days · final feedback 60 days. */
export const agreedLimits: TimeLimitRow[] = [
  agreed(
    'agr-hand-off-receipt',
    { workingDays: 2 },
    { zh: '签收移交材料', en: 'Office receipt of a hand-over' },
    { zh: '收到移交后2个工作日内签收或者退回', en: 'Sign for what was handed over, or return it' },
  ),
  agreed(
    'agr-clue-acknowledge',
    { workingDays: 2 },
    { zh: '线索通报签收', en: 'Acknowledge a clue notice' },
    { zh: '收到线索通报后2个工作日内确认收到', en: 'Acknowledge the clue notice' },
  ),
  agreed(
    'agr-clue-triage',
    { workingDays: 5 },
    { zh: '线索分流', en: 'Triage of a clue' },
    { zh: '5个工作日内决定受理、退回、并案或者仅供参考', en: 'Accept, return, merge or note the clue' },
  ),
  agreed(
    'agr-clue-reroute',
    { workingDays: 5 },
    { zh: '退回线索重新转送', en: 'Re-route a returned clue' },
    { zh: '线索退回后5个工作日内另行转送或者办结', en: 'Send a returned clue elsewhere or close it' },
  ),
  agreed(
    'agr-clue-designation',
    { workingDays: 5 },
    { zh: '共同上级指定承办部门', en: 'Designation by the common superior' },
    {
      zh: '第二次退回后5个工作日内由共同上级指定承办部门',
      en: 'After a second return the common superior designates who is to act',
    },
  ),
  agreed(
    'agr-clue-first-feedback',
    { workingDays: 15 },
    { zh: '线索首次反馈', en: 'First feedback on a clue' },
    { zh: '受理后15个工作日内首次反馈', en: 'First feedback to the sender' },
  ),
  agreed(
    'agr-clue-final-feedback',
    { calendarDays: 60 },
    { zh: '线索办结反馈', en: 'Final feedback on a clue' },
    { zh: '受理后60日内反馈办理结果', en: 'Final feedback to the sender' },
  ),
  agreed(
    'agr-clue-sender-response',
    { workingDays: 5 },
    { zh: '发送方确认反馈', en: "Sender's response to feedback" },
    { zh: '收到反馈后5个工作日内确认办结或者提出异议', en: 'Close the clue or object to the feedback' },
  ),
  agreed(
    'agr-consultation-reply',
    { workingDays: 15 },
    { zh: '会商答复', en: 'Reply to a consultation' },
    { zh: '收到会商请求后15个工作日内答复', en: 'Reply to a request for consultation' },
  ),
  agreed(
    'agr-early-intervention-reply',
    { workingDays: 5 },
    { zh: '提前介入答复', en: 'Reply to a request for early intervention' },
    { zh: '收到提前介入商请后5个工作日内答复', en: 'Reply whether to take part early' },
    ['public-security', 'procuratorate', 'discipline-inspection'],
  ),
  agreed(
    'agr-supervision-intake',
    { workingDays: 2 },
    { zh: '立案监督建议签收', en: 'Intake of a supervision request' },
    { zh: '收到立案监督建议后2个工作日内登记受理', en: 'Register a request for filing supervision' },
    ['procuratorate'],
  ),
  agreed(
    'agr-supervision-examination',
    { workingDays: 15 },
    { zh: '审查公安机关说明的理由', en: "Examine the police's reasons" },
    {
      zh: '收到公安机关书面说明后15个工作日内作出审查结论',
      en: "Conclude on the police's written reasons",
    },
    ['procuratorate'],
  ),
  // Off until a region agrees on its own days: who answers whom, and when, is for the departments of a case to settle.
  answer(
    'agr-answer-after-receipt',
    { calendarDays: 60 },
    ['签收移送后反馈', 'Answer a hand-over'],
    '签收移送',
    [...TRACK_OWNERS, 'discipline-inspection'],
  ),
  answer(
    'agr-answer-after-penalty',
    { calendarDays: 60 },
    ['处罚决定后联动反馈', 'Answer a decided penalty'],
    '行政处罚决定作出',
    TRACK_OWNERS,
  ),
  answer(
    'agr-answer-after-filing',
    { workingDays: 15 },
    ['刑事立案后联动反馈', 'Answer a filing'],
    '公安机关告知立案',
    TRACK_OWNERS,
  ),
  // A wish of the sender's, by the day it names.
  agreed(
    'agr-clue-reply',
    { setByDocument: true },
    { zh: '按通报要求答复', en: 'Answer by the day the sender asked for' },
    {
      zh: '在线索通报载明的答复期限前反馈阶段情况或者办理结果',
      en: 'Give interim or final feedback by the day that the clue notice names',
    },
  ),
];
