// The same duty under one act after another: a row for each period, in the order of time.
import type { TimeLimitRow } from '../../schemas/time-limit.ts';

/** What a new act changed: at least what the duty rests on. */
type Period = Pick<TimeLimitRow, 'from' | 'basis'> & Partial<TimeLimitRow>;

/** One row for each period, each in force until the next begins, so that a limit cites the article of the day it starts on. */
export const throughTime = (
  row: Omit<TimeLimitRow, 'from' | 'basis'>,
  ...periods: readonly Period[]
): TimeLimitRow[] =>
  periods.map((period, at) => {
    const next = periods[at + 1];
    return { ...row, ...period, ...(next ? { until: next.from } : {}) };
  });
