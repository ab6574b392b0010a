// What `xianjie repair` does, loaded when it is asked for: it brings the servers' clients along, which no other command needs.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { repair } from '../bus/ledger/repair.ts';
import { closeConnections, connectServices } from '../host/platform/connections.ts';
import { findServer } from '../host/stack/find-server.ts';
import { startNats } from '../host/stack/nats-server.ts';
import type { Place } from './place.ts';
import { CliProblem } from './problem.ts';

/** Rebuilds the ledger of a stopped platform. @throws CliProblem NO_MIRROR */
export const repairLedger = async ({ dataDir, keysDir }: Place, mirrorWins: boolean) => {
  const mirrorDir = join(dataDir, 'mirror');
  await access(mirrorDir).catch((cause: unknown) => {
    throw new CliProblem(
      'NO_MIRROR',
      `${dataDir} 中没有镜像，请用 --data 指定平台的数据目录`,
      `no mirror in ${dataDir}: give the platform's data folder with --data`,
      { cause },
    );
  });
  const { path: binary } = await findServer('nats-server');
  // Takes the folder's lock: a platform that runs on it is a reason not to begin.
  const nats = await startNats({ binary, dataDir, keysDir, port: 0 });
  try {
    const connections = await connectServices(nats.url, nats.serviceKeys);
    const done = await repair(
      connections.registrar,
      await jetstreamManager(connections.operator),
      mirrorDir,
      {
        now: Date.now(),
        ...(mirrorWins ? { forks: 'mirror-wins' as const } : {}),
      },
    );
    await closeConnections(connections);
    return done;
  } finally {
    await nats.stop();
  }
};
