// `<data>/run/platform.json`: where the platform of a data folder is to be reached while it runs. For the command line,
// so that a port need not be said twice and nobody speaks to another folder's platform.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../../durable-file.ts';

const PlatformAddress = z.object({
  pid: z.int(),
  /** Which process of that number: numbers are used again. Absent where the system does not say. */
  process: z.string().optional(),
  httpUrl: z.string(),
  natsUrl: z.string(),
});
export type PlatformAddress = z.infer<typeof PlatformAddress>;

const fileOf = (dataDir: string): string => join(dataDir, 'run', 'platform.json');

/** Boot and start of a live process: no other ever has both. `undefined` where the system has no /proc. */
const processMark = async (pid: number): Promise<string | undefined> => {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name in brackets may hold anything; behind it stand the state, and the start as the 20th field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : `${boot.trim()} ${fields[19]}`;
  } catch {
    return undefined;
  }
};

export const writeAddress = async (
  dataDir: string,
  address: Pick<PlatformAddress, 'httpUrl' | 'natsUrl'>,
): Promise<void> => {
  const { pid } = process;
  const mark = await processMark(pid);
  const known: PlatformAddress = { pid, ...(mark === undefined ? {} : { process: mark }), ...address };
  await writeDurably(fileOf(dataDir), `${JSON.stringify(known)}\n`);
};

export const removeAddress = (dataDir: string): Promise<void> => rm(fileOf(dataDir), { force: true });

const isAlive = async ({ pid, process: mark }: PlatformAddress): Promise<boolean> => {
  if (mark !== undefined) return (await processMark(pid)) === mark;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Of the platform that runs on a data folder, or `null` where none does: what else listens there is not spoken to. */
export const readAddress = async (dataDir: string): Promise<PlatformAddress | null> => {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => '');
  const parsed = PlatformAddress.safeParse(jsonOf(text));
  return parsed.success && (await isAlive(parsed.data)) ? parsed.data : null;
};
