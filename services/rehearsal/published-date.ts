// Dates of published facts, as coarse as they were published: a year, a month or a day.
import * as z from 'zod';
import { dateOf, type Instant, instantFromMillis, millisOf, type Precision } from '../../schemas/instant.ts';

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const isPossible = (text: string): boolean => {
  const [, year = '', month = '01', day = '01'] = FORM.exec(text) ?? [];
  if (year < '1949' || year > '2100') return false;
  const civil = `${year}-${month}-${day}`;
  const millis = Date.parse(`${civil}T00:00:00Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(civil);
};

/** `2024`, `2024-09` or `2024-09-22`, a date that exists, from 1949 on. */
export const PublishedDate = z
  .string()
  .regex(FORM, { error: 'date-form', abort: true })
  .refine(isPossible, { error: 'date-impossible' });
export type PublishedDate = z.infer<typeof PublishedDate>;

/** From `earliest` to `latest`, both included, in milliseconds; a day is its noon, nothing is all of time. */
export type DateBounds = { earliest: number; latest: number; precision: Precision };

/** Placing happens on whole minutes, so the last instant of a month or year is a minute before its end. */
export const MINUTE = 60_000;

/** Bounds of a published date (rule 3); without a date there are none. */
export const boundsOf = (date: PublishedDate | null): DateBounds => {
  if (date === null) return { earliest: -Infinity, latest: Infinity, precision: 'undated' };
  const at = (text: string): number => millisOf(`${text}+08:00`);
  if (date.length === 10) {
    const noon = at(`${date}T12:00:00`);
    return { earliest: noon, latest: noon, precision: 'day' };
  }
  const year = Number(date.slice(0, 4));
  if (date.length === 4) {
    return {
      earliest: at(`${date}-01-01T00:00:00`),
      latest: at(`${year + 1}-01-01T00:00:00`) - MINUTE,
      precision: 'year',
    };
  }
  const month = Number(date.slice(5, 7));
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return {
    earliest: at(`${date}-01T00:00:00`),
    latest: at(`${next}-01T00:00:00`) - MINUTE,
    precision: 'month',
  };
};

/** Noon in Beijing of the day on which these milliseconds fall. */
export const noonOf = (millis: number): Instant => `${dateOf(instantFromMillis(millis))}T12:00:00+08:00`;
