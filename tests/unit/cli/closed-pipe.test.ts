// Whoever reads what a command prints may go before the command is done, as `head` does: the exit code is still that of the command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../../services/cli/xianjie.js', import.meta.url));

/** The exit code where nobody reads this stream. */
const codeUnread = async (stream: 'stdout' | 'stderr', ...args: string[]): Promise<number | null> => {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child[stream].destroy();
  child.stdout.resume();
  child.stderr.resume();
  const [code] = await once(child, 'exit');
  return code;
};

it('a command that failed has failed, though nobody reads its answer or its words', async () => {
  const wrong = ['due', '--limit', '-5', '--json'];
  expect(await codeUnread('stdout', ...wrong)).toBe(2);
  expect(await codeUnread('stderr', ...wrong)).toBe(2);
});

it('a command that was done is done', async () => {
  expect(await codeUnread('stdout', 'due', '--help')).toBe(0);
});

it.skipIf(!existsSync('/dev/full'))(
  'an answer that the disk has no room for is a failure, told in one line',
  async () => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [BIN, 'due', '--help'], {
      stdio: ['ignore', full, 'pipe'],
    });
    const [told, [code]] = await Promise.all([text(child.stderr as Readable), once(child, 'exit')]);
    closeSync(full);
    expect(code).toBe(2);
    expect(told).toMatch(/^OUTPUT_NOT_WRITTEN: 输出未能写完（ENOSPC）.* \/ .*\n$/);
  },
);
