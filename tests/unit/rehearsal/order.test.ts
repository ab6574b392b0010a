// Rule 3: order by what the dates allow, then by place; instants inside the bounds of the dates.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisOf } from '../../../schemas/instant.ts';
import { orderFacts, placeFacts } from '../../../services/rehearsal/order.ts';
import { boundsOf } from '../../../services/rehearsal/published-date.ts';

type Fact = { date: string | null; name: string };
const facts = (...dates: (string | null)[]): Fact[] =>
  dates.map((date, index) => ({ date, name: `${index + 1}` }));
const names = (list: readonly Fact[]): string => list.map(({ name }) => name).join(' ');
const asOf = millisOf('2024-06-03T12:00:00+08:00');

const two = (n: number): string => String(n).padStart(2, '0');
const someDate = fc.oneof(
  fc.integer({ min: 2018, max: 2021 }).map(String),
  fc
    .tuple(fc.integer({ min: 2018, max: 2021 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${two(m)}`),
  fc
    .tuple(
      fc.integer({ min: 2018, max: 2021 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
);
const someFacts = fc
  .array(fc.oneof(someDate, fc.constant(null)), { maxLength: 14 })
  .map((dates) => facts(...dates));

describe('order', () => {
  it.each<[string, (string | null)[], string]>([
    ['keeps the list where the dates allow it', ['2024', '2024-08-30', '2024-09-22', '2024'], '1 2 3 4'],
    ['puts the earlier date first', ['2024-05-02', '2024-05-01'], '2 1'],
    [
      'leaves a month where it stands among days of that month',
      ['2024-05-12', '2024-05', '2024-05-13'],
      '1 2 3',
    ],
    ['moves a month that is wholly before', ['2024-05-12', '2024-04'], '2 1'],
    ['keeps the list on the same day', ['2024-09-22', '2024-09-22'], '1 2'],
    [
      'leaves undated facts between their neighbours',
      [null, '2024-01-01', null, null, '2024-02'],
      '1 2 3 4 5',
    ],
    ['lets an undated fact follow the one before it', ['2024-05-02', null, '2024-05-01'], '3 1 2'],
  ])('%s', (_what, dates, expected) => {
    expect(names(orderFacts(facts(...dates)))).toBe(expected);
  });

  it('never puts a fact after one that is wholly later', () => {
    fc.assert(
      fc.property(someFacts, (list) => {
        const ordered = orderFacts(list);
        ordered.forEach((fact, index) => {
          for (const later of ordered.slice(index + 1)) {
            expect(boundsOf(later.date).latest).toBeGreaterThanOrEqual(boundsOf(fact.date).earliest);
          }
        });
        expect(ordered.toSorted((a, b) => Number(a.name) - Number(b.name))).toEqual(list);
      }),
    );
  });

  it('keeps the order of dated facts however undated ones are shuffled among them', () => {
    fc.assert(
      fc.property(someFacts, fc.array(fc.nat(), { minLength: 14, maxLength: 14 }), (list, places) => {
        const dated = list.filter(({ date }) => date !== null);
        const shuffled = [...dated];
        for (const [index, undated] of list.filter(({ date }) => date === null).entries()) {
          shuffled.splice((places[index] ?? 0) % (shuffled.length + 1), 0, undated);
        }
        const orderOfDated = (facts: readonly Fact[]): string =>
          names(orderFacts(facts).filter(({ date }) => date !== null));
        expect(orderOfDated(shuffled)).toBe(orderOfDated(dated));
      }),
    );
  });
});

describe('instants', () => {
  it('are noon on a day, inside the bounds otherwise, and never go back', () => {
    fc.assert(
      fc.property(someFacts, (list) => {
        const placed = placeFacts(orderFacts(list), asOf);
        placed.forEach(({ fact, at, precision }, index) => {
          const bounds = boundsOf(fact.date);
          expect(millisOf(at)).toBeGreaterThanOrEqual(bounds.earliest);
          expect(millisOf(at)).toBeLessThanOrEqual(bounds.latest);
          expect(precision).toBe(bounds.precision);
          if (precision === 'day') expect(at).toBe(`${fact.date}T12:00:00+08:00`);
          const before = placed[index - 1];
          if (before !== undefined) expect(at >= before.at).toBe(true);
        });
      }),
    );
  });

  it('of a month that ends in a leap February stay within it', () => {
    const [placed] = placeFacts(facts('2024-02'), asOf);
    expect(placed?.at.slice(0, 7)).toBe('2024-02');
  });

  it('of a case without dates lie before the file ends, in order and apart', () => {
    const placed = placeFacts(facts(null, null, null), asOf);
    expect(placed.map(({ at }) => at)).toEqual([
      '2024-05-31T12:00:00+08:00',
      '2024-06-01T12:00:00+08:00',
      '2024-06-02T12:00:00+08:00',
    ]);
  });

  it('of undated facts at the ends stand about a day off', () => {
    const placed = placeFacts(facts(null, '2024-01-10', null), asOf);
    expect(placed.map(({ at }) => at.slice(0, 10))).toEqual(['2024-01-08', '2024-01-10', '2024-01-12']);
  });
});
