// A whole number in a query string: decimal digits, nothing before, between or after them. An empty value is not 0, and 0x10 is
// not sixteen: what is no number is refused. One below 0 begins with a sign.
import * as z from 'zod';

const numberOf = (text: unknown): unknown =>
  typeof text === 'string' && /^-?\d{1,16}$/.test(text) ? Number(text) : text;

/** From `least` to `most`, both included. */
export const wholeNumber = (least: number, most: number = Number.MAX_SAFE_INTEGER) =>
  z.preprocess(numberOf, z.int().min(least).max(most));
