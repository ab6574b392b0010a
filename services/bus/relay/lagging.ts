// A value that moves on, and what it was so long ago: for what is only sure some time after it was done.

/** Values kept apart at most: how much longer than asked the sure one may lag, as a part of it. */
const STEPS = 100;

export type Lagging<T> = {
  /** It is this from now on. */
  note(value: T): void;
  /** The newest it was at least so long ago, or what it began with. */
  sure(): T;
};

/**
 * @param afterMs how long ago, milliseconds; 0: the newest is sure at once
 * @param start sure from the beginning
 * @param now a clock that never goes back, milliseconds
 */
export const lagging = <T>(
  afterMs: number,
  start: T,
  now: () => number = () => performance.now(),
): Lagging<T> => {
  const marks: { readonly at: number; readonly value: T }[] = [];
  let sure = start;
  let latest = start;
  let marked = start;
  /** A mark is never older than its value, so what is said to be sure is. */
  const mark = (at: number): void => {
    const last = marks.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    if (latest === marked || at - last < afterMs / STEPS) return;
    marks.push({ at, value: latest });
    marked = latest;
  };
  return {
    note: (value) => {
      latest = value;
      mark(now());
    },
    sure: () => {
      const at = now();
      mark(at);
      for (let next = marks[0]; next && at - next.at >= afterMs; next = marks[0]) {
        sure = next.value;
        marks.shift();
      }
      return sure;
    },
  };
};
