// A clock as it stood at an instant: with the times that held then, stopped only if it was stopped by then.
import type { Instant } from '../../schemas/instant.ts';
import { type ClockStatus, clockStatus } from '../bus/reading-room/queries/clock-status.ts';
import type { ClockRow, EarlierSpanRow, ProgressRows } from '../bus/reading-room/queries/progress.ts';

export type ClockAsOf = {
  /** Columns of the times that held at the instant. */
  readonly row: ClockRow;
  /** Standing at the instant; `stopped` with its outcome. */
  readonly status: ClockStatus | 'stopped';
  readonly outcome: string | null;
  readonly stoppedAt: Instant | null;
};

const spanKey = (row: { case_id: string; clock: string }): string => `${row.case_id} ${row.clock}`;

const standing = (row: ClockRow, spans: readonly EarlierSpanRow[], asOf: Instant): ClockAsOf => {
  if (row.stopped_at !== null && row.stopped_at <= asOf)
    return { row, status: 'stopped', outcome: row.outcome, stoppedAt: row.stopped_at };
  const held = spans.find((s) => s.from_at <= asOf && asOf < s.until_at);
  const then = held ? { ...row, ...held } : row;
  return { row: then, status: clockStatus(then, asOf), outcome: null, stoppedAt: null };
};

/** Every clock that had started by the instant. */
export const clocksAsOf = (
  { clocks, earlierSpans }: Pick<ProgressRows, 'clocks' | 'earlierSpans'>,
  asOf: Instant,
): ClockAsOf[] => {
  const spans = Map.groupBy(earlierSpans, spanKey);
  return clocks
    .filter((row) => row.started_at <= asOf)
    .map((row) => standing(row, spans.get(spanKey(row)) ?? [], asOf));
};
