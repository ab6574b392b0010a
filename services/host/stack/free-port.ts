// Loopback ports: is one free, and which one is.
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StackError } from './stack-error.ts';

/** The address everything embedded binds to; nothing of the embedded stack is reachable from outside. */
export const loopback = '127.0.0.1';

async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host: loopback, port }, resolve);
    });
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
}

export function portTaken(port: number, cause?: unknown): StackError {
  return new StackError(
    'PORT_TAKEN',
    `端口 ${port} 已被其他程序占用或不可用，请结束该程序，或换一个端口（XIANJIE_NATS_PORT、XIANJIE_HTTP_PORT、XIANJIE_TEMPORAL_PORT、XIANJIE_TEMPORAL_UI_PORT）`,
    `port ${port} is taken or not usable: end the program that holds it, or choose another port (XIANJIE_NATS_PORT, XIANJIE_HTTP_PORT, XIANJIE_TEMPORAL_PORT, XIANJIE_TEMPORAL_UI_PORT)`,
    { cause },
  );
}

/**
 * The port itself if it is free; for 0 one the system picks.
 * @throws StackError PORT_TAKEN
 */
export async function freePort(port: number): Promise<number> {
  try {
    return await listenOnce(port);
  } catch (error) {
    throw portTaken(port, error);
  }
}

/**
 * Another program may take a port between our look and the server's own, or hold the one asked for while it only looks itself or
 * is just ending; so often in a row is no accident.
 */
const TRIES = 5;
const BETWEEN_LOOKS_MS = 200;

/**
 * Starts a server on the port asked for, for 0 on one that is free; where another program was faster, on the next one.
 * A port is called taken when it still is at the last look.
 * @throws StackError PORT_TAKEN, and what `start` throws
 */
export const onFreePort = async <T>(asked: number, start: (port: number) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      // Of a port that was asked for this says whether it is the one that is taken, or one the server chose beside it.
      return await start(await freePort(asked));
    } catch (error) {
      const wasTaken = error instanceof StackError && error.code === 'PORT_TAKEN';
      if (!wasTaken || tries === TRIES) throw error;
    }
    await pause(BETWEEN_LOOKS_MS);
  }
};
