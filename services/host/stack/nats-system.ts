// Questions to a running nats-server over its system account: no monitoring port needs to be open.
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import * as z from 'zod';
import { StackError } from './stack-error.ts';

const reloadWithin = 60_000;

const ServerState = z.object({
  version: z.string(),
  config_digest: z.string(),
  jetstream: z
    .object({
      config: z
        .object({
          sync_always: z.boolean().optional(),
          /** Nanoseconds from the end of one round of background syncs to the next. */
          sync_interval: z.number().positive().optional(),
        })
        .optional(),
      /** Bytes the limits of all streams add up to, also where that is more than the server may take. */
      stats: z.object({ reserved_storage: z.number().default(0) }).optional(),
    })
    .optional(),
});
/** What the server says of itself. */
export type ServerState = z.infer<typeof ServerState>;

const Answer = z.object({
  data: z.unknown().optional(),
  error: z.object({ description: z.string().optional() }).optional(),
});

/** A connection to the system account, for one question or a few; close it after. */
export function connectSystem(url: string, seed: Uint8Array): Promise<NatsConnection> {
  return connect({
    servers: url,
    authenticator: nkeyAuthenticator(seed),
    name: 'xianjie-stack',
    reconnect: false,
    timeout: 5_000,
  });
}

async function ask(system: NatsConnection, question: string, how: object = {}): Promise<unknown> {
  const server = system.info?.server_id ?? '';
  const reply = await system.request(`$SYS.REQ.SERVER.${server}.${question}`, JSON.stringify(how), {
    timeout: reloadWithin,
  });
  const { data, error } = Answer.parse(reply.json());
  if (error) throw new Error(error.description ?? `${question} failed`);
  return data;
}

/** What the server takes where nothing is set: two minutes. */
const DEFAULT_SYNC_NANOS = 120e9;

/**
 * Within how long a stream of `persist_mode: async` is synced, milliseconds: what is stored just after a round looked at its
 * stream is synced at the end of the next one, so after an interval and two rounds, which are given an interval too
 * (`syncBlocks` and `setSyncTimer` in `server/filestore.go` of 2.15.2).
 */
export const syncedWithin = ({ jetstream }: ServerState): number =>
  (2 * (jetstream?.config?.sync_interval ?? DEFAULT_SYNC_NANOS)) / 1e6;

export async function serverState(system: NatsConnection): Promise<ServerState> {
  return ServerState.parse(await ask(system, 'VARZ'));
}

/** One condition of HEALTHZ, as much of it as is looked at. */
const Health = z.object({
  errors: z.array(z.object({ stream: z.string().optional(), error: z.string().optional() })).optional(),
});

/**
 * Streams that met a full or broken disk: each stays frozen until the server is started again, and this is its only sign. A
 * stream that is just being made or read back counts as unhealthy too, but mends itself.
 */
export async function frozenStreams(system: NatsConnection): Promise<readonly string[]> {
  const { errors = [] } = Health.parse(await ask(system, 'HEALTHZ', { details: true }));
  return errors.flatMap(({ stream = '', error = '' }) => (error.includes('write error') ? [stream] : []));
}

/**
 * Reloads as SIGHUP does, with an answer: it comes when the reload is over, and says what went wrong.
 * Then asks which configuration runs, so that "applied" is what the server says and not what we hope.
 * @throws StackError RELOAD_FAILED
 */
export async function reload(system: NatsConnection, digest: string): Promise<void> {
  try {
    await ask(system, 'RELOAD');
    const { config_digest: running } = await serverState(system);
    if (running !== digest) throw new Error(`running ${running}, wanted ${digest}`);
  } catch (error) {
    const complaint = error instanceof Error ? error.message : String(error);
    throw new StackError(
      'RELOAD_FAILED',
      `nats-server 未能载入新配置（${complaint}），原配置仍在运行`,
      `nats-server did not take the new configuration (${complaint}); the old one is still running`,
      { cause: error },
    );
  }
}

/**
 * Refuses a server that could lose what it acknowledged: too old, or without an fsync for every write.
 * Seen: with the default setting a power cut took 208,538 of 263,057 acknowledged messages, and no kill −9 ever showed it.
 * @throws StackError SERVER_TOO_OLD, SERVER_NOT_DURABLE
 */
export function refuseUnsafeServer(state: ServerState): void {
  const [major = 0, minor = 0] = state.version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 12)) {
    throw new StackError(
      'SERVER_TOO_OLD',
      `nats-server 版本 ${state.version} 过旧，至少需要 2.12，请升级`,
      `nats-server ${state.version} is too old: at least 2.12 is needed`,
    );
  }
  if (state.jetstream?.config?.sync_always !== true) {
    throw new StackError(
      'SERVER_NOT_DURABLE',
      'nats-server 未设置 sync_interval: always，断电会丢失已确认的记录，拒绝启动，请改配置',
      'nats-server runs without sync_interval: always and would lose acknowledged entries to a power cut: set it',
    );
  }
}
