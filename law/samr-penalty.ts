// The penalty procedure of market regulation (SAMR Order 2), which the national and provincial drug regulators follow as well (SAMR2
// 85(1)): the county's drug matters are market regulation's own.
import type { PenaltyLaw } from './penalty-bones.ts';

export const underSamr2 = {
  // SAMR2 18(2).
  verify: { limit: 'smr-verify', isExtended: true, leavesOut: ['appraisal'] },
  decision: {
    limit: 'smr-decision',
    isExtended: true,
    // SAMR2 64(2) names the suspension too.
    leavesOut: ['appraisal', 'hearing', 'public-notice', 'suspension'],
  },
  isSuspended: true,
  legalReview: 'smr-legal-review',
  serve: 'smr-serve',
  withdrawPublication: 'cfp-withdraw-publication',
  close: 'smr-close',
} as const satisfies Partial<PenaltyLaw>;
