// How a clock ends, by a command or because it is pointless.
import { caseOf, emit, type UnderWay } from '../decision-under-way.ts';
import type { Clock } from '../state.ts';
import { dated, exercisedAt } from './clock-dates.ts';
import { limitOf } from './clock-times.ts';
import { endingOf, outcomeOf } from './outcome.ts';

/**
 * Ends a clock. What is pointless is moot unless it was breached already: a breach is not undone by what comes after it. A
 * limit on ladder `none` is never breached, and a paused clock is late only if it was when it was paused. What reached
 * nobody is not known to be kept. A duty of law that was broken is not shed by what makes it pointless: its ladder goes on.
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
    ...(pointless && !held && outcome === 'breached' && limit.kind === 'statutory'
      ? { undone: true as const }
      : {}),
  });
};

/** What was broken and is done at last, or can be done no more, is escalated no further. */
export const endEscalation = (work: UnderWay, isOver: (clock: Clock) => boolean): void => {
  for (const clock of Object.values(caseOf(work).clocks))
    if (clock.undone && isOver(clock))
      emit(work, { kind: 'clock', type: 'clock-escalation-ended', clock: clock.clock });
};
