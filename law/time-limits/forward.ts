// Time limits from the administrative organ to the police (行→刑 forward hand-off), all but the filing review.
// Over 250 lines because it is one table of the law: one entry per row, read beside the acts.
// O310's plain days are unsettled where an administrative organ is obliged; GA127 and GT16 are police procedure, so
// their days are calendar days and their hours leave out the first (XS 105), also `fwd-supplement`, which obliges the sender
// but runs inside police procedure. The 24 hours of O310 5(2) are an organ's own and exact.
// Not here: the complainant's own remedies of GA127 179 (7 days, 30 days), for no department is obliged by them.
import type { Body } from '../../schemas/ids.ts';
import type { TimeLimitRow } from '../../schemas/time-limit.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { throughTime } from './through-time.ts';

const remindAtPerMille = [500, 800];
const statutory = {
  kind: 'statutory',
  extensions: [],
  pause: false,
  remindAtPerMille,
  active: true,
} satisfies Partial<TimeLimitRow>;
const bySender = {
  ...statutory,
  obliges: administrativeOrgans,
  ladder: 'admin-organ',
  lapses: false,
} satisfies Partial<TimeLimitRow>;
const byPolice = {
  ...statutory,
  obliges: ['public-security'] as Body[],
  ladder: 'police',
  lapses: false,
} satisfies Partial<TimeLimitRow>;

