// Amounts as they are typed: yuan with two decimals at most; a comma stands every three digits or nowhere, and never makes another amount.
import { describe, expect, it } from 'vitest';
import { fenOf } from '../../../services/cli/typed-values.ts';

describe('金额', () => {
  it.each([
    ['12345.67', '1234567'],
    ['0', '0'],
    ['1.5', '150'],
    ['1,234', '123400'],
    ['1,234.50', '123450'],
    ['12,345,678.9', '1234567890'],
    ['99999999999999999', '9999999999999999900'],
  ])('%s yuan are %s fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  it.each([
    '12,34',
    '1,2345',
    '1234,567',
    ',123',
    '1,',
    '1,234,56',
    '1.234,5',
    '12.345',
    '-1',
    '1e3',
    '',
    ' 1',
    '１２',
  ])('%j is no amount', (text) => {
    expect(() => fenOf(text)).toThrow();
  });
});
