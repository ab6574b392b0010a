// Finds a server the machine already has, or gets one: explicit path, PATH, cache, official download, Go build.
// Never silently: what was tried and why it failed is in the error.
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { buildServer, hasGo } from './build-server.ts';
import { downloadServer } from './download-server.ts';
import { type OnProgress, toStderr } from './progress.ts';
import { officialReleases, type ServerName, serverReleases } from './server-release.ts';
import { isRecentEnough, serverVersion } from './server-version.ts';
import { StackError } from './stack-error.ts';

/** `version` is what the binary reports: nats-server's own, and of Temporal the server's inside the CLI. */
export type FoundServer = { readonly path: string; readonly version: string };

export type FindServerOptions = {
  readonly onProgress?: OnProgress;
  readonly environment?: NodeJS.ProcessEnv;
  /** Root of the release downloads; another one is an intranet mirror. */
  readonly releases?: string;
};

/** Folder of the servers this product fetched or built for the user. */
export function serverCacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const cache =
    environment['XIANJIE_CACHE'] ||
    join(environment['XDG_CACHE_HOME'] || join(environment['HOME'] || homedir(), '.cache'), 'xianjie');
  return join(cache, 'bin');
}

async function inspect(name: ServerName, path: string, tried: string[]): Promise<FoundServer | undefined> {
  const version = await serverVersion(name, path);
  if (version === undefined) return undefined;
  if (isRecentEnough(name, version)) return { path, version };
  tried.push(`${path}: ${version} < ${serverReleases[name].atLeast.join('.')}`);
  return undefined;
}

async function explicit(name: ServerName, path: string): Promise<FoundServer> {
  const { environment, atLeast } = serverReleases[name];
  const version = await serverVersion(name, path);
  if (version === undefined) {
    throw new StackError(
      'SERVER_PATH_WRONG',
      `环境变量 ${environment} 指向的 ${path} 不是可运行的 ${name}，请改正或删除该变量`,
      `${environment} names ${path}, which is not a runnable ${name}: correct or unset it`,
    );
  }
  if (!isRecentEnough(name, version)) {
    throw new StackError(
      'SERVER_TOO_OLD',
      `${environment} 指向的 ${name} 版本为 ${version}，至少需要 ${atLeast.join('.')}，请升级`,
      `${environment} names ${name} ${version}; at least ${atLeast.join('.')} is needed: upgrade it`,
    );
  }
  return { path, version };
}

function notFound(name: ServerName, tried: string[]): StackError {
  const { version, environment } = serverReleases[name];
  return new StackError(
    'SERVER_NOT_FOUND',
    `找不到 ${name}。请安装 ${version} 版并放入 PATH，或用环境变量 ${environment} 指明路径，或安装 Go 后重试。已尝试：${tried.join('；')}`,
    `${name} was not found: install ${version} on PATH, or name its path in ${environment}, or install Go and try again. Tried: ${tried.join('; ')}`,
  );
}

const reason = (error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error instanceof Error ? error.message : String(error)}${cause}`
    .split('\n')
    .slice(0, 3)
    .join(' ');
};

/**
 * Finds or gets one server, in the order of the README: as told, on PATH, in the cache, downloaded, built.
 * @throws StackError SERVER_PATH_WRONG, SERVER_TOO_OLD (explicit path), SERVER_NOT_FOUND (nothing worked)
 */
export async function findServer(name: ServerName, options: FindServerOptions = {}): Promise<FoundServer> {
  const { onProgress = toStderr, environment = process.env, releases = officialReleases } = options;
  const named = environment[serverReleases[name].environment];
  if (named) return explicit(name, named);

  const tried: string[] = [];
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const found = await inspect(name, join(folder, name), tried);
    if (found) return found;
  }
  tried.push(`PATH: no usable ${name}`);

  const binFolder = serverCacheFolder(environment);
  const cached = await inspect(name, join(binFolder, name), tried);
  if (cached) return cached;
  tried.push(`${binFolder}: no usable ${name}`);

  try {
    await mkdir(binFolder, { recursive: true });
  } catch (error) {
    throw notFound(name, [...tried, `${binFolder}: ${reason(error)}`]);
  }
  const ways = [
    () => downloadServer(name, binFolder, releases, onProgress),
    async () => {
      if (!(await hasGo(environment))) throw new Error('go: not installed');
      return buildServer(name, binFolder, environment, onProgress);
    },
  ];
  for (const way of ways) {
    try {
      const got = await inspect(name, await way(), tried);
      if (got) return got;
    } catch (error) {
      tried.push(reason(error));
    }
  }
  throw notFound(name, tried);
}
