// Instants as text inside the sandbox. The schemas' own functions stay outside: importing them would bring zod along.
import type { CivilDate, Instant } from '../schemas/instant.ts';

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Milliseconds since the epoch → canonical instant; the same spelling as `instantFromMillis` (a test compares them). */
export const instantAt = (millis: number): Instant => {
  const text = new Date(millis + OFFSET_MS).toISOString();
  return `${text.slice(0, 19)}${text.slice(20, 23) === '000' ? '' : text.slice(19, 23)}+08:00`;
};

/** When a civil day in Beijing is over. */
export const endOfDay = (day: CivilDate): number => Date.parse(`${day}T00:00:00+08:00`) + DAY_MS;
