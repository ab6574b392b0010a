// Limits of what is done beside a fine: agreement handling and payment eligibility of the agency, licences and practice, money back
// to the fund, publicity. Numbers of ZF48J that it gives 原则上 (`elig-objection-answer`, `elig-recovery-assessment`) may be set
// otherwise by a region (ZF48J 39). Agreed ones stand below, never a breach of law.

import { type Bilingual, Body } from '../../schemas/ids.ts';
import type { Span, TimeLimitRow } from '../../schemas/time-limit.ts';
import { presentBodies } from '../former-bodies.ts';
import { throughTime } from './through-time.ts';

const remindAtPerMille = [500, 800];
const statutory = {
  kind: 'statutory',
  source: 'primary-text',
  extensions: [],
  pause: false,
  remindAtPerMille,
  active: true,
  lapses: false,
} satisfies Partial<TimeLimitRow>;
const byAgency = {
  ...statutory,
  obliges: ['insurance-agency'] as Body[],
  ladder: 'agency',
} satisfies Partial<TimeLimitRow>;
/** Shown to the subject and to everybody, chasing nobody. */
const bySubject = { ...statutory, obliges: [] as Body[], ladder: 'none' } satisfies Partial<TimeLimitRow>;
/** Those that decide on licences and practice. */
const licensing: Body[] = ['health', 'market-regulation', 'drug-regulation', 'medical-insurance'];
const byLicensing = {
  ...statutory,
  obliges: licensing,
  ladder: 'penalty-organ',
} satisfies Partial<TimeLimitRow>;

const anyDepartment: Body[] = presentBodies(Body.options);
const agreed = (id: `agr-${string}`, span: Span, title: Bilingual, duty: Bilingual): TimeLimitRow => ({
  id,
  title,
  duty,
  span,
  obliges: anyDepartment,
  basis: [{ act: 'AGREED' }],
  kind: 'agreed',
  source: 'agreed',
  from: '2001-01-01',
  extensions: [],
  pause: false,
  remindAtPerMille,
  ladder: 'agreed',
  active: true,
  lapses: false,
});

/** ZF48J 39: as for a suspension, from fifteen working days before the termination has lasted so long. */
const registrationRequest = (id: string, zh: string, en: string): TimeLimitRow => ({
  ...bySubject,
  id: `elig-registration-${id}`,
  title: {
    zh: `可以申请重新登记备案（终止${zh}）`,
    en: `A new registration may be asked for (terminated for ${en})`,
  },
  duty: {
    zh: '终止期满前15个工作日，可以经所在定点医药机构审核同意后申请恢复',
    en: 'From 15 working days before the termination ends the person may ask for recovery through the institution',
  },
  span: { workingDaysBefore: 15 },
  basis: [{ act: 'ZF48J', article: '39(1)' }],
  from: '2025-01-01',
  may: true,
});

