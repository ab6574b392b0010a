// Money back to the fund: whose fund, from whom, by when, in parts, and what finance confirms (O735 45: it goes back to the special
// account it came from). What an order, the agency’s notice or a judgment demands, what somebody pays of his own, or what police and
// court hand back: all of it is one recovery, so that nothing is counted twice.
import { linkedAnswers } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import {
  ENFORCEMENT_CONDITIONS,
  ENFORCEMENT_FIELDS,
  ENFORCEMENT_PAPERS,
  enforcementClocks,
  enforcementCommands,
  FROM_REMEDIES,
  REMEDIES_OVER,
} from '../enforcement.ts';
import { AUTHORITY, COURT, REMEDY_CONDITIONS, REMEDY_FIELDS, remedyClocks, remedyCommands } from '../remedy.ts';

const PAYMENTS = { 'record-part': 'partly-repaid', 'record-full-repayment': 'repaid' } as const;
const ON_AN_ORDER = { to: null, when: 'rests-on-an-order' } as const;
/** An order is served, and open to remedy whatever is paid and wherever the money is. */
const ORDER = {
  'serve-decision': ON_AN_ORDER,
  'note-remedy': ON_AN_ORDER,
  'note-remedies-exhausted': ON_AN_ORDER,
  'note-change': ON_AN_ORDER,
} as const;
/** Until it is in the fund: finance answers first, and once it has confirmed all of it more is another demand. */
const OWED_AGAIN = { 'note-increase': { to: 'partly-repaid', when: 'rests-on-an-order' } } as const;
/** Of an order that was changed the payer gets back what is more than it. */
const SURPLUS = { 'return-repayment': { to: null, when: 'surplus-is-to-be-returned' } } as const;
/** A part is the fund’s as soon as it is back (O735 45). Finance is told of each, and confirms them with the last. */
const PARTS = { 'pay-part-into-fund': null } as const;
const DEMANDS = {
  ...ORDER,
  'note-increase': ON_AN_ORDER,
  'agree-instalments': null,
  'urge-repayment': null,
  'note-not-performed': { to: 'unperformed', when: ['rests-on-an-order', 'order-was-served', ...REMEDIES_OVER, 'counted-from-the-last-day-to-sue'] },
  'seek-enforcement': { to: 'enforcing', when: 'rests-on-no-order' },
  'cancel-recovery': 'cancelled',
} as const;
/** Before the court, in parts or whole. */
const ENFORCED = {
  ...PARTS,
  'record-part': null,
  'record-full-repayment': 'repaid',
  'declare-irrecoverable': { to: 'irrecoverable', when: 'part-is-back', else: 'nothing-recovered' },
  'cancel-recovery': 'cancelled',
} as const;
/** After these nothing is left to enforce. */
const ENDS = ['record-full-repayment', 'declare-irrecoverable', 'cancel-recovery'] as const;

const IS_BACK = ['record-part', 'record-full-repayment'] as const;
const SOMETHING_IS_BACK = IS_BACK.map((command) => ({ happened: { command } }));
/** What finance queried is to be paid in as if it had just come back. */
const TO_BE_PAID_IN = [...IS_BACK, 'query-arrival'] as const;
/** Since it was paid into the fund last, in part or whole. */
const backAndNotInTheFund = (command: string) => ({
  allOf: ['pay-part-into-fund', 'pay-into-fund'].map((since) => ({ happened: { command, since } })),
});
/** As the order stands since it came to more. */
const neverSinceMore = (command: string) => ({ never: { command, since: 'note-increase' } });

