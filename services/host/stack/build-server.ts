// Builds a server from the Go module proxy, for networks that refuse release downloads but allow package registries.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type OnProgress, withProgress } from './progress.ts';
import { type ServerName, serverReleases } from './server-release.ts';

const run = promisify(execFile);
const buildWithin = 30 * 60_000;

/** Whether a Go toolchain answers in this environment. */
export async function hasGo(environment: NodeJS.ProcessEnv): Promise<boolean> {
  return run('go', ['version'], { env: environment, timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

/**
 * Builds one server into `binFolder` and puts it in place by rename: two processes building at once
 * each finish their own copy, and nobody ever sees half a file.
 * @returns path of the executable
 * @throws the error of `go install`, with its output as message
 */
export async function buildServer(
  name: ServerName,
  binFolder: string,
  environment: NodeJS.ProcessEnv,
  onProgress: OnProgress,
): Promise<string> {
  const release = serverReleases[name];
  const what = {
    zh: `正在用 Go 编译 ${name} ${release.version}（只需一次）`,
    en: `Building ${name} ${release.version} with Go (only once)`,
    usually: release.buildUsually,
  };
  return withProgress(onProgress, what, async () => {
    const workFolder = await mkdtemp(join(binFolder, `.build-${name}-`));
    try {
      await run('go', ['install', `-ldflags=${release.goLinkerFlags}`, release.goPackage], {
        // GOOS and GOARCH of a cross-building shell would give a binary this machine cannot run.
        env: { ...environment, CGO_ENABLED: '0', GOBIN: workFolder, GOOS: '', GOARCH: '', GOFLAGS: '' },
        timeout: buildWithin,
        maxBuffer: 64 * 1024 * 1024,
      });
      const [built] = await readdir(workFolder);
      if (built === undefined) throw new Error(`go install of ${release.goPackage} left no file`);
      await rename(join(workFolder, built), join(binFolder, name));
      return join(binFolder, name);
    } finally {
      await rm(workFolder, { recursive: true, force: true });
    }
  });
}