/** Rows `fwd-*` without the filing review. */
export const forwardLimits: TimeLimitRow[] = [
  {
    ...bySender,
    id: 'fwd-form-team',
    title: { zh: '成立专案组', en: 'Form the case team' },
    duty: {
      zh: '立即指定2名以上行政执法人员组成专案组，核实情况后提出移送书面报告',
      en: 'At once appoint two or more officers as case team, verify, and write the transfer report',
    },
    span: { atOnce: true },
    source: 'primary-text',
    from: '2001-07-09',
    basis: [{ act: 'O310', article: '5(1)' }],
  },
  {
    ...bySender,
    id: 'fwd-head-decision',
    ladder: 'transfer-overdue',
    title: { zh: '正职负责人审批移送', en: 'Decision of the head on the transfer' },
    duty: {
      zh: '自接到移送报告之日起3日内作出批准移送或者不批准移送的决定，不批准的记录理由',
      en: 'Within 3 days of the transfer report approve or refuse; record the reasons of a refusal',
    },
    span: { unsettledDays: 3 },
    source: 'primary-text',
    from: '2001-07-09',
    basis: [{ act: 'O310', article: '5(2)' }],
  },
  {
    ...bySender,
    id: 'fwd-handover',
    ladder: 'transfer-overdue',
    title: { zh: '向同级公安机关移送', en: 'Hand over to the police of the same level' },
    duty: {
      zh: '决定批准的，24小时内向同级公安机关移送案件及材料',
      en: 'Within 24 hours of approval deliver the case and its papers',
    },
    span: { hours: 24 },
    basis: [{ act: 'O310', article: '5(2)' }],
    source: 'primary-text',
    from: '2001-07-09',
  },
  {
    ...bySender,
    id: 'fwd-obvious-crime',
    title: { zh: '现场明显涉嫌犯罪立即移送', en: 'Transfer an obvious crime at once' },
    duty: {
      zh: '现场查获的涉案货值或者数额明显达到追诉标准的，立即移送',
      en: 'Where what is found clearly reaches the prosecution standard, transfer at once',
    },
    span: { atOnce: true },
    basis: [{ act: 'GJ2006', article: '1(2)' }],
    source: 'web-excerpt',
    from: '2006-01-26',
  },
  {
    ...bySender,
    id: 'fwd-copy-procuratorate',
    title: { zh: '抄送同级人民检察院', en: 'Copy to the procuratorate' },
    duty: {
      zh: '移送时一并抄送同级人民检察院',
      en: 'Send a copy to the procuratorate of the same level with the transfer',
    },
    span: { atOnce: true },
    basis: [{ act: 'GJ2006', article: '1' }],
    source: 'web-excerpt',
    from: '2006-01-26',
  },
  {
    ...bySender,
    id: 'fwd-late-penalty-copy',
    title: { zh: '已罚未移的抄送处罚决定', en: 'Copy of a penalty made without transfer' },
    duty: {
      zh: '对未能及时移送、已作出行政处罚的涉嫌犯罪案件，自作出行政处罚决定之日起10日以内向公安机关、人民检察院抄送处罚决定书副本，并书面告知权利人',
      en: 'Within 10 days of making the penalty decision copy it to police and procuratorate, and tell the rights-holder',
    },
    span: { calendarDays: 10 },
    basis: [{ act: 'GJ2006', article: '1' }],
    source: 'web-excerpt',
    from: '2006-01-26',
    ladder: 'penalty-organ',
  },
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-receipt-sign',
      title: { zh: '在移送书回执上签字', en: 'Sign the receipt' },
      duty: {
        zh: '当场在移送书回执上签字，不得以材料不全为由拒收',
        en: 'Sign the receipt at hand-over; missing papers are no ground to refuse',
      },
      span: { atOnce: true },
      source: 'primary-text',
    },
    { from: '2001-07-09', basis: [{ act: 'O310', article: '7' }] },
    {
      from: '2020-09-01',
      basis: [
        { act: 'O310', article: '7' },
        { act: 'GA127', article: '180(2)' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-supplement-notice',
      title: { zh: '书面告知补正材料', en: 'Notice to supplement' },
      duty: {
        zh: '材料不全的，接受案件的24小时以内书面告知移送机关需补正的全部内容',
        en: 'Within 24 hours of acceptance tell the sender in writing what is to be supplied',
      },
      span: { hours: 24 },
      startingHour: 'excluded-in-latest',
      source: 'primary-text',
    },
    { from: '2016-06-16', source: 'cross-checked', basis: [{ act: 'GT16', article: '2' }] },
    {
      from: '2020-09-01',
      basis: [
        { act: 'GA127', article: '180(2)' },
        { act: 'GT16', article: '2' },
      ],
    },
  ),
  // The written explanation is a rule of the environment sector; for medical insurance none was found, and none forbids it.
  ...throughTime(
    {
      ...bySender,
      id: 'fwd-supplement',
      title: { zh: '补正材料', en: 'Supply missing papers' },
      duty: {
        zh: '自收到补正通知之日起3日以内补正；不能补正的书面说明',
        en: 'Within 3 days of the notice supply the missing papers, or explain in writing',
      },
      span: { calendarDays: 3 },
      source: 'primary-text',
      ladder: 'admin-organ-to-police',
    },
    { from: '2016-06-16', source: 'cross-checked', basis: [{ act: 'GT16', article: '2' }] },
    {
      from: '2020-09-01',
      basis: [
        { act: 'GA127', article: '180(2)' },
        { act: 'GT16', article: '2' },
      ],
    },
  ),
  // The 24 hours are those of O310 7; what the police do with a case they accepted is criminal procedure (XS 105).
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-no-jurisdiction-police',
      title: { zh: '转送有管辖权的公安机关', en: 'Pass to the competent police' },
      duty: {
        zh: '不属本公安机关管辖的，24小时内转送有管辖权的机关并书面告知移送机关',
        en: 'Within 24 hours pass to the competent police and tell the sender in writing',
      },
      span: { hours: 24 },
      startingHour: 'excluded-in-latest',
      source: 'primary-text',
    },
    { from: '2001-07-09', basis: [{ act: 'O310', article: '7' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'O310', article: '7' },
        { act: 'GA2012', article: '172' },
      ],
    },
    {
      from: '2020-09-01',
      basis: [
        { act: 'O310', article: '7' },
        { act: 'GA127', article: '175' },
      ],
    },
  ),
  // GA127 180(3) gives no own number: the decision belongs to the review and shares its 3 days (O310 8, GA127 180(1)).
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-not-police-matter',
      title: { zh: '不属公安机关职责的退回', en: 'Not a police matter' },
      duty: {
        zh: '不属公安机关职责范围的，在审查期限内书面通知移送机关向其他主管机关移送，说明理由并退回材料',
        en: 'Within the review tell the sender in writing to turn elsewhere, with reasons, and return the papers',
      },
      span: { calendarDays: 3 },
      source: 'primary-text',
    },
    {
      from: '2016-06-16',
      basis: [
        { act: 'GT16', article: '3' },
        { act: 'O310', article: '8' },
      ],
    },
    {
      from: '2020-09-01',
      basis: [
        { act: 'GA127', article: '180(3)' },
        { act: 'GT16', article: '3' },
        { act: 'O310', article: '8' },
        { act: 'GA127', article: '180(1)' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-notfile-notice-complainant',
      ladder: 'police-duty',
      title: { zh: '向控告人送达不予立案通知', en: 'Not-file notice to the complainant' },
      duty: {
        zh: '有控告人的，决定不予立案后3日以内送达不予立案通知书',
        en: 'Where there is a complainant, serve the not-file notice within 3 days',
      },
      span: { calendarDays: 3 },
      source: 'primary-text',
    },
    { from: '2013-01-01', source: 'web-excerpt', basis: [{ act: 'GA2012', article: '175' }] },
    { from: '2020-09-01', basis: [{ act: 'GA127', article: '178' }] },
  ),
  ...throughTime(
    {
      ...bySender,
      id: 'fwd-reconsider-request',
      title: { zh: '提请复议', en: 'Request for reconsideration' },
      duty: {
        zh: '对不予立案有异议的，自接到通知书之日起3日内提请复议，也可以建议人民检察院立案监督',
        en: 'Within 3 days of the not-file notice ask for reconsideration, or go to the procuratorate',
      },
      span: { unsettledDays: 3 },
      source: 'primary-text',
      ladder: 'none',
      lapses: true,
    },
    { from: '2001-07-09', basis: [{ act: 'O310', article: '9(1)' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'O310', article: '9(1)' },
        { act: 'GA2012', article: '178' },
      ],
    },
    {
      from: '2020-09-01',
      basis: [
        { act: 'O310', article: '9(1)' },
        { act: 'GA127', article: '181' },
      ],
    },
  ),
  // Three days in O310 and GA127, which are calendar days for police; three working days in GA133: both readings since it.
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-reconsider-decision',
      ladder: 'filing-overdue',
      title: { zh: '复议决定', en: 'Decision on reconsideration' },
      duty: {
        zh: '自收到复议提请之日起3日内作出立案或者不予立案的决定并书面通知',
        en: 'Within 3 days of the request decide and notify in writing',
      },
      span: { calendarDays: 3 },
      source: 'primary-text',
    },
    { from: '2001-07-09', basis: [{ act: 'O310', article: '9(2)' }] },
    {
      from: '2013-01-01',
      basis: [
        { act: 'O310', article: '9(2)' },
        { act: 'GA2012', article: '178' },
      ],
    },
    {
      from: '2014-11-01',
      span: { unsettledDays: 3 },
      basis: [
        { act: 'O310', article: '9(2)' },
        { act: 'GA2012', article: '178' },
        { act: 'GA133', article: '28' },
      ],
    },
    {
      from: '2020-09-01',
      span: { unsettledDays: 3 },
      basis: [
        { act: 'O310', article: '9(2)' },
        { act: 'GA127', article: '181' },
        { act: 'GA133', article: '28' },
      ],
    },
  ),
  {
    // O310 9(2) gives the right with three days; whoever is late with it loses nothing, for JG2019 557 and 562 set no bar.
    ...bySender,
    id: 'fwd-supervision-request',
    title: { zh: '建议立案监督', en: 'Proposal of filing supervision' },
    duty: {
      zh: '对复议决定仍有异议的，自收到决定之日起3日内建议人民检察院立案监督',
      en: 'Within 3 days of the reconsideration decision propose filing supervision',
    },
    span: { unsettledDays: 3 },
    basis: [{ act: 'O310', article: '9(2)' }],
    source: 'primary-text',
    from: '2001-07-09',
    ladder: 'none',
  },
  ...throughTime(
    {
      ...bySender,
      id: 'fwd-property-handover',
      title: { zh: '移交涉案物品', en: 'Hand over seized goods' },
      duty: {
        zh: '自接到立案通知书之日起3日内移交涉案物品及其他材料并办结交接手续',
        en: 'Within 3 days of the filing notice hand over goods and material and complete the receipt',
      },
      span: { unsettledDays: 3 },
      source: 'primary-text',
      ladder: 'admin-organ-to-police',
    },
    { from: '2001-07-09', basis: [{ act: 'O310', article: '12' }] },
    {
      from: '2016-06-16',
      basis: [
        { act: 'O310', article: '12' },
        { act: 'GT16', article: '6' },
      ],
    },
  ),
  {
    ...bySender,
    id: 'fwd-penalty-after-notfile',
    title: { zh: '不予立案后依法处理', en: 'Deal with the case after a final not-file' },
    duty: {
      zh: '公安机关不予立案的案件，依法作出处理，应当处罚的给予处罚',
      en: 'Deal with the case oneself and penalise where due; the law sets no number',
    },
    span: { atOnce: true },
    basis: [{ act: 'O310', article: '10' }],
    source: 'primary-text',
    from: '2001-07-09',
    ladder: 'penalty-organ',
  },
  {
    // Until 2020 only the family of the suspect was told (GA2012 181).
    ...byPolice,
    id: 'fwd-police-jurisdiction-change',
    ladder: 'police-duty',
    title: { zh: '告知管辖变更', en: 'Notice of changed jurisdiction' },
    duty: {
      zh: '立案后移送其他公安机关或者并案的，3日以内书面通知移送机关',
      en: 'Within 3 days of moving or merging the case tell the sender in writing',
    },
    span: { calendarDays: 3 },
    basis: [{ act: 'GA127', article: '184' }],
    source: 'primary-text',
    from: '2020-09-01',
  },
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-case-withdrawn-notice',
      ladder: 'police-duty',
      title: { zh: '告知撤销案件', en: 'Notice of a withdrawn case' },
      duty: {
        zh: '撤销案件后3日以内告知移送机关并退回材料',
        en: 'Within 3 days of withdrawing the case tell the sender and return the papers',
      },
      span: { calendarDays: 3 },
      source: 'primary-text',
    },
    { from: '2013-01-01', source: 'web-excerpt', basis: [{ act: 'GA2012', article: '185' }] },
    {
      from: '2016-06-16',
      source: 'web-excerpt',
      basis: [
        { act: 'GA2012', article: '185' },
        { act: 'GT16', article: '8' },
      ],
    },
    {
      from: '2020-09-01',
      basis: [
        { act: 'GA127', article: '189' },
        { act: 'GT16', article: '8' },
      ],
    },
  ),
  ...throughTime(
    {
      ...byPolice,
      id: 'fwd-return-admin-liability',
      title: { zh: '移送追究行政责任', en: 'Return for administrative liability' },
      duty: {
        zh: '没有犯罪事实或者显著轻微但应当追究行政责任的，及时移送同级行政执法机关',
        en: 'Where there is only administrative liability, promptly transfer to the organ of the same level',
      },
      span: { atOnce: true },
      source: 'primary-text',
    },
    { from: '2001-07-09', basis: [{ act: 'O310', article: '13' }] },
    {
      from: '2020-09-01',
      basis: [
        { act: 'O310', article: '13' },
        { act: 'GA127', article: '177' },
      ],
    },
    {
      from: '2021-07-15',
      basis: [
        { act: 'O310', article: '13' },
        { act: 'CF', article: '27' },
        { act: 'GA127', article: '177' },
      ],
    },
  ),
];
