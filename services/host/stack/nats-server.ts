// The embedded nats-server: one child process over one data folder, and the list of departments it lets in.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import { type Child, type ChildExit, endLeftOver, startChild } from './child-process.ts';
import { replaceConfigFile } from './config-file.ts';
import { dataFolderPlan, lockDataFolder, prepareDataFolder } from './data-folder.ts';
import type { DepartmentConnection } from './department-permissions.ts';
import { departmentsFile } from './departments-file.ts';
import { loopback, onFreePort } from './free-port.ts';
import { natsConfig, type ServiceUser } from './nats-config.ts';
import {
  connectSystem,
  frozenStreams,
  refuseUnsafeServer,
  reload,
  serverState,
  syncedWithin,
} from './nats-system.ts';
import { type OnProgress, toStderr } from './progress.ts';
import { endOfLog, serverDied, serverNotReady } from './server-died.ts';
import { loadOrCreateNkey, type Nkey } from './service-keys.ts';
import { type ServiceName, serviceNames, servicePermissions } from './service-permissions.ts';
import { shortOfRoom, storeBudget } from './store-budget.ts';

export type StartNatsOptions = {
  /** Path from `findServer('nats-server')`. */
  readonly binary: string;
  readonly dataDir: string;
  /** Where the services' connection keys lie; apart from the data folder, `<dataDir>.keys` if not said. */
  readonly keysDir?: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Those of the last run if not said: nobody is cut off while the services that know them are still starting. */
  readonly departments?: readonly DepartmentConnection[];
  /** Further users of account BUS. */
  readonly extraServices?: readonly ServiceUser[];
  /** Bytes; three fifths of the disk that is free or ours if not said. */
  readonly maxFileStore?: number;
  /** Milliseconds until it must answer; a long ledger is read back before it does. */
  readonly readyWithin?: number;
  readonly onProgress?: OnProgress;
};

export type NatsServer = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Keys with which our services connect (`nkeyAuthenticator(seed)`). */
  readonly serviceKeys: Readonly<Record<ServiceName, Nkey>>;
  /** Milliseconds within which it syncs in the background what it does not sync before it acknowledges. */
  readonly syncedWithinMs: number;
  /** Settles when the process is gone, whoever ended it. */
  readonly exited: Promise<ChildExit>;
  /**
   * Makes exactly these departments able to connect; whoever is not in the list is cut off, nobody else is disturbed.
   * Returns when the server runs it. Calls queue up.
   * @throws StackError DEPARTMENT_INVALID, CONFIG_REFUSED, RELOAD_FAILED; the former list then still holds
   */
  applyDepartments(departments: readonly DepartmentConnection[]): Promise<void>;
  /** Streams that met a full or broken disk, as the server says: they stay as they are until it is started again. */
  frozenStreams(): Promise<readonly string[]>;
  stop(): Promise<void>;
  /** SIGKILL, for tests of faults. */
  kill9(): Promise<void>;
};

const pollMilliseconds = 25;

const urlOf = (port: number): string => `nats://${loopback}:${port}`;

async function answering(
  child: Child,
  port: number,
  system: Nkey,
  log: { readonly file: string; readonly from: number },
  readyWithin: number,
): Promise<NatsConnection> {
  const giveUpAt = performance.now() + readyWithin;
  for (;;) {
    if (!child.running()) throw await serverDied('nats-server', port, log);
    try {
      return await connectSystem(urlOf(port), system.seed);
    } catch (error) {
      if (performance.now() > giveUpAt) throw serverNotReady('nats-server', readyWithin, log.file, error);
      await pause(pollMilliseconds);
    }
  }
}

async function serviceUsers(
  keysDir: string,
): Promise<{ keys: Record<ServiceName, Nkey>; users: ServiceUser[] }> {
  const keys = {} as Record<ServiceName, Nkey>;
  for (const name of serviceNames) keys[name] = await loadOrCreateNkey(keysDir, name);
  const users = serviceNames.map((name) => ({
    name,
    publicKey: keys[name].publicKey,
    permissions: servicePermissions[name],
  }));
  return { keys, users };
}

