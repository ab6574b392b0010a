// Instants as every room of the house writes them: ISO 8601 in Beijing time (+08:00), milliseconds only when not zero.
// One spelling per instant, so that comparing the strings compares the instants. Whoever sends a command may spell them otherwise.
import * as z from 'zod';

/** Whether the first ten characters name a day there is: no 30 February, which some clocks take for 1 March. */
const isDay = (text: string): boolean => {
  const day = Number(text.slice(8, 10));
  // Every month has so many, and most instants are asked about no more than that.
  if (day <= 28) return true;
  return day <= new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
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

/** First and (exclusive) last instant that can be written. */
const FIRST_MS = millisOf('1900-01-01T00:00:00+08:00');
const END_MS = millisOf('2199-12-31T23:59:59.999+08:00') + 1;

/** Whether so many milliseconds since the epoch can be written: years 1900 to 2199 of Beijing. */
export const isInRange = (millis: number): boolean => FIRST_MS <= millis && millis < END_MS;

/** The civil date an instant falls on in Beijing. */
export const dateOf = (instant: Instant): CivilDate => instant.slice(0, 10);

/** 00:00 of a civil date in Beijing. */
export const startOfDay = (date: CivilDate): Instant => `${date}T00:00:00+08:00`;

/** How far the clocks of two machines may be apart: whatever compares an instant of the one with the other's allows as much. */
export const CLOCK_TOLERANCE_MS = 5_000;

/**
 * What a sender says of its own clock, as it counts here: from a clock a little ahead it is now. `null` from one that is
 * more than the tolerance ahead.
 */
export const asOfNow = (said: Instant, now: Instant): Instant | null => {
  if (said <= now) return said;
  return millisOf(said) - millisOf(now) <= CLOCK_TOLERANCE_MS ? now : null;
};

/** The instant so many milliseconds later. */
export const plusMillis = (instant: Instant, millis: number): Instant =>
  instantFromMillis(millisOf(instant) + millis);

const SENT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Any ISO 8601 instant with an offset → canonical, cut to the millisecond. `null` for what is none, for a day there is not, and
 * outside the years that can be written.
 */
export const parseInstant = (text: string): Instant | null => {
  if (!SENT.test(text) || Number(text.slice(5, 7)) < 1 || Number(text.slice(8, 10)) < 1 || !isDay(text))
    return null;
  // Digits beyond the third are cut here, for engines differ in what they make of them.
  const millis = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(millis) || !isInRange(millis) ? null : instantFromMillis(millis);
};

/**
 * An instant as whoever sends a command spells it: any offset, `Z`, up to nine digits of a second. What is signed is what was
 * sent, and stays so in the entry's command; events and everything decided have the canonical one.
 */
export const SentInstant = z
  .string()
  .regex(SENT)
  .refine((text) => parseInstant(text) !== null, NO_SUCH_DAY)
  .meta({
    title: 'SentInstant',
    description:
      'ISO 8601 瞬间，须带时区：Z 或任意偏移，秒可省略，小数至多九位，1900 至 2199 年；签名按原文，事件中一律为北京时间 / ISO 8601 with an offset or Z, up to nine digits of a second, years 1900 to 2199; signed as sent, canonical in events',
    examples: ['2024-10-08T09:30:00+08:00', '2024-10-08T01:30:00.123456Z'],
  });
export type SentInstant = z.infer<typeof SentInstant>;

/** A sent instant → canonical. It was parsed by its shape before. */
export const inBeijing = (sent: SentInstant): Instant => {
  // Whole seconds of Beijing are written in one way only.
  if (sent.length === 25 && sent.endsWith('+08:00')) return sent;
  const at = parseInstant(sent);
  if (at === null) throw new RangeError('not a sent instant');
  return at;
};
