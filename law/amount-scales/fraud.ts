// Fraud (刑法 266). The interpretation of 2011 sets ranges, within which each province chooses (FS2011 1). Of a province whose own
// paper was not seen, the range is all that is known: the earliest beginning counts, and what lies within the range says so.
import type { AmountScale, AmountStandard, BandStarts } from '../../schemas/amount-scale.ts';
import type { Region } from '../../schemas/ids.ts';
import type { CivilDate } from '../../schemas/instant.ts';
import type { LimitSource } from '../../schemas/time-limit.ts';
import type { acts } from '../acts.ts';

/** Of whole yuan. */
const fen = (yuan: number): string => `${yuan}00`;

const begins = (large: number, huge: number, especiallyHuge: number): BandStarts => [
  { band: 'large', atLeast: fen(large) },
  { band: 'huge', atLeast: fen(huge) },
  { band: 'especially-huge', atLeast: fen(especiallyHuge) },
];

const standard = (
  region: Region,
  amounts: BandStarts,
  act: keyof typeof acts,
  from: CivilDate,
  more: { readonly until?: CivilDate; readonly source?: LimitSource; readonly article?: string } = {},
): AmountStandard => {
  const { source = 'web-excerpt', article, until } = more;
  return {
    region,
    from,
    ...(until ? { until } : {}),
    begins: amounts,
    basis: [article ? { act, article } : { act }],
    source,
  };
};

/** The interpretation came into force; papers whose own day was not seen are taken from here on. */
const INTERPRETED = '2011-04-08';

/** Guangdong goes by two classes of cities. */
const guangdong = (cities: readonly string[], large: number, huge: number): AmountStandard[] =>
  cities.map((city) => standard(`44${city}00`, begins(large, huge, 500_000), 'GD-FRAUD', INTERPRETED));

export const fraud: AmountScale = {
  title: { zh: '诈骗数额', en: 'amount of a fraud' },
  bands: [
    { band: 'below', title: { zh: '未达数额较大', en: 'below "relatively large"' } },
    { band: 'large', title: { zh: '数额较大', en: 'relatively large' } },
    { band: 'huge', title: { zh: '数额巨大', en: 'huge' } },
    { band: 'especially-huge', title: { zh: '数额特别巨大', en: 'especially huge' } },
  ],
  standards: [
    standard(
      '100000',
      [
        { band: 'large', atLeast: fen(3_000), atMost: fen(10_000) },
        { band: 'huge', atLeast: fen(30_000), atMost: fen(100_000) },
        { band: 'especially-huge', atLeast: fen(500_000) },
      ],
      'FS2011',
      INTERPRETED,
      { source: 'primary-text', article: '1' },
    ),
    standard('110000', begins(5_000, 100_000, 500_000), 'BJ-FRAUD', INTERPRETED),
    // Said to have been replaced about May 2023 by numbers that were not seen.
    standard('310000', begins(10_000, 100_000, 500_000), 'SH-FRAUD', '2011-07-21', { until: '2023-05-01' }),
    standard('320000', begins(6_000, 60_000, 500_000), 'JS-FRAUD', '2011-07-26'),
    // A table of 2020 that names no paper.
    standard('360000', begins(5_000, 50_000, 500_000), 'FS2011', '2020-01-01', {
      source: 'cross-checked',
      article: '1',
    }),
    standard('370000', begins(6_000, 80_000, 500_000), 'SD-FRAUD', INTERPRETED),
    standard('420000', begins(5_000, 50_000, 500_000), 'HB-FRAUD', '2012-07-01'),
    ...guangdong(['01', '03', '04', '06', '19', '20'], 6_000, 100_000),
    ...guangdong(
      ['02', '05', '07', '08', '09', '12', '13', '14', '15', '16', '17', '18', '51', '52', '53'],
      4_000,
      60_000,
    ),
    standard('500000', begins(5_000, 70_000, 500_000), 'CQ-FRAUD', '2013-07-01'),
    standard('510000', begins(5_000, 50_000, 500_000), 'SC-FRAUD', '2011-10-01'),
    standard('530000', begins(5_000, 50_000, 500_000), 'YN-FRAUD', '2013-08-01'),
  ],
};
