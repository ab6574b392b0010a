// How much of the disk the streams may take. A full disk freezes a stream until a restart, while this limit is
// refused at once and lifted again by raising it: so it must be met first.
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { StackError } from './stack-error.ts';

const MEBIBYTE = 1_048_576;

/** Bytes that are enough to start and go on with. */
export const ROOM_BYTES = 64 * MEBIBYTE;

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

/** Bytes free on the disk of `folder`. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Three fifths of what is free or already ours. Where others have taken so much of the disk that this is less than the streams
 * hold, a quarter of what is free beside what they hold: nothing would be taken although there is room.
 * @returns bytes, in whole MiB
 */
export const budgetOf = ({ free, ours }: { readonly free: number; readonly ours: number }): number =>
  Math.floor(Math.max(ROOM_BYTES, 0.6 * (free + ours), ours + free / 4) / MEBIBYTE) * MEBIBYTE;

/** Bytes all streams of this folder together may take. */
export const storeBudget = async (storeDir: string): Promise<number> =>
  budgetOf({ free: await freeBytes(storeDir), ours: await bytesUnder(storeDir) });

const inMebibytes = (bytes: number): string => `${Math.floor(bytes / MEBIBYTE)} MiB`;

/**
 * A platform on a full disk would stop half way, wherever its first write is.
 * @throws StackError DISK_FULL
 */
export async function requireRoom(dataDir: string): Promise<void> {
  const free = await freeBytes(dataDir);
  if (free >= ROOM_BYTES) return;
  throw new StackError(
    'DISK_FULL',
    `数据目录 ${dataDir} 所在磁盘只剩 ${inMebibytes(free)}，至少需要 ${inMebibytes(ROOM_BYTES)}；已有数据未动，请清理或扩容后再启动`,
    `the disk of the data folder ${dataDir} has ${inMebibytes(free)} left and ${inMebibytes(ROOM_BYTES)} are needed; what is there was not touched: make room, then start again`,
  );
}

/** What to tell where the streams have set aside more than there is now; nothing where they have not. */
export const shortOfRoom = (setAside: number, budget: number): string | undefined =>
  setAside <= budget
    ? undefined
    : `磁盘空间变少：各流预留 ${inMebibytes(setAside)}，可用 ${inMebibytes(budget)}；已有数据都在，照常启动，但在清理或扩容并重启之前不能增加部门` +
      ` / less disk than before: streams have set aside ${inMebibytes(setAside)} of ${inMebibytes(budget)}; all data is there and it starts, but no department can be added until there is room and it is started again`;
