// Evidence preserved, sealed or seized in a penalty case: each measure by itself, for several run side by side, each with its own
// days. The power is that of the day of the act: from 2027 on the medical-insurance bureau too may seal up and seize (YBF 40), which
// is the second version.
import { defineProcedure } from '../define-procedure.ts';

const papers = {
  'preservation-notice': ['先行登记保存证据通知书', 'Notice of preservation'],
  'testing-notice': ['检测、检验、检疫、鉴定期间告知书', 'Notice of the days of testing'],
  'compulsory-measure-decision': ['实施行政强制措施决定书', 'Decision on a compulsory measure'],
} as const;

const TESTING = { testing: { from: 'begin-testing', to: 'end-testing' } } as const;

/** By whom property may be sealed up and seized. */
const measureBy = (
  version: number,
  inForce: { from: string; until?: string },
  seizing: readonly ('medical-insurance' | 'market-regulation' | 'drug-regulation')[],
) =>
  defineProcedure({
    procedure: 'evidence-measure',
    version,
    inForce,
    title: ['证据保全和行政强制措施', 'Evidence preserved, sealed or seized'],
    basis: [
      { act: 'CF', article: '56' },
      { act: 'N4', article: '26' },
      { act: 'N4', article: '29' },
      { act: 'QZ', article: '25' },
      ...(version > 1 ? [{ act: 'YBF', article: '40' }] : []),
    ],
    roles: {
      organ: { title: ['办案机关', 'organ that handles the case'], bodies: ['medical-insurance', 'market-regulation', 'health', 'drug-regulation'], cast: 'actor' },
      // O735 27(5), N4 18(4): records of medical insurance are sealed by its bureau alone.
      sealer: { title: ['有封存权的机关', 'organ that may seal records'], bodies: ['medical-insurance'] },
      seizer: { title: ['有查封、扣押权的机关', 'organ that may seize'], bodies: [...seizing] },
    },
    papers,
    conditions: {
      'testing-over': {
        if: { anyOf: [{ never: { command: 'begin-testing' } }, { happened: { command: 'end-testing', since: 'begin-testing' } }] },
        title: ['没有检测、检验、检疫、鉴定在进行时', 'while no testing goes on'],
        refusal: ['检测、检验、检疫、鉴定尚未结束', 'Testing is still going on'],
      },
      'being-tested': {
        if: { allOf: [{ happened: { command: 'begin-testing' } }, { never: { command: 'end-testing', since: 'begin-testing' } }] },
        title: ['检测、检验、检疫、鉴定期间', 'while it is tested'],
        refusal: ['没有正在进行的检测、检验、检疫、鉴定', 'Nothing is being tested'],
      },
    },
    commands: {
      'preserve-evidence': {
        event: 'evidence-preserved',
        title: ['先行登记保存证据', 'Register and preserve evidence'],
        by: 'organ',
        rank: 'head',
        officers: 2,
        papers: ['preservation-notice'],
      },
      'preserve-urgently': {
        event: 'evidence-preserved-urgently',
        title: ['当场先行登记保存证据', 'Preserve on the spot'],
        by: 'organ',
        officers: 2,
        papers: ['preservation-notice'],
      },
      'approve-preservation': { event: 'preservation-approved', title: ['补办先行登记保存批准手续', 'Approve the preservation'], by: 'organ', rank: 'head' },
      'seal-records': {
        event: 'records-sealed',
        title: ['封存资料', 'Seal records'],
        by: 'sealer',
        rank: 'head',
        officers: 2,
        papers: ['compulsory-measure-decision'],
      },
      // N4 29(2), QZ 19: on the spot, approved afterwards.
      'seal-urgently': {
        event: 'records-sealed-urgently',
        title: ['当场封存资料', 'Seal records on the spot'],
        by: 'sealer',
        officers: 2,
        papers: ['compulsory-measure-decision'],
      },
      'seize-property': {
        event: 'property-seized',
        title: ['查封、扣押', 'Seal up or seize property'],
        by: 'seizer',
        rank: 'head',
        officers: 2,
        papers: ['compulsory-measure-decision'],
      },
      'approve-sealing': { event: 'sealing-approved', title: ['补办封存批准手续', 'Approve the sealing'], by: 'organ', rank: 'head' },
      'extend-measure': {
        event: 'measure-extended',
        title: ['批准延长期限', 'Prolong the measure'],
        by: 'organ',
        rank: 'head',
        reason: 'required',
        needs: ['extension', 'approver'],
      },
      // QZ 25(3): what is sealed up or seized may be tested, which takes no time of it; the party is told for how long.
      'begin-testing': {
        event: 'testing-begun',
        title: ['送检测、检验、检疫、鉴定', 'Have it tested'],
        by: 'organ',
        papers: ['testing-notice'],
        when: 'testing-over',
      },
      'end-testing': { event: 'testing-ended', title: ['收到检测、检验、检疫、鉴定结果', 'Receive what the testing found'], by: 'organ', when: 'being-tested' },
      // N4 28: secured by copies and the like, or released; what may be sealed is sealed as a measure of its own.
      'handle-preserved': { event: 'preserved-evidence-handled', title: ['作出处理决定', 'Decide on what was preserved'], by: 'organ', rank: 'head' },
      'lift-measure': { event: 'measure-lifted', title: ['解除措施并退还', 'Lift the measure and give back'], by: 'organ', rank: 'head' },
    },
    opensOn: {
      'preserve-evidence': 'preserved',
      'preserve-urgently': 'preserved-on-the-spot',
      'seal-records': 'sealed',
      'seal-urgently': 'sealed-on-the-spot',
      'seize-property': 'sealed',
    },
    per: 'subject-or-case',
    states: {
      'preserved-on-the-spot': {
        title: ['已当场登记保存，待批准', 'Preserved on the spot, to be approved'],
        on: { 'approve-preservation': 'preserved', 'handle-preserved': 'ended', 'lift-measure': 'ended' },
      },
      preserved: { title: ['登记保存中', 'Preserved'], on: { 'handle-preserved': 'ended', 'lift-measure': 'ended' } },
      'sealed-on-the-spot': { title: ['已当场封存，待批准', 'Sealed on the spot, to be approved'], on: { 'approve-sealing': 'sealed', 'lift-measure': 'ended' } },
      sealed: {
        title: ['封存、查封、扣押中', 'Sealed or seized'],
        on: { 'extend-measure': null, 'begin-testing': null, 'end-testing': null, 'lift-measure': 'ended' },
      },
      ended: { title: ['措施已解除', 'Lifted'], terminal: true },
    },
    clocks: {
      'pen-preserve': { startsOn: ['preserve-evidence', 'preserve-urgently'], stopsOn: ['handle-preserved', 'lift-measure'], obliges: 'organ' },
      'cfp-preserve': { startsOn: ['preserve-evidence', 'preserve-urgently'], stopsOn: ['handle-preserved', 'lift-measure'], obliges: 'organ' },
      'pen-preserve-report': { startsOn: 'preserve-urgently', stopsOn: ['approve-preservation', 'handle-preserved', 'lift-measure'], obliges: 'organ' },
      'smr-preserve-report': { startsOn: 'preserve-urgently', stopsOn: ['approve-preservation', 'handle-preserved', 'lift-measure'], obliges: 'organ' },
      'pen-seal': {
        startsOn: ['seal-records', 'seal-urgently', 'seize-property'],
        stopsOn: 'lift-measure',
        extendsOn: 'extend-measure',
        pauses: TESTING,
        obliges: 'organ',
      },
      'qz-seal': { startsOn: 'seize-property', stopsOn: 'lift-measure', extendsOn: 'extend-measure', pauses: TESTING, obliges: 'organ' },
      'pen-seal-report': { startsOn: 'seal-urgently', stopsOn: ['approve-sealing', 'lift-measure'], obliges: 'organ' },
    },
    report: {
      counts: [
        {
          id: 'evidence-measures',
          title: ['证据保全和强制措施', 'Measures on evidence'],
          of: ['preserve-evidence', 'preserve-urgently', 'seal-records', 'seal-urgently', 'seize-property'],
        },
      ],
    },
  });

export const evidenceMeasure = measureBy(1, { from: '2011-07-01', until: '2027-01-01' }, ['market-regulation', 'drug-regulation']);
/** YBF 40. */
export const evidenceMeasure2027 = measureBy(2, { from: '2027-01-01' }, ['medical-insurance', 'market-regulation', 'drug-regulation']);