/** `elig-*`: payment eligibility of persons. */
const eligibility: TimeLimitRow[] = [
  {
    ...byAgency,
    id: 'elig-notice',
    title: { zh: '出具记分处理通知书', en: 'Issue the notice of points' },
    duty: {
      zh: '作出协议处理决定或者收到行政处罚决定书之日起5个工作日内，根据记分情况出具处理通知书',
      en: 'Within 5 working days of the agreement decision, or of receiving the penalty decision, issue the notice',
    },
    span: { workingDays: 5 },
    basis: [{ act: 'ZF48J', article: '31' }],
    from: '2025-01-01',
  },
  {
    ...byAgency,
    id: 'elig-notice-service',
    title: { zh: '送达记分处理通知书', en: 'Serve the notice of points' },
    duty: {
      zh: '出具处理通知书后3个工作日内送达相关责任人员所在定点医药机构',
      en: 'Within 3 working days of issuing it serve the notice on the person’s institution',
    },
    span: { workingDays: 3 },
    basis: [{ act: 'ZF48J', article: '33' }],
    from: '2025-01-01',
  },
  {
    ...bySubject,
    id: 'elig-objection',
    title: { zh: '对记分提出书面申诉', en: 'Object to the points in writing' },
    duty: {
      zh: '收到处理通知书后10个工作日内提出书面申诉，逾期视为无异议',
      en: 'Within 10 working days of the notice object in writing; whoever is late is taken to have no objection',
    },
    span: { workingDays: 10 },
    basis: [{ act: 'ZF48J', article: '41' }],
    from: '2025-01-01',
    lapses: true,
  },
  {
    ...byAgency,
    id: 'elig-objection-answer',
    title: { zh: '核实申诉', en: 'Verify the objection' },
    duty: {
      zh: '原则上收到申诉材料后20个工作日内完成核实，第三方机构或者专家组评估鉴定的时间除外',
      en: 'In principle within 20 working days of the objection conclude on it, appraisal by third parties left out',
    },
    span: { workingDays: 20 },
    basis: [{ act: 'ZF48J', article: '44' }],
    from: '2025-01-01',
    pause: { basis: [{ act: 'ZF48J', article: '44' }] },
  },
  {
    ...byAgency,
    id: 'elig-objection-told',
    title: { zh: '告知申诉结果', en: 'Tell the result of the objection' },
    duty: {
      zh: '确认申诉结果后及时告知相关定点医药机构和人员；维持原状的告知原因',
      en: 'Tell institution and person the result promptly, and why where nothing changes',
    },
    span: { atOnce: true },
    basis: [{ act: 'ZF48J', article: '44' }],
    from: '2025-01-01',
  },
  {
    ...bySubject,
    id: 'elig-suspension',
    title: { zh: '暂停医保支付资格期满', en: 'The suspension ends' },
    duty: {
      zh: '累计记分达到9分的，暂停医保支付资格1至6个月，期满前不予恢复',
      en: 'Where the points of the year reach 9 eligibility is suspended for one to six months, and not restored before',
    },
    span: { setByDocument: true },
    basis: [
      { act: 'ZF48J', article: '29' },
      { act: 'ZF48', article: '附件2' },
    ],
    from: '2025-01-01',
    may: true,
  },
  {
    // ZF48J 39: 期满前15个工作日，可由相关人员提出: from then on a person may, and nobody must.
    ...bySubject,
    id: 'elig-recovery-request',
    title: { zh: '可以申请恢复支付资格', en: 'Recovery of eligibility may be asked for' },
    duty: {
      zh: '暂停期满前15个工作日，可以经所在定点医药机构审核同意后申请恢复',
      en: 'From 15 working days before the suspension ends the person may ask for recovery through the institution',
    },
    span: { workingDaysBefore: 15 },
    basis: [{ act: 'ZF48J', article: '39(1)' }],
    from: '2025-01-01',
    may: true,
  },
  registrationRequest('one-year', '1年', 'a year'),
  registrationRequest('three-years', '3年', 'three years'),
  registrationRequest('repaired', '修复后的期限', 'the time left after a repair'),
  {
    ...bySubject,
    id: 'elig-bar-repaired',
    title: { zh: '修复后不得再次登记备案', en: 'No new registration until the day left by a repair' },
    duty: {
      zh: '记分修复缩减终止期限的，期满前不得再次登记备案',
      en: 'Where a repair shortened the termination there is no new registration before its end',
    },
    span: { setByDocument: true },
    basis: [{ act: 'ZF48J', article: '38' }],
    from: '2025-01-01',
    may: true,
  },
  {
    ...byAgency,
    id: 'elig-recovery-assessment',
    title: { zh: '评估恢复申请', en: 'Assess the application for recovery' },
    duty: {
      zh: '原则上收到恢复申请后10个工作日内评估并告知定点医药机构，具体时限可由各地确定',
      en: 'In principle within 10 working days of the application assess it and tell the institution; regions may set it otherwise',
    },
    span: { workingDays: 10 },
    basis: [{ act: 'ZF48J', article: '39(1)' }],
    from: '2025-01-01',
  },
  {
    ...bySubject,
    id: 'elig-bar-one-year',
    title: {
      zh: '累计满12分，1年内不得再次登记备案',
      en: 'No new registration for a year (12 points cumulated)',
    },
    duty: {
      zh: '累计满12分终止的，终止之日起1年内不得再次登记备案',
      en: 'Where 12 points were cumulated there is no new registration for a year from the termination',
    },
    span: { months: 12 },
    lastDay: 'stays-of-a-measure',
    basis: [
      { act: 'ZF48J', article: '29' },
      { act: 'ZF48', article: '附件2' },
    ],
    from: '2025-01-01',
    may: true,
  },
  {
    ...bySubject,
    id: 'elig-bar-three-years',
    title: {
      zh: '一次性记满12分，3年内不得再次登记备案',
      en: 'No new registration for three years (12 points at once)',
    },
    duty: {
      zh: '一次性记满12分终止的，终止之日起3年内不得再次登记备案',
      en: 'Where 12 points were given at once there is no new registration for three years from the termination',
    },
    span: { months: 36 },
    lastDay: 'stays-of-a-measure',
    basis: [
      { act: 'ZF48J', article: '29' },
      { act: 'ZF48', article: '附件2' },
    ],
    from: '2025-01-01',
    may: true,
  },
  {
    ...byAgency,
    id: 'elig-tell-industry',
    title: { zh: '通报卫生健康、药品监管部门', en: 'Tell the health or drug authority' },
    duty: {
      zh: '及时将相关人员的记分与处理情况通报同级卫生健康主管部门、药品监管部门',
      en: 'Tell the health or drug authority of the same level promptly of points and measures',
    },
    span: { atOnce: true },
    basis: [
      { act: 'ZF48J', article: '52' },
      { act: 'ZF48', article: '5' },
    ],
    from: '2025-01-01',
  },
  {
    ...byAgency,
    id: 'elig-national-lock',
    title: { zh: '登记备案状态全国联动', en: 'Lock the registration nationwide' },
    duty: {
      zh: '暂停或者终止的登记备案状态同步调整到其他执业机构、名下其他药店，全国联动',
      en: 'The suspended or terminated status applies at once at every other institution of the person, nationwide',
    },
    span: { atOnce: true },
    basis: [
      { act: 'ZF48J', article: '34' },
      { act: 'ZF48J', article: '28' },
    ],
    from: '2025-01-01',
  },
];

