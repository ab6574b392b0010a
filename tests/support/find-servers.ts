// Before the tiers that need servers: both are found or built, or the run fails with what to do. Never a skip.
import { findServer } from '../../services/host/stack/find-server.ts';
import { serverReleases } from '../../services/host/stack/server-release.ts';

/** vitest global setup: the paths found are handed to every test file through the environment. */
export async function setup(): Promise<void> {
  for (const name of ['nats-server', 'temporal'] as const) {
    const { path } = await findServer(name);
    process.env[serverReleases[name].environment] = path;
  }
}
