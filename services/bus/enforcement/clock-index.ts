// Next moments of all running clocks, in memory, kept up to date by the relay: for a rehearsal, which asks at every step.

import type { NextMoment } from '../../../activities/roll-call.ts';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import type { CaseState } from '../../../case/state.ts';
import type { Instant } from '../../../schemas/instant.ts';

export const clockIndex = () => {
  const byCase = new Map<string, { sequence: number; moments: readonly NextMoment[] }>();
  const all = (): NextMoment[] => [...byCase.values()].flatMap(({ moments }) => moments);
  return {
    /** A case as it is now. */
    note: (state: CaseState): void => {
      if ((byCase.get(state.id)?.sequence ?? 0) > state.sequence) return;
      byCase.set(state.id, { sequence: state.sequence, moments: nextMomentsOf(state) });
    },
    /** The next instant at which time will do something, or `null`. */
    nearest: (): Instant | null =>
      all().reduce<Instant | null>((near, { at }) => (near === null || at < near ? at : near), null),
    nextMoments: async function* (until: Instant): AsyncGenerator<readonly NextMoment[]> {
      yield all().filter(({ at }) => at <= until);
    },
  };
};
