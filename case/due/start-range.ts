// Where it is known only to the day, month or year when something happened: the earliest and latest instant it can have been.
import { dateOf, type Instant, type Precision, startOfDay } from '../../schemas/instant.ts';
import { addMonths, type Day, dateOfDay, dayOf } from './civil-day.ts';

export const endOfDay = (day: Day): Instant => `${dateOfDay(day)}T23:59:59.999+08:00`;

/**
 * `from` and `fromLatest` for a due date out of `occurredAt` and its precision. `undated` and `instant` give the instant
 * itself; whoever knows the neighbours of an undated fact passes them instead.
 * @param until it cannot have happened later: the instant it was recorded
 */
export const startRange = (
  occurredAt: Instant,
  precision: Precision,
  until?: Instant,
): { from: Instant; fromLatest?: Instant } => {
  const { from, fromLatest } = rangeOf(occurredAt, precision);
  if (fromLatest === undefined) return { from };
  return { from, fromLatest: until !== undefined && until < fromLatest ? until : fromLatest };
};

const rangeOf = (occurredAt: Instant, precision: Precision): { from: Instant; fromLatest?: Instant } => {
  const date = dateOf(occurredAt);
  if (precision === 'day') return { from: startOfDay(date), fromLatest: endOfDay(dayOf(date)) };
  if (precision === 'month') {
    const first = dayOf(`${date.slice(0, 7)}-01`);
    return { from: startOfDay(dateOfDay(first)), fromLatest: endOfDay(addMonths(first, 1) - 1) };
  }
  if (precision === 'year') {
    const year = date.slice(0, 4);
    return { from: startOfDay(`${year}-01-01`), fromLatest: endOfDay(dayOf(`${year}-12-31`)) };
  }
  return { from: occurredAt };
};
