// Time limits of the criminal process as the bus tracks it, of what comes back from it to an administrative organ, of the
// public-order route, and of what the procuratorate asks for by suggestion or by suit.
// Over 250 lines because it is one table of the law: one entry per row, read beside the acts.
// What counts only while somebody is in custody ends on its last day, be that a rest day (XS 105(4)). Of the limits of review and trial
// the same is true where the accused is in custody, which is not known for sure here: strictly they end so too.

import { Body } from '../../schemas/ids.ts';
import type { Extension, TimeLimitRow } from '../../schemas/time-limit.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { presentBodies } from '../former-bodies.ts';
import { throughTime } from './through-time.ts';

const statutory = {
  kind: 'statutory',
  extensions: [],
  pause: false,
  remindAtPerMille: [500, 800],
  active: true,
  lapses: false,
  source: 'primary-text',
} satisfies Partial<TimeLimitRow>;
const byProcuratorate = {
  ...statutory,
  obliges: ['procuratorate'] as Body[],
  ladder: 'procuratorate',
} satisfies Partial<TimeLimitRow>;
const byCourt = {
  ...statutory,
  obliges: ['court'] as Body[],
  ladder: 'court',
} satisfies Partial<TimeLimitRow>;
const byInvestigator = {
  ...statutory,
  obliges: ['public-security', 'discipline-inspection'] as Body[],
  ladder: 'police-duty',
} satisfies Partial<TimeLimitRow>;
const byPolice = {
  ...statutory,
  obliges: ['public-security'] as Body[],
  ladder: 'police-duty',
} satisfies Partial<TimeLimitRow>;
const byOrgan = {
  ...statutory,
  obliges: administrativeOrgans,
  ladder: 'procuratorial-opinion',
} satisfies Partial<TimeLimitRow>;
const byAnybody = {
  ...statutory,
  obliges: presentBodies(Body.options),
  ladder: 'procuratorial-suggestion',
} satisfies Partial<TimeLimitRow>;
/** Nobody is chased for a right. */
const asARight = { ladder: 'none' } satisfies Partial<TimeLimitRow>;
/** XS 105(4). */
const inCustody = { lastDay: 'stays' } satisfies Partial<TimeLimitRow>;
/** The same where the accused is in custody. */
const whereInCustody = { lastDay: 'stays-in-custody' } satisfies Partial<TimeLimitRow>;
const criminalMonths = { monthEnd: 'last-day-to-last-day' } satisfies Partial<TimeLimitRow>;

const agreed = (
  id: `agr-${string}`,
  span: TimeLimitRow['span'],
  title: TimeLimitRow['title'],
  duty: TimeLimitRow['duty'],
  obliges: Body[],
): TimeLimitRow => ({
  ...statutory,
  id,
  title,
  duty,
  span,
  obliges,
  basis: [{ act: 'AGREED' }],
  kind: 'agreed',
  source: 'agreed',
  from: '2001-01-01',
  ladder: 'agreed',
});

/** XS 91(1), (2): with the head of a county's police (GA127 129, from memory). */
const longerDetention = (act: string, one: string, two: string): Extension[] => [
  {
    id: 'special-circumstances',
    to: { calendarDays: 7 },
    upTo: true,
    approver: 'county-police-head',
    basis: [{ act, article: one }],
  },
  {
    id: 'roving-repeated-or-gang',
    to: { calendarDays: 30 },
    upTo: true,
    approver: 'county-police-head',
    basis: [{ act, article: two }],
  },
];

/** XS 156, 158, 159: each once the one before it does not suffice. */
const longerCustody = (act: string, complex: string, grave: string, tenYears: string): Extension[] => [
  {
    id: 'complex-case',
    to: { months: 3 },
    approver: 'higher-procuratorate',
    basis: [{ act, article: complex }],
  },
  {
    id: 'grave-kind',
    to: { months: 5 },
    after: 'complex-case',
    approver: 'provincial-procuratorate',
    basis: [{ act, article: grave }],
  },
  {
    id: 'ten-years-at-stake',
    to: { months: 7 },
    after: 'grave-kind',
    approver: 'provincial-procuratorate',
    basis: [{ act, article: tenYears }],
  },
];

const LONGER_CUSTODY = {
  zh: '案情复杂、期限届满不能终结的，经上一级人民检察院批准延长一个月；交通不便地区、重大犯罪集团、流窜作案等案件，经省级人民检察院批准再延长二个月；可能判处十年以上有期徒刑的，经省级人民检察院批准再延长二个月；精神病鉴定的期间不计入',
  en: 'one more with the next higher procuratorate, two more of grave kinds and two more where ten years of prison are at stake with that of the province; a psychiatric appraisal is not counted',
} as const;
const custody = {
  ...byPolice,
  ...criminalMonths,
  ...inCustody,
  span: { months: 2 },
} satisfies Partial<TimeLimitRow>;

/** The law of 2012 under its own numbers, which were not read. */
const under2012 = (article: string): Pick<TimeLimitRow, 'from' | 'source' | 'basis'> => ({
  from: '2013-01-01',
  source: 'from-memory',
  basis: [{ act: 'XS2012', article }],
});

/** XS 172(1): fifteen days beside the month, which are no part of one. */
const fifteenDaysMore = (act: string, article: string): Extension[] => [
  { id: 'complex-review', by: { calendarDays: 15 }, approver: 'head', basis: [{ act, article }] },
];

