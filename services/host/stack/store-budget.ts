// How much of the disk the streams may take. A full disk freezes a stream until a restart, while this limit is
// refused at once and lifted again by raising it: so it must be met first.
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

async function bytesUnder(folder: string): Promise<number> {
  let total = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    // A file may be rotated away while we count.
    const size = await stat(join(entry.parentPath, entry.name)).then(
      (found) => found.size,
      () => 0,
    );
    total += size;
  }
  return total;
}

/** Bytes: three fifths of what is free or already ours, in whole MiB. */
export async function storeBudget(storeDir: string): Promise<number> {
  const { bavail, bsize } = await statfs(storeDir);
  const ours = bavail * bsize + (await bytesUnder(storeDir));
  const mebibyte = 1_048_576;
  return Math.max(64, Math.floor((ours * 0.6) / mebibyte)) * mebibyte;
}
