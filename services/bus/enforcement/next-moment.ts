// Which moment of a clock comes next: the one thing about a case that Temporal is told. Pure.

import type { NextMoment } from '../../../activities/roll-call.ts';
import type { CaseState, Clock, HandOff } from '../../../case/state.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { HandOffInput } from '../../../workflows/messages.ts';

/** First planned moment not yet reached, or `null`; a clock that is paused or stopped has none. */
export const nextMomentOf = (state: CaseState, clock: Clock): NextMoment | null => {
  if (clock.status !== 'running') return null;
  const [next] = clock.times.moments
    .filter(({ moment }) => !clock.reached.includes(moment))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return next ? { case: state.id, clock: clock.clock, ...next, obliged: clock.obliged } : null;
};

/** Next moments of all running clocks of a case. */
export const nextMomentsOf = (state: CaseState): NextMoment[] =>
  Object.values(state.clocks).flatMap((clock) => nextMomentOf(state, clock) ?? []);

const inputOf = (state: CaseState, handOff: HandOff): HandOffInput => ({
  case: state.id,
  proceeding: handOff.proceeding,
  hop: handOff.hop,
  from: handOff.from,
  to: handOff.to,
  since: handOff.startedAt,
});

/** Hand-overs neither signed for nor returned. */
export const openHandOffsOf = (state: CaseState): HandOffInput[] =>
  Object.values(state.handOffs)
    .filter(({ outcome }) => outcome === undefined)
    .map((handOff) => inputOf(state, handOff));

/** The open one of a proceeding, or `null`; there is at most one. */
export const openHandOffIn = (state: CaseState, proceeding: string): HandOffInput | null =>
  openHandOffsOf(state).find((handOff) => handOff.proceeding === proceeding) ?? null;

export const isWithin =
  (until: Instant) =>
  (moment: NextMoment): boolean =>
    moment.at <= until;
