// The embedded servers as children: nothing is lost over a restart, and each reason not to start has its own line.

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Client, Connection } from '@temporalio/client';
import { connect, nkeyAuthenticator } from 'nats';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataFolderPlan } from '../../services/host/stack/data-folder.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { freePort } from '../../services/host/stack/free-port.ts';
import { startNats } from '../../services/host/stack/nats-server.ts';
import { StackError } from '../../services/host/stack/stack-error.ts';
import {
  searchAttributes,
  startTemporal,
  type TemporalServer,
} from '../../services/host/stack/temporal-server.ts';
import { connectionOf, startTestStack, type TestStack, testDepartment } from '../support/test-stack.ts';

const silent = { onProgress: () => {} };
const refusal = async (starting: Promise<unknown>) => {
  const error = await starting.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StackError);
  return error as StackError;
};

describe('nats-server', () => {
  let stack: TestStack;
  let binary: string;
  beforeEach(async () => {
    binary = (await findServer('nats-server')).path;
    stack = await startTestStack({ departments: [testDepartment('653023/court')] });
  });
  afterEach(() => stack.stop());

  it.each(['stop', 'kill9'] as const)('keeps every acknowledged entry over a restart by %s', async (how) => {
    const operator = await stack.connectService('operator', { reconnect: false });
    await (await jetstreamManager(operator)).streams.add({ name: 'LEDGER', subjects: ['ledger.>'] });
    const registrar = await stack.connectService('registrar', { reconnect: false });
    for (let sent = 1; sent <= 50; sent++)
      await jetstream(registrar).publish(`ledger.case.653023.c${sent}`, '{}');
    await stack.restartNats(how);
    const again = await stack.connectService('operator');
    const ledger = await (await jetstreamManager(again)).streams.info('LEDGER');
    expect([ledger.state.messages, ledger.state.last_seq]).toEqual([50, 50]);
  });

  it('a second start on the same data folder is refused', async () => {
    const { dataDir, keysDir } = stack;
    const error = await refusal(startNats({ binary, dataDir, keysDir, port: 0, ...silent }));
    expect(error.code).toBe('DATA_FOLDER_IN_USE');
    expect(error.message).toContain(`pid ${process.pid}`);
  });

  it('a taken port is named', async () => {
    const dataDir = join(stack.folder, 'second');
    const error = await refusal(startNats({ binary, dataDir, port: stack.nats.port, ...silent }));
    expect(error.code).toBe('PORT_TAKEN');
    expect(error.message).toMatch(new RegExp(`^端口 ${stack.nats.port} 已被`));
  });

  it('a folder that cannot be made is named', async () => {
    await writeFile(join(stack.folder, 'a-file'), '');
    const dataDir = join(stack.folder, 'a-file', 'data');
    expect((await refusal(startNats({ binary, dataDir, port: 0, ...silent }))).code).toBe(
      'DATA_FOLDER_NOT_WRITABLE',
    );
  });

  it('a key file others can read is refused', async () => {
    const keysDir = join(stack.folder, 'open-keys');
    await mkdir(keysDir);
    await writeFile(join(keysDir, 'registrar.nk'), 'SUA', { mode: 0o644 });
    const dataDir = join(stack.folder, 'third');
    expect((await refusal(startNats({ binary, dataDir, keysDir, port: 0, ...silent }))).code).toBe(
      'KEY_FILE_UNSAFE',
    );
  });

  it('keys and configuration are for their owner only', async () => {
    const modes = await Promise.all(
      [
        stack.keysDir,
        join(stack.keysDir, 'registrar.nk'),
        stack.dataDir,
        join(stack.dataDir, 'run', 'nats-server.conf'),
      ].map(async (path) => (await stat(path)).mode & 0o777),
    );
    expect(modes).toEqual([0o700, 0o600, 0o700, 0o600]);
  });

  it('a department list that cannot be is refused and the former one holds', async () => {
    const court = testDepartment('653023/court');
    const before = await readFile(join(stack.dataDir, 'run', 'nats-server.conf'), 'utf8');
    expect((await refusal(stack.applyDepartments([court, court]))).code).toBe('DEPARTMENT_INVALID');
    expect(await readFile(join(stack.dataDir, 'run', 'nats-server.conf'), 'utf8')).toBe(before);
  });

  it('runs five hundred departments, applied in one change', async () => {
    const bodies = ['court', 'tax', 'audit', 'finance'] as const;
    const many = Array.from({ length: 500 }, (_, at) =>
      testDepartment(`${String(100_000 + Math.floor(at / 4))}/${bodies[at % 4] ?? 'court'}`),
    );
    await stack.applyDepartments(many);
    const last = many.at(-1);
    if (!last) throw new Error('no department');
    const connection = await stack.connectDepartment(last);
    await connection.flush();
    expect(connection.isClosed()).toBe(false);
  });

  it('changes asked for at once are applied one after the other; the last one holds', async () => {
    const [tax, audit] = [testDepartment('653023/tax'), testDepartment('653023/audit')];
    await Promise.all([
      stack.nats.applyDepartments([connectionOf(tax)]),
      stack.nats.applyDepartments([connectionOf(tax), connectionOf(audit)]),
      stack.nats.applyDepartments([connectionOf(audit)]),
    ]);
    await (await stack.connectDepartment(audit)).flush();
    await expect(stack.connectDepartment(tax, { reconnect: false })).rejects.toThrow(
      /Authorization Violation/,
    );
  });

  it('calls no stream frozen that is only being made, however many and however slowly', async () => {
    const operator = await stack.connectService('operator', { reconnect: false });
    // Slowly: on a busy disk the last one is answered after all the others.
    const { streams } = await jetstreamManager(operator, { timeout: 120_000 });
    let making = true;
    const made = Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        streams.add({ name: `MANY_${at}`, subjects: [`many.${at}`], max_bytes: 65_536 }),
      ),
    ).finally(() => {
      making = false;
    });
    const frozen: string[] = [];
    while (making) frozen.push(...(await stack.nats.frozenStreams()));
    await made;
    expect(frozen).toEqual([]);
  });
});

