// A person’s practice: physicians, nurses and pharmacists by the authority that registered them, the bar from managing designated
// institutions by the bureau (YJ 55 to 58, SB 87, O735 40, 43; YBF 50 from 2027). Others ask and follow.
import { BAN_NEEDS, BAN_TAKES, BANNED_FROM_PRACTICE, banFields } from '../ban-term.ts';
import { defineProcedure } from '../define-procedure.ts';
import { IS_A_PERSON } from '../is-a-person.ts';
import { OF_THE_FUNDS } from '../liability/laws.ts';
import { LIABILITY_SAID, liabilityFields, liableByTheConduct, NOT_YET_KNOWN, newSince } from '../liability.ts';
import { measureClocks, PROLONGED } from '../measure/clocks.ts';
import { HEAVY_DECISION, LIGHT_DECISION, MEASURE_COMMANDS, PROLONGED_COMMANDS } from '../measure/commands.ts';
import { MEASURE_CONDITIONS, MEASURE_FIELDS, MEASURE_PAPERS } from '../measure/fields.ts';
import { publishedBySjgs } from '../measure/publication.ts';
import { MEASURE_ALWAYS, measureStates, PROLONGED_STATES } from '../measure/states.ts';
import { ONE_REQUEST } from '../one-request.ts';
import { AUTHORITY, COURT } from '../remedy.ts';

const DECISIONS = {
  'warn-practitioner': 'notice',
  'suspend-practice': 'hearing',
  'revoke-certificate': 'hearing',
  'ban-from-practice': 'hearing',
  'bar-from-management': 'hearing',
} as const;
const CLOCKS = measureClocks(DECISIONS);
/** Where market or drug regulation is the owner. */
const PUBLISHED = publishedBySjgs('practice-measure', ['revoke-certificate'], ['suspend-practice', 'ban-from-practice', 'bar-from-management']);
const DECIDED = { ...CLOCKS.decided, mootOn: 'pass-to-issuer' } as const;

