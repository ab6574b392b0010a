// A stream that met a full disk stays frozen after the disk has room again, until its server is started again: done here.
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { NatsServer } from '../stack/nats-server.ts';
import { freeBytes, ROOM_BYTES } from '../stack/store-budget.ts';

const LOOK_EVERY_MS = 10_000;

type Frozen = Pick<NatsServer, 'pid' | 'frozenStreams' | 'stop'>;

/**
 * Ends a server that holds frozen streams although the disk has room; its supervisor starts it again. One that is slow, or just
 * making or reading back its streams, is left alone, and so is one of which a second look does not say the same.
 */
export const thawOnce = async (server: Frozen, room: () => Promise<number>, log: Log): Promise<void> => {
  const once = await server.frozenStreams();
  if (once.length === 0) return;
  const streams = (await server.frozenStreams()).filter((stream) => once.includes(stream));
  if (streams.length === 0) return;
  const free = await room();
  if (free < ROOM_BYTES) {
    log.fatal({ freeBytes: free, streams }, 'nats-server cannot write: the disk is full');
    return;
  }
  log.error(
    { pid: server.pid, streams },
    'nats-server holds streams it could not write; it is started again',
  );
  await server.stop();
};

/** Looks every ten seconds. */
export const thawStreams = (options: {
  readonly dataDir: string;
  readonly server: () => NatsServer;
  readonly log: Log;
}): { stop(): void } => {
  const { dataDir, server, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  void (async () => {
    while (!signal.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined);
      // A server that is away is the supervisor's affair.
      if (!signal.aborted) await thawOnce(server(), () => freeBytes(dataDir), log).catch(() => undefined);
    }
  })();
  return { stop: () => stopping.abort() };
};
