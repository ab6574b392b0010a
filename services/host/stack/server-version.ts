// Asks a binary what it is. A file that does not run is not a server, however it is called.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ServerName, serverReleases } from './server-release.ts';

const run = promisify(execFile);

/**
 * The version a binary reports: `2.15.2` of nats-server; of the Temporal CLI the version of the *server* inside
 * (`1.29.1`), because a self-built CLI calls itself 0.0.0-DEV.
 * @returns undefined where the file does not exist, does not run or is something else
 */
export async function serverVersion(name: ServerName, path: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    const pattern = name === 'temporal' ? /Server (\d+\.\d+\.\d+)/ : /^nats-server: v(\d+\.\d+\.\d+)/;
    return pattern.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

/** Whether the version is one the product may use. */
export function isRecentEnough(name: ServerName, version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = serverReleases[name].atLeast;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}
