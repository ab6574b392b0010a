// What time will do to a running clock: reminders, strict due, due, escalations. Each is an instant at which somebody must act.

import type { Region } from '../../schemas/ids.ts';
import { dateOf, type Instant, instantFromMillis, millisOf, plusMillis } from '../../schemas/instant.ts';
import type { LadderStep } from '../../schemas/law.ts';
import type { DueDate, TimeLimit } from '../../schemas/time-limit.ts';
import type { Calendar } from './calendar.ts';
import { dayOf } from './civil-day.ts';
import { workingDaysAfter } from './count-days.ts';
import { requireInRange } from './due-date-error.ts';
import { ownDaysOf } from './own-days.ts';
import { clkCutoff } from './rules.ts';

/** `remind-1` … in the order of their parts; `due` is the breach (ladder L1), `escalate-2` and `-3` the steps after it. */
export type MomentName = `remind-${number}` | 'strict-due' | 'due' | 'escalate-2' | 'escalate-3';

/** An instant at which a clock makes something happen. */
export type ClockMoment = { moment: MomentName; at: Instant };

const reminders = (from: Instant, strictDueAt: Instant, parts: readonly number[]): ClockMoment[] => {
  const start = millisOf(from);
  const end = millisOf(strictDueAt);
  return [...parts]
    .sort((a, b) => a - b)
    .map((part, index) => ({
      moment: `remind-${index + 1}` as const,
      millis: Math.floor((start + ((end - start) * part) / 1000) / 1000) * 1000,
    }))
    .filter(({ millis }) => start < millis && millis < end)
    .map(({ moment, millis }) => ({ moment, at: instantFromMillis(millis) }));
};

/**
 * The moments of a clock in order; none for what is to be done at once. Escalations end with the day so many working
 * days after the last day, read with local days off, as `latestDueAt` is.
 * @throws DueDateError OUT_OF_RANGE
 */
export const momentsOf = (q: {
  due: Pick<DueDate, 'strictDueAt' | 'latestDueAt' | 'ends'>;
  from: Instant;
  limit: TimeLimit;
  ladder: readonly LadderStep[];
  calendar: Calendar;
  region: Region;
  obliged?: string;
  /** Levels 2 and 3 are counted from then where that is later: the start was recorded long after it. */
  escalatesFrom?: Instant;
}): ClockMoment[] => {
  const { strictDueAt, latestDueAt, ends } = q.due;
  if (strictDueAt === null || latestDueAt === null) return [];
  // Hours are kept at the very instant, so the breach begins a millisecond later.
  const breachAt = ends === 'at' ? plusMillis(latestDueAt, 1) : latestDueAt;
  const dueDay = dayOf(dateOf(ends === 'at' ? latestDueAt : plusMillis(latestDueAt, -1)));
  const lastDay = Math.max(dueDay, q.escalatesFrom ? dayOf(dateOf(q.escalatesFrom)) : dueDay);
  const own = ownDaysOf(q.limit.kind, q.obliged);
  const moments: ClockMoment[] = [
    ...reminders(q.from, strictDueAt, q.limit.remindAtPerMille),
    ...(strictDueAt === latestDueAt ? [] : [{ moment: 'strict-due' as const, at: strictDueAt }]),
    { moment: 'due', at: breachAt },
    ...q.ladder
      .filter((step) => step.moment !== 'due')
      .map((step) => ({
        moment: step.moment,
        at: clkCutoff(workingDaysAfter(q.calendar, q.region, lastDay, step.workingDaysAfter, true, own)),
      })),
  ];
  requireInRange(q.limit.id, ...moments.map(({ at }) => at));
  return moments.sort((a, b) => millisOf(a.at) - millisOf(b.at));
};
