// Clocks that go on differently: paused, resumed, prolonged, computed again. A command meant to do so must reach a clock.
import { regionOf } from '../../schemas/ids.ts';
import type { Span } from '../../schemas/time-limit.ts';
import { caseOf, type Draft, emit, Rejection, regionSettings } from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import type { Clock } from '../state.ts';
import { limitOf, timesOf } from './clock-times.ts';

export const pause = (draft: Draft, clocks: readonly Clock[]): void => {
  const { command, context } = draft;
  const ticking = clocks.filter((clock) => clock.status === 'running');
  if (ticking.length === 0) throw new Rejection('NO_SUCH_CLOCK');
  const settled = (clock: Clock) =>
    regionSettings(context.register, regionOf(clock.obliged)).pauses[clock.limit];
  const allowed = ticking.filter((clock) => limitOf(draft, clock).pause !== false || settled(clock));
  if (allowed.length === 0)
    throw new Rejection(
      'PAUSE_NOT_ALLOWED',
      ticking.map((clock) => clock.limit),
    );
  for (const clock of allowed)
    emit(draft, {
      kind: 'clock',
      type: 'clock-paused',
      clock: clock.clock,
      pausedAt: command.occurredAt,
      reasonBasis: command.body.basis ?? settled(clock)?.basis ?? '',
    });
};

export const resume = (draft: Draft, clocks: readonly Clock[]): void => {
  const paused = clocks.filter((clock) => clock.status === 'paused');
  if (paused.length === 0) throw new Rejection('NO_SUCH_CLOCK');
  for (const clock of paused) {
    const to = draft.command.occurredAt;
    const stops = [...clock.stops, { from: clock.pausedAt ?? to, to }];
    const times = timesOf(draft, limitOf(draft, clock), {
      ...clock,
      extensions: clock.extensions.map((e) => e.by),
      stops,
    });
    emit(draft, { kind: 'clock', type: 'clock-resumed', clock: clock.clock, stops, times });
  }
};

/** What is missing from spans of one unit to a longer one of that unit. */
const missingTo = (whole: Span, spans: readonly Span[]): Span | undefined => {
  const [unit, length] = Object.entries(whole)[0] as [string, number];
  const had = spans.map((span) => (span as Record<string, unknown>)[unit]);
  if (!had.every((n) => typeof n === 'number')) return undefined;
  const missing = had.reduce((left, n) => left - n, length);
  return missing > 0 ? ({ [unit]: missing } as Span) : undefined;
};

export const extend = (draft: Draft, clocks: readonly Clock[]): void => {
  if (clocks.length === 0) throw new Rejection('NO_SUCH_CLOCK');
  const { extension: id, approver } = draft.command.body;
  const ruleOf = (clock: Clock) =>
    limitOf(draft, clock).extensions.find((e) => e.id === id && e.approver === approver);
  /** What is added to the length it has now; nothing where that is reached already, or another must come first. */
  const addedTo = (clock: Clock): Span | undefined => {
    const rule = ruleOf(clock);
    const granted = clock.extensions.map((e) => e.id);
    if (!rule || (rule.after !== undefined && !granted.includes(rule.after))) return undefined;
    return missingTo(rule.to, [limitOf(draft, clock).span, ...clock.extensions.map((e) => e.by)]);
  };
  const fitting = clocks.filter((clock) => addedTo(clock) !== undefined);
  if (fitting.length === 0)
    throw new Rejection(
      'EXTENSION_NOT_ALLOWED',
      clocks.flatMap((clock) => limitOf(draft, clock).extensions.map((e) => `${e.id}: ${e.approver}`)),
    );
  for (const clock of fitting) {
    const rule = ruleOf(clock);
    const by = addedTo(clock);
    if (!rule || !by) continue;
    if (isLate(clock.times, draft.command.occurredAt, 'latest'))
      throw new Rejection('EXTENSION_NOT_ALLOWED', ['overdue']);
    const extensions = [...clock.extensions.map((e) => e.by), by];
    const times = timesOf(draft, limitOf(draft, clock), { ...clock, extensions });
    emit(draft, {
      kind: 'clock',
      type: 'clock-extended',
      clock: clock.clock,
      extension: rule.id,
      by,
      approver: rule.approver,
      times,
    });
  }
};

/** Computes open clocks again under the register as it is now; an event for each that moved. */
export const recalculate = (draft: Draft, reason: string): void => {
  for (const clock of Object.values(caseOf(draft).clocks)) {
    if (clock.status !== 'running' || clock.times.latestDueAt === null) continue;
    const times = timesOf(draft, limitOf(draft, clock), {
      ...clock,
      extensions: clock.extensions.map((e) => e.by),
    });
    const { strictDueAt, latestDueAt, provisional } = clock.times;
    if (
      times.strictDueAt === strictDueAt &&
      times.latestDueAt === latestDueAt &&
      times.provisional === provisional
    )
      continue;
    emit(draft, {
      kind: 'clock',
      type: 'clock-recalculated',
      clock: clock.clock,
      reason,
      before: { strictDueAt, latestDueAt },
      times,
    });
  }
};
