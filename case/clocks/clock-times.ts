// The due instants and moments of a clock under the register as it is now, and the clocks of a proceeding.
import type { ClockTimes } from '../../schemas/event.ts';
import { regionOf } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import type { Span, TimeLimit } from '../../schemas/time-limit.ts';
import { calendarOf, caseOf, type Draft, Rejection, regionSettings } from '../decision-under-way.ts';
import { dueDate } from '../due/due-date.ts';
import { momentsOf } from '../due/moments.ts';
import { settledLimit } from '../due/settled-limit.ts';
import type { Clock } from '../state.ts';

export type Inputs = Pick<
  Clock,
  'limit' | 'obliged' | 'startedAt' | 'startedAtLatest' | 'replyBy' | 'undetermined' | 'window'
> & {
  extensions: readonly Span[];
  stops: Clock['stops'];
};

/**
 * Due instants and moments of a clock under the register as it is now. Reminders already past are left out. What can be
 * neither met nor breached has no due moment; what only lapses has no alarm beyond its reminders.
 */
export const timesOf = (draft: Draft, limit: TimeLimit, q: Inputs): ClockTimes => {
  const { register, at } = draft.context;
  const region = regionOf(q.obliged);
  const calendar = calendarOf(register);
  const due = dueDate({
    limit,
    from: q.startedAt,
    ...(q.startedAtLatest ? { fromLatest: q.startedAtLatest } : {}),
    region,
    calendar,
    settings: regionSettings(register, region),
    ...(q.replyBy ? { replyBy: q.replyBy } : {}),
    extensions: q.extensions,
    stops: q.stops,
    unexplained: true,
  });
  const kept = (moment: string): boolean => {
    if (q.undetermined === 'filled' || q.undetermined === 'undated') return false;
    if (q.window) return moment.startsWith('remind') || moment === 'due';
    if (q.undetermined === 'source-unverified') return moment.startsWith('remind');
    if (q.undetermined) return moment.startsWith('remind') || moment === 'strict-due';
    return true;
  };
  const moments = momentsOf({ due, from: q.startedAt, limit, calendar, region }).filter(
    ({ moment, at: planned }) => kept(moment) && !(moment.startsWith('remind') && planned <= at),
  );
  const { strictDueAt, latestDueAt, ends, provisional } = due;
  return { strictDueAt, latestDueAt, ends, provisional, moments };
};

/** The limit of a clock that was started under the law of its own day. */
export const limitOf = (draft: Draft, clock: Clock): TimeLimit => {
  const limit = draft.context.law.timeLimitOn(clock.limit, dateOf(clock.startedAt));
  if (!limit) throw new Rejection('UNKNOWN_LIMIT', [clock.limit]);
  return settledLimit(limit, regionSettings(draft.context.register, regionOf(clock.obliged)));
};

/** The newest clock of a limit in a proceeding; clocks of one limit are numbered from 1. */
export const newest = (draft: Draft, proceeding: string, limit: string): Clock | undefined => {
  const { clocks } = caseOf(draft);
  let found: Clock | undefined;
  for (let n = 1; ; n += 1) {
    const next = clocks[clockKey(proceeding, limit, n)];
    if (!next) return found;
    found = next;
  }
};

/** Key of the nth clock of a limit in a proceeding. */
export const clockKey = (proceeding: string, limit: string, n: number): string =>
  `${proceeding}/${limit}/${n}`;

/** The clock of a limit that runs or is paused in a proceeding: never another than the newest. */
export const running = (draft: Draft, proceeding: string, limit: string): Clock | undefined => {
  const clock = newest(draft, proceeding, limit);
  return clock?.status === 'stopped' ? undefined : clock;
};