export const practitioner = defineProcedure({
  procedure: 'practitioner',
  version: 1,
  inForce: { from: '2011-07-01' },
  title: ['从业人员执业处理', 'Practice of a person'],
  basis: [
    { act: 'SB', article: '87' },
    { act: 'YJ', article: '55' },
    { act: 'YJ', article: '56' },
    { act: 'YJ', article: '58' },
    { act: 'O735', article: '40' },
    { act: 'O735', article: '43' },
    { act: 'YBF', article: '50' },
    { act: 'CF', article: '63' },
    { act: 'N4', article: '45' },
    { act: 'SAMR2', article: '64' },
  ],
  roles: {
    requester: { title: ['移送建议部门', 'who asks'], side: 'sending', confirms: true },
    owner: {
      title: ['执业主管部门', 'authority of the profession'],
      bodies: ['health', 'drug-regulation', 'market-regulation', 'human-resources', 'medical-insurance'],
      cast: 'routing',
      side: 'receiving',
    },
    court: COURT,
    authority: AUTHORITY,
  },
  fields: {
    ...MEASURE_FIELDS,
    ...PUBLISHED.fields,
    ...liabilityFields(OF_THE_FUNDS),
    suspendedMonths: { kind: 'count', least: 6, most: 12, title: ['暂停执业月数', 'months of suspension'] },
    suspendedUntil: {
      kind: 'date',
      counted: { months: 'suspendedMonths', from: 'suspend-practice' },
      title: ['暂停执业期满日', 'day the suspension ends'],
    },
    barredUntil: { kind: 'date', counted: { months: 60, from: 'bar-from-management' }, title: ['禁止期满日', 'day the bar ends'] },
    ...banFields('ban-from-practice'),
  },
  papers: MEASURE_PAPERS,
  conditions: {
    ...MEASURE_CONDITIONS,
    ...PUBLISHED.conditions,
    ...ONE_REQUEST,
    'liable-by-the-conduct': liableByTheConduct(OF_THE_FUNDS),
    ...IS_A_PERSON,
    // O735 43, YBF 50: the bar is from designated institutions, which are the bureau’s field.
    'owner-is-the-bureau': {
      if: { role: { role: 'owner', bodies: ['medical-insurance'] } },
      title: ['承办部门为医疗保障部门时', 'where the bureau is the owner'],
      refusal: ['禁止从事定点医药机构管理活动由医疗保障部门决定', 'The bar from designated institutions is the bureau’s to decide'],
      basis: [{ act: 'O735', article: '43' }],
    },
    'bar-known-to-the-law': {
      if: newSince('O735'),
      title: ['《医疗保障基金使用监督管理条例》施行后的行为', 'for conduct since Order 735 took effect'],
      ...NOT_YET_KNOWN,
      basis: [
        { act: 'O735', article: '43' },
        { act: 'CF', article: '37' },
      ],
    },
    'ban-known-to-the-law': {
      if: newSince('YJ'),
      title: ['《医师法》施行后的行为', 'for conduct since the Physicians Law took effect'],
      ...NOT_YET_KNOWN,
      basis: [
        { act: 'YJ', article: '58' },
        { act: 'CF', article: '37' },
      ],
    },
    'owner-is-provincial-health': {
      if: { role: { role: 'owner', bodies: ['health'], provincial: true } },
      title: ['承办部门为省级以上卫生健康部门时', 'where the owner is the health authority of a province or above'],
      refusal: ['禁止从事医疗卫生服务由省级以上卫生健康主管部门决定', 'The ban is for the health authority of provincial level or above'],
      basis: [{ act: 'YJ', article: '58' }],
    },
    ...BANNED_FROM_PRACTICE,
    'owner-registers-the-profession': {
      if: { role: { role: 'owner', bodies: ['health', 'drug-regulation', 'market-regulation', 'human-resources'] } },
      title: ['承办部门为执业注册主管部门时', 'where the owner registers the profession'],
      refusal: ['执业证书和执业活动由执业注册主管部门处理', 'Certificates and practice are for the authority that registers the profession'],
      basis: [{ act: 'O735', article: '40' }],
    },
  },
  commands: {
    ...MEASURE_COMMANDS,
    'request-measure': { ...MEASURE_COMMANDS['request-measure'], when: ['not-asked-already', 'is-a-person'] },
    'begin-measure': { ...MEASURE_COMMANDS['begin-measure'], when: 'is-a-person' },
    ...PROLONGED_COMMANDS,
    ...PUBLISHED.commands,
    'warn-practitioner': {
      ...LIGHT_DECISION,
      event: 'practitioner-warned',
      title: ['警告、责令改正', 'Warn, order to correct'],
      when: 'owner-registers-the-profession',
    },
    // YJ 56: six months to one year.
    'suspend-practice': {
      ...HEAVY_DECISION,
      event: 'practice-suspended',
      title: ['责令暂停执业活动', 'Suspend the practice'],
      needs: ['suspendedMonths'],
      takes: ['suspendedUntil'],
      when: ['owner-registers-the-profession', 'measure-discussed'],
    },
    'revoke-certificate': {
      ...HEAVY_DECISION,
      event: 'certificate-revoked',
      title: ['吊销执业证书', 'Revoke the certificate'],
      needs: ['issuedHere'],
      when: ['owner-registers-the-profession', 'measure-discussed'],
    },
    // YJ 58: five years to a lifetime, by the health authority of provincial level or above.
    'ban-from-practice': {
      ...HEAVY_DECISION,
      event: 'practice-banned',
      title: ['禁止从事医疗卫生服务', 'Ban from practice'],
      needs: BAN_NEEDS,
      takes: ['conductEndedOn', ...BAN_TAKES],
      when: ['owner-is-provincial-health', 'ban-known-to-the-law', 'banned-for-five-years-or-more', 'measure-discussed'],
    },
    'bar-from-management': {
      ...HEAVY_DECISION,
      event: 'management-barred',
      title: ['五年内禁止从事定点医药机构管理活动', 'Bar from managing designated institutions for five years'],
      takes: ['conductEndedOn', ...LIABILITY_SAID, 'barredUntil'],
      when: ['owner-is-the-bureau', 'bar-known-to-the-law', 'liable-by-the-conduct', 'measure-discussed'],
    },
  },
  results: CLOCKS.results,
  opensOn: { 'request-measure': 'requested', 'begin-measure': 'investigating' },
  always: MEASURE_ALWAYS,
  per: 'subject-or-case',
  states: measureStates(DECISIONS, PROLONGED_STATES),
  // Of the three the one runs that obliges the kind of department the owner is.
  clocks: {
    ...CLOCKS.shared,
    ...PUBLISHED.clocks,
    'pub-penalty-credit': CLOCKS.published,
    'pub-penalty-samr': CLOCKS.publishedBySamr,
    'pen-withdraw-publication': CLOCKS.withdrawn,
    'cfp-withdraw-publication': CLOCKS.withdrawn,
    'pen-legal-review': CLOCKS.reviewed,
    'smr-legal-review': CLOCKS.reviewed,
    'mea-decision': DECIDED,
    'mea-decision-insurance': { ...DECIDED, ...PROLONGED },
    'mea-decision-market': { ...DECIDED, ...PROLONGED },
  },
  report: {
    counts: [
      { id: 'practitioner-requests', title: ['建议处理执业人员', 'Practitioner measures asked for'], of: 'request-measure' },
      { id: 'practitioner-requests-returned', title: ['执业人员建议退回', 'Practitioner requests returned'], of: 'return-request' },
      { id: 'practices-suspended', title: ['暂停执业', 'Practices suspended'], of: 'suspend-practice' },
      { id: 'certificates-revoked', title: ['吊销执业证书', 'Certificates revoked'], of: 'revoke-certificate' },
      { id: 'persons-banned', title: ['从业限制', 'Persons banned'], of: ['ban-from-practice', 'bar-from-management'] },
    ],
    durations: [
      {
        id: 'practitioner-measure',
        title: ['移送建议至反馈结果', 'Requested to reported back'],
        from: ['request-measure', 'send-request-again'],
        to: 'report-back',
      },
    ],
  },
});
