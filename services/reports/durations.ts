// How long the main steps took: median and slowest, by the second step of each pair. What a rehearsal filled in, or what is
// dated no better than a month, has no length.
import type { Bilingual } from '../../schemas/ids.ts';
import { type Instant, millisOf } from '../../schemas/instant.ts';
import type { StepRow } from '../bus/reading-room/queries/progress.ts';

type Pair = {
  readonly id: string;
  readonly title: Bilingual;
  readonly procedure: string;
  readonly first: readonly string[];
  readonly second: readonly string[];
};

/** From the latest of the first events before it to each of the second. */
const PAIRS: readonly Pair[] = [
  {
    id: 'clue-acknowledgement',
    title: { zh: '线索通报至签收', en: 'Clue sent to acknowledged' },
    procedure: 'clue-notice',
    first: ['clue-sent', 'clue-rerouted', 'receiver-designated'],
    second: ['clue-acknowledged'],
  },
  {
    id: 'clue-feedback',
    title: { zh: '线索受理至反馈结果', en: 'Clue accepted to final feedback' },
    procedure: 'clue-notice',
    first: ['clue-accepted'],
    second: ['final-feedback-given'],
  },
  {
    id: 'head-decision',
    title: { zh: '移送报告至负责人审批', en: 'Transfer report to the head’s decision' },
    procedure: 'criminal-transfer',
    first: ['transfer-report-submitted'],
    second: ['transfer-approved', 'transfer-refused', 'transfer-report-returned'],
  },
  {
    id: 'hand-over',
    title: { zh: '批准移送至移交公安', en: 'Approval to hand-over' },
    procedure: 'criminal-transfer',
    first: ['transfer-approved'],
    second: ['handed-over'],
  },
  {
    id: 'receipt',
    title: { zh: '移交至公安签收', en: 'Hand-over to receipt' },
    procedure: 'criminal-transfer',
    first: ['handed-over', 'forwarded-to-competent-police'],
    second: ['receipt-signed'],
  },
  {
    id: 'filing-decision',
    title: { zh: '签收至立案或不予立案决定', en: 'Receipt to the decision on filing' },
    procedure: 'criminal-transfer',
    first: ['receipt-signed'],
    second: ['case-filed', 'filing-refused'],
  },
  {
    id: 'supervision',
    title: { zh: '启动立案监督至监督后立案', en: 'Supervision begun to filed under supervision' },
    procedure: 'filing-supervision',
    first: ['supervision-applied-for', 'supervision-begun'],
    second: ['filed-under-supervision'],
  },
];

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
    if (pair.first.includes(step.event)) first = step;
    if (!pair.second.includes(step.event)) continue;
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
export const durations = (steps: readonly StepRow[], from: Instant, until: Instant): Duration[] => {
  const proceedings = [...Map.groupBy(steps, (s) => `${s.case_id} ${s.proceeding}`).values()];
  return PAIRS.flatMap((pair) => {
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
