// The examples of RFC 8785, and what may never be signed.
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bytesOfBase64Url,
  canonical,
  digestOf,
  sha256,
  signedBytes,
} from '../../../services/proof/canonical.ts';

describe('RFC 8785', () => {
  it('writes the sample of section 3.2.2 as the RFC does', () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonical(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('sorts names by UTF-16 code units, as in section 3.2.3', () => {
    const input = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    );
    expect(Object.values(JSON.parse(canonical(input)))).toContain('One');
    expect(canonical(input)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [5e-324, '5e-324'],
    [1.7976931348623157e308, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [0.000001, '0.000001'],
    [333333333.33333325, '333333333.33333325'],
    [1424953923781206.2, '1424953923781206.2'],
  ])('writes the number %d of appendix B as %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it.each([
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate as a name', { '\udead': 1 }],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['nothing', undefined],
  ])('refuses %s', (_name, value) => {
    expect(() => canonical(value)).toThrow('SCHEMA_MISMATCH');
  });
});

describe('a value read back', () => {
  it('gives the same text as one in any other order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalize(value) as string;
        expect(canonical(value)).toBe(text);
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
    const names = fc.oneof(fc.string({ unit: 'binary' }), fc.nat().map(String), fc.constant('__proto__'));
    fc.assert(
      fc.property(fc.dictionary(names, fc.jsonValue()), (value) => {
        expect(canonical(value)).toBe(canonicalize(value));
      }),
    );
    for (const value of [
      { b: 1, a: [{ d: 1, c: 2 }] },
      { 10: 1, 9: 2 },
      { a: '\\ud800' },
      { a: undefined, b: 1 },
      { b: 1, ['__proto__']: 2, '/': 3 },
    ]) {
      expect(canonical(value)).toBe(canonicalize(value));
    }
  });
});

describe('what is signed', () => {
  it('begins with the context line, so that one kind of text never passes for another', () => {
    expect(signedBytes('xianjie.command.v1', { b: 1, a: 2 }).toString()).toBe(
      'xianjie.command.v1\n{"a":2,"b":1}',
    );
    expect(digestOf({ format: 'a' })).toBe(sha256('a\n{"format":"a"}'));
    expect(sha256('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('knows one spelling of base64url only', () => {
    expect(bytesOfBase64Url('AAE')?.toString('hex')).toBe('0001');
    for (const other of ['AAF', 'AAE=', 'AA E', 'AA+', 'A']) expect(bytesOfBase64Url(other)).toBeNull();
  });
});
