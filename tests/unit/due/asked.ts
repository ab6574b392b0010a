// Shared by the clock tests: the shipped calendar, and a short way to ask for a due date.
import { type Calendar, type DayStatus, foldCalendar, statusOfDay } from '../../../case/due/calendar.ts';
import { dayOf } from '../../../case/due/civil-day.ts';
import { type DueQuestion, dueDate } from '../../../case/due/due-date.ts';
import { noSettings } from '../../../case/due/settled-limit.ts';
import { localCalendars } from '../../../law/calendars/local.ts';
import { nationalCalendar } from '../../../law/calendars/national.ts';
import { localRegimes } from '../../../law/calendars/regimes.ts';
import { statutoryCalendar } from '../../../law/calendars/statutory.ts';
import { law } from '../../../law/law.ts';
import { dateOf } from '../../../schemas/instant.ts';
import type { DueDate, TimeLimit } from '../../../schemas/time-limit.ts';

export const shipped = foldCalendar(
  [...nationalCalendar, ...statutoryCalendar, ...localCalendars],
  localRegimes,
);

/** Wuxi: no local days off. */
export const WUXI = '320200';
/** Aheqi county in Xinjiang. */
export const AHEQI = '653023';

/** A limit as the law is today. */
export const limitOf = (id: string): TimeLimit => {
  const limit = law.versionsOf(id).at(-1);
  if (limit === undefined) throw new Error(`no limit ${id}`);
  return limit;
};

/** A due date under the shipped law of the day it starts; what is not said is Wuxi, settings none. */
export const asked = (id: string, from: string, rest: Partial<DueQuestion> = {}): DueDate =>
  dueDate({
    limit: law.timeLimitOn(id, dateOf(from)) ?? limitOf(id),
    from,
    region: WUXI,
    calendar: shipped,
    settings: noSettings,
    ...rest,
  });

/** Working day or not, by date. */
export const dayStatus = (
  calendar: Calendar,
  region: string,
  date: string,
  { local }: { local: boolean },
): DayStatus => statusOfDay(calendar, region, dayOf(date), local);

/** The same limit with another span, for rules that no shipped limit exercises. */
export const withSpan = (id: string, span: TimeLimit['span']): TimeLimit => ({ ...limitOf(id), span });
