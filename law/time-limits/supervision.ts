// Time limits of filing supervision and transfer supervision by the procuratorate (检察监督). Days are calendar days (XS 105).
// Before JG2019 and GA127 of 2020 the same numbers stood in GJ2010, LB2012, JG2012 and GA2012; an article is cited where it was
// seen, else the act alone.
import type { Body } from '../../schemas/ids.ts';
import type { TimeLimitRow } from '../../schemas/time-limit.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { throughTime } from './through-time.ts';

const statutory = {
  kind: 'statutory',
  extensions: [],
  pause: false,
  remindAtPerMille: [500, 800],
  active: true,
  lapses: false,
} satisfies Partial<TimeLimitRow>;
/** What the police owe in supervision. */
export const byPolice = {
  ...statutory,
  obliges: ['public-security'] as Body[],
  ladder: 'police-duty',
} satisfies Partial<TimeLimitRow>;
const byProcuratorate = {
  ...statutory,
  obliges: ['procuratorate'] as Body[],
  ladder: 'procuratorate',
} satisfies Partial<TimeLimitRow>;
/** GJ2010, of which excerpts alone were read. */
export const seenInExcerpts = { source: 'web-excerpt' } satisfies Partial<TimeLimitRow>;

/** Rows `sup-*`. */
export const supervisionLimits: TimeLimitRow[] = [
  ...throughTime(
    {
      ...byProcuratorate,
      id: 'sup-intake',
      title: { zh: '受理立案监督线索', en: 'Accept for filing supervision' },
      duty: {
        zh: '行政执法机关认为公安机关应当立案而不立案或者逾期未决定的，应当受理并审查',
        en: 'Accept and examine what the administrative organ brings; the law sets no number',
      },
      span: { atOnce: true },
      source: 'primary-text',
    },
    { ...seenInExcerpts, from: '2010-10-01', basis: [{ act: 'GJ2010', article: '4' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'JG2012', article: '553' },
        { act: 'GJ2010', article: '4' },
      ],
    },
    {
      from: '2019-12-30',
      basis: [
        { act: 'JG2019', article: '557' },
        { act: 'JG2019', article: '562' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'sup-state-reasons',
      title: { zh: '说明不立案理由', en: 'State the reasons for not filing' },
      duty: {
        zh: '收到《要求说明不立案理由通知书》后7日以内书面说明理由，或者立案',
        en: 'Within 7 days of the request explain in writing with evidence, or file',
      },
      span: { calendarDays: 7 },
      source: 'primary-text',
    },
    { ...seenInExcerpts, from: '2010-10-01', basis: [{ act: 'GJ2010', article: '7' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'LB2012', article: '18' },
        { act: 'GJ2010', article: '7' },
        { act: 'JG2012', article: '557' },
        { act: 'GA2012', article: '179' },
      ],
    },
    {
      from: '2019-12-30',
      basis: [
        { act: 'JG2019', article: '560' },
        { act: 'LB2012', article: '18' },
        { act: 'GA2012', article: '179' },
      ],
    },
    {
      from: '2020-09-01',
      basis: [
        { act: 'JG2019', article: '560' },
        { act: 'GA127', article: '182(1)' },
      ],
    },
  ),
  {
    // No such duty was found before 2019.
    ...byPolice,
    id: 'sup-overdue-reasons',
    ladder: 'police',
    title: { zh: '说明逾期未决定的理由', en: 'State the reasons for not deciding in time' },
    duty: {
      zh: '逾期未作出是否立案决定的，7日以内书面说明理由并附证据',
      en: 'Within 7 days give the written reason for not deciding, with evidence',
    },
    span: { calendarDays: 7 },
    basis: [{ act: 'JG2019', article: '562' }],
    source: 'primary-text',
    from: '2019-12-30',
  },
  ...throughTime(
    {
      ...byProcuratorate,
      id: 'sup-reasons-ok-inform',
      title: { zh: '告知不立案理由成立', en: 'Tell the organ that the reasons hold' },
      duty: {
        zh: '认为不立案理由成立的，10日以内告知提出建议的行政执法机关',
        en: 'Within 10 days tell the administrative organ that the reasons hold, and why',
      },
      span: { calendarDays: 10 },
      source: 'primary-text',
    },
    { from: '2013-01-01', basis: [{ act: 'JG2012', article: '558(2)' }] },
    { from: '2019-12-30', basis: [{ act: 'JG2019', article: '561(2)' }] },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'sup-notice-to-file',
      title: { zh: '执行通知立案', en: 'Obey the notice to file' },
      duty: {
        zh: '收到《通知立案书》后15日以内立案，并送达立案决定书',
        en: 'Within 15 days of the notice file the case and send the filing decision',
      },
      span: { calendarDays: 15 },
      source: 'primary-text',
    },
    { ...seenInExcerpts, from: '2010-10-01', basis: [{ act: 'GJ2010' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'LB2012', article: '18' },
        { act: 'GJ2010' },
        { act: 'JG2012', article: '559' },
        { act: 'JG2012', article: '560(2)' },
        { act: 'GA2012', article: '179' },
      ],
    },
    {
      from: '2019-12-30',
      basis: [
        { act: 'JG2019', article: '563' },
        { act: 'JG2019', article: '564' },
        { act: 'LB2012', article: '18' },
        { act: 'GA2012', article: '179' },
      ],
    },
    {
      from: '2020-09-01',
      basis: [
        { act: 'JG2019', article: '563' },
        { act: 'JG2019', article: '564' },
        { act: 'GA127', article: '182(2)' },
      ],
    },
  ),
  ...throughTime(
    {
      // "May", not "must": a mark in time, hence ladder none.
      ...byProcuratorate,
      id: 'sup-investigation-urge',
      title: { zh: '立案监督案件催办', en: 'Urge a supervised case' },
      duty: {
        zh: '监督立案后三个月以内未侦查终结的，可以发出《立案监督案件催办函》',
        en: 'Three months after filing without conclusion the procuratorate may send a letter urging it',
      },
      span: { months: 3 },
      monthEnd: 'last-day-to-last-day',
      source: 'primary-text',
      ladder: 'none',
      may: true,
    },
    { from: '2013-01-01', basis: [{ act: 'JG2012', article: '560(3)' }] },
    { from: '2019-12-30', basis: [{ act: 'JG2019', article: '564(3)' }] },
  ),
  ...throughTime(
    {
      ...statutory,
      id: 'sup-urge-transfer',
      title: { zh: '回复移送检察意见', en: 'Reply to the opinion demanding transfer' },
      duty: {
        zh: '在检察意见载明的期限内移送案件或者书面回复',
        en: 'Transfer the case or reply in writing by the date the opinion sets',
      },
      span: { setByDocument: true },
      obliges: administrativeOrgans,
      source: 'primary-text',
      ladder: 'procuratorial-opinion',
    },
    { from: '2013-01-01', basis: [{ act: 'JG2012', article: '553(3)' }] },
    { from: '2019-12-30', basis: [{ act: 'JG2019', article: '557(3)' }] },
    {
      from: '2021-09-06',
      basis: [
        { act: 'JG2019', article: '557(3)' },
        { act: 'GJ2021', article: '7' },
      ],
    },
  ),
  ...throughTime(
    {
      ...statutory,
      id: 'sup-consult-reply',
      title: { zh: '答复立案标准和证据咨询', en: 'Answer a consultation' },
      duty: {
        zh: '公安机关、人民检察院收到行政执法机关书面咨询后7日以内书面答复',
        en: 'Police and procuratorate answer a written consultation in writing within 7 days',
      },
      span: { calendarDays: 7 },
      obliges: ['public-security', 'procuratorate'],
      source: 'from-memory',
      ladder: 'consulted',
    },
    { from: '2006-01-26', basis: [{ act: 'GJ2006', article: '10' }] },
    {
      from: '2021-09-06',
      basis: [
        { act: 'GJ2006', article: '10' },
        { act: 'GJ2021', article: '13' },
      ],
    },
    {
      from: '2024-02-28',
      basis: [
        { act: 'GJ2006', article: '10' },
        { act: 'GJ2021', article: '13' },
        { act: 'FF6', article: '23(1)' },
      ],
    },
  ),
  {
    ...byProcuratorate,
    id: 'sup-platform-entry',
    title: { zh: '录入衔接信息平台', en: 'Enter in the two-laws platform' },
    duty: {
      zh: '作出决定后7日以内录入信息共享平台；没有平台的及时通报',
      en: 'Enter the decision within 7 days; without a platform notify the organ promptly',
    },
    span: { calendarDays: 7 },
    basis: [{ act: 'GJ2021', article: '16' }],
    source: 'from-memory',
    from: '2021-09-06',
  },
  ...throughTime(
    {
      ...byProcuratorate,
      id: 'sup-revoke-objection',
      title: { zh: '撤销案件异议的复议', en: 'Re-examination of a notice to withdraw' },
      duty: {
        zh: '公安机关对撤销案件通知提出复议的，7日以内重新审查并答复',
        en: 'Within 7 days re-examine a notice to withdraw that the police object to',
      },
      span: { calendarDays: 7 },
      source: 'primary-text',
    },
    // Its seven days were not in the excerpts.
    { source: 'from-memory', from: '2010-10-01', basis: [{ act: 'GJ2010' }] },
    { from: '2013-01-01', basis: [{ act: 'JG2012', article: '562(1)' }] },
    { from: '2019-12-30', basis: [{ act: 'JG2019', article: '565' }] },
  ),
  ...throughTime(
    {
      ...byProcuratorate,
      id: 'sup-revoke-objection-review',
      // It binds the next higher procuratorate, of which the case knows nothing: nobody is charged with it.
      ladder: 'none',
      title: { zh: '撤销案件异议的复核', en: 'Higher review of a notice to withdraw' },
      duty: {
        zh: '公安机关提请复核的，上一级人民检察院15日以内作出决定',
        en: 'The next higher procuratorate decides within 15 days of a request for review',
      },
      span: { calendarDays: 15 },
      source: 'primary-text',
    },
    { ...seenInExcerpts, from: '2010-10-01', basis: [{ act: 'GJ2010' }] },
    { from: '2013-01-01', basis: [{ act: 'JG2012', article: '562(2)' }] },
    { from: '2019-12-30', basis: [{ act: 'JG2019', article: '565' }] },
  ),
];
