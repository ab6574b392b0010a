// A public-order case (治安案件): an administrative organ hands to the police what is no crime but a violation of public order (N7,
// from 2027 YBF 53), or the police find it themselves. There is no review of filing: the police file at once, or say why it is no
// violation (ZA 90). What is filed before 2026 goes on under the law of then, which is the first version.
// Rank `head` where the law wants the head of a police organ of county level or above.
// Each stage stands in a file of its own (law/public-order/); here is what they have in common.
import type { LegalBasis } from '../../schemas/time-limit.ts';
import { acts } from '../acts.ts';
import { administrativeOrgans } from '../administrative-organs.ts';
import { defineProcedure } from '../define-procedure.ts';
import { reviewedByAnother } from '../heavy-decision.ts';
import { COMPETENCE } from '../public-order/competence.ts';
import { DECISIONS, type DecisionLaw, decisionBy, ON_THE_SPOT } from '../public-order/decision.ts';
import { FINE_CONDITIONS } from '../public-order/fines.ts';
import { HAND_OVER } from '../public-order/hand-over.ts';
import { hearingBy } from '../public-order/hearing.ts';
import { PAYMENT } from '../public-order/payment.ts';
import { SERVICE } from '../public-order/service.ts';

const BY_FINE = { to: 'public-order-fined', when: 'a-fine-is-decided', else: 'public-order-decided' } as const;

/** What a version of the law says of its own: of the decision, where it has the hearing, and what is not counted in the thirty days. */
type PublicOrderLaw = DecisionLaw & {
  version: number;
  inForce: { from: string; until?: string };
  basis: readonly LegalBasis[];
  hearing: LegalBasis;
  leavesOut: Partial<typeof LEFT_OUT>;
};

const LEFT_OUT = {
  appraisal: { from: 'begin-public-order-appraisal', to: 'end-public-order-appraisal' },
  hearing: { from: 'begin-public-order-hearing', to: 'end-public-order-hearing' },
} as const;

