// Whether the notice of a penalty must offer a hearing (CF 63, N4 41(3), TZBF 5): by what kind of penalty is in prospect, and by its
// amount, which for a person is large sooner than for an organisation. A hearing may always be offered; it may be left out only where
// what is said shows that none is due. The amount is the party's; its open band, by the organ's own scale, stands beside it.
import type { Test } from '../../schemas/condition.ts';
import type { ConditionLiteral, FieldLiteral } from '../define-procedure.ts';
import { bandOf } from '../shared-fields.ts';

/** CF 9 and 63(1). Stopping the services of a department stops a part of the business (O735 38); Guangdong names it too. */
export const KINDS = {
  warning: ['警告', 'warning'],
  'public-criticism': ['通报批评', 'public criticism'],
  fine: ['罚款', 'fine'],
  confiscation: ['没收违法所得、非法财物', 'confiscation'],
  'licence-suspended': ['暂扣许可证件', 'licence withheld'],
  'licence-revoked': ['降低资质等级、吊销许可证件', 'grade lowered or licence revoked'],
  'business-stopped': ['责令停产停业', 'business stopped'],
  'business-closed': ['责令关闭', 'business closed'],
  'services-stopped': ['暂停涉及医保基金使用的医药服务', 'services paid by the fund stopped'],
  'settlement-stopped': ['暂停医疗费用联网结算', 'settlement on line stopped'],
  'trade-barred': ['限制开展生产经营活动、限制从业', 'business or work restricted'],
  'other-heavy': ['其他较重的行政处罚', 'another heavy penalty'],
  'other-light': ['其他行政处罚', 'another penalty'],
} as const satisfies FieldLiteral['options'];
export type PenaltyKind = keyof typeof KINDS;
const LIGHT = ['warning', 'public-criticism', 'licence-suspended', 'other-light'];
/** Of which the amount decides. */
const MONEY = ['fine', 'confiscation'] as const;
type Money = (typeof MONEY)[number];

export const HEARING_FIELDS = {
  penaltyKinds: { kind: 'code', list: true, title: ['处罚种类', 'kinds of penalty'], options: KINDS },
  hearingDue: { kind: 'flag', title: ['告知要求听证的权利', 'the right to a hearing is offered'] },
  fineFen: { kind: 'amount', class: 'party', title: ['罚款金额', 'amount of the fine'] },
  confiscationFen: { kind: 'amount', class: 'party', title: ['没收金额', 'amount confiscated'] },
  fineOfPerson: bandOf('hearing-person', 'fineFen', [
    '罚款数额档次（自然人）',
    'band of the fine, of a person',
  ]),
  fineOfOrganisation: bandOf('hearing-organisation', 'fineFen', [
    '罚款数额档次（法人、其他组织）',
    'band of the fine, of an organisation',
  ]),
  confiscationOfPerson: bandOf('hearing-person', 'confiscationFen', [
    '没收数额档次（自然人）',
    'band of what is confiscated, of a person',
  ]),
  confiscationOfOrganisation: bandOf('hearing-organisation', 'confiscationFen', [
    '没收数额档次（法人、其他组织）',
    'band of what is confiscated, of an organisation',
  ]),
} as const satisfies Record<string, FieldLiteral>;
type HearingField = keyof typeof HEARING_FIELDS;

const BANDS_OF = {
  fine: { person: 'fineOfPerson', organisation: 'fineOfOrganisation' },
  confiscation: { person: 'confiscationOfPerson', organisation: 'confiscationOfOrganisation' },
} as const satisfies Record<Money, Record<string, HearingField>>;

const NOTICE = 'give-penalty-notice';

/** What a notice itself says counts, nothing a former one said; a decision goes by what was said last. */
type When = { readonly now?: true };

const isSilent = (name: HearingField, when: When): Test => ({ field: { name, absent: true, ...when } });
const isBand = (name: HearingField, when: When): Test => ({
  field: { name, is: 'below', founded: true, ...when },
});

/**
 * Below the amount of a person, or of an organisation where all whom it is about are institutions; by a number that was read or that
 * the region set, for where none is known the notice offers the hearing.
 */
const isBelow = (money: Money, when: When): Test => {
  const { person, organisation } = BANDS_OF[money];
  return {
    anyOf: [
      // What is below for a person is for an organisation.
      {
        allOf: [isBand(person, when), { anyOf: [isSilent(organisation, when), isBand(organisation, when)] }],
      },
      { allOf: [{ subject: { kind: 'institution', every: true } }, isBand(organisation, when)] },
    ],
  };
};

