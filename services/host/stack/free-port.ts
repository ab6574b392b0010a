// Loopback ports: is one free, and which one is.
import { createServer } from 'node:net';
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
    `端口 ${port} 已被其他程序占用或不可用，请结束该程序或换一个端口`,
    `port ${port} is taken or not usable: end the program that holds it, or choose another port`,
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

/** Another program may take a port between our look and the server's own; so often in a row is no accident. */
const TRIES = 5;

/**
 * Starts a server on the port asked for, for 0 on one that is free; where another program was faster, on the next one.
 * @throws StackError PORT_TAKEN, and what `start` throws
 */
export const onFreePort = async <T>(asked: number, start: (port: number) => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    // Of a port that was asked for this says whether it is the one that is taken, or one the server chose beside it.
    const port = await freePort(asked);
    try {
      return await start(port);
    } catch (error) {
      const wasTaken = error instanceof StackError && error.code === 'PORT_TAKEN';
      if (!wasTaken || tries === TRIES) throw error;
    }
  }
};
