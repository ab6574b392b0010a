// A right that is not used in time is gone: what would use it is refused.
import type { ClockRule } from '../../schemas/procedure.ts';
import { Rejection, type UnderWay } from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import type { Proceeding } from '../state.ts';
import { exercisedAt } from './clock-dates.ts';
import { limitOf, newest } from './clock-times.ts';
import { touchedBy } from './touched-clocks.ts';

/** A right whose time has run out is refused before anything happens. */
export const refuseLapsed = (
  work: UnderWay,
  p: Proceeding,
  rules: Readonly<Record<string, ClockRule>>,
  command: string,
): void => {
  for (const { limit: id, pointless } of touchedBy(rules, command).stops) {
    const clock = pointless ? undefined : newest(work, p.proceeding, id);
    if (!clock || !limitOf(work, clock).lapses || clock.undetermined) continue;
    if (clock.status === 'stopped' && clock.outcome !== 'lapsed') continue;
    if (isLate(clock.times, exercisedAt(work, clock), 'latest')) throw new Rejection('RIGHT_LAPSED', [id]);
  }
};
