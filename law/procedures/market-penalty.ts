// Administrative penalty by market regulation: prices, commercial bribery, practising pharmacists, by its own penalty procedure.

import { OF_MARKET_REGULATION } from '../liability/matters-of-organs.ts';
import { PUBLISHED_KINDS } from '../penalty/imposed-kinds.ts';
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';
import { underSamr2 } from '../penalty/samr-penalty.ts';

export const marketPenalty = penaltyProcedure({
  ...underSamr2,
  procedure: 'market-penalty',
  title: ['市场监管行政处罚', 'Market-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'SAMR2' }, { act: 'CF' }, { act: 'JGWF' }],
  organ: 'market-regulation',
  matters: OF_MARKET_REGULATION,
  publish: 'pub-penalty-samr',
  publishWhere: 'more-than-a-warning',
  own: {
    ...underSamr2.own,
    conditions: {
      ...underSamr2.own.conditions,
      'more-than-a-warning': {
        if: {
          anyOf: [{ field: { name: 'penaltyKinds', absent: true } }, ...PUBLISHED_KINDS.map((has) => ({ field: { name: 'penaltyKinds', has } }))],
        },
        title: ['处罚不止警告时', 'where it is more than a warning'],
        refusal: ['仅给予警告的处罚不予公示', 'A mere warning is not published'],
        // That a mere warning is not published was read of the repair of credit (SAMR Order 107); the article of SJGS was not.
        basis: [{ act: 'SJGS' }],
      },
    },
  },
});
