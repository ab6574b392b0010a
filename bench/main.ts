// `npm run bench`: everything in one run on one machine. Figures on stdout, progress on stderr.
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { approve, countiesOf, type OpenCase, reportedCases } from './cases.ts';
import { type PlatformProcess, startPlatformProcess } from './control.ts';
import { connectDepartment, DEPARTMENTS, whileReceiving } from './departments.ts';
import { type Figures, type HandOffFigures, rounded } from './figures.ts';
import { type Floor, startFloor } from './floor.ts';
import { MEASURED, measureHandOffs } from './hand-offs.ts';
import { processorMs } from './processor-time.ts';
import { measureRelayLag, RELAYED } from './relay-lag.ts';
import { report } from './report.ts';
import { measureStorm } from './storm.ts';

const TMPFS = 0x01021994;
const began = performance.now();
const say = (line: string): void =>
  void process.stderr.write(`${((performance.now() - began) / 1_000).toFixed(1).padStart(6)} s  ${line}\n`);

/** What was taken, and the processor time of the platform until all that follows was done. */
const whileUsing = async <T>(
  { pid }: PlatformProcess,
  settled: () => Promise<unknown>,
  take: () => Promise<T>,
): Promise<{ readonly taken: T; readonly used: number | null }> => {
  const before = await processorMs(pid);
  const taken = await take();
  await settled();
  const after = await processorMs(pid);
  return { taken, used: before === null || after === null ? null : after - before };
};

const measure = async (platform: PlatformProcess, floor: Floor): Promise<Figures> => {
  const credentials = await platform.ask('departments', DEPARTMENTS);
  const departments = await Promise.all(credentials.map(connectDepartment));
  const counties = countiesOf(departments);
  const settled = () => platform.ask('settled', null);
  const prepared = async (count: number): Promise<OpenCase[]> => {
    say(`${count} cases are prepared`);
    return whileReceiving(departments, settled, async () => {
      const cases = await reportedCases(counties, count);
      await approve(cases);
      return cases;
    });
  };

  const handOffs: HandOffFigures[] = [];
  for (const { inFlight, count } of MEASURED) {
    const cases = await prepared(count);
    say(`${count} hand-offs, ${inFlight} in flight`);
    const { taken, used } = await whileUsing(platform, settled, () =>
      measureHandOffs(cases, inFlight, floor),
    );
    const processorMs = used === null ? null : rounded(used / count, 1);
    say(
      `${taken.perSecond}/s, p99 ${taken.p99Ms} ms, ${processorMs} ms of processor; floor ${taken.floorPerSecond}/s`,
    );
    handOffs.push({ ...taken, processorMs });
  }
  const forRelay = await prepared(RELAYED);
  say(`${RELAYED} hand-offs at 100/s`);
  const relay = await measureRelayLag(platform, departments, forRelay);
  say(`inbox p99 ${relay.inboxP99Ms} ms, Temporal p99 ${relay.temporalP99Ms} ms`);
  const storm = await whileReceiving(departments, settled, () => measureStorm(platform, counties, say));
  await Promise.all(departments.map(({ nc }) => nc.close()));
  return { handOffs, storm, relay };
};

const bench = async ({ json }: { json?: boolean }): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-bench-'));
  try {
    if ((await statfs(folder)).type === TMPFS) {
      throw new Error(
        `${tmpdir()} 在内存中，fsync 没有意义：请把 TMPDIR 指到磁盘 / is in memory: point TMPDIR to a disk`,
      );
    }
    say('platform and floor are started');
    const platform = startPlatformProcess(folder);
    try {
      const floor = await startFloor(join(folder, 'floor'));
      try {
        const figures = await measure(platform, floor);
        process.stdout.write(`${json ? JSON.stringify(figures) : report(figures)}\n`);
      } finally {
        await floor.stop();
      }
    } finally {
      await platform.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

// Child processes are ended when this one exits, which a signal alone does not count as.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await new Command('bench')
  .description(
    '测量移交速率、到期风暴与转发延迟，约三分钟 / hand-offs, a storm of deadlines and relay lag, in about three minutes',
  )
  .option('--json', '只输出一行 JSON / one line of JSON')
  .action(bench)
  .parseAsync();
