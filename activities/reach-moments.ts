// Submits due moments to the registrar, as anyone would submit a command. What the rules refuse is counted, not thrown:
// a stale moment is done with, an early one goes back to its docket. What cannot be decided now is retried while the ledger is
// away; where it is there, the case is named and left to the sweep, and the docket goes on with the others.
import { activityInfo, heartbeat } from '@temporalio/activity';
import type { Answer } from '../schemas/entry.ts';
import { type ErrorCode, InfrastructureError } from '../schemas/errors.ts';
import type { Instant } from '../schemas/instant.ts';
import { withFailures } from './failures.ts';
import { type ArmedMoment, type MomentsOfCase, momentsByCase } from './moments-by-case.ts';

export type ReachMomentsPorts = {
  /** The platform's clock. */
  now(): Instant;
  /**
   * Submits commands `reach-moment` as service `docket`, as many at once as the registrar takes; an answer for each,
   * in their order: a retryable refusal where it could not be decided now. Sent twice, a command is taken once.
   */
  submitMoments(commands: readonly MomentsOfCase[]): Promise<readonly Answer[]>;
  /** Whether the ledger takes entries: what cannot be decided then is the fault of its case. */
  ledgerTakes(): Promise<boolean>;
  /** Says by name that the moments of a case could not be recorded. */
  leaveToSweep(command: MomentsOfCase, code: string): void;
};

export type ReachedMoments = {
  /** Moments in commands that were taken; those of a first attempt whose answer was lost count too. */
  readonly recorded: number;
  /** Moments that no longer applied. */
  readonly stale: number;
  /** Not yet, by the registrar's clock. */
  readonly early: readonly ArmedMoment[];
  /** Moments of cases that could not be decided, left to the sweep. */
  readonly undecided: number;
};

const EARLY = new Set(['MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);

/** Commands between two heart-beats, some tenths of a second. */
const IN_ONE_GO = 250;
/** Attempts before it is asked whose fault it is. */
const PATIENCE = 3;

export const createReachMoments = (ports: ReachMomentsPorts) => ({
  reachMoments: withFailures(
    async ({ moments }: { readonly moments: readonly ArmedMoment[] }): Promise<ReachedMoments> => {
      const now = ports.now();
      const early = moments.filter(({ at }) => at > now);
      const commands = momentsByCase(moments.filter(({ at }) => at <= now));
      const held: { readonly command: MomentsOfCase; readonly code: string }[] = [];
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
          } else if (answer?.retryable) held.push({ command, code: answer.code });
          else stale += command.moments.length;
        }
        heartbeat(recorded);
      }
      const [first] = held;
      if (first && (activityInfo().attempt < PATIENCE || !(await ports.ledgerTakes())))
        throw new InfrastructureError(first.code as ErrorCode);
      for (const { command, code } of held) ports.leaveToSweep(command, code);
      const undecided = held.reduce((sum, { command }) => sum + command.moments.length, 0);
      return { recorded, stale, early, undecided };
    },
  ),
});
