// `xianjie repair`: rebuilds the ledger of a stopped platform from its mirror, byte for byte.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { Command } from 'commander';
import { repair } from '../../bus/ledger/repair.ts';
import { closeConnections, connectServices } from '../../host/platform/connections.ts';
import { findServer } from '../../host/stack/find-server.ts';
import { startNats } from '../../host/stack/nats-server.ts';
import { type PlaceOptions, placeOf, withPlace } from '../place.ts';
import { printLine } from '../print.ts';
import { CliProblem } from '../problem.ts';

type Options = PlaceOptions & { mirrorWins?: boolean; json?: boolean };

const repairAt = async (options: Options): Promise<void> => {
  const { dataDir, keysDir } = placeOf(options);
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
        ...(options.mirrorWins ? { forks: 'mirror-wins' as const } : {}),
      },
    );
    await closeConnections(connections);
    printLine(options, done, () =>
      [
        done.restored + done.fromStream === 0
          ? `账本与镜像一致，无需修复 nothing to repair: ${done.entries} 条记录 entries`
          : `已修复：${done.entries} 条记录，其中 ${done.restored} 条取自镜像，${done.fromStream} 条取自账本 / repaired: ${done.entries} entries, ${done.restored} from the mirror, ${done.fromStream} from the stream`,
        `原镜像保存在 the former mirror is kept in ${done.formerMirror}`,
      ].join('\n'),
    );
  } finally {
    await nats.stop();
  }
};

export const repairCommand = (): Command =>
  withPlace(
    new Command('repair')
      .description('停机后用镜像重建账本 / rebuild the ledger of a stopped platform from its mirror')
      .option('--mirror-wins', '两者不一致时以镜像为准 / where both differ, take the mirror'),
  ).action(repairAt);
