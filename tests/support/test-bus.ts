// The bus alone on a real nats-server: ledger, registrar, NATS door, inbox relay. Starts in a second, because neither
// Temporal nor SQL is in it; for tests of everything that must work without them.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lawItems } from '../../law/law.ts';
import type { Credentials } from '../../schemas/credentials.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { LawItem } from '../../schemas/law.ts';
import { type Clock, realClock } from '../../services/clock.ts';
import { type Bus, type BusOptions, startBus } from '../../services/host/platform/bus.ts';
import { loadPlatformKeys, type PlatformKeys } from '../../services/host/platform/keys.ts';
import { type Provisioning, provisioning } from '../../services/host/platform/provisioning.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { type NatsServer, startNats } from '../../services/host/stack/nats-server.ts';
import { createLog, type Log } from '../../services/log.ts';
import { OFFICERS, openDepartment, type TestDepartment } from './test-platform.ts';

export type TestBus = {
  readonly folder: string;
  readonly keys: PlatformKeys;
  /** These change with every `restart`. */
  readonly bus: Bus;
  readonly nats: NatsServer;
  readonly operator: Provisioning;
  /** Registers a department with its officers and connects it. */
  department(id: DepartmentId): Promise<TestDepartment>;
  /** The same department with a new connection. */
  reconnect(department: TestDepartment): Promise<TestDepartment>;
  /** Ends the services as `stop` or as a crash would, and starts them again on the same folder and port, by another build’s law. */
  restart(law?: readonly LawItem[], meanwhile?: () => Promise<void>): Promise<void>;
  /** kill −9 of nats-server under the running services, and its new start on the same folder and port. */
  restartNats(meanwhile: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

export type TestBusOptions = Pick<BusOptions, 'inboxBytes' | 'inboxAgeMs'> & {
  readonly clock?: Clock;
  readonly log?: Log;
  /** Within how long nats-server is taken to sync in the background, milliseconds; as it says itself where not given. */
  readonly syncedWithinMs?: number;
  /** What the program brings as its law; that of this build where not given. */
  readonly law?: readonly LawItem[];
};

export const startTestBus = async (options: TestBusOptions = {}): Promise<TestBus> => {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'));
  const clock = options.clock ?? realClock();
  const log = options.log ?? createLog({ level: 'silent', pretty: false });
  const dataDir = join(folder, 'data');
  const keysDir = join(folder, 'keys');
  const binary = (await findServer('nats-server')).path;
  const keys = await loadPlatformKeys(keysDir);
  const natsAt = async (port: number): Promise<NatsServer> => {
    const nats = await startNats({ binary, dataDir, keysDir, port, onProgress: () => undefined });
    return { ...nats, syncedWithinMs: options.syncedWithinMs ?? nats.syncedWithinMs };
  };
  const start = async (port: number, law = options.law ?? lawItems) => {
    const nats = await natsAt(port);
    const bus = await startBus({
      ...options,
      nats,
      dataDir,
      keys,
      clock,
      log,
      origin: 'xianjie.test/ledger',
      law,
    });
    return { nats, bus, operator: provisioning({ bus, keys, url: nats.url, httpUrl: () => '' }) };
  };
  let running = await start(0);
  const departments: TestDepartment[] = [];
  const open = async (credentials: Credentials): Promise<TestDepartment> => {
    const department = await openDepartment(credentials, clock);
    departments.push(department);
    return department;
  };
  return {
    folder,
    keys,
    get bus() {
      return running.bus;
    },
    get nats() {
      return running.nats;
    },
    get operator() {
      return running.operator;
    },
    department: async (id) => {
      const { answer, credentials } = await running.operator.addDepartment(id, id, { officers: OFFICERS });
      if (!answer.ok) throw new Error(answer.code);
      return open(credentials);
    },
    reconnect: ({ credentials }) => open(credentials),
    restart: async (law, meanwhile) => {
      const { port } = running.nats;
      await running.bus.stop();
      await running.nats.stop();
      await meanwhile?.();
      running = await start(port, law);
    },
    restartNats: async (meanwhile) => {
      await running.nats.kill9();
      await meanwhile();
      running = { ...running, nats: await natsAt(running.nats.port) };
      running.bus.useServer(running.nats);
    },
    stop: async () => {
      await Promise.all(departments.map((department) => department.nc.close()));
      await running.bus.stop();
      await running.nats.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
