// A real stack for one test file: random ports, a folder of its own, gone when the file is done.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createUser } from '@nats-io/nkeys';
import { connect, type NatsConnection, type NodeConnectionOptions, nkeyAuthenticator } from 'nats';
import { bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import {
  type DepartmentConnection,
  departmentInboxPrefix,
} from '../../services/host/stack/department-permissions.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { type NatsServer, type StartNatsOptions, startNats } from '../../services/host/stack/nats-server.ts';
import type { ServiceName } from '../../services/host/stack/service-permissions.ts';
import { startTemporal, type TemporalServer } from '../../services/host/stack/temporal-server.ts';

/** A department as the test knows it: its entry in the configuration and the seed of its connect key. */
export type TestDepartment = DepartmentConnection & {
  readonly id: DepartmentId;
  readonly connectSeed: Uint8Array;
};

/** A department with fresh connect key and inbox secret. */
export function testDepartment(id: DepartmentId, filters: string[] = []): TestDepartment {
  const key = createUser();
  return {
    id,
    region: regionOf(id),
    body: bodyOf(id),
    connectKey: key.getPublicKey(),
    inboxSecret: randomBytes(16).toString('hex'),
    filters,
    connectSeed: key.getSeed(),
  };
}

/** What the configuration may know of a test department. */
export const connectionOf = ({
  region,
  body,
  connectKey,
  inboxSecret,
  filters = [],
}: TestDepartment): DepartmentConnection => ({
  region,
  body,
  connectKey,
  inboxSecret,
  filters,
});

export type TestStackOptions = {
  readonly departments?: readonly TestDepartment[];
  readonly temporal?: boolean;
  readonly nats?: Pick<StartNatsOptions, 'extraServices' | 'maxFileStore'>;
};

export type TestStack = {
  readonly folder: string;
  readonly dataDir: string;
  readonly keysDir: string;
  /** Changes when `restartNats` has run. */
  readonly nats: NatsServer;
  /** @throws plain Error where the stack was started without Temporal */
  readonly temporal: TemporalServer;
  connectService(name: ServiceName, options?: NodeConnectionOptions): Promise<NatsConnection>;
  connectDepartment(department: TestDepartment, options?: NodeConnectionOptions): Promise<NatsConnection>;
  applyDepartments(departments: readonly TestDepartment[]): Promise<void>;
  /** kill −9, or a clean stop, and a new start on the same folder and port with the same departments. */
  restartNats(how: 'kill9' | 'stop'): Promise<void>;
  /** Closes every connection made here, stops the servers, removes the folder. */
  stop(): Promise<void>;
};

/** Starts nats-server, and Temporal if asked for, in a temporary folder. */
export async function startTestStack(options: TestStackOptions = {}): Promise<TestStack> {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-test-'));
  const dataDir = join(folder, 'data');
  const keysDir = join(folder, 'keys');
  const connections: NatsConnection[] = [];
  let departments = (options.departments ?? []).map(connectionOf);
  const binary = (await findServer('nats-server')).path;
  const start = (port: number) =>
    startNats({ binary, dataDir, keysDir, port, departments, onProgress: () => {}, ...options.nats });
  let nats = await start(0);
  let temporal: TemporalServer | undefined;
  if (options.temporal) {
    const found = await findServer('temporal');
    temporal = await startTemporal({ binary: found.path, dataDir, port: 0, onProgress: () => {} });
  }
  const open = async (seed: Uint8Array, more: NodeConnectionOptions) => {
    const connection = await connect({ servers: nats.url, authenticator: nkeyAuthenticator(seed), ...more });
    connections.push(connection);
    return connection;
  };
  return {
    folder,
    dataDir,
    keysDir,
    get nats() {
      return nats;
    },
    get temporal() {
      if (!temporal) throw new Error('this test stack was started without Temporal');
      return temporal;
    },
    connectService: (name, more = {}) => open(nats.serviceKeys[name].seed, { name, ...more }),
    connectDepartment: (department, more = {}) =>
      open(department.connectSeed, {
        name: department.id,
        inboxPrefix: departmentInboxPrefix(connectionOf(department)),
        ...more,
      }),
    async applyDepartments(wanted) {
      departments = wanted.map(connectionOf);
      await nats.applyDepartments(departments);
    },
    async restartNats(how) {
      await (how === 'kill9' ? nats.kill9() : nats.stop());
      nats = await start(nats.port);
    },
    async stop() {
      await Promise.all(connections.map((connection) => connection.close()));
      await Promise.all([nats.stop(), temporal?.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
