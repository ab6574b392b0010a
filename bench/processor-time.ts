// Processor time of a process and all that it started: what a hand-off costs, however busy the machine is.
import { readdir, readFile } from 'node:fs/promises';

/** One tick of `utime` and `stime` (proc_pid_stat(5)): USER_HZ is 100 on Linux. */
const TICK_MS = 10;

type Usage = { readonly parent: number; readonly millis: number };

/** Fields after the command's name, which may hold spaces and brackets: state, ppid, …, utime and stime as 12th and 13th. */
const usageIn = (stat: string): Usage => {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), millis: (Number(fields[11]) + Number(fields[12])) * TICK_MS };
};

const usages = async (): Promise<ReadonlyMap<number, Usage>> => {
  const pids = (await readdir('/proc')).map(Number).filter(Number.isInteger);
  const found = await Promise.all(
    pids.map(async (pid) => {
      // One that has ended meanwhile is none.
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
      return stat === undefined ? [] : [[pid, usageIn(stat)] as const];
    }),
  );
  return new Map(found.flat());
};

/** Milliseconds used so far by a process and its descendants that run now; `null` where there is no /proc. */
export const processorMs = async (pid: number): Promise<number | null> => {
  if (process.platform !== 'linux') return null;
  const all = await usages();
  const isOurs = (one: number): boolean => one === pid || isUnder(all.get(one)?.parent);
  const isUnder = (parent: number | undefined): boolean =>
    parent !== undefined && parent > 1 && isOurs(parent);
  return [...all].reduce((sum, [one, { millis }]) => (isOurs(one) ? sum + millis : sum), 0);
};