/** `agm-*`, `hov-*`: agreements, and what agency and bureau hand to each other. */
const agreements: TimeLimitRow[] = [
  {
    ...byAgency,
    id: 'agm-report-bureau',
    title: { zh: '向医保行政部门报告中止、解除', en: 'Report a suspension or termination to the bureau' },
    duty: {
      zh: '作出中止医药服务、中止或者解除协议处理的，及时报告同级医疗保障行政部门',
      en: 'Report the suspension of services, or of the agreement, or its termination promptly to the bureau',
    },
    span: { atOnce: true },
    basis: [
      { act: 'N2', article: '49(2)' },
      { act: 'N3', article: '46(2)' },
    ],
    from: '2021-02-01',
  },
  {
    ...byAgency,
    id: 'agm-handle-by-order',
    title: { zh: '按医保行政部门要求作协议处理', en: 'Handle under the agreement as the bureau orders' },
    duty: {
      zh: '医疗保障行政部门责令按照协议处理的，及时处理',
      en: 'Where the bureau orders it, handle the breach under the agreement promptly',
    },
    span: { atOnce: true },
    basis: [
      { act: 'N2', article: '49(3)' },
      { act: 'N3', article: '46(3)' },
    ],
    from: '2021-02-01',
  },
  {
    ...byAgency,
    id: 'hov-hand-over',
    title: { zh: '移交应由行政部门处理的事项', en: 'Hand over what the bureau must deal with' },
    duty: {
      zh: '发现拒不改正或者依法应当由行政部门处理的，及时移交行政部门处理',
      en: 'What is not put right, or is the bureau’s by law, goes to the bureau promptly',
    },
    span: { atOnce: true },
    basis: [{ act: 'JY', article: '44' }],
    from: '2023-12-01',
  },
];

