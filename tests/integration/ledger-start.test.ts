// What the ledger refuses at start: servers and streams that could lose what they acknowledged.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager, PersistMode } from '@nats-io/jetstream';
import { connect } from 'nats';
import { describe, expect, it } from 'vitest';
import { LEDGER_STREAM } from '../../schemas/subjects.ts';
import { ensureStreams } from '../../services/bus/ledger/stream.ts';
import { startChild } from '../../services/host/stack/child-process.ts';
import { findServer } from '../../services/host/stack/find-server.ts';
import { freePort } from '../../services/host/stack/free-port.ts';
import { refuseUnsafeServer, serverState } from '../../services/host/stack/nats-system.ts';

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
