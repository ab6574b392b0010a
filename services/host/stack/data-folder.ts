// One data folder, one running stack: the folder is made, shown to be writable, and locked.
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
 * Makes the folder and its parts, readable by their owner only.
 * @throws StackError DATA_FOLDER_NOT_WRITABLE
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  try {
    const { run, logs, nats } = dataFolderPlan(dataDir);
    for (const folder of [dataDir, run, logs, nats]) {
      await makeFolder(folder);
      await access(folder, constants.W_OK);
    }
  } catch (error) {
    throw new StackError(
      'DATA_FOLDER_NOT_WRITABLE',
      `数据目录 ${dataDir} 无法写入，请检查权限、磁盘空间，或换一个目录`,
      `the data folder ${dataDir} cannot be written: check its rights and the disk, or choose another`,
      { cause: error },
    );
  }
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
