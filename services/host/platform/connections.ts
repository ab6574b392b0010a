// One NATS connection for each service, each with its own key and rights; all come back by themselves.
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import type { Nkey } from '../stack/service-keys.ts';
import { type ServiceName, serviceNames } from '../stack/service-permissions.ts';

export type Connections = Readonly<Record<ServiceName, NatsConnection>>;

export const connectService = (url: string, name: ServiceName, { seed }: Pick<Nkey, 'seed'>) =>
  connect({
    servers: url,
    name,
    authenticator: nkeyAuthenticator(seed),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 100,
    waitOnFirstConnect: true,
    // Otherwise every request makes two errors with their stacks, in case it fails: a tenth of a command.
    noAsyncTraces: true,
  });

export const connectServices = async (
  url: string,
  keys: Readonly<Record<ServiceName, Nkey>>,
): Promise<Connections> => {
  const made = await Promise.all(
    serviceNames.map(async (name) => [name, await connectService(url, name, keys[name])] as const),
  );
  return Object.fromEntries(made) as Connections;
};

export const closeConnections = async (connections: Connections): Promise<void> => {
  await Promise.all(Object.values(connections).map((nc) => nc.close()));
};
