// Where a rehearsal keeps its ledger: a temporary folder, or one of its own that is named. Never one that holds anything else.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
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
  readonly code = 'FOLDER_NOT_EMPTY';
  readonly text: Bilingual;
  constructor(text: Bilingual) {
    super(`${text.zh} / ${text.en}`);
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
      return new FolderRefused({
        zh: `${dataDir} 不是空目录，请另指定一个空目录`,
        en: `${dataDir} is not empty: give an empty folder`,
      });
  }
};

/** @throws FolderRefused for a folder that holds anything, its keys beside it included */
export const rehearsalFolder = async (named: string | undefined): Promise<RehearsalFolder> => {
  if (named !== undefined) {
    const dataDir = resolve(named);
    const keysDir = `${dataDir}.keys`;
    if (!(await isEmpty(dataDir))) throw await refused(dataDir);
    if (!(await isEmpty(keysDir))) {
      throw new FolderRefused({
        zh: `${keysDir} 已存有密钥，请另指定 --data`,
        en: `${keysDir} holds keys already: give another --data`,
      });
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
