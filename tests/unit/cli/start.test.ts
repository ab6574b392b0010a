// Whatever is typed, the whole program is loaded first: no client of a server is part of it.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{][^;'"]*?)\s+from\s+)?['"]([^'"]+)['"]/gm;

const onlyTypes = (clause: string | undefined): boolean =>
  clause
    ?.match(/^\{([\s\S]*)\}$/)?.[1]
    ?.split(',')
    .every((name) => name.trim() === '' || /^\s*type\s/.test(name)) ?? false;

/** Packages loaded with a file, and where the first import of each stands. */
const loadedWith = (start: string): Map<string, string> => {
  const packages = new Map<string, string>();
  const seen = new Set<string>();
  const load = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, isType, clause, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(STATEMENT)) {
      if (isType !== undefined || onlyTypes(clause)) continue;
      if (!from.startsWith('.')) packages.set(from, packages.get(from) ?? file);
      else if (from.endsWith('.ts')) load(normalize(join(dirname(file), from)));
    }
  };
  load(start);
  return packages;
};

describe('the start of a command', () => {
  it('loads no client of NATS, Temporal or SQL, no web server and no logger', () => {
    const packages = loadedWith('services/cli/run.ts');
    expect(packages.has('zod')).toBe(true);
    const heavy = [...packages].filter(([name]) =>
      /^(nats|@nats-io\/|@temporalio\/|kysely|pg$|@electric-sql\/|fastify|@fastify\/|pino)/.test(name),
    );
    expect(heavy).toEqual([]);
  });
});
