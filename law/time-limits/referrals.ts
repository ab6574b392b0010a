// What is passed on from organ to organ, to discipline inspection and back: few numbers of law, the rest agreed.
import type { Bilingual, Body } from '../../schemas/ids.ts';
import type { Span, TimeLimitRow } from '../../schemas/time-limit.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { agreed, anyDepartment } from './agreed.ts';
import { throughTime } from './through-time.ts';

type Row = Omit<TimeLimitRow, 'from' | 'basis'>;

const statutory = (
  id: string,
  span: Span,
  obliges: Body[],
  title: Bilingual,
  duty: Bilingual,
  more: Partial<Row> = {},
): Row => ({
  id,
  title,
  duty,
  span,
  obliges,
  kind: 'statutory',
  source: 'primary-text',
  extensions: [],
  pause: false,
  remindAtPerMille: [500, 800],
  ladder: 'superior',
  active: true,
  lapses: false,
  ...more,
});

/** A rule of some places: it runs only where a region has one and says on what basis. */
const LOCAL = { kind: 'local', source: 'web-excerpt', active: false } as const;

/** JC 37 names courts, procuratorates, police, audit and other state organs; O310 18 every organ of enforcement. */
const stateOrgans: Body[] = [
  ...administrativeOrgans,
  'public-security',
  'procuratorate',
  'court',
  'government-office',
];
const DISCIPLINE: Body[] = ['discipline-inspection'];
/** N4 34 binds medical-insurance departments; of all others CF 26 wants help and names no day. */
const othersThanInsurance = anyDepartment.filter((body) => body !== 'medical-insurance');

/** Both under one procedure (SAMR2 85). */
const underSamr2: Body[] = ['market-regulation', 'drug-regulation'];

const jurisdiction: TimeLimitRow[] = [
  ...throughTime(
    statutory(
      'jur-dispute',
      { workingDays: 7 },
      ['medical-insurance'],
      { zh: '协商解决管辖争议', en: 'Settle a dispute on jurisdiction' },
      {
        zh: '自发生争议之日起7个工作日内协商解决，协商不成的，报请共同的上一级医疗保障行政部门指定管辖',
        en: 'Within 7 working days of the dispute agree, or else ask the common superior to designate',
      },
    ),
    { from: '2021-07-15', basis: [{ act: 'N4', article: '10' }] },
  ),
  ...throughTime(
    statutory(
      'smr-jur-dispute',
      { workingDays: 7 },
      underSamr2,
      {
        zh: '协商解决管辖争议（市场监管）',
        en: 'Settle a dispute on jurisdiction between market regulators',
      },
      {
        zh: '自发生争议之日起7个工作日内协商解决，协商不成的，报请共同的上一级市场监督管理部门指定管辖',
        en: 'Within 7 working days of the dispute agree, or else ask the common superior to designate',
      },
    ),
    { from: '2021-07-15', basis: [{ act: 'SAMR2', article: '13' }] },
  ),
];

const assistance: TimeLimitRow[] = [
  ...throughTime(
    statutory(
      'ast-request',
      { calendarDays: 15 },
      ['medical-insurance'],
      { zh: '完成协查', en: 'Give the assistance asked for' },
      {
        zh: '自接到协助调查函之日起15日内完成协查；需要延期或者无法协助的，在期限届满前告知',
        en: 'Within 15 days of the letter complete the inquiry, or say before they end that it takes longer or cannot be done',
      },
    ),
    { from: '2021-07-15', basis: [{ act: 'N4', article: '34' }] },
  ),
  ...throughTime(
    statutory(
      'smr-assistance',
      { workingDays: 15 },
      underSamr2,
      { zh: '完成协查（市场监管）', en: 'Give the assistance asked for, of market regulation' },
      {
        zh: '自接到协助调查函之日起15个工作日内完成相关工作；需要延期或者无法协助的，在期限届满前告知',
        en: 'Within 15 working days of the letter complete the inquiry, or say before they end that it takes longer or cannot be done',
      },
    ),
    { from: '2021-07-15', basis: [{ act: 'SAMR2', article: '45' }] },
  ),
];

