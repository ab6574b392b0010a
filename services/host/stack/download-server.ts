// Fetches an official release and takes it only with its published checksum.
// Where the network refuses, it gives up within seconds: building is next in line.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { type OnProgress, withProgress } from './progress.ts';
import { type ServerName, serverReleases } from './server-release.ts';

const run = promisify(execFile);
const answerWithin = 5_000;
const bodyWithin = 15 * 60_000;

/** An answer must begin within five seconds; the body of a large archive may take longer. */
async function get(url: string): Promise<Buffer> {
  const giveUp = new AbortController();
  let timer = setTimeout(() => giveUp.abort(new Error(`no answer within ${answerWithin} ms`)), answerWithin);
  try {
    const response = await fetch(url, { signal: giveUp.signal });
    clearTimeout(timer);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    timer = setTimeout(() => giveUp.abort(new Error('download too slow')), bodyWithin);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

function publishedChecksum(list: string, file: string): string {
  for (const line of list.split('\n')) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === file && sum !== undefined && /^[0-9a-f]{64}$/i.test(sum)) return sum.toLowerCase();
  }
  throw new Error(`no checksum of ${file} is published`);
}

/**
 * Downloads, checks and unpacks one server into `binFolder`.
 * @param releases root under which `<owner>/<name>/releases/download/…` lies
 * @returns path of the executable
 * @throws any error of network, checksum or unpacking; the caller goes on to the next way
 */
export async function downloadServer(
  name: ServerName,
  binFolder: string,
  releases: string,
  onProgress: OnProgress,
): Promise<string> {
  const release = serverReleases[name];
  const machine = arch() === 'x64' ? 'amd64' : arch();
  const archive = release.archive(platform(), machine);
  const list = (await get(`${releases}/${release.checksums}`)).toString('utf8');
  const wanted = publishedChecksum(list, basename(archive));
  const what = {
    zh: `正在下载 ${name} ${release.version}`,
    en: `Downloading ${name} ${release.version}`,
    usually: { zh: '不到 1 分钟', en: 'less than 1 min' },
  };
  return withProgress(onProgress, what, async () => {
    const bytes = await get(`${releases}/${archive}`);
    const sum = createHash('sha256').update(bytes).digest('hex');
    if (sum !== wanted) throw new Error(`checksum of ${basename(archive)} is ${sum}, published is ${wanted}`);
    // Inside the same folder, so that the last step is a rename within one file system.
    const workFolder = await mkdtemp(join(binFolder, `.download-${name}-`));
    try {
      const archiveFile = join(workFolder, 'archive.tar.gz');
      await writeFile(archiveFile, bytes);
      await run('tar', ['-xzf', archiveFile, '-C', workFolder]);
      const unpacked = (await readdir(workFolder, { recursive: true })).find(
        (path) => basename(path) === name,
      );
      if (unpacked === undefined) throw new Error(`${basename(archive)} holds no ${name}`);
      await rename(join(workFolder, unpacked), join(binFolder, name));
      return join(binFolder, name);
    } finally {
      await rm(workFolder, { recursive: true, force: true });
    }
  });
}
