// `xianjie enforce --rebuild`: arms every running clock and every open hand-off again. Run twice, it changes nothing;
// a lost Temporal database is repaired by it.

import pMap from 'p-map';
import { ARMED_WITHIN_MS, type NextMoment } from '../../../activities/roll-call.ts';
import { nextMomentsOf } from '../../../case/next-moments.ts';
import type { CaseState } from '../../../case/state.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import { openHandOffsOf } from './open-hand-offs.ts';
import type { TemporalDoor } from './temporal-door.ts';

export type Rebuilt = {
  readonly cases: number;
  /** Clocks with a moment still to come. */
  readonly clocks: number;
  /** Of those, moments entered now: due within 48 hours, or overdue; the roll-call enters the others in their time. */
  readonly moments: number;
  readonly overdue: number;
  readonly handOffs: number;
  /** Cases with an entry that cannot be folded: nothing of theirs was armed. */
  readonly unreadable: readonly string[];
};

export const rebuild = async (options: {
  /** All cases, and those that could not be folded. */
  readonly cases: Iterable<CaseState>;
  readonly unreadable?: readonly string[];
  readonly door: Pick<TemporalDoor, 'enterMoments' | 'startHandOff'>;
  readonly now: Instant;
}): Promise<Rebuilt> => {
  const { cases, door, now, unreadable = [] } = options;
  const until = plusMillis(now, ARMED_WITHIN_MS);
  const tally = { cases: 0, clocks: 0, moments: 0, overdue: 0, handOffs: 0 };
  const armed: NextMoment[] = [];
  for (const state of cases) {
    const next = nextMomentsOf(state);
    const handOffs = openHandOffsOf(state);
    tally.cases += 1;
    tally.clocks += next.length;
    tally.handOffs += handOffs.length;
    armed.push(...next.filter(({ at }) => at <= until));
    await pMap(handOffs, door.startHandOff, { concurrency: 8 });
  }
  await door.enterMoments(armed);
  const overdue = armed.filter(({ at }) => at <= now).length;
  return { ...tally, moments: armed.length, overdue, unreadable };
};
