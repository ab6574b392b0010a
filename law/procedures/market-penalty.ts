// Administrative penalty by market regulation: prices, commercial bribery, practising pharmacists, by its own penalty procedure.
import { OF_MARKET_REGULATION } from '../liability/matters-of-organs.ts';
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';
import { underSamr2 } from '../penalty/samr-penalty.ts';
import { BY_SJGS } from '../penalty/samr-publication.ts';

const { own } = underSamr2;

export const marketPenalty = penaltyProcedure({
  ...underSamr2,
  procedure: 'market-penalty',
  title: ['市场监管行政处罚', 'Market-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'SAMR2' }, { act: 'CF' }, { act: 'JGWF' }, { act: 'FBZ' }, { act: 'YP', article: '129' }, { act: 'SJGS' }],
  organ: 'market-regulation',
  matters: OF_MARKET_REGULATION,
  publish: 'pub-penalty-samr',
  publishWhere: ['more-than-a-warning', 'party-of-this-province'],
  own: {
    ...own,
    ...BY_SJGS,
    conditions: { ...own.conditions, ...BY_SJGS.conditions },
    commands: { ...own.commands, ...BY_SJGS.commands },
    on: { ...own.on, ...BY_SJGS.on },
    // Its decisions say where the party is registered.
    decides: ['ofAnotherProvince'],
  },
});
