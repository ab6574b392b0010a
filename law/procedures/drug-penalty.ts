// Administrative penalty by the drug regulator: channels, records and dispensing of drugs. No rule of its own with days was seen: the
// Penalties Law, and for sealing and seizure the Compulsion Law.
import { penaltyProcedure } from '../penalty-bones.ts';

export const drugPenalty = penaltyProcedure({
  procedure: 'drug-penalty',
  title: ['药品监管行政处罚', 'Drug-regulation penalty'],
  inForce: { from: '2001-01-01' },
  basis: [{ act: 'CF' }, { act: 'YP', article: '126' }, { act: 'YP', article: '130' }],
  organ: 'drug-regulation',
  verify: { limit: 'agr-penalty-verification', isExtended: false },
  decision: { limit: 'cfp-decision', isExtended: false, leavesOut: [] },
  isSuspended: false,
  serve: 'cfp-serve',
  publish: 'pub-penalty-credit',
  withdrawPublication: 'cfp-withdraw-publication',
});
