// Where a penalty may stand, and what may be done there.
import type { Literal, PenaltyLaw } from './penalty-law.ts';
import { onceDecided } from './states/once-decided.ts';
import { untilDecided } from './states/until-decided.ts';

/** The states of the course, then those that the organ's own law adds. */
export const statesFor = (law: PenaltyLaw): Literal['states'] => ({
  ...untilDecided(law),
  ...onceDecided(law),
  ...law.own?.states,
});
