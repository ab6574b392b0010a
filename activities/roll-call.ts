// Reads every running clock's next moment within 48 hours, page by page, and enters it into its docket.
// Entering twice changes nothing, so a retry begins at the first page again.
import { heartbeat } from '@temporalio/activity';
import type { DepartmentId } from '../schemas/ids.ts';
import { type Instant, plusMillis } from '../schemas/instant.ts';
import { withFailures } from './failures.ts';
import type { ArmedMoment } from './moments-by-case.ts';

/** Next moment of a running clock, with the department whose docket holds it. */
export type NextMoment = ArmedMoment & { readonly obliged: DepartmentId };

export type RollCallPorts = {
  now(): Instant;
  /**
   * Next moments of all running clocks up to and with `until`, those overdue and not yet reached included, in pages.
   * @throws InfrastructureError
   */
  nextMoments(until: Instant): AsyncIterable<readonly NextMoment[]>;
  /** Enters moments into their dockets; in rehearsals into stepped ones. */
  enterMoments(moments: readonly NextMoment[]): Promise<void>;
};

/** A clock's next moment is armed when it falls within this; the roll-call runs daily, so one missed run is harmless. */
export const ARMED_WITHIN_MS = 48 * 3_600_000;

export const createRollCall = (ports: RollCallPorts) => ({
  rollCall: withFailures(async (): Promise<{ readonly moments: number }> => {
    let moments = 0;
    for await (const page of ports.nextMoments(plusMillis(ports.now(), ARMED_WITHIN_MS))) {
      await ports.enterMoments(page);
      moments += page.length;
      heartbeat(moments);
    }
    return { moments };
  }),
});
