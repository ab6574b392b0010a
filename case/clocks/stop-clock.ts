// How a clock ends, by a command or because it is pointless.
import { emit, type UnderWay } from '../decision-under-way.ts';
import type { Clock } from '../state.ts';
import { dated, exercisedAt } from './clock-dates.ts';
import { limitOf } from './clock-times.ts';
import { endingOf, outcomeOf } from './outcome.ts';

/**
 * Ends a clock. What is pointless is moot unless it was breached already: a breach is not undone by what comes after it. A
 * limit on ladder `none` is never breached, and a paused clock is late only if it was when it was paused. What reached
 * nobody is not known to be kept.
 */
export const stop = (
  work: UnderWay,
  clock: Clock,
  pointless: boolean,
  { reached = true, held = false } = {},
): void => {
  const { context, command } = work;
  const limit = limitOf(work, clock);
  const outcome = outcomeOf(
    endingOf(work, clock, reached),
    limit.lapses && context.clock === 'real' ? { from: exercisedAt(work, clock) } : dated(work, limit),
    pointless,
  );
  emit(work, {
    kind: 'clock',
    type: 'clock-stopped',
    clock: clock.clock,
    stoppedAt: command.occurredAt,
    outcome,
    ...(held ? { held } : {}),
  });
};