const upToFourteen = (basis: TimeLimitRow['basis']): Extension[] => [
  { id: 'special-circumstances', to: { calendarDays: 14 }, upTo: true, approver: 'head', basis },
];

/** A month and a half as days: as many as it can have at most (a month of 31 and half of one), so that nobody is late by a short month. */
const monthAndAHalf = (act: string, article: string): Extension[] => [
  { id: 'over-three-years', to: { calendarDays: 46 }, approver: 'head', basis: [{ act, article }] },
];

/** Rows `pro-*`: from the request for arrest to the judgment that takes effect. */
const processLimits: TimeLimitRow[] = [
  ...throughTime(
    {
      ...byPolice,
      ...inCustody,
      id: 'pro-arrest-request',
      title: { zh: '提请批准逮捕（已拘留的）', en: 'Request for arrest, of one who is detained' },
      duty: {
        zh: '对被拘留的人认为需要逮捕的，拘留后3日以内提请审查批准；特殊情况延长1日至4日；流窜作案、多次作案、结伙作案的重大嫌疑分子延长至30日',
        en: 'Whom the police hold and want arrested: ask within 3 days of the detention, 1 to 4 more in special circumstances, 30 in all for roving, repeated or gang crime',
      },
      span: { calendarDays: 3 },
    },
    { ...under2012('89'), extensions: longerDetention('XS2012', '89', '89') },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '91(1)' }],
      extensions: longerDetention('XS', '91(1)', '91(2)'),
    },
  ),
  ...throughTime(
    {
      ...byProcuratorate,
      ...inCustody,
      id: 'pro-arrest-detained',
      title: { zh: '审查批准逮捕（已拘留的）', en: 'Decision on arrest, of one who is detained' },
      duty: {
        zh: '自接到提请批准逮捕书后7日以内作出批准或者不批准逮捕的决定',
        en: 'Decide on the arrest within 7 days of the request',
      },
      span: { calendarDays: 7 },
    },
    under2012('89'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '91(3)' }] },
    {
      from: '2019-12-30',
      basis: [
        { act: 'XS', article: '91(3)' },
        { act: 'JG2019', article: '282' },
      ],
    },
  ),
  ...throughTime(
    {
      ...custody,
      id: 'pro-custody',
      title: { zh: '侦查羁押', en: 'Custody of the investigation' },
      duty: {
        zh: `逮捕后的侦查羁押不超过二个月；${LONGER_CUSTODY.zh}`,
        en: `End the investigation within two months of the arrest; ${LONGER_CUSTODY.en}`,
      },
    },
    {
      ...under2012('154'),
      extensions: longerCustody('XS2012', '154', '156', '157'),
      pause: { basis: [{ act: 'XS2012', article: '147' }] },
    },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '156' }],
      extensions: longerCustody('XS', '156', '158', '159'),
      pause: { basis: [{ act: 'XS', article: '149' }] },
    },
  ),
  ...throughTime(
    {
      ...custody,
      id: 'pro-custody-recounted',
      title: { zh: '侦查羁押（重新计算）', en: 'Custody of the investigation, counted again' },
      duty: {
        zh: `发现犯罪嫌疑人另有重要罪行的，自发现之日起重新计算，身份不明的，自查清身份之日起计算，不超过二个月；${LONGER_CUSTODY.zh}`,
        en: `Where another major crime is found, two months anew from that day; where the identity is not known, from the day it is established; ${LONGER_CUSTODY.en}`,
      },
    },
    {
      ...under2012('158'),
      extensions: longerCustody('XS2012', '154', '156', '157'),
      pause: { basis: [{ act: 'XS2012', article: '147' }] },
    },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '160' }],
      extensions: longerCustody('XS', '156', '158', '159'),
      pause: { basis: [{ act: 'XS', article: '149' }] },
    },
  ),
  {
    ...byProcuratorate,
    id: 'pro-arrest-undetained',
    title: { zh: '审查批准逮捕（未被拘留的）', en: 'Decision on arrest, of one who is not detained' },
    duty: {
      zh: '犯罪嫌疑人未被拘留的，收到提请批准逮捕书后15日以内作出是否批准逮捕的决定，重大、复杂案件不超过20日',
      en: 'Where the suspect is not detained, decide on arrest within 15 days of the request, in major or complex cases within 20',
    },
    span: { calendarDays: 15 },
    basis: [{ act: 'JG2019', article: '282' }],
    from: '2019-12-30',
    extensions: [
      {
        id: 'complex-arrest-case',
        to: { calendarDays: 20 },
        approver: 'head',
        basis: [{ act: 'JG2019', article: '282' }],
      },
    ],
  },
  ...throughTime(
    {
      ...byProcuratorate,
      ...criminalMonths,
      ...whereInCustody,
      id: 'pro-review',
      title: { zh: '审查起诉', en: 'Review for prosecution' },
      duty: {
        zh: '对移送起诉的案件一个月以内作出起诉或者不起诉的决定，重大、复杂的可以延长十五日；补充侦查完毕重新移送的，重新计算',
        en: 'Within one month, fifteen days more in major or complex cases, decide to prosecute or not; counted anew when the case comes back from supplementary investigation',
      },
      span: { months: 1 },
    },
    { ...under2012('169'), extensions: fifteenDaysMore('XS2012', '169') },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '172(1)' }],
      extensions: fifteenDaysMore('XS', '172(1)'),
      pause: { basis: [{ act: 'XS', article: '170(2)' }] },
    },
    {
      from: '2019-12-30',
      extensions: fifteenDaysMore('XS', '172(1)'),
      pause: { basis: [{ act: 'XS', article: '170(2)' }] },
      basis: [
        { act: 'XS', article: '172(1)' },
        { act: 'JG2019', article: '351' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byProcuratorate,
      ...whereInCustody,
      id: 'pro-review-fast-track',
      title: { zh: '审查起诉（速裁程序）', en: 'Review for prosecution, fast track' },
      duty: {
        zh: '认罪认罚、符合速裁程序适用条件的，10日以内作出决定；可能判处的有期徒刑超过一年的，可以延长至15日',
        en: 'Where the fast track applies decide within 10 days; up to 15 where more than a year of prison may be imposed',
      },
      span: { calendarDays: 10 },
      pause: { basis: [{ act: 'XS', article: '170(2)' }] },
      extensions: [
        {
          id: 'over-one-year',
          to: { calendarDays: 15 },
          approver: 'head',
          basis: [{ act: 'XS', article: '172(1)' }],
        },
      ],
    },
    { from: '2018-10-26', basis: [{ act: 'XS', article: '172(1)' }] },
    {
      from: '2019-12-30',
      basis: [
        { act: 'XS', article: '172(1)' },
        { act: 'JG2019', article: '273' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byInvestigator,
      ...criminalMonths,
      ...whereInCustody,
      id: 'pro-supplement',
      title: { zh: '补充侦查（补充调查）', en: 'Supplementary investigation' },
      duty: {
        zh: '退回补充侦查、补充调查的案件，一个月以内补充完毕并重新移送，以二次为限',
        en: 'Finish the supplementary investigation within one month and send the case again; at most twice',
      },
      span: { months: 1 },
    },
    under2012('171'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '175(3)' }] },
    {
      from: '2019-12-30',
      basis: [
        { act: 'XS', article: '175(3)' },
        { act: 'JG2019', article: '346' },
      ],
    },
  ),
  {
    ...byProcuratorate,
    id: 'pro-pass-on-review',
    title: { zh: '移送有管辖权的人民检察院', en: 'Pass the review to the competent procuratorate' },
    duty: {
      zh: '经审查认为不属于本院管辖的，自发现之日起5日以内移送有管辖权的人民检察院',
      en: 'Within 5 days of finding that another procuratorate is competent pass the case to it',
    },
    span: { calendarDays: 5 },
    basis: [{ act: 'JG2019', article: '328(1)' }],
    from: '2019-12-30',
  },
  ...throughTime(
    {
      ...byProcuratorate,
      ...inCustody,
      id: 'pro-own-measure',
      title: { zh: '先行拘留后决定强制措施', en: 'Decide on a measure after detaining first' },
      duty: {
        zh: '监察机关移送起诉的已留置案件，先行拘留后10日以内决定逮捕、取保候审或者监视居住，特殊情况延长1日至4日；不计入审查起诉期限',
        en: 'Where the supervisory organ held the suspect: within 10 days of detaining first decide on arrest, bail or surveillance, 1 to 4 days more in special circumstances; not counted as review',
      },
      span: { calendarDays: 10 },
    },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '170(2)' }],
      extensions: upToFourteen([{ act: 'XS', article: '170(2)' }]),
    },
    {
      from: '2019-12-30',
      basis: [
        { act: 'XS', article: '170(2)' },
        { act: 'JG2019', article: '143(1)' },
      ],
      extensions: upToFourteen([{ act: 'XS', article: '170(2)' }]),
    },
  ),
  {
    ...byProcuratorate,
    id: 'pro-decision-after-withdrawal',
    title: { zh: '撤回起诉后作出不起诉决定', en: 'Non-prosecution after the indictment was withdrawn' },
    duty: {
      zh: '撤回起诉的案件，撤回起诉后30日以内作出不起诉决定',
      en: 'Within 30 days of withdrawing the indictment decide not to prosecute',
    },
    span: { calendarDays: 30 },
    basis: [{ act: 'JG2019', article: '424(2)' }],
    from: '2019-12-30',
  },
  {
    ...statutory,
    ...asARight,
    id: 'pro-petition',
    title: { zh: '被不起诉人申诉', en: 'Petition of the person not prosecuted' },
    duty: {
      zh: '对情节轻微的不起诉决定不服的，自收到决定书后7日以内向人民检察院申诉',
      en: 'Who is not prosecuted for minor circumstances may petition within 7 days of the decision',
    },
    span: { calendarDays: 7 },
    obliges: [],
    basis: [{ act: 'XS', article: '181' }],
    from: '2018-10-26',
  },
  {
    ...byProcuratorate,
    ...asARight,
    id: 'pro-victim-petition',
    title: { zh: '被害人申诉', en: 'Petition of the victim' },
    duty: {
      zh: '被害人不服不起诉决定的，自收到决定书后7日以内向上一级人民检察院申诉；期满未申诉的，可以终结',
      en: 'The victim may petition to the procuratorate above within 7 days of the decision; once they have passed it may be concluded',
    },
    span: { calendarDays: 7 },
    basis: [
      { act: 'XS', article: '180' },
      { act: 'JG2019', article: '381' },
    ],
    from: '2019-12-30',
    may: true,
  },
  // Owed by the procuratorate above, as the review that the police ask for.
  {
    ...byProcuratorate,
    ...criminalMonths,
    ...asARight,
    id: 'pro-victim-petition-decision',
    title: { zh: '被害人申诉复查', en: 'Decision on the petition of the victim' },
    duty: {
      zh: '上一级人民检察院复查被害人的申诉，立案后三个月以内作出复查决定；案情复杂的，不超过六个月',
      en: 'The procuratorate above decides on the petition of the victim within three months, in complex cases within six',
    },
    span: { months: 3 },
    basis: [{ act: 'JG2019', article: '386' }],
    from: '2019-12-30',
  },
  {
    ...byProcuratorate,
    ...criminalMonths,
    id: 'pro-petition-decision',
    title: { zh: '不起诉申诉复查', en: 'Decision on a petition against non-prosecution' },
    duty: {
      zh: '复查不服不起诉决定的申诉，立案后三个月以内作出复查决定；案情复杂的，不超过六个月',
      en: 'Decide on the petition within three months, in complex cases within six',
    },
    span: { months: 3 },
    basis: [{ act: 'JG2019', article: '386' }],
    from: '2019-12-30',
    extensions: [
      {
        id: 'complex-petition',
        to: { months: 6 },
        approver: 'head',
        basis: [{ act: 'JG2019', article: '386' }],
      },
    ],
  },
  {
    ...byProcuratorate,
    id: 'pro-reconsider-non-prosecution',
    title: { zh: '不起诉复议', en: 'Reconsideration of a non-prosecution' },
    duty: {
      zh: '公安机关对不起诉决定要求复议的，收到要求复议意见书后30日以内作出复议决定',
      en: 'Where the police ask, decide on reconsideration within 30 days of receipt',
    },
    span: { calendarDays: 30 },
    basis: [{ act: 'JG2019', article: '379(2)' }],
    from: '2019-12-30',
  },
  // Owed by the higher procuratorate, which holds no role here: nobody below is charged with it.
  {
    ...byProcuratorate,
    ...asARight,
    id: 'pro-review-non-prosecution',
    title: { zh: '不起诉复核', en: 'Review of a non-prosecution by the higher procuratorate' },
    duty: {
      zh: '公安机关提请复核、监察机关提请复议的，上一级人民检察院收到后30日以内作出决定',
      en: 'Asked by the police for review or by the supervisory organ, the higher procuratorate decides within 30 days of receipt',
    },
    span: { calendarDays: 30 },
    basis: [
      { act: 'JG2019', article: '379(1)' },
      { act: 'JG2019', article: '380' },
    ],
    from: '2019-12-30',
  },
  {
    ...byProcuratorate,
    id: 'pro-suit-materials',
    title: { zh: '向法院移送不起诉的案卷材料', en: 'Hand the court the file of the non-prosecution' },
    duty: {
      zh: '收到人民法院受理被害人起诉的通知后，终止复查，将作出不起诉决定所依据的案卷材料移送人民法院；法律未规定日数',
      en: 'Told that a court took the suit of the victim, hand it what the non-prosecution rested on; no number is set',
    },
    span: { atOnce: true },
    basis: [
      { act: 'XS', article: '180' },
      { act: 'JG2019', article: '384' },
    ],
    from: '2019-12-30',
  },
  // Who was not prosecuted was released (XS 178). Of an accused in custody the two months of a public prosecution run (XS 208).
  {
    ...byCourt,
    ...criminalMonths,
    id: 'pro-direct-suit',
    title: { zh: '自诉案件第一审宣判', en: 'Judgment on the suit of a victim' },
    duty: {
      zh: '自诉案件的被告人未被羁押的，受理后六个月以内宣判',
      en: 'Where the accused is not in custody give judgment within six months of accepting the suit of the victim',
    },
    span: { months: 6 },
    basis: [{ act: 'XS', article: '212(2)' }],
    from: '2018-10-26',
  },
  ...throughTime(
    {
      ...byCourt,
      ...criminalMonths,
      ...whereInCustody,
      id: 'pro-trial',
      title: { zh: '第一审宣判', en: 'Judgment at first instance' },
      duty: {
        zh: '受理公诉案件后二个月以内宣判，至迟不超过三个月；中止审理的期间不计入',
        en: 'Give judgment within two months of accepting the case, at the latest within three; a suspended trial is not counted',
      },
      span: { months: 2 },
    },
    {
      ...under2012('202'),
      pause: { basis: [{ act: 'XS2012', article: '200' }] },
      extensions: [
        {
          id: 'third-month',
          to: { months: 3 },
          approver: 'head',
          basis: [{ act: 'XS2012', article: '202' }],
        },
      ],
    },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '208(1)' }],
      pause: { basis: [{ act: 'XS', article: '206(2)' }] },
      extensions: [
        { id: 'third-month', to: { months: 3 }, approver: 'head', basis: [{ act: 'XS', article: '208(1)' }] },
      ],
    },
  ),
  ...throughTime(
    {
      ...byCourt,
      ...whereInCustody,
      id: 'pro-trial-summary',
      title: { zh: '第一审审结（简易程序）', en: 'Judgment in simplified procedure' },
      duty: {
        zh: '适用简易程序的，受理后20日以内审结；可能判处的有期徒刑超过三年的，可以延长至一个半月',
        en: 'In simplified procedure conclude within 20 days of acceptance; up to a month and a half where more than three years may be imposed',
      },
      span: { calendarDays: 20 },
    },
    {
      ...under2012('214'),
      pause: { basis: [{ act: 'XS2012', article: '200' }] },
      extensions: monthAndAHalf('XS2012', '214'),
    },
    {
      from: '2018-10-26',
      basis: [{ act: 'XS', article: '220' }],
      pause: { basis: [{ act: 'XS', article: '206(2)' }] },
      extensions: monthAndAHalf('XS', '220'),
    },
  ),
  {
    ...byCourt,
    ...whereInCustody,
    id: 'pro-trial-fast-track',
    title: { zh: '第一审审结（速裁程序）', en: 'Judgment on the fast track' },
    duty: {
      zh: '适用速裁程序的，受理后10日以内审结；可能判处的有期徒刑超过一年的，可以延长至15日',
      en: 'On the fast track conclude within 10 days of acceptance; up to 15 where more than a year may be imposed',
    },
    span: { calendarDays: 10 },
    basis: [{ act: 'XS', article: '225' }],
    from: '2018-10-26',
    pause: { basis: [{ act: 'XS', article: '206(2)' }] },
    extensions: [
      {
        id: 'over-one-year',
        to: { calendarDays: 15 },
        approver: 'head',
        basis: [{ act: 'XS', article: '225' }],
      },
    ],
  },
  ...throughTime(
    {
      ...byProcuratorate,
      ...criminalMonths,
      ...whereInCustody,
      id: 'pro-trial-supplement',
      title: { zh: '延期审理期间补充侦查', en: 'Supplementary investigation during the trial' },
      duty: {
        zh: '因需要补充侦查延期审理的，一个月以内补充侦查完毕；移送人民法院后，审理期限重新计算',
        en: 'Finish the supplementary investigation for which the trial is adjourned within one month; the trial is counted anew then',
      },
      span: { months: 1 },
    },
    under2012('199'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '205' }] },
    {
      from: '2019-12-30',
      basis: [
        { act: 'XS', article: '205' },
        { act: 'JG2019', article: '422(3)' },
      ],
    },
  ),
  {
    ...byCourt,
    id: 'pro-judgment-service',
    title: { zh: '送达当庭宣告的判决书', en: 'Serve a judgment pronounced in court' },
    duty: {
      zh: '当庭宣告判决的，5日以内将判决书送达当事人和提起公诉的人民检察院',
      en: 'Serve a judgment pronounced in court on the parties and the procuratorate within 5 days',
    },
    span: { calendarDays: 5 },
    basis: [{ act: 'XS', article: '202(2)' }],
    from: '2018-10-26',
  },
  ...throughTime(
    {
      ...statutory,
      ...asARight,
      id: 'pro-appeal',
      title: { zh: '上诉', en: 'Appeal' },
      duty: {
        zh: '不服判决的，从接到判决书的第二日起10日以内上诉',
        en: 'Whoever disagrees with a judgment may appeal within 10 days from the day after it was received',
      },
      span: { calendarDays: 10 },
      obliges: [],
    },
    under2012('219'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '230' }] },
  ),
  ...throughTime(
    {
      ...byProcuratorate,
      ...asARight,
      id: 'pro-protest',
      title: { zh: '抗诉', en: 'Protest' },
      duty: {
        zh: '认为判决确有错误的，从接到判决书的第二日起10日以内抗诉',
        en: 'Where the judgment is wrong the procuratorate may protest within 10 days from the day after it was received',
      },
      span: { calendarDays: 10 },
      lapses: true,
    },
    under2012('219'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '230' }] },
  ),
  ...throughTime(
    {
      ...byCourt,
      id: 'pro-appeal-forward',
      title: { zh: '移送上诉案卷', en: 'Pass the appeal on' },
      duty: {
        zh: '通过原审人民法院上诉的，3日以内将上诉状连同案卷、证据移送上一级人民法院',
        en: 'Within 3 days pass the appeal with file and evidence to the next higher court',
      },
      span: { calendarDays: 3 },
    },
    under2012('220'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '231(1)' }] },
  ),
  ...throughTime(
    {
      ...byCourt,
      ...criminalMonths,
      ...whereInCustody,
      id: 'pro-second-instance',
      title: { zh: '第二审审结', en: 'End of the second instance' },
      duty: {
        zh: '受理上诉、抗诉案件后二个月以内审结',
        en: 'Conclude an appeal or protest within two months of accepting it',
      },
      span: { months: 2 },
    },
    under2012('232'),
    { from: '2018-10-26', basis: [{ act: 'XS', article: '243(1)' }] },
  ),
  {
    ...byCourt,
    id: 'pro-result-notice',
    title: { zh: '通报案件结果和生效文书', en: 'Send result and effective judgment' },
    duty: {
      zh: '将案件处理结果和生效法律文书及时通报医疗保障行政部门；法律未规定日数',
      en: 'Promptly send the result and the effective documents to the medical-insurance organ; no number is set',
    },
    span: { atOnce: true },
    basis: [{ act: 'FF6', article: '24(2)' }],
    from: '2024-02-28',
  },
];

