// What any text that crosses the boundary may hold. Every reader must be able to take it, show it and keep it: nothing that a
// terminal obeys, that turns the direction of a line, or that a database refuses. No text is ever normalised: what was sent is
// what is signed, committed to, kept and shown.
import * as z from 'zod';

const NOT_TEXT =
  '含控制字符、双向控制符或残缺字符；换行只用 LF / holds a control or bidi character or half of one; line ends are LF only';
const NOT_OPEN = '含控制、双向或私用字符 / holds a control, bidi or private-use character';

/** Control characters (C0, C1, NUL among them), marks that turn the direction of text, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Bidi_Control}\p{Cs}]/u;
const PRIVATE = /\p{Co}/u;

/** One line. */
const isLine = (text: string): boolean => !UNSAFE.test(text);
/** Lines that end in LF alone, with tabs. */
const isText = (text: string): boolean => isLine(text.replaceAll(/[\n\t]/g, ''));

/** What stands open in the ledger, for ever and for all: a font need not know a character of private use. */
export const isOpenText = (text: string): boolean => isLine(text) && !PRIVATE.test(text);

/** A party's value on one line: a name, a title. */
export const Line = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isLine, NOT_TEXT)
    .meta({ description: '单行，不含控制、双向字符 / one line, no control or bidi character' });

/** A party's value of several lines; they end in LF. */
export const Text = (max: number) =>
  z.string().max(max).refine(isText, NOT_TEXT).meta({
    description:
      '可分行（LF）和用制表符，不含其他控制字符和双向字符 / lines end in LF; tabs; no other control, no bidi character',
  });

/** Free text that stands open, on one line, of `max` UTF-16 units at most; blanks alone are none. */
export const OpenText = (max: number) =>
  z
    .string()
    .regex(/\S/)
    .max(max)
    .refine(isOpenText, NOT_OPEN)
    .meta({ description: '不含控制、双向或私用字符 / no control, bidi or private-use character' });

const holdsOnly = (fits: (text: string) => boolean, value: unknown): boolean => {
  if (typeof value === 'string') return fits(value);
  if (Array.isArray(value)) return value.every((item) => holdsOnly(fits, item));
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => isOpenText(name) && holdsOnly(fits, item));
};

/** Any JSON whose texts are open texts, names of fields among them. */
export const OpenJson = z.json().refine((value) => holdsOnly(isOpenText, value), NOT_OPEN);

/** What is wrong with the texts of a party's value, or `null`. */
export const textFault = (value: unknown): string | null => (holdsOnly(isText, value) ? null : NOT_TEXT);