/**
 * Starts nats-server on a data folder and returns when it answers, durable and with these departments.
 * @throws StackError DATA_FOLDER_NOT_WRITABLE, DATA_FOLDER_IN_USE, PORT_TAKEN, KEY_FILE_UNSAFE, CONFIG_REFUSED,
 *   SERVER_DIED, SERVER_NOT_READY, SERVER_TOO_OLD, SERVER_NOT_DURABLE
 */
export async function startNats(options: StartNatsOptions): Promise<NatsServer> {
  const { binary, dataDir, keysDir = `${dataDir}.keys`, onProgress = toStderr } = options;
  const { readyWithin = 120_000 } = options;
  const plan = dataFolderPlan(dataDir);
  await prepareDataFolder(dataDir);
  const lock = await lockDataFolder(dataDir, 'nats-server');
  try {
    const pidFile = join(plan.run, 'nats-server.pid');
    const leftOver = await endLeftOver(pidFile, dataDir, plan.natsConfig);
    if (leftOver !== undefined) {
      onProgress(
        `已结束上次遗留的 nats-server（pid ${leftOver}） / ended a nats-server left over from before (pid ${leftOver})`,
      );
    }
    const { keys, users } = await serviceUsers(keysDir);
    const system = await loadOrCreateNkey(keysDir, 'system');
    // Fixed for this run: the server refuses a reload that lowers it.
    const maxFileStore = options.maxFileStore ?? (await storeBudget(plan.nats));
    const configFor = (port: number, departments: readonly DepartmentConnection[]) =>
      natsConfig({
        port,
        storeDir: plan.nats,
        maxFileStore,
        services: [...users, ...(options.extraServices ?? [])],
        departments,
        systemKey: system.publicKey,
      });

    const known = departmentsFile(keysDir);
    const first = options.departments ?? (await known.read());
    await known.write(first);
    const logFile = join(plan.logs, 'nats-server.log');
    const { port, running, syncedWithinMs } = await onFreePort(options.port, async (tried) => {
      await replaceConfigFile(binary, plan.natsConfig, configFor(tried, first));
      const log = { file: logFile, from: await endOfLog(logFile) };
      const started = await startChild({
        binary,
        args: ['-c', plan.natsConfig],
        folder: dataDir,
        logFile,
        pidFile,
      });
      try {
        const connection = await answering(started, tried, system, log, readyWithin);
        const state = await serverState(connection);
        refuseUnsafeServer(state);
        const short = shortOfRoom(state.jetstream?.stats?.reserved_storage ?? 0, maxFileStore);
        if (short !== undefined) onProgress(short);
        await connection.close();
        return { port: tried, running: started, syncedWithinMs: syncedWithin(state) };
      } catch (error) {
        await started.stop();
        throw error;
      }
    });
    const url = urlOf(port);
    let applied = configFor(port, first);
    void running.exited.then(() => lock.release());

    const apply = async (departments: readonly DepartmentConnection[]) => {
      const wanted = configFor(port, departments);
      if (wanted === applied) return;
      const digest = await replaceConfigFile(binary, plan.natsConfig, wanted);
      const asking = await connectSystem(url, system.seed);
      try {
        await reload(asking, digest);
        applied = wanted;
        await known.write(departments);
      } catch (error) {
        // What lies on disk is what runs, so that a restart brings back the same.
        await replaceConfigFile(binary, plan.natsConfig, applied);
        throw error;
      } finally {
        await asking.close();
      }
    };
    let queue: Promise<void> = Promise.resolve();
    return {
      url,
      port,
      pid: running.pid,
      serviceKeys: keys,
      syncedWithinMs,
      exited: running.exited,
      applyDepartments(departments) {
        const turn = queue.then(() => apply(departments));
        queue = turn.catch(() => undefined);
        return turn;
      },
      async frozenStreams() {
        const asking = await connectSystem(url, system.seed);
        return frozenStreams(asking).finally(() => asking.close());
      },
      async stop() {
        await queue;
        await running.stop();
      },
      kill9: () => running.kill9(),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
