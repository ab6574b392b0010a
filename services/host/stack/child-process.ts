// One server as a child of this process: started, watched, stopped, and found again if its parent was killed.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, readlink, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How a child ended. */
export type ChildExit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Child = {
  readonly pid: number;
  /** Settles when the process is gone, whoever ended it. */
  readonly exited: Promise<ChildExit>;
  readonly running: () => boolean;
  /** SIGTERM, then SIGKILL if it has not gone within the grace time. */
  stop(): Promise<void>;
  /** SIGKILL: for tests of faults. */
  kill9(): Promise<void>;
};

const graceMilliseconds = 30_000;

/**
 * Starts a child whose output goes straight to a file, so that no full pipe can ever hold it up.
 * @throws the spawn error (missing or not executable file)
 */
export async function startChild(options: {
  binary: string;
  args: readonly string[];
  /** Where it runs; it is known again by that. */
  folder: string;
  logFile: string;
  pidFile: string;
  environment?: NodeJS.ProcessEnv;
}): Promise<Child> {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(resolve(options.binary), options.args, {
    cwd: options.folder,
    stdio: ['ignore', log, log],
    env: options.environment ?? process.env,
    // A process group of its own: Ctrl-C in the terminal reaches us alone, and we stop it in its turn.
    detached: true,
  });
  const exited = new Promise<ChildExit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
  } finally {
    closeSync(log);
  }
  const pid = child.pid ?? 0;
  await writeFile(options.pidFile, `${pid}\n`);
  // A parent that ends without stopping the stack must not leave servers behind.
  const endWithParent = () => child.kill('SIGTERM');
  process.once('exit', endWithParent);

  const running = () => child.exitCode === null && child.signalCode === null;
  const gone = async () => {
    await exited;
    await rm(options.pidFile, { force: true });
  };
  void exited.then(() => process.removeListener('exit', endWithParent));
  return {
    pid,
    exited,
    running,
    async stop() {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), graceMilliseconds);
      await gone();
      clearTimeout(impatience);
    },
    async kill9() {
      child.kill('SIGKILL');
      await gone();
    },
  };
}

/** The command line of a live process; a zombie's is empty, a missing one's too. */
async function commandLine(pid: number): Promise<string> {
  const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return raw.replaceAll('\0', ' ');
}

/**
 * Ends a server left over from a parent that was killed. Only a process whose pid is in our pid file, that runs in our folder
 * *and* whose command line names our own file is touched: pids are re-used.
 * @returns its pid, or undefined where there was none
 */
export async function endLeftOver(
  pidFile: string,
  folder: string,
  ownFile: string,
): Promise<number | undefined> {
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).trim());
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const [here, there] = await Promise.all([
    realpath(folder),
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
  ]);
  const isOurs = async () => here === there && (await commandLine(pid)).includes(basename(ownFile));
  if (!(await isOurs())) return undefined;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; await isOurs(); waited += 50) {
    // It is not our child, so there is no exit event to wait for.
    if (waited === graceMilliseconds) process.kill(pid, 'SIGKILL');
    await pause(50);
  }
  await rm(pidFile, { force: true });
  return pid;
}
