// Practice licence of a medical institution: stopped, revoked, deregistered by the health authority that issued it (YLJG 17, 44, 47, 48;
// O735 38, 40; S0 4.3b, S2 3.7c). Others ask and follow.
import { defineProcedure } from '../define-procedure.ts';
import { measureClocks } from '../measure/clocks.ts';
import { HEAVY_DECISION, LIGHT_DECISION, MEASURE_COMMANDS } from '../measure/commands.ts';
import { MEASURE_CONDITIONS, MEASURE_FIELDS, MEASURE_PAPERS } from '../measure/fields.ts';
import { MEASURE_ALWAYS, measureStates } from '../measure/states.ts';
import { ONE_REQUEST } from '../one-request.ts';
import { AUTHORITY, COURT } from '../remedy.ts';

const DECISIONS = {
  'warn-institution': 'notice',
  'stop-business': 'hearing',
  'remove-department': 'hearing',
  'revoke-practice-licence': 'hearing',
  'cancel-practice-licence': 'nothing',
} as const;
const CLOCKS = measureClocks(DECISIONS);

export const practiceLicence = defineProcedure({
  procedure: 'practice-licence',
  version: 1,
  inForce: { from: '1994-09-01' },
  title: ['医疗机构执业许可处理', 'Practice licence of an institution'],
  basis: [
    { act: 'YLJG', article: '17' },
    { act: 'YLJG', article: '47' },
    { act: 'YLJG', article: '48' },
    { act: 'O735', article: '40' },
    { act: 'CF', article: '63' },
    { act: 'S0', article: '4.3b' },
  ],
  roles: {
    requester: { title: ['移送建议部门', 'who asks'], side: 'sending', confirms: true },
    owner: { title: ['卫生健康部门', 'health authority'], bodies: ['health'], cast: 'routing', side: 'receiving' },
    court: COURT,
    authority: AUTHORITY,
  },
  fields: MEASURE_FIELDS,
  papers: { ...MEASURE_PAPERS, 'licence-cancellation': ['注销决定', 'Decision to cancel the licence'] },
  conditions: { ...MEASURE_CONDITIONS, ...ONE_REQUEST },
  commands: {
    ...MEASURE_COMMANDS,
    'warn-institution': { ...LIGHT_DECISION, event: 'institution-warned', title: ['警告、责令改正', 'Warn, order to correct'] },
    'stop-business': { ...HEAVY_DECISION, event: 'business-stopped', title: ['责令停业整顿', 'Order to stop business'], takes: ['effectiveUntil'] },
    'remove-department': { ...HEAVY_DECISION, event: 'department-removed', title: ['吊销诊疗科目', 'Revoke a department'], needs: ['issuedHere'] },
    'revoke-practice-licence': {
      ...HEAVY_DECISION,
      event: 'practice-licence-revoked',
      title: ['吊销医疗机构执业许可证', 'Revoke the practice licence'],
      needs: ['issuedHere'],
    },
    // Taken off the register where the institution ended or its licence was revoked: no penalty, and no other organ’s.
    'cancel-practice-licence': {
      ...LIGHT_DECISION,
      event: 'practice-licence-cancelled',
      title: ['注销医疗机构执业许可证', 'Cancel the practice licence'],
      papers: ['licence-cancellation'],
      needs: ['issuedHere'],
    },
  },
  results: CLOCKS.results,
  opensOn: { 'request-measure': 'requested', 'begin-measure': 'investigating' },
  always: MEASURE_ALWAYS,
  per: 'subject-or-case',
  states: measureStates(DECISIONS),
  clocks: {
    ...CLOCKS.shared,
    'pub-penalty-credit': CLOCKS.published,
    'cfp-withdraw-publication': CLOCKS.withdrawn,
    'mea-decision': { ...CLOCKS.decided, mootOn: 'pass-to-issuer' },
  },
  report: {
    counts: [
      { id: 'licence-requests', title: ['建议处理执业许可', 'Licence measures asked for'], of: 'request-measure' },
      { id: 'licence-requests-returned', title: ['执业许可建议退回', 'Licence requests returned'], of: 'return-request' },
      { id: 'businesses-stopped', title: ['停业整顿', 'Businesses stopped'], of: 'stop-business' },
      { id: 'licences-revoked', title: ['吊销执业许可', 'Practice licences revoked'], of: 'revoke-practice-licence' },
    ],
    durations: [
      { id: 'licence-measure', title: ['移送建议至反馈结果', 'Requested to reported back'], from: ['request-measure', 'send-request-again'], to: 'report-back' },
    ],
  },
});
