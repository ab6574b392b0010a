// Instants as every room of the house writes them: ISO 8601 in Beijing time (+08:00), milliseconds only when not zero.
// One spelling per instant, so that comparing the strings compares the instants.
import * as z from 'zod';

/** Whether the first ten characters name a day there is: no 30 February, which some clocks take for 1 March. */
const isDay = (text: string): boolean => {
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  return (day ?? 0) <= new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
};
const NO_SUCH_DAY = { message: '没有这一天 / no such day' };

const DATE = String.raw`(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d`;
/** Milliseconds that are not zero; without a look-ahead, which not every reader of a JSON Schema knows. */
const MILLIS = String.raw`\.(?:00[1-9]|0[1-9]\d|[1-9]\d{2})`;

/** Canonical instant, e.g. `2024-10-08T00:00:00+08:00` or `2024-10-08T00:00:00.001+08:00`; years 1900 to 2199. */
export const Instant = z
  .string()
  .regex(new RegExp(`^${DATE}T${TIME}(?:${MILLIS})?\\+08:00$`))
  .refine(isDay, NO_SUCH_DAY)
  .meta({
    title: 'Instant',
    description:
      '北京时间瞬间 / instant in Beijing time: YYYY-MM-DDTHH:MM:SS+08:00, or with .mmm where the milliseconds are not 000; always +08:00',
    examples: ['2024-10-08T09:30:00+08:00'],
  });
export type Instant = z.infer<typeof Instant>;

/** Civil date in Beijing time, `YYYY-MM-DD`; years 1900 to 2199. */
export const CivilDate = z
  .string()
  .regex(new RegExp(`^${DATE}$`))
  .refine(isDay, NO_SUCH_DAY)
  .meta({ title: 'CivilDate', examples: ['2024-10-08'] });
export type CivilDate = z.infer<typeof CivilDate>;

/** How exactly it is known when something legally happened. `undated`: placed between its neighbours. */
export const Precision = z.enum(['instant', 'day', 'month', 'year', 'undated']);
export type Precision = z.infer<typeof Precision>;

const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** Milliseconds since the epoch → canonical instant. */
export const instantFromMillis = (millis: number): Instant => {
  const text = new Date(millis + BEIJING_OFFSET_MS).toISOString();
  return `${text.slice(0, 19)}${text.slice(20, 23) === '000' ? '' : text.slice(19, 23)}+08:00`;
};

/** Canonical instant → milliseconds since the epoch. */
export const millisOf = (instant: Instant): number => Date.parse(instant);

/** The civil date an instant falls on in Beijing. */
export const dateOf = (instant: Instant): CivilDate => instant.slice(0, 10);

/** 00:00 of a civil date in Beijing. */
export const startOfDay = (date: CivilDate): Instant => `${date}T00:00:00+08:00`;

/** The instant so many milliseconds later. */
export const plusMillis = (instant: Instant, millis: number): Instant =>
  instantFromMillis(millisOf(instant) + millis);

/** Any ISO 8601 instant with an offset → canonical. `null` when it is not one. */
export const parseInstant = (text: string): Instant | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? null : instantFromMillis(millis);
};
