// How commands of procedures move clocks. Every due instant is computed here and stored in the event; nobody computes it later.
import { regionOf } from '../../schemas/ids.ts';
import { dateOf, type Instant, startOfDay } from '../../schemas/instant.ts';
import type { ClockRule } from '../../schemas/procedure.ts';
import type { Span, TimeLimit } from '../../schemas/time-limit.ts';
import { caseOf, type Draft, emit, Rejection, regionSettings } from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { DueDateError } from '../due/due-date-error.ts';
import { settledLimit } from '../due/settled-limit.ts';
import { startRange } from '../due/start-range.ts';
import type { Clock, Proceeding } from '../state.ts';
import { peopleFor } from './addressees.ts';
import { extend, pause, resume } from './change-clocks.ts';
import { clockKey, type Inputs, limitOf, newest, running, timesOf } from './clock-times.ts';
import { touchedBy } from './touched-clocks.ts';

const unitOf = (span: Span): 'hour' | 'day' => ('hours' in span ? 'hour' : 'day');

/** When the command happened, as a limit sees it: a range where that is all that is known, or why it decides nothing. */
type Dated = {
  readonly from: Instant;
  readonly fromLatest?: Instant;
  readonly undetermined?: 'filled' | 'undated' | 'coarser-than-unit';
};

/**
 * On the record a date coarser than the limit's unit spans what is possible (DESIGN §5), and stops no clock from being
 * kept. In a rehearsal only exactly published facts decide (domain/rehearsal.md 4).
 */
const dated = ({ command, context }: Draft, limit: TimeLimit): Dated => {
  const { occurredAt, precision, body } = command;
  if (body.filled === true) return { from: occurredAt, undetermined: 'filled' };
  if (precision === 'undated') return { from: occurredAt, undetermined: 'undated' };
  const unit = unitOf(limit.span);
  if (precision === 'instant' || (precision === 'day' && unit === 'day')) return { from: occurredAt };
  const range = startRange(occurredAt, precision);
  return context.clock === 'real' ? range : { ...range, undetermined: 'coarser-than-unit' };
};

/** The limit that binds this department on that day, or none: in force, active here, and obliging this body. */
const bindingLimit = (draft: Draft, id: string, obliged: string, on: Instant): TimeLimit | undefined => {
  const limit = draft.context.law.timeLimitOn(id, dateOf(on));
  if (!limit?.obliges.some((body) => obliged.endsWith(`/${body}`))) return undefined;
  const settings = regionSettings(draft.context.register, regionOf(obliged));
  return (settings.limits[id]?.active ?? limit.active) ? settledLimit(limit, settings) : undefined;
};

/**
 * Ends a clock. What is pointless is moot unless it was breached already: a breach is not undone by what comes after it. A
 * limit on ladder `none` is never breached, and a paused clock is late only if it was when it was paused. What reached
 * nobody is not known to be kept.
 */
const stop = (draft: Draft, clock: Clock, pointless: boolean, reached = true): void => {
  const { command, context } = draft;
  const limit = context.law.timeLimitOn(clock.limit, dateOf(clock.startedAt));
  const at: Dated = limit ? dated(draft, limit) : { from: command.occurredAt };
  const pausedAt = clock.status === 'paused' ? clock.pausedAt : undefined;
  const late = isLate(clock.times, pausedAt ?? at.from, 'latest');
  const lateAtLatest = isLate(clock.times, pausedAt ?? at.fromLatest ?? at.from, 'latest');
  const known =
    limit && reached && (clock.undetermined ?? at.undetermined) === undefined && late === lateAtLatest;
  const breach = known && late && limit.ladder !== 'none';
  const outcome = pointless
    ? breach && !clock.window
      ? 'breached'
      : 'moot'
    : !known
      ? 'undetermined'
      : breach
        ? 'breached'
        : late
          ? 'moot'
          : 'met';
  emit(draft, {
    kind: 'clock',
    type: 'clock-stopped',
    clock: clock.clock,
    stoppedAt: command.occurredAt,
    outcome,
  });
};

/** The last step of a clock's ladder, taken at once because its duty was defied. */
const escalate = (draft: Draft, p: Proceeding, clock: Clock | undefined): void => {
  const rung = clock && draft.context.law.ladderOf(limitOf(draft, clock).ladder).at(-1);
  if (!clock || !rung || clock.undetermined === 'filled') return;
  emit(draft, {
    kind: 'moment',
    type: 'limit-escalated',
    clock: clock.clock,
    proceeding: p.proceeding,
    moment: rung.moment,
    plannedAt: draft.command.occurredAt,
    late: false,
    level: rung.level,
    addressees: peopleFor(draft, p, clock, rung.to),
  });
};

