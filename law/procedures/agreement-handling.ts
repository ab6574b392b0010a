// Handling of a breach under the service agreement by the agency: talk, payment stopped, refused or clawed back, services or agreement
// suspended, terminated, resumed (O735 13, JY 43, N2 38 to 49, N3 35 to 46; before 2021 SB 31 and 87). Measures of the agency and fines
// of the bureau go side by side: neither waits for the other, and nothing of it waits for a criminal case.
import { acts } from '../acts.ts';
import { answerClocks } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';

/** O735 13: who is handled may state and defend; not before payment is only held back. */
const HEARD = 'party-was-heard';
/** What the agency may do of its own while the case is open; none of it ends the handling. */
const ALONG_THE_WAY = { 'suspend-payment': null, 'resume-payment': null } as const;
/** They settle what was billed before, and leave an agreement that is suspended or ended as it is. */
const MONEY_BESIDE = { 'refuse-payment': null, 'claw-back': null, 'charge-penalty': null } as const;
const MEASURES = {
  'refuse-payment': 'handled',
  'claw-back': 'handled',
  'charge-penalty': 'handled',
  'suspend-services': 'suspended',
  'suspend-agreement': 'suspended',
  'terminate-agreement': 'terminated',
} as const;

/** N2 49(2), N3 46(2): the bureau is told of these at once. */
const REPORTED_MEASURES = ['suspend-services', 'suspend-agreement', 'terminate-agreement'] as const;

