// The limits a penalty is watched by: what starts, stops, pauses and prolongs them.
import { clocksOnceDecided } from './clocks/once-decided.ts';
import { clocksUntilDecided } from './clocks/until-decided.ts';
import type { Clocks, PenaltyLaw } from './penalty-law.ts';

/** The limits of the course, then those that the organ's own law adds. */
export const clocksFor = (law: PenaltyLaw): Clocks => ({
  ...clocksUntilDecided(law),
  ...clocksOnceDecided(law),
  ...law.own?.clocks,
});
