// Objection to points or to the status of a registration: the agency explains, the bureau decides what stays disputed (ZF48J 41–44).
import { defineProcedure } from '../define-procedure.ts';
import { sentBack, takenBack } from '../hand-over-ends.ts';
import { CASE_CONTENT } from '../passed-on.ts';

export const eligibilityObjection = defineProcedure({
  procedure: 'eligibility-objection',
  version: 1,
  inForce: { from: '2025-01-01' },
  title: ['医保支付资格异议申诉', 'Objection about payment eligibility'],
  basis: [
    { act: 'ZF48J', article: '41' },
    { act: 'ZF48J', article: '42' },
    { act: 'ZF48', article: '4' },
  ],
  roles: {
    agency: { title: ['医保经办机构', 'agency'], bodies: ['insurance-agency'], cast: 'routing', side: 'sending' },
    bureau: { title: ['医疗保障行政部门', 'bureau'], bodies: ['medical-insurance'], cast: 'routing', side: 'receiving', confirms: true },
  },
  fields: { pointsTakenOff: { kind: 'count', least: 1, most: 12, title: ['核减分值', 'points taken off'] } },
  conditions: {
    // ZF48J 44: of the points it was against, in whatever year it is decided on; those are taken off once.
    'no-more-than-given': {
      if: {
        sum: {
          field: 'points',
          less: 'pointsTakenOff',
          atLeast: 0,
          in: 'round',
          dated: ['decidedOn', 'decisionReceivedOn'],
          told: ['serve-points-notice'],
          of: 'parent',
        },
      },
      title: ['核减分值不超过所申诉的记分时', 'where no more is taken off than was given and objected to'],
      refusal: ['核减分值不得超过所申诉的记分', 'No more is taken off than was given and objected to'],
      basis: [{ act: 'ZF48J', article: '44' }],
    },
  },
  papers: { 'appraisal-opinion': ['评估鉴定意见', 'Opinion of the appraisal'] },
  commands: {
    'lodge-objection': { event: 'points-objection-lodged', title: ['收到书面申诉', 'A written objection came in'], by: 'agency', ofParty: true },
    'explain-points': { event: 'points-explained', title: ['解释说明记分结果', 'Explain the points'], by: 'agency', reason: 'required' },
    'accept-explanation': { event: 'explanation-accepted', title: ['登记无异议', 'Record that nothing is disputed any more'], by: 'agency' },
    'refer-objection': {
      event: 'points-objection-referred',
      title: ['移交医保行政部门处理', 'Refer it to the bureau'],
      by: 'agency',
      handsTo: 'bureau',
      passes: CASE_CONTENT,
    },
    'take-back-objection': takenBack('agency', 'points-objection-taken-back', ['收回移交', 'Take it back']),
    'receive-objection': { event: 'points-objection-received', title: ['签收申诉材料', 'Sign for the objection'], by: 'bureau', closesHandOff: 'received' },
    'return-objection': sentBack('bureau', 'points-objection-returned', ['退回经办机构先行解释说明', 'Return it to the agency']),
    'commission-points-appraisal': {
      event: 'points-appraisal-commissioned',
      title: ['委托第三方或者专家组评估鉴定', 'Commission an appraisal'],
      by: ['agency', 'bureau'],
    },
    'receive-points-appraisal': {
      event: 'points-appraisal-received',
      title: ['收到评估鉴定意见', 'Receive the appraisal'],
      by: ['agency', 'bureau'],
      papers: ['appraisal-opinion'],
    },
    'adjust-points': {
      event: 'points-adjusted',
      title: ['决定调整处理结果', 'Decide that it must change'],
      by: ['agency', 'bureau'],
      rank: 'head',
      reason: 'required',
      takes: ['pointsTakenOff'],
      when: 'no-more-than-given',
    },
    'uphold-points': { event: 'points-upheld', title: ['决定维持原状', 'Decide that it stands'], by: ['agency', 'bureau'], rank: 'head', reason: 'required' },
    'tell-objection-result': { event: 'points-objection-result-told', title: ['告知机构和人员', 'Tell institution and person'], by: ['agency', 'bureau'] },
  },
  results: ['tell-objection-result'],
  opensOn: { 'lodge-objection': 'lodged' },
  per: 'subject-or-case',
  states: {
    lodged: {
      title: ['已受理，核实中', 'Lodged'],
      on: { 'explain-points': 'explained', 'commission-points-appraisal': 'appraising', 'adjust-points': 'adjusted', 'uphold-points': 'upheld' },
    },
    appraising: { title: ['评估鉴定中', 'Under appraisal'], on: { 'receive-points-appraisal': 'lodged' } },
    explained: { title: ['已解释说明', 'Explained'], on: { 'accept-explanation': 'settled', 'refer-objection': 'referred' } },
    referred: {
      title: ['已移交医保行政部门，待签收', 'Referred to the bureau'],
      on: { 'receive-objection': 'before-bureau', 'return-objection': 'lodged', 'take-back-objection': 'explained' },
    },
    'before-bureau': {
      title: ['医保行政部门处理中', 'Before the bureau'],
      on: { 'commission-points-appraisal': 'bureau-appraising', 'adjust-points': 'adjusted', 'uphold-points': 'upheld' },
    },
    'bureau-appraising': { title: ['医保行政部门评估鉴定中', 'Under appraisal for the bureau'], on: { 'receive-points-appraisal': 'before-bureau' } },
    adjusted: { title: ['需要调整，待告知', 'To be changed, to be told'], on: { 'tell-objection-result': 'adjusted-told' } },
    upheld: { title: ['维持原状，待告知原因', 'Upheld, to be told why'], on: { 'tell-objection-result': 'upheld-told' } },
    'adjusted-told': { title: ['已告知调整', 'Told: changed'], terminal: true },
    'upheld-told': { title: ['已告知维持', 'Told: upheld'], terminal: true },
    settled: { title: ['解释后无异议', 'Settled by explanation'], terminal: true },
  },
  clocks: {
    'elig-objection-answer': {
      startsOn: 'lodge-objection',
      stopsOn: ['adjust-points', 'uphold-points', 'accept-explanation'],
      obliges: 'agency',
      pauses: { appraisal: { from: 'commission-points-appraisal', to: 'receive-points-appraisal' } },
      runsFrom: 'receipt',
    },
    'elig-objection-told': { startsOn: ['adjust-points', 'uphold-points'], stopsOn: 'tell-objection-result', obliges: 'agency' },
    'agr-hand-off-receipt': {
      startsOn: 'refer-objection',
      stopsOn: ['receive-objection', 'return-objection'],
      obliges: 'bureau',
      mootOn: 'take-back-objection',
      receipt: true,
    },
  },
  report: {
    counts: [
      { id: 'points-objections', title: ['支付资格申诉', 'Objections to points'], of: 'lodge-objection' },
      { id: 'points-changed', title: ['申诉后调整', 'Points changed on objection'], of: 'adjust-points' },
    ],
    durations: [
      {
        id: 'points-objection',
        title: ['收到申诉至作出结论', 'Objection to its conclusion'],
        from: 'lodge-objection',
        to: ['adjust-points', 'uphold-points', 'accept-explanation'],
      },
    ],
  },
});