const ground = (...grounds: readonly string[]) => grounds.map((is) => ({ field: { name: 'recoveryGround', is } }));

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
    court: COURT,
    authority: AUTHORITY,
    finance: { title: ['财政部门', 'finance'], bodies: ['finance'], cast: 'routing', side: 'receiving', confirms: true },
  },
  fields: {
    ...REMEDY_FIELDS,
    ...ENFORCEMENT_FIELDS,
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
    ...ENFORCEMENT_PAPERS,
    'service-return': ['送达回证', 'Return of service'],
    'fund-account-receipt': ['财政专户缴款凭证', 'Receipt of the special account'],
  },
  conditions: {
    ...REMEDY_CONDITIONS,
    ...ENFORCEMENT_CONDITIONS,
    ...FROM_REMEDIES,
    // O735 38, 40, 41: the bureau orders; O735 13: the agency claims under its agreement; what police, procuratorate or court have
    // recovered comes back through them, or is booked where it arrives.
    'ground-is-of-the-body': {
      if: {
        anyOf: [
          { field: { name: 'recoveryGround', absent: true } },
          { allOf: [...ground('order'), { role: { role: 'recoverer', bodies: ['medical-insurance'] } }] },
          { allOf: [...ground('agreement'), { role: { role: 'recoverer', bodies: ['insurance-agency'] } }] },
          {
            allOf: [
              ...ground('judgment'),
              {
                role: {
                  role: 'recoverer',
                  bodies: ['public-security', 'procuratorate', 'court', 'medical-insurance', 'insurance-agency'],
                },
              },
            ],
          },
          ...ground('self-check', 'audit'),
        ],
      },
      title: ['追回依据属于本部门职权时', 'where the ground is one of this department'],
      refusal: [
        '责令退回由医疗保障行政部门作出，协议追回由医保经办机构办理，判决退赔、追缴由司法机关或者医保部门登记',
        'The bureau orders, the agency claims under its agreement, and what a judgment gives back is booked by who recovered or receives it',
      ],
      basis: [
        { act: 'O735', article: '13' },
        { act: 'O735', article: '38' },
        { act: 'O735', article: '40' },
        { act: 'O735', article: '41' },
      ],
    },
    'rests-on-an-order': {
      if: { anyOf: [{ field: { name: 'recoveryGround', absent: true } }, ...ground('order')] },
      title: ['追回依据为责令退回时', 'where it rests on an order of the bureau'],
      refusal: ['追回依据不是责令退回', 'It rests on no order of the bureau'],
    },
    'order-was-served': {
      if: { happened: { command: 'serve-decision' } },
      title: ['责令退回决定送达后', 'once the order was served'],
      refusal: ['责令退回决定尚未送达', 'The order was not served yet'],
    },
    // What the agency claims under the agreement, and what a judgment orders, goes its own way to court and waits for no remedy.
    'rests-on-no-order': {
      if: {
        anyOf: [{ field: { name: 'recoveryGround', absent: true } }, ...ground('agreement', 'judgment', 'self-check', 'audit')],
      },
      title: ['追回依据不是责令退回决定时', 'where it rests on no order'],
      refusal: [
        '责令退回决定须经送达、救济期满、催告后申请人民法院强制执行',
        'An order is served, open to remedy, urged, and then enforced by the court on application',
      ],
      basis: [
        { act: 'QZ', article: '53' },
        { act: 'QZ', article: '54' },
      ],
    },
    'money-is-to-be-returned': {
      title: ['追回依据撤销前已有款项退回时', 'where money came back before the ground fell away'],
      refusal: ['没有应当返还的款项', 'Nothing is to be returned'],
      if: { anyOf: SOMETHING_IS_BACK },
    },
    'surplus-is-to-be-returned': {
      title: ['责令退回决定变更后，已有款项退回时', 'where money came back and the order was changed'],
      refusal: ['责令退回决定未变更，或者没有应当返还的款项', 'The order was not changed, or nothing of it is to be returned'],
      if: { allOf: [{ anyOf: SOMETHING_IS_BACK }, { happened: { command: 'note-change' } }] },
    },
    'part-is-not-in-the-fund': {
      title: ['有已退回、尚未缴回财政专户的部分款项时', 'where a part is back that is not in the fund yet'],
      refusal: ['没有已退回、尚未缴回财政专户的部分款项', 'No part is back that is not in the fund already'],
      if: { anyOf: TO_BE_PAID_IN.map(backAndNotInTheFund) },
    },
    // Of parts nobody can say without their amounts whether they come to more than a changed order.
    'something-is-to-be-returned': {
      title: ['追回终止，或者全部退回后决定变更为较少金额时', 'where it was cancelled after a payment, or came to less after all was back'],
      refusal: ['没有应当返还的款项', 'Nothing is to be returned'],
      if: {
        anyOf: [
          { allOf: [{ happened: { command: 'cancel-recovery' } }, { anyOf: SOMETHING_IS_BACK }] },
          { happened: { command: 'record-full-repayment', since: 'note-increase' } },
        ],
      },
    },
    // SS 77: no court and no authority makes it worse of its own motion.
    'remedy-was-sought': {
      title: ['已登记当事人申请复议或者起诉后', 'once a remedy was noted'],
      refusal: ['尚未登记当事人申请行政复议或者提起行政诉讼', 'No reconsideration or suit is on record'],
      if: { happened: { command: 'note-remedy' } },
      basis: [{ act: 'SS', article: '77' }],
    },
    'still-to-be-paid-back': {
      title: ['尚未全部退回、也未终结追回时', 'where it is not all back, nor given up'],
      refusal: ['已全部退回，或者已终结追回', 'All of it is back, or given up'],
      if: { allOf: [neverSinceMore('record-full-repayment'), neverSinceMore('declare-irrecoverable')] },
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
      // S3 7.3: within a time limit, for which no act has a number: whoever demands says by when.
      onRecord: ['recoveryGround', 'dueOn'],
      when: 'ground-is-of-the-body',
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
    'serve-decision': {
      event: 'repayment-order-served',
      title: ['送达责令退回决定', 'Serve the order'],
      by: 'recoverer',
      papers: ['service-return'],
    },
    // SS 77: what the order amounts to from here on.
    'note-change': {
      event: 'repayment-order-changed',
      title: ['登记责令退回决定被变更', 'Note that the order was changed'],
      by: 'recoverer',
      rank: 'head',
      papers: ['remedy-decision'],
      takes: ['dueOn'],
      onRecord: ['amountFen'],
      copyTo: ['finance'],
    },
    'note-increase': {
      event: 'repayment-order-increased',
      title: ['登记责令退回决定变更为更多金额', 'Note that the order was changed to more'],
      by: 'recoverer',
      rank: 'head',
      papers: ['remedy-decision'],
      needs: ['amountFen'],
      takes: ['dueOn'],
      onRecord: ['dueOn'],
      when: 'remedy-was-sought',
      copyTo: ['finance'],
    },
    ...remedyCommands('recoverer'),
    ...enforcementCommands('recoverer'),
    'seek-enforcement': {
      event: 'recovery-enforcement-sought',
      title: ['依协议、判决提起诉讼或者申请执行', 'Go to court with what the agreement or a judgment gives'],
      by: 'recoverer',
      rank: 'head',
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
    'pay-part-into-fund': {
      event: 'part-paid-into-fund',
      title: ['已退回部分先行缴回基金财政专户', 'Pay what is back so far into the fund'],
      by: 'recoverer',
      papers: ['fund-account-receipt'],
      needs: ['fundKind'],
      takes: ['fundRegion'],
      copyTo: ['finance'],
      when: 'part-is-not-in-the-fund',
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
    // Whatever undid or lowered the ground, what was paid beyond it is the payer's.
    'return-repayment': {
      event: 'repayment-returned',
      title: ['登记返还已退款项', 'Record that what was paid is returned'],
      by: 'recoverer',
      needs: ['amountFen'],
      copyTo: ['finance'],
    },
  },
  results: ['record-full-repayment', 'confirm-arrival', 'note-change', 'note-increase', 'declare-irrecoverable', 'cancel-recovery'],
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
      on: { ...PAYMENTS, ...DEMANDS, ...PARTS, ...SURPLUS, 'declare-irrecoverable': 'irrecoverable' },
    },
    enforcing: {
      title: ['强制执行或者诉讼中', 'Before the court'],
      owed: true,
      on: { ...ENFORCED, 'record-part': 'partly-repaid' },
    },
    unperformed: {
      title: ['期满未退回', 'Not paid back'],
      owed: true,
      on: { ...ENFORCED, 'urge-performance': null, 'apply-to-court': 'enforcement-applied-for' },
    },
    'enforcement-applied-for': {
      title: ['已申请强制执行，待受理', 'Enforcement applied for'],
      owed: true,
      on: {
        ...PARTS,
        'withdraw-application': 'unperformed',
        'accept-enforcement': 'under-enforcement',
        'refuse-enforcement': 'unperformed',
        'cancel-recovery': 'cancelled',
      },
    },
    'under-enforcement': {
      title: ['人民法院强制执行中', 'Under enforcement by the court'],
      owed: true,
      on: { ...ENFORCED, 'end-enforcement': 'unperformed' },
    },
    repaid: {
      title: ['已全部退回，待缴回财政专户', 'All back, to be paid into the fund'],
      owed: true,
      on: { ...ORDER, ...OWED_AGAIN, ...SURPLUS, 'pay-into-fund': 'in-fund', 'cancel-recovery': 'cancelled' },
    },
    'nothing-recovered': {
      title: ['无法追回', 'Nothing can be recovered'],
      on: { ...ORDER, 'record-full-repayment': 'repaid', 'cancel-recovery': 'cancelled' },
    },
    irrecoverable: {
      title: ['余额无法追回，待缴回已退部分', 'The rest cannot be recovered; what is back is to be paid in'],
      owed: true,
      on: {
        ...ORDER,
        ...SURPLUS,
        'record-full-repayment': 'repaid',
        'pay-into-fund': 'in-fund',
        'cancel-recovery': 'cancelled',
      },
    },
    'in-fund': {
      title: ['已缴回，待财政确认', 'In the fund, to be confirmed'],
      on: {
        ...ORDER,
        ...SURPLUS,
        'confirm-arrival': 'confirmed',
        'query-arrival': 'repaid',
        'cancel-recovery': 'cancelled',
      },
    },
    confirmed: {
      title: ['财政已确认到账', 'Confirmed by finance'],
      terminal: true,
      on: { ...ORDER, ...SURPLUS, 'cancel-recovery': 'cancelled' },
    },
    cancelled: {
      title: ['追回已终止', 'Cancelled'],
      terminal: true,
      on: { 'return-repayment': { to: null, when: 'money-is-to-be-returned' } },
    },
  },
  clocks: {
    // Instalments that are agreed, or a change, put their last day in the place of the one that was demanded.
    'rec-repay': {
      startsOn: ['demand-repayment', 'agree-instalments', 'note-change', 'note-increase'],
      again: 'anew',
      where: 'still-to-be-paid-back',
      stopsOn: 'record-full-repayment',
      obliges: 'subject',
      mootOn: ['declare-irrecoverable', 'cancel-recovery'],
      when: 'dueOn',
      setBy: 'dueOn',
      runsFrom: 'receipt',
    },
    // FY 20, SS 46: paid or not, since the order was served.
    ...remedyClocks(['serve-decision'], ['cancel-recovery'], 'goes-on'),
    ...enforcementClocks('recoverer', ENDS),
    ...linkedAnswers({ owner: 'recoverer', answers: ['record-full-repayment', 'declare-irrecoverable'], ends: ['cancel-recovery'] }),
    'agr-recovery-into-fund': {
      startsOn: ['record-full-repayment', 'query-arrival', 'irrecoverable'],
      stopsOn: ['pay-into-fund', 'pay-part-into-fund'],
      obliges: 'recoverer',
      mootOn: 'cancel-recovery',
    },
    'agr-recovery-confirm': {
      startsOn: 'pay-into-fund',
      stopsOn: ['confirm-arrival', 'query-arrival'],
      obliges: 'finance',
      runsFrom: 'receipt',
    },
    'agr-recovery-return': {
      startsOn: ['cancel-recovery', 'note-change'],
      where: 'something-is-to-be-returned',
      stopsOn: 'return-repayment',
      obliges: 'recoverer',
    },
  },
  balance: {
    owes: ['demand-repayment', 'note-change'],
    raises: 'note-increase',
    pays: 'record-part',
    clears: 'record-full-repayment',
    voids: 'cancel-recovery',
    returns: 'return-repayment',
  },
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
