// Payment eligibility of a person who serves a designated institution: points of a calendar year, suspension at 9, termination at 12
// (ZF48, ZF48J). The registered status of a person is one and nationwide (ZF48J 34), and several proceedings may be about it: each says what it
// brought about itself, and what one has ended none that brought nothing about calls normal. A person's proceeding goes on from year to year; points are dated to the penalty or the agreement decision they rest
// on (ZF48J 27), not to the day they are entered, and what an objection takes off to the points it was against. Practice itself is not
// touched (ZF48J 16).
// Each stage stands in a file of its own (law/payment-eligibility/); here is what they have in common.
import { linkedAnswers } from '../answers.ts';
import { defineProcedure } from '../define-procedure.ts';
import { IS_A_PERSON } from '../is-a-person.ts';
import { BARS } from '../payment-eligibility/bars.ts';
import { CASE_OF_ITS_OWN } from '../payment-eligibility/case-of-its-own.ts';
import { ENTERED_BY_MISTAKE } from '../payment-eligibility/entered-by-mistake.ts';
import { MEASURE } from '../payment-eligibility/measure.ts';
import { OBJECTION_AND_REPAIR, REPAIRED } from '../payment-eligibility/objection-and-repair.ts';
import { ONE_PERSON } from '../payment-eligibility/one-person.ts';
import { POINTS } from '../payment-eligibility/points.ts';
import { RECOVERY } from '../payment-eligibility/recovery.ts';
import { SUSPENDED } from '../payment-eligibility/suspended.ts';
import { TERMINATED } from '../payment-eligibility/terminated.ts';
import { TOLD_ON } from '../payment-eligibility/told-on.ts';
import { WITH_AGREEMENT } from '../payment-eligibility/with-agreement.ts';
import { NOTICE_TYPE, REPLY_BY, TOPIC } from '../shared-fields.ts';

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
    ...POINTS.fields,
    ...MEASURE.fields,
    ...OBJECTION_AND_REPAIR.fields,
    topic: TOPIC,
    noticeType: NOTICE_TYPE,
    replyBy: REPLY_BY,
  },
  papers: {
    ...MEASURE.papers,
    ...RECOVERY.papers,
    ...OBJECTION_AND_REPAIR.papers,
    ...WITH_AGREEMENT.papers,
  },
  conditions: {
    ...IS_A_PERSON,
    ...CASE_OF_ITS_OWN.conditions,
    ...ONE_PERSON.conditions,
    ...ENTERED_BY_MISTAKE.conditions,
    ...POINTS.conditions,
    ...MEASURE.conditions,
    ...OBJECTION_AND_REPAIR.conditions,
    ...SUSPENDED.conditions,
    ...TERMINATED.conditions,
    ...BARS.conditions,
  },
  commands: {
    ...POINTS.commands,
    ...ENTERED_BY_MISTAKE.commands,
    ...MEASURE.commands,
    ...TOLD_ON.commands,
    ...OBJECTION_AND_REPAIR.commands,
    ...WITH_AGREEMENT.commands,
    ...RECOVERY.commands,
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
    ...POINTS.states,
    ...MEASURE.states,
    ...TOLD_ON.states,
    normal: {
      title: ['本程序未暂停、终止支付资格', 'Neither suspended nor terminated by this proceeding'],
      on: {
        'establish-responsibility': 'found',
        ...REPAIRED,
        'tell-industry': null,
        'cancel-registration': 'cancelled',
      },
    },
    ...SUSPENDED.states,
    ...TERMINATED.states,
    ...WITH_AGREEMENT.states,
    // Its points count on, and so does the right to object to them.
    cancelled: { title: ['已取消登记备案', 'Registration cancelled'], terminal: true, on: { 'register-objection': null } },
  },
  always: { 'register-objection': null },
  clocks: {
    ...POINTS.clocks,
    ...linkedAnswers({
      owner: 'agency',
      answers: ['issue-points-notice', 'suspend-eligibility', 'terminate-eligibility'],
      ends: ['restore-eligibility', 'cancel-registration', 'withdraw-responsibility'],
    }),
    ...MEASURE.clocks,
    ...OBJECTION_AND_REPAIR.clocks,
    ...SUSPENDED.clocks,
    ...TERMINATED.clocks,
    ...RECOVERY.clocks,
    ...BARS.clocks,
    ...TOLD_ON.clocks,
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
