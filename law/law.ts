// All of the law in one value, so that it can be passed as an argument: procedures, time limits, ladders.

import type { CivilDate } from '../schemas/instant.ts';
import type { Procedure } from '../schemas/procedure.ts';
import type { TimeLimit } from '../schemas/time-limit.ts';
import { type LadderStep, ladderOf } from './ladders.ts';
import { procedures } from './procedures/registry.ts';
import { timeLimitOn } from './time-limits.ts';

export type Law = {
  /** Newest version of a procedure, or the version asked for. */
  procedure: (name: string, version?: number) => Procedure | undefined;
  procedures: readonly Procedure[];
  timeLimitOn: (id: string, date: CivilDate) => TimeLimit | undefined;
  ladderOf: (key: string) => readonly LadderStep[];
};

const byName = Map.groupBy(procedures, (p) => p.procedure);
const newest = new Map(
  [...byName].map(([name, all]) => [name, all.toSorted((a, b) => b.version - a.version)[0]]),
);

export const law: Law = {
  procedure: (name, version) =>
    version === undefined ? newest.get(name) : byName.get(name)?.find((p) => p.version === version),
  procedures,
  timeLimitOn,
  ladderOf,
};
