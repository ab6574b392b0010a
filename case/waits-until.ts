// From when on a condition lets pass by time alone, so that a refusal can say so: read off the clocks that it waits for.
import type { Test } from '../schemas/condition.ts';
import type { Instant } from '../schemas/instant.ts';
import { holds, notPassedIn } from './conditions.ts';
import type { Situation } from './situation.ts';

/** The last of these instants; `undefined` where one is not known. */
const lastOf = (all: readonly (Instant | undefined)[]): Instant | undefined =>
  all.every((one) => one !== undefined) ? all.toSorted().at(-1) : undefined;

/** `undefined` where time alone does not bring it about, or nobody knows when. */
export const waitsUntil = (test: Test, s: Situation): Instant | undefined => {
  if ('passed' in test)
    return lastOf(
      notPassedIn(s, test.passed).map(({ status, times }) =>
        status === 'paused' ? undefined : (times.latestDueAt ?? undefined),
      ),
    );
  if ('allOf' in test)
    return lastOf(test.allOf.filter((one) => !holds(one, s)).map((one) => waitsUntil(one, s)));
  return 'anyOf' in test
    ? test.anyOf
        .map((one) => waitsUntil(one, s))
        .filter((one) => one !== undefined)
        .toSorted()[0]
    : undefined;
};
