// A server that stands still: alive, its connections open, and nothing answered until it is told to go on.
import { readdir, readFile } from 'node:fs/promises';
import { eventually } from './eventually.ts';

/** Threads of a process that run or wait, i.e. are not stopped (proc(5): the state follows the name in brackets). */
const going = async (pid: number): Promise<number> => {
  const threads = await readdir(`/proc/${pid}/task`);
  const states = await Promise.all(
    threads.map(
      async (thread) => (await readFile(`/proc/${pid}/task/${thread}/stat`, 'utf8')).split(') ')[1]?.[0],
    ),
  );
  return states.filter((state) => state !== 'T').length;
};

/**
 * Runs `work` while no thread of the process runs, and lets it go on afterwards whatever came of it.
 * A stop signal is only sent by `kill`: a thread on another processor still answers for a moment.
 */
export const whileStandingStill = async (pid: number, work: () => Promise<void>): Promise<void> => {
  process.kill(pid, 'SIGSTOP');
  try {
    await eventually(async () => (await going(pid)) === 0);
    await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
};
