// Files that are on the disk when the call returns, not in a cache: content and folder both synced.
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
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
  await mkdir(folder, { recursive: true, mode: 0o700 });
};

/** Writes a file whole or not at all, 0600. */
export const writeDurably = async (file: string, text: string): Promise<void> => {
  const draft = join(dirname(file), `.${randomBytes(6).toString('hex')}.draft`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(dirname(file));
};

/** Removes a file; one that is gone already is no error. */
export const removeDurably = async (file: string): Promise<void> => {
  await rm(file, { force: true });
  await syncFolder(dirname(file));
};
