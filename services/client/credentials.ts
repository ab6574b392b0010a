// A department's credentials: one file with all that its software needs to connect, to sign and to check what it is sent.
import { readFile, stat } from 'node:fs/promises';
import { Credentials } from '../../schemas/credentials.ts';
import { sealingKeyOfJwk } from '../proof/seal.ts';
import { ClientError } from './client-error.ts';

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
    const credentials = Credentials.parse(JSON.parse(await readFile(file, 'utf8')));
    // A key that opens nothing is found here, not with the first notice.
    sealingKeyOfJwk(credentials.sealKey);
    return credentials;
  } catch (cause) {
    throw new ClientError(
      'CREDENTIALS_INVALID',
      `部门凭据文件 ${file} 格式不正确，请重新索取`,
      `the credentials file ${file} is not valid: ask for a new one`,
      { cause },
    );
  }
};
