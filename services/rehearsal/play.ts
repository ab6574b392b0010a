// Plays a plan and the invented case in stepped time: forward to the next instant at which anything happens, a fact to give or
// a moment to reach, what is due is given, the relays run dry, the dockets do what time does; then on. All cases share one clock.
import type { Law } from '../../law/law.ts';
import type { Answer } from '../../schemas/entry.ts';
import type { CaseId } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import { type CaseFile, caseFiles } from './case-files.ts';
import type { InventedCase } from './invented-case.ts';
import { inventedCommand } from './invented-step.ts';
import type { Plan } from './planned-fact.ts';
import { type Bus, linkFiles, type PlayedFact, playFact } from './play-fact.ts';

/** Time as a rehearsal moves it. */
export type RehearsalTime = {
  /** The clock stands at this instant from now on. */
  moveTo(at: Instant): void;
  /** Waits until the relays have nothing pending, then does all that time does at this instant; both until nothing is new. */
  settle(at: Instant): Promise<void>;
  /** The next instant at which time will do something, or `null`. */
  nearestMoment(): Instant | null;
};

/** After the last fact time goes on for so long, or until no clock has a moment left. */
export const HORIZON_DAYS = 90;

type PlayedInvented = {
  readonly step: InventedCase['steps'][number];
  readonly answer: Answer;
};

export type Played = {
  readonly facts: readonly PlayedFact[];
  readonly invented: readonly PlayedInvented[];
  readonly inventedCase?: CaseId;
  readonly files: ReadonlyMap<string, CaseFile>;
  readonly filledSteps: number;
  /** Filled-in steps and links that were refused, `RC-001#3 sign-receipt: CODE`. */
  readonly refusedSteps: readonly string[];
  /** Where time stands at the end. */
  readonly until: Instant;
  /** The next moment beyond that, if one is left. */
  readonly left: Instant | null;
};

type Deed = { readonly at: Instant; readonly take: () => Promise<void> };

export const play = async (deps: {
  readonly plan: Plan;
  readonly invented: InventedCase;
  readonly bus: Bus;
  readonly time: RehearsalTime;
  readonly law: Law;
  /** Checked before each step of time. */
  readonly signal?: AbortSignal;
  readonly onPlayed?: (done: number, of: number, at: Instant) => void;
}): Promise<Played> => {
  const { plan, invented, bus, time, law, signal, onPlayed } = deps;
  const files = caseFiles(plan.facts, plan.cases);
  const facts: PlayedFact[] = [];
  const inventedSteps: PlayedInvented[] = [];
  const refusedSteps: string[] = [];
  const linked = new Set<string>();
  let inventedCase: CaseId | undefined;
  let filledSteps = 0;

  const linkWhenBothAreOpen = async (mainId: string, at: Instant): Promise<void> => {
    const main = files.get(mainId);
    for (const [filedUnder, file] of files) {
      if (!filedUnder.startsWith(`${mainId}/`) || linked.has(filedUnder)) continue;
      if (main?.caseId === undefined || file.caseId === undefined) continue;
      linked.add(filedUnder);
      for (const answer of await linkFiles(bus, main, file, at)) {
        if (answer.ok) filledSteps += 1;
        else refusedSteps.push(`${filedUnder} link-case: ${answer.code}`);
      }
    }
  };

  const factDeeds = plan.facts.map(
    (fact): Deed => ({
      at: fact.at,
      take: async () => {
        const file = files.get(fact.filedUnder);
        if (!file) throw new Error(`${fact.published} hangs on no file`);
        const played = await playFact(bus, law, fact, file);
        facts.push(played);
        filledSteps += played.filled;
        const { refusedStep } = played;
        if (refusedStep) {
          refusedSteps.push(`${fact.published} ${refusedStep.command}: ${refusedStep.refusal.code}`);
        }
        await linkWhenBothAreOpen(fact.case, fact.at);
      },
    }),
  );
  const inventedDeeds = invented.steps.map(
    (step): Deed => ({
      at: step.at,
      take: async () => {
        const answer = await bus.submit(
          inventedCommand(invented, step, inventedCase),
          step.actor,
          step.officer,
        );
        if (answer.ok) inventedCase ??= answer.case;
        inventedSteps.push({ step, answer });
      },
    }),
  );
  // Sorting is stable: at one instant each list keeps its own order.
  const deeds = [...factDeeds, ...inventedDeeds].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  let until = deeds[0]?.at ?? '2000-01-01T00:00:00+08:00';
  let done = 0;
  const horizon = plusMillis(deeds.at(-1)?.at ?? until, HORIZON_DAYS * 86_400_000);
  for (;;) {
    signal?.throwIfAborted();
    const moment = time.nearestMoment();
    if (moment !== null && moment <= until && done > 0) {
      throw new Error(`at ${until} a moment of ${moment} was asked for and not recorded`);
    }
    const ahead = [deeds[done]?.at, moment !== null && moment <= horizon ? moment : undefined];
    const next = ahead.filter((at) => at !== undefined).sort()[0];
    if (next === undefined) break;
    until = next;
    time.moveTo(until);
    for (let deed = deeds[done]; deed?.at === until; deed = deeds[done]) {
      await deed.take();
      done += 1;
    }
    await time.settle(until);
    onPlayed?.(done, deeds.length, until);
  }
  return {
    facts,
    invented: inventedSteps,
    ...(inventedCase === undefined ? {} : { inventedCase }),
    files,
    filledSteps,
    refusedSteps,
    until,
    left: time.nearestMoment(),
  };
};
