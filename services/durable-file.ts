// Files that are on the disk when the call returns, not in a cache: content and folder both synced.
import { randomBytes } from 'node:crypto';
import { chmod, link, lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a folder only its owner can enter. */
export const makePrivateFolder = async (folder: string): Promise<void> => {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) await syncFolder(dirname(first));
};

/** Rights of anybody but the owner. */
export const OTHERS = 0o077;

/** Takes from everybody else what they may do with a folder and all that is in it; where a link leads is left alone. */
export const closeToOthers = async (folder: string): Promise<void> => {
  const close = async (path: string): Promise<void> => {
    try {
      const { mode } = await lstat(path);
      if ((mode & OTHERS) !== 0) await chmod(path, mode & 0o777 & ~OTHERS);
    } catch (error) {
      // Taken away meanwhile: there is nothing left to close.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  };
  await close(folder);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) await close(join(entry.parentPath, entry.name));
  }
};

const writeDraft = async (file: string, content: string | Uint8Array): Promise<string> => {
  const draft = join(dirname(file), `.${randomBytes(6).toString('hex')}.draft`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return draft;
};

/** Writes a file whole or not at all, 0600. */
export const writeDurably = async (file: string, content: string | Uint8Array): Promise<void> => {
  await rename(await writeDraft(file, content), file);
  await syncFolder(dirname(file));
};

/** What a file holds; made first, whole or not at all, 0600, where there is none. Of two who make it one wins. */
export const readOrCreateDurably = async (file: string, make: () => string | Uint8Array): Promise<Buffer> => {
  const known = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (known) return known;
  const draft = await writeDraft(file, make());
  // link() fails where another process was first: then what it wrote is the content.
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  await syncFolder(dirname(file));
  return readFile(file);
};

/** Removes a file; one that is gone already is no error. */
export const removeDurably = async (file: string): Promise<void> => {
  await rm(file, { force: true });
  await syncFolder(dirname(file));
};
