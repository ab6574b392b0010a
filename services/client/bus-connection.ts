// A department's connection to the bus, made as soon as the bus can be reached and kept for as long as it is wanted.
import { connect, errors, type NatsConnection, nkeyAuthenticator } from 'nats';
import type { Credentials } from '../../schemas/credentials.ts';
import { inboxPrefix } from '../../schemas/subjects.ts';
import { backOff } from '../back-off.ts';
import { ClientError } from './client-error.ts';

const PAUSES = { first: 100, longest: 2_000 };

export type BusConnection = {
  /** The connection once there is one. @throws ClientError CLOSED, BUS_UNREACHABLE after `within` milliseconds */
  ready(within: number): Promise<NatsConnection>;
  /** Whether the bus can be heard right now. */
  isUp(): boolean;
  /** The same promise, rejected as soon as the connection is lost: no answer will come by it. */
  whileUp<T>(answer: Promise<T>): Promise<T>;
  close(): Promise<void>;
};

const unreachable = (url: string, cause?: unknown): ClientError =>
  new ClientError(
    'BUS_UNREACHABLE',
    `无法连接总线 ${url}，请检查网络，或确认平台已启动`,
    `the bus at ${url} cannot be reached: check the network, or whether the platform runs`,
    { cause },
  );
const notLetIn = (department: string, cause: unknown): ClientError =>
  new ClientError(
    'NOT_LET_IN',
    `总线不接受 ${department} 的连接密钥，请核对凭据，或向运维人员确认部门仍在册`,
    `the bus does not let ${department} in: check the credentials, or ask whether it is still registered`,
    { cause },
  );

const notRunning = (): ClientError =>
  new ClientError(
    'BUS_UNREACHABLE',
    '平台没有在运行，未发出；请先启动平台',
    'the platform does not run, so nothing was sent: start it first',
  );

/** Never connected: nothing is sent to whoever listens where the platform would. */
const nowhere = (): BusConnection => ({
  ready: async () => {
    throw notRunning();
  },
  isUp: () => false,
  whileUp: async () => {
    throw notRunning();
  },
  close: async () => undefined,
});

/** The server said no; that it waited in vain for an answer (a busy machine) is no refusal, though the client calls it one. */
const isRefusal = (error: unknown): boolean =>
  error instanceof errors.AuthorizationError && !/timeout/i.test(error.message);

/** Begins to connect; `onUp` runs each time the bus is there (again). */
export const keepConnected = (
  credentials: Credentials,
  url: string | null,
  onUp: () => void,
): BusConnection => (url === null ? nowhere() : connectedTo(credentials, url, onUp));

const connectedTo = (credentials: Credentials, url: string, onUp: () => void): BusConnection => {
  const { department, connectSeed, inboxSecret } = credentials;
  const closing = new AbortController();
  let connection: NatsConnection | undefined;
  let up = false;
  let lastError: unknown;
  let down = Promise.withResolvers<never>();
  down.promise.catch(() => undefined);

  const watch = async (nc: NatsConnection): Promise<void> => {
    for await (const status of nc.status()) {
      if (status.type === 'disconnect') {
        up = false;
        down.reject(unreachable(url));
        down = Promise.withResolvers<never>();
        down.promise.catch(() => undefined);
      }
      if (status.type === 'reconnect') {
        up = true;
        onUp();
      }
    }
  };

  const establish = async (): Promise<NatsConnection> => {
    const pauses = backOff(PAUSES);
    for (;;) {
      if (closing.signal.aborted) throw new ClientError('CLOSED', '客户端已关闭', 'the client was closed');
      try {
        const nc = await connect({
          servers: url,
          name: department,
          authenticator: nkeyAuthenticator(new TextEncoder().encode(connectSeed)),
          inboxPrefix: inboxPrefix(department, inboxSecret),
          timeout: 5_000,
          maxReconnectAttempts: -1,
          reconnectTimeWait: 250,
          reconnectJitter: 100,
          // A department just registered, or a server starting, refuses for a moment.
          ignoreAuthErrorAbort: true,
        });
        if (closing.signal.aborted) await nc.close();
        connection = nc;
        up = true;
        void watch(nc);
        onUp();
        return nc;
      } catch (error) {
        lastError = error;
        await pauses.pause(closing.signal);
      }
    }
  };
  const established = establish();
  established.catch(() => undefined);

  return {
    ready: async (within) => {
      if (connection) return connection;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(isRefusal(lastError) ? notLetIn(department, lastError) : unreachable(url, lastError));
        }, within);
      });
      try {
        return await Promise.race([established, late]);
      } finally {
        clearTimeout(timer);
      }
    },
    whileUp: (answer) => Promise.race([answer, down.promise]),
    isUp: () => up && connection !== undefined && !connection.isClosed(),
    close: async () => {
      closing.abort();
      await connection?.close();
    },
  };
};