/** Offices of court that sign for what comes to them. */
const courtReceipts: TimeLimitRow[] = [
  agreed(
    'agr-trial-receipt',
    { workingDays: 2 },
    { zh: '签收提起公诉的案件', en: 'Office receipt of an indictment' },
    {
      zh: '收到起诉书和案卷后2个工作日内受理或者退回',
      en: 'Accept the indictment or return it within 2 working days',
    },
    ['court'],
  ),
  agreed(
    'agr-appeal-receipt',
    { workingDays: 2 },
    { zh: '签收上诉、抗诉案卷', en: 'Office receipt of an appeal' },
    {
      zh: '第二审人民法院收到案卷后2个工作日内受理或者退回',
      en: 'The court of second instance accepts the file or returns it within 2 working days',
    },
    ['court'],
  ),
];

/** Rows `rev-*`: what comes back from the criminal side to an administrative organ. */
const reverseLimits: TimeLimitRow[] = [
  {
    ...byProcuratorate,
    id: 'rev-internal-transfer',
    title: { zh: '移送行政检察部门', en: 'Hand-over between departments of the procuratorate' },
    duty: {
      zh: '作出不起诉决定后3个工作日以内，刑事检察部门将案件移送行政检察部门审查',
      en: 'Within 3 working days of the decision not to prosecute hand the case to the administrative department',
    },
    span: { workingDays: 3 },
    basis: [{ act: 'FX2024' }],
    from: '2024-11-26',
    source: 'web-excerpt',
  },
  {
    ...byProcuratorate,
    id: 'rev-review',
    title: { zh: '反向衔接审查', en: 'Review whether a penalty is due' },
    duty: {
      zh: '行政检察部门自登记之日起10个工作日以内审查完毕，提出检察意见或者终结审查；征求异地检察机关意见的时间不计入',
      en: 'Within 10 working days of registration issue an opinion or end the review; the time to ask another region is not counted',
    },
    span: { workingDays: 10 },
    basis: [{ act: 'FX2024', article: '12' }],
    from: '2024-11-26',
    source: 'web-excerpt',
    // FX2024 12 sets no cap: the chief procurator says how long, up to the most that a limit can hold.
    extensions: [
      {
        id: 'complex-review',
        to: { workingDays: 3_660 },
        upTo: true,
        approver: 'main-head',
        basis: [{ act: 'FX2024', article: '12' }],
      },
    ],
    pause: {
      basis: [
        { act: 'FX2024', article: '12' },
        { act: 'FX2024', article: '13' },
      ],
    },
  },
  // FX2024 has the review before the opinion, so that three days from the decision cannot be kept under it.
  {
    ...byProcuratorate,
    id: 'rev-opinion-serve',
    title: { zh: '提出检察意见', en: 'Issue the opinion that a penalty is due' },
    duty: {
      zh: '需要给予行政处罚的，自作出不起诉决定之日起3日以内提出检察意见，连同不起诉决定书移送',
      en: 'Where a penalty is due, issue the opinion with the decision within 3 days of the decision not to prosecute',
    },
    span: { calendarDays: 3 },
    basis: [{ act: 'GJ2021', article: '8' }],
    from: '2021-09-06',
    source: 'from-memory',
  },
  ...throughTime(
    {
      ...byOrgan,
      id: 'rev-organ-reply',
      title: { zh: '按检察意见载明的期限回复', en: 'Reply by the day that the opinion names' },
      duty: {
        zh: '在检察意见书载明的期限内将处理结果或者办理情况书面回复人民检察院',
        en: 'Answer the procuratorate in writing, result or progress, by the day that the opinion names',
      },
      span: { setByDocument: true },
    },
    { from: '2018-10-26', basis: [{ act: 'XS', article: '177(3)' }] },
    {
      from: '2019-12-30',
      basis: [
        { act: 'XS', article: '177(3)' },
        { act: 'JG2019', article: '373(2)' },
      ],
    },
  ),
  {
    ...byOrgan,
    id: 'rev-organ-reply-two-months',
    title: { zh: '检察意见未载明期限的回复', en: 'Reply to an opinion that names no day' },
    duty: {
      zh: '检察意见书未载明回复期限的，自收到之日起两个月以内回复',
      en: 'Where the opinion names no day, answer within two months of receiving it',
    },
    span: { months: 2 },
    basis: [{ act: 'GJ2021', article: '9' }],
    from: '2021-09-06',
    source: 'from-memory',
  },
  // Before the guideline there was no number: as agreed, with the same stops.
  {
    ...agreed(
      'agr-penalty-review',
      { workingDays: 15 },
      { zh: '反向衔接审查（指引施行前）', en: 'Review whether a penalty is due, before the guideline' },
      { zh: '登记后15个工作日内审查完毕', en: 'End the review within 15 working days of registration' },
      ['procuratorate'],
    ),
    until: '2024-11-26',
    pause: { basis: [{ act: 'AGREED' }] },
    extensions: [
      {
        id: 'complex-review',
        to: { workingDays: 3_660 },
        upTo: true,
        approver: 'main-head',
        basis: [{ act: 'AGREED' }],
      },
    ],
  },
  agreed(
    'agr-passed-review-receipt',
    { workingDays: 2 },
    { zh: '签收移送审查的案件', en: 'Office receipt of a review passed on' },
    {
      zh: '收到移送、层报的案件后2个工作日内签收或者退回',
      en: 'Sign for the review passed on, or return it',
    },
    ['procuratorate'],
  ),
  agreed(
    'agr-reverse-acceptance',
    { workingDays: 5 },
    { zh: '反向移送案件受理', en: 'Accept a case that comes back' },
    {
      zh: '签收后5个工作日内决定受理或者退回',
      en: 'Accept or return it within 5 working days of signing for it',
    },
    administrativeOrgans,
  ),
  agreed(
    'agr-reverse-result',
    { calendarDays: 60 },
    { zh: '反向移送案件结果反馈', en: 'Result of a case handed back by police or court' },
    {
      zh: '收到公安机关、人民法院移送后60日内反馈处理结果',
      en: 'Report the result within 60 days of receiving it from police or court',
    },
    administrativeOrgans,
  ),
  ...(
    [
      ['agr-reverse-disagreement', 'procuratorate'],
      ['agr-reverse-disagreement-police', 'public-security'],
      ['agr-reverse-disagreement-court', 'court'],
    ] as const
  ).map(([id, referrer]) =>
    agreed(
      id,
      { workingDays: 15 },
      { zh: '对不同意见的答复', en: 'Answer to a disagreement' },
      {
        zh: '收到行政机关不同意见后15个工作日内坚持、修改或者撤回',
        en: 'Maintain, change or withdraw what the organ disagrees with within 15 working days',
      },
      [referrer],
    ),
  ),
  agreed(
    'agr-follow-up-reply',
    { setByDocument: true },
    { zh: '按跟进要求回复', en: 'Reply by the day that the follow-up names' },
    {
      zh: '在跟进监督函、继续办理要求或者坚持意见的答复载明的期限内回复',
      en: 'Answer by the day that the follow-up letter, what asks for more, or what maintains the opinion names',
    },
    byAnybody.obliges,
  ),
  agreed(
    'agr-suit-answer',
    { workingDays: 15 },
    { zh: '审查回复并决定是否起诉', en: 'Examine the answer and decide whether to sue' },
    {
      zh: '收到书面回复后15个工作日内终结案件或者提起诉讼',
      en: 'Close the case or sue within 15 working days of the answer',
    },
    ['procuratorate'],
  ),
];

