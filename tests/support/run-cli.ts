// Runs `xianjie …` as people do: a process of its own, its output and its exit code.
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../services/cli/xianjie.js', import.meta.url));

export type CliResult = { readonly code: number | null; readonly out: string; readonly err: string };

type Place = { readonly dataDir: string; readonly keysDir: string };

const run = async (place: Place, cwd: string, file: string, args: readonly string[]): Promise<CliResult> => {
  const child = spawn(file, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XIANJIE_DATA: place.dataDir, XIANJIE_KEYS: place.keysDir },
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
};

/** `place` are the data and keys folders; from a folder that is not the project's. */
export const cliFor =
  (place: Place) =>
  (...args: string[]): Promise<CliResult> =>
    run(place, '/', process.execPath, [BIN, ...args]);

/** A line as it is typed into a shell, in another folder. */
export const shellFor =
  (place: Place) =>
  (line: string): Promise<CliResult> =>
    run(place, tmpdir(), 'sh', ['-c', line]);
