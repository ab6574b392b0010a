// The embedded nats-server: one child process over one data folder, and the list of departments it lets in.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { NatsConnection } from 'nats';
import { type Child, type ChildExit, endLeftOver, startChild } from './child-process.ts';
import { replaceConfigFile } from './config-file.ts';
import { dataFolderPlan, lockDataFolder, prepareDataFolder } from './data-folder.ts';
import type { DepartmentConnection } from './department-permissions.ts';
import { departmentsFile } from './departments-file.ts';
import { freePort, loopback } from './free-port.ts';
import { natsConfig, type ServiceUser } from './nats-config.ts';
import { connectSystem, isHealthy, refuseUnsafeServer, reload, serverState } from './nats-system.ts';
import { type OnProgress, toStderr } from './progress.ts';
import { loadOrCreateNkey, type Nkey } from './service-keys.ts';
import { type ServiceName, serviceNames, servicePermissions } from './service-permissions.ts';
import { StackError } from './stack-error.ts';
import { storeBudget } from './store-budget.ts';

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
  /** Settles when the process is gone, whoever ended it. */
  readonly exited: Promise<ChildExit>;
  /**
   * Makes exactly these departments able to connect; whoever is not in the list is cut off, nobody else is disturbed.
   * Returns when the server runs it. Calls queue up.
   * @throws StackError DEPARTMENT_INVALID, CONFIG_REFUSED, RELOAD_FAILED; the former list then still holds
   */
  applyDepartments(departments: readonly DepartmentConnection[]): Promise<void>;
  /** Whether all streams can be read and written, as the server says. */
  isHealthy(): Promise<boolean>;
  stop(): Promise<void>;
  /** SIGKILL, for tests of faults. */
  kill9(): Promise<void>;
};

const pollMilliseconds = 25;

async function answering(
  child: Child,
  url: string,
  system: Nkey,
  options: StartNatsOptions,
): Promise<NatsConnection> {
  const { dataDir, readyWithin = 120_000 } = options;
  const logFile = join(dataFolderPlan(dataDir).logs, 'nats-server.log');
  const giveUpAt = performance.now() + readyWithin;
  for (;;) {
    if (!child.running()) {
      throw new StackError(
        'SERVER_DIED',
        `nats-server 启动后即退出，原因见 ${logFile}`,
        `nats-server ended right after its start; the reason is in ${logFile}`,
      );
    }
    try {
      return await connectSystem(url, system.seed);
    } catch (error) {
      if (performance.now() > giveUpAt) {
        throw new StackError(
          'SERVER_NOT_READY',
          `nats-server 在 ${readyWithin / 1000} 秒内没有应答，原因见 ${logFile}`,
          `nats-server did not answer within ${readyWithin / 1000} s; see ${logFile}`,
          { cause: error },
        );
      }
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
  const plan = dataFolderPlan(dataDir);
  await prepareDataFolder(dataDir);
  const lock = await lockDataFolder(dataDir, 'nats-server');
  let child: Child | undefined;
  try {
    const pidFile = join(plan.run, 'nats-server.pid');
    const leftOver = await endLeftOver(pidFile, plan.natsConfig);
    if (leftOver !== undefined) {
      onProgress(
        `已结束上次遗留的 nats-server（pid ${leftOver}） / ended a nats-server left over from before (pid ${leftOver})`,
      );
    }
    const port = await freePort(options.port);
    const url = `nats://${loopback}:${port}`;
    const { keys, users } = await serviceUsers(keysDir);
    const system = await loadOrCreateNkey(keysDir, 'system');
    // Fixed for this run: the server refuses a reload that lowers it.
    const maxFileStore = options.maxFileStore ?? (await storeBudget(plan.nats));
    const configFor = (departments: readonly DepartmentConnection[]) =>
      natsConfig({
        port,
        storeDir: plan.nats,
        maxFileStore,
        services: [...users, ...(options.extraServices ?? [])],
        departments,
        systemKey: system.publicKey,
      });

    const known = departmentsFile(plan.run);
    const first = options.departments ?? (await known.read());
    let applied = configFor(first);
    await replaceConfigFile(binary, plan.natsConfig, applied);
    await known.write(first);
    const logFile = join(plan.logs, 'nats-server.log');
    child = await startChild({ binary, args: ['-c', plan.natsConfig], logFile, pidFile });
    const running = child;
    const connection = await answering(running, url, system, options);
    refuseUnsafeServer(await serverState(connection));
    await connection.close();
    void running.exited.then(() => lock.release());

    const apply = async (departments: readonly DepartmentConnection[]) => {
      const wanted = configFor(departments);
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
      exited: running.exited,
      applyDepartments(departments) {
        const turn = queue.then(() => apply(departments));
        queue = turn.catch(() => undefined);
        return turn;
      },
      async isHealthy() {
        const asking = await connectSystem(url, system.seed);
        return isHealthy(asking).finally(() => asking.close());
      },
      async stop() {
        await queue;
        await running.stop();
      },
      kill9: () => running.kill9(),
    };
  } catch (error) {
    await child?.stop();
    lock.release();
    throw error;
  }
}
