// Administrative penalty by market regulation: prices, commercial bribery, practising pharmacists, by its own penalty procedure.
import { penaltyProcedure } from '../penalty-bones.ts';

export const marketPenalty = penaltyProcedure({
  procedure: 'market-penalty',
  title: ['市场监管行政处罚', 'Market-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'SAMR2' }, { act: 'CF' }, { act: 'JGWF' }],
  organ: 'market-regulation',
  verify: { limit: 'smr-verify', isExtended: true },
  decision: {
    limit: 'smr-decision',
    isExtended: true,
    // SAMR2 64 names the suspension too.
    leavesOut: ['appraisal', 'hearing', 'public-notice', 'suspension'],
  },
  isSuspended: true,
  legalReview: 'smr-legal-review',
  serve: 'smr-serve',
  publish: 'pub-penalty-samr',
  withdrawPublication: 'cfp-withdraw-publication',
  close: 'smr-close',
});