describe('a parent that was killed', () => {
  it('leaves a server which the next start ends, with a word about it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'xianjie-orphan-'));
    const dataDir = join(folder, 'data');
    const binary = (await findServer('nats-server')).path;
    const parent = spawn(
      process.execPath,
      [fileURLToPath(new URL('../support/start-nats-and-wait.ts', import.meta.url)), binary, dataDir],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const orphan = await new Promise<number>((resolve) => {
      parent.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString())));
    });
    parent.kill('SIGKILL');
    await new Promise((resolve) => parent.once('exit', resolve));
    const lines: string[] = [];
    const nats = await startNats({ binary, dataDir, port: 0, onProgress: (line) => lines.push(line) });
    expect(lines.join()).toContain(`pid ${orphan}`);
    expect(nats.pid).not.toBe(orphan);
    await nats.stop();
    await rm(folder, { recursive: true, force: true });
  });
});

describe('Temporal', () => {
  let folder: string;
  let temporal: TemporalServer;
  const start = async (port: number) =>
    startTemporal({
      binary: (await findServer('temporal')).path,
      dataDir: join(folder, 'data'),
      port,
      ...silent,
    });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xianjie-temporal-'));
    temporal = await start(0);
  });
  afterAll(async () => {
    await temporal?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const client = async <T>(use: (client: Client) => Promise<T>): Promise<T> => {
    const connection = await Connection.connect({ address: temporal.address });
    try {
      return await use(new Client({ connection, namespace: temporal.namespace }));
    } finally {
      await connection.close();
    }
  };
  const begin = (workflowId: string) =>
    client((found) =>
      found.workflow.start('nothing-runs-it', {
        taskQueue: 'nobody',
        workflowId,
        searchAttributes: Object.fromEntries(searchAttributes.map((name) => [name, ['x']])),
      }),
    );
  const status = (workflowId: string) =>
    client(async (found) => (await found.workflow.getHandle(workflowId).describe()).status.name);

  it('takes a workflow with every search attribute as soon as it has started', async () => {
    await begin('first');
    expect(await status('first')).toBe('RUNNING');
  });
  it('a second start on the same data folder is refused', async () => {
    expect((await refusal(start(0))).code).toBe('DATA_FOLDER_IN_USE');
  });
  it('a taken port is named', async () => {
    const error = await refusal(
      startTemporal({
        binary: (await findServer('temporal')).path,
        dataDir: join(folder, 'second'),
        port: temporal.port,
        ...silent,
      }),
    );
    expect(error.code).toBe('PORT_TAKEN');
    expect(error.message).toMatch(new RegExp(`^端口 ${temporal.port} 已被`));
  });
  it('is started on another port where a program was faster than the server', async () => {
    const binary = join(folder, 'temporal-that-loses-its-port-once');
    const lost = join(folder, 'lost');
    const { path } = await findServer('temporal');
    const script = `#!/bin/sh\n[ -e '${lost}' ] && exec '${path}' "$@"\n: > '${lost}'\necho 'listen tcp: bind: address already in use'\nexit 1\n`;
    await writeFile(binary, script, { mode: 0o755 });
    const again = await startTemporal({ binary, dataDir: join(folder, 'third'), port: 0, ...silent });
    await again.stop();
    await stat(lost);
  });
  it.each(['stop', 'kill9'] as const)('keeps its workflows over a restart by %s', async (how) => {
    await begin(`before-${how}`);
    await temporal[how]();
    temporal = await start(temporal.port);
    expect(await status(`before-${how}`)).toBe('RUNNING');
    await begin(`after-${how}`);
  });
});

