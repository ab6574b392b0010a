// Time limits of a penalty: `pen-*` of the medical-insurance bureau (N4) and of all organs (CF, QZ, FY, SS), `smr-*` of market
// and drug regulation (SAMR2), `cfp-*` of health, for which no rule beside CF was seen, and of all. CF 85: 2, 3, 5 and 7 days of that
// law are working days, all others calendar days; QZ 69: ten days or less of that law; FY 88: 3, 5, 7 and 10 days of that one.
// Over 250 lines because it is one table of the law: one entry per row, read beside the acts.
// Not here: the two years of CF 36, which run from the end of the conduct to its discovery and not to any act of the organ.
import type { Bilingual, Body } from '../../schemas/ids.ts';
import type { Extension, TimeLimitRow } from '../../schemas/time-limit.ts';
import { agreed } from './agreed.ts';
import { throughTime } from './through-time.ts';

const INSURANCE: Body[] = ['medical-insurance'];
const MARKET: Body[] = ['market-regulation'];
/** SAMR2 85, SJGS 21: the national and provincial drug regulators follow both too. */
const SAMR: Body[] = [...MARKET, 'drug-regulation'];
const HEALTH: Body[] = ['health'];
const ALL: Body[] = [...INSURANCE, ...MARKET, ...HEALTH, 'drug-regulation'];
/** Whoever penalised answers for it, the police too. */
const ANSWERING: Body[] = [...ALL, 'public-security'];

/** The longest a limit can be said to run: the law sets no end. */
const NO_END = 3_660;

const statutory = {
  kind: 'statutory',
  extensions: [],
  pause: false,
  remindAtPerMille: [500, 800],
  active: true,
  lapses: false,
  ladder: 'penalty-organ',
  source: 'primary-text',
} satisfies Partial<TimeLimitRow>;
/** What a party may do, or the organ may and loses: never a breach. */
const right = { ...statutory, ladder: 'none' } satisfies Partial<TimeLimitRow>;

const words = (zh: string, en: string): Bilingual => ({ zh, en });
const SINCE_CF = '2021-07-15';

const preserve = {
  ...statutory,
  title: words('处理先行登记保存的证据', 'Deal with evidence registered and preserved'),
  duty: words(
    '先行登记保存证据的，7个工作日内作出处理决定；逾期未采取相关措施的，先行登记保存措施自动解除',
    'Decide within 7 working days what becomes of preserved evidence; after that it is released of itself',
  ),
  span: { workingDays: 7 },
  from: SINCE_CF,
} satisfies Partial<TimeLimitRow>;
const serve = {
  ...statutory,
  title: words('送达处罚决定书', 'Serve the decision'),
  duty: words(
    '当事人不在场的，7个工作日内将行政处罚决定书送达当事人',
    'Where the party is not present, serve the decision within 7 working days',
  ),
  span: { workingDays: 7 },
  from: SINCE_CF,
} satisfies Partial<TimeLimitRow>;
const withdrawPublication = {
  ...statutory,
  title: words('撤回或者变更已公开的处罚信息', 'Withdraw or change a published penalty'),
  duty: words(
    '公开的处罚决定被依法变更、撤销、确认违法或者确认无效的，3个工作日内撤回或者变更公开信息并说明理由',
    'Where a published decision is changed or annulled, withdraw or change what was published within 3 working days, with reasons',
  ),
  span: { workingDays: 3 },
  from: SINCE_CF,
} satisfies Partial<TimeLimitRow>;
const SJGS13 = {
  basis: [{ act: 'SJGS', article: '13' }],
  from: '2021-09-01',
} satisfies Partial<TimeLimitRow>;
/** SJGS as amended by Order 108 on 25 December 2025. */
const amended = (...articles: readonly string[]) =>
  ({
    basis: articles.map((article) => ({ act: 'SJGS', article })),
    from: '2025-12-25',
  }) satisfies Partial<TimeLimitRow>;
