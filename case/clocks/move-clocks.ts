// How commands of procedures move clocks: what each ends, stops for a while, prolongs, opens again and starts.
import type { ClockRule } from '../../schemas/procedure.ts';
import { caseOf, emit, procedureOf, proceedingOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { DueDateError } from '../due/due-date-error.ts';
import { type Clock, type Doer, isDone, type Proceeding } from '../state.ts';
import { peopleFor } from './addressees.ts';
import { extend, pause, resume } from './change-clocks.ts';
import { dated } from './clock-dates.ts';
import { clocksOf, limitOf, running } from './clock-times.ts';
import { beginNextPeriod, beginPeriods } from './periods.ts';
import { reopen } from './reopen.ts';
import { start } from './start-clock.ts';
import { endEscalation, stop } from './stop-clock.ts';
import { type Touched, touchedBy } from './touched-clocks.ts';

/** The last step of a clock's ladder, taken at once because its duty was defied. */
const escalate = (work: UnderWay, p: Proceeding, clock: Clock | undefined): void => {
  const rung = clock && work.context.law.ladderOf(limitOf(work, clock).ladder).at(-1);
  if (!clock || !rung || clock.undetermined === 'filled') return;
  // A day nobody knows alarms nobody.
  if (dated(work, limitOf(work, clock)).undetermined) return;
  emit(work, {
    kind: 'moment',
    type: 'limit-escalated',
    clock: clock.clock,
    proceeding: p.proceeding,
    moment: rung.moment,
    plannedAt: work.command.occurredAt,
    late: false,
    level: rung.level,
    addressees: peopleFor(work, p, clock, rung.to),
  });
};

/** What was begun and not taken back since all of it was pointless: by so many steps the rest may still be for what stands. */
const standing = ({ steps }: Proceeding, { startsOn, mootsFirst = [], mootOn = [] }: ClockRule): number => {
  const round = steps.slice(steps.findLastIndex(({ command }) => mootOn.includes(command)) + 1);
  const taken = (names: readonly string[]): number =>
    round.filter(({ command }) => names.includes(command)).length;
  return taken(startsOn) - taken(mootsFirst);
};

/** Clocks a command may end: of a recurring limit, and of one that runs for each start, all that have begun, of others the newest. */
const endable = (
  work: UnderWay,
  proceeding: string,
  { limit, rule, pointless, first }: Touched['stops'][number],
): Clock[] => {
  const all = clocksOf(work, proceeding, limit);
  const [last] = all.slice(-1);
  const isOfMany = last !== undefined && (rule.again === 'each' || 'every' in limitOf(work, last).span);
  if (isOfMany) {
    const open = all.filter(
      (clock) => !isDone(clock) && (pointless || clock.startedAt <= work.command.occurredAt),
    );
    if (!first) return open;
    return open.length > standing(proceedingOf(work, proceeding), rule) ? open.slice(0, 1) : [];
  }
  const isEndable = last && (!isDone(last) || (last.outcome === 'lapsed' && !pointless));
  return isEndable ? [last] : [];
};

/**
 * Everything a command of a proceeding does to its clocks, stops before starts. A clock may also start, or become pointless, when a
 * state is entered (`entered`), where the same command leads to different ones.
 */
export const moveClocks = (
  work: UnderWay,
  proceeding: string,
  rules: Readonly<Record<string, ClockRule>>,
  command: string,
  who: Doer,
  entered?: string,
): void => {
  const current = (): Proceeding => proceedingOf(work, proceeding);
  const touched = touchedBy(rules, command);
  const there = entered ? touchedBy(rules, entered) : undefined;
  for (const ends of [...touched.stops, ...(there?.stops ?? [])]) {
    const { limit, rule, pointless } = ends;
    const reached = rule.reaches === undefined || (current().roles[rule.reaches] ?? []).length > 0;
    beginPeriods(work, current(), limit, rule);
    if (!pointless) endEscalation(work, (clock) => clock.proceeding === proceeding && clock.limit === limit);
    for (const clock of endable(work, proceeding, ends)) {
      stop(work, clock, pointless, { reached });
      if (!pointless) beginNextPeriod(work, current(), rule, clock);
    }
  }
  if (touched.pauses.length > 0) pause(work, proceeding, touched.pauses);
  if (touched.resumes.length > 0) resume(work, proceeding, touched.resumes);
  if (touched.extends.length > 0) {
    const clocks = touched.extends.map((limit) => running(work, proceeding, limit));
    extend(
      work,
      clocks.filter((clock) => clock !== undefined),
    );
  }
  for (const limit of touched.escalates) escalate(work, current(), running(work, proceeding, limit));
  for (const { limit, rule } of touched.reopens) reopen(work, current(), limit, rule, command, who);
  const starts = new Set([...touched.starts, ...(there?.starts ?? [])]);
  for (const { limit: id, rule } of starts) {
    try {
      start(work, current(), id, rule, command, who);
    } catch (error) {
      if (!(error instanceof DueDateError)) throw error;
      if (error.code === 'DATE_MISSING') throw new Rejection('FIELD_REQUIRED', [rule.setBy ?? id]);
      if (error.code === 'DATE_BEFORE_START') throw new Rejection('FIELD_REFUSED', [rule.setBy ?? id]);
      throw error;
    }
  }
};

/**
 * Ends every clock of a proceeding that has reached a terminal state, save those of duties that go on: what they wait for is
 * offered there still. No department ends another's duty by closing the proceeding.
 */
export const endClocks = (work: UnderWay, proceeding: string): void => {
  const p = proceedingOf(work, proceeding);
  const { clocks, states } = procedureOf(work.context.law, p);
  const offered = states[p.state]?.on ?? {};
  const isOwed = (limit: string): boolean =>
    clocks[limit]?.stopsOn.some((command) => Object.hasOwn(offered, command)) ?? false;
  for (const [limit, rule] of Object.entries(clocks)) if (!isOwed(limit)) beginPeriods(work, p, limit, rule);
  for (const clock of Object.values(caseOf(work).clocks))
    if (clock.proceeding === proceeding && !isDone(clock) && !isOwed(clock.limit)) stop(work, clock, true);
};
