// Where a rehearsal keeps its ledger: a temporary folder, or one of its own that is named. Never one that holds anything else.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Bilingual } from '../../schemas/ids.ts';
import type { GenesisCommand } from '../../schemas/register.ts';
import { readMirror } from '../bus/ledger/mirror-files.ts';
import { parseRecord } from '../proof/record.ts';

export type RehearsalFolder = {
  readonly dataDir: string;
  readonly keysDir: string;
  readonly isTemporary: boolean;
  /** Removes a temporary one. */
  remove(): Promise<void>;
};

/** The folder named cannot be used; the message says what to do. */
class FolderRefused extends Error {
  override readonly name = 'FolderRefused';
  readonly code: 'FOLDER_NOT_EMPTY' | 'KEYS_LEFT_OVER';
  readonly text: Bilingual;
  constructor(text: Bilingual, code: FolderRefused['code'] = 'FOLDER_NOT_EMPTY') {
    super(`${text.zh} / ${text.en}`);
    this.code = code;
    this.text = text;
  }
}

const isEmpty = async (folder: string): Promise<boolean> => {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (code === 'ENOTDIR') {
      throw new FolderRefused({
        zh: `${folder} 是文件，不是目录，请另指定 --data`,
        en: `${folder} is a file and no folder: give another --data`,
      });
    }
    throw error;
  }
};

/** Which clock the ledger in a folder runs on, by its mirror; `null` where there is no ledger to be seen. */
const clockOfLedgerIn = async (dataDir: string): Promise<GenesisCommand['clock'] | null> => {
  try {
    for await (const message of readMirror(join(dataDir, 'mirror'))) {
      if (!message) return null;
      const { command } = parseRecord(message.data).body;
      return command.format === 'xianjie.genesis.v1' ? command.clock : null;
    }
  } catch {
    // No mirror, or none that can be read: the folder is refused all the same.
  }
  return null;
};

/** Servers were started on the folder once. */
const isStarted = async (dataDir: string): Promise<boolean> =>
  stat(join(dataDir, 'run')).then(
    () => true,
    () => false,
  );

const refused = async (dataDir: string): Promise<FolderRefused> => {
  switch (await clockOfLedgerIn(dataDir)) {
    case 'real':
      return new FolderRefused({
        zh: `${dataDir} 存有正式账本，不能用于演练，请另指定一个空目录`,
        en: `${dataDir} holds a real ledger and is not touched: give an empty folder`,
      });
    case 'rehearsal':
      return new FolderRefused({
        zh: `${dataDir} 已有一次演练，演练不续写，请另指定一个空目录，或先删除该目录及 ${dataDir}.keys`,
        en: `${dataDir} holds a rehearsal already, which is not continued: give an empty folder, or delete it and ${dataDir}.keys first`,
      });
    case null:
      return new FolderRefused(
        (await isStarted(dataDir))
          ? {
              zh: `${dataDir} 中有一次没有走到账本的启动，请另指定一个空目录；如是中断的演练所留，请删除该目录及 ${dataDir}.keys 后重试`,
              en: `${dataDir} is left of a start that came to no ledger: give an empty folder, or, if a rehearsal was broken off here, delete it and ${dataDir}.keys and try again`,
            }
          : {
              zh: `${dataDir} 不是空目录，请另指定一个空目录`,
              en: `${dataDir} is not empty: give an empty folder`,
            },
      );
  }
};

/** @throws FolderRefused for a folder that holds anything, its keys beside it included */
export const rehearsalFolder = async (named: string | undefined): Promise<RehearsalFolder> => {
  if (named !== undefined) {
    const dataDir = resolve(named);
    const keysDir = `${dataDir}.keys`;
    if (!(await isEmpty(dataDir))) throw await refused(dataDir);
    if (!(await isEmpty(keysDir))) {
      // Whose they are cannot be told without their ledger, so they are never deleted here.
      throw new FolderRefused(
        {
          zh: `${dataDir} 不存在或是空的，但 ${keysDir} 还存有密钥；如是以前演练所留，请删除 ${keysDir} 后重试，否则请另指定 --data`,
          en: `${dataDir} is missing or empty, but ${keysDir} still holds keys: if an earlier rehearsal left them, delete ${keysDir} and try again, else give another --data`,
        },
        'KEYS_LEFT_OVER',
      );
    }
    return { dataDir, keysDir, isTemporary: false, remove: async () => undefined };
  }
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-rehearsal-'));
  return {
    dataDir: join(folder, 'ledger'),
    keysDir: join(folder, 'ledger.keys'),
    isTemporary: true,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
