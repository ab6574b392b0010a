// How commands of procedures move clocks. Every due instant is computed here and stored in the event; nobody computes it later.
import type { FieldValues } from '../../schemas/field.ts';
import type { DepartmentId, ProceedingId } from '../../schemas/ids.ts';
import { dateOf, type Instant, plusMillis, startOfDay } from '../../schemas/instant.ts';
import type { ClockRule } from '../../schemas/procedure.ts';
import type { Span, TimeLimit } from '../../schemas/time-limit.ts';
import {
  caseOf,
  emit,
  procedureOf,
  proceedingOf,
  Rejection,
  regionSettings,
  servedOn,
  type UnderWay,
} from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { DueDateError } from '../due/due-date-error.ts';
import { settledLimit } from '../due/settled-limit.ts';
import { startRange } from '../due/start-range.ts';
import { isOfKind } from '../register/former-body.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import { type Clock, type Doer, isDone, type Officer, type Proceeding } from '../state.ts';
import { peopleFor } from './addressees.ts';
import { extend, pause, resume } from './change-clocks.ts';
import {
  clocksOf,
  type Inputs,
  isDepartment,
  limitOf,
  newest,
  nextKey,
  regionFor,
  running,
  settingsFor,
  timesOf,
} from './clock-times.ts';
import { markedSince } from './marked-since.ts';
import { type Dated, endingOf, outcomeOf, settle } from './outcome.ts';
import { touchedBy } from './touched-clocks.ts';

const unitOf = (span: Span): 'hour' | 'day' => ('hours' in span ? 'hour' : 'day');

/**
 * On the record a date coarser than the limit's unit spans what is possible, and stops no clock from being kept. In a
 * rehearsal only exactly published facts decide.
 */
const dated = ({ command, context }: UnderWay, limit: TimeLimit): Dated => {
  const { occurredAt, precision, body } = command;
  if (body.filled === true) return { from: occurredAt, undetermined: 'filled' };
  if (precision === 'undated') return { from: occurredAt, undetermined: 'undated' };
  const unit = unitOf(limit.span);
  if (precision === 'instant' || (precision === 'day' && unit === 'day')) return { from: occurredAt };
  const range = startRange(occurredAt, precision, context.clock === 'real' ? context.at : undefined);
  return context.clock === 'real' ? range : { ...range, undetermined: 'coarser-than-unit' };
};

/** The limit that binds whoever is obliged on that day, or none: in force, active here, and obliging this body. */
const bindingLimit = (
  work: UnderWay,
  { proceeding }: Proceeding,
  id: string,
  obliged: string,
  on: Instant,
): TimeLimit | undefined => {
  const limit = work.context.law.timeLimitOn(id, dateOf(on));
  if (!limit) return undefined;
  if (isDepartment(obliged) && !isOfKind(work.context.law, obliged, limit.obliges, on)) return undefined;
  const region = regionFor(work, obliged);
  const settled = settledLimit(limit, settingsFor(work, { limit: id, region, obliged, proceeding }));
  return settled.active ? settled : undefined;
};

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

/** The date a limit is measured by: the command's own where it takes one, else as it was recorded before. */
const dateSetBy = (
  work: UnderWay,
  p: Proceeding,
  { setBy }: ClockRule,
  command: string,
): string | undefined => {
  if (setBy === undefined) return undefined;
  const { fields, commands } = procedureOf(work.context.law, p);
  const { needs = [], takes = [] } = commands[command] ?? {};
  const isSent = fields[setBy]?.counted === undefined;
  const isOwn = isSent && (needs.includes(setBy) || takes.includes(setBy));
  const value = isOwn ? work.command.body.fields?.[setBy] : p.fields[setBy];
  return typeof value === 'string' ? value.slice(0, 10) : undefined;
};

/** Served on paper at the latest when it was recorded; the day is the sender's word until the receiver confirms it. */
const served = (work: UnderWay): Dated => {
  const { at } = work.context;
  const [first] = servedOn(work).toSorted();
  return first === undefined ? { from: at } : { from: startOfDay(first), fromLatest: at };
};

