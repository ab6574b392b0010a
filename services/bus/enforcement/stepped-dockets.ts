// Time in a rehearsal: every docket that holds a moment that has come is advanced, again until nothing new is recorded.
import pMap from 'p-map';
import { ARMED_WITHIN_MS, type NextMoment, type RollCallPorts } from '../../../activities/roll-call.ts';
import { type Instant, plusMillis } from '../../../schemas/instant.ts';
import type { TemporalDoor } from './temporal-door.ts';
import { byDocket } from './workflow-ids.ts';

const AT_ONCE = 8;

const keyOf = (m: NextMoment): string => `${m.case} ${m.clock} ${m.moment} ${m.at}`;

export type Stepped = { readonly rounds: number; readonly dockets: number; readonly recorded: number };

/**
 * Wraps the door of a rehearsal. The relay enters moments through `enterMoments` of what is returned, so that it is known
 * here which docket holds what.
 */
export const steppedDockets = (options: {
  readonly door: Pick<TemporalDoor, 'enterMoments' | 'advance'>;
  readonly nextMoments: RollCallPorts['nextMoments'];
  /** Resolves when the relays have nothing pending. */
  readonly settled: () => Promise<void>;
}) => {
  const { door, nextMoments, settled } = options;
  const held = new Map<string, NextMoment>();

  const enterMoments = async (moments: readonly NextMoment[]): Promise<void> => {
    const unknown = moments.filter((moment) => !held.has(keyOf(moment)));
    if (unknown.length === 0) return;
    await door.enterMoments(unknown);
    for (const moment of unknown) held.set(keyOf(moment), moment);
  };

  const advanceDue = async (now: Instant): Promise<{ dockets: number; recorded: number }> => {
    const due = [...held.values()].filter(({ at }) => at <= now);
    const dockets = byDocket(due, due.length || 1);
    const answers = await pMap(dockets, (docket) => door.advance(docket, now), { concurrency: AT_ONCE });
    for (const moment of due) held.delete(keyOf(moment));
    return { dockets: dockets.length, recorded: answers.reduce((sum, { recorded }) => sum + recorded, 0) };
  };

  return {
    enterMoments,
    /** Roll-call at `now`, then every docket with something due, until a round records nothing. */
    stepDockets: async ({ now }: { readonly now: Instant }): Promise<Stepped> => {
      const total = { rounds: 0, dockets: 0, recorded: 0 };
      for (;;) {
        await settled();
        for await (const page of nextMoments(plusMillis(now, ARMED_WITHIN_MS))) await enterMoments(page);
        const { dockets, recorded } = await advanceDue(now);
        if (dockets === 0) return total;
        total.rounds += 1;
        total.dockets += dockets;
        total.recorded += recorded;
        if (recorded === 0) return total;
      }
    },
  };
};
