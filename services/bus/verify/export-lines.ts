// The lines of an export as they are read before anything in them is believed: so long at most, so deep at most, UTF-8, and
// written in the one way in which no two readers read them differently.
import type * as z from 'zod';
import { byteLinesOf, LineTooLong } from '../../proof/lines.ts';
import { VerifyFault } from './fault.ts';

/** Bytes of a line: a message of the ledger has one MiB at most. */
const MOST_BYTES = 2_097_152;
/** Objects and lists one inside the other; the law, which nests deepest, stays below twenty. */
const MOST_DEEP = 64;

const [QUOTE, BACKSLASH, BRACKET, BRACE, END_BRACKET, END_BRACE] = [34, 92, 91, 123, 93, 125];
const BOM = '\ufeff';

/** Whether what is no text nests deeper than it may. Looks at characters only, so that nothing deep is ever built. */
const isTooDeep = (text: string): boolean => {
  let [depth, isText] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (isText) {
      if (character === BACKSLASH) at += 1;
      else if (character === QUOTE) isText = false;
    } else if (character === QUOTE) isText = true;
    else if (character === BRACKET || character === BRACE) {
      depth += 1;
      if (depth > MOST_DEEP) return true;
    } else if (character === END_BRACKET || character === END_BRACE) depth -= 1;
  }
  return false;
};

/**
 * The JSON of a line.
 * @param sequence the entry that should stand in it
 * @throws VerifyFault LINE_TOO_LONG, LINE_TOO_DEEP, LINE_UNREADABLE, LINE_AMBIGUOUS, NAME_FORBIDDEN
 */
export const jsonOfLine = (text: string, sequence: number | null): unknown => {
  if (text.length > MOST_BYTES) throw new VerifyFault('LINE_TOO_LONG', { sequence });
  if (isTooDeep(text)) throw new VerifyFault('LINE_TOO_DEEP', { sequence });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new VerifyFault('LINE_UNREADABLE', { sequence });
  }
  // A field named twice is one thing to this reader and another to the next: only the one spelling is verified.
  if (JSON.stringify(value) !== text) throw new VerifyFault('LINE_AMBIGUOUS', { sequence });
  // Readers in JavaScript lose it on the way. Within a text the quotes before and behind it are escaped.
  if (text.includes('"__proto__":')) throw new VerifyFault('NAME_FORBIDDEN', { sequence }, '__proto__');
  return value;
};

/**
 * The same where it has a shape. What is read is given, not what the shape made of it: what is hashed must be all that stands there.
 * @throws VerifyFault SHAPE_WRONG too
 */
export const lineOf = <Shape extends z.ZodType>(
  shape: Shape,
  text: string,
  sequence: number,
): z.infer<Shape> => {
  const value = jsonOfLine(text, sequence);
  const parsed = shape.safeParse(value);
  if (parsed.success) return value as z.infer<Shape>;
  const [issue] = parsed.error.issues;
  throw new VerifyFault('SHAPE_WRONG', { sequence }, issue ? `${issue.path.join('.')} ${issue.code}` : '');
};

/**
 * The lines of a file. A mark of the byte order before the first and line ends of Windows are taken off: they say nothing.
 * @throws VerifyFault LINE_TOO_LONG, LINE_UNREADABLE for what is no UTF-8
 */
export async function* exportLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  try {
    for await (const bytes of byteLinesOf(chunks, MOST_BYTES)) {
      number += 1;
      const text = utf8.decode(bytes);
      const whole = number === 1 && text.startsWith(BOM) ? text.slice(1) : text;
      yield whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    }
  } catch (error) {
    if (error instanceof LineTooLong)
      throw new VerifyFault('LINE_TOO_LONG', { sequence: null }, `${number + 1}`);
    if (error instanceof TypeError)
      throw new VerifyFault('LINE_UNREADABLE', { sequence: null }, `UTF-8 ${number}`);
    throw error;
  }
}
