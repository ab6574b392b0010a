// Free text that stands open in the ledger, for people to read: a basis, a name, a reason. Every reader must be able to take
// it, show it and keep it, so it holds nothing that a terminal obeys, a database refuses or a font need not know.
import * as z from 'zod';

/** Control characters (C0, C1, NUL among them), marks that turn the direction of text, private use, lone surrogates. */
const FORBIDDEN = /[\p{Cc}\p{Bidi_Control}\p{Co}\p{Cs}]/u;

const NOT_OPEN = {
  message: '含控制、双向或私用字符 / holds a control, bidi or private-use character',
};

export const isOpenText = (text: string): boolean => !FORBIDDEN.test(text);

/** A text on one line, of `max` UTF-16 units at most; blanks alone are none. */
export const OpenText = (max: number) =>
  z
    .string()
    .regex(/\S/)
    .max(max)
    .refine(isOpenText, NOT_OPEN)
    .meta({ description: '不含控制、双向或私用字符 / no control, bidi or private-use character' });

const holdsOpenText = (value: unknown): boolean => {
  if (typeof value === 'string') return isOpenText(value);
  if (Array.isArray(value)) return value.every(holdsOpenText);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, item]) => isOpenText(name) && holdsOpenText(item));
};

/** Any JSON whose texts are open texts, names of fields among them. */
export const OpenJson = z.json().refine(holdsOpenText, NOT_OPEN);