/** How long a penalty is published: nobody is late by it, but until then it stands. */
const publicationEnds = {
  ...right,
  title: words('行政处罚信息公示期满', 'The penalty is published no longer'),
  obliges: SAMR,
  lastDay: 'stays-of-a-measure',
  may: true,
} satisfies Partial<TimeLimitRow>;
const publicationLasts = {
  ...publicationEnds,
  title: words('最短公示期满', 'The penalty was published for as long as it must be'),
} satisfies Partial<TimeLimitRow>;
const atUrgentMeasure = {
  ...statutory,
  span: { hours: 24 },
  obliges: INSURANCE,
  // N4 58 leaves the hour out that a period begins in.
  startingHour: 'excluded-in-latest',
  from: SINCE_CF,
} satisfies Partial<TimeLimitRow>;
const decision = {
  ...statutory,
  title: words('作出处理决定', 'Decide on the case'),
  span: { calendarDays: 90 },
  from: SINCE_CF,
} satisfies Partial<TimeLimitRow>;
const seal = {
  ...statutory,
  title: words('封存、查封、扣押期限', 'Sealing and seizure'),
  duty: words(
    '封存、查封、扣押不得超过30日，检测、检验、检疫、鉴定的期间不计入；期限届满或者不再需要的，及时解除',
    'Sealing and seizure last 30 days at most, testing not counted; lift them when those end or they are needed no more',
  ),
  span: { calendarDays: 30 },
  // 不得超过: QZ 25 moves no last day, N4 58 and SAMR2 80 do.
  lastDay: 'stays-in-strict',
  pause: { basis: [{ act: 'QZ', article: '25(3)' }] },
} satisfies Partial<TimeLimitRow>;
const sealedLonger = (basis: Extension['basis']): Extension[] => [
  { id: 'seal-extension', to: { calendarDays: 60 }, approver: 'head', basis },
];
const legalReview = {
  ...statutory,
  title: words('法制审核', 'Legal review'),
  duty: words('收到材料后10个工作日内审核完毕', 'Finish the review within 10 working days of the papers'),
  span: { workingDays: 10 },
  from: SINCE_CF,
} satisfies Partial<TimeLimitRow>;