/** A date that the starting command declares, never after the command. */
const declared = ({ command }: UnderWay, name: string): Dated | undefined => {
  const value = command.body.fields?.[name];
  if (typeof value !== 'string') return undefined;
  if (value > dateOf(command.occurredAt)) throw new Rejection('FIELD_REFUSED', [name]);
  return { from: startOfDay(value) };
};

/** What a clock starts by: of which proceeding, its rule, whom it obliges, who acts. */
type Starting = {
  readonly p: Proceeding;
  readonly rule: ClockRule;
  readonly obliged: string;
  readonly actor: DepartmentId;
};

const isOfAnother = ({ obliged, actor }: Starting): boolean => isDepartment(obliged) && obliged !== actor;

/** On the record the limit of another starts by its recording or service: no other department dates it back. */
const startsByRecord = ({ context }: UnderWay, starting: Starting): boolean =>
  context.clock === 'real' && isOfAnother(starting);

/** The date that starts it: declared, else when what it is about was done in another proceeding. */
const startsAt = (work: UnderWay, { p, rule, obliged }: Starting): Dated | undefined => {
  if (rule.startsAt === undefined) return undefined;
  const said = declared(work, rule.startsAt);
  if (said !== undefined || rule.startsAtMark === undefined || !isDepartment(obliged)) return said;
  return markedSince(work, p, rule.startsAtMark, obliged);
};

/** The day whose law binds: that on which it starts. Of what is recorded of another, the day of the record. */
const lawOf = (work: UnderWay, starting: Starting): Instant =>
  startsByRecord(work, starting)
    ? work.context.at
    : (startsAt(work, starting)?.from ?? work.command.occurredAt);

/**
 * When a clock starts; none where a declared date that starts it was not given. Whoever acted itself has received by its act,
 * whose date is its own word. Of a published fact the day of a receipt is what nobody published.
 */
const startsFrom = (work: UnderWay, starting: Starting, limit: TimeLimit): Dated | undefined => {
  const { command, context } = work;
  const { rule } = starting;
  // What may be done from some day on convicts nobody, and is put off by nobody's late word.
  if (startsByRecord(work, starting) && limit.may !== true) return served(work);
  if (rule.startsAt !== undefined) return startsAt(work, starting);
  if (!isOfAnother(starting) || rule.runsFrom !== 'receipt') return dated(work, limit);
  return command.body.published === undefined
    ? { from: context.at }
    : { undetermined: 'receipt-unknown', ...dated(work, limit) };
};

const DAY_MS = 86_400_000;

/** On the record nobody sets a day so near that what is due so long before it could be done no more. */
const refuseEnded = (
  { context }: UnderWay,
  { setBy }: ClockRule,
  { span }: TimeLimit,
  on: Instant,
  due: Instant | null,
): void => {
  if (
    context.clock === 'real' &&
    setBy !== undefined &&
    'workingDaysBefore' in span &&
    due !== null &&
    due <= on
  )
    throw new Rejection('DATE_TOO_NEAR', [setBy]);
};