/** Rows `po-*`: the public-order case of the police. */
const publicOrderLimits: TimeLimitRow[] = [
  ...throughTime(
    {
      ...byPolice,
      id: 'po-filing',
      title: { zh: '治安案件立案', en: 'File the public-order case' },
      duty: {
        zh: '接到移送的违反治安管理案件，立即立案并调查；认为不属于违反治安管理行为的，告知并说明理由',
        en: 'File and investigate at once; where it is no violation, say so with reasons',
      },
      span: { atOnce: true },
    },
    { from: '2024-01-01', basis: [{ act: 'JBA', article: '12' }] },
    {
      from: '2026-01-01',
      basis: [
        { act: 'ZA', article: '90' },
        { act: 'JBA', article: '12' },
      ],
    },
  ),
  // JBA is of 2024; that another unit's case goes on within 24 hours stood in GA125 before.
  ...throughTime(
    {
      ...byPolice,
      id: 'po-forward',
      title: { zh: '移送有管辖权的公安机关', en: 'Pass to the competent police' },
      duty: {
        zh: '属于公安机关职责但不属于本单位管辖的，24小时内移送有管辖权的单位并告知移送机关',
        en: 'What is another unit’s goes to it within 24 hours, and the sender is told',
      },
      span: { hours: 24 },
    },
    { from: '2013-01-01', basis: [{ act: 'GA125', article: '61(2)' }] },
    {
      from: '2024-01-01',
      basis: [
        { act: 'GA125', article: '61(2)' },
        { act: 'JBA', article: '8(2)' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'po-decision',
      title: { zh: '办结治安案件', en: 'Conclude the public-order case' },
      duty: {
        zh: '自立案之日起30日以内作出决定；案情重大、复杂的，经上一级公安机关批准可以延长30日，再需延长的同样办理，至多二次；鉴定、听证期间不计入',
        en: 'Decide within 30 days of filing; up to two prolongations of 30 days by the police one level up; appraisal and hearing are not counted',
      },
      span: { calendarDays: 30 },
    },
    {
      from: '2006-03-01',
      source: 'web-excerpt',
      duty: {
        zh: '自受理之日起30日以内作出决定；案情重大、复杂的，经上一级公安机关批准可以延长30日；鉴定期间不计入',
        en: 'Decide within 30 days of acceptance; one prolongation of 30 days by the police one level up; appraisal is not counted',
      },
      basis: [{ act: 'ZA2005', article: '99' }],
      pause: { basis: [{ act: 'ZA2005', article: '99' }] },
      extensions: [
        {
          id: 'first-thirty-days',
          to: { calendarDays: 60 },
          approver: 'higher-police',
          basis: [{ act: 'ZA2005', article: '99' }],
        },
      ],
    },
    {
      from: '2026-01-01',
      basis: [{ act: 'ZA', article: '118' }],
      pause: { basis: [{ act: 'ZA', article: '118' }] },
      extensions: [
        {
          id: 'first-thirty-days',
          to: { calendarDays: 60 },
          approver: 'higher-police',
          basis: [{ act: 'ZA', article: '118' }],
        },
        {
          id: 'second-thirty-days',
          to: { calendarDays: 90 },
          after: 'first-thirty-days',
          approver: 'higher-police',
          basis: [{ act: 'ZA', article: '118' }],
        },
      ],
    },
  ),
  {
    ...byPolice,
    id: 'po-sort-competence',
    title: { zh: '甄别管辖', en: 'Find out whose case it is' },
    duty: {
      zh: '不能当场确定管辖的，3日内甄别并决定',
      en: 'Where competence is not clear at once, find out within 3 days whose case it is',
    },
    span: { calendarDays: 3 },
    basis: [{ act: 'JBA', article: '8(4)' }],
    from: '2024-01-01',
  },
  {
    ...byPolice,
    id: 'po-spot-report',
    title: { zh: '当场处罚备案', en: 'Report a penalty imposed on the spot' },
    duty: {
      zh: '当场作出治安管理处罚决定的，24小时以内报所属公安机关备案',
      en: 'Report a penalty imposed on the spot to the police organ within 24 hours',
    },
    span: { hours: 24 },
    basis: [{ act: 'ZA', article: '120' }],
    from: '2026-01-01',
  },
  {
    ...byPolice,
    id: 'po-cash',
    title: { zh: '当场收缴的罚款交至公安机关', en: 'Hand in cash taken on the spot' },
    duty: {
      zh: '人民警察当场收缴的罚款，2日以内交至所属的公安机关',
      en: 'Officers hand in a fine taken in cash within 2 days',
    },
    span: { calendarDays: 2 },
    basis: [{ act: 'ZA', article: '124' }],
    from: '2026-01-01',
  },
  {
    ...byPolice,
    id: 'po-cash-to-bank',
    title: { zh: '当场收缴的治安罚款缴付银行', en: 'Pay public-order cash into the bank' },
    duty: {
      zh: '公安机关自收到人民警察交来的罚款之日起2日以内缴付指定的银行',
      en: 'The police organ pays cash into the bank within 2 days of receiving it from its officers',
    },
    span: { calendarDays: 2 },
    basis: [{ act: 'ZA', article: '124' }],
    from: '2026-01-01',
  },
  {
    ...byPolice,
    id: 'po-service',
    title: { zh: '送达治安处罚决定书', en: 'Serve the public-order decision' },
    duty: {
      zh: '无法当场向被处罚人宣告的，2日以内送达被处罚人',
      en: 'Where it cannot be announced to the person on the spot, serve it within 2 days',
    },
    span: { calendarDays: 2 },
    basis: [{ act: 'ZA', article: '116' }],
    from: '2026-01-01',
  },
  {
    ...statutory,
    id: 'po-pay',
    title: { zh: '缴纳治安罚款', en: 'Pay the public-order fine' },
    duty: {
      zh: '自收到治安管理处罚决定书之日起15日以内缴纳罚款',
      en: 'Pay the fine within 15 days of receiving the decision',
    },
    span: { calendarDays: 15 },
    obliges: [],
    ladder: 'police-duty',
    basis: [{ act: 'ZA', article: '123' }],
    from: '2026-01-01',
  },
];

/** Rows `sug-*` and `pis-*`: suggestions of the procuratorate, and suits in the public interest. */
const suggestionLimits: TimeLimitRow[] = [
  {
    ...byAnybody,
    id: 'sug-reply',
    title: { zh: '回复检察建议', en: 'Answer a procuratorial suggestion' },
    duty: {
      zh: '自收到检察建议书之日起两个月以内作出相应处理，并书面回复人民检察院',
      en: 'Act and answer in writing within two months of receiving the suggestion',
    },
    span: { months: 2 },
    basis: [{ act: 'JCJY', article: '19' }],
    source: 'web-excerpt',
    from: '2019-02-26',
  },
  {
    ...byAnybody,
    id: 'sug-reply-urgent',
    title: { zh: '按检察建议载明的期限回复', en: 'Answer by the day that the suggestion names' },
    duty: {
      zh: '情况紧急的，在检察建议书载明的回复期限内处理并书面回复',
      en: 'Where it is urgent, act and answer by the day that the suggestion names',
    },
    span: { setByDocument: true },
    basis: [{ act: 'JCJY', article: '19' }],
    source: 'web-excerpt',
    from: '2019-02-26',
  },
  {
    ...byProcuratorate,
    id: 'sug-report-upward',
    title: { zh: '检察建议报上一级备案', en: 'Report the suggestion to the higher procuratorate' },
    duty: {
      zh: '发出检察建议书后5日内报上一级人民检察院备案',
      en: 'Within 5 days of issuing it report the suggestion to the higher procuratorate for the record',
    },
    span: { calendarDays: 5 },
    basis: [{ act: 'JCJY', article: '21' }],
    source: 'from-memory',
    from: '2019-02-26',
  },
  {
    ...byProcuratorate,
    id: 'sug-objection',
    title: { zh: '复核对检察建议的异议', en: 'Review an objection to the suggestion' },
    duty: {
      zh: '被建议单位提出异议的，立即复核；成立的修改或者撤回，不成立的说明理由',
      en: 'Review an objection at once: change or withdraw the suggestion, or say why it stands',
    },
    span: { atOnce: true },
    basis: [{ act: 'JCJY', article: '23' }],
    source: 'web-excerpt',
    from: '2019-02-26',
  },
  {
    ...byOrgan,
    ladder: 'procuratorial-suggestion',
    id: 'pis-reply',
    title: { zh: '回复公益诉讼检察建议', en: 'Answer a suggestion before a public-interest suit' },
    duty: {
      zh: '收到检察建议书之日起两个月内依法履行职责，并书面回复',
      en: 'Perform the duty and answer in writing within two months of receiving the suggestion',
    },
    span: { months: 2 },
    basis: [{ act: 'GYJS', article: '21' }],
    from: '2018-03-02',
  },
  {
    ...byOrgan,
    ladder: 'procuratorial-suggestion',
    id: 'pis-reply-urgent',
    title: { zh: '回复公益诉讼检察建议（损害继续扩大）', en: 'Answer where the damage keeps growing' },
    duty: {
      zh: '国家利益或者社会公共利益损害继续扩大等紧急情形，15日内书面回复',
      en: 'Where damage keeps growing or the like, answer in writing within 15 days',
    },
    span: { calendarDays: 15 },
    basis: [{ act: 'GYJS', article: '21' }],
    from: '2018-03-02',
  },
];

/** All of the criminal side and of what goes back and forth around it. */
export const criminalLimits: TimeLimitRow[] = [
  ...processLimits,
  ...courtReceipts,
  ...reverseLimits,
  ...publicOrderLimits,
  ...suggestionLimits,
];