describe('a data folder with an odd name', () => {
  it('holds everything itself, and a server left over in it is ended by the next start', async () => {
    const home = await mkdtemp(join(tmpdir(), 'xianjie-odd-'));
    const dataDir = join(home, '案 #1?mode=memory&x=%41 "$HOME" \\n');
    const said: string[] = [];
    const onProgress = (line: string) => said.push(line);
    const startBoth = async () => {
      const nats = await startNats({
        binary: (await findServer('nats-server')).path,
        dataDir,
        port: 0,
        onProgress,
      });
      const temporal = await startTemporal({
        binary: (await findServer('temporal')).path,
        dataDir,
        port: 0,
        onProgress,
      });
      return { nats, temporal, stop: () => Promise.all([nats.stop(), temporal.stop()]) };
    };
    const both = await startBoth();
    const connection = await connect({
      servers: both.nats.url,
      authenticator: nkeyAuthenticator(both.nats.serviceKeys.operator.seed),
    });
    await (await jetstreamManager(connection)).streams.add({ name: 'ODD', subjects: ['odd'] });
    await connection.close();
    await both.stop();
    expect((await readdir(home)).toSorted()).toEqual([basename(dataDir), `${basename(dataDir)}.keys`]);
    expect(await readdir(dataDir)).toContain('temporal.db');
    expect(await readdir(join(dataDir, 'nats', 'jetstream', 'BUS', 'streams'))).toEqual(['ODD']);
    // What a killed parent leaves.
    for (const name of ['nats-server', 'temporal'] as const) {
      const { path } = await findServer(name);
      const plan = dataFolderPlan(dataDir);
      const args =
        name === 'temporal'
          ? [
              'server',
              'start-dev',
              '--headless',
              '--port',
              String(await freePort(0)),
              '--db-filename',
              basename(plan.temporalDatabase),
            ]
          : ['-c', plan.natsConfig];
      const leftOver = spawn(path, args, { cwd: dataDir, stdio: 'ignore' });
      await writeFile(join(plan.run, `${name}.pid`), `${leftOver.pid}\n`);
    }
    const again = await startBoth();
    await again.stop();
    expect(said.filter((line) => line.includes('left over'))).toHaveLength(2);
    await rm(home, { recursive: true, force: true });
  });
});
