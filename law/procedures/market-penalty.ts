// Administrative penalty by market regulation: prices, commercial bribery, practising pharmacists, by its own penalty procedure.
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';
import { underSamr2 } from '../penalty/samr-penalty.ts';

export const marketPenalty = penaltyProcedure({
  ...underSamr2,
  procedure: 'market-penalty',
  title: ['市场监管行政处罚', 'Market-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'SAMR2' }, { act: 'CF' }, { act: 'JGWF' }],
  organ: 'market-regulation',
  publish: 'pub-penalty-samr',
});
