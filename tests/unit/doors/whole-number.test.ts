// Numbers in a query string: digits or refused, so that no page is asked for that nobody meant.
import { describe, expect, it } from 'vitest';
import { wholeNumber } from '../../../services/doors/http/whole-number.ts';

const parsed = (text: unknown) => wholeNumber(0, 100).safeParse(text);

describe('a whole number in a query string', () => {
  it('is decimal digits', () => {
    for (const text of ['0', '7', '100', '007']) expect(parsed(text).data).toBe(Number(text));
  });

  it.each([
    '',
    ' ',
    ' 1',
    '1 ',
    '1e1',
    '0x10',
    '0b1',
    '1.0',
    '+1',
    '-1',
    '１',
    'null',
    '101',
    '9007199254740993',
  ])('is not %j', (text) => expect(parsed(text).success).toBe(false));

  it('given twice is refused, not the first or the last of them', () => {
    expect(parsed(['1', '2']).success).toBe(false);
  });
});
