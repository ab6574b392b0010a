// Submits due moments to the registrar, as anyone would submit a command. What the rules refuse is counted, not thrown:
// a stale moment is done with, an early one goes back to its docket. Only infrastructure errors are thrown, and retried.
import { heartbeat } from '@temporalio/activity';
import type { Answer } from '../schemas/entry.ts';
import type { Instant } from '../schemas/instant.ts';
import { withFailures } from './failures.ts';
import { type ArmedMoment, type MomentsOfCase, momentsByCase } from './moments-by-case.ts';

export type ReachMomentsPorts = {
  /** The platform's clock. */
  now(): Instant;
  /**
   * Submits commands `reach-moment` as service `docket`, as many at once as the registrar takes; an answer for each,
   * in their order. Sent twice, a command is taken once.
   * @throws InfrastructureError
   */
  submitMoments(commands: readonly MomentsOfCase[]): Promise<readonly Answer[]>;
};

export type ReachedMoments = {
  /** Moments in commands that were taken; those of a first attempt whose answer was lost count too. */
  readonly recorded: number;
  /** Moments that no longer applied. */
  readonly stale: number;
  /** Not yet, by the registrar's clock. */
  readonly early: readonly ArmedMoment[];
};

const EARLY = new Set(['MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);

/** Commands between two heart-beats, some tenths of a second. */
const IN_ONE_GO = 250;

export const createReachMoments = (ports: ReachMomentsPorts) => ({
  reachMoments: withFailures(
    async ({ moments }: { readonly moments: readonly ArmedMoment[] }): Promise<ReachedMoments> => {
      const now = ports.now();
      const early = moments.filter(({ at }) => at > now);
      const commands = momentsByCase(moments.filter(({ at }) => at <= now));
      let recorded = 0;
      let stale = 0;
      for (let i = 0; i < commands.length; i += IN_ONE_GO) {
        const some = commands.slice(i, i + IN_ONE_GO);
        const answers = await ports.submitMoments(some);
        for (const [n, command] of some.entries()) {
          const answer = answers[n];
          if (answer?.ok) recorded += command.moments.length;
          else if (answer && EARLY.has(answer.code)) {
            early.push(...command.moments.map((m) => ({ case: command.case, at: command.at, ...m })));
          } else stale += command.moments.length;
        }
        heartbeat(recorded);
      }
      return { recorded, stale, early };
    },
  ),
});