const begin = (
  work: UnderWay,
  p: Proceeding,
  limit: TimeLimit,
  rule: ClockRule,
  obliged: string,
  at: Dated,
  { setBy, startedBy }: { setBy?: string | undefined; startedBy?: ProceedingId | undefined } = {},
): void => {
  const region = regionFor(work, obliged);
  const confirmed = regionSettings(work.context.register, region).limits[limit.id]?.active === true;
  const undetermined =
    at.undetermined ??
    (limit.source === 'from-memory' && limit.kind === 'statutory' && !confirmed
      ? 'source-unverified'
      : undefined);
  // Known to the year only, a fact may seem to lie before the law; the law of that day bound nobody earlier.
  const inForceFrom = startOfDay(limit.from);
  const inputs: Inputs = {
    limit: limit.id,
    proceeding: p.proceeding,
    obliged,
    region,
    startedAt: at.from < inForceFrom ? inForceFrom : at.from,
    ...(work.context.clock === 'real' && plusMillis(at.from, DAY_MS) < work.context.at
      ? { startRecordedAt: work.context.at }
      : {}),
    ...(at.fromLatest ? { startedAtLatest: at.fromLatest } : {}),
    ...(setBy ? { setBy } : {}),
    ...(undetermined ? { undetermined } : {}),
    ...(rule.window || limit.lapses ? { window: true as const } : {}),
    extensions: [],
    stops: [],
  };
  const { extensions: _, stops: __, ...told } = inputs;
  const times = timesOf(work, limit, inputs);
  refuseEnded(work, rule, limit, inputs.startedAt, times.latestDueAt);
  emit(work, {
    kind: 'clock',
    type: 'clock-started',
    clock: nextKey(work, p.proceeding, limit.id),
    version: limit.version,
    ...told,
    ...(rule.receipt ? { receipt: true } : {}),
    ...(startedBy ? { startedBy } : {}),
    limitKind: limit.kind,
    limitSource: limit.source,
    basis: limit.basis,
    times,
  });
};

/** Whether what the starting command says is what the clock is about. */
const isAskedFor = ({ when, whenIs, unless }: ClockRule, fields: FieldValues = {}): boolean => {
  if (unless !== undefined && fields[unless] !== undefined) return false;
  const said = when === undefined ? undefined : fields[when];
  return when === undefined || (said !== undefined && (whenIs === undefined || said === whenIs));
};

/** Starts a clock by a command of its own proceeding, or of the one that `startedBy` names. */
export const start = (
  work: UnderWay,
  p: Proceeding,
  id: string,
  rule: ClockRule,
  name: string,
  actor: DepartmentId,
  startedBy?: ProceedingId,
): void => {
  const { command } = work;
  if (!isAskedFor(rule, command.body.fields)) return;
  const obliged = rule.obliges === 'subject' ? p.subject : p.roles[rule.obliges]?.[0];
  // What may not know of the case is owed nothing by it.
  if (!obliged || isRestricted(work.state, obliged)) return;
  const starting = { p, rule, obliged, actor };
  const limit = bindingLimit(work, p, id, obliged, lawOf(work, starting));
  if (!limit) return;
  const old = running(work, p.proceeding, id);
  if (old) stop(work, old, true);
  const from = startsFrom(work, starting, limit);
  const setBy = dateSetBy(work, p, rule, name);
  if (from) begin(work, p, limit, rule, obliged, from, { setBy, startedBy });
};

/** What had ended it is undone: that end counts no more, and it goes on from where it began. */
const reopen = (
  work: UnderWay,
  p: Proceeding,
  id: string,
  rule: ClockRule,
  command: string,
  who: Officer,
): void => {
  const old = newest(work, p.proceeding, id);
  // What was breached stays breached.
  if (!old || !isDone(old) || old.outcome === undefined || old.outcome === 'breached') return;
  // What a hand-over that is taken back had not ended stays as it ended.
  const takesBack = procedureOf(work.context.law, p).commands[command]?.closesHandOff === 'taken-back';
  const back = Object.values(caseOf(work).handOffs).findLast(
    (h) => takesBack && h.proceeding === p.proceeding && h.outcome === 'taken-back',
  );
  if (back && old.stoppedIn !== back.startedIn) return;
  const { startedAt: from, startedAtLatest: fromLatest, undetermined, setBy, obliged } = old;
  if (isRestricted(work.state, obliged)) return;
  settle(work, old, 'taken-back', 'moot', who);
  const at = { from, ...(fromLatest ? { fromLatest } : {}), ...(undetermined ? { undetermined } : {}) };
  begin(work, p, limitOf(work, old), rule, obliged, at, { setBy });
};

