// Everything that is made from the code and a law, so that it cannot drift from them: documents for departments, tables of the
// READMEs, hashes of what is published.
import type { Law } from '../../../law/law.ts';
import type { LawItem } from '../../../schemas/law.ts';
import type { Family } from '../procedure-families.ts';
import { wholeProgram } from '../program.ts';
import { asyncapi } from './asyncapi.ts';
import { foldedJson } from './folded-json.ts';
import { openapi } from './openapi.ts';
import { publishedLaw } from './published-law.ts';
import {
  commandsTable,
  environmentTable,
  errorsTable,
  eventsTable,
  proceduresTable,
} from './readme-tables.ts';

/** A page with each marked part replaced. @throws Error where a mark is missing */
const withTables = (page: string, text: string, tables: Readonly<Record<string, string>>): string =>
  Object.entries(tables).reduce((whole, [name, table]) => {
    const [begin, end] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
    const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${page} has no ${begin} … ${end}`);
    return `${whole.slice(0, from + begin.length)}\n\n${table}\n\n${whole.slice(to)}`;
  }, text);

/** Which tables stand in which README. */
const tablesOf = async (
  law: Law,
  families: readonly Family[],
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => ({
  'law/procedures/README.md': { procedures: proceduresTable(law, families), events: eventsTable(law) },
  'schemas/README.md': { errors: errorsTable() },
  'services/cli/README.md': { commands: commandsTable(await wholeProgram(law)) },
  'services/host/README.md': { environment: environmentTable() },
});

/**
 * Content by path from the root of the house.
 * @param items the law as it is published
 * @param families procedures that belong together
 * @param read a file as it is, empty where there is none
 */
export const madeFiles = async (
  law: Law,
  items: readonly LawItem[],
  families: readonly Family[],
  read: (file: string) => Promise<string>,
): Promise<Readonly<Record<string, string>>> => {
  const pages = await Promise.all(
    Object.entries(await tablesOf(law, families)).map(
      async ([page, tables]) => [page, withTables(page, await read(page), tables)] as const,
    ),
  );
  return {
    'schemas/openapi.json': foldedJson(await openapi(law)),
    'schemas/asyncapi.json': foldedJson(asyncapi(law)),
    'law/published.json': publishedLaw(await read('law/published.json'), items),
    ...Object.fromEntries(pages),
  };
};
