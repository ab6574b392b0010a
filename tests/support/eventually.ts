// Waiting for a condition that can only be asked for: asked again until it holds. The test's own time-out is the only limit.
import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_QUESTIONS_MS = 50;

/** Resolves with the first answer that is not `false`, `null` or `undefined`; an error counts as "not yet". */
export const eventually = async <T>(ask: () => Promise<T | false | null | undefined>): Promise<T> => {
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    await pause(BETWEEN_QUESTIONS_MS);
  }
};
