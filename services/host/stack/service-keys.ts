// The connection keys of our own services, made at first use and kept apart from the data folder.

import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createUser, fromSeed } from '@nats-io/nkeys';
import { makePrivateFolder, readOrCreateDurably } from '../../durable-file.ts';
import { StackError } from './stack-error.ts';

/** A NATS user key: the public part goes into the configuration, the seed opens the connection. */
export type Nkey = { readonly publicKey: string; readonly seed: Uint8Array };

function unsafe(file: string, zh: string, en: string, cause?: unknown): StackError {
  return new StackError('KEY_FILE_UNSAFE', `密钥文件 ${file} ${zh}`, `key file ${file} ${en}`, { cause });
}

/**
 * The key called `name`, made if the folder has none (folder 0700, file 0600).
 * @throws StackError KEY_FILE_UNSAFE where others may read it or it is damaged
 */
export async function loadOrCreateNkey(keysDir: string, name: string): Promise<Nkey> {
  await makePrivateFolder(keysDir);
  await chmod(keysDir, 0o700);
  const file = join(keysDir, `${name}.nk`);
  const content = await readOrCreateDurably(file, () => createUser().getSeed()).catch((error: unknown) => {
    throw unsafe(file, '无法读取或写入，请检查权限', 'cannot be read or written: check its rights', error);
  });
  if (((await stat(file)).mode & 0o077) !== 0) {
    throw unsafe(file, '可被他人读取，请执行 chmod 600', 'can be read by others: chmod 600 it');
  }
  const seed = new TextEncoder().encode(content.toString('utf8').trim());
  try {
    return { publicKey: fromSeed(seed).getPublicKey(), seed };
  } catch (error) {
    throw unsafe(
      file,
      '不是有效的 NATS 密钥，请从备份恢复或删除',
      'is not a NATS seed: restore or delete it',
      error,
    );
  }
}
