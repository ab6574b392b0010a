// Which notices were acknowledged, on disk: the server may deliver one again whose acknowledgement it never got.
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, writeDurably } from '../durable-file.ts';

/** Ids kept. A server holds back more notices long before so many are unacknowledged. */
const KEPT = 50_000;

const forgetOldest = (ids: Set<string>): void => {
  if (ids.size > KEPT) ids.delete(ids.values().next().value as string);
};

export type Acknowledged = {
  has(id: string): boolean;
  /** On the disk when this resolves. */
  add(id: string): Promise<void>;
  close(): Promise<void>;
};

/** Remembers for as long as the process lives. */
export const acknowledgedInMemory = (): Acknowledged => {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add: async (id) => {
      ids.add(id);
      forgetOldest(ids);
    },
    close: async () => undefined,
  };
};

/** Remembers in `<folder>/acknowledged`, one id a line; a line cut off by a power cut is ignored. */
export const acknowledgedOnDisk = async (folder: string): Promise<Acknowledged> => {
  await makePrivateFolder(folder);
  const file = join(folder, 'acknowledged');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n').slice(0, -1).slice(-KEPT);
  const ids = new Set(lines);
  // Written anew at each start: what was cut off or is too old goes.
  await writeDurably(file, lines.map((id) => `${id}\n`).join(''));
  const handle = await open(file, 'a', 0o600);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    has: (id) => ids.has(id),
    add: async (id) => {
      if (ids.has(id)) return;
      const mine = writing.then(async () => {
        await handle.appendFile(`${id}\n`);
        await handle.datasync();
      });
      writing = mine.catch(() => undefined);
      await mine;
      ids.add(id);
      forgetOldest(ids);
    },
    close: async () => {
      await writing;
      await handle.close();
    },
  };
};
