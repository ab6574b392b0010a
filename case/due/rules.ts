// The rules of clocks, one function each, named as the law's rules are; case/due/due-date.ts puts them together.
// Adding a rule: one function here, one test named after what a clerk can check.
import { type Instant, instantFromMillis, millisOf, plusMillis } from '../../schemas/instant.ts';
import { type Calendar, type DayStatus, statusOfDay } from './calendar.ts';
import { addMonths, type Day, endOfPeriod, startOf } from './civil-day.ts';
import { mergedStops, type Stop, stoppedMillis } from './stops.ts';

const HOUR_MS = 3_600_000;

/** `clk-hour-civil`: hours run from the very moment. MF 201(2). Inclusive end: still in time at the instant itself. */
export const clkHourCivil = (from: Instant, hours: number, stops: readonly Stop[] = []): Instant => {
  const end = millisOf(from) + hours * HOUR_MS;
  return plusMillis(from, end + stoppedMillis(stops, millisOf(from), end) - millisOf(from));
};

/** The hour an instant lies in has ended: 11:00 of 10:20, and of 10:00 too, which begins it. */
export const nextFullHour = (at: Instant): Instant =>
  instantFromMillis((Math.floor(millisOf(at) / HOUR_MS) + 1) * HOUR_MS);

/**
 * `clk-hour-criminal`: the hour it begins in is not counted (XS 105(2), N4 58). Whoever keeps the hours from the very moment
 * keeps these too.
 */
export const clkHourCriminal = (from: Instant, hours: number, stops: readonly Stop[] = []): Instant =>
  clkHourCivil(nextFullHour(from), hours, stops);

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

/** Whether a day is the last of its month. */
export const isMonthEnd = (day: Day): boolean => endOfPeriod(day, 'month') === day;

/** `clk-month-criminal`: months that begin on the last day of a month end on the last day of one. 刑诉法解释 202(1). */
export const clkMonthCriminal = (start: Day, months: number): Day =>
  isMonthEnd(start) ? endOfPeriod(addMonths(start, months), 'month') : addMonths(start, months);

/** `clk-inclusive`: "within" includes the number itself, so hours are kept at the very instant; a day is kept until it has ended. MF 1259. */
export const clkInclusive = (dueAt: Instant, ends: 'before' | 'at', at: Instant): boolean =>
  ends === 'at' ? millisOf(at) <= millisOf(dueAt) : millisOf(at) < millisOf(dueAt);

/**
 * `clk-holiday-source`: rest days are those of the yearly notice, with its make-up days, and of the region. JR 2, 4, 6, 7. Those of
 * a department are its `own`.
 */
export const clkHolidaySource = (
  calendar: Calendar,
  region: string,
  day: Day,
  local: boolean,
  own?: string,
): DayStatus => statusOfDay(calendar, region, day, local, own);

/** Which stopped days are left out: those stopped from beginning to end, or every day a stop touches. */
export type StoppedDays = 'whole' | 'touched';

/**
 * `clk-stop`: while a clock is stopped nothing runs. N4 42, 45. Hours are made up to the millisecond; of days the law does
 * not say what becomes of one that was stopped in part, so it counts when read strictly and does not at the latest. Whether
 * a limit may stop at all is in the limit.
 */
export const clkStop = (stops: readonly Stop[], day: Day, left: StoppedDays): boolean => {
  const [begins, ends] = [millisOf(startOf(day)), millisOf(startOf(day + 1))];
  return mergedStops(stops).some(({ from, to }) =>
    left === 'whole' ? from <= begins && ends <= to : from < ends && begins < to,
  );
};