/** `mea-*`: licences and practice. Procedure of the penalty law: stopping, revoking and banning are penalties (CF 9). */
const licences: TimeLimitRow[] = [
  {
    ...byLicensing,
    id: 'mea-decision',
    title: { zh: '作出停业、吊销、从业限制决定', en: 'Decide on stopping, revoking or banning' },
    duty: {
      zh: '自立案之日起90日内作出行政处罚决定，法律、法规、规章另有规定的从其规定',
      en: 'Decide within 90 days of filing, unless a law, regulation or rule says otherwise',
    },
    span: { calendarDays: 90 },
    obliges: ['health'],
    basis: [{ act: 'CF', article: '60' }],
    from: '2021-07-15',
  },
  {
    ...byLicensing,
    id: 'mea-decision-insurance',
    title: { zh: '作出从业限制决定', en: 'Decide on the bar from management' },
    duty: {
      zh: '自立案之日起90日内作出处理决定；经负责人批准可延长30日，仍不能作出的由负责人集体讨论决定，再延长不超过60日；听证时间不计入',
      en: 'Decide within 90 days of filing; the head may add 30, and those in charge together 60 more at most; a hearing is not counted',
    },
    span: { calendarDays: 90 },
    obliges: ['medical-insurance'],
    basis: [
      { act: 'N4', article: '45' },
      { act: 'CF', article: '60' },
    ],
    from: '2021-07-15',
    extensions: [
      {
        id: 'insurance-thirty-days',
        to: { calendarDays: 120 },
        approver: 'head',
        basis: [{ act: 'N4', article: '45(2)' }],
      },
      {
        id: 'insurance-collective',
        to: { calendarDays: 180 },
        upTo: true,
        after: 'insurance-thirty-days',
        approver: 'collective',
        basis: [{ act: 'N4', article: '45(3)' }],
      },
    ],
    pause: { basis: [{ act: 'N4', article: '45(4)' }] },
  },
  {
    // Whoever continues once more sets a reasonable length: no cap.
    ...byLicensing,
    id: 'mea-decision-market',
    title: { zh: '作出药品经营处罚决定', en: 'Decide on the drug business' },
    duty: {
      zh: '自立案之日起90日内作出处理决定；经负责人批准可延长30日，仍不能作出的由负责人集体讨论决定',
      en: 'Decide within 90 days of filing; the head may add 30, and those in charge together more',
    },
    span: { calendarDays: 90 },
    obliges: ['market-regulation', 'drug-regulation'],
    basis: [
      { act: 'SAMR2', article: '64' },
      { act: 'CF', article: '60' },
    ],
    from: '2021-07-15',
    extensions: [
      {
        id: 'market-thirty-days',
        to: { calendarDays: 120 },
        approver: 'head',
        basis: [{ act: 'SAMR2', article: '64' }],
      },
      {
        id: 'market-collective',
        to: { calendarDays: 3660 },
        upTo: true,
        after: 'market-thirty-days',
        approver: 'collective',
        basis: [{ act: 'SAMR2', article: '64' }],
      },
    ],
    // SAMR2 64(2): suspension, hearing, public notice, tests and appraisal are left out.
    pause: { basis: [{ act: 'SAMR2', article: '64(2)' }] },
  },
  {
    ...bySubject,
    id: 'mea-hearing-request',
    title: { zh: '要求听证', en: 'Ask for a hearing' },
    duty: {
      zh: '当事人要求听证的，在行政机关告知后5日内提出',
      en: 'The party asks for a hearing within 5 days of being told of the right',
    },
    span: { workingDays: 5 },
    basis: [{ act: 'CF', article: '64(1)' }],
    from: '2021-07-15',
    lapses: true,
  },
  {
    ...byLicensing,
    id: 'mea-hearing-notice',
    title: { zh: '通知听证时间地点', en: 'Notify of the hearing' },
    duty: {
      zh: '在举行听证的7日前通知当事人及有关人员听证的时间、地点',
      en: 'Notify time and place at least 7 days before the hearing',
    },
    span: { workingDaysBefore: 7 },
    basis: [{ act: 'CF', article: '64(2)' }],
    from: '2021-07-15',
  },
  {
    ...byLicensing,
    id: 'mea-service',
    title: { zh: '送达处罚决定书', en: 'Serve the decision' },
    duty: {
      zh: '当事人不在场的，7日内送达行政处罚决定书',
      en: 'Where the party is absent serve the decision within 7 days',
    },
    span: { workingDays: 7 },
    basis: [{ act: 'CF', article: '61' }],
    from: '2021-07-15',
  },
];

