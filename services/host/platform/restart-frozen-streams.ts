// A stream that met a full disk stays frozen after the disk has room again, until its server is started again: done here.
import { statfs } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import type { NatsServer } from '../stack/nats-server.ts';

const LOOK_EVERY_MS = 10_000;
/** Enough to start and go on with. */
const ROOM_BYTES = 64 * 1_048_576;

/** Ends a server that cannot write although the disk has room; its supervisor starts it again. */
export const thawStreams = (options: {
  readonly dataDir: string;
  readonly server: () => NatsServer;
  readonly log: Log;
}): { stop(): void } => {
  const { dataDir, server, log } = options;
  const look = async (): Promise<void> => {
    const found = server();
    if (await found.isHealthy()) return;
    const { bavail, bsize } = await statfs(dataDir);
    if (bavail * bsize < ROOM_BYTES) {
      log.fatal({ freeBytes: bavail * bsize }, 'nats-server cannot write: the disk is full');
      return;
    }
    log.error({ pid: found.pid }, 'nats-server holds streams it could not write; it is started again');
    await found.stop();
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  void (async () => {
    while (!signal.aborted) {
      await pause(LOOK_EVERY_MS, undefined, { ref: false, signal }).catch(() => undefined);
      // A server that is away is the supervisor's affair.
      if (!signal.aborted) await look().catch(() => undefined);
    }
  })();
  return { stop: () => stopping.abort() };
};
