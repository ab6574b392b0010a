// Of a command that is typed only its own file is loaded, and no law until somebody asks for it; no client of a server is part of any.
import { readdirSync, readFileSync } from 'node:fs';
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

/** Packages and files loaded with a file. */
const loadedWith = (start: string): { packages: ReadonlySet<string>; files: ReadonlySet<string> } => {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const load = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, isType, clause, from = ''] of readFileSync(join(root, file), 'utf8').matchAll(STATEMENT)) {
      if (isType !== undefined || onlyTypes(clause)) continue;
      if (!from.startsWith('.')) packages.add(from);
      else if (from.endsWith('.ts')) load(normalize(join(dirname(file), from)));
    }
  };
  load(start);
  return { packages, files: seen };
};

const commands = readdirSync(join(root, 'services/cli/commands')).map(
  (file) => `services/cli/commands/${file}`,
);
const LAW = /^law\/(law|time-limits|procedures\/registry)\.ts$/;
const SERVER = /^(nats|@nats-io\/|@temporalio\/|kysely|pg$|@electric-sql\/|fastify|@fastify\/|pino)/;

describe('the start of a command', () => {
  it('loads no command and no law', () => {
    const { files } = loadedWith('services/cli/run.ts');
    expect(files.has('services/cli/program.ts')).toBe(true);
    expect([...files].filter((file) => commands.includes(file) || LAW.test(file))).toEqual([]);
  });

  it.each(commands)('%s loads no client of NATS, Temporal or SQL, no web server and no logger', (file) => {
    const { packages } = loadedWith(file);
    expect([...packages].filter((name) => SERVER.test(name))).toEqual([]);
  });

  it.each(commands)('%s loads the law of this build only where it is asked for', (file) => {
    expect([...loadedWith(file).files].filter((loaded) => LAW.test(loaded))).toEqual([]);
  });
});
