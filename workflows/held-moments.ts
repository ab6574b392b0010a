// What a docket holds in memory: each moment once, the nearest at hand, and a plain form to carry into the next run.
// Pure: runs in tests without a server.
import type { ArmedMoment, CarriedMoments } from './messages.ts';

const keyOf = (m: ArmedMoment): string => `${m.case} ${m.clock} ${m.moment} ${m.at}`;

/** Instants are compared as text: one spelling per instant. */
const earliest = (moments: Iterable<ArmedMoment>): string | null => {
  let nearest: string | null = null;
  for (const { at } of moments) if (nearest === null || at < nearest) nearest = at;
  return nearest;
};

export const heldMoments = (carried: CarriedMoments = {}) => {
  const held = new Map<string, ArmedMoment>();
  let nearest: string | null = null;

  const enter = (moments: readonly ArmedMoment[]): void => {
    for (const moment of moments) {
      held.set(keyOf(moment), moment);
      if (nearest === null || moment.at < nearest) nearest = moment.at;
    }
  };
  for (const [at, rows] of Object.entries(carried)) {
    enter(rows.map(([caseId, clock, moment]) => ({ case: caseId, clock, moment, at })));
  }

  return {
    enter,
    size: (): number => held.size,
    /** Instant of the nearest, or `null`. */
    nearest: (): string | null => nearest,
    list: (): ArmedMoment[] => [...held.values()],
    due: (now: string): ArmedMoment[] =>
      nearest === null || nearest > now ? [] : [...held.values()].filter(({ at }) => at <= now),
    drop: (moments: readonly ArmedMoment[]): void => {
      for (const moment of moments) held.delete(keyOf(moment));
      nearest = earliest(held.values());
    },
    carry: (): CarriedMoments => {
      const rows: Record<string, [string, string, string][]> = {};
      for (const { case: caseId, clock, moment, at } of held.values()) {
        rows[at] = rows[at] ?? [];
        rows[at].push([caseId, clock, moment]);
      }
      return rows;
    },
  };
};
