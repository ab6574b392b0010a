// Pauses between the tries of what must succeed in the end: short at first, then each twice the last.
import { setTimeout as delay } from 'node:timers/promises';

export type BackOff = {
  /** Length of the next pause, which is then taken to have been made, milliseconds. */
  next(): number;
  /** Makes the next pause; ends early, and quietly, when `signal` aborts. */
  pause(signal?: AbortSignal): Promise<void>;
  /** It has succeeded: the next pause is the first again. */
  reset(): void;
};

/** @param longest a pause never grows beyond it; both in milliseconds */
export const backOff = ({
  first,
  longest,
}: {
  readonly first: number;
  readonly longest: number;
}): BackOff => {
  let coming = first;
  const next = (): number => {
    const length = coming;
    coming = Math.min(2 * coming, longest);
    return length;
  };
  return {
    next,
    pause: (signal) => delay(next(), undefined, { signal }).catch(() => undefined),
    reset: () => {
      coming = first;
    },
  };
};
