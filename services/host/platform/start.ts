// The composition root: finds the servers, starts them, starts every service on them, and stops all in the reverse order.
// Embedded, everything runs in this one process and its two child servers.
import { join } from 'node:path';
import { errors } from 'nats';
import { lawItems } from '../../../law/law.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { SweepPace } from '../../bus/enforcement/sweep.ts';
import { followIntoRoom } from '../../bus/reading-room/follow-into-room.ts';
import type { ReadingRoom } from '../../bus/reading-room/reading-room.ts';
import { startReadingRoom } from '../../bus/reading-room/start-reading-room.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { type HttpDoor, openHttpDoor } from '../../doors/http/http-door.ts';
import type { HttpPorts } from '../../doors/http/ports.ts';
import type { Log } from '../../log.ts';
import { prepareDataFolder, requireApart } from '../stack/data-folder.ts';
import { findServer } from '../stack/find-server.ts';
import { type NatsServer, startNats } from '../stack/nats-server.ts';
import type { OnProgress } from '../stack/progress.ts';
import { StackError } from '../stack/stack-error.ts';
import { requireRoom } from '../stack/store-budget.ts';
import { startTemporal, type TemporalServer } from '../stack/temporal-server.ts';
import { removeAddress, writeAddress } from './address-file.ts';
import { type Bus, startBus } from './bus.ts';
import { readdressCredentials } from './credentials-address.ts';
import { type Enforcing, startEnforcing } from './enforcing.ts';
import { httpPorts } from './http-ports.ts';
import { loadPlatformKeys, type PlatformKeys } from './keys.ts';
import { type Provisioning, provisioning } from './provisioning.ts';
import { thawStreams } from './restart-frozen-streams.ts';
import { type Supervised, supervise } from './supervise.ts';

export type PlatformOptions = Omit<Config, 'logLevel'> & {
  readonly clock: Clock;
  readonly log: Log;
  /** Bytes the inbox of a department may hold; JetStream sets them aside. */
  readonly inboxBytes?: number;
  /** How often due clocks are compared with recorded moments; a minute at most where not given. */
  readonly sweep?: SweepPace;
  /** One line a step, for people. */
  readonly onProgress: OnProgress;
};

export type Platform = {
  readonly bus: Bus;
  readonly keys: PlatformKeys;
  readonly operator: Provisioning;
  readonly room: ReadingRoom;
  readonly enforcing: Enforcing;
  readonly nats: Supervised<NatsServer>;
  readonly natsUrl: string;
  readonly httpUrl: string;
  /** `server` is absent where Temporal is somebody else's. */
  readonly temporal: {
    readonly address: string;
    readonly uiUrl: string | undefined;
    readonly server: Supervised<TemporalServer> | undefined;
  };
  stop(): Promise<void>;
};

/** Name of an embedded ledger in its checkpoints. */
const ORIGIN = 'xianjie.local/ledger';

/** What was started so far, stopped in the reverse order whatever goes wrong. */
const stopper = () => {
  const stops: (() => Promise<void>)[] = [];
  return {
    add: (stop: () => Promise<void>) => void stops.unshift(stop),
    all: async () => {
      for (const stop of stops.splice(0)) await stop().catch(() => undefined);
    },
  };
};

