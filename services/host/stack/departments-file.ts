// Who could connect when the server last ran. A client that is refused twice gives up for good, so a server that is started
// again lets them in at once and not only when the ledger's register has been read. The list lies with the keys: whoever can
// write into the data folder alone lets nobody in.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../../durable-file.ts';
import { DepartmentConnection } from './department-permissions.ts';

const Known = z.array(DepartmentConnection);

/** The list in the keys folder; the register stays the authority and replaces it. */
export const departmentsFile = (keysDir: string) => {
  const file = join(keysDir, 'departments.json');
  return {
    /** Nobody where there is no list or it cannot be read. */
    read: async (): Promise<DepartmentConnection[]> => {
      try {
        return Known.parse(JSON.parse(await readFile(file, 'utf8')));
      } catch {
        return [];
      }
    },
    write: (departments: readonly DepartmentConnection[]): Promise<void> =>
      writeDurably(file, `${JSON.stringify(departments)}\n`),
  };
};
