// `<data>/run/platform.json`: where the platform of a data folder is to be reached while it runs. For the command line,
// so that a port need not be said twice and nobody speaks to another folder's platform.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

export const PlatformAddress = z.object({ pid: z.int(), httpUrl: z.string(), natsUrl: z.string() });
export type PlatformAddress = z.infer<typeof PlatformAddress>;

const fileOf = (dataDir: string): string => join(dataDir, 'run', 'platform.json');

export const writeAddress = (dataDir: string, address: PlatformAddress): Promise<void> =>
  writeFile(fileOf(dataDir), `${JSON.stringify(address)}\n`, { mode: 0o600 });

export const removeAddress = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Of the platform that runs on a data folder, or `null` where none does. */
export const readAddress = async (dataDir: string): Promise<PlatformAddress | null> => {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  const parsed = PlatformAddress.safeParse(JSON.parse(text));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null;
};