/** A limit of each month, quarter or year begins anew at the end of the period, whether it was kept or not. */
export const beginNextPeriod = (work: UnderWay, p: Proceeding, rule: ClockRule, clock: Clock): void => {
  const from = clock.times.latestDueAt;
  const limit = from === null ? undefined : bindingLimit(work, p, clock.limit, clock.obliged, from);
  if (from === null || !limit || !('every' in limit.span)) return;
  if (newest(work, p.proceeding, clock.limit)?.clock !== clock.clock) return;
  begin(work, p, limit, rule, clock.obliged, { from });
};

/** The periods of a recurring limit that have begun by now, though no moment was reached that said so. */
const beginPeriods = (work: UnderWay, p: Proceeding, id: string, rule: ClockRule): void => {
  for (;;) {
    const last = newest(work, p.proceeding, id);
    const end = last?.status === 'stopped' ? undefined : last?.times.latestDueAt;
    if (!last || !end || end > work.command.occurredAt) return;
    beginNextPeriod(work, p, rule, last);
    if (newest(work, p.proceeding, id) === last) return;
  }
};

/** When what a command does was done, for a right that runs out: as recorded, or as it was served in time. */
const exercisedAt = (work: UnderWay, clock: Clock): Instant => {
  const { command, context } = work;
  if (context.clock !== 'real') return command.occurredAt;
  const inTime = servedOn(work)
    .map(startOfDay)
    .find((from) => !isLate(clock.times, from, 'latest'));
  return inTime ?? context.at;
};

/** A right whose time has run out is refused before anything happens. */
export const refuseLapsed = (
  work: UnderWay,
  p: Proceeding,
  rules: Readonly<Record<string, ClockRule>>,
  command: string,
): void => {
  for (const { limit: id, pointless } of touchedBy(rules, command).stops) {
    const clock = pointless ? undefined : newest(work, p.proceeding, id);
    if (!clock || !limitOf(work, clock).lapses || clock.undetermined) continue;
    if (clock.status === 'stopped' && clock.outcome !== 'lapsed') continue;
    if (isLate(clock.times, exercisedAt(work, clock), 'latest')) throw new Rejection('RIGHT_LAPSED', [id]);
  }
};

/** Clocks a command may end: of a recurring limit all that have begun, of others the newest. */
const endable = (work: UnderWay, proceeding: string, limit: string, pointless: boolean): Clock[] => {
  const all = clocksOf(work, proceeding, limit);
  const [last] = all.slice(-1);
  const recurs = last !== undefined && 'every' in limitOf(work, last).span;
  if (recurs)
    return all.filter((clock) => !isDone(clock) && (pointless || clock.startedAt <= work.command.occurredAt));
  const isEndable = last && (!isDone(last) || (last.outcome === 'lapsed' && !pointless));
  return isEndable ? [last] : [];
};

/**
 * Everything a command of a proceeding does to its clocks, stops before starts. A clock may also start when a state is
 * entered (`entered`), where the same command leads to different ones.
 */
export const moveClocks = (
  work: UnderWay,
  proceeding: string,
  rules: Readonly<Record<string, ClockRule>>,
  command: string,
  who: Doer,
  entered?: string,
): void => {
  const actor = who.department;
  const current = (): Proceeding => proceedingOf(work, proceeding);
  const touched = touchedBy(rules, command);
  for (const { limit, rule, pointless } of touched.stops) {
    const reached = rule.reaches === undefined || (current().roles[rule.reaches] ?? []).length > 0;
    beginPeriods(work, current(), limit, rule);
    for (const clock of endable(work, proceeding, limit, pointless)) {
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
  if (who.officer !== undefined)
    for (const { limit, rule } of touched.reopens) reopen(work, current(), limit, rule, command, who);
  const starts = new Set([...touched.starts, ...(entered ? touchedBy(rules, entered).starts : [])]);
  for (const { limit: id, rule } of starts) {
    try {
      start(work, current(), id, rule, command, actor);
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
