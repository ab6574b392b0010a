// Secrets of the platform in files: folder 0700, file 0600, made once, and never replaced by a second process.
import { randomBytes } from 'node:crypto';
import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makePrivateFolder, readOrCreateDurably } from '../../durable-file.ts';
import { generateSigningKey, pemOf, type SigningKey, signingKeyFromPem } from '../../proof/signature.ts';
import { LedgerFault } from './ledger-fault.ts';

/**
 * The secret in `<dir>/<fileName>`, made by `make` where there is none.
 * @throws LedgerFault KEY_FILE_UNSAFE where others may read it
 */
export const loadOrCreateSecret = async (
  dir: string,
  fileName: string,
  make: () => string | Uint8Array,
): Promise<Buffer> => {
  await makePrivateFolder(dir);
  await chmod(dir, 0o700);
  const file = join(dir, fileName);
  const content = await readOrCreateDurably(file, make);
  if (((await stat(file)).mode & 0o077) !== 0) {
    throw new LedgerFault(
      'KEY_FILE_UNSAFE',
      `密钥文件 ${file} 可被他人读取，请执行 chmod 600`,
      `key file ${file} can be read by others: chmod 600 it`,
    );
  }
  return content;
};

/** File of a holder's signing key: `ledger.sign.pem`, `653023_public-security.sign.pem`. */
const keyFileName = (holder: string): string => `${holder.replaceAll('/', '_')}.sign.pem`;

/**
 * Signing key of a department, a service or `root`, made at first use.
 * @throws LedgerFault KEY_FILE_UNSAFE
 */
export const loadOrCreateKey = async (dir: string, holder: string): Promise<SigningKey> => {
  const pem = await loadOrCreateSecret(dir, keyFileName(holder), () => pemOf(generateSigningKey(holder)));
  try {
    return signingKeyFromPem(holder, pem.toString('utf8'));
  } catch (cause) {
    throw new LedgerFault(
      'KEY_FILE_UNSAFE',
      `密钥文件 ${join(dir, keyFileName(holder))} 已损坏，请从备份恢复`,
      `key file ${join(dir, keyFileName(holder))} is damaged: restore it from its backup`,
      { cause },
    );
  }
};

/** 32 bytes that wrap the data keys of all cases; lies outside the data folder, backed up apart from the ledger. */
export const loadOrCreateMasterKey = async (dir: string): Promise<Buffer> => {
  const text = await loadOrCreateSecret(dir, 'case-master.key', () => randomBytes(32).toString('base64url'));
  const key = Buffer.from(text.toString('utf8').trim(), 'base64url');
  if (key.length !== 32) {
    throw new LedgerFault(
      'KEY_FILE_UNSAFE',
      `主密钥文件 ${join(dir, 'case-master.key')} 已损坏，请从备份恢复`,
      `master key file ${join(dir, 'case-master.key')} is damaged: restore it from its backup`,
    );
  }
  return key;
};
