// Every version of every time limit against its row in limits/*.md: number, who is obliged, articles, how it was seen, who hears of it
// late, what prolongs and stops it. One table for each file of law/time-limits/, written from the acts.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { timeLimits } from '../../../law/time-limits.ts';
import type { TimeLimitRow } from '../../../schemas/time-limit.ts';
import { pinOf, pinsIn } from './limits/pinned.ts';

const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(folder, import.meta.url))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
const isRows = (value: unknown): value is readonly TimeLimitRow[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && 'span' in row);

const tables = namesIn('limits', '.md').map(
  (name) => [name, pinsIn(readFileSync(new URL(`limits/${name}.md`, import.meta.url), 'utf8'))] as const,
);
const pinned = new Map(tables);
const modules = await Promise.all(
  namesIn('../../../law/time-limits', '.ts').map(
    async (name) => [name, Object.values(await import(`../../../law/time-limits/${name}.ts`))] as const,
  ),
);
const families = modules.flatMap(([name, exported]) =>
  exported.filter(isRows).map((rows) => [name, rows] as const),
);
const idOf = (pin: string): string => pin.split(' | ')[0] ?? '';

describe.each(families)('%s', (family, rows) => {
  const stated = rows.map((row, at) =>
    pinOf(
      row,
      rows.slice(at + 1).find(({ id }) => id === row.id),
    ),
  );

  it.each(stated)('%s', (pin) => {
    expect(pinned.get(family)?.filter((row) => idOf(row) === idOf(pin))).toContain(pin);
  });

  it('has no row that the law has not', () => {
    expect(pinned.get(family)?.filter((row) => !stated.includes(row))).toEqual([]);
  });
});

describe('the tables', () => {
  it('are those of the families of the law', () => {
    expect([...pinned.keys()].sort()).toEqual(families.map(([family]) => family).sort());
  });

  it('pin every limit there is, each in exactly one', () => {
    const inTables = [...new Set(timeLimits.map(({ id }) => id))].map((id) => [
      id,
      tables.filter(([, pins]) => pins.some((pin) => idOf(pin) === id)).length,
    ]);
    expect(inTables.filter(([, count]) => count !== 1)).toEqual([]);
    expect(tables.flatMap(([, pins]) => pins).length).toBe(timeLimits.length);
  });
});