const nothingBut = (kinds: readonly string[], when: When): Test => ({
  field: { name: 'penaltyKinds', only: [...LIGHT, ...kinds], ...when },
});

/** Neither among the kinds nor in an amount. */
const isNotSaid = (money: Money, when: When): Test => ({
  allOf: [
    nothingBut(
      MONEY.filter((one) => one !== money),
      when,
    ),
    ...Object.values(BANDS_OF[money]).map((band) => isSilent(band, when)),
  ],
});

/** @param imposed money that what asks takes for sure, whatever kinds it says */
const offering = (
  offered: When & { readonly saidBy?: string },
  when: When,
  imposed?: Money,
): ConditionLiteral => ({
  if: {
    anyOf: [
      { field: { name: 'hearingDue', ...offered } },
      // What was published of a case may not say what was in prospect; on the record it must be said.
      isSilent('penaltyKinds', when),
      {
        allOf: [
          nothingBut(MONEY, when),
          ...MONEY.map((money) =>
            money === imposed
              ? isBelow(money, when)
              : { anyOf: [isNotSaid(money, when), isBelow(money, when)] },
          ),
        ],
      },
    ],
  },
  title: ['告知听证权利，或者处罚不属听证范围时', 'where the hearing is offered, or none is due'],
  code: 'HEARING_DUE',
  refusal: [
    '处罚属于听证范围，或者未载明数额未达较大，或者当地没有经核对的数额标准，应当告知当事人有要求举行听证的权利',
    'The penalty gives a right to a hearing, or is not said to be below, or no standard is known there; the party must be offered one',
  ],
  basis: [{ act: 'CF', article: '63' }],
});

/** CF 44, 62, N4 41: no decision on what the party was not told of; `kinds`: of which one at least was told, where any was. */
const told = (kinds: readonly string[]): ConditionLiteral => ({
  if: {
    anyOf: [
      { field: { name: 'penaltyKinds', absent: true, saidBy: NOTICE } },
      {
        allOf: [
          { anyOf: kinds.map((has) => ({ field: { name: 'penaltyKinds', has, saidBy: NOTICE } })) },
          { field: { name: 'penaltyKinds', within: NOTICE, now: true } },
        ],
      },
    ],
  },
  title: ['所作处罚已事先告知当事人时', 'where the party was told of the penalty before'],
  code: 'PENALTY_NOT_TOLD',
  refusal: [
    '所作处罚的种类未在最近一次告知书中告知当事人，不得作出决定；请重新告知',
    'The last notice did not tell the party of this kind of penalty; tell it anew before it is decided',
  ],
  basis: [
    { act: 'CF', article: '44' },
    { act: 'CF', article: '62' },
  ],
});

const NO_FINE = Object.keys(KINDS).filter((kind) => kind !== 'fine');

export const HEARING_CONDITIONS = {
  'hearing-offered': offering({ now: true }, { now: true }),
  'hearing-was-offered': offering({ saidBy: NOTICE }, {}),
  'hearing-on-the-fine-was-offered': offering({ saidBy: NOTICE }, {}, 'fine'),
  'fine-was-told': told(['fine']),
  'penalty-was-told': told(NO_FINE),
  // A fine is decided as one, whatever it stands beside: what bars it bars it there.
  'holds-no-fine': {
    if: {
      anyOf: [
        { field: { name: 'penaltyKinds', absent: true, now: true } },
        { field: { name: 'penaltyKinds', only: NO_FINE, now: true } },
      ],
    },
    title: ['所作处罚不含罚款时', 'where no fine is among the penalties'],
    code: 'HOLDS_A_FINE',
    refusal: [
      '所作处罚含罚款的，应当作出含罚款的处罚决定（decide-fine）',
      'A fine is among the penalties: decide on it as one (decide-fine)',
    ],
    basis: [
      { act: 'O310', article: '11(3)' },
      { act: 'CF', article: '35(2)' },
    ],
  } satisfies ConditionLiteral,
};

/** For `takes` of what imposes a penalty without a fine. */
export const PENALTY_WITHOUT_FINE_SAID = [
  'penaltyKinds',
  'confiscationFen',
  'confiscationOfPerson',
  'confiscationOfOrganisation',
] as const satisfies readonly HearingField[];

/** For `takes` of what announces or imposes one with a fine. */
export const PENALTY_SAID = [
  ...PENALTY_WITHOUT_FINE_SAID,
  'fineFen',
  'fineOfPerson',
  'fineOfOrganisation',
] as const satisfies readonly HearingField[];