/** `rec-*`, `pub-*`: money back to the fund, and what was published. */
const moneyAndPublicity: TimeLimitRow[] = [
  ...throughTime(
    {
      ...bySubject,
      id: 'rec-repay',
      title: { zh: '限期退回基金', en: 'Pay back to the fund' },
      duty: {
        zh: '在责令退回决定、协议处理通知或者分期约定载明的日期前退回',
        en: 'Pay back by the day that the order, the agency’s notice or the plan of instalments names',
      },
      span: { setByDocument: true },
    },
    {
      from: '2011-07-01',
      basis: [
        { act: 'SB', article: '87' },
        { act: 'SB', article: '88' },
      ],
    },
    {
      from: '2021-05-01',
      basis: [
        { act: 'O735', article: '13' },
        { act: 'O735', article: '38' },
        { act: 'O735', article: '40' },
        { act: 'O735', article: '41' },
      ],
    },
    {
      from: '2027-01-01',
      basis: [
        { act: 'YBF', article: '51' },
        { act: 'O735', article: '13' },
      ],
    },
  ),
  {
    ...statutory,
    id: 'pub-withdraw',
    title: { zh: '撤回已公开的处罚决定信息', en: 'Withdraw a published penalty' },
    duty: {
      zh: '公开的处罚决定被变更、撤销、确认违法或者无效的，3日内撤回信息并公开说明理由',
      en: 'Where a published penalty was changed or annulled, withdraw it within 3 days and say why in public',
    },
    span: { workingDays: 3 },
    obliges: ['medical-insurance', 'health', 'market-regulation', 'drug-regulation'],
    ladder: 'penalty-organ',
    basis: [{ act: 'CF', article: '48(2)' }],
    from: '2021-07-15',
  },
];

