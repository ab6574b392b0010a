// `npm run generate`: writes what is made from the code, so that it cannot drift from it; `--check` only compares, and ends
// with 1 where something is behind.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asyncapi } from './generate/asyncapi.ts';
import { openapi } from './generate/openapi.ts';
import { publishedLaw } from './generate/published-law.ts';
import {
  commandsTable,
  environmentTable,
  errorsTable,
  eventsTable,
  proceduresTable,
} from './generate/readme-tables.ts';
import { offlineItems } from './offline-law.ts';
import { program } from './program.ts';

const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const read = (file: string): Promise<string> => readFile(pathOf(file), 'utf8').catch(() => '');

/** A page with each marked part replaced. @throws Error where a mark is missing */
const withTables = async (page: string, tables: Readonly<Record<string, string>>): Promise<string> =>
  Object.entries(tables).reduce(
    (whole, [name, table]) => {
      const [begin, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
      const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
      if (from < 0 || to < from) throw new Error(`${page} has no ${begin} … ${end}`);
      return `${whole.slice(0, from + begin.length)}\n\n${table}\n\n${whole.slice(to)}`;
    },
    await read(page),
  );

/** Which tables stand in which README. */
const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'law/procedures/README.md': { procedures: proceduresTable(), events: eventsTable() },
  'schemas/README.md': { errors: errorsTable() },
  'services/cli/README.md': { commands: commandsTable(program()) },
  'services/host/README.md': { environment: environmentTable() },
};

const made: Record<string, string> = {
  'schemas/openapi.json': `${JSON.stringify(await openapi(), null, 2)}\n`,
  'schemas/asyncapi.json': `${JSON.stringify(asyncapi(), null, 2)}\n`,
  'law/published.json': publishedLaw(await read('law/published.json'), offlineItems),
};
for (const [page, tables] of Object.entries(TABLES)) made[page] = await withTables(page, tables);

const check = process.argv.includes('--check');
const behind: string[] = [];
for (const [file, text] of Object.entries(made)) {
  if ((await read(file)) === text) continue;
  behind.push(file);
  if (!check) await writeFile(pathOf(file), text);
}
if (behind.length > 0) {
  const files = behind.join(', ');
  process.stderr.write(
    check
      ? `${files} 已落后于代码，请执行 npm run generate / behind the code: run npm run generate\n`
      : `已更新 ${files} / written\n`,
  );
  process.exitCode = check ? 1 : 0;
}
