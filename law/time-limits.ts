// All time limits, and the one in force on a date. One row of the law is one entry in law/time-limits/.
import type { CivilDate } from '../schemas/instant.ts';
import type { TimeLimit } from '../schemas/time-limit.ts';
import { agreedLimits } from './time-limits/agreed.ts';
import { clueLimits } from './time-limits/clue.ts';
import { filingReviewLimits } from './time-limits/filing-review.ts';
import { forwardLimits } from './time-limits/forward.ts';
import { supervisionLimits } from './time-limits/supervision.ts';

/** Every limit, in and out of force; one id may appear with several periods that do not overlap. */
export const timeLimits: readonly TimeLimit[] = [
  ...forwardLimits,
  ...filingReviewLimits,
  ...supervisionLimits,
  ...clueLimits,
  ...agreedLimits,
];

const byId = Map.groupBy(timeLimits, (limit) => limit.id);

/** The limit with this id that is in force on `date` (`from` ≤ date < `until`), or `undefined`. */
export const timeLimitOn = (id: string, date: CivilDate): TimeLimit | undefined =>
  byId.get(id)?.find((limit) => limit.from <= date && (limit.until === undefined || date < limit.until));

/** Whether a limit of this id ever existed, in force or not. */
export const isTimeLimit = (id: string): boolean => byId.has(id);