export const agreementHandling = defineProcedure({
  procedure: 'agreement-handling',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['医保协议处理', 'Handling under the service agreement'],
  basis: [
    { act: 'SB', article: '31' },
    { act: 'SB', article: '87' },
    { act: 'O735', article: '13' },
    { act: 'JY', article: '43' },
    { act: 'N2', article: '38' },
    { act: 'N3', article: '35' },
  ],
  roles: {
    bureau: { title: ['医疗保障行政部门', 'bureau'], bodies: ['medical-insurance'], cast: 'routing', side: 'sending', confirms: true },
    agency: { title: ['医保经办机构', 'agency'], bodies: ['insurance-agency'], cast: 'routing', side: 'receiving' },
  },
  fields: {
    suspendedUntil: { kind: 'date', title: ['中止期满日', 'day the suspension ends'] },
    suspendedScope: {
      kind: 'code',
      title: ['中止范围', 'what is suspended'],
      options: {
        person: ['相关责任人员', 'the persons responsible'],
        department: ['所在部门（科室）', 'their department'],
      },
    },
    dueOn: { kind: 'date', title: ['退回期限', 'day to pay back by'] },
  },
  papers: {
    'agreement-order': ['责令按照协议处理通知书', 'Order to handle it under the agreement'],
    'agreement-decision': ['协议处理通知书', 'Notice of the handling'],
    'settlement-stop-notice': ['暂停医保基金结算通知', 'Notice to stop settlement'],
  },
  conditions: {
    [HEARD]: {
      if: { happened: { command: 'hear-party' } },
      title: ['听取陈述、申辩后', 'once the party was heard'],
      refusal: ['尚未听取定点医药机构及相关责任人员的陈述、申辩', 'Institution and persons were not heard yet'],
      basis: [{ act: 'O735', article: '13' }],
    },
    'payment-is-stopped': {
      if: { happened: { command: 'suspend-payment', since: 'resume-payment' } },
      title: ['已暂停拨付时', 'while payment is stopped'],
      refusal: ['未暂停拨付', 'Payment is not stopped'],
    },
    'settlement-stop-ordered': {
      if: {
        allOf: [
          { happened: { command: 'order-settlement-stop', since: 'carry-out-settlement-stop' } },
          { happened: { command: 'order-settlement-stop', since: 'lift-settlement-stop' } },
        ],
      },
      title: ['医保行政部门通知暂停结算后', 'once the bureau ordered the stop'],
      refusal: ['没有待执行的暂停结算通知', 'No order to stop settlement waits'],
    },
    'settlement-stop-stands': {
      if: { happened: { command: 'order-settlement-stop', since: 'lift-settlement-stop' } },
      title: ['已通知暂停结算、尚未解除时', 'while settlement stands still by an order'],
      refusal: ['没有尚未解除的暂停结算', 'Settlement stands still by no order'],
      basis: [{ act: 'O735', article: '30' }],
    },
    'settlement-stop-was-lifted': {
      if: { never: { command: 'order-settlement-stop', since: 'lift-settlement-stop' } },
      title: ['没有尚未解除的暂停结算时', 'while settlement stands still by no order'],
      refusal: [
        '医保行政部门尚未解除暂停结算；作出认定后应当先解除暂停结算，再行办结',
        'Settlement stands still; an order to stop it ends with the finding, so the bureau lets it go on first',
      ],
      basis: [{ act: 'O735', article: '30' }],
    },
    'payment-was-resumed': {
      if: { never: { command: 'suspend-payment', since: 'resume-payment' } },
      title: ['没有暂停拨付的费用时', 'while no payment is held back'],
      code: 'PAYMENT_HELD_BACK',
      refusal: [
        '暂停拨付的费用尚未恢复拨付；除决定不予拨付的部分外，恢复拨付后再行办结',
        'Payment is still held back; what is not refused by a decision is paid again before it is closed',
      ],
      basis: [{ act: 'O735', article: '13' }],
    },
    'institution-objected': {
      if: { happened: { command: 'record-institution-objection', since: 'answer-institution-objection' } },
      title: ['机构提出异议后', 'once the institution objected'],
      refusal: ['没有待答复的异议', 'No objection waits for an answer'],
    },
    'measures-were-reported': {
      if: {
        anyOf: [
          { day: { before: acts.N2.from } },
          {
            allOf: REPORTED_MEASURES.map((measure) => ({
              anyOf: [
                { never: { command: measure } },
                ...['report-to-bureau', 'revoke-agreement-decision', 'reinstate-agreement'].map((command) => ({
                  happened: { command, since: measure },
                })),
              ],
            })),
          },
        ],
      },
      title: ['中止、解除协议等已报告医保行政部门后', 'once suspensions and terminations were reported to the bureau'],
      refusal: ['中止、解除协议或者暂停服务尚未报告医保行政部门', 'A suspension or termination was not reported to the bureau yet'],
      basis: [
        { act: 'N2', article: '49(2)' },
        { act: 'N3', article: '46(2)' },
      ],
    },
  },
  commands: {
    'open-agreement-handling': { event: 'agreement-breach-found', title: ['发现违约，启动协议处理', 'Begin the handling of a breach'], by: 'agency' },
    // N2 49(3), N3 46(3): what the bureau finds to be a breach it orders the agency to handle.
    'order-agreement-handling': {
      event: 'agreement-handling-ordered',
      title: ['责令经办机构按照协议处理', 'Order the agency to handle it'],
      by: 'bureau',
      papers: ['agreement-order'],
      handsTo: 'agency',
      passes: CASE_CONTENT,
    },
    'take-back-order': takenBack('bureau', 'agreement-order-taken-back', ['收回责令通知', 'Take the order back']),
    'receive-agreement-order': { event: 'agreement-order-received', title: ['签收责令通知', 'Sign for the order'], by: 'agency', closesHandOff: 'received' },
    'return-agreement-order': sentBack('agency', 'agreement-order-returned', ['退回责令通知', 'Return the order']),
    'withdraw-agreement-order': { event: 'agreement-order-withdrawn', title: ['撤回责令', 'Withdraw the order'], by: 'bureau', reason: 'required' },
    'talk-to-institution': { event: 'institution-talked-to', title: ['约谈负责人', 'Talk with those in charge'], by: 'agency' },
    'hear-party': { event: 'institution-heard', title: ['听取陈述、申辩', 'Hear the party'], by: 'agency' },
    'suspend-payment': { event: 'payment-suspended', title: ['暂停拨付费用', 'Hold payment back'], by: 'agency', copyTo: ['bureau'] },
    'resume-payment': { event: 'payment-resumed', title: ['恢复拨付费用', 'Resume payment'], by: 'agency', copyTo: ['bureau'], when: 'payment-is-stopped' },
    // O735 30: the first of the bureau approves it; where the institution does not cooperate with the investigation.
    'order-settlement-stop': {
      event: 'settlement-stop-ordered',
      title: ['通知暂停医保基金结算', 'Order the stop of settlement'],
      by: 'bureau',
      rank: 'head',
      approvedBy: 'main-head',
      papers: ['settlement-stop-notice'],
      copyTo: ['agency'],
    },
    'carry-out-settlement-stop': {
      event: 'settlement-stopped',
      title: ['执行暂停结算并反馈', 'Carry out the stop'],
      by: 'agency',
      copyTo: ['bureau'],
      when: 'settlement-stop-ordered',
    },
    // O735 30: it ends with the finding, and is for the bureau to lift, as it was to order.
    'lift-settlement-stop': {
      event: 'settlement-stop-lifted',
      title: ['通知解除暂停医保基金结算', 'Let settlement go on'],
      by: 'bureau',
      rank: 'head',
      copyTo: ['agency'],
      when: 'settlement-stop-stands',
    },
    'refuse-payment': {
      event: 'payment-refused',
      title: ['不予拨付费用', 'Refuse payment'],
      by: 'agency',
      papers: ['agreement-decision'],
      copyTo: ['bureau'],
      when: HEARD,
    },
    'claw-back': {
      event: 'clawed-back',
      title: ['追回违规费用', 'Claw back what was paid'],
      by: 'agency',
      papers: ['agreement-decision'],
      takes: ['dueOn'],
      onRecord: ['dueOn'],
      copyTo: ['bureau'],
      when: HEARD,
      opens: {
        procedure: 'fund-recovery',
        command: 'demand-repayment',
        roles: { recoverer: 'agency' },
        says: { recoveryGround: 'agreement' },
      },
    },
    'charge-penalty': {
      event: 'contract-penalty-charged',
      title: ['要求支付违约金', 'Charge the penalty of the contract'],
      by: 'agency',
      papers: ['agreement-decision'],
      copyTo: ['bureau'],
      when: HEARD,
    },
    'suspend-services': {
      event: 'services-suspended',
      title: ['中止责任人员或者所在部门医药服务', 'Suspend persons or their department'],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      needs: ['suspendedScope', 'suspendedUntil'],
      when: HEARD,
    },
    'suspend-agreement': {
      event: 'agreement-suspended',
      title: ['中止医保协议', 'Suspend the agreement'],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      needs: ['suspendedUntil'],
      when: HEARD,
    },
    'terminate-agreement': {
      event: 'agreement-terminated',
      title: ['解除医保协议', 'Terminate the agreement'],
      by: 'agency',
      rank: 'head',
      papers: ['agreement-decision'],
      when: HEARD,
    },
    'report-to-bureau': { event: 'agreement-measure-reported', title: ['报告医保行政部门', 'Report it to the bureau'], by: 'agency', copyTo: ['bureau'] },
    'reinstate-agreement': { event: 'agreement-reinstated', title: ['恢复履行协议', 'Resume the agreement'], by: 'agency', rank: 'head', copyTo: ['bureau'] },
    // N2 42(1): where the agreement itself ran out while it was suspended.
    'let-agreement-end': { event: 'agreement-ended', title: ['协议期满终止', 'The agreement ended by its term'], by: 'agency', copyTo: ['bureau'] },
    'publish-termination': { event: 'termination-published', title: ['向社会公布解除协议名单', 'Publish the termination'], by: 'agency', copyTo: ['bureau'] },
    'revoke-agreement-decision': {
      event: 'agreement-decision-revoked',
      title: ['撤销协议处理决定', 'Revoke the decision'],
      by: 'agency',
      rank: 'head',
      reason: 'required',
      copyTo: ['bureau'],
    },
    'dismiss-breach': { event: 'breach-dismissed', title: ['不构成违约，不予处理', 'No breach: not handled'], by: 'agency', reason: 'required', copyTo: ['bureau'] },
    'record-institution-objection': { event: 'institution-objected', title: ['登记机构异议', 'Record the institution’s objection'], by: 'agency' },
    'answer-institution-objection': {
      event: 'institution-objection-answered',
      title: ['答复机构异议', 'Answer the objection'],
      by: 'agency',
      reason: 'required',
      copyTo: ['bureau'],
      when: 'institution-objected',
    },
    'close-agreement-handling': {
      event: 'agreement-handling-closed',
      title: ['办结协议处理', 'Close the handling'],
      by: 'agency',
      copyTo: ['bureau'],
      when: ['settlement-stop-was-lifted', 'payment-was-resumed', 'measures-were-reported'],
    },
  },
  results: [
    'refuse-payment',
    'claw-back',
    'charge-penalty',
    'suspend-services',
    'suspend-agreement',
    'terminate-agreement',
    'let-agreement-end',
    'dismiss-breach',
    'reinstate-agreement',
    'revoke-agreement-decision',
  ],
  opensOn: { 'open-agreement-handling': 'checking', 'order-agreement-handling': 'ordered' },
  per: 'subject-or-case',
  // O735 30: the order goes by the bureau's own investigation, wherever the handling is by then.
  always: {
    'order-settlement-stop': null,
    'carry-out-settlement-stop': null,
    'lift-settlement-stop': null,
  },
  states: {
    ordered: {
      title: ['已责令处理，待签收', 'Ordered by the bureau'],
      on: { 'receive-agreement-order': 'checking', 'return-agreement-order': 'order-returned', 'take-back-order': 'order-returned' },
    },
    'order-returned': {
      title: ['责令已退回或者收回', 'Order returned or taken back'],
      on: { 'order-agreement-handling': 'ordered', 'withdraw-agreement-order': 'closed' },
    },
    checking: {
      title: ['核查违约事实', 'Checking the breach'],
      on: {
        ...ALONG_THE_WAY,
        'talk-to-institution': null,
        'hear-party': null,
        ...MEASURES,
        'dismiss-breach': 'dismissed',
      },
    },
    handled: {
      title: ['已作协议处理', 'Handled under the agreement'],
      on: {
        ...ALONG_THE_WAY,
        ...MEASURES,
        'record-institution-objection': null,
        'answer-institution-objection': null,
        'revoke-agreement-decision': 'checking',
        'close-agreement-handling': 'closed',
      },
    },
    suspended: {
      title: ['服务或者协议中止中', 'Suspended'],
      on: {
        ...ALONG_THE_WAY,
        ...MONEY_BESIDE,
        'report-to-bureau': null,
        'record-institution-objection': null,
        'answer-institution-objection': null,
        'reinstate-agreement': 'handled',
        'terminate-agreement': 'terminated',
        'let-agreement-end': 'terminated',
        'revoke-agreement-decision': 'checking',
      },
    },
    terminated: {
      title: ['协议已解除或者终止', 'Agreement ended'],
      on: {
        ...MONEY_BESIDE,
        'resume-payment': null,
        'report-to-bureau': null,
        'publish-termination': null,
        'record-institution-objection': null,
        'answer-institution-objection': null,
        'revoke-agreement-decision': 'checking',
        'close-agreement-handling': 'closed',
      },
    },
    dismissed: { title: ['不予处理', 'Not handled'], on: { 'resume-payment': null, 'close-agreement-handling': 'closed' } },
    closed: { title: ['已办结', 'Closed'], terminal: true },
  },
  clocks: {
    ...answerClocks({
      owner: 'agency',
      received: ['receive-agreement-order'],
      answers: ['refuse-payment', 'claw-back', 'charge-penalty', 'suspend-services', 'suspend-agreement', 'terminate-agreement', 'dismiss-breach'],
      ends: ['withdraw-agreement-order'],
    }),
    'agr-hand-off-receipt': {
      startsOn: 'order-agreement-handling',
      stopsOn: ['receive-agreement-order', 'return-agreement-order'],
      obliges: 'agency',
      mootOn: 'take-back-order',
      receipt: true,
    },
    'agm-handle-by-order': {
      startsOn: 'order-agreement-handling',
      stopsOn: ['refuse-payment', 'claw-back', 'charge-penalty', 'suspend-services', 'suspend-agreement', 'terminate-agreement', 'dismiss-breach'],
      obliges: 'agency',
      mootOn: ['return-agreement-order', 'take-back-order'],
      runsFrom: 'receipt',
    },
    'agr-agreement-decision': {
      startsOn: ['open-agreement-handling', 'receive-agreement-order'],
      stopsOn: ['refuse-payment', 'claw-back', 'charge-penalty', 'suspend-services', 'suspend-agreement', 'terminate-agreement', 'dismiss-breach'],
      obliges: 'agency',
    },
    // Each decision is reported.
    'agm-report-bureau': {
      startsOn: REPORTED_MEASURES,
      again: 'each',
      stopsOn: 'report-to-bureau',
      obliges: 'agency',
      reaches: 'bureau',
      mootOn: ['revoke-agreement-decision', 'reinstate-agreement'],
    },
    'agr-suspension-end': {
      startsOn: ['suspend-services', 'suspend-agreement'],
      stopsOn: ['reinstate-agreement', 'terminate-agreement', 'let-agreement-end'],
      obliges: 'agency',
      mootOn: 'revoke-agreement-decision',
      setBy: 'suspendedUntil',
    },
    'agr-settlement-stop': {
      startsOn: 'order-settlement-stop',
      stopsOn: 'carry-out-settlement-stop',
      obliges: 'agency',
      mootOn: 'lift-settlement-stop',
      runsFrom: 'receipt',
    },
    'agr-agreement-objection': {
      startsOn: 'record-institution-objection',
      stopsOn: 'answer-institution-objection',
      obliges: 'agency',
      mootOn: ['revoke-agreement-decision', 'close-agreement-handling'],
    },
  },
  report: {
    counts: [
      { id: 'agreement-handlings', title: ['协议处理', 'Handled under the agreement'], of: ['open-agreement-handling', 'order-agreement-handling'] },
      { id: 'talks', title: ['约谈', 'Talks'], of: 'talk-to-institution' },
      { id: 'agreements-suspended', title: ['中止协议', 'Agreements suspended'], of: 'suspend-agreement' },
      { id: 'agreements-terminated', title: ['解除协议', 'Agreements terminated'], of: 'terminate-agreement' },
      { id: 'payments-stopped', title: ['暂停拨付', 'Payments held back'], of: ['suspend-payment', 'carry-out-settlement-stop'] },
    ],
    durations: [
      {
        id: 'agreement-handling',
        title: ['启动至作出协议处理', 'Begun to decided'],
        from: ['open-agreement-handling', 'order-agreement-handling'],
        to: ['refuse-payment', 'claw-back', 'charge-penalty', 'suspend-services', 'suspend-agreement', 'terminate-agreement', 'dismiss-breach'],
      },
    ],
  },
});
