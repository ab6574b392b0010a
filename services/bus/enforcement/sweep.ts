// Temporal is watched, not trusted: beside it, due clocks are compared with recorded moments every minute. What is missing is
// submitted, and said aloud; whoever ends workflows or deletes schedules delays nothing by more than that.
import { setTimeout as pause } from 'node:timers/promises';
import { type MomentsOfCase, momentsByCase } from '../../../activities/moments-by-case.ts';
import type { NextMoment } from '../../../activities/roll-call.ts';
import type { Answer } from '../../../schemas/entry.ts';
import { type Instant, millisOf, plusMillis } from '../../../schemas/instant.ts';
import type { Clock } from '../../clock.ts';
import { codeOf, type Log } from '../../log.ts';

/** Milliseconds between two looks, and how long a docket has for a moment before it is looked for: together below a minute. */
export type SweepPace = { readonly every: number; readonly grace: number };
export const SWEEP: SweepPace = { every: 30_000, grace: 20_000 };

/** Rounds of one look: a moment that is recorded may show the next rung of its ladder to be due as well. */
const ROUNDS = 20;
/** Looks that may fail in a row before it counts as not looked at. */
const BLIND_AFTER = 3;

export type Sweep = {
  /** Looks now. Never rejects. */
  look(): Promise<void>;
  /** Whether the last look found every moment recorded that was due, and looking works. */
  isAllRecorded(): boolean;
  stop(): Promise<void>;
};

const NOT_MISSING = new Set(['MOMENT_STALE', 'MOMENT_TOO_EARLY', 'OCCURRED_IN_FUTURE']);

/** Looks now and then until stopped. */
export const startSweep = (deps: {
  readonly clock: Pick<Clock, 'now'>;
  readonly pace: SweepPace;
  /** Next moments of all running clocks up to and with `until`, in pages; rejects where what it reads is far behind the ledger. */
  readonly nextMoments: (until: Instant) => AsyncIterable<readonly NextMoment[]>;
  readonly submitMoments: (commands: readonly MomentsOfCase[]) => Promise<readonly Answer[]>;
  /** Makes Temporal's schedule again where it is gone. @returns whether it was */
  readonly ensureRollCall: () => Promise<boolean>;
  readonly callRoll: () => Promise<void>;
  readonly log: Log;
}): Sweep => {
  const { clock, pace, nextMoments, submitMoments, log } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Moments that nobody had recorded when it was last looked. */
  let missing = 0;
  let lookedAt = clock.now();
  let undecided = new Set<string>();

  const dueNow = async (): Promise<NextMoment[]> => {
    const until = plusMillis(clock.now(), -pace.grace);
    const due: NextMoment[] = [];
    for await (const page of nextMoments(until)) due.push(...page.filter(({ at }) => at <= until));
    return due;
  };

  const sayUndecided = (command: MomentsOfCase, code: string): void => {
    if (!undecided.has(command.commandId))
      log.error(
        { case: command.case, commandId: command.commandId, code },
        'due moments of a case cannot be recorded; they are tried again at every look',
      );
  };

  /** Submits what is due and not recorded. @returns how much of it was recorded now, and how much cannot be */
  const submitMissing = async (): Promise<{ recorded: number; held: number }> => {
    const commands = momentsByCase(await dueNow());
    const answers = commands.length === 0 ? [] : await submitMoments(commands);
    const held = new Set<string>();
    let [recorded, heldMoments] = [0, 0];
    for (const [n, command] of commands.entries()) {
      const answer = answers[n];
      if (answer?.ok) recorded += command.moments.length;
      else if (answer && !NOT_MISSING.has(answer.code)) {
        sayUndecided(command, answer.code);
        held.add(command.commandId);
        heldMoments += command.moments.length;
      }
    }
    undecided = held;
    return { recorded, held: heldMoments };
  };

  const lookOnce = async (): Promise<void> => {
    let found = 0;
    let left = 0;
    for (let round = 0; round < ROUNDS && !signal.aborted; round += 1) {
      const { recorded, held } = await submitMissing();
      found += recorded;
      left = held;
      if (recorded === 0) break;
    }
    missing = found + left;
    lookedAt = clock.now();
    if (found > 0)
      log.error(
        { code: 'MOMENTS_MISSED', moments: found },
        'moments were due and not recorded: Temporal did not act on them; they are recorded now',
      );
  };
  /** What waits for its time is armed again, where there is reason to think that it is not. */
  const mendTemporal = async (): Promise<void> => {
    if (signal.aborted) return;
    const wasGone = await deps.ensureRollCall();
    if (wasGone)
      log.error({ code: 'ROLL_CALL_GONE' }, 'the schedule of the roll-call was gone; it is made again');
    if (wasGone || missing > 0) await deps.callRoll();
  };

  let looking: Promise<void> = Promise.resolve();
  let mending: Promise<unknown> = Promise.resolve();
  const look = async (): Promise<void> => {
    looking = looking
      .then(lookOnce)
      .catch((error: unknown) => log.warn({ reason: codeOf(error) }, 'due moments are looked at again'));
    // Temporal may be away: no look waits for it, and what it does not do is done here.
    mending = Promise.all([mending, looking])
      .then(mendTemporal)
      .catch((error: unknown) => log.warn({ reason: codeOf(error) }, 'the roll-call is looked at again'));
    await mending;
  };
  const sweeping = (async () => {
    while (!signal.aborted) {
      await pause(pace.every, undefined, { ref: false, signal }).catch(() => undefined);
      if (signal.aborted) return;
      void look();
      await looking;
    }
  })();

  return {
    look,
    isAllRecorded: () =>
      missing === 0 && millisOf(clock.now()) - millisOf(lookedAt) <= BLIND_AFTER * (pace.every + pace.grace),
    stop: async () => {
      stopping.abort();
      await sweeping;
      await mending;
    },
  };
};
