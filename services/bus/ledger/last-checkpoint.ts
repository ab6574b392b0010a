// The last checkpoint, kept beside the keys and so apart from the data: who puts an older copy of the whole data folder in place of
// the new one is found out at the next start.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NatsConnection } from 'nats';
import { writeDurably } from '../../durable-file.ts';
import { type Checkpoint, parseCheckpoint } from '../../proof/checkpoint.ts';
import { LedgerFault } from './ledger-fault.ts';
import { lastSequence } from './read.ts';

const FILE = 'last-checkpoint';

export type LastCheckpoint = {
  readonly file: string;
  /** `null` before the first. @throws LedgerFault KEY_FILE_UNSAFE where the file holds no checkpoint */
  read(): Promise<Checkpoint | null>;
  keep(text: string): Promise<void>;
};

export const lastCheckpoint = (keysDir: string): LastCheckpoint => {
  const file = join(keysDir, FILE);
  return {
    file,
    read: async () => {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (text === null) return null;
      const parsed = parseCheckpoint(text);
      if (parsed) return parsed;
      throw new LedgerFault(
        'KEY_FILE_UNSAFE',
        `检查点文件 ${file} 已损坏，请从密钥目录的备份恢复`,
        `checkpoint file ${file} is damaged: restore it from the backup of the keys folder`,
      );
    },
    keep: (text) => writeDurably(file, text),
  };
};

/** The ledger does not hold what was once checkpointed: how much it has, or that it has other entries. */
export const rolledBack = (file: string | undefined, size: number, has: number): LedgerFault => {
  const [zh, en] =
    has < size
      ? [
          `账本只有 ${has} 条，而最近的检查点有 ${size} 条`,
          `the ledger has ${has} entries, its last checkpoint ${size}`,
        ]
      : [
          `账本的前 ${size} 条与最近的检查点不符`,
          `the first ${size} entries of the ledger are not those of its last checkpoint`,
        ];
  const [zhMove, enMove] =
    file === undefined
      ? ['', '']
      : [
          `；确要从备份恢复的，核对后把 ${file} 移走再启动`,
          `; where a backup was restored on purpose, compare them, move ${file} away and start again`,
        ];
  return new LedgerFault(
    'LEDGER_ROLLED_BACK',
    `${zh}：数据目录像是被换成了旧的副本，拒绝启动；请换回最新的数据目录${zhMove}`,
    `${en}: the data folder looks like an older copy and is refused; put the newest one back${enMove}`,
  );
};

/**
 * Looks before anything is written whether the data reach to the last checkpoint. What the mirror still has and the ledger lacks is
 * damage, not an older copy: that is for the mirror's gate to say.
 * @param mirrored ledger sequence of the mirror's last message
 * @throws LedgerFault LEDGER_ROLLED_BACK, KEY_FILE_UNSAFE; InfrastructureError LEDGER_UNAVAILABLE
 */
export const refuseOlderCopy = async (
  nc: NatsConnection,
  mirrored: number,
  apart: LastCheckpoint,
): Promise<void> => {
  const { size } = (await apart.read()) ?? { size: 0 };
  const has = Math.max(await lastSequence(nc), mirrored);
  if (has < size) throw rolledBack(apart.file, size, has);
};
