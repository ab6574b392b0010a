// Instants: one spelling in events, any ISO 8601 spelling with an offset from whoever sends a command; no day that does not exist.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CivilDate,
  Instant,
  inBeijing,
  instantFromMillis,
  isInRange,
  millisOf,
  parseInstant,
  SentInstant,
} from '../../../schemas/instant.ts';

describe('an instant that is sent', () => {
  it.each([
    ['2024-10-08T01:30:00Z', '2024-10-08T09:30:00+08:00'],
    ['2024-10-08T01:30Z', '2024-10-08T09:30:00+08:00'],
    ['2024-10-08T09:30:00.000+08:00', '2024-10-08T09:30:00+08:00'],
    ['2024-10-08T09:30:00.5+08:00', '2024-10-08T09:30:00.500+08:00'],
    ['2024-10-08T09:30:00.123456789+08:00', '2024-10-08T09:30:00.123+08:00'],
    ['2024-10-07T20:30:00-05:00', '2024-10-08T09:30:00+08:00'],
    ['2024-10-08T07:00:00+05:30', '2024-10-08T09:30:00+08:00'],
    ['2024-12-31T16:00:00Z', '2025-01-01T00:00:00+08:00'],
    ['1899-12-31T16:00:00Z', '1900-01-01T00:00:00+08:00'],
    ['2023-04-12T12:50:04.2121108Z', '2023-04-12T20:50:04.212+08:00'],
    // The clocks of China stood an hour ahead in the summers of 1986 to 1991: what is written here is always of +08:00.
    ['1988-04-17T03:00:00+09:00', '1988-04-17T02:00:00+08:00'],
    ['1986-09-14T01:30:00+08:00', '1986-09-14T01:30:00+08:00'],
  ])('may be %s: everybody then reads %s', (sent, canonical) => {
    expect(SentInstant.safeParse(sent).success).toBe(true);
    expect(inBeijing(sent)).toBe(canonical);
    expect(Instant.safeParse(canonical).success).toBe(true);
  });

  it.each([
    '2024-02-30T09:00:00+08:00',
    '2023-02-29T01:00:00Z',
    '2024-04-31T09:00:00.5+08:00',
    '2024-13-01T09:00:00Z',
    '2024-00-10T09:00:00Z',
    '2024-10-00T09:00:00Z',
    '2024-10-08T24:00:00Z',
    '2024-10-08T09:60:00Z',
    '2024-10-08T09:30:60Z',
    '2016-12-31T23:59:60Z',
    '2017-01-01T07:59:60+08:00',
    '2024-03-05T08:54:48.518@Etc/UTC',
    '2024-10-08T09:30:00+08:00[Asia/Shanghai]',
    '2020-07-16T13:53:54.545218America/Los_Angeles',
    '２０２４-10-08T09:30:00Z',
    '2024-10-08T09:30:00',
    '2024-10-08 09:30:00Z',
    '2024-10-08',
    '2024-10-08T09:30:00.Z',
    '2024-10-08T09:30:00.1234567890Z',
    '2024-10-08T09:30:00+0800',
    '2024-10-08T09:30:00+24:00',
    '1899-12-31T15:59:59.999Z',
    '2199-12-31T16:00:00Z',
    '9999-12-31T00:00:00Z',
    '+010000-01-01T00:00:00Z',
    '2024-10-08T09:30:00Z\n',
  ])('is never %j, and never another day in its place', (text) => {
    expect(parseInstant(text)).toBeNull();
    expect(SentInstant.safeParse(text).success).toBe(false);
  });

  it('is the same instant whatever its offset and digits, and the canonical one stays as it is', () => {
    const millis = fc.integer({
      min: millisOf('1900-01-02T00:00:00+08:00'),
      max: millisOf('2199-12-30T00:00:00+08:00'),
    });
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(millis, offset, fc.nat(9), (at, minutes, digits) => {
        const local = new Date(at + minutes * 60_000).toISOString().slice(0, 19);
        const fraction =
          digits === 0
            ? ''
            : `.${String(((at % 1000) + 1000) % 1000)
                .padStart(3, '0')
                .padEnd(9, '7')
                .slice(0, digits)}`;
        const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
          String(n).padStart(2, '0'),
        );
        const sent = `${local}${fraction}${minutes < 0 ? '-' : '+'}${h}:${m}`;
        const canonical = inBeijing(sent);
        const cut = digits >= 3 ? 1 : 10 ** (3 - digits);
        const seen = ((at % 1000) + 1000) % 1000;
        expect(millisOf(canonical)).toBe(at - (seen % cut));
        expect(inBeijing(canonical)).toBe(canonical);
        expect(Instant.safeParse(canonical).success).toBe(true);
      }),
    );
  });
});

describe('the years that can be written', () => {
  it('are 1900 to 2199 in Beijing, to the millisecond', () => {
    const [first, last] = [millisOf('1900-01-01T00:00:00+08:00'), millisOf('2199-12-31T23:59:59.999+08:00')];
    expect([first - 1, first, last, last + 1].map(isInRange)).toEqual([false, true, true, false]);
    for (const millis of [first, last])
      expect(Instant.safeParse(instantFromMillis(millis)).success).toBe(true);
    for (const millis of [first - 1, last + 1])
      expect(Instant.safeParse(instantFromMillis(millis)).success).toBe(false);
    expect(CivilDate.safeParse('2200-01-01').success).toBe(false);
  });
});
