// Which moment of a clock comes next: the one thing about a case that Temporal is told.
import { type CaseState, type Clock, momentsAhead } from './state.ts';

/**
 * First planned moment not yet reached, with the department whose docket holds it, or `null`; a clock that is paused, or stopped
 * save for what was broken and never done, has none.
 */
export const nextMomentOf = (state: CaseState, clock: Clock) => {
  const [next] = momentsAhead(clock).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return next ? { case: state.id, clock: clock.clock, ...next, obliged: clock.obliged } : null;
};

/** Next moments of all running clocks of a case. */
export const nextMomentsOf = (state: CaseState) =>
  Object.values(state.clocks).flatMap((clock) => nextMomentOf(state, clock) ?? []);
