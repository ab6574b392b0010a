// What the ledger refuses at start: servers and streams that could lose what they acknowledged.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager, PersistMode } from '@nats-io/jetstream';
import { connect } from 'nats';
import { describe, expect, it } from 'vitest';
import { lawItems } from '../../law/law.ts';
import { GENESIS_SUBJECT, LEDGER_STREAM } from '../../schemas/subjects.ts';
import { append } from '../../services/bus/ledger/append.ts';
import { openMirror } from '../../services/bus/ledger/mirror-files.ts';
import { lastSequence } from '../../services/bus/ledger/read.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { realClock } from '../../services/clock.ts';
import { startBus } from '../../services/host/platform/bus.ts';
import { loadPlatformKeys } from '../../services/host/platform/keys.ts';
import { startChild } from '../../services/host/stack/child-process.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { freePort } from '../../services/host/stack/free-port.ts';
import { refuseUnsafeServer, serverState } from '../../services/host/stack/nats-system.ts';
import { createLog } from '../../services/log.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

describe('at start', () => {
  it('refuses a ledger stream that could be trimmed or acknowledges too early', async () => {
    const other = await startPlain('sync_interval: always');
    try {
      const jsm = await jetstreamManager(other.nc);
      await jsm.streams.add({ name: LEDGER_STREAM, subjects: ['ledger.>'], persist_mode: PersistMode.Async });
      await expect(ensureStreams(jsm)).rejects.toMatchObject({
        code: 'STREAM_SETTINGS_WRONG',
        message: expect.stringMatching(/allow_direct.*discard.*deny_delete.*deny_purge.*persist_mode/),
      });
      refuseUnsafeServer(await serverState(await other.system()));
    } finally {
      await other.stop();
    }
  });

  it('refuses a server with the default sync', async () => {
    const other = await startPlain('');
    try {
      const state = await serverState(await other.system());
      expect(() => refuseUnsafeServer(state)).toThrow(
        expect.objectContaining({ code: 'SERVER_NOT_DURABLE' }),
      );
      expect(() => refuseUnsafeServer({ ...state, version: '2.11.9' })).toThrow(
        expect.objectContaining({ code: 'SERVER_TOO_OLD' }),
      );
    } finally {
      await other.stop();
    }
  });
});

describe('a ledger from before head and body', () => {
  const older = Buffer.from(
    JSON.stringify({
      entry: { format: 'xianjie.entry.v1', kind: 'genesis', region: '100000', id: 'genesis', sequence: 1 },
      envelope: null,
      signature: { key: 'root', value: 'A'.repeat(86) },
    }),
  );
  const startOn = async (stack: TestStack) =>
    startBus({
      nats: stack.nats,
      dataDir: stack.dataDir,
      keys: await loadPlatformKeys(stack.keysDir),
      clock: realClock(),
      log: createLog({ level: 'silent', pretty: false }),
      origin: 'xianjie.test/ledger',
      law: lawItems,
    });
  const refused = {
    name: 'LedgerFault',
    code: 'LEDGER_FORMAT_OLD',
    message: expect.stringMatching(/旧版本.*新的数据目录.*never released: start with a new data folder/),
  };

  it('is refused by its stream, with one line that says what to do, and nothing is written', async () => {
    const stack = await startTestStack();
    try {
      await ensureStreams(await jetstreamManager(await stack.connectService('operator')));
      const registrar = await stack.connectService('registrar');
      await append(jetstream(registrar), GENESIS_SUBJECT, older, 0);
      await expect(startOn(stack)).rejects.toMatchObject(refused);
      expect(await lastSequence(registrar)).toBe(1);
    } finally {
      await stack.stop();
    }
  });

  it('is refused by its mirror too, where the stream is gone', async () => {
    const stack = await startTestStack();
    try {
      const mirror = await openMirror(join(stack.dataDir, 'mirror'));
      await mirror.append([{ sequence: 1, subject: GENESIS_SUBJECT, data: older }]);
      await mirror.close();
      await expect(startOn(stack)).rejects.toMatchObject(refused);
      expect(await lastSequence(await stack.connectService('registrar'))).toBe(0);
    } finally {
      await stack.stop();
    }
  });
});

/** A server set by hand, as an installation of one's own might be. */
const startPlain = async (setting: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'xianjie-plain-'));
  const port = await freePort(0);
  const file = join(folder, 'plain.conf');
  await writeFile(
    file,
    `host: 127.0.0.1\nport: ${port}\njetstream { store_dir: ${JSON.stringify(join(folder, 'js'))}\n ${setting}\n }
accounts { BUS { jetstream: enabled, users: [{ user: bus, password: bus }] }, SYS { users: [{ user: sys, password: sys }] } }
system_account: SYS\n`,
  );
  const child = await startChild({
    binary: (await findServer('nats-server')).path,
    args: ['-c', file],
    folder,
    logFile: join(folder, 'log'),
    pidFile: join(folder, 'pid'),
  });
  const servers = `127.0.0.1:${port}`;
  const nc = await connect({
    servers,
    user: 'bus',
    pass: 'bus',
    waitOnFirstConnect: true,
    reconnectTimeWait: 50,
  });
  const open = [nc];
  return {
    nc,
    async system() {
      const system = await connect({ servers, user: 'sys', pass: 'sys' });
      open.push(system);
      return system;
    },
    async stop() {
      await Promise.all(open.map((connection) => connection.close()));
      await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
