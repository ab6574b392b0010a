// Every README of the house, by path from its root.
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const ROOMS = ['schemas', 'law', 'case', 'activities', 'workflows', 'services', 'tests', 'bench'];

export const readmes: readonly string[] = [
  'README.md',
  ...ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.name === 'README.md')
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  ),
];
