// Refuses to run on servers that could lose what they acknowledged: too old, or without an fsync for every write.
// Seen: with the default setting a power cut took 208,538 of 263,057 acknowledged messages, and no kill −9 ever showed it.
import type { NatsConnection } from 'nats';
import * as z from 'zod';
import { LedgerFault } from './ledger-fault.ts';

/** What a server says of itself, from `$SYS.REQ.SERVER.PING.VARZ` or `/varz` of its monitoring port. */
const ServerSettings = z.object({
  server_name: z.string().optional(),
  version: z.string(),
  jetstream: z.object({ config: z.object({ sync_always: z.boolean().optional() }).optional() }).optional(),
});
type ServerSettings = z.infer<typeof ServerSettings>;

/** @throws LedgerFault SERVER_TOO_OLD, SERVER_NOT_DURABLE */
const refuseUndurable = (settings: ServerSettings): void => {
  const name = settings.server_name ?? 'nats-server';
  const [major = 0, minor = 0] = settings.version.split('.').map(Number);
  if (major < 2 || (major === 2 && minor < 12)) {
    throw new LedgerFault(
      'SERVER_TOO_OLD',
      `${name} 版本 ${settings.version} 过旧,至少需要 2.12,请升级`,
      `${name} is ${settings.version}: at least 2.12 is needed, upgrade it`,
    );
  }
  if (settings.jetstream?.config?.sync_always !== true) {
    throw new LedgerFault(
      'SERVER_NOT_DURABLE',
      `${name} 未设置 sync_interval: always,断电会丢失已确认的记录,拒绝启动,请改配置`,
      `${name} runs without sync_interval: always and would lose acknowledged entries to a power cut: set it`,
    );
  }
};

/** Every JetStream server answers once; a cluster has several. */
const askAll = async (system: NatsConnection): Promise<ServerSettings[]> => {
  const found: ServerSettings[] = [];
  const answers = await system.requestMany('$SYS.REQ.SERVER.PING.VARZ', '', {
    maxWait: 2_000,
    stall: 300,
    strategy: 'stall',
  });
  for await (const answer of answers) {
    found.push(z.object({ data: ServerSettings }).parse(answer.json()).data);
  }
  return found.filter((settings) => settings.jetstream?.config !== undefined || found.length === 1);
};

const askMonitor = async (url: string): Promise<ServerSettings[]> => [
  ServerSettings.parse(await (await fetch(new URL('/varz', url))).json()),
];

/**
 * Asks the servers how they keep what they acknowledge.
 * @param source a connection to the system account, or the address of a monitoring port
 * @throws LedgerFault SERVER_TOO_OLD, SERVER_NOT_DURABLE; SERVER_SETTINGS_UNKNOWN where nobody answers
 */
export const requireDurableServers = async (
  source: { readonly system: NatsConnection } | { readonly monitor: string },
): Promise<void> => {
  const unknown = (cause?: unknown) =>
    new LedgerFault(
      'SERVER_SETTINGS_UNKNOWN',
      '无法查询 nats-server 的同步设置,拒绝启动,请提供系统账户或监控端口',
      'the sync setting of nats-server cannot be asked for: give a system account or a monitoring port',
      { cause },
    );
  const found = await ('system' in source ? askAll(source.system) : askMonitor(source.monitor)).catch(
    (error: unknown) => {
      throw unknown(error);
    },
  );
  if (found.length === 0) throw unknown();
  for (const settings of found) refuseUndurable(settings);
};
