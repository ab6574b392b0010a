// Clocks that go on differently: paused, resumed, prolonged, computed again. A command meant to do so must reach a clock.
import type { Span } from '../../schemas/time-limit.ts';
import {
  caseOf,
  emit,
  proceedingOf,
  Rejection,
  regionSettings,
  type UnderWay,
} from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { type Clock, pausedSince } from '../state.ts';
import { limitOf, running, timesAgain } from './clock-times.ts';
import { endedByMark } from './ended-by-mark.ts';
import type { NamedPause } from './touched-clocks.ts';

/** Those that run, and those that would go on if what had ended them in another proceeding were undone. */
const clocksWith = (work: UnderWay, proceeding: string, named: readonly NamedPause[]) =>
  named.flatMap(({ limit, pause }) => {
    const clock =
      running(work, proceeding, limit) ?? endedByMark(work, proceedingOf(work, proceeding), limit);
    return clock ? [{ clock, pause }] : [];
  });

/** On the record what is overdue can be neither paused nor prolonged by a word about the past; what has ended is not overdue. */
const refuseOverdue = (work: UnderWay, clocks: readonly Clock[], code: string): void => {
  const { clock: kind, at } = work.context;
  const overdue = clocks.filter(
    (clock) =>
      kind === 'real' &&
      clock.status !== 'stopped' &&
      isLate(clock.times, pausedSince(clock) ?? at, 'latest'),
  );
  if (overdue.length > 0) throw new Rejection(code, ['overdue']);
};

/** Begins a pause of each clock named that is not in it already; others of the same clock may be open. */
export const pause = (work: UnderWay, proceeding: string, named: readonly NamedPause[]): void => {
  const { command, context } = work;
  const ticking = clocksWith(work, proceeding, named).filter(
    ({ clock, pause: name }) => !Object.hasOwn(clock.pauses, name),
  );
  if (ticking.length === 0) throw new Rejection('NO_SUCH_CLOCK');
  refuseOverdue(
    work,
    ticking.map(({ clock }) => clock),
    'PAUSE_NOT_ALLOWED',
  );
  const settled = (clock: Clock) => regionSettings(context.register, clock.region).pauses[clock.limit];
  const allowed = ticking.filter(({ clock }) => limitOf(work, clock).pause !== false || settled(clock));
  if (allowed.length === 0)
    throw new Rejection(
      'PAUSE_NOT_ALLOWED',
      ticking.map(({ clock }) => clock.limit),
    );
  for (const { clock, pause: name } of allowed) {
    const reasonBasis = command.body.basis ?? settled(clock)?.basis;
    emit(work, {
      kind: 'clock',
      type: 'clock-paused',
      clock: clock.clock,
      pause: name,
      // On the record nobody wins days by dating a pause back.
      pausedAt: context.clock === 'real' ? context.at : command.occurredAt,
      ...(reasonBasis === undefined ? {} : { reasonBasis }),
    });
  }
};

/** Ends a pause; the clock runs again when no other is open, and only then are its instants computed anew. */
export const resume = (work: UnderWay, proceeding: string, named: readonly NamedPause[]): void => {
  const paused = clocksWith(work, proceeding, named).filter(({ clock, pause: name }) =>
    Object.hasOwn(clock.pauses, name),
  );
  if (paused.length === 0) throw new Rejection('NO_SUCH_CLOCK');
  for (const { clock, pause: name } of paused) {
    const { occurredAt } = work.command;
    const from = clock.pauses[name] ?? occurredAt;
    const stops = [...clock.stops, { from, to: occurredAt > from ? occurredAt : from }];
    const standsStill = clock.status === 'stopped' || Object.keys(clock.pauses).length > 1;
    const times = standsStill ? clock.times : timesAgain(work, clock, { stops });
    emit(work, { kind: 'clock', type: 'clock-resumed', clock: clock.clock, pause: name, stops, times });
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

/** The whole length with a prolongation: the rule's own, or what was said, up to it. */
const wholeOf = (to: Span, upTo: true | undefined, said: number | undefined): Span | undefined => {
  if (!upTo) return to;
  const [unit, most] = Object.entries(to)[0] as [string, number];
  return said !== undefined && said <= most ? ({ [unit]: said } as Span) : undefined;
};

export const extend = (work: UnderWay, clocks: readonly Clock[]): void => {
  if (clocks.length === 0) throw new Rejection('NO_SUCH_CLOCK');
  refuseOverdue(work, clocks, 'EXTENSION_NOT_ALLOWED');
  const { extension: id, approver, extensionTo } = work.command.body;
  const ruleOf = (clock: Clock) =>
    limitOf(work, clock).extensions.find((e) => e.id === id && e.approver === approver);
  /** What is added to the length it has now; nothing where that is reached already, or another must come first. */
  const addedTo = (clock: Clock): Span | undefined => {
    const rule = ruleOf(clock);
    const granted = clock.extensions.map((e) => e.id);
    if (!rule || (rule.after !== undefined && !granted.includes(rule.after))) return undefined;
    if ('by' in rule) return granted.includes(rule.id) ? undefined : rule.by;
    const whole = wholeOf(rule.to, rule.upTo, extensionTo);
    return whole && missingTo(whole, [limitOf(work, clock).span, ...clock.extensions.map((e) => e.by)]);
  };
  const fitting = clocks.filter((clock) => addedTo(clock) !== undefined);
  if (fitting.length === 0)
    throw new Rejection(
      'EXTENSION_NOT_ALLOWED',
      clocks.flatMap((clock) => limitOf(work, clock).extensions.map((e) => `${e.id}: ${e.approver}`)),
    );
  for (const clock of fitting) {
    const rule = ruleOf(clock);
    const by = addedTo(clock);
    if (!rule || !by) continue;
    if (isLate(clock.times, pausedSince(clock) ?? work.command.occurredAt, 'latest'))
      throw new Rejection('EXTENSION_NOT_ALLOWED', ['overdue']);
    const extensions = [...clock.extensions.map((e) => e.by), by];
    const times = timesAgain(work, clock, { extensions });
    emit(work, {
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

/** Computes open clocks again under the register as it is now, of one proceeding where it is named; an event for each that moved. */
export const recalculate = (work: UnderWay): void => {
  const {
    proceeding,
    body: { basis: reason },
  } = work.command;
  for (const clock of Object.values(caseOf(work).clocks)) {
    if (proceeding !== undefined && clock.proceeding !== proceeding) continue;
    if (clock.status !== 'running' || clock.times.latestDueAt === null) continue;
    const times = timesAgain(work, clock);
    const { strictDueAt, latestDueAt, provisional } = clock.times;
    if (
      times.strictDueAt === strictDueAt &&
      times.latestDueAt === latestDueAt &&
      times.provisional === provisional
    )
      continue;
    emit(work, {
      kind: 'clock',
      type: 'clock-recalculated',
      clock: clock.clock,
      ...(reason === undefined ? {} : { reason }),
      before: { strictDueAt, latestDueAt },
      times,
    });
  }
};