const agreedRows: TimeLimitRow[] = [
  agreed(
    'agr-agreement-decision',
    { workingDays: 15 },
    { zh: '核查违约并作出协议处理', en: 'Check the breach and decide on it' },
    {
      zh: '15个工作日内核查违约事实并作出协议处理或者不予处理',
      en: 'Check the breach and decide within 15 working days',
    },
  ),
  agreed(
    'agr-suspension-end',
    { setByDocument: true },
    { zh: '中止期满前作出后续处理', en: 'Decide before the suspension ends' },
    {
      zh: '中止期满前决定恢复履行、解除协议或者登记到期终止',
      en: 'Resume, terminate or let the agreement end before the suspension is over',
    },
  ),
  agreed(
    'agr-settlement-stop',
    { workingDays: 2 },
    { zh: '执行暂停结算', en: 'Carry out the stop of settlement' },
    {
      zh: '收到暂停结算通知后2个工作日内执行并反馈',
      en: 'Carry out the stop within 2 working days and report it',
    },
  ),
  agreed(
    'agr-agreement-objection',
    { workingDays: 15 },
    { zh: '答复机构异议', en: 'Answer the institution’s objection' },
    {
      zh: '收到定点医药机构异议后15个工作日内答复',
      en: 'Answer the institution’s objection within 15 working days',
    },
  ),
  agreed(
    'agr-handover-acceptance',
    { workingDays: 5 },
    { zh: '决定受理或者退回移交事项', en: 'Accept or return what was handed over' },
    { zh: '签收后5个工作日内决定受理或者说明理由退回', en: 'Accept it or return it with reasons' },
  ),
  agreed(
    'agr-handover-resend',
    { workingDays: 5 },
    { zh: '处理退回的移交事项', en: 'Deal with what came back' },
    { zh: '退回后5个工作日内补充后再次移交或者撤回', en: 'Hand it over again or withdraw it' },
  ),
  agreed(
    'agr-handover-supplement',
    { workingDays: 5 },
    { zh: '补充移交材料', en: 'Supply what is missing' },
    { zh: '收到补充要求后5个工作日内补充材料', en: 'Supply the material asked for' },
  ),
  agreed(
    'agr-handover-result',
    { calendarDays: 60 },
    { zh: '反馈移交事项处理结果', en: 'Tell the result of what was handed over' },
    { zh: '受理后60日内反馈处理结果', en: 'Tell the result within 60 days of accepting it' },
  ),
  agreed(
    'agr-measure-acceptance',
    { workingDays: 5 },
    { zh: '决定是否受理处理请求', en: 'Accept or return the request for a measure' },
    {
      zh: '签收后5个工作日内受理、转发证机关、退回或者说明理由不予处理',
      en: 'Accept, pass on, return or decline with reasons',
    },
  ),
  agreed(
    'agr-measure-resend',
    { workingDays: 5 },
    { zh: '处理退回的请求', en: 'Deal with a returned request' },
    { zh: '退回后5个工作日内另行提出或者撤回', en: 'Send it again or withdraw it' },
  ),
  agreed(
    'agr-measure-first-feedback',
    { workingDays: 15 },
    { zh: '反馈请求办理进展', en: 'First feedback on a measure' },
    { zh: '受理后15个工作日内反馈办理进展', en: 'Report progress within 15 working days of accepting it' },
  ),
  agreed(
    'agr-measure-execution',
    { workingDays: 15 },
    { zh: '执行处理决定', en: 'Carry the measure out' },
    { zh: '送达后15个工作日内执行并登记', en: 'Carry the measure out and record it' },
  ),
  agreed(
    'agr-measure-report',
    { workingDays: 5 },
    { zh: '反馈处理结果', en: 'Report the measure back' },
    {
      zh: '执行完毕、不予处理或者决定被撤销后5个工作日内反馈请求部门',
      en: 'Tell whoever asked within 5 working days',
    },
  ),
  agreed(
    'agr-measure-response',
    { workingDays: 5 },
    { zh: '请求部门确认处理结果', en: 'Response to the result of a measure' },
    { zh: '收到处理结果后5个工作日内确认办结或者提出异议', en: 'Close the measure or object to its result' },
  ),
  agreed(
    'agr-measure-objection',
    { workingDays: 15 },
    { zh: '答复请求部门异议', en: 'Answer the objection of whoever asked' },
    { zh: '收到异议后15个工作日内答复', en: 'Answer the objection within 15 working days' },
  ),
  agreed(
    'agr-recovery-into-fund',
    { workingDays: 5 },
    { zh: '退回款项缴入财政专户', en: 'Pay what came back into the fund' },
    { zh: '全部退回后5个工作日内缴入原医疗保障基金财政专户', en: 'Pay it into the fund’s special account' },
  ),
  agreed(
    'agr-recovery-confirm',
    { workingDays: 5 },
    { zh: '财政确认到账', en: 'Confirm what reached the fund' },
    {
      zh: '收到归集材料后5个工作日内核对并确认到账或者提出不符',
      en: 'Confirm the sum or say what does not match',
    },
  ),
  agreed(
    'agr-recovery-return',
    { workingDays: 5 },
    { zh: '返还多退款项', en: 'Return what was paid beyond the order' },
    {
      zh: '追回终止或者决定变更后5个工作日内返还应当返还的款项并登记',
      en: 'Return what the payer is due once the recovery was cancelled or the order came to less, and record it',
    },
  ),
  agreed(
    'agr-result-use',
    { workingDays: 15 },
    { zh: '决定如何运用监管结果', en: 'Decide on the use of a result' },
    { zh: '签收后15个工作日内决定运用或者说明理由不予运用', en: 'Use the result or say why not' },
  ),
  agreed(
    'agr-result-report',
    { calendarDays: 60 },
    { zh: '反馈监管结果运用情况', en: 'Report how a result was used' },
    { zh: '签收后60日内反馈运用情况', en: 'Report within 60 days how the result was used' },
  ),
  agreed(
    'agr-result-correction',
    { workingDays: 5 },
    { zh: '更正或者撤回监管结果', en: 'Correct or withdraw a result' },
    {
      zh: '所依据的处罚决定被撤销、变更后5个工作日内更正或者撤回已告知的监管结果',
      en: 'Correct or withdraw what was told once the penalty it rests on fell or was changed',
    },
  ),
  agreed(
    'agr-publicity-objection',
    { workingDays: 5 },
    { zh: '处理更正请求', en: 'Deal with a request for correction' },
    {
      zh: '收到更正请求后5个工作日内更正、撤下或者说明理由不予更正',
      en: 'Correct, take down or refuse with reasons',
    },
  ),
];

/** Rows `elig-*`, `agm-*`, `hov-*`, `mea-*`, `rec-*`, `pub-*`, and the agreed ones beside them. */
export const measureLimits: TimeLimitRow[] = [
  ...eligibility,
  ...agreements,
  ...licences,
  ...moneyAndPublicity,
  ...agreedRows,
];
