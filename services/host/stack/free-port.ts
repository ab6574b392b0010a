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
