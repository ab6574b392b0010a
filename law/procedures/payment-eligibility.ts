// Payment eligibility of a person who serves a designated institution: points of a calendar year, suspension at 9, termination at 12
// (ZF48, ZF48J). The registered status of a person is one and nationwide (ZF48J 34), and several proceedings may be about it: each says what it
// brought about itself, and what one has ended none that brought nothing about calls normal. A person's proceeding goes on from year to year; points are dated to the penalty or the agreement decision they rest
// on (ZF48J 27), not to the day they are entered, and what an objection takes off to the points it was against. Practice itself is not
// touched (ZF48J 16).
import { linkedAnswers } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { IS_A_PERSON } from '../is-a-person.ts';
import { NOTICE_TYPE, REPLY_BY, TOPIC } from '../shared-fields.ts';

/** An objection is against what was told last before it, whatever has been found since (ZF48J 41). */
const TOLD = ['serve-points-notice'] as const;

/** ZF48J 27, 28: by the day of the decision; where that was not said, by the day of the agreement decision or of receiving the penalty. */
const OF_THE_YEAR = {
  field: 'points',
  less: 'pointsTakenOff',
  in: 'year',
  dated: ['decidedOn', 'decisionReceivedOn'],
  told: TOLD,
  of: 'subject',
} as const;

/** ZF48J 44: what is put right of a measure after an objection since. */
const OBJECTION_WAS_RIGHT = {
  children: {
    procedure: 'eligibility-objection',
    are: 'some',
    in: ['adjusted', 'adjusted-told'],
    since: ['suspend-eligibility', 'terminate-eligibility'],
    until: ['establish-responsibility'],
    told: TOLD,
  },
} as const;

/** Of the year of the measure in force, as it stands by now: what an objection took off is given no more (ZF48J 44). */
const OF_THE_MEASURE = { ...OF_THE_YEAR, asOf: ['suspend-eligibility', 'terminate-eligibility'] } as const;
const TAKEN_OFF = { sum: { ...OF_THE_MEASURE, below: 9 } } as const;

/** ZF48J 44: the status follows the points that stand, with no application and no assessment. */
const AFTER_OBJECTION = { to: 'normal', when: 'points-taken-off', title: ['记分调整后恢复支付资格', 'Restore as the points were put right'] } as const;

const REGISTRATION_REQUEST = {
  stopsOn: 'apply-for-recovery',
  obliges: 'subject',
  mootOn: ['restore-eligibility', 'suspend-eligibility', 'terminate-eligibility', 'cancel-registration'],
  window: true,
} as const;

/** ZF48J 38: the agency shortened the bar of the last termination. */
const BAR_SHORTENED = { happened: { command: 'shorten-bar', since: 'terminate-eligibility' } } as const;

/** ZF48J 38: repaired as the agency checks what was put right. */
const REPAIR_ACCEPTED = { happened: { command: 'accept-repair', since: 'establish-responsibility' } } as const;
const SUSPENDED_INSTEAD = {
  to: 'suspension-issued',
  when: 'only-suspended-now',
  title: ['记分调整后改为暂停', 'Suspend instead, as the points were put right'],
} as const;
const REGISTERED_ANEW = { to: 'normal', when: 'bar-has-passed', title: ['重新承诺并登记备案', 'Register anew'] } as const;
const WITH_AGREEMENT = {
  'restore-with-agreement': 'normal',
  'lock-nationwide': null,
  'tell-industry': null,
  'cancel-registration': 'cancelled',
} as const;
const REPAIRED = { 'accept-repair': null, 'repair-points': null } as const;

