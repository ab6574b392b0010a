// 较大数额的罚款、没收 (CF 63(1)1, 2): from which amount on a hearing must be offered, for a person and for an organisation. CF says no
// number: market and drug regulators go by a rule of their own, which yields to what a province sets (TZBF 5); every other organ by what
// its province sets. A region enters its own in its register, with the paper; where nobody set one, the notice offers the hearing.
import type { AmountScale, AmountStandard } from '../../schemas/amount-scale.ts';
import type { Body, Region } from '../../schemas/ids.ts';
import type { LimitSource } from '../../schemas/time-limit.ts';
import type { acts } from '../acts.ts';

/** The Penalties Law whose article 63 these numbers carry out; days of the papers themselves were not seen. */
const REVISED = '2021-07-15';

const BANDS = [
  { band: 'below', title: { zh: '未达较大数额', en: 'below a large amount' } },
  { band: 'large', title: { zh: '较大数额', en: 'a large amount' } },
];

const standard = (
  region: Region,
  yuan: number,
  basis: { readonly act: keyof typeof acts; readonly article?: string },
  source: LimitSource,
  bodies?: Body[],
): AmountStandard => ({
  region,
  from: REVISED,
  ...(bodies ? { bodies } : {}),
  begins: [{ band: 'large', atLeast: `${yuan}00` }],
  basis: [basis],
  source,
});

const SAMR: Body[] = ['market-regulation', 'drug-regulation'];
/** Its first articles were seen, the amounts of article 5 were not. */
const ofMarkets = (yuan: number) =>
  standard('100000', yuan, { act: 'TZBF', article: '5' }, 'from-memory', SAMR);

const ofAmounts = (title: AmountScale['title'], standards: AmountStandard[]): AmountScale => ({
  title,
  bands: BANDS,
  standards,
});

export const hearing = {
  'hearing-person': ofAmounts({ zh: '听证数额（自然人）', en: 'amount for a hearing of a person' }, [
    ofMarkets(10_000),
    standard('360000', 3_000, { act: 'JX-HEARING', article: '2' }, 'web-excerpt'),
    standard('440000', 5_000, { act: 'GD-HEARING' }, 'web-excerpt'),
  ]),
  'hearing-organisation': ofAmounts(
    { zh: '听证数额（法人、其他组织）', en: 'amount for a hearing of an organisation' },
    [
      ofMarkets(100_000),
      standard('360000', 20_000, { act: 'JX-HEARING', article: '2' }, 'web-excerpt'),
      standard('440000', 100_000, { act: 'GD-HEARING' }, 'web-excerpt'),
    ],
  ),
} as const;
