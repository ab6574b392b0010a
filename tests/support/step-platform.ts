// Time goes by on a platform whose clock is stepped.
import type { Instant } from '../../schemas/instant.ts';
import type { steppedClock } from '../../services/clock.ts';
import type { TestPlatform } from './test-platform.ts';

/** Steps to each next instant at which time does something, up to `end`. */
export const stepPlatform = async (
  { platform: { enforcing } }: TestPlatform,
  clock: ReturnType<typeof steppedClock>,
  end: Instant,
): Promise<void> => {
  for (let next = enforcing.nearest(); next !== null && next <= end; next = enforcing.nearest()) {
    clock.step(next);
    await enforcing.step(next);
  }
  clock.step(end);
  await enforcing.step(end);
};