export const paymentEligibility = defineProcedure({
  procedure: 'payment-eligibility',
  version: 1,
  inForce: { from: '2025-01-01' },
  title: ['医保支付资格管理', 'Payment eligibility'],
  basis: [{ act: 'ZF48' }, { act: 'ZF48J' }],
  roles: {
    bureau: { title: ['医疗保障行政部门', 'bureau'], bodies: ['medical-insurance'], cast: 'routing', side: 'sending', confirms: true },
    agency: { title: ['医保经办机构', 'agency'], bodies: ['insurance-agency'], cast: 'routing', side: 'receiving' },
  },
  fields: {
    // ZF48J 31: the day the agency decided under the agreement, or received the penalty decision.
    decidedOn: { kind: 'date', title: ['协议处理决定或者行政处罚决定日期', 'day of the agreement decision or of the penalty'] },
    decisionReceivedOn: { kind: 'date', title: ['协议处理决定或者收到处罚决定书日期', 'day of the agreement decision, or of receiving the penalty'] },
    foundWith: {
      kind: 'code',
      title: ['责任认定依据', 'found with'],
      options: {
        penalty: ['行政处罚', 'a penalty of the bureau'],
        agreement: ['协议处理', 'the handling under the agreement'],
      },
    },
    // ZF48 annex 2: of one conduct at most twelve.
    points: { kind: 'count', least: 1, most: 12, title: ['本次记分', 'points given'] },
    responsibility: {
      kind: 'code',
      title: ['责任程度', 'degree of responsibility'],
      options: {
        general: ['一般责任', 'general'],
        important: ['重要责任', 'important'],
        main: ['主要责任', 'main'],
      },
    },
    suspendedMonths: { kind: 'count', least: 1, most: 6, title: ['暂停月数', 'months of suspension'] },
    suspendedUntil: {
      kind: 'date',
      counted: { months: 'suspendedMonths', from: 'suspend-eligibility' },
      title: ['暂停期满日', 'day the suspension ends'],
    },
    // ZF48J 29: of the two the one counts that the points bring about.
    barOneYearUntil: { kind: 'date', counted: { months: 12, from: 'terminate-eligibility' }, title: ['终止满1年之日', 'day a year after the termination'] },
    barThreeYearsUntil: {
      kind: 'date',
      counted: { months: 36, from: 'terminate-eligibility' },
      title: ['终止满3年之日', 'day three years after the termination'],
    },
    barredMonths: { kind: 'count', least: 1, most: 35, title: ['修复后的终止月数', 'months of termination after a repair'] },
    barredUntil: {
      kind: 'date',
      counted: { months: 'barredMonths', from: 'terminate-eligibility' },
      title: ['修复后终止期满日', 'day the termination ends after a repair'],
    },
    pointsTakenOff: { kind: 'count', least: 1, most: 12, title: ['减免分值', 'points taken off'] },
    topic: TOPIC,
    noticeType: NOTICE_TYPE,
    replyBy: REPLY_BY,
  },
  papers: {
    'points-notice': ['记分处理通知书', 'Notice of points'],
    'recovery-application': ['资格恢复申请书', 'Application for recovery'],
    'points-objection': ['书面申诉材料', 'Written objection'],
    'repair-application': ['记分修复申请书', 'Application for repair'],
    'agreement-decision': ['协议处理决定书', 'Decision under the agreement'],
  },
  conditions: {
    ...IS_A_PERSON,
    'reached-nine': {
      if: { sum: { ...OF_THE_YEAR, atLeast: 9 } },
      title: ['本自然年度累计记分达到9分时', 'where the points of the year reach 9'],
      refusal: ['本自然年度累计记分未达到9分', 'The points of the year do not reach 9'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'reached-twelve': {
      if: { sum: { ...OF_THE_YEAR, atLeast: 12 } },
      title: ['本自然年度累计记分达到12分时', 'where the points of the year reach 12'],
      refusal: ['本自然年度累计记分未达到12分', 'The points of the year do not reach 12'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'twelve-at-once': {
      if: { sum: { field: 'points', less: 'pointsTakenOff', atLeast: 12, in: 'round', dated: OF_THE_YEAR.dated, told: TOLD } },
      title: ['一次性记满12分时', 'where 12 points were given at once'],
      refusal: ['本次记分未满12分', 'Fewer than 12 points were given at once'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    // ZF48J 41: in the days since it was told, wherever the points have come to by then.
    'has-been-told': {
      if: { anyOf: ['serve-points-notice', 'suspend-with-agreement', 'terminate-with-agreement'].map((command) => ({ happened: { command } })) },
      title: ['处理通知已经送达后', 'once a measure was told'],
      refusal: ['处理通知尚未送达', 'No measure was told yet'],
      basis: [{ act: 'ZF48J', article: '41' }],
    },
    'decided-before-received': {
      if: { field: { name: 'decidedOn', upTo: 'decisionReceivedOn', now: true } },
      title: ['决定日期不晚于收到决定之日时', 'where it was decided no later than it was received'],
      refusal: ['决定日期不得晚于收到决定之日', 'It cannot have been received before it was decided'],
    },
    // ZF48J 39(1).
    'recovery-may-be-asked-for': {
      if: { passed: ['elig-recovery-request'] },
      title: ['暂停期满前15个工作日起', 'from fifteen working days before the suspension ends'],
      refusal: ['距暂停期满超过15个工作日，尚不得申请恢复', 'The suspension ends in more than fifteen working days'],
      basis: [{ act: 'ZF48J', article: '39(1)' }],
    },
    'registration-may-be-asked-for': {
      if: {
        anyOf: [{ passed: ['elig-registration-one-year', 'elig-registration-three-years'] }, { allOf: [BAR_SHORTENED, { passed: ['elig-registration-repaired'] }] }],
      },
      title: ['终止期满前15个工作日起', 'from fifteen working days before the bar ends'],
      refusal: ['距终止期满超过15个工作日，尚不得申请恢复', 'The bar ends in more than fifteen working days'],
      basis: [{ act: 'ZF48J', article: '39(1)' }],
    },
    'suspension-has-ended': {
      if: { anyOf: [{ passed: ['elig-suspension'] }, TAKEN_OFF] },
      title: ['暂停期满后，或者调整后累计记分不足9分时', 'once the suspension has ended, or its points were taken off'],
      refusal: ['暂停期限尚未届满', 'The suspension has not ended yet'],
      basis: [
        { act: 'ZF48J', article: '29' },
        { act: 'ZF48J', article: '39' },
      ],
    },
    'may-be-shortened': {
      if: { anyOf: [OBJECTION_WAS_RIGHT, REPAIR_ACCEPTED] },
      title: ['申诉核实需要调整，或者同意记分修复后', 'where an objection to it was found right, or a repair was accepted'],
      refusal: ['没有需要调整的申诉结果，也未同意记分修复', 'No objection to it was found right, and no repair accepted'],
      basis: [
        { act: 'ZF48J', article: '38' },
        { act: 'ZF48J', article: '44' },
      ],
    },
    'repair-accepted': {
      if: REPAIR_ACCEPTED,
      title: ['同意记分修复后', 'once a repair was accepted'],
      refusal: ['尚未复核并同意记分修复', 'No repair was checked and accepted'],
      basis: [{ act: 'ZF48J', article: '38' }],
    },
    'points-are-there': {
      if: { sum: { ...OF_THE_YEAR, atLeast: 0 } },
      title: ['减免分值不超过当年累计记分时', 'where no more is taken off than the year holds'],
      refusal: ['减免分值不得超过当年累计记分', 'No more is taken off than the year holds'],
      basis: [{ act: 'ZF48J', article: '38' }],
    },
    'is-shortened': {
      if: { field: { name: 'suspendedMonths', lowered: true } },
      title: ['比原暂停期限短时', 'where it is shorter than before'],
      refusal: ['申诉或者修复后只能缩短暂停期限', 'After an objection or a repair a suspension is only shortened'],
      basis: [
        { act: 'ZF48J', article: '38' },
        { act: 'ZF48J', article: '44' },
      ],
    },
    'is-suspended-still': {
      if: { happened: { command: 'suspend-eligibility', since: 'restore-eligibility' } },
      title: ['暂停尚未恢复时', 'while a suspension was not lifted'],
      refusal: ['未在暂停期内', 'No suspension is in force'],
    },
    'bar-has-passed': {
      if: {
        anyOf: [{ passed: ['elig-bar-one-year', 'elig-bar-three-years'] }, { allOf: [BAR_SHORTENED, { passed: ['elig-bar-repaired'] }] }],
      },
      title: ['不得再次登记备案的期限届满后', 'once the bar to registration has passed'],
      refusal: ['不得再次登记备案的期限尚未届满', 'The bar to a new registration has not passed yet'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'points-taken-off': {
      if: TAKEN_OFF,
      title: ['调整后该年累计记分未达到9分时', 'where the points of its year are fewer than 9 by now'],
      refusal: ['该处理所依据的累计记分仍达到9分', 'The points of its year still reach 9'],
      basis: [
        { act: 'ZF48J', article: '29' },
        { act: 'ZF48J', article: '44' },
      ],
    },
    'only-suspended-now': {
      if: { sum: { ...OF_THE_MEASURE, atLeast: 9, below: 12 } },
      title: ['调整后该年累计记分达到9分、未达12分时', 'where the points of its year are 9 to 11 by now'],
      refusal: ['该年累计记分未达到9分，或者仍达到12分', 'The points of its year do not reach 9, or still reach 12'],
      basis: [
        { act: 'ZF48J', article: '29' },
        { act: 'ZF48J', article: '44' },
      ],
    },
    'no-longer-nine': {
      if: { sum: { ...OF_THE_YEAR, below: 9 } },
      title: ['本自然年度累计记分调整为不足9分时', 'where the points of the year are fewer than 9 by now'],
      refusal: ['本自然年度累计记分达到9分', 'The points of the year reach 9'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
    'no-longer-twelve': {
      if: { sum: { ...OF_THE_YEAR, below: 12 } },
      title: ['本自然年度累计记分调整为不足12分时', 'where the points of the year are fewer than 12 by now'],
      refusal: ['本自然年度累计记分达到12分', 'The points of the year reach 12'],
      basis: [{ act: 'ZF48J', article: '29' }],
    },
  },
  commands: {
    // ZF48J 24: the bureau finds responsibility with its penalty, and hands it over; the agency with its handling under the agreement.
    'establish-responsibility': {
      event: 'responsibility-established',
      title: ['认定责任或者收到责任认定', 'Establish responsibility, or receive the bureau’s finding'],
      by: 'agency',
      needs: ['decisionReceivedOn'],
      takes: ['decidedOn', 'responsibility', 'foundWith'],
      onRecord: ['decidedOn'],
      when: ['is-a-person', 'decided-before-received'],
      copyTo: ['bureau'],
    },
    'record-points': {
      event: 'points-recorded',
      title: ['记分', 'Record the points'],
      by: 'agency',
      needs: ['points'],
      takes: ['responsibility'],
      copyTo: ['bureau'],
    },
    'check-total': {
      event: 'total-checked',
      title: ['核对当年累计记分', 'Check the total of the year'],
      by: 'agency',
    },
    'issue-points-notice': { event: 'points-notice-issued', title: ['出具记分通知', 'Issue the notice of points'], by: 'agency', papers: ['points-notice'] },
    'suspend-eligibility': {
      event: 'eligibility-suspended',
      title: ['暂停医保支付资格1至6个月', 'Suspend for one to six months'],
      by: 'agency',
      rank: 'head',
      needs: ['suspendedMonths'],
      takes: ['suspendedUntil'],
      papers: ['points-notice'],
      copyTo: ['bureau'],
    },
    'terminate-eligibility': {
      event: 'eligibility-terminated',
      title: ['终止医保支付资格', 'Terminate eligibility'],
      by: 'agency',
      rank: 'head',
      when: 'reached-twelve',
      takes: ['barOneYearUntil', 'barThreeYearsUntil'],
      papers: ['points-notice'],
      copyTo: ['bureau'],
    },
    'serve-points-notice': { event: 'points-notice-served', title: ['送达所在定点医药机构', 'Serve it on the institution'], by: 'agency' },
    'lock-nationwide': { event: 'status-locked-nationwide', title: ['登记备案状态全国联动', 'Lock the status nationwide'], by: 'agency' },
    // ZF48 2, ZF48J 52: health for institutions, drug regulation for pharmacies; each deals with it by its own law and answers.
    'tell-industry': {
      event: 'industry-told',
      title: ['通报行业主管部门', 'Tell the authority of the trade'],
      by: 'agency',
      needs: ['to', 'topic', 'summary'],
      takes: ['noticeType', 'replyBy'],
      opens: { procedure: 'clue-notice', command: 'send-clue', roles: { sender: 'agency' } },
    },
    'register-objection': {
      event: 'points-objection-registered',
      title: ['登记书面申诉', 'Register a written objection'],
      by: 'agency',
      papers: ['points-objection'],
      when: 'has-been-told',
      opens: { procedure: 'eligibility-objection', command: 'lodge-objection', roles: { agency: 'agency', bureau: 'bureau' } },
    },
    'shorten-suspension': {
      event: 'suspension-shortened',
      title: ['申诉或者修复后缩短暂停期限', 'Shorten the suspension after an objection or a repair'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      needs: ['suspendedMonths'],
      takes: ['suspendedUntil'],
      copyTo: ['bureau'],
      when: ['may-be-shortened', 'is-shortened'],
    },
    'accept-repair': {
      event: 'repair-accepted',
      title: ['复核整改情况，同意记分修复', 'Check what was put right, and accept the repair'],
      by: 'agency',
      rank: 'head',
      papers: ['repair-application'],
      copyTo: ['bureau'],
    },
    'repair-points': {
      event: 'points-repaired',
      title: ['减免记分', 'Take points off by way of repair'],
      by: 'agency',
      rank: 'head',
      needs: ['pointsTakenOff'],
      copyTo: ['bureau'],
      when: ['repair-accepted', 'points-are-there'],
    },
    'shorten-bar': {
      event: 'bar-shortened',
      title: ['修复后缩减终止期限', 'Shorten the termination by way of repair'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      needs: ['barredMonths'],
      takes: ['barredUntil'],
      copyTo: ['bureau'],
      when: 'repair-accepted',
    },
    // ZF48J 34(4): without points, for as long as the agreement is; the institution or one of its departments.
    'suspend-with-agreement': {
      event: 'eligibility-suspended-with-agreement',
      title: ['协议中止或者暂停医药服务，一并暂停', 'Suspend with the agreement, or with the services stopped'],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      copyTo: ['bureau'],
    },
    'terminate-with-agreement': {
      event: 'eligibility-terminated-with-agreement',
      title: ['解除协议，一并终止', 'Terminate with the agreement'],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      copyTo: ['bureau'],
    },
    'restore-with-agreement': {
      event: 'eligibility-restored-with-agreement',
      title: ['协议恢复，或者人员不负有责任，恢复正常状态', 'Restore with the agreement, or where the person is not responsible'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      copyTo: ['bureau'],
    },
    'apply-for-recovery': {
      event: 'recovery-applied-for',
      title: ['受理资格恢复申请', 'Take the application for recovery'],
      by: 'agency',
      papers: ['recovery-application'],
    },
    // ZF48J 39(1): assessed before the suspension ends; what was found counts from its end on.
    'pass-assessment': {
      event: 'recovery-assessment-passed',
      title: ['评估通过', 'Pass the assessment'],
      by: 'agency',
      rank: 'head',
      copyTo: ['bureau'],
    },
    'restore-eligibility': {
      event: 'eligibility-restored',
      title: ['恢复医保支付资格', 'Restore eligibility'],
      by: 'agency',
      rank: 'head',
      copyTo: ['bureau'],
    },
    'refuse-recovery': { event: 'recovery-refused', title: ['评估未通过', 'Refuse the recovery'], by: 'agency', rank: 'head', reason: 'required' },
    'cancel-registration': { event: 'registration-cancelled', title: ['取消登记备案', 'Cancel the registration'], by: 'agency', reason: 'required' },
  },
  results: [
    'suspend-eligibility',
    'terminate-eligibility',
    'suspend-with-agreement',
    'terminate-with-agreement',
    'restore-eligibility',
    'restore-with-agreement',
    'cancel-registration',
    'shorten-suspension',
    'shorten-bar',
  ],
  opensOn: {
    'establish-responsibility': 'found',
    'suspend-with-agreement': 'suspended-with-agreement',
    'terminate-with-agreement': 'terminated-with-agreement',
  },
  per: 'subject',
  states: {
    found: {
      title: ['已认定责任，待记分', 'Responsibility found'],
      on: { 'record-points': { to: 'termination-due', when: 'reached-twelve', else: 'total-to-check' } },
    },
    'total-to-check': {
      title: ['已记分，待核对当年累计', 'Points recorded, total to be checked'],
      on: { 'check-total': { to: 'suspension-due', when: 'reached-nine', else: 'notice-due' } },
    },
    'notice-due': { title: ['待出具记分通知', 'Notice due'], on: { 'issue-points-notice': 'notice-issued' } },
    'suspension-due': {
      title: ['累计达9分，待暂停', 'Nine points, to be suspended'],
      on: {
        'suspend-eligibility': { to: 'suspension-issued', when: 'reached-nine' },
        'check-total': { to: 'notice-due', when: 'no-longer-nine' },
        ...REPAIRED,
      },
    },
    'termination-due': {
      title: ['达到12分，待终止', 'Twelve points, to be terminated'],
      on: {
        'terminate-eligibility': { to: 'terminated-three-years', when: 'twelve-at-once', else: 'terminated-one-year' },
        'check-total': { to: 'total-to-check', when: 'no-longer-twelve' },
        ...REPAIRED,
      },
    },
    'notice-issued': {
      title: ['记分通知待送达', 'Notice to be served'],
      on: { 'serve-points-notice': { to: 'suspended', when: 'is-suspended-still', else: 'normal' } },
    },
    'suspension-issued': { title: ['暂停通知待送达', 'Suspension to be served'], on: { 'serve-points-notice': 'suspension-served' } },
    'terminated-one-year': { title: ['终止通知待送达（1年）', 'Termination for one year, to be served'], on: { 'serve-points-notice': 'termination-served' } },
    'terminated-three-years': { title: ['终止通知待送达（3年）', 'Termination for three years, to be served'], on: { 'serve-points-notice': 'termination-served' } },
    'suspension-served': { title: ['暂停已送达，待全国联动', 'Suspension served, to be locked nationwide'], on: { 'lock-nationwide': 'suspended' } },
    'termination-served': { title: ['终止已送达，待全国联动', 'Termination served, to be locked nationwide'], on: { 'lock-nationwide': 'terminated' } },
    normal: {
      title: ['本程序未暂停、终止支付资格', 'Neither suspended nor terminated by this proceeding'],
      on: {
        'establish-responsibility': 'found',
        ...REPAIRED,
        'tell-industry': null,
        'cancel-registration': 'cancelled',
      },
    },
    suspended: {
      title: ['本程序暂停支付资格', 'Suspended by this proceeding'],
      on: {
        'establish-responsibility': 'found',
        'tell-industry': null,
        ...REPAIRED,
        'shorten-suspension': null,
        'restore-eligibility': AFTER_OBJECTION,
        'apply-for-recovery': { to: 'suspended-assessing', when: 'recovery-may-be-asked-for' },
        'cancel-registration': 'cancelled',
      },
    },
    'suspended-assessing': {
      title: ['暂停恢复申请评估中', 'Recovery from suspension under assessment'],
      on: {
        'establish-responsibility': 'found',
        'pass-assessment': 'recovery-granted',
        'restore-eligibility': { to: 'normal', when: 'suspension-has-ended' },
        'refuse-recovery': 'suspended',
      },
    },
    'recovery-granted': {
      title: ['评估通过，待暂停期满恢复', 'Assessment passed; restored when the suspension ends'],
      on: { 'establish-responsibility': 'found', 'restore-eligibility': { to: 'normal', when: 'suspension-has-ended' } },
    },
    terminated: {
      title: ['本程序终止支付资格', 'Terminated by this proceeding'],
      on: {
        'tell-industry': null,
        ...REPAIRED,
        'shorten-bar': null,
        'restore-eligibility': AFTER_OBJECTION,
        'suspend-eligibility': SUSPENDED_INSTEAD,
        'apply-for-recovery': { to: 'terminated-assessing', when: 'registration-may-be-asked-for' },
        'cancel-registration': 'cancelled',
      },
    },
    'terminated-assessing': {
      title: ['重新登记备案申请评估中', 'New registration under assessment'],
      on: {
        'pass-assessment': 'registration-granted',
        'restore-eligibility': REGISTERED_ANEW,
        'refuse-recovery': 'terminated',
      },
    },
    'registration-granted': {
      title: ['评估通过，待终止期满重新登记备案', 'Assessment passed; registered anew when the bar ends'],
      on: { 'restore-eligibility': REGISTERED_ANEW },
    },
    'suspended-with-agreement': {
      title: ['随协议暂停', 'Suspended with the agreement'],
      on: { 'terminate-with-agreement': 'terminated-with-agreement', ...WITH_AGREEMENT },
    },
    'terminated-with-agreement': { title: ['随协议终止', 'Terminated with the agreement'], on: WITH_AGREEMENT },
    // Its points count on, and so does the right to object to them.
    cancelled: { title: ['已取消登记备案', 'Registration cancelled'], terminal: true, on: { 'register-objection': null } },
  },
  always: { 'register-objection': null },
  clocks: {
    'elig-notice': {
      startsOn: 'establish-responsibility',
      stopsOn: ['issue-points-notice', 'suspend-eligibility', 'terminate-eligibility'],
      obliges: 'agency',
      startsAt: 'decisionReceivedOn',
    },
    ...linkedAnswers({
      owner: 'agency',
      answers: ['issue-points-notice', 'suspend-eligibility', 'terminate-eligibility'],
      ends: ['restore-eligibility', 'cancel-registration'],
    }),
    'elig-notice-service': {
      startsOn: ['issue-points-notice', 'suspend-eligibility', 'terminate-eligibility'],
      stopsOn: 'serve-points-notice',
      obliges: 'agency',
    },
    // Each notice opens its own days.
    'elig-objection': {
      startsOn: 'serve-points-notice',
      again: 'anew',
      stopsOn: 'register-objection',
      obliges: 'subject',
      window: true,
      runsFrom: 'receipt',
    },
    // Of a suspension that is shortened, or ordered again, the last day is the one said last.
    'elig-suspension': {
      startsOn: ['suspend-eligibility', 'shorten-suspension'],
      again: 'anew',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['terminate-eligibility', 'cancel-registration'],
      window: true,
      setBy: 'suspendedUntil',
    },
    'elig-recovery-request': {
      startsOn: ['suspend-eligibility', 'shorten-suspension'],
      again: 'anew',
      stopsOn: 'apply-for-recovery',
      obliges: 'subject',
      mootOn: ['restore-eligibility', 'terminate-eligibility', 'cancel-registration'],
      window: true,
      setBy: 'suspendedUntil',
    },
    'elig-registration-one-year': { ...REGISTRATION_REQUEST, startsOn: 'terminated-one-year', setBy: 'barOneYearUntil' },
    'elig-registration-three-years': { ...REGISTRATION_REQUEST, startsOn: 'terminated-three-years', setBy: 'barThreeYearsUntil' },
    'elig-registration-repaired': { ...REGISTRATION_REQUEST, startsOn: 'shorten-bar', again: 'anew', setBy: 'barredUntil' },
    'elig-bar-repaired': {
      startsOn: 'shorten-bar',
      again: 'anew',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['suspend-eligibility', 'terminate-eligibility', 'cancel-registration'],
      window: true,
      setBy: 'barredUntil',
    },
    'elig-recovery-assessment': {
      startsOn: 'apply-for-recovery',
      stopsOn: ['pass-assessment', 'restore-eligibility', 'refuse-recovery'],
      mootOn: 'establish-responsibility',
      obliges: 'agency',
      runsFrom: 'receipt',
    },
    'elig-bar-one-year': {
      startsOn: 'terminated-one-year',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['suspend-eligibility', 'cancel-registration'],
      window: true,
    },
    'elig-bar-three-years': {
      startsOn: 'terminated-three-years',
      stopsOn: 'restore-eligibility',
      obliges: 'subject',
      mootOn: ['suspend-eligibility', 'cancel-registration'],
      window: true,
    },
    // Each of them is told.
    'elig-tell-industry': {
      startsOn: ['suspend-eligibility', 'terminate-eligibility', 'issue-points-notice', 'suspend-with-agreement', 'terminate-with-agreement'],
      again: 'each',
      stopsOn: 'tell-industry',
      obliges: 'agency',
      mootOn: ['restore-eligibility', 'restore-with-agreement', 'cancel-registration'],
    },
    'elig-national-lock': {
      startsOn: ['suspend-eligibility', 'terminate-eligibility', 'suspend-with-agreement', 'terminate-with-agreement'],
      again: 'goes-on',
      stopsOn: 'lock-nationwide',
      obliges: 'agency',
      mootOn: ['restore-eligibility', 'restore-with-agreement', 'cancel-registration'],
    },
  },
  report: {
    counts: [
      { id: 'points-given', title: ['记分', 'Points given'], of: 'record-points' },
      { id: 'eligibility-suspensions', title: ['暂停支付资格', 'Eligibility suspended'], of: 'suspend-eligibility' },
      { id: 'eligibility-terminations', title: ['终止支付资格', 'Eligibility terminated'], of: 'terminate-eligibility' },
    ],
    durations: [
      {
        id: 'points-notice',
        title: ['认定责任至送达记分通知', 'Responsibility found to notice served'],
        from: 'establish-responsibility',
        to: 'serve-points-notice',
      },
    ],
  },
});
