// Administrative penalty by market regulation: prices, commercial bribery, practising pharmacists, by its own penalty procedure.
import { OF_MARKET_REGULATION } from '../liability/matters-of-organs.ts';
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';
import { underSamr2 } from '../penalty/samr-penalty.ts';

export const marketPenalty = penaltyProcedure({
  ...underSamr2('market', OF_MARKET_REGULATION),
  procedure: 'market-penalty',
  title: ['市场监管行政处罚', 'Market-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'SAMR2' }, { act: 'CF' }, { act: 'JGWF' }, { act: 'FBZ' }, { act: 'YP', article: '129' }, { act: 'SJGS' }],
  organ: 'market-regulation',
});
