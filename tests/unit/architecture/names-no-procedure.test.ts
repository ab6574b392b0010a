// The law may change without touching a running workflow or the decider: neither they nor what carries entries names a procedure, a
// command of one, or a limit.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { procedures } from '../../../law/procedures/registry.ts';
import { timeLimits } from '../../../law/time-limits.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sourcesIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

/** Ids of one word (`reopen`) are words of the language too. */
const ids = new Set(
  [
    ...procedures.flatMap(({ procedure, commands }) => [procedure, ...Object.keys(commands)]),
    ...timeLimits.map(({ id }) => id),
  ].filter((id) => id.includes('-')),
);
const QUOTED = /['"`]([a-z][a-z0-9-]*)['"`]/g;
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

it.each([
  'workflows',
  'activities',
  'case',
  'services/bus',
  'services/host',
  'services/reports',
  'services/words',
])('%s/ names none', (room) => {
  const files = sourcesIn(room);
  expect(files.length).toBeGreaterThan(3);
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').replaceAll(COMMENTS, '').matchAll(QUOTED)]
      .filter(([, word = '']) => ids.has(word))
      .map(([, word]) => `${file}: ${word}`),
  );
  expect(named).toEqual([]);
});
