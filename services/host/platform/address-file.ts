// `<keys>/platform.json`: where the platform of a data folder is to be reached while it runs. For the command line, so that a port
// need not be said twice and nobody speaks to another folder's platform. It lies with the keys, not with the data: whoever can
// write it could have the operator's token and what departments send told to himself.
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from '../../durable-file.ts';

const PlatformAddress = z.object({
  dataDir: z.string(),
  pid: z.int(),
  /** Which process of that number: numbers are used again. Absent where the system does not say. */
  process: z.string().optional(),
  httpUrl: z.string(),
  natsUrl: z.string(),
});
export type PlatformAddress = z.infer<typeof PlatformAddress>;

/** The folders of one platform. */
export type Folders = { readonly dataDir: string; readonly keysDir: string };

const fileOf = ({ keysDir }: Folders): string => join(keysDir, 'platform.json');

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
  folders: Folders,
  address: Pick<PlatformAddress, 'httpUrl' | 'natsUrl'>,
): Promise<void> => {
  const { pid } = process;
  const mark = await processMark(pid);
  const dataDir = await realpath(folders.dataDir);
  const known: PlatformAddress = {
    dataDir,
    pid,
    ...(mark === undefined ? {} : { process: mark }),
    ...address,
  };
  await writeDurably(fileOf(folders), `${JSON.stringify(known)}\n`);
};

export const removeAddress = (folders: Folders): Promise<void> => rm(fileOf(folders), { force: true });

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
export const readAddress = async (folders: Folders): Promise<PlatformAddress | null> => {
  const text = await readFile(fileOf(folders), 'utf8').catch(() => '');
  const parsed = PlatformAddress.safeParse(jsonOf(text));
  const dataDir = await realpath(folders.dataDir).catch(() => null);
  if (!parsed.success || parsed.data.dataDir !== dataDir) return null;
  return (await isAlive(parsed.data)) ? parsed.data : null;
};
