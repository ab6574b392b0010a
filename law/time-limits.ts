// All time limits, and the one in force on a date. One row of the law is one entry in law/time-limits/.
import type { TimeLimit, TimeLimitRow } from '../schemas/time-limit.ts';
import { agreedLimits } from './time-limits/agreed.ts';
import { clueLimits } from './time-limits/clue.ts';
import { criminalLimits } from './time-limits/criminal.ts';
import { filingReviewLimits } from './time-limits/filing-review.ts';
import { forwardLimits } from './time-limits/forward.ts';
import { measureLimits } from './time-limits/measures.ts';
import { penaltyLimits } from './time-limits/penalty.ts';
import { referralLimits } from './time-limits/referrals.ts';
import { supervisionLimits } from './time-limits/supervision.ts';
import { withdrawalLimits } from './time-limits/withdrawal.ts';

const rows: readonly TimeLimitRow[] = [
  ...forwardLimits,
  ...filingReviewLimits,
  ...supervisionLimits,
  ...withdrawalLimits,
  ...clueLimits,
  ...referralLimits,
  ...measureLimits,
  ...criminalLimits,
  ...agreedLimits,
  ...penaltyLimits,
];

/** Every limit, in and out of force; one id may appear with several periods that do not overlap, each a version of it. */
export const timeLimits: readonly TimeLimit[] = rows.map((row, at) => ({
  ...row,
  version: 1 + rows.slice(0, at).filter(({ id }) => id === row.id).length,
}));
