// Whether the notice of a penalty must offer a hearing (CF 63, N4 41(3), TZBF 5): by what kind of penalty is in prospect, and by its
// amount, which for a person is large sooner than for an organisation. A hearing may always be offered; it may be left out only where
// what is said shows that none is due. The amount is the party's; its open band, by the organ's own scale, stands beside it.
import type { Test } from '../../schemas/condition.ts';
import type { ConditionLiteral, FieldLiteral } from '../define-procedure.ts';
import { bandOf } from '../shared-fields.ts';

/** CF 9 and 63(1). Stopping the services of a department stops a part of the business (O735 38); Guangdong names it too. */
const KINDS = {
  warning: ['警告、通报批评', 'warning, public criticism'],
  fine: ['罚款', 'fine'],
  confiscation: ['没收违法所得、非法财物', 'confiscation'],
  'licence-suspended': ['暂扣许可证件', 'licence withheld'],
  'licence-revoked': ['降低资质等级、吊销许可证件', 'grade lowered or licence revoked'],
  'business-stopped': ['责令停产停业、责令关闭', 'business stopped or closed'],
  'services-stopped': ['暂停涉及医保基金使用的医药服务', 'services paid by the fund stopped'],
  'trade-barred': ['限制开展生产经营活动、限制从业', 'business or work restricted'],
  'other-heavy': ['其他较重的行政处罚', 'another heavy penalty'],
  'other-light': ['其他行政处罚', 'another penalty'],
} as const satisfies FieldLiteral['options'];
const LIGHT = ['warning', 'licence-suspended', 'other-light'];
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

/** What a notice itself says counts, nothing a former one said; a decision goes by what was said last. */
type When = { readonly now?: true };

/** Below the amount of a person, or of an organisation where all whom it is about are institutions. */
const isBelow = (money: Money, when: When): Test => ({
  anyOf: [
    { field: { name: BANDS_OF[money].person, is: 'below', ...when } },
    {
      allOf: [
        { subject: { kind: 'institution', every: true } },
        { field: { name: BANDS_OF[money].organisation, is: 'below', ...when } },
      ],
    },
  ],
});

const nothingBut = (kinds: readonly string[], when: When): Test => ({
  field: { name: 'penaltyKinds', only: [...LIGHT, ...kinds], ...when },
});

const offering = (when: When): ConditionLiteral => ({
  if: {
    anyOf: [
      { field: { name: 'hearingDue', ...when } },
      // What was published of a case may not say what was in prospect; on the record it must be said.
      { field: { name: 'penaltyKinds', absent: true, ...when } },
      {
        allOf: [
          nothingBut(MONEY, when),
          ...MONEY.map((money) => ({
            anyOf: [
              nothingBut(
                MONEY.filter((one) => one !== money),
                when,
              ),
              isBelow(money, when),
            ],
          })),
        ],
      },
    ],
  },
  title: ['告知听证权利，或者处罚不属听证范围时', 'where the hearing is offered, or none is due'],
  code: 'HEARING_DUE',
  refusal: [
    '处罚属于听证范围，或者未载明数额未达较大，应当告知当事人有要求举行听证的权利',
    'The penalty gives a right to a hearing, or is not said to be below; the party must be offered one',
  ],
  basis: [{ act: 'CF', article: '63' }],
});

export const HEARING_CONDITIONS = {
  'hearing-offered': offering({ now: true }),
  'hearing-was-offered': offering({}),
};

/** For `takes` of what announces or imposes a penalty. */
export const PENALTY_SAID = [
  'penaltyKinds',
  'fineFen',
  'confiscationFen',
  'fineOfPerson',
  'fineOfOrganisation',
  'confiscationOfPerson',
  'confiscationOfOrganisation',
] as const satisfies readonly HearingField[];
