// What the docket does, in memory: asks for every moment of a case that has come, each at its own instant.
import { nextMomentsOf } from '../../case/next-moments.ts';
import type { CaseEvent } from '../../schemas/event.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { CaseDriver } from './case-driver.ts';

/** Reaches everything that comes by `until`, a second after its instant; the events of it all, in the order of time. */
export const reachAll = (driver: Pick<CaseDriver, 'state' | 'must'>, until: Instant): CaseEvent[] => {
  const events: CaseEvent[] = [];
  for (;;) {
    const [next] = nextMomentsOf(driver.state)
      .filter(({ at }) => at <= until)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
    if (!next) return events;
    events.push(
      ...driver.must({
        as: 'docket',
        at: next.at,
        recordedAt: plusMillis(next.at, 1_000),
        command: 'reach-moment',
        body: { moments: [{ clock: next.clock, moment: next.moment }] },
      }),
    );
  }
};
