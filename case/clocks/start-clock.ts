// How a clock starts: by which limit and for whom. Every due instant is computed here and stored in the event; nobody computes it later.
import type { FieldValues } from '../../schemas/field.ts';
import type { ProceedingId } from '../../schemas/ids.ts';
import { dateOf, type Instant, plusMillis, startOfDay } from '../../schemas/instant.ts';
import type { ClockRule } from '../../schemas/procedure.ts';
import type { TimeLimit } from '../../schemas/time-limit.ts';
import { emit, procedureOf, Rejection, regionSettings, type UnderWay } from '../decision-under-way.ts';
import { settledLimit } from '../due/settled-limit.ts';
import { isOfKind } from '../register/former-body.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { Clock, Doer, Proceeding } from '../state.ts';
import { areMet, situationOf } from '../steps/step-conditions.ts';
import {
  type Inputs,
  isDepartment,
  nextKey,
  regionFor,
  running,
  settingsFor,
  timesOf,
} from './clock-times.ts';
import { heldBefore, leftOut } from './held-before.ts';
import type { Dated } from './outcome.ts';
import { dateSetBy, lawOf, startsAt, startsFrom } from './starts-from.ts';
import { stop } from './stop-clock.ts';

/** The limit that binds whoever is obliged on that day, or none: in force, active here, and obliging this body. */
export const bindingLimit = (
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

export const begin = (
  work: UnderWay,
  p: Proceeding,
  limit: TimeLimit,
  rule: ClockRule,
  obliged: string,
  at: Dated,
  {
    setBy,
    startedBy,
    held,
    goesOn,
  }: {
    setBy?: string | undefined;
    startedBy?: ProceedingId | undefined;
    held?: Clock | undefined;
    /** The one whose end was undone. */
    goesOn?: Clock;
  } = {},
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
  const from = held?.startedAt ?? at.from;
  const granted = goesOn?.extensions ?? [];
  const inputs: Inputs = {
    limit: limit.id,
    proceeding: p.proceeding,
    obliged,
    region,
    startedAt: from < inForceFrom ? inForceFrom : from,
    ...(work.context.clock === 'real' && plusMillis(from, DAY_MS) < work.context.at
      ? { startRecordedAt: work.context.at }
      : {}),
    ...(at.fromLatest ? { startedAtLatest: at.fromLatest } : {}),
    ...(setBy ? { setBy } : {}),
    ...(undetermined ? { undetermined } : {}),
    ...(rule.window || limit.lapses ? { window: true as const } : {}),
    extensions: granted.map(({ by }) => by),
    stops: goesOn?.stops ?? (held ? leftOut(held, at.from) : []),
  };
  const { extensions: _, stops, ...told } = inputs;
  const times = timesOf(work, limit, inputs);
  refuseEnded(work, rule, limit, inputs.startedAt, times.latestDueAt);
  emit(work, {
    kind: 'clock',
    type: 'clock-started',
    clock: nextKey(work, p.proceeding, limit.id),
    version: limit.version,
    ...told,
    ...(stops.length > 0 ? { stops: [...stops] } : {}),
    ...(granted.length > 0 ? { extensions: [...granted] } : {}),
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

/** Whether the conditions hold that the clock asks for where it would start. */
const holdsWhere = (
  work: UnderWay,
  p: Proceeding,
  { where }: ClockRule,
  name: string,
  who: Doer,
): boolean => {
  if (where === undefined) return true;
  const procedure = procedureOf(work.context.law, p);
  return areMet(work, procedure, where, situationOf(work, procedure, name, who, p));
};

/** Starts a clock by a command of its own proceeding, or of the one that `startedBy` names. */
export const start = (
  work: UnderWay,
  p: Proceeding,
  id: string,
  rule: ClockRule,
  name: string,
  who: Doer,
  startedBy?: ProceedingId,
): void => {
  const { command } = work;
  if (!isAskedFor(rule, command.body.fields) || !holdsWhere(work, p, rule, name, who)) return;
  const obliged = rule.obliges === 'subject' ? p.subject : p.roles[rule.obliges]?.[0];
  // What may not know of the case is owed nothing by it.
  if (!obliged || isRestricted(work.state, obliged)) return;
  const starting = { p, rule, obliged, actor: who.department, since: startsAt(work, { p, rule, obliged }) };
  const limit = bindingLimit(work, p, id, obliged, lawOf(work, starting));
  if (!limit) return;
  const old = running(work, p.proceeding, id);
  if (old && rule.again !== 'each') {
    if (rule.again !== 'anew' && old.obliged === obliged) return;
    stop(work, old, true);
  }
  const held = heldBefore(work, p, id, rule, obliged);
  // What it had broken is on record, and escalated until it is done.
  if (held?.undone) return;
  const from = startsFrom(work, starting, limit);
  const setBy = dateSetBy(work, p, rule, name);
  if (from) begin(work, p, limit, rule, obliged, from, { setBy, startedBy, held });
};
