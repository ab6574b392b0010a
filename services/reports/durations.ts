// How long the steps took that the procedures want measured: median and slowest, by the second step of each pair. What a rehearsal filled in, or what is
// dated no better than a month, has no length.
import type { Law } from '../../law/law.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { type Instant, millisOf } from '../../schemas/instant.ts';
import type { ReportRule } from '../../schemas/procedure.ts';
import type { StepRow } from '../bus/reading-room/queries/progress.ts';

type Pair = NonNullable<ReportRule['durations']>[number] & { readonly procedure: string };

/** What the procedures want measured, each named once. */
const pairsOf = (law: Law): Pair[] =>
  law.newest.flatMap((p) => (p.report?.durations ?? []).map((pair) => ({ ...pair, procedure: p.procedure })));

export type Duration = {
  readonly id: string;
  readonly title: Bilingual;
  readonly count: number;
  /** Of these, lengths known to the day only. */
  readonly toTheDay: number;
  readonly medianMillis: number;
  readonly slowestMillis: number;
  readonly slowestCase: string;
};

type Length = { readonly case: string; readonly millis: number; readonly toTheDay: boolean };

const isDated = (step: StepRow): boolean =>
  !step.filled && (step.precision === 'instant' || step.precision === 'day');

const lengths = (pair: Pair, steps: readonly StepRow[], from: Instant, until: Instant): Length[] => {
  const found: Length[] = [];
  let first: StepRow | undefined;
  for (const step of steps) {
    if (pair.from.includes(step.command)) first = step;
    if (!pair.to.includes(step.command)) continue;
    if (first && isDated(first) && isDated(step) && step.occurred_at >= from && step.occurred_at < until)
      found.push({
        case: step.case_id,
        millis: Math.max(0, millisOf(step.occurred_at) - millisOf(first.occurred_at)),
        toTheDay: first.precision === 'day' || step.precision === 'day',
      });
    first = undefined;
  }
  return found;
};

const median = (sorted: readonly number[]): number => {
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : Math.floor(((sorted[middle - 1] ?? 0) + high) / 2);
};

/** Pairs whose second step fell into the period, in the order of a case's life. `steps` in the order of the ledger. */
export const durations = (steps: readonly StepRow[], from: Instant, until: Instant, law: Law): Duration[] => {
  const proceedings = [...Map.groupBy(steps, (s) => `${s.case_id} ${s.proceeding}`).values()];
  return pairsOf(law).flatMap((pair) => {
    const all = proceedings
      .filter((of) => of[0]?.procedure === pair.procedure)
      .flatMap((of) => lengths(pair, of, from, until))
      .toSorted((a, b) => a.millis - b.millis || (a.case < b.case ? 1 : -1));
    const slowest = all.at(-1);
    if (!slowest) return [];
    return [
      {
        id: pair.id,
        title: pair.title,
        count: all.length,
        toTheDay: all.filter((l) => l.toTheDay).length,
        medianMillis: median(all.map((l) => l.millis)),
        slowestMillis: slowest.millis,
        slowestCase: slowest.case,
      },
    ];
  });
};