const publicOrderBy = ({ version, inForce, basis, hearing, onTheSpot, largeFine, leavesOut }: PublicOrderLaw) => {
  const HEARING = hearingBy(hearing);
  const DECISION = decisionBy({ onTheSpot, largeFine });
  return defineProcedure({
    procedure: 'public-order',
    version,
    inForce,
    title: ['治安案件', 'Public-order case'],
    basis: [...basis, { act: 'O735', article: '48' }, { act: 'CF', article: '35(2)' }, { act: 'CF', article: '64' }],
    roles: {
      sender: { title: ['移送机关', 'sender'], bodies: administrativeOrgans, side: 'sending', confirms: true },
      police: {
        title: ['公安机关', 'police'],
        bodies: ['public-security'],
        cast: 'routing',
        side: 'receiving',
        confirms: true,
        keepsFormer: ['原受理公安机关', 'police that held it before'],
      },
    },
    fields: DECISION.fields,
    papers: {
      ...HAND_OVER.papers,
      ...HEARING.papers,
      ...DECISION.papers,
    },
    conditions: {
      ...HEARING.conditions,
      ...FINE_CONDITIONS,
      // CF 58(1)2, ZA 114: what was heard is not decided before another officer reviewed it.
      'public-order-reviewed-after-hearing': {
        if: {
          anyOf: [
            { rehearsed: true },
            { day: { before: acts.CF.from } },
            { never: { command: 'end-public-order-hearing', since: 'tell-hearing-right' } },
            { happened: { command: 'pass-legal-review', since: 'end-public-order-hearing' } },
          ],
        },
        title: ['经过听证的，法制审核通过后', 'for what was heard, once a legal review after it was passed'],
        refusal: ['经过听证的案件，未经法制审核或者审核未通过，不得作出决定', 'The case was heard: it is not decided before a legal review was passed'],
        basis: [{ act: 'CF', article: '58(1)2' }],
      },
      'public-order-reviewed-by-another': reviewedByAnother(
        'file-public-order-case',
        'begin-public-order-appraisal',
        'end-public-order-appraisal',
        'tell-hearing-right',
        'submit-to-legal-review',
      ),
      ...DECISION.conditions,
      ...PAYMENT.conditions,
      ...COMPETENCE.conditions,
      ...SERVICE.conditions,
    },
    commands: {
      ...HAND_OVER.commands,
      ...HEARING.commands,
      ...DECISION.commands,
      ...SERVICE.commands,
      ...PAYMENT.commands,
      ...COMPETENCE.commands,
    },
    results: ['decide-public-order-penalty', ...ON_THE_SPOT, 'decide-heavy-public-order-penalty', 'decide-no-public-order-penalty', 'find-no-violation'],
    // What the police find themselves, beside a crime for one, nobody hands to them.
    opensOn: {
      'transfer-public-order-case': 'handed-to-police',
      'file-public-order-case': 'public-order-investigation',
      'warn-public-order-on-the-spot': 'public-order-decided',
      'fine-public-order-on-the-spot': 'public-order-fined',
    },
    per: 'subject-or-case',
    states: {
      ...HAND_OVER.states,
      'public-order-investigation': {
        title: ['已立案，调查中', 'Filed, under investigation'],
        on: {
          'forward-public-order-case': 'handed-to-police',
          'begin-public-order-appraisal': 'public-order-appraisal',
          'tell-hearing-right': null,
          'request-public-order-hearing': null,
          'waive-public-order-hearing': null,
          'begin-public-order-hearing': 'public-order-hearing',
          'submit-to-legal-review': 'public-order-legal-review',
          'prolong-public-order-case': null,
          'decide-public-order-penalty': BY_FINE,
          'decide-heavy-public-order-penalty': BY_FINE,
          'decide-no-public-order-penalty': 'public-order-decided',
          'turn-into-criminal-case': 'turned-criminal',
          'refer-other-violation': null,
        },
      },
      ...HEARING.states,
      ...DECISION.states,
      'no-violation': { title: ['不属于违反治安管理行为', 'No violation'], terminal: true },
      'turned-criminal': { title: ['已转为刑事案件', 'Turned into a criminal case'], terminal: true },
      'transfer-dropped': { title: ['不再移送', 'Transfer dropped'], terminal: true },
    },
    clocks: {
      ...HAND_OVER.clocks,
      'po-decision': {
        startsOn: 'file-public-order-case',
        stopsOn: [...DECISIONS, 'turn-into-criminal-case'],
        obliges: 'police',
        mootOn: 'forward-public-order-case',
        pauses: leavesOut,
        extendsOn: 'prolong-public-order-case',
      },
      ...HEARING.clocks,
      ...SERVICE.clocks,
      ...COMPETENCE.clocks,
      ...DECISION.clocks,
      ...PAYMENT.clocks,
    },
    report: {
      counts: [
        { id: 'public-order-transfers', title: ['移送治安案件', 'Public-order transfers'], of: 'transfer-public-order-case' },
        {
          id: 'public-order-decisions',
          title: ['治安处罚决定', 'Public-order penalties'],
          of: ['decide-public-order-penalty', ...ON_THE_SPOT, 'decide-heavy-public-order-penalty'],
        },
        { id: 'public-order-returns', title: ['治安案件退回', 'Public-order cases returned'], of: 'return-public-order-case' },
      ],
      durations: [
        {
          id: 'public-order',
          title: ['治安案件立案至决定', 'Public-order case filed to decided'],
          from: 'file-public-order-case',
          to: [...DECISIONS],
        },
      ],
    },
  });
};

/** ZA2005 98, 99: two thousand yuan; only an appraisal is not counted. */
export const publicOrder = publicOrderBy({
  version: 1,
  inForce: { from: '2013-01-01', until: '2026-01-01' },
  basis: [
    { act: 'ZA2005', article: '98' },
    { act: 'ZA2005', article: '99' },
  ],
  hearing: { act: 'ZA2005', article: '98' },
  // Its article was not read.
  onTheSpot: { act: 'ZA2005' },
  largeFine: ['二千元以上罚款', 'fine of 2,000 yuan or more'],
  leavesOut: { appraisal: LEFT_OUT.appraisal },
});

/** ZA 117, 118: four thousand yuan; neither appraisal nor hearing is counted. */
export const publicOrder2026 = publicOrderBy({
  version: 2,
  inForce: { from: '2026-01-01' },
  basis: [{ act: 'ZA', article: '90' }, { act: 'ZA', article: '117' }, { act: 'ZA', article: '118' }, { act: 'N7' }, { act: 'YBF', article: '53' }],
  hearing: { act: 'ZA', article: '117' },
  onTheSpot: { act: 'ZA', article: '120' },
  largeFine: ['四千元以上罚款', 'fine of 4,000 yuan or more'],
  leavesOut: LEFT_OUT,
});
