// Starting a server on a port: another program may be faster, and a server that ends says why.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, loopback, onFreePort, portTaken } from '../../../services/host/stack/free-port.ts';
import { endOfLog, serverDied, serverNotReady } from '../../../services/host/stack/server-died.ts';
import { StackError } from '../../../services/host/stack/stack-error.ts';

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as StackError).code,
  );

describe('a server on a port', () => {
  it('is tried on the next one where another program took the first between look and start', async () => {
    const tried: number[] = [];
    const started = await onFreePort(0, async (port) => {
      tried.push(port);
      if (tried.length < 3) throw portTaken(port);
      return port;
    });
    expect(tried.length).toBe(3);
    expect(started).toBe(tried[2]);
  });

  it('is given up where port after port is taken', async () => {
    let tries = 0;
    const taken = onFreePort(0, async (port) => {
      tries += 1;
      throw portTaken(port);
    });
    expect(await codeOf(taken)).toBe('PORT_TAKEN');
    expect(tries).toBe(5);
  });

  it('is not tried again where it ends for another reason', async () => {
    let tries = 0;
    const died = onFreePort(0, async () => {
      tries += 1;
      throw new StackError('SERVER_DIED', '退出', 'ended');
    });
    expect(await codeOf(died)).toBe('SERVER_DIED');
    expect(tries).toBe(1);
  });

  it('that was asked for is taken as soon as it is free, where another program held it for a moment', async () => {
    const holder: Server = createServer();
    const port = await freePort(0);
    await new Promise<void>((resolve) => holder.listen({ host: loopback, port }, resolve));
    expect(await codeOf(freePort(port))).toBe('PORT_TAKEN');
    const starting = onFreePort(port, async (free) => free);
    // A later round of the event loop than its first look.
    await codeOf(freePort(port));
    holder.close();
    expect(await starting).toBe(port);
  });

  it('that was asked for and is held by another program is named, and nothing is started', async () => {
    const holder: Server = createServer();
    const port = await freePort(0);
    await new Promise<void>((resolve) => holder.listen({ host: loopback, port }, resolve));
    let tries = 0;
    const refused = onFreePort(port, async () => {
      tries += 1;
    });
    await expect(refused).rejects.toThrow(`端口 ${port} 已被`);
    expect(tries).toBe(0);
    await new Promise((resolve) => holder.close(resolve));
  });
});

describe('a server that ends right after its start', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xianjie-died-'));
    file = join(folder, 'server.log');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lost its port, where its log says so of this start, and the port is named', async () => {
    await writeFile(file, 'error: listen tcp 127.0.0.1:8233: bind: address already in use\n');
    const lost = await serverDied('Temporal', 7233, { file, from: 0 });
    expect(lost.code).toBe('PORT_TAKEN');
    expect(lost.message).toMatch(/^端口 8233 .*换一个端口（.*XIANJIE_TEMPORAL_UI_PORT） \/ port 8233/);
    const later = { file, from: await endOfLog(file) };
    await writeFile(file, 'error: listen: address already in use\nfatal: disk is broken\n');
    expect((await serverDied('Temporal', 7233, { ...later })).code).toBe('SERVER_DIED');
  });

  it('else is quoted with its last words: its log may be gone by the time they are read', async () => {
    await writeFile(file, 'starting\nfatal: store is corrupt\n');
    const { code, message } = await serverDied('nats-server', 4222, { file, from: 0 });
    expect(code).toBe('SERVER_DIED');
    expect(message.split(' / ')).toHaveLength(2);
    expect(message.match(/fatal: store is corrupt/g)).toHaveLength(2);
  });

  it('without a log is still one line in two languages', async () => {
    const { message } = await serverDied('nats-server', 4222, { file: join(folder, 'none'), from: 0 });
    expect(message).toMatch(/未说明原因.* \/ .*it gave no reason/);
  });

  it('that is only slow is one line that says to try again', () => {
    const { code, message } = serverNotReady('Temporal', 120_000, '/logs/temporal.log', undefined);
    expect(code).toBe('SERVER_NOT_READY');
    expect(message).toMatch(/120 秒.*请稍后重试.* \/ .*try again later/);
  });
});
