// A docket holds one department's moments of one day and sleeps until the nearest; what is due it submits, in batches.
// It decides nothing: a moment whose clock has stopped meanwhile comes back as stale, one too early stays here.
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  log,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { endOfDay, instantAt } from './beijing.ts';
import { heldMoments } from './held-moments.ts';
import {
  type Advance,
  type ArmedMoment,
  advanceUpdate,
  type DocketInput,
  type DocketOutcome,
  enterSignal,
  entriesQuery,
} from './messages.ts';
import { inBatches } from './retry-policy.ts';

const { reachMoments } = proxyActivities<Pick<Activities, 'reachMoments'>>(inBatches);

/** One activity call. 500 moments are some 65 kB of history, twice: in the signal and in the call. */
const BATCH = 500;
/** Calls in flight, so that the registrar has work while the next call travels. */
const AT_ONCE = 2;
/** The registrar's clock is behind ours: ask again, but not at once. */
const EARLY_PAUSE_MS = 1_000;
/** Temporal takes 2 MB for a run's input; a row is some 66 bytes. Beyond, the roll-call enters the rest again. */
const CARRIED_AT_MOST = 25_000;

type Asked = { readonly now: string; done: { recorded: number } | null };

const batchesOf = (moments: readonly ArmedMoment[]): (readonly ArmedMoment[])[] => {
  const batches: (readonly ArmedMoment[])[] = [];
  for (let i = 0; i < moments.length; i += BATCH) batches.push(moments.slice(i, i + BATCH));
  return batches;
};

export async function docket(input: DocketInput): Promise<DocketOutcome> {
  const held = heldMoments(input.carried);
  const asked: Asked[] = [];
  const dayEnds = endOfDay(input.day);
  let recorded = input.recorded ?? 0;

  setHandler(enterSignal, ({ moments }) => held.enter(moments));
  setHandler(entriesQuery, () => ({ held: held.list(), recorded }));
  setHandler(
    advanceUpdate,
    async ({ now, moments = [] }: Advance) => {
      held.enter(moments);
      const mine: Asked = { now, done: null };
      asked.push(mine);
      await condition(() => mine.done !== null);
      return { recorded: mine.done?.recorded ?? 0, held: held.size() };
    },
    {
      validator: (_: Advance) => {
        if (!input.stepped) throw new Error('this docket keeps time itself: only a rehearsal is advanced');
      },
    },
  );

  const suggested = () => workflowInfo().continueAsNewSuggested;

  /** Submits all that is due; what the registrar's clock calls early stays held. */
  const submit = async (now: string): Promise<{ recorded: number; early: boolean }> => {
    const tally = { recorded: 0, early: false };
    const waiting = batchesOf(held.due(now));
    while (waiting.length > 0) {
      const running = waiting.splice(0, AT_ONCE).map(async (moments) => {
        const answer = await reachMoments({ moments });
        held.drop(moments);
        held.enter(answer.early);
        tally.recorded += answer.recorded;
        tally.early ||= answer.early.length > 0;
      });
      await Promise.all(running);
    }
    recorded += tally.recorded;
    return tally;
  };

  const carryOn = async (): Promise<never> => {
    await condition(allHandlersFinished);
    if (held.size() > CARRIED_AT_MOST) {
      log.warn('docket carries the nearest only', { held: held.size(), carried: CARRIED_AT_MOST });
      held.drop(
        held
          .list()
          .sort((a, b) => (a.at < b.at ? -1 : 1))
          .slice(CARRIED_AT_MOST),
      );
    }
    const { department, day, stepped } = input;
    return continueAsNew<typeof docket>({ department, day, stepped, carried: held.carry(), recorded });
  };

  if (input.stepped) {
    for (;;) {
      await condition(() => asked.length > 0 || suggested());
      const next = asked.shift();
      if (next) {
        next.done = await submit(next.now);
        await condition(allHandlersFinished);
        if (held.size() === 0 && asked.length === 0) return { recorded };
      }
      if (suggested() && asked.length === 0) await carryOn();
    }
  }

  let notBefore = 0;
  for (;;) {
    if (Date.now() >= notBefore) {
      const { early } = await submit(instantAt(Date.now()));
      if (early) notBefore = Date.now() + EARLY_PAUSE_MS;
    }
    if (suggested()) await carryOn();
    const nearest = held.nearest();
    if (nearest === null && Date.now() >= dayEnds) return { recorded };
    const wait = Math.max(nearest === null ? dayEnds : Date.parse(nearest), notBefore) - Date.now();
    // Woken by a nearer moment only: one that comes later changes nothing, and every timer costs history.
    if (wait > 0) await condition(() => suggested() || held.nearest() !== nearest, wait);
  }
}