/** N6 binds the bureau to which the material of a flying inspection is handed over. */
const inspections: TimeLimitRow[] = [
  ...throughTime(
    statutory(
      'fi-progress',
      { workingDays: 30 },
      ['medical-insurance'],
      { zh: '报告飞行检查查处进展和整改方案', en: 'Report progress on what a flying inspection found' },
      {
        zh: '收到飞行检查移交的材料后30个工作日内，向组织飞行检查的医疗保障行政部门报告查处进展和整改方案',
        en: 'Within 30 working days of the material report progress and the plan to put it right to who organised the inspection',
      },
    ),
    { from: '2023-05-01', basis: [{ act: 'N6', article: '23' }] },
  ),
  ...throughTime(
    statutory(
      'fi-final-report',
      { workingDays: 5 },
      ['medical-insurance'],
      { zh: '书面报告飞行检查问题处理情况', en: 'Report in writing how a flying inspection was dealt with' },
      {
        zh: '处理完毕后5个工作日内书面报告处理情况；与移交材料差异较大的，书面说明理由',
        en: 'Within 5 working days of the end of the handling report in writing, with reasons where it differs much from what was handed over',
      },
    ),
    { from: '2023-05-01', basis: [{ act: 'N6', article: '23' }] },
  ),
];

const discipline: TimeLimitRow[] = [
  // O310 has named the supervisory organ since its revision; before 2018 such clues went to the procuratorate.
  ...throughTime(
    statutory(
      'dis-refer',
      { atOnce: true },
      stateOrgans,
      { zh: '移送公职人员问题线索', en: 'Refer a clue about a public official' },
      {
        zh: '发现公职人员涉嫌职务违法、职务犯罪的问题线索，及时移送监察机关',
        en: 'Refer a clue about an official’s breach of duty to the supervisory organ in time',
      },
    ),
    { from: '2018-03-20', basis: [{ act: 'JC2018', article: '34' }] },
    {
      from: '2020-08-07',
      basis: [
        { act: 'O310', article: '18' },
        { act: 'JC2018', article: '34' },
      ],
    },
    {
      from: '2025-06-01',
      basis: [
        { act: 'O310', article: '18' },
        { act: 'JC', article: '37' },
      ],
    },
  ),
  ...throughTime(
    statutory(
      'dis-refer-local-15wd',
      { workingDays: 15 },
      stateOrgans,
      { zh: '移送问题线索（地方15日）', en: 'Refer a clue (local 15 days)' },
      {
        zh: '自作出处理结论或者发现问题线索之日起15个工作日内移送',
        en: 'Refer within 15 working days of the conclusion or of finding the clue',
      },
      LOCAL,
    ),
    { from: '2019-12-10', basis: [{ act: 'DISLOC' }] },
  ),
  ...throughTime(
    statutory(
      'dis-refer-local-10wd',
      { workingDays: 10 },
      stateOrgans,
      { zh: '特殊情况消除后移送问题线索（地方10日）', en: 'Refer a clue once it can be (local 10 days)' },
      {
        zh: '不宜移送的特殊情况消除后10个工作日内移送',
        en: 'Refer within 10 working days of the end of what stood in the way',
      },
      LOCAL,
    ),
    { from: '2019-12-10', basis: [{ act: 'DISLOC' }] },
  ),
  ...throughTime(
    statutory(
      'dis-triage',
      { atOnce: true },
      DISCIPLINE,
      { zh: '审核移送的问题线索', en: 'Check a clue that was referred' },
      {
        zh: '有管辖权的及时提出处置意见，没有管辖权的及时退回移送机关',
        en: 'Propose in time what to do with what is its own, return in time what is no supervisory matter',
      },
    ),
    { from: '2021-09-20', basis: [{ act: 'JCT2021', article: '171' }], source: 'from-memory' },
    { from: '2025-06-01', basis: [{ act: 'JCT', article: '201' }] },
  ),
  ...throughTime(
    statutory(
      'dis-forward',
      { workingDays: 5 },
      DISCIPLINE,
      { zh: '转送有管辖权的监察机关', en: 'Forward to the competent commission' },
      {
        zh: '本单位没有管辖权但其他监察机关有管辖权的，5个工作日内转送',
        en: 'Forward within 5 working days what another commission is competent for',
      },
    ),
    { from: '2021-09-20', basis: [{ act: 'JCT2021', article: '171' }], source: 'from-memory' },
    { from: '2025-06-01', basis: [{ act: 'JCT', article: '201' }] },
  ),
  ...throughTime(
    statutory(
      'dis-report-forward',
      { workingDays: 5 },
      DISCIPLINE,
      { zh: '转送不属本机关管辖的检举控告', en: 'Forward a report to the competent commission' },
      {
        zh: '检举控告属于其他监察机关管辖的，5个工作日内转送',
        en: 'Forward within 5 working days a report that another commission is competent for',
      },
    ),
    { from: '2021-09-20', basis: [{ act: 'JCT2021', article: '169' }], source: 'from-memory' },
    { from: '2025-06-01', basis: [{ act: 'JCT', article: '199' }] },
  ),
  ...throughTime(
    statutory(
      'dis-disposal-proposal',
      { months: 1 },
      DISCIPLINE,
      { zh: '提出线索处置意见', en: 'Propose how to dispose of a clue' },
      {
        zh: '自收到问题线索之日起1个月内提出处置意见',
        en: 'Propose within a month of receiving the clue what to do with it',
      },
      { source: 'from-memory' },
    ),
    { from: '2019-01-01', basis: [{ act: 'JZ2019' }] },
  ),
  ...throughTime(
    statutory(
      'dis-realname-accept',
      { workingDays: 15 },
      DISCIPLINE,
      { zh: '告知实名检举控告人受理情况', en: 'Tell a named reporter whether it is taken on' },
      {
        zh: '收到实名检举控告之日起15个工作日内告知受理情况',
        en: 'Tell within 15 working days of a named report whether it is taken on',
      },
      { source: 'web-excerpt' },
    ),
    { from: '2020-01-21', basis: [{ act: 'JK2020' }] },
    {
      from: '2025-06-01',
      basis: [{ act: 'JCT', article: '209' }, { act: 'JK2020' }],
      source: 'primary-text',
    },
  ),
  ...throughTime(
    statutory(
      'dis-realname-feedback',
      { workingDays: 15 },
      DISCIPLINE,
      { zh: '向实名检举控告人反馈处理结果', en: 'Give a named reporter the result' },
      {
        zh: '办结之日起15个工作日内反馈处理结果',
        en: 'Give the result within 15 working days of the end',
      },
      { source: 'web-excerpt' },
    ),
    { from: '2020-01-21', basis: [{ act: 'JK2020' }] },
    {
      from: '2025-06-01',
      basis: [{ act: 'JCT', article: '209' }, { act: 'JK2020' }],
      source: 'primary-text',
    },
  ),
  ...throughTime(
    statutory(
      'dis-supplement',
      { months: 1 },
      DISCIPLINE,
      { zh: '补充调查', en: 'Supplement the investigation' },
      {
        zh: '人民检察院退回补充调查的，1个月内补充调查完毕',
        en: 'Finish within a month what the procuratorate returned to be supplemented',
      },
    ),
    { from: '2018-03-20', basis: [{ act: 'JC2018', article: '47(3)' }] },
    { from: '2025-06-01', basis: [{ act: 'JC', article: '54(3)' }] },
  ),
  ...throughTime(
    statutory(
      'dis-outbound-local',
      { workingDays: 15 },
      DISCIPLINE,
      {
        zh: '向执法、司法机关移交（地方15日）',
        en: 'Hand over to enforcement or judicial organs (local 15 days)',
      },
      {
        zh: '作出结论后15个工作日内移交有关执法机关、司法机关',
        en: 'Hand over within 15 working days of the conclusion',
      },
      LOCAL,
    ),
    { from: '2019-12-10', basis: [{ act: 'DISLOC' }] },
  ),
];

