// The rules of clocks, one function each, named as the law's rules are; case/due/due-date.ts puts them together.
// Adding a rule: one function here, one test named after what a clerk can check.
import { type Instant, millisOf, plusMillis } from '../../schemas/instant.ts';
import { type Calendar, type DayStatus, statusOfDay } from './calendar.ts';
import { addMonths, type Day, dayOfInstant, startOf } from './civil-day.ts';
import { type Stop, stoppedMillis } from './stops.ts';

const HOUR_MS = 3_600_000;

/** `clk-hour-civil`: hours run from the very moment. MF 201(2). Inclusive end: still in time at the instant itself. */
export const clkHourCivil = (from: Instant, hours: number, stops: readonly Stop[] = []): Instant => {
  const end = millisOf(from) + hours * HOUR_MS;
  return plusMillis(from, end + stoppedMillis(stops, millisOf(from), end) - millisOf(from));
};

/**
 * `clk-hour-criminal`: the law leaves the starting hour out (XS 105, N4 58). The exact instant plus the hours is never
 * later than that, so whoever keeps it keeps the law.
 */
export const clkHourCriminal = (from: Instant, hours: number, stops: readonly Stop[] = []): Instant =>
  clkHourCivil(from, hours, stops);

/** `clk-last-day-roll`: a last day that is a rest day moves to the first working day after it. MF 203, XS 105, MS 85, N4 58. */
export const clkLastDayRoll = (last: Day, isRest: (day: Day) => boolean): Day => {
  let day = last;
  while (isRest(day)) day += 1;
  return day;
};

/** `clk-cutoff`: the last day ends at 24:00, that is before 00:00 of the next day. MF 203(2). */
export const clkCutoff = (last: Day): Instant => startOf(last + 1);

/** `clk-month`: months end on the corresponding day; where there is none, at the month's end. MF 202. */
export const clkMonth = (start: Day, months: number): Day => addMonths(start, months);

/** `clk-inclusive`: "within" includes the number itself, so hours are kept at the very instant; a day is kept until it has ended. MF 1259. */
export const clkInclusive = (dueAt: Instant, ends: 'before' | 'at', at: Instant): boolean =>
  ends === 'at' ? millisOf(at) <= millisOf(dueAt) : millisOf(at) < millisOf(dueAt);

/** `clk-holiday-source`: rest days are those of the yearly notice, with its make-up days, and of the region. JR 2, 4, 6, 7. */
export const clkHolidaySource = (calendar: Calendar, region: string, day: Day, local: boolean): DayStatus =>
  statusOfDay(calendar, region, day, local);

/**
 * `clk-stop`: while a clock is stopped nothing runs. A day stopped wholly or in part is not counted; hours are made up
 * to the millisecond. N4 42, 45. Whether a limit may stop at all is in the limit.
 */
export const clkStop = (stops: readonly Stop[], day: Day): boolean =>
  stops.some((stop) => {
    const first = dayOfInstant(stop.from);
    // A stop that ends at 00:00 has not touched that day.
    const last = stop.to.includes('T00:00:00+') ? dayOfInstant(stop.to) - 1 : dayOfInstant(stop.to);
    return stop.from < stop.to && first <= day && day <= last;
  });
