// Time limits of the supervision of a filing that should not have been (JG2019 559 to 565): the police give their reasons, then
// withdraw the case or have the notice examined again. Days are calendar days (XS 105).
import type { TimeLimitRow } from '../../schemas/time-limit.ts';
import { byPolice, seenInExcerpts } from './supervision.ts';
import { throughTime } from './through-time.ts';

/** That the police are late with an objection is said to be no breach, and their objection not to be refused. */
const asARight = { ...byPolice, ladder: 'none' } satisfies Partial<TimeLimitRow>;

/** Rows `sup-*` of the withdraw side, those of the procuratorate's own answers excepted. */
export const withdrawalLimits: TimeLimitRow[] = [
  ...throughTime(
    {
      ...byPolice,
      id: 'sup-state-filing-reasons',
      title: { zh: '说明立案理由', en: 'State the reasons for filing' },
      duty: {
        zh: '收到《要求说明立案理由通知书》后7日以内书面说明立案的情况、依据和理由，或者主动撤销案件',
        en: 'Within 7 days of the request explain in writing why it was filed, or withdraw the case',
      },
      span: { calendarDays: 7 },
      source: 'primary-text',
    },
    { ...seenInExcerpts, from: '2010-10-01', basis: [{ act: 'GJ2010', article: '7' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'JG2012', article: '557' },
        { act: 'GJ2010', article: '7' },
      ],
    },
    {
      from: '2019-12-30',
      basis: [
        { act: 'JG2019', article: '560' },
        { act: 'GJ2010', article: '7' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'sup-notice-to-withdraw',
      title: { zh: '执行通知撤案', en: 'Obey the notice to withdraw' },
      duty: {
        zh: '对《通知撤销案件书》没有异议的立即撤销案件；至迟在收到后15日以内撤销案件，或者要求复议、提请复核',
        en: 'Withdraw the case at once where nothing is held against the notice; within 15 days withdraw it or have the notice examined again',
      },
      span: { calendarDays: 15 },
      source: 'primary-text',
    },
    { ...seenInExcerpts, from: '2010-10-01', basis: [{ act: 'GJ2010' }] },
    {
      from: '2013-01-01',
      basis: [{ act: 'JG2012', article: '559' }, { act: 'JG2012', article: '560(2)' }, { act: 'GJ2010' }],
    },
    {
      from: '2019-12-30',
      basis: [
        { act: 'JG2019', article: '563' },
        { act: 'JG2019', article: '564(2)' },
      ],
    },
  ),
  {
    ...asARight,
    ...seenInExcerpts,
    id: 'sup-object-to-withdrawal',
    title: { zh: '要求复议撤案通知', en: 'Ask for re-examination of a notice to withdraw' },
    duty: {
      zh: '认为撤销案件通知有错误的，5日以内经县级以上公安机关负责人批准，要求同级人民检察院复议',
      en: 'Within 5 days, with approval of the head, ask the procuratorate to re-examine a notice held to be wrong',
    },
    span: { calendarDays: 5 },
    basis: [{ act: 'GJ2010' }],
    from: '2010-10-01',
  },
  {
    ...asARight,
    ...seenInExcerpts,
    id: 'sup-request-higher-review',
    title: { zh: '提请复核撤案通知', en: 'Ask for higher review of a notice to withdraw' },
    duty: {
      zh: '不接受复议决定的，5日以内经县级以上公安机关负责人批准，提请上一级人民检察院复核',
      en: 'Within 5 days of a re-examination not accepted, with approval of the head, ask the next higher procuratorate',
    },
    span: { calendarDays: 5 },
    basis: [{ act: 'GJ2010' }],
    from: '2010-10-01',
  },
  ...throughTime(
    {
      ...byPolice,
      ...seenInExcerpts,
      id: 'sup-withdraw-after-review',
      title: { zh: '复核维持后撤案', en: 'Withdraw after the higher review' },
      duty: {
        zh: '上级人民检察院复核认为撤销案件通知正确的，立即撤销案件',
        en: 'Withdraw the case at once where the higher procuratorate finds the notice right',
      },
      span: { atOnce: true },
    },
    { from: '2010-10-01', basis: [{ act: 'GJ2010' }] },
    { from: '2019-12-30', basis: [{ act: 'GJ2010' }, { act: 'JG2019', article: '565(3)' }] },
  ),
];
