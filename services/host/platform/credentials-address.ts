// The credentials in the keys folder say where the platform is now: whoever is given one later is not sent to a port of long ago.
// A department that has its own copy edits the two addresses in it.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Credentials } from '../../../schemas/credentials.ts';
import { writeDurably } from '../../durable-file.ts';

const jsonOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Puts the addresses into every `<keys>/departments/<id>/credentials.json` that has others; what is no such file stays as it is. */
export const readdressCredentials = async (
  keysDir: string,
  address: Pick<Credentials, 'url' | 'httpUrl'>,
): Promise<void> => {
  const folder = join(keysDir, 'departments');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const file = join(folder, name, 'credentials.json');
    const text = await readFile(file, 'utf8').catch(() => '');
    const { data } = Credentials.safeParse(jsonOrNull(text));
    if (data === undefined || (data.url === address.url && data.httpUrl === address.httpUrl)) continue;
    await writeDurably(file, `${JSON.stringify({ ...data, ...address }, null, 2)}\n`);
  }
};
