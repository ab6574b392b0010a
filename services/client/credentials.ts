// A department's credentials: one file with all that its software needs to connect, to sign and to check what it is sent.
import { readFile, stat } from 'node:fs/promises';
import * as z from 'zod';
import { Digest } from '../../schemas/command.ts';
import { DepartmentId } from '../../schemas/ids.ts';
import { ClientError } from './client-error.ts';

/** Content of `credentials.json`; the two keys in it are different on purpose, see the README. */
export const Credentials = z.strictObject({
  department: DepartmentId,
  name: z.string().min(1),
  /** Where the bus listens, `nats://…` or `tls://…`. */
  url: z.string().min(1),
  /** Base of the HTTP front door; empty where there is none. */
  httpUrl: z.string(),
  /** Seed of the connect key (`SU…`). */
  connectSeed: z.string().regex(/^SU[A-Z2-7]+$/),
  /** PKCS #8 of the Ed25519 key that signs commands. */
  signKeyPem: z.string().includes('PRIVATE KEY'),
  /** Ends the reply prefix, so that nobody else can address it. */
  inboxSecret: z.string().min(16),
  /** Public keys the ledger signs entries with, by id. */
  ledgerKeys: z.array(z.strictObject({ key: z.string(), publicKey: Digest })).min(1),
});
export type Credentials = z.infer<typeof Credentials>;

/**
 * Reads a credentials file.
 * @throws ClientError CREDENTIALS_MISSING, CREDENTIALS_UNSAFE (others may read it), CREDENTIALS_INVALID
 */
export const readCredentials = async (file: string): Promise<Credentials> => {
  const found = await stat(file).catch((cause: unknown) => {
    throw new ClientError(
      'CREDENTIALS_MISSING',
      `没有部门凭据文件 ${file}，请向平台运维人员索取`,
      `there is no credentials file ${file}: ask the operator of the platform for it`,
      { cause },
    );
  });
  if ((found.mode & 0o077) !== 0) {
    throw new ClientError(
      'CREDENTIALS_UNSAFE',
      `部门凭据文件 ${file} 可被他人读取，请执行 chmod 600`,
      `the credentials file ${file} can be read by others: chmod 600 it`,
    );
  }
  try {
    return Credentials.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new ClientError(
      'CREDENTIALS_INVALID',
      `部门凭据文件 ${file} 格式不正确，请重新索取`,
      `the credentials file ${file} is not valid: ask for a new one`,
      { cause },
    );
  }
};