const nextKey = (draft: Draft, proceeding: string, limit: string): string => {
  const last = newest(draft, proceeding, limit)?.clock;
  return clockKey(proceeding, limit, last ? Number(last.slice(last.lastIndexOf('/') + 1)) + 1 : 1);
};

const start = (draft: Draft, p: Proceeding, id: string, rule: ClockRule): void => {
  const { command, context } = draft;
  if (rule.when && (command.body as Record<string, unknown>)[rule.when] !== true) return;
  const obliged = p.roles[rule.obliges]?.[0];
  const limit = obliged && bindingLimit(draft, id, obliged, command.occurredAt);
  if (!obliged || !limit) return;
  const old = running(draft, p.proceeding, id);
  if (old) stop(draft, old, true);
  const confirmed = regionSettings(context.register, regionOf(obliged)).limits[id]?.active === true;
  const at = dated(draft, limit);
  const undetermined =
    at.undetermined ??
    (limit.source === 'from-memory' && limit.kind === 'statutory' && !confirmed
      ? 'source-unverified'
      : undefined);
  // Known to the year only, a fact may seem to lie before the law; the law of that day bound nobody earlier.
  const inForceFrom = startOfDay(limit.from);
  const from = at.from < inForceFrom ? inForceFrom : at.from;
  const replyBy = 'setByDocument' in limit.span ? command.body.replyBy : undefined;
  const inputs: Inputs = {
    limit: id,
    obliged,
    startedAt: from,
    ...(at.fromLatest ? { startedAtLatest: at.fromLatest } : {}),
    ...(replyBy ? { replyBy } : {}),
    ...(undetermined ? { undetermined } : {}),
    ...(rule.window || limit.lapses ? { window: true } : {}),
    extensions: [],
    stops: [],
  };
  const { extensions: _, stops: __, ...told } = inputs;
  emit(draft, {
    kind: 'clock',
    type: 'clock-started',
    clock: nextKey(draft, p.proceeding, id),
    proceeding: p.proceeding,
    ...told,
    limitKind: limit.kind,
    limitSource: limit.source,
    basis: limit.basis,
    times: timesOf(draft, limit, inputs),
  });
};

/** A right whose time has run out is refused before anything happens. */
export const refuseLapsed = (
  draft: Draft,
  p: Proceeding,
  rules: Readonly<Record<string, ClockRule>>,
  command: string,
): void => {
  for (const { limit: id, pointless } of touchedBy(rules, command).stops) {
    const clock = pointless ? undefined : newest(draft, p.proceeding, id);
    if (!clock || !limitOf(draft, clock).lapses || clock.undetermined) continue;
    if (clock.status === 'stopped' && clock.outcome !== 'lapsed') continue;
    if (isLate(clock.times, draft.command.occurredAt, 'latest')) throw new Rejection('RIGHT_LAPSED', [id]);
  }
};

/**
 * Everything a command of a proceeding does to its clocks, stops before starts. A clock may also start when a state is
 * entered (`entered`), where the same command leads to different ones.
 */
export const moveClocks = (
  draft: Draft,
  proceeding: string,
  rules: Readonly<Record<string, ClockRule>>,
  command: string,
  entered?: string,
): void => {
  const current = (): Proceeding => caseOf(draft).proceedings[proceeding] as Proceeding;
  const touched = touchedBy(rules, command);
  for (const { limit, rule, pointless } of touched.stops) {
    const last = newest(draft, proceeding, limit);
    const reached = rule.reaches === undefined || (current().roles[rule.reaches] ?? []).length > 0;
    if (last && (last.status !== 'stopped' || (last.outcome === 'lapsed' && !pointless)))
      stop(draft, last, pointless, reached);
  }
  for (const [limits, move] of [
    [touched.pauses, pause],
    [touched.resumes, resume],
    [touched.extends, extend],
  ] as const) {
    if (limits.length === 0) continue;
    const clocks = limits.map((limit) => running(draft, proceeding, limit));
    move(
      draft,
      clocks.filter((clock) => clock !== undefined),
    );
  }
  for (const limit of touched.escalates) escalate(draft, current(), running(draft, proceeding, limit));
  const starts = new Set([...touched.starts, ...(entered ? touchedBy(rules, entered).starts : [])]);
  for (const { limit: id, rule } of starts) {
    try {
      start(draft, current(), id, rule);
    } catch (error) {
      if (error instanceof DueDateError && error.code.startsWith('REPLY_BY'))
        throw new Rejection('FIELD_REQUIRED', ['replyBy']);
      throw error;
    }
  }
};

/** Ends every clock of a proceeding that has reached a terminal state. */
export const endClocks = (draft: Draft, proceeding: string): void => {
  for (const clock of Object.values(caseOf(draft).clocks)) {
    if (clock.proceeding === proceeding && clock.status !== 'stopped') stop(draft, clock, true);
  }
};
