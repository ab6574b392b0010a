// The embedded Temporal server: the CLI's dev server with its database in the data folder, as a child process.
// Ready means more than an open port: the namespace answers and takes the search attributes workflows start with.

import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { backgroundProcess } from '../../background.ts';
import { type Child, type ChildExit, endLeftOver, startChild } from './child-process.ts';
import { dataFolderPlan, lockDataFolder, prepareDataFolder } from './data-folder.ts';
import { freePort, loopback, onFreePort } from './free-port.ts';
import { type OnProgress, toStderr } from './progress.ts';
import { endOfLog, serverDied, serverNotReady } from './server-died.ts';

/** The one namespace of this product. */
export const temporalNamespace = 'xianjie';

/** What workflows can be found by; all keywords, for they hold ids and days only. */
export const searchAttributes = [
  'XianjieDepartment',
  'XianjieDay',
  'XianjieCase',
  'XianjieReceiver',
  'XianjieProceeding',
] as const;

export type StartTemporalOptions = {
  /** Path from `findServer('temporal')`. */
  readonly binary: string;
  readonly dataDir: string;
  /** Port of the gRPC front end; 0 picks a free one. */
  readonly port: number;
  /** Port of the web UI; 0 picks a free one. Not said: no UI. */
  readonly uiPort?: number;
  /** Server settings by key, JSON values, such as `history.maximumSignalsPerExecution` (10,000 by default). */
  readonly dynamicConfig?: Readonly<Record<string, unknown>>;
  readonly readyWithin?: number;
  readonly onProgress?: OnProgress;
};

export type TemporalServer = {
  /** `127.0.0.1:<port>` for clients and workers. */
  readonly address: string;
  readonly port: number;
  readonly namespace: typeof temporalNamespace;
  readonly uiUrl: string | undefined;
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  stop(): Promise<void>;
  /** SIGKILL, for tests of faults. */
  kill9(): Promise<void>;
};

const pollMilliseconds = 100;

const addressOf = (port: number): string => `${loopback}:${port}`;
// INDEXED_VALUE_TYPE_KEYWORD of temporal.api.enums.v1; the package that names it is not one of ours.
const indexedAsKeyword = 2;

/** Throws as long as something a workflow needs is missing. */
async function useNamespace(connection: Connection): Promise<void> {
  const namespace = temporalNamespace;
  const known = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = searchAttributes.filter((name) => !(name in known.customAttributes));
  if (missing.length > 0) {
    // A database made by an older version keeps its own list: the flag counts only when the namespace is made.
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map((name) => [name, indexedAsKeyword])),
    });
  }
  const query = searchAttributes.map((name) => `${name} = 'none'`).join(' or ');
  await connection.workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 });
}

async function ready(
  child: Child,
  port: number,
  log: { readonly file: string; readonly from: number },
  readyWithin: number,
): Promise<void> {
  const address = addressOf(port);
  const giveUpAt = performance.now() + readyWithin;
  for (;;) {
    if (!child.running()) throw await serverDied('Temporal', port, log);
    try {
      const connection = await Connection.connect({ address, connectTimeout: 2_000 });
      try {
        return await connection.withDeadline(Date.now() + 5_000, () => useNamespace(connection));
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (performance.now() > giveUpAt) throw serverNotReady('Temporal', readyWithin, log.file, error);
      await pause(pollMilliseconds);
    }
  }
}

function commandLine(
  options: StartTemporalOptions,
  database: string,
  port: number,
  uiPort?: number,
): string[] {
  return [
    ...['server', 'start-dev', '--ip', loopback, '--port', String(port)],
    // By its name alone: it is read as a URI, in which the path of a folder may have `#`, `?` or `%`.
    ...['--db-filename', basename(database), '--namespace', temporalNamespace, '--log-level', 'error'],
    // As durable as without a write-ahead log, with one fsync a transaction instead of four: the ledger shares the disk.
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', loopback, '--ui-port', String(uiPort)]),
    ...searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
    ...Object.entries(options.dynamicConfig ?? {}).flatMap(([key, value]) => [
      '--dynamic-config-value',
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
}

/**
 * Starts the Temporal dev server on a data folder and returns when its namespace is usable.
 * @throws StackError DATA_FOLDER_NOT_WRITABLE, DATA_FOLDER_IN_USE, PORT_TAKEN, SERVER_DIED, SERVER_NOT_READY
 */
export async function startTemporal(options: StartTemporalOptions): Promise<TemporalServer> {
  const { binary, dataDir, readyWithin = 120_000, onProgress = toStderr } = options;
  const plan = dataFolderPlan(dataDir);
  await prepareDataFolder(dataDir);
  const lock = await lockDataFolder(dataDir, 'temporal');
  try {
    const pidFile = join(plan.run, 'temporal.pid');
    const leftOver = await endLeftOver(pidFile, dataDir, plan.temporalDatabase);
    if (leftOver !== undefined) {
      onProgress(
        `已结束上次遗留的 Temporal（pid ${leftOver}） / ended a Temporal server left over from before (pid ${leftOver})`,
      );
    }
    const logFile = join(plan.logs, 'temporal.log');
    const { port, uiPort, running } = await onFreePort(options.port, async (tried) => {
      const ui = options.uiPort === undefined ? undefined : await freePort(options.uiPort);
      const args = commandLine(options, plan.temporalDatabase, tried, ui);
      const log = { file: logFile, from: await endOfLog(logFile) };
      const started = await startChild({ binary, args, folder: dataDir, logFile, pidFile });
      try {
        await backgroundProcess(started.pid);
        await ready(started, tried, log, readyWithin);
        return { port: tried, uiPort: ui, running: started };
      } catch (error) {
        await started.stop();
        throw error;
      }
    });
    void running.exited.then(() => lock.release());
    return {
      address: addressOf(port),
      port,
      namespace: temporalNamespace,
      uiUrl: uiPort === undefined ? undefined : `http://${loopback}:${uiPort}`,
      pid: running.pid,
      exited: running.exited,
      stop: () => running.stop(),
      kill9: () => running.kill9(),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
