// One data folder, one running stack: the folder is made, shown to be writable, and locked.
import { access, constants, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { closeToOthers, OTHERS } from '../../durable-file.ts';
import { StackError } from './stack-error.ts';

/** Where each thing lies inside a data folder. */
export function dataFolderPlan(dataDir: string) {
  return {
    run: join(dataDir, 'run'),
    logs: join(dataDir, 'logs'),
    nats: join(dataDir, 'nats'),
    natsConfig: join(dataDir, 'run', 'nats-server.conf'),
    temporalDatabase: join(dataDir, 'temporal.db'),
  };
}

/** Not `recursive: true`: Node spins for ever where a file system answers ENOENT to its every mkdir (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const make = () =>
    mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  });
}

/**
 * A data folder that others may enter is closed to them, with all that is in it. One that holds anything else than a data
 * folder does, or belongs to somebody else, is not ours to close.
 */
async function requirePrivate(dataDir: string): Promise<void> {
  const { mode, uid } = await stat(dataDir);
  if ((mode & OTHERS) === 0) return;
  // A disk of its own has that folder from the beginning.
  const names = (await readdir(dataDir)).filter((name) => name !== 'lost+found');
  if (uid !== process.getuid?.() || (names.length > 0 && !names.includes('run'))) throw openToOthers(dataDir);
  await closeToOthers(dataDir);
}

const openToOthers = (dataDir: string): StackError =>
  new StackError(
    'DATA_FOLDER_OPEN',
    `目录 ${dataDir} 他人可以进入，且不是空的数据目录；请执行 chmod 700 ${dataDir}，或换一个目录`,
    `others may enter ${dataDir}, and it is no data folder: chmod 700 it, or choose another`,
  );

/**
 * Makes the folder and its parts, readable by their owner only. From here on this process and its servers make every file and
 * folder so, whatever the mask it was started with: databases do not ask.
 * @throws StackError DATA_FOLDER_NOT_WRITABLE, DATA_FOLDER_OPEN
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  process.umask(OTHERS);
  try {
    await makeFolder(dataDir);
    await requirePrivate(dataDir);
    const { run, logs, nats } = dataFolderPlan(dataDir);
    for (const folder of [dataDir, run, logs, nats]) {
      await makeFolder(folder);
      await access(folder, constants.W_OK);
    }
  } catch (error) {
    if (error instanceof StackError) throw error;
    throw new StackError(
      'DATA_FOLDER_NOT_WRITABLE',
      `数据目录 ${dataDir} 无法写入，请检查权限、磁盘空间，或换一个目录`,
      `the data folder ${dataDir} cannot be written: check its rights and the disk, or choose another`,
      { cause: error },
    );
  }
}

/**
 * Whoever takes the data folder along must not take the keys that open it.
 * @throws StackError KEYS_IN_DATA
 */
export function requireApart(dataDir: string, keysDir: string): void {
  const from = relative(dataDir, keysDir);
  if (from.split(sep)[0] === '..') return;
  throw new StackError(
    'KEYS_IN_DATA',
    `密钥目录 ${keysDir} 在数据目录 ${dataDir} 之内，拿走数据就拿走了密钥；请用 XIANJIE_KEYS 或 --keys 另指一个目录`,
    `the keys folder ${keysDir} lies in the data folder ${dataDir}, so whoever takes the data has the keys: name another in XIANJIE_KEYS or with --keys`,
  );
}

/** A lock held until it is released or its process ends, however it ends. */
export type DataFolderLock = { release(): void };

/**
 * Takes the lock `name` of a data folder. It is SQLite's lock on an empty file: the kernel lets go of it
 * when the process dies, so kill −9 leaves no stale lock and two starts at once cannot both win.
 * @throws StackError DATA_FOLDER_IN_USE
 */
export async function lockDataFolder(dataDir: string, name: string): Promise<DataFolderLock> {
  const { run } = dataFolderPlan(dataDir);
  const holderFile = join(run, `${name}.holder`);
  const database = new DatabaseSync(join(run, `${name}.lock`));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const holder = (await readFile(holderFile, 'utf8').catch(() => '?')).trim();
    throw new StackError(
      'DATA_FOLDER_IN_USE',
      `数据目录 ${dataDir} 正被另一个衔接进程（pid ${holder}）使用，请先停止它，或换一个数据目录`,
      `the data folder ${dataDir} is in use by another Xianjie process (pid ${holder}): stop it first, or choose another folder`,
      { cause: error },
    );
  }
  await writeFile(holderFile, `${process.pid}\n`);
  return {
    release() {
      if (database.isOpen) database.close();
    },
  };
}
