// Civil days of Beijing as plain numbers, so that counting days is arithmetic and no time zone of a machine can matter.
import { CivilDate, type Instant } from '../../schemas/instant.ts';

/** Days since 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;

/** Civil date → day number. */
export const dayOf = (date: CivilDate): Day =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;

const known = new Map<Day, CivilDate>();
const KNOWN_AT_MOST = 100_000;

/** Day number → civil date; remembered, for a few thousand days are asked for again and again. */
export const dateOfDay = (day: Day): CivilDate => {
  const found = known.get(day);
  if (found !== undefined) return found;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(day, date);
  return date;
};

/** The day an instant falls on in Beijing. */
export const dayOfInstant = (instant: Instant): Day => dayOf(instant);

/** 00:00 of a day in Beijing. */
export const startOf = (day: Day): Instant => `${dateOfDay(day)}T00:00:00+08:00`;

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** Calendar year of a day. */
export const yearOf = (day: Day): number => Number(dateOfDay(day).slice(0, 4));

/** The corresponding day so many months later; where there is none, the last day of that month. */
export const addMonths = (day: Day, months: number): Day => {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + months;
  const lastOfMonth = Date.UTC(year, month + 1, 0) / DAY_MS;
  return Math.min(Date.UTC(year, month, date.getUTCDate()) / DAY_MS, lastOfMonth);
};

const MONTHS = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Last day of the month, quarter, half-year or year that a day lies in. */
export const endOfPeriod = (day: Day, period: keyof typeof MONTHS): Day => {
  const date = new Date(day * DAY_MS);
  const length = MONTHS[period];
  const next = (Math.floor(date.getUTCMonth() / length) + 1) * length;
  return Date.UTC(date.getUTCFullYear(), next, 0) / DAY_MS;
};

/** Whether `YYYY-MM-DD` names a day that exists, of the years that can be written. */
export const isRealDate = (date: string): boolean => CivilDate.safeParse(date).success;
