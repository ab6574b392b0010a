// Stretches of time in which a clock stands still, merged, and how much they take out of a stretch of hours.
import { type Instant, millisOf } from '../../schemas/instant.ts';

/** Half-open: stopped from `from`, running again at `to`. */
export type Stop = { from: Instant; to: Instant };

/** Stops in order as milliseconds, empty ones dropped, overlapping ones joined: no moment is taken out twice. */
export const mergedStops = (stops: readonly Stop[]): { from: number; to: number }[] => {
  const out: { from: number; to: number }[] = [];
  const sorted = stops
    .map((stop) => ({ from: millisOf(stop.from), to: millisOf(stop.to) }))
    .filter((stop) => stop.from < stop.to)
    .sort((a, b) => a.from - b.from);
  for (const stop of sorted) {
    const last = out.at(-1);
    if (last !== undefined && stop.from <= last.to) last.to = Math.max(last.to, stop.to);
    else out.push(stop);
  }
  return out;
};

/** Milliseconds by which `end` moves when what is stopped after `start` does not count. */
export const stoppedMillis = (stops: readonly Stop[], start: number, end: number): number => {
  let lost = 0;
  for (const stop of mergedStops(stops)) {
    // Each stop pushes the end further, so a later stop may come within reach.
    if (stop.to <= start || stop.from >= end + lost) continue;
    lost += stop.to - Math.max(stop.from, start);
  }
  return lost;
};

const DAY_MS = 86_400_000;
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** Whether every stop begins and ends at midnight in Beijing: no day is stopped in part. */
export const isInWholeDays = (stops: readonly Stop[]): boolean =>
  mergedStops(stops).every(({ from, to }) =>
    [from, to].every((at) => (at + BEIJING_OFFSET_MS) % DAY_MS === 0),
  );
