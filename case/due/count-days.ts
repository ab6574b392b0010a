// Counts the days of one reading of a limit and remembers what it skipped, so that the result can be explained.
import type { DepartmentId } from '../../schemas/ids.ts';
import type { CivilDate } from '../../schemas/instant.ts';
import type { Span, TimeLimit } from '../../schemas/time-limit.ts';
import type { Calendar, DayStatus, Unknown } from './calendar.ts';
import { type Day, dayOf, endOfPeriod, yearOf } from './civil-day.ts';
import { DueDateError } from './due-date-error.ts';
import {
  clkHolidaySource,
  clkLastDayRoll,
  clkMonth,
  clkMonthCriminal,
  clkStop,
  isMonthEnd,
  type StoppedDays,
} from './rules.ts';
import type { Stop } from './stops.ts';

/** One way to read the law: what unsettled days are, whether the region's own days off count, which stopped days do not, whether it ends on a rest day. */
export type Reading = { unit: 'calendar' | 'working'; local: boolean; stopped: StoppedDays; stays: boolean };

/** Neighbouring days left out for the same reason. */
export type SkippedRun = {
  first: Day;
  last: Day;
  because: DayStatus['because'] | 'stopped';
  holiday?: string;
};

/** A span of the count, the limit itself or an extension: `from` is the day before its first day. */
export type Segment = {
  span: Span;
  unit: 'calendar' | 'working' | 'months' | 'months-to-month-end' | 'document' | 'before' | 'period';
  from: Day;
  to: Day;
  skipped: SkippedRun[];
};

/** `last` is the last day after rolling; `unknown` lists the years and reasons that make it provisional. */
export type Count = {
  reading: Reading;
  segments: Segment[];
  rolled: SkippedRun[];
  last: Day;
  unknown: Map<string, { year: number; because: Unknown }>;
};

/** What counting needs to know besides the reading. */
export type Ground = {
  calendar: Calendar;
  region: string;
  stops: readonly Stop[];
  setBy: CivilDate | undefined;
  monthEnd: TimeLimit['monthEnd'];
  /** The department whose own days count here. */
  own: DepartmentId | undefined;
};

const pushSkipped = (
  runs: SkippedRun[],
  day: Day,
  because: SkippedRun['because'],
  holiday?: string,
): void => {
  const run = runs.at(-1);
  if (run !== undefined && run.last === day - 1 && run.because === because && run.holiday === holiday)
    run.last = day;
  else runs.push({ first: day, last: day, because, ...(holiday === undefined ? {} : { holiday }) });
};

/** Is the day out of the count, and why; remembers when the answer is a guess. */
const isOut = (
  ground: Ground,
  reading: Reading,
  day: Day,
  restCounts: boolean,
  runs: SkippedRun[],
  unknown: Count['unknown'],
): boolean => {
  if (ground.stops.length > 0 && clkStop(ground.stops, day, reading.stopped)) {
    pushSkipped(runs, day, 'stopped');
    return true;
  }
  if (restCounts) return false;
  const status = clkHolidaySource(ground.calendar, ground.region, day, reading.local, ground.own);
  if (status.provisionalBecause !== undefined) {
    const year = yearOf(day);
    unknown.set(`${year}|${status.provisionalBecause}`, { year, because: status.provisionalBecause });
  }
  if (status.working) return false;
  pushSkipped(runs, day, status.because, status.holiday);
  return true;
};

const unitOf = (span: Span, reading: Reading, toMonthEnd: boolean): Segment['unit'] => {
  if ('workingDays' in span) return 'working';
  if ('unsettledDays' in span) return reading.unit;
  if ('months' in span) return toMonthEnd ? 'months-to-month-end' : 'months';
  if ('workingDaysBefore' in span) return 'before';
  if ('every' in span) return 'period';
  return 'setByDocument' in span ? 'document' : 'calendar';
};

const daysOf = (span: Span): number =>
  'workingDays' in span
    ? span.workingDays
    : 'unsettledDays' in span
      ? span.unsettledDays
      : 'calendarDays' in span
        ? span.calendarDays
        : 0;

/** Counts all spans one after the other, then rolls the last day; a date set by a document or period stays. */
export const countDays = (spans: readonly Span[], start: Day, reading: Reading, ground: Ground): Count => {
  const unknown: Count['unknown'] = new Map();
  const segments: Segment[] = [];
  const toMonthEnd = ground.monthEnd !== undefined && isMonthEnd(start);
  let day = start;
  for (const span of spans) {
    const from = day;
    const unit = unitOf(span, reading, toMonthEnd);
    const skipped: SkippedRun[] = [];
    const advance = (left: number, restCounts: boolean): void => {
      if (restCounts && ground.stops.length === 0) {
        day += left;
        return;
      }
      for (let remaining = left; remaining > 0; ) {
        day += 1;
        if (!isOut(ground, reading, day, restCounts, skipped, unknown)) remaining -= 1;
      }
    };
    if (unit === 'document') {
      if (ground.setBy === undefined) throw new DueDateError('DATE_MISSING');
      if (dayOf(ground.setBy) < start) throw new DueDateError('DATE_BEFORE_START');
      day = dayOf(ground.setBy);
    } else if (unit === 'before' && 'workingDaysBefore' in span) {
      if (ground.setBy === undefined) throw new DueDateError('DATE_MISSING');
      if (dayOf(ground.setBy) < start) throw new DueDateError('DATE_BEFORE_START');
      // So many whole working days lie between the day itself and the last day it can be done on; neither of them counts.
      day = dayOf(ground.setBy);
      for (let remaining = span.workingDaysBefore; remaining > 0; ) {
        day -= 1;
        if (!isOut(ground, reading, day, false, skipped, unknown)) remaining -= 1;
      }
      day -= 1;
    } else if (unit === 'period' && 'every' in span) {
      day = endOfPeriod(day, span.every);
    } else if ('months' in span) {
      const nominal = (toMonthEnd ? clkMonthCriminal : clkMonth)(day, span.months);
      let stopped = 0;
      if (ground.stops.length > 0)
        for (let at = from + 1; at <= nominal; at += 1)
          if (isOut(ground, reading, at, true, skipped, unknown)) stopped += 1;
      day = nominal;
      advance(stopped, true);
    } else advance(daysOf(span), unit === 'calendar');
    segments.push({ span, unit, from, to: day, skipped });
  }
  const rolled: SkippedRun[] = [];
  const rolls = !reading.stays && !['document', 'before', 'period'].includes(segments.at(-1)?.unit ?? '');
  const last = rolls ? clkLastDayRoll(day, (at) => isOut(ground, reading, at, false, rolled, unknown)) : day;
  return { reading, segments, rolled, last, unknown };
};

/** The day so many working days after `start`, day zero not counted. Whether all years are known does not matter here. */
export const workingDaysAfter = (
  calendar: Calendar,
  region: string,
  start: Day,
  days: number,
  local: boolean,
  own?: DepartmentId,
): Day =>
  countDays(
    [{ workingDays: days }],
    start,
    { unit: 'working', local, stopped: 'touched', stays: false },
    { calendar, region, stops: [], setBy: undefined, monthEnd: undefined, own },
  ).last;
