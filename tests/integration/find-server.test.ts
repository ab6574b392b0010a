// Where a server comes from, with stand-in executables and a release server on loopback.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findServer } from '../../services/host/stack/find-server.ts';
import { StackError } from '../../services/host/stack/stack-error.ts';

let folder: string;
let releases: Server;
let releasesUrl: string;
let archive: Buffer;
let checksum: string;
const asked: string[] = [];

async function fakeServer(path: string, version: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\necho "nats-server: v${version}"\n`);
  await chmod(path, 0o755);
  return path;
}

/** Environment in which nothing of this machine can be found, except a shell. */
const environment = (more: Record<string, string> = {}) => ({
  PATH: join(folder, 'path'),
  XIANJIE_CACHE: join(folder, 'cache'),
  ...more,
});
const silent = { onProgress: () => {} };
const nowhere = 'http://127.0.0.1:9';

beforeAll(async () => {
  releases = createServer((request, response) => {
    asked.push(request.url ?? '');
    const file = basename(request.url ?? '');
    const machine = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
    const published = `nats-server-v2.15.2-${machine}.tar.gz`;
    if (file === 'SHA256SUMS') response.end(`${'0'.repeat(64)}  other.zip\n${checksum}  ${published}\n`);
    else if (file === published) response.end(archive);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => releases.listen(0, '127.0.0.1', resolve));
  const address = releases.address();
  releasesUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
});

afterAll(async () => {
  await new Promise((resolve) => releases.close(resolve));
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-find-'));
  await mkdir(join(folder, 'path'));
  await mkdir(join(folder, 'cache', 'bin'), { recursive: true });
  const inside = join(folder, 'nats-server-v2.15.2');
  await mkdir(inside);
  await fakeServer(join(inside, 'nats-server'), '2.15.2');
  execFileSync('tar', ['-czf', join(folder, 'a.tgz'), '-C', folder, basename(inside)]);
  archive = await readFile(join(folder, 'a.tgz'));
  checksum = createHash('sha256').update(archive).digest('hex');
  asked.length = 0;
  return () => rm(folder, { recursive: true, force: true });
});

const refusal = async (finding: Promise<unknown>) => {
  const error = await finding.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StackError);
  return error as StackError;
};

describe('a path named in the environment', () => {
  it('comes before everything else', async () => {
    const named = await fakeServer(join(folder, 'mine'), '2.14.0');
    await fakeServer(join(folder, 'path', 'nats-server'), '2.15.2');
    const found = await findServer('nats-server', {
      environment: environment({ XIANJIE_NATS_SERVER: named }),
    });
    expect(found).toEqual({ path: named, version: '2.14.0' });
  });
  it('is refused when it names something else', async () => {
    const wrong = environment({ XIANJIE_NATS_SERVER: join(folder, 'missing') });
    expect((await refusal(findServer('nats-server', { environment: wrong }))).code).toBe('SERVER_PATH_WRONG');
  });
  it('is refused when it names an old server', async () => {
    const old = environment({ XIANJIE_NATS_SERVER: await fakeServer(join(folder, 'old'), '2.11.9') });
    expect((await refusal(findServer('nats-server', { environment: old }))).code).toBe('SERVER_TOO_OLD');
  });
});

describe('without one', () => {
  it('PATH comes before the cache', async () => {
    const path = await fakeServer(join(folder, 'path', 'nats-server'), '2.12.0');
    await fakeServer(join(folder, 'cache', 'bin', 'nats-server'), '2.15.2');
    expect(await findServer('nats-server', { environment: environment() })).toEqual({
      path,
      version: '2.12.0',
    });
  });
  it('an old server on PATH is passed over for the cached one', async () => {
    await fakeServer(join(folder, 'path', 'nats-server'), '2.11.9');
    const path = await fakeServer(join(folder, 'cache', 'bin', 'nats-server'), '2.15.2');
    expect((await findServer('nats-server', { environment: environment() })).path).toBe(path);
  });
  it('a release with its published checksum is downloaded into the cache', async () => {
    const found = await findServer('nats-server', {
      environment: environment(),
      releases: releasesUrl,
      ...silent,
    });
    expect(found).toEqual({ path: join(folder, 'cache', 'bin', 'nats-server'), version: '2.15.2' });
    expect(asked).toHaveLength(2);
    expect(await readdir(join(folder, 'cache', 'bin'))).toEqual(['nats-server']);
  });
  it('a release with another checksum is not taken, and the error says so', async () => {
    checksum = 'f'.repeat(64);
    const options = { environment: environment(), releases: releasesUrl, ...silent };
    const error = await refusal(findServer('nats-server', options));
    expect(error.code).toBe('SERVER_NOT_FOUND');
    expect(error.message).toContain('checksum');
    expect(await readdir(join(folder, 'cache', 'bin'))).toEqual([]);
  });
  it('where nothing works the error says what to do, in Chinese first', async () => {
    const options = { environment: environment(), releases: nowhere, ...silent };
    const error = await refusal(findServer('nats-server', options));
    expect(error.code).toBe('SERVER_NOT_FOUND');
    expect(error.message).toMatch(/^找不到 nats-server/);
    expect(error.message).toContain('XIANJIE_NATS_SERVER');
    expect(error.message).toContain('go: not installed');
  });
  it('where downloads are refused and Go is there, it builds, saying so at the start', async () => {
    await writeFile(
      join(folder, 'path', 'go'),
      '#!/bin/sh\nif [ "$1" = install ]; then echo \'#!/bin/sh\necho "nats-server: v2.15.2"\' > "$GOBIN/nats-server"; /bin/chmod 755 "$GOBIN/nats-server"; fi\n',
    );
    await chmod(join(folder, 'path', 'go'), 0o755);
    const lines: string[] = [];
    const options = {
      environment: environment(),
      releases: nowhere,
      onProgress: (line: string) => lines.push(line),
    };
    // Two at once: neither may see half of the other's work.
    const found = await Promise.all([findServer('nats-server', options), findServer('nats-server', options)]);
    expect(found.map(({ version }) => version)).toEqual(['2.15.2', '2.15.2']);
    expect(lines[0]).toMatch(/^正在用 Go 编译 nats-server 2\.15\.2.*通常需要/);
    expect(await readdir(join(folder, 'cache', 'bin'))).toEqual(['nats-server']);
  });
});