/** @throws StackError, LedgerFault with one line that says what to do; nothing is left running then */
export const startPlatform = async (options: PlatformOptions): Promise<Platform> => {
  const { dataDir, keysDir, ports, clock, log, onProgress } = options;
  const started = stopper();
  try {
    // Before anything else: a folder that cannot be written, or a full disk, is said at once, not after minutes of building servers.
    requireApart(dataDir, keysDir);
    await prepareDataFolder(dataDir);
    await requireRoom(dataDir);
    const natsBinary = await findServer('nats-server', { onProgress });
    const temporalBinary = options.temporalAddress ? undefined : await findServer('temporal', { onProgress });

    const keys = await loadPlatformKeys(keysDir);
    const natsAt = (port: number) =>
      startNats({ binary: natsBinary.path, dataDir, keysDir, port, onProgress });
    const firstNats = await natsAt(ports.nats);
    const nats = supervise({
      name: 'nats-server',
      first: firstNats,
      start: () => natsAt(firstNats.port),
      onRestart: async (server) => {
        bus.useServer(server);
        await bus.applyDepartments();
      },
      log,
    });
    started.add(nats.stop);
    const thawing = thawStreams({ dataDir, server: nats.current, log });
    started.add(async () => thawing.stop());
    const bus = await startBus({
      nats: firstNats,
      dataDir,
      keys,
      clock,
      log,
      origin: ORIGIN,
      law: lawItems,
      ...(options.inboxBytes === undefined ? {} : { inboxBytes: options.inboxBytes }),
    });
    started.add(bus.stop);
    if (bus.unpublished.length > 0) {
      const names = bus.unpublished.join(', ');
      log.warn(
        { items: bus.unpublished },
        'law of this version is not published: xianjie law publish --operator op-1',
      );
      onProgress(
        `本版本的法律尚未公布：${names}；请执行 xianjie law publish --operator op-1 / not published yet: run xianjie law publish --operator op-1`,
      );
    }

    const folder = join(dataDir, 'reading-room');
    const room = await startReadingRoom(
      options.databaseUrl ? { url: options.databaseUrl } : { folder },
      (reason) => log.warn({ reason }, 'reading room is built anew'),
    );
    started.add(room.close);
    const following = await followIntoRoom(bus.connections.projector, room, log, {
      giveWay: bus.giveWay,
    });
    started.add(following.stop);

    const temporal = temporalBinary
      ? await startEmbeddedTemporal(temporalBinary.path, options)
      : {
          address: options.temporalAddress as string,
          uiUrl: undefined,
          server: undefined,
          stop: async () => undefined,
        };
    started.add(temporal.stop);
    const enforcing = await startEnforcing({
      address: temporal.address,
      bus,
      room,
      clock,
      log,
      ...(options.sweep ? { sweep: options.sweep } : {}),
    });
    started.add(enforcing.stop);

    let httpUrl = '';
    const operator = provisioning({ bus, keys, url: firstNats.url, httpUrl: () => httpUrl });
    const door = await openHttp(
      httpPorts({ bus, room, following, enforcing, operator, dead: bus.dead, keys, clock, log }),
      ports.http,
    );
    started.add(door.stop);
    httpUrl = door.url;
    await readdressCredentials(keys.dir, { url: firstNats.url, httpUrl });
    await writeAddress({ dataDir, keysDir }, { httpUrl, natsUrl: firstNats.url });
    started.add(() => removeAddress({ dataDir, keysDir }));
    return {
      bus,
      keys,
      operator,
      room,
      enforcing,
      nats,
      natsUrl: firstNats.url,
      httpUrl,
      temporal,
      stop: started.all,
    };
  } catch (error) {
    await started.all();
    throw isTooSlow(error) ? tooSlow(error) : error;
  }
};

/** What a server that answers late looks like while everything is being started on it. */
const isTooSlow = (error: unknown): boolean =>
  error instanceof errors.TimeoutError ||
  (error instanceof InfrastructureError && ['LEDGER_UNAVAILABLE', 'OUTCOME_UNKNOWN'].includes(error.code));

const tooSlow = (cause: unknown): StackError =>
  new StackError(
    'SERVER_NOT_READY',
    'nats-server 应答过慢或已中断，机器可能过忙，请稍后重试',
    'nats-server answers too slowly or has gone: the machine may be too busy, try again later',
    { cause },
  );

const openHttp = async (ports: HttpPorts, port: number): Promise<HttpDoor> => {
  try {
    return await openHttpDoor(ports, port);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new StackError(
      'PORT_TAKEN',
      `HTTP 端口 ${port} 已被占用，请停止占用它的程序，或用 --http-port 换一个`,
      `the HTTP port ${port} is taken: stop what holds it, or choose another with --http-port`,
      { cause },
    );
  }
};

/** Keeps an embedded Temporal running on one port and one database file. */
const startEmbeddedTemporal = async (binary: string, options: PlatformOptions) => {
  const { dataDir, ports, log, onProgress } = options;
  const at = (port: number, uiPort: number | undefined) =>
    startTemporal({ binary, dataDir, port, ...(uiPort === undefined ? {} : { uiPort }), onProgress });
  const first = await at(ports.temporal, ports.temporalUi);
  const uiPort = first.uiUrl ? Number(new URL(first.uiUrl).port) : undefined;
  const server = supervise({
    name: 'temporal',
    first,
    start: () => at(first.port, uiPort),
    onRestart: async () => undefined,
    log,
  });
  return { address: first.address, uiUrl: first.uiUrl, server, stop: server.stop };
};