/** Each track has its own, so that a region can settle one without the others. */
const agreedOnes: TimeLimitRow[] = [
  agreed(
    'agr-peer-accept',
    { workingDays: 5 },
    { zh: '接受移送或者退回', en: 'Accept or return what was transferred' },
    { zh: '签收后5个工作日内接受、退回或者提出管辖异议', en: 'Accept, return or dispute the transfer' },
  ),
  agreed(
    'agr-peer-reroute',
    { workingDays: 5 },
    { zh: '退回后另行移送', en: 'Transfer anew what came back' },
    { zh: '退回后5个工作日内另行移送或者自行处理', en: 'Transfer what came back elsewhere, or keep it' },
  ),
  agreed(
    'agr-peer-designation',
    { workingDays: 5 },
    { zh: '共同上级指定管辖', en: 'Designation by the common superior' },
    { zh: '收到报请后5个工作日内指定管辖', en: 'The common superior designates who handles it' },
  ),
  agreed(
    'agr-peer-first-feedback',
    { workingDays: 15 },
    { zh: '移送案件首次反馈', en: 'First feedback on a transfer' },
    { zh: '接受移送后15个工作日内首次反馈', en: 'First feedback to the organ that transferred' },
  ),
  agreed(
    'agr-peer-result',
    { calendarDays: 60 },
    { zh: '反馈移送案件处理结果', en: 'Result of a transfer' },
    { zh: '接受移送后60日内反馈处理结果', en: 'Report the result to the organ that transferred' },
  ),
  agreed(
    'agr-peer-response',
    { workingDays: 5 },
    { zh: '移送机关确认结果', en: 'Response to the result of a transfer' },
    { zh: '收到处理结果后5个工作日内确认或者提出异议', en: 'Close the transfer or object to its result' },
  ),
  agreed(
    'agr-peer-objection',
    { workingDays: 15 },
    { zh: '答复对结果的异议', en: 'Answer an objection to the result' },
    { zh: '收到异议后15个工作日内答复', en: 'Answer the objection to the result' },
  ),
  agreed(
    'agr-discipline-triage',
    { workingDays: 5 },
    { zh: '问题线索管辖审核', en: 'Check who is competent for a clue' },
    { zh: '签收后5个工作日内受理、转送、分送或者退回', en: 'Take on, forward, split or return the clue' },
    DISCIPLINE,
  ),
  agreed(
    'agr-discipline-material',
    { workingDays: 5 },
    { zh: '补充问题线索材料', en: 'Supply more about a clue' },
    { zh: '收到补充材料要求后5个工作日内补充', en: 'Supply what discipline inspection asks for' },
  ),
  agreed(
    'agr-discipline-reroute',
    { workingDays: 5 },
    { zh: '退回线索另行处理', en: 'Deal with a clue that came back' },
    { zh: '退回后5个工作日内另行移送或者自行处理', en: 'Refer what came back elsewhere, or close it' },
  ),
  agreed(
    'agr-discipline-feedback',
    { calendarDays: 60 },
    { zh: '反馈问题线索处置情况', en: 'Feedback on a referred clue' },
    { zh: '受理后60日内向移送机关反馈处置情况', en: 'Tell the referring organ what became of the clue' },
    DISCIPLINE,
  ),
  agreed(
    'agr-duty-case-receipt',
    { workingDays: 2 },
    { zh: '签收监察机关移送审查起诉案件', en: 'Receipt of a case of crime in office' },
    { zh: '收到移送审查起诉案件后2个工作日内签收', en: 'Sign for what the supervisory commission sends' },
    ['procuratorate'],
  ),
  agreed(
    'agr-outbound-accept',
    { workingDays: 5 },
    { zh: '受理纪检监察机关移送的线索', en: 'Accept what discipline inspection refers' },
    { zh: '签收后5个工作日内受理或者退回', en: 'Accept or return what discipline inspection refers' },
  ),
  agreed(
    'agr-outbound-reroute',
    { workingDays: 5 },
    { zh: '退回后另行移送', en: 'Refer anew what came back' },
    { zh: '退回后5个工作日内另行移送或者办结', en: 'Refer what came back elsewhere, or close it' },
    DISCIPLINE,
  ),
  agreed(
    'agr-outbound-result',
    { calendarDays: 60 },
    { zh: '向纪检监察机关反馈结果', en: 'Result to discipline inspection' },
    { zh: '受理后60日内反馈办理结果', en: 'Report the result to discipline inspection' },
  ),
  agreed(
    'agr-supervisory-reply',
    { setByDocument: true },
    { zh: '按监察建议书反馈整改情况', en: 'Answer a supervisory suggestion' },
    {
      zh: '在监察建议书载明的期限前反馈采纳和整改情况',
      en: 'Report what was done by the day the suggestion names',
    },
  ),
  agreed(
    'agr-supervisory-review',
    { workingDays: 15 },
    { zh: '审查反馈', en: 'Review the answer to a suggestion' },
    { zh: '收到反馈后15个工作日内提出意见', en: 'Say within 15 working days whether the answer will do' },
    DISCIPLINE,
  ),
  agreed(
    'agr-supervisory-superior',
    { workingDays: 15 },
    { zh: '主管部门、上级机关处理拒不采纳', en: 'The superior deals with a refusal' },
    {
      zh: '收到通报后15个工作日内责令改正或者说明理由',
      en: 'Order the suggestion to be followed, or say why not',
    },
  ),
  agreed(
    'agr-recommendation-accept',
    { workingDays: 5 },
    { zh: '受理处理建议', en: 'Take on a recommendation' },
    { zh: '签收后5个工作日内受理、退回或者不采纳', en: 'Take on, return or decline the recommendation' },
  ),
  agreed(
    'agr-recommendation-result',
    { calendarDays: 60 },
    { zh: '反馈处理建议办理结果', en: 'Result of a recommendation' },
    { zh: '受理后60日内反馈处理结果', en: 'Report what was done about the head of the institution' },
  ),
  agreed(
    'agr-recommendation-response',
    { workingDays: 5 },
    { zh: '建议部门确认结果', en: 'Response to the result of a recommendation' },
    { zh: '收到结果后5个工作日内确认或者提出异议', en: 'Close the recommendation or object to its result' },
  ),
  agreed(
    'agr-assistance-reply',
    { workingDays: 15 },
    { zh: '答复协助请求', en: 'Answer a request for assistance' },
    { zh: '收到协助请求后15个工作日内答复', en: 'Answer the request for assistance' },
    othersThanInsurance,
  ),
  agreed(
    'agr-assistance-until',
    { setByDocument: true },
    { zh: '按告知的日期完成协查', en: 'Assistance by the day announced' },
    { zh: '在告知延期时载明的日期前完成协查', en: 'Complete the inquiry by the day that was announced' },
  ),
  agreed(
    'agr-incident-follow-up',
    { workingDays: 15 },
    { zh: '要情续报', en: 'Follow-up of a major incident' },
    { zh: '上级签收要情后15个工作日内续报进展', en: 'Report how the incident goes on' },
  ),
  agreed(
    'agr-incident-final',
    { calendarDays: 60 },
    { zh: '要情终报', en: 'Final report of a major incident' },
    { zh: '上报要情后60日内报告处理结果', en: 'Report how the incident ended' },
  ),
  agreed(
    'agr-incident-instruction',
    { setByDocument: true },
    { zh: '按批示要求报告', en: 'Answer an instruction' },
    { zh: '在上级要求的日期前报告落实情况', en: 'Report by the day the superior names' },
  ),
  agreed(
    'agr-fund-finding-accept',
    { workingDays: 5 },
    { zh: '受理审计、财政发现的问题', en: 'Take on a finding of audit or finance' },
    { zh: '签收后5个工作日内受理或者退回', en: 'Take on or return the finding' },
  ),
  agreed(
    'agr-fund-finding-first-feedback',
    { workingDays: 15 },
    { zh: '审计、财政发现问题首次反馈', en: 'First feedback on a finding' },
    { zh: '受理后15个工作日内首次反馈', en: 'First feedback on the finding' },
  ),
  agreed(
    'agr-fund-finding-result',
    { calendarDays: 60 },
    { zh: '反馈审计、财政发现问题处理结果', en: 'Result of a finding' },
    { zh: '受理后60日内反馈整改或者查处结果', en: 'Report what was done about the finding' },
  ),
  agreed(
    'agr-fund-finding-response',
    { workingDays: 5 },
    { zh: '确认整改结果', en: 'Response to the result of a finding' },
    { zh: '收到结果后5个工作日内确认或者退回继续整改', en: 'Close the finding or send the result back' },
    ['audit', 'finance'],
  ),
  agreed(
    'agr-fund-finding-reroute',
    { workingDays: 5 },
    { zh: '退回问题另行移送', en: 'Send a returned finding elsewhere' },
    { zh: '退回后5个工作日内另行移送或者办结', en: 'Send what came back elsewhere, or close it' },
    ['audit', 'finance'],
  ),
];

/** `jur-*`, `ast-*`, `dis-*`, and what departments agree on. */
export const referralLimits: TimeLimitRow[] = [
  ...jurisdiction,
  ...assistance,
  ...inspections,
  ...discipline,
  ...agreedOnes,
];