/** Rows of the penalty procedures. */
export const penaltyLimits: TimeLimitRow[] = [
  {
    ...statutory,
    id: 'smr-verify',
    ladder: 'verification-overdue',
    title: words('线索核查并决定是否立案', 'Verify the clue and decide on filing'),
    duty: words(
      '自发现线索或者收到材料之日起15个工作日内核查，决定是否立案；检测、检验、检疫、鉴定的时间不计入',
      'Within 15 working days of the clue or material check it and decide whether to file; testing and appraisal are not counted',
    ),
    span: { workingDays: 15 },
    obliges: SAMR,
    basis: [{ act: 'SAMR2', article: '18(1)' }],
    from: SINCE_CF,
    pause: { basis: [{ act: 'SAMR2', article: '18(2)' }] },
    extensions: [
      {
        id: 'smr-verify-extension',
        to: { workingDays: 30 },
        approver: 'head',
        basis: [{ act: 'SAMR2', article: '18(1)' }],
      },
    ],
  },
  {
    ...preserve,
    id: 'pen-preserve',
    obliges: INSURANCE,
    basis: [
      { act: 'N4', article: '26(1)' },
      { act: 'N4', article: '28' },
      { act: 'CF', article: '56' },
    ],
  },
  {
    ...preserve,
    id: 'cfp-preserve',
    obliges: [...MARKET, ...HEALTH, 'drug-regulation'],
    basis: [{ act: 'CF', article: '56' }],
  },
  {
    ...atUrgentMeasure,
    id: 'pen-preserve-report',
    title: words('补办先行登记保存批准手续', 'Approval of urgent preservation'),
    duty: words(
      '当场采取先行登记保存措施的，24小时内向负责人报告并补办批准手续',
      'Report preservation on the spot to the head within 24 hours and have it approved',
    ),
    basis: [{ act: 'N4', article: '26(2)' }],
  },
  // SAMR2 80 leaves the first hour out as N4 58 does.
  {
    ...atUrgentMeasure,
    id: 'smr-preserve-report',
    title: words('补办先行登记保存批准手续', 'Approval of urgent preservation'),
    duty: words(
      '当场采取先行登记保存措施的，24小时内向负责人报告并补办批准手续',
      'Report preservation on the spot to the head within 24 hours and have it approved',
    ),
    obliges: SAMR,
    basis: [{ act: 'SAMR2', article: '33(2)' }],
  },
  {
    ...atUrgentMeasure,
    id: 'pen-seal-report',
    title: words('补办封存等强制措施批准手续', 'Approval of urgent sealing'),
    duty: words(
      '当场采取封存等行政强制措施的，24小时内向负责人报告并补办批准手续',
      'Report sealing on the spot to the head within 24 hours and have it approved',
    ),
    basis: [{ act: 'N4', article: '29(2)' }],
  },
  // The law of the day of the act gives the power: records since 2021, any property since 2027.
  ...throughTime(
    { ...seal, id: 'pen-seal', obliges: INSURANCE },
    {
      from: '2021-05-01',
      basis: [
        { act: 'O735', article: '27(5)' },
        { act: 'QZ', article: '25' },
      ],
      extensions: sealedLonger([{ act: 'QZ', article: '25' }]),
    },
    {
      from: SINCE_CF,
      basis: [
        { act: 'N4', article: '31' },
        { act: 'O735', article: '27(5)' },
        { act: 'QZ', article: '25' },
      ],
      extensions: sealedLonger([
        { act: 'N4', article: '31' },
        { act: 'QZ', article: '25' },
      ]),
    },
    {
      from: '2027-01-01',
      basis: [
        { act: 'YBF', article: '40' },
        { act: 'QZ', article: '25' },
        { act: 'N4', article: '31' },
      ],
      extensions: sealedLonger([
        { act: 'QZ', article: '25' },
        { act: 'N4', article: '31' },
      ]),
    },
  ),
  {
    ...seal,
    id: 'qz-seal',
    obliges: [...MARKET, 'drug-regulation'],
    basis: [{ act: 'QZ', article: '25' }],
    from: '2012-01-01',
    extensions: sealedLonger([{ act: 'QZ', article: '25' }]),
  },
  {
    ...legalReview,
    id: 'pen-legal-review',
    obliges: INSURANCE,
    basis: [{ act: 'N4', article: '40(1)' }],
    extensions: [
      {
        id: 'legal-review-extension',
        to: { workingDays: 20 },
        approver: 'legal-unit-head',
        basis: [{ act: 'N4', article: '40(1)' }],
      },
    ],
  },
  {
    ...legalReview,
    id: 'smr-legal-review',
    obliges: SAMR,
    basis: [{ act: 'SAMR2', article: '55' }],
    // It may be prolonged where the head approves; for how long is not said.
    extensions: [
      {
        id: 'smr-legal-review-extension',
        to: { workingDays: NO_END },
        upTo: true,
        approver: 'head',
        basis: [{ act: 'SAMR2', article: '55' }],
      },
    ],
  },
  {
    ...right,
    id: 'pen-hearing-request',
    title: words('要求听证', 'Ask for a hearing'),
    duty: words(
      '当事人要求听证的，应当在行政机关告知后5个工作日内提出',
      'A party that wants a hearing asks for it within 5 working days of being told',
    ),
    span: { workingDays: 5 },
    obliges: [],
    basis: [{ act: 'CF', article: '64(1)' }],
    from: SINCE_CF,
    lapses: true,
  },
  {
    ...statutory,
    id: 'pen-hearing-notice',
    title: words('通知听证时间、地点', 'Notice of the hearing'),
    duty: words(
      '应当在举行听证的7个工作日前，通知当事人及有关人员听证的时间、地点',
      'Tell the party time and place of the hearing at least 7 working days before it',
    ),
    span: { workingDaysBefore: 7 },
    obliges: ALL,
    basis: [{ act: 'CF', article: '64(2)' }],
    from: SINCE_CF,
  },
  {
    ...decision,
    id: 'pen-decision',
    duty: words(
      '自立案之日起90日内作出处理决定；检测检验、鉴定、听证、公告和专家评审时间不计入',
      'Decide within 90 days of filing; testing, appraisal, hearing, public notice and expert review are not counted',
    ),
    obliges: INSURANCE,
    basis: [
      { act: 'N4', article: '45(1)' },
      { act: 'CF', article: '60' },
    ],
    pause: { basis: [{ act: 'N4', article: '45(4)' }] },
    extensions: [
      {
        id: 'decision-extension',
        to: { calendarDays: 120 },
        approver: 'head',
        basis: [{ act: 'N4', article: '45(2)' }],
      },
      {
        id: 'decision-second-extension',
        to: { calendarDays: 180 },
        after: 'decision-extension',
        upTo: true,
        approver: 'collective',
        basis: [{ act: 'N4', article: '45(3)' }],
      },
    ],
  },
  {
    ...decision,
    id: 'smr-decision',
    duty: words(
      '自立案之日起90日内作出处理决定；中止、听证、公告和检测、检验、检疫、鉴定等时间不计入',
      'Decide within 90 days of filing; suspension, hearing, public notice, testing and appraisal are not counted',
    ),
    obliges: SAMR,
    basis: [
      { act: 'SAMR2', article: '64' },
      { act: 'CF', article: '60' },
    ],
    pause: { basis: [{ act: 'SAMR2', article: '64' }] },
    extensions: [
      {
        id: 'smr-decision-extension',
        to: { calendarDays: 120 },
        approver: 'head',
        basis: [{ act: 'SAMR2', article: '64' }],
      },
      // Those in charge set a reasonable time together; the rule names no longest one.
      {
        id: 'smr-decision-second-extension',
        to: { calendarDays: NO_END },
        after: 'smr-decision-extension',
        upTo: true,
        approver: 'collective',
        basis: [{ act: 'SAMR2', article: '64' }],
      },
    ],
  },
  {
    ...decision,
    id: 'cfp-decision',
    duty: words('自立案之日起90日内作出处罚决定', 'Decide within 90 days of filing'),
    obliges: HEALTH,
    basis: [{ act: 'CF', article: '60' }],
  },
  {
    ...serve,
    id: 'pen-serve',
    obliges: INSURANCE,
    basis: [
      { act: 'N4', article: '59' },
      { act: 'CF', article: '61' },
    ],
  },
  {
    ...serve,
    id: 'smr-serve',
    obliges: SAMR,
    basis: [
      { act: 'SAMR2', article: '81' },
      { act: 'CF', article: '61' },
    ],
  },
  { ...serve, id: 'cfp-serve', obliges: HEALTH, basis: [{ act: 'CF', article: '61' }] },
  {
    ...statutory,
    id: 'pen-summary-file',
    title: words('当场处罚备案', 'File a penalty imposed on the spot'),
    duty: words(
      '当场作出处罚决定的，7个工作日内将处罚决定及相关材料报所属部门备案',
      'Report a penalty imposed on the spot to the own department within 7 working days',
    ),
    span: { workingDays: 7 },
    obliges: INSURANCE,
    basis: [{ act: 'N4', article: '51' }],
    from: SINCE_CF,
  },
  {
    ...statutory,
    id: 'rep-realname-filing-notice',
    title: words('告知实名举报人', 'Tell whoever reported it by name'),
    duty: words(
      '实名举报的，自作出是否立案决定之日起5个工作日内告知举报人',
      'Within 5 working days of deciding on the filing tell whoever reported it by name',
    ),
    span: { workingDays: 5 },
    obliges: INSURANCE,
    basis: [{ act: 'N5', article: '12(2)' }],
    from: '2022-03-01',
  },
  {
    ...statutory,
    id: 'pen-cash-to-organ',
    title: words('当场收缴的罚款交至机关', 'Hand in cash taken on the spot'),
    duty: words(
      '执法人员当场收缴的罚款，自收缴之日起2个工作日内交至所属机关',
      'Officers hand in a fine taken in cash within 2 working days of taking it',
    ),
    span: { workingDays: 2 },
    obliges: INSURANCE,
    basis: [{ act: 'N4', article: '52' }],
    from: SINCE_CF,
  },
  {
    ...statutory,
    id: 'pen-cash-to-bank',
    title: words('当场收缴的罚款缴付银行', 'Pay cash taken on the spot into the bank'),
    duty: words(
      '医疗保障部门应当在2个工作日内将当场收缴的罚款缴付指定的银行',
      'The bureau pays cash that its officers handed in into the bank within 2 working days',
    ),
    span: { workingDays: 2 },
    obliges: INSURANCE,
    basis: [{ act: 'N4', article: '52' }],
    from: SINCE_CF,
  },
  {
    ...statutory,
    id: 'cfp-cash-to-organ',
    title: words('当场收缴的罚款交至机关', 'Hand in cash taken on the spot'),
    duty: words(
      '执法人员当场收缴的罚款，自收缴之日起2日内（工作日）交至行政机关',
      'Officers hand in a fine taken in cash within 2 working days of taking it',
    ),
    span: { workingDays: 2 },
    obliges: [...MARKET, ...HEALTH, 'drug-regulation'],
    basis: [
      { act: 'CF', article: '71' },
      { act: 'CF', article: '85' },
    ],
    from: SINCE_CF,
  },
  {
    ...statutory,
    id: 'cfp-cash-to-bank',
    title: words('当场收缴的罚款缴付银行', 'Pay cash taken on the spot into the bank'),
    duty: words(
      '行政机关在2日内（工作日）将当场收缴的罚款缴付指定的银行',
      'The organ pays cash that its officers handed in into the bank within 2 working days',
    ),
    span: { workingDays: 2 },
    obliges: [...MARKET, ...HEALTH, 'drug-regulation'],
    basis: [
      { act: 'CF', article: '71' },
      { act: 'CF', article: '85' },
    ],
    from: SINCE_CF,
  },
  ...throughTime(
    {
      ...right,
      id: 'pen-services-stopped',
      title: words('暂停医药服务期满', 'The stop of services ends'),
      duty: words(
        '暂停相关责任部门6个月以上1年以下涉及医疗保障基金使用的医药服务，期满前不得恢复',
        'Services that the fund pays for are stopped for six to twelve months, and not given again before',
      ),
      span: { setByDocument: true },
      obliges: [],
      may: true,
    },
    {
      from: '2021-05-01',
      basis: [
        { act: 'O735', article: '38' },
        { act: 'O735', article: '40' },
      ],
    },
    { from: '2027-01-01', basis: [{ act: 'YBF', article: '48' }] },
  ),
  ...throughTime(
    {
      ...right,
      id: 'pen-settlement-stopped',
      title: words('暂停联网结算期满', 'The stop of settlement ends'),
      duty: words(
        '暂停参保人员医疗费用联网结算3个月至12个月，期满前不予恢复',
        'Settlement on line is stopped for the insured person for three to twelve months, and not resumed before',
      ),
      span: { setByDocument: true },
      obliges: [],
      may: true,
    },
    { from: '2021-05-01', basis: [{ act: 'O735', article: '41' }] },
    { from: '2027-01-01', basis: [{ act: 'YBF', article: '49' }] },
  ),
  {
    ...statutory,
    id: 'pen-pay',
    title: words('缴纳罚款', 'Pay the fine'),
    duty: words(
      '自收到处罚决定书之日起15日内缴纳罚款；逾期每日按罚款数额的3%加处罚款，加处不超过罚款数额',
      'Pay the fine within 15 days of receiving the decision; after that 3 % a day are added, up to as much again',
    ),
    span: { calendarDays: 15 },
    obliges: [],
    basis: [
      { act: 'CF', article: '67(3)' },
      { act: 'CF', article: '72' },
    ],
    from: SINCE_CF,
  },
  {
    ...statutory,
    id: 'pen-instalments',
    title: words('按批准的暂缓或者分期缴清罚款', 'Pay as put off or by instalments'),
    duty: words('在批准的期限内缴清罚款', 'Pay the whole fine by the day that was approved'),
    span: { setByDocument: true },
    obliges: [],
    basis: [{ act: 'CF', article: '66(2)' }],
    from: SINCE_CF,
  },
  {
    ...right,
    id: 'pen-remedy-review',
    title: words('申请行政复议', 'Ask for reconsideration'),
    duty: words(
      '当事人可以自知道决定之日起60日内申请行政复议',
      'A party may ask for reconsideration within 60 days of knowing the decision',
    ),
    span: { calendarDays: 60 },
    obliges: [],
    basis: [{ act: 'FY', article: '20' }],
    from: '2024-01-01',
  },
  {
    ...right,
    id: 'pen-remedy-suit',
    title: words('提起行政诉讼', 'Sue'),
    duty: words(
      '当事人直接提起诉讼的，应当自知道决定之日起6个月内提出',
      'A party that sues directly does so within 6 months of knowing the decision',
    ),
    span: { months: 6 },
    obliges: [],
    basis: [{ act: 'SS', article: '46' }],
    from: '2017-07-01',
  },
  {
    ...right,
    id: 'pen-urge-wait',
    title: words('催告后十日', 'Ten days after the urging'),
    duty: words(
      '催告书送达10个工作日后当事人仍未履行的，可以申请人民法院强制执行',
      'Where the party has not performed 10 working days after being urged, the organ may apply to the court',
    ),
    span: { workingDays: 10 },
    obliges: ALL,
    basis: [{ act: 'QZ', article: '54' }],
    from: '2012-01-01',
    may: true,
  },
  {
    ...right,
    id: 'pen-court-apply',
    title: words('申请人民法院强制执行', 'Apply to the court'),
    duty: words(
      '自当事人的救济期限（批准暂缓、分期的，自该期限）届满之日起3个月内申请人民法院强制执行',
      'Apply to the court within 3 months of the end of the remedies, or of the instalments approved',
    ),
    span: { months: 3 },
    obliges: ALL,
    basis: [{ act: 'QZ', article: '53' }],
    from: '2012-01-01',
    lapses: true,
  },
  {
    ...statutory,
    id: 'pen-court-accept',
    title: words('受理强制执行申请', 'Accept an application for enforcement'),
    duty: words(
      '人民法院接到行政机关强制执行的申请，应当在5个工作日内受理',
      'The court accepts the application within 5 working days',
    ),
    span: { workingDays: 5 },
    obliges: ['court'],
    basis: [{ act: 'QZ', article: '56' }],
    source: 'from-memory',
    from: '2012-01-01',
    ladder: 'consulted',
  },
  {
    ...statutory,
    id: 'smr-close',
    title: words('结案', 'Close the case'),
    duty: words(
      '处罚决定执行完毕等应予结案情形出现后15个工作日内办理结案',
      'Close the case within 15 working days once the decision is carried out or nothing is left to be',
    ),
    span: { workingDays: 15 },
    obliges: SAMR,
    basis: [{ act: 'SAMR2', article: '77' }],
    from: SINCE_CF,
  },
  {
    ...statutory,
    id: 'pub-penalty-credit',
    title: words('报送行政处罚“双公示”信息', 'Publish the penalty for credit'),
    duty: words(
      '作出行政处罚决定之日起7个工作日内公示并报送信用信息共享平台',
      'Publish the penalty and send it to the credit platform within 7 working days of the decision',
    ),
    span: { workingDays: 7 },
    obliges: [...INSURANCE, ...HEALTH],
    basis: [{ act: 'GF33' }],
    source: 'web-excerpt',
    from: '2016-05-30',
  },
  {
    ...statutory,
    id: 'pub-penalty-samr',
    title: words('公示行政处罚信息', 'Publish the penalty'),
    duty: words(
      '作出行政处罚决定之日起20个工作日内通过国家企业信用信息公示系统公示',
      'Publish the penalty on the national enterprise credit system within 20 working days of the decision',
    ),
    span: { workingDays: 20 },
    obliges: SAMR,
    basis: [{ act: 'SJGS', article: '9' }],
    from: '2021-09-01',
  },
  {
    ...statutory,
    id: 'pub-send-home-province',
    title: words('推送当事人登记地市场监管部门', 'Send the penalty to the home province'),
    duty: words(
      '当事人登记地在外省的，作出行政处罚决定之日起10个工作日内，经本省市场监督管理部门将处罚信息推送其登记地市场监督管理部门',
      'Where the party is registered in another province, send the penalty through the own province to the regulator there within 10 working days of the decision',
    ),
    span: { workingDays: 10 },
    obliges: SAMR,
    basis: [{ act: 'SJGS', article: '10' }],
    from: '2021-09-01',
  },
  ...throughTime(
    {
      ...publicationEnds,
      id: 'pub-period-samr',
      duty: words('自公示之日起届满3年的，停止公示', 'Stop publishing it after three years'),
      span: { months: 36 },
    },
    SJGS13,
    {
      ...amended('15'),
      duty: words('自公示之日起届满1年的，停止公示', 'Stop publishing it after one year'),
      span: { months: 12 },
    },
  ),
  ...throughTime(
    {
      ...publicationEnds,
      id: 'pub-period-samr-three-years',
      duty: words(
        '涉及食品、药品、医疗器械、化妆品、特种设备、重点工业产品，或者责令停业、关闭、吊销许可证件、限制从业的，自公示之日起届满3年，停止公示',
        'Stop publishing after three years what is about food, drugs and the like, stops, closes, revokes or bars',
      ),
      span: { months: 36 },
    },
    SJGS13,
    amended('14'),
  ),
  {
    ...publicationLasts,
    ...amended('15'),
    id: 'pub-least-samr',
    duty: words(
      '自公示之日起至少公示3个月，期满后方可因信用修复提前停止公示',
      'Publish it for three months at least; only then may a repair of credit end it sooner',
    ),
    span: { months: 3 },
  },
  {
    ...publicationLasts,
    ...amended('14(1)', '14(2)'),
    id: 'pub-least-samr-serious',
    duty: words(
      '涉及食品、药品、医疗器械、化妆品、特种设备、重点工业产品，或者责令停业、限制经营、限制从业的，自公示之日起至少公示1年，期满后方可因信用修复提前停止公示',
      'Publish for a year at least what is about food, drugs and the like, stops or bars; only then may a repair of credit end it sooner',
    ),
    span: { months: 12 },
  },
  {
    ...publicationLasts,
    ...amended('14(2)', '14(3)'),
    id: 'pub-least-samr-in-full',
    duty: words(
      '降低资质等级、吊销、责令关闭的，公示3年，不提前停止公示；限制期满日未载明的，同此办理',
      'Publish for all of three years what lowers a grade, revokes or closes; so too a restriction of which nobody said when it ends',
    ),
    span: { months: 36 },
  },
  {
    ...publicationEnds,
    ...SJGS13,
    id: 'pub-period-samr-minor',
    duty: words(
      '处罚较轻的，自公示之日起届满3个月，停止公示',
      'Stop publishing a minor penalty after three months',
    ),
    span: { months: 3 },
  },
  ...throughTime(
    {
      ...publicationEnds,
      id: 'pub-period-samr-ban',
      duty: words(
        '限制从业期限超过3年的，公示至限制期限届满',
        'Where a ban lasts longer than three years it is published until the ban ends',
      ),
      span: { setByDocument: true },
    },
    SJGS13,
    {
      ...amended('14(2)'),
      duty: words(
        '责令停业、限制经营、限制从业的，限制期限届满前不停止公示',
        'Publish what stops or bars until the restriction has ended',
      ),
    },
  ),
  {
    ...withdrawPublication,
    id: 'pen-withdraw-publication',
    obliges: INSURANCE,
    basis: [
      { act: 'CF', article: '48(2)' },
      { act: 'N4', article: '46' },
    ],
  },
  {
    ...withdrawPublication,
    id: 'cfp-withdraw-publication',
    obliges: [...MARKET, ...HEALTH, 'drug-regulation'],
    basis: [{ act: 'CF', article: '48(2)' }],
  },
  {
    ...statutory,
    id: 'pen-suspend-settlement',
    title: words('解除暂停结算', 'Let settlement go on'),
    duty: words(
      '暂停结算以调查期间为限，作出认定后即行解除，按规定结算；条例未规定日数',
      'Settlement stands still while the organ investigates and goes on with the finding; no number is set',
    ),
    span: { atOnce: true },
    obliges: INSURANCE,
    basis: [{ act: 'O735', article: '30' }],
    from: '2021-05-01',
  },
  {
    ...statutory,
    id: 'pen-redo',
    title: words('重新作出处理决定', 'Decide anew'),
    duty: words(
      '行政复议决定或者判决责令重新作出行政行为的，在其确定的期限内作出',
      'Where the decision on reconsideration or the judgment orders it, decide anew by the day it sets',
    ),
    span: { setByDocument: true },
    obliges: ALL,
    basis: [{ act: 'FY' }, { act: 'SS' }],
    source: 'from-memory',
    from: '2024-01-01',
  },
  {
    ...statutory,
    id: 'rem-answer',
    title: words('答复行政复议', 'Answer in reconsideration'),
    duty: words(
      '被申请人自收到行政复议申请书副本之日起10个工作日内提出书面答复并提交证据',
      'The organ answers in writing with its evidence within 10 working days of the application',
    ),
    span: { workingDays: 10 },
    obliges: ANSWERING,
    basis: [{ act: 'FY', article: '48' }],
    source: 'from-memory',
    from: '2024-01-01',
  },
  {
    ...statutory,
    id: 'rem-answer-simple',
    title: words('答复行政复议（简易程序）', 'Answer in reconsideration in simple procedure'),
    duty: words(
      '适用简易程序的，被申请人自收到行政复议申请书副本之日起5个工作日内提出书面答复并提交证据',
      'In simple procedure the organ answers in writing with its evidence within 5 working days of the application',
    ),
    span: { workingDays: 5 },
    obliges: ANSWERING,
    basis: [{ act: 'FY', article: '54' }],
    source: 'from-memory',
    from: '2024-01-01',
  },
  {
    ...statutory,
    id: 'rem-decide',
    title: words('作出行政复议决定', 'Decide on reconsideration'),
    duty: words(
      '适用普通程序的，自受理申请之日起60日内作出行政复议决定',
      'In ordinary procedure decide within 60 days of accepting the application',
    ),
    span: { calendarDays: 60 },
    obliges: ['justice', 'government-office'],
    basis: [{ act: 'FY', article: '62' }],
    from: '2024-01-01',
    ladder: 'consulted',
    extensions: [
      {
        id: 'reconsideration-extension',
        to: { calendarDays: 90 },
        upTo: true,
        approver: 'head',
        basis: [{ act: 'FY', article: '62' }],
      },
    ],
  },
  {
    ...statutory,
    id: 'rem-decide-simple',
    title: words('作出行政复议决定（简易程序）', 'Decide on reconsideration in simple procedure'),
    duty: words(
      '适用简易程序的，自受理申请之日起30日内作出行政复议决定',
      'In simple procedure decide within 30 days of accepting the application',
    ),
    span: { calendarDays: 30 },
    obliges: ['justice', 'government-office'],
    basis: [{ act: 'FY', article: '62' }],
    from: '2024-01-01',
    ladder: 'consulted',
  },
  {
    ...right,
    id: 'rem-suit-after-review',
    title: words('复议后提起行政诉讼', 'Sue after reconsideration'),
    duty: words(
      '不服复议决定的，自收到复议决定书之日起15日内起诉；复议机关逾期不作决定的，自复议期满之日起15日内起诉',
      'Whoever disagrees with the decision sues within 15 days of receiving it; where none came in time, within 15 days of the end of the days to decide',
    ),
    span: { calendarDays: 15 },
    obliges: [],
    basis: [{ act: 'SS', article: '45' }],
    from: '2017-07-01',
  },
  {
    ...statutory,
    id: 'rem-suit-answer',
    title: words('提交答辩状和证据', 'Answer the suit'),
    duty: words(
      '被告自收到起诉状副本之日起15日内提交证据和答辩状',
      'The organ hands in evidence and answer within 15 days of the statement of claim',
    ),
    span: { calendarDays: 15 },
    obliges: ANSWERING,
    basis: [{ act: 'SS', article: '67' }],
    from: '2017-07-01',
  },
  {
    ...statutory,
    id: 'rem-judge',
    title: words('一审判决', 'Judgment at first instance'),
    duty: words('自立案之日起6个月内作出第一审判决', 'Judge at first instance within 6 months of filing'),
    span: { months: 6 },
    obliges: ['court'],
    basis: [{ act: 'SS', article: '81' }],
    from: '2017-07-01',
    ladder: 'consulted',
  },
  {
    ...right,
    id: 'rem-suit-appeal',
    title: words('行政诉讼上诉', 'Appeal in the suit'),
    duty: words(
      '不服第一审判决的，自判决书送达之日起15日内上诉；逾期不上诉的，判决生效',
      'Whoever disagrees with the judgment of first instance appeals within 15 days of its service; otherwise it takes effect',
    ),
    span: { calendarDays: 15 },
    obliges: [],
    basis: [{ act: 'SS', article: '85' }],
    from: '2017-07-01',
  },
  {
    ...statutory,
    id: 'rem-second-instance',
    title: words('二审判决', 'Judgment at second instance'),
    duty: words('自收到上诉状之日起3个月内作出终审判决', 'Judge finally within 3 months of the appeal'),
    span: { months: 3 },
    obliges: ['court'],
    basis: [{ act: 'SS', article: '88' }],
    from: '2017-07-01',
    ladder: 'consulted',
  },
  agreed(
    'agr-penalty-verification',
    { workingDays: 15 },
    words('线索核查并决定是否立案', 'Verify the clue and decide on filing'),
    words('收到线索后15个工作日内核查并决定是否立案', 'Check the clue and decide on filing'),
    HEALTH,
  ),
  agreed(
    'agr-finding-health',
    { workingDays: 15 },
    words('卫生健康部门答复查实认定', 'Answer of health to a finding'),
    words(
      '收到查实认定后15个工作日内答复采取何种措施，或者说明不采取措施的理由',
      'Say what is done, or why nothing is',
    ),
    ['health'],
  ),
  agreed(
    'agr-finding-market',
    { workingDays: 15 },
    words('市场监管部门答复查实认定', 'Answer of market regulation to a finding'),
    words(
      '收到查实认定后15个工作日内答复采取何种措施，或者说明不采取措施的理由',
      'Say what is done, or why nothing is',
    ),
    ['market-regulation'],
  ),
  agreed(
    'agr-finding-drug',
    { workingDays: 15 },
    words('药品监管部门答复查实认定', 'Answer of drug regulation to a finding'),
    words(
      '收到查实认定后15个工作日内答复采取何种措施，或者说明不采取措施的理由',
      'Say what is done, or why nothing is',
    ),
    ['drug-regulation'],
  ),
  agreed(
    'agr-finding-credit',
    { workingDays: 15 },
    words('信用部门答复失信联合惩戒建议', 'Answer of the credit department'),
    words(
      '收到查实认定后15个工作日内答复是否列入失信联合惩戒对象名单',
      'Say whether it is put on the list of joint sanctions',
    ),
    ['development-reform'],
  ),
  agreed(
    'agr-finding-result',
    { calendarDays: 60 },
    words('汇总处置结果', 'Sum up what became of a finding'),
    words(
      '认定后60日内汇总各部门处置结果并办结',
      'Sum up within 60 days what the departments did, and close',
    ),
    INSURANCE,
  ),
  agreed(
    'agr-sanctions-ordered',
    { workingDays: 5 },
    words('发出联合惩戒函', 'Order the sanctions'),
    words(
      '列入名单后5个工作日内向成员单位发出联合惩戒函',
      'Order the members within 5 working days of the listing',
    ),
    ['development-reform'],
  ),
  agreed(
    'agr-listing-application',
    { workingDays: 20 },
    words('答复异议、信用修复申请', 'Answer an objection or an application for repair'),
    words('收到异议或者修复申请后20个工作日内答复', 'Take it off the list or say why not'),
    ['development-reform'],
  ),
  agreed(
    'agr-listing-end',
    { setByDocument: true },
    words('惩戒期满移出名单', 'Off the list when the term ends'),
    words('惩戒期满日前移出名单', 'Take it off by the day the sanctions end'),
    ['development-reform'],
  ),
  agreed(
    'agr-delisting',
    { workingDays: 3 },
    words('认定撤回后移出名单', 'Off the list once the finding is withdrawn'),
    words(
      '收到认定撤回告知后3个工作日内移出名单',
      'Take it off within 3 working days of hearing that the finding was withdrawn',
    ),
    ['development-reform'],
  ),
  agreed(
    'agr-sanction-receipt',
    { workingDays: 15 },
    words('联合惩戒执行回执', 'Receipt of the sanctions'),
    words(
      '收到联合惩戒函后15个工作日内执行并送交回执，或者说明不予执行的理由',
      'Carry it out and send the receipt, or say why not',
    ),
  ),
  agreed(
    'agr-sanction-undone',
    { workingDays: 5 },
    words('停止执行联合惩戒', 'Undo the sanctions'),
    words('收到解除告知后5个工作日内停止执行并回复', 'Undo them and say so within 5 working days'),
  ),
];
