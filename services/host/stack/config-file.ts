// The configuration on disk: a new one takes the place of the old only after the server itself has found it valid.
import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { promisify } from 'node:util';
import { writeDurably } from '../../durable-file.ts';
import { StackError } from './stack-error.ts';

const run = promisify(execFile);

/**
 * Writes beside, asks `nats-server -t`, then renames: the file is always whole, old or new.
 * @returns the digest by which the server will name this configuration once it runs it
 * @throws StackError CONFIG_REFUSED; the old file then stands as it was
 */
export async function replaceConfigFile(binary: string, file: string, text: string): Promise<string> {
  const draft = `${file}.next`;
  await writeDurably(draft, text);
  const digest = await run(binary, ['-t', '-c', draft]).then(
    ({ stderr, stdout }) => /\((sha256:[0-9a-f]+)\)/.exec(stderr + stdout)?.[1],
    (error: Error & { stderr?: string }) => {
      const complaint = (error.stderr ?? error.message).trim().split('\n')[0];
      throw new StackError(
        'CONFIG_REFUSED',
        `nats-server 拒绝了新的配置（${complaint}），原配置仍然有效`,
        `nats-server refused the new configuration (${complaint}); the old one still holds`,
        { cause: error },
      );
    },
  );
  await rename(draft, file);
  return digest ?? '';
}
