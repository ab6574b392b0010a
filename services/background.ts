// Puts work behind the acceptance of commands where cores are few: inboxes, tables and workflows may lag, commands may not.
import { readdir, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';

/** As `nice`: a tenth of the time of what is not in the background, while both want the same core; all of it otherwise. */
const BACKGROUND = 10;

/** This thread alone. Elsewhere than on Linux priorities belong to whole processes, and nothing is changed. */
export const backgroundThread = (): void => {
  if (process.platform === 'linux') setPriority(0, BACKGROUND);
};

/** A child process with the threads it has; those it starts later inherit it. Without the right to, nothing is changed. */
export const backgroundProcess = async (pid: number): Promise<void> => {
  const threads = process.platform === 'linux' ? await readdir(`/proc/${pid}/task`).catch(() => []) : [];
  for (const id of new Set([pid, ...threads.map(Number)])) {
    try {
      setPriority(id, BACKGROUND);
    } catch {
      // Gone already, or not ours to set.
    }
  }
  // A child of its own session has a share of its own, whatever its threads' priorities (sched(7), autogroup).
  await writeFile(`/proc/${pid}/autogroup`, String(BACKGROUND)).catch(() => undefined);
};
