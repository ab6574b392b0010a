// Money back to the fund: whose fund, from whom, by when, in parts, and what finance confirms (O735 45: it goes back to the special
// account it came from). What an order, the agency’s notice or a judgment demands, what somebody pays of his own, or what police and
// court hand back: all of it is one recovery, so that nothing is counted twice.
import { linkedAnswers } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { NO_REMEDY_PENDING } from '../no-remedy-pending.ts';

const PAYMENTS = { 'record-part': 'partly-repaid', 'record-full-repayment': 'repaid' } as const;
const DEMANDS = {
  'agree-instalments': null,
  'urge-repayment': null,
  'seek-enforcement': 'enforcing',
  'cancel-recovery': 'cancelled',
} as const;

/** QZ 53: an order is a decision that its party may have reconsidered, or sue over, before a court enforces it. */
const ORDER_OPEN_TO_REMEDY = {
  startsOn: 'demand-repayment',
  when: 'recoveryGround',
  whenIs: 'order',
  stopsOn: 'seek-enforcement',
  mootOn: ['record-full-repayment', 'declare-irrecoverable', 'cancel-recovery'],
  obliges: 'subject',
  window: true,
} as const;

export const fundRecovery = defineProcedure({
  procedure: 'fund-recovery',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['医保基金追回', 'Recovery of fund money'],
  basis: [
    { act: 'SB', article: '87' },
    { act: 'SB', article: '88' },
    { act: 'O735', article: '13' },
    { act: 'O735', article: '38' },
    { act: 'O735', article: '40' },
    { act: 'O735', article: '41' },
    { act: 'O735', article: '45' },
    { act: 'YBF', article: '51' },
  ],
  roles: {
    recoverer: { title: ['追回责任部门', 'who recovers'], cast: 'actor', side: 'sending' },
    finance: { title: ['财政部门', 'finance'], bodies: ['finance'], cast: 'routing', side: 'receiving', confirms: true },
  },
  fields: {
    dueOn: { kind: 'date', title: ['退回期限', 'day to pay back by'] },
    recoveryGround: {
      kind: 'code',
      title: ['追回依据', 'ground'],
      options: {
        order: ['责令退回', 'order of the bureau'],
        agreement: ['协议处理', 'handling under the agreement'],
        judgment: ['判决退赔、追缴', 'judgment'],
        'self-check': ['自查自纠', 'self-check'],
        audit: ['审计整改', 'audit'],
      },
    },
    fundKind: {
      kind: 'code',
      title: ['所属基金', 'fund it belongs to'],
      options: {
        employees: ['职工基本医疗保险基金', 'employees'],
        residents: ['城乡居民基本医疗保险基金', 'residents'],
        maternity: ['生育保险基金', 'maternity'],
        assistance: ['医疗救助基金', 'medical assistance'],
        'serious-illness': ['大病保险资金', 'serious illness'],
      },
    },
    fundRegion: { kind: 'region', title: ['基金所属统筹地区', 'region of the fund'] },
    payer: { kind: 'subject', title: ['退回义务人', 'who pays back'] },
    paymentNumber: { kind: 'serial', title: ['退回笔次', 'payment number'] },
    paidThrough: {
      kind: 'code',
      title: ['退回方式', 'way of payment'],
      options: {
        transfer: ['转账缴款', 'paid'],
        'set-off': ['从应拨付费用中扣回', 'set off against payments due'],
        police: ['公安追缴移交', 'handed over by the police'],
        court: ['法院执行、退赔', 'handed over by the court'],
      },
    },
  },
  papers: {
    'repayment-demand': ['责令退回或者追回通知', 'Demand to pay back'],
    'fund-account-receipt': ['财政专户缴款凭证', 'Receipt of the special account'],
  },
  conditions: {
    ...NO_REMEDY_PENDING,
    // What the agency claims under the agreement, and what a judgment orders, waits for neither.
    'order-stands': {
      title: ['责令退回决定申请复议和起诉的期限届满后', 'once the time to ask for reconsideration of the order, or to sue, is over'],
      refusal: ['对责令退回决定申请行政复议或者提起行政诉讼的期限尚未届满', 'The order may still be reconsidered or sued over'],
      if: { passed: ['rec-remedy-review', 'rec-remedy-suit'] },
      basis: [{ act: 'QZ', article: '53' }],
    },
    'part-is-back': {
      title: ['已登记部分退回之后', 'once a part is back'],
      refusal: ['尚未登记部分退回', 'No part is on record as back'],
      if: { happened: { command: 'record-part' } },
    },
  },
  commands: {
    'demand-repayment': {
      event: 'repayment-demanded',
      ofParty: true,
      title: ['责令退回或者通知追回', 'Demand the money back'],
      by: 'recoverer',
      takes: ['dueOn', 'recoveryGround', 'fundKind', 'fundRegion', 'payer'],
      onRecord: ['recoveryGround'],
    },
    'record-part': {
      event: 'part-repaid',
      title: ['登记部分退回', 'Record a part'],
      by: 'recoverer',
      needs: ['amountFen'],
      takes: ['paymentNumber', 'paidThrough', 'payer'],
    },
    'record-full-repayment': {
      event: 'repaid-in-full',
      title: ['登记全部退回', 'Record that all is back'],
      by: 'recoverer',
      needs: ['amountFen'],
      takes: ['paymentNumber', 'paidThrough', 'payer'],
    },
    'agree-instalments': {
      event: 'instalments-agreed',
      title: ['同意延期或者分期退回', 'Agree on instalments'],
      by: 'recoverer',
      rank: 'head',
      reason: 'required',
      needs: ['dueOn'],
    },
    'urge-repayment': { event: 'repayment-urged', title: ['书面催告退回', 'Urge in writing'], by: 'recoverer', papers: ['repayment-demand'] },
    // QZ 53: an order of the bureau; a claim of the agreement goes the way the agreement names.
    'seek-enforcement': {
      event: 'recovery-enforcement-sought',
      title: ['申请强制执行或者提起诉讼', 'Go to court'],
      by: 'recoverer',
      rank: 'head',
      when: ['no-remedy-pending', 'order-stands'],
    },
    'pay-into-fund': {
      event: 'paid-into-fund',
      title: ['缴回基金财政专户并提请确认', 'Pay it into the fund'],
      by: 'recoverer',
      papers: ['fund-account-receipt'],
      needs: ['fundKind'],
      takes: ['fundRegion'],
      copyTo: ['finance'],
    },
    'confirm-arrival': { event: 'fund-arrival-confirmed', title: ['确认到账', 'Confirm that it arrived'], by: 'finance' },
    'query-arrival': { event: 'fund-arrival-queried', title: ['到账不符，退回核对', 'It does not match'], by: 'finance', reason: 'required' },
    'declare-irrecoverable': {
      event: 'recovery-given-up',
      title: ['无法追回，终结追回', 'Give up what cannot be recovered'],
      by: 'recoverer',
      rank: 'head',
      reason: 'required',
      copyTo: ['finance'],
    },
    'cancel-recovery': {
      event: 'recovery-cancelled',
      title: ['追回依据撤销，终止追回', 'Cancel: the ground fell away'],
      by: 'recoverer',
      rank: 'head',
      reason: 'required',
      copyTo: ['finance'],
    },
  },
  results: ['record-full-repayment', 'confirm-arrival', 'declare-irrecoverable', 'cancel-recovery'],
  opensOn: { 'demand-repayment': 'demanded' },
  per: 'subject-or-case',
  states: {
    demanded: {
      title: ['待退回', 'To be paid back'],
      owed: true,
      on: { ...PAYMENTS, ...DEMANDS, 'declare-irrecoverable': 'nothing-recovered' },
    },
    'partly-repaid': {
      title: ['已部分退回', 'Partly paid back'],
      owed: true,
      on: { ...PAYMENTS, ...DEMANDS, 'declare-irrecoverable': 'irrecoverable' },
    },
    enforcing: {
      title: ['强制执行或者诉讼中', 'Before the court'],
      owed: true,
      on: {
        ...PAYMENTS,
        'declare-irrecoverable': { to: 'irrecoverable', when: 'part-is-back', else: 'nothing-recovered' },
        'cancel-recovery': 'cancelled',
      },
    },
    repaid: {
      title: ['已全部退回，待缴回财政专户', 'All back, to be paid into the fund'],
      owed: true,
      on: { 'pay-into-fund': 'in-fund' },
    },
    'nothing-recovered': {
      title: ['无法追回', 'Nothing can be recovered'],
      on: { 'record-full-repayment': 'repaid', 'cancel-recovery': 'cancelled' },
    },
    irrecoverable: {
      title: ['余额无法追回，待缴回已退部分', 'The rest cannot be recovered; what is back is to be paid in'],
      owed: true,
      on: { 'record-full-repayment': 'repaid', 'pay-into-fund': 'in-fund', 'cancel-recovery': 'cancelled' },
    },
    'in-fund': { title: ['已缴回，待财政确认', 'In the fund, to be confirmed'], on: { 'confirm-arrival': 'confirmed', 'query-arrival': 'repaid' } },
    confirmed: { title: ['财政已确认到账', 'Confirmed by finance'], terminal: true },
    cancelled: { title: ['追回已终止', 'Cancelled'], terminal: true },
  },
  clocks: {
    'rec-repay': {
      startsOn: ['demand-repayment', 'agree-instalments'],
      stopsOn: 'record-full-repayment',
      obliges: 'subject',
      mootOn: ['declare-irrecoverable', 'cancel-recovery'],
      when: 'dueOn',
      setBy: 'dueOn',
      runsFrom: 'receipt',
    },
    'rec-remedy-review': ORDER_OPEN_TO_REMEDY,
    'rec-remedy-suit': ORDER_OPEN_TO_REMEDY,
    ...linkedAnswers({ owner: 'recoverer', answers: ['record-full-repayment', 'declare-irrecoverable'], ends: ['cancel-recovery'] }),
    'agr-recovery-into-fund': {
      startsOn: ['record-full-repayment', 'query-arrival', 'irrecoverable'],
      stopsOn: 'pay-into-fund',
      obliges: 'recoverer',
      mootOn: 'cancel-recovery',
    },
    'agr-recovery-confirm': { startsOn: 'pay-into-fund', stopsOn: ['confirm-arrival', 'query-arrival'], obliges: 'finance', runsFrom: 'receipt' },
  },
  balance: { owes: 'demand-repayment', pays: 'record-part', clears: 'record-full-repayment' },
  report: {
    counts: [
      { id: 'recoveries', title: ['基金追回', 'Recoveries'], of: 'demand-repayment' },
      { id: 'recoveries-complete', title: ['全部追回', 'Recovered in full'], of: 'record-full-repayment' },
      { id: 'recoveries-confirmed', title: ['财政确认到账', 'Confirmed by finance'], of: 'confirm-arrival' },
    ],
    durations: [
      { id: 'recovery', title: ['责令退回至全部退回', 'Demanded to repaid'], from: 'demand-repayment', to: 'record-full-repayment' },
      { id: 'recovery-confirmed', title: ['缴回至财政确认', 'Paid in to confirmed'], from: 'pay-into-fund', to: 'confirm-arrival' },
    ],
  },
});
