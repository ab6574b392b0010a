// The due instants and moments of a clock under the register as it is now, and the clocks of a proceeding.
import type { ClockTimes } from '../../schemas/event.ts';
import { bodyOf, type Region, regionOf } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { RegionSettings, Span, TimeLimit } from '../../schemas/time-limit.ts';
import {
  calendarOf,
  caseOf,
  proceedingOf,
  Rejection,
  regionSettings,
  type UnderWay,
} from '../decision-under-way.ts';
import { dueDate } from '../due/due-date.ts';
import { momentsOf } from '../due/moments.ts';
import { settledFor, settledLimit } from '../due/settled-limit.ts';
import type { Clock } from '../state.ts';

export type Inputs = Pick<
  Clock,
  | 'limit'
  | 'proceeding'
  | 'obliged'
  | 'region'
  | 'startedAt'
  | 'startedAtLatest'
  | 'setBy'
  | 'undetermined'
  | 'window'
  | 'startRecordedAt'
> & {
  extensions: readonly Span[];
  stops: Clock['stops'];
};

/** Whether a limit obliges a department, which can be told, or the subject of a proceeding, who cannot. */
export const isDepartment = (obliged: string): boolean => obliged.includes('/');

/** Region whose calendar and settled questions a limit is computed by. */
export const regionFor = (work: UnderWay, obliged: string): Region =>
  isDepartment(obliged) ? regionOf(obliged) : caseOf(work).region;

/** What its region settled for a clock: an agreement for its procedure or kind of department before one for all. */
export const settingsFor = (
  work: UnderWay,
  { limit, region, obliged, proceeding }: Pick<Clock, 'limit' | 'region' | 'obliged' | 'proceeding'>,
): RegionSettings => {
  const { procedure } = proceedingOf(work, proceeding);
  const body = isDepartment(obliged) ? bodyOf(obliged) : undefined;
  return settledFor(regionSettings(work.context.register, region), limit, { procedure, body });
};

/**
 * Due instants and moments of a clock under the register as it is now. Reminders already past are left out. What began nobody
 * knows when alarms nobody, what rests on an unverified source only reminds, what only lapses has no alarm beyond its
 * reminders; a subject is never chased.
 */
export const timesOf = (work: UnderWay, limit: TimeLimit, q: Inputs): ClockTimes => {
  const { register, law, at } = work.context;
  const { region } = q;
  const calendar = calendarOf(register, law);
  const due = dueDate({
    limit,
    from: q.startedAt,
    ...(q.startedAtLatest ? { fromLatest: q.startedAtLatest } : {}),
    region,
    obliged: q.obliged,
    calendar,
    settings: settingsFor(work, q),
    ...(q.setBy ? { setBy: q.setBy } : {}),
    extensions: q.extensions,
    stops: q.stops,
    unexplained: true,
  });
  const kept = (moment: string): boolean => {
    if (!isDepartment(q.obliged)) return false;
    if (q.undetermined !== undefined && q.undetermined !== 'source-unverified') return false;
    if (q.window) return moment.startsWith('remind') || moment === 'due';
    return q.undetermined === undefined || moment.startsWith('remind');
  };
  /** A reminder that is past reminds nobody; and nothing has passed by the word of who served a paper alone. */
  const isIdle = (moment: string, planned: Instant): boolean =>
    (moment.startsWith('remind') && planned <= at) ||
    (moment === 'strict-due' && q.startedAtLatest !== undefined && planned <= q.startedAtLatest);
  const ladder = law.ladderOf(limit.ladder);
  const escalatesFrom = q.startRecordedAt ? { escalatesFrom: q.startRecordedAt } : {};
  const moments = momentsOf({
    due,
    from: q.startedAt,
    limit,
    ladder,
    calendar,
    region,
    obliged: q.obliged,
    ...escalatesFrom,
  }).filter(({ moment, at: planned }) => kept(moment) && !isIdle(moment, planned));
  const { strictDueAt, latestDueAt, ends, provisional } = due;
  return { strictDueAt, latestDueAt, ends, provisional, moments };
};

/** The limit of a clock, in the version it was started by, as its region settled it. */
export const limitOf = (work: UnderWay, clock: Clock): TimeLimit => {
  const limit = work.context.law.timeLimit(clock.limit, clock.version);
  if (!limit) throw new Rejection('UNKNOWN_LIMIT', [clock.limit]);
  return settledLimit(limit, settingsFor(work, clock));
};

/** The times of a clock computed again, with what changed of what they are computed from. */
export const timesAgain = (
  work: UnderWay,
  clock: Clock,
  changes: Partial<Pick<Inputs, 'startedAt' | 'stops' | 'extensions'>> = {},
): ClockTimes =>
  timesOf(work, limitOf(work, clock), {
    ...clock,
    extensions: clock.extensions.map((e) => e.by),
    ...changes,
  });

/** Key of the nth clock of a limit in a proceeding. */
const clockKey = (proceeding: string, limit: string, n: number): string => `${proceeding}/${limit}/${n}`;

/** Clocks of a limit in a proceeding, oldest first; they are numbered from 1. */
export const clocksOf = (work: UnderWay, proceeding: string, limit: string): Clock[] => {
  const { clocks } = caseOf(work);
  const found: Clock[] = [];
  for (let n = 1; ; n += 1) {
    const next = clocks[clockKey(proceeding, limit, n)];
    if (!next) return found;
    found.push(next);
  }
};

export const newest = (work: UnderWay, proceeding: string, limit: string): Clock | undefined =>
  clocksOf(work, proceeding, limit).at(-1);

/** Key of the next clock of a limit in a proceeding. */
export const nextKey = (work: UnderWay, proceeding: string, limit: string): string =>
  clockKey(proceeding, limit, clocksOf(work, proceeding, limit).length + 1);

/** The clock of a limit that runs or is paused in a proceeding: never another than the newest. */
export const running = (work: UnderWay, proceeding: string, limit: string): Clock | undefined => {
  const clock = newest(work, proceeding, limit);
  return clock?.status === 'stopped' ? undefined : clock;
};
