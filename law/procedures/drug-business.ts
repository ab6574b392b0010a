// Drug business: stopped, its licence revoked, its people banned by the market or drug authority; revoking is for the organ that issued
// the licence (YP 122, 126, 130, 139; O735 40; S0 4.3b). The longer time of SAMR2 64 runs, which leaves hearings out.
import { BAN_NEEDS, BAN_TAKES, BANNED_FROM_DRUGS, banFields } from '../ban-term.ts';
import { defineProcedure } from '../define-procedure.ts';
import { measureClocks, PROLONGED } from '../measure/clocks.ts';
import { HEAVY_DECISION, LIGHT_DECISION, MEASURE_COMMANDS, PROLONGED_COMMANDS } from '../measure/commands.ts';
import { MEASURE_CONDITIONS, MEASURE_FIELDS, MEASURE_PAPERS } from '../measure/fields.ts';
import { publishedBySjgs } from '../measure/publication.ts';
import { MEASURE_ALWAYS, measureStates, PROLONGED_STATES } from '../measure/states.ts';
import { ONE_REQUEST } from '../one-request.ts';
import { AUTHORITY, COURT } from '../remedy.ts';

const DECISIONS = {
  'warn-business': 'notice',
  'stop-drug-business': 'hearing',
  'revoke-drug-licence': 'hearing',
  'ban-from-drug-business': 'hearing',
} as const;
const CLOCKS = measureClocks(DECISIONS);
const PUBLISHED = publishedBySjgs('drug-measure', ['revoke-drug-licence'], ['stop-drug-business', 'ban-from-drug-business']);

export const drugBusiness = defineProcedure({
  procedure: 'drug-business',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['药品经营资格处理', 'Drug business'],
  basis: [
    { act: 'SB', article: '87' },
    { act: 'YP', article: '122' },
    { act: 'YP', article: '126' },
    { act: 'YP', article: '130' },
    { act: 'YP', article: '139' },
    { act: 'YP', article: '142' },
    { act: 'SAMR2', article: '64' },
    { act: 'CF', article: '63' },
    { act: 'S0', article: '4.3b' },
  ],
  roles: {
    requester: { title: ['移送建议部门', 'who asks'], side: 'sending', confirms: true },
    owner: {
      title: ['市场监管或者药品监管部门', 'market or drug authority'],
      bodies: ['market-regulation', 'drug-regulation'],
      cast: 'routing',
      side: 'receiving',
    },
    court: COURT,
    authority: AUTHORITY,
  },
  fields: { ...MEASURE_FIELDS, ...PUBLISHED.fields, ...banFields('ban-from-drug-business') },
  papers: MEASURE_PAPERS,
  conditions: { ...MEASURE_CONDITIONS, ...PUBLISHED.conditions, ...ONE_REQUEST, ...BANNED_FROM_DRUGS },
  commands: {
    ...MEASURE_COMMANDS,
    ...PROLONGED_COMMANDS,
    ...PUBLISHED.commands,
    'warn-business': { ...LIGHT_DECISION, event: 'drug-business-warned', title: ['警告、责令限期改正', 'Warn, order to correct'] },
    'stop-drug-business': { ...HEAVY_DECISION, event: 'drug-business-stopped', title: ['责令停业整顿', 'Order to stop business'], takes: ['effectiveUntil'] },
    'revoke-drug-licence': { ...HEAVY_DECISION, event: 'drug-licence-revoked', title: ['吊销药品经营许可证', 'Revoke the drug licence'], needs: ['issuedHere'] },
    'ban-from-drug-business': {
      ...HEAVY_DECISION,
      event: 'drug-business-banned',
      title: ['禁止从事药品生产经营活动', 'Ban from the drug business'],
      needs: BAN_NEEDS,
      takes: BAN_TAKES,
      when: ['banned-as-the-drug-law-says', 'measure-discussed'],
    },
  },
  results: CLOCKS.results,
  opensOn: { 'request-measure': 'requested', 'begin-measure': 'investigating' },
  always: MEASURE_ALWAYS,
  per: 'subject-or-case',
  states: measureStates(DECISIONS, PROLONGED_STATES),
  clocks: {
    ...CLOCKS.shared,
    ...PUBLISHED.clocks,
    'pub-penalty-samr': CLOCKS.publishedBySamr,
    'cfp-withdraw-publication': CLOCKS.withdrawn,
    'smr-legal-review': CLOCKS.reviewed,
    'mea-decision-market': {
      ...CLOCKS.decided,
      mootOn: 'pass-to-issuer',
      ...PROLONGED,
    },
  },
  report: {
    counts: [
      { id: 'drug-requests', title: ['建议处理药品经营', 'Drug measures asked for'], of: 'request-measure' },
      { id: 'drug-requests-returned', title: ['药品经营建议退回', 'Drug requests returned'], of: 'return-request' },
      { id: 'drug-businesses-stopped', title: ['药店停业整顿', 'Drug businesses stopped'], of: 'stop-drug-business' },
      { id: 'drug-licences-revoked', title: ['吊销药品经营许可证', 'Drug licences revoked'], of: 'revoke-drug-licence' },
    ],
    durations: [
      { id: 'drug-measure', title: ['移送建议至反馈结果', 'Requested to reported back'], from: ['request-measure', 'send-request-again'], to: 'report-back' },
    ],
  },
});
