// Rows of a report without those of some cases: whoever asks may not know of them, so they stand in no line and no figure.
import type { ProgressRows } from '../bus/reading-room/queries/progress.ts';

export const withoutCases = (rows: ProgressRows, left: readonly string[]): ProgressRows => {
  if (left.length === 0) return rows;
  const kept = <T extends { readonly case_id: string }>(all: readonly T[]): T[] =>
    all.filter((row) => !left.includes(row.case_id));
  return {
    ...rows,
    steps: kept(rows.steps),
    clocks: kept(rows.clocks),
    earlierSpans: kept(rows.earlierSpans),
    proceedings: kept(rows.proceedings),
    handOffs: kept(rows.handOffs),
    moments: kept(rows.moments),
  };
};
