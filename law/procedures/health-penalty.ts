// Administrative penalty by the health commission: medical institutions, doctors and nurses. No rule of its own with days was seen:
// the Penalties Law alone, which neither prolongs the ninety days nor leaves anything out of them.
import { OF_HEALTH } from '../liability/matters-of-organs.ts';
import { CASH_BY_CF } from '../penalty/cash.ts';
import { OF_A_LICENSOR } from '../penalty/imposed-kinds.ts';
import { penaltyProcedure } from '../penalty/penalty-procedure.ts';

export const healthPenalty = penaltyProcedure({
  procedure: 'health-penalty',
  title: ['卫生健康行政处罚', 'Health penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'CF' }, { act: 'YJ', article: '55' }, { act: 'YLJG' }],
  organ: 'health',
  matters: OF_HEALTH,
  kinds: OF_A_LICENSOR,
  verify: { limit: 'agr-penalty-verification', isExtended: false },
  decision: { limit: 'cfp-decision', isExtended: false, leavesOut: [] },
  isSuspended: false,
  serve: 'cfp-serve',
  publish: 'pub-penalty-credit',
  withdrawPublication: 'cfp-withdraw-publication',
  cash: CASH_BY_CF,
});
