// Keeps a child server running: when it ends without being asked to, it is started again on the same port and folder.
import { backOff } from '../../back-off.ts';
import type { Log } from '../../log.ts';

type Server = { readonly pid: number; readonly exited: Promise<unknown>; stop(): Promise<void> };

const PAUSES = { first: 200, longest: 10_000 };

export type Supervised<S> = { current(): S; stop(): Promise<void> };

/** `start` must start it where it was before. `onRestart` runs each time it is back. */
export const supervise = <S extends Server>(deps: {
  readonly name: string;
  readonly first: S;
  readonly start: () => Promise<S>;
  readonly onRestart: (server: S) => Promise<void>;
  readonly log: Log;
}): Supervised<S> => {
  const { name, start, onRestart, log } = deps;
  let current = deps.first;
  let stopping = false;

  /** Tries until it succeeds or `while` no longer holds. */
  const untilDone = async (
    work: () => Promise<void>,
    goOn: () => boolean,
    trouble: string,
  ): Promise<void> => {
    const pauses = backOff(PAUSES);
    while (goOn()) {
      try {
        await work();
        return;
      } catch (error) {
        if (!goOn()) return;
        log.error({ server: name, reason: (error as Error).message }, trouble);
        await pauses.pause();
      }
    }
  };
  const startAgain = async (): Promise<void> => {
    const server = await start();
    if (stopping) await server.stop();
    current = server;
  };

  const watch = async (): Promise<void> => {
    for (;;) {
      await current.exited;
      if (stopping) return;
      log.warn({ server: name, pid: current.pid }, 'server ended, starting it again');
      await untilDone(startAgain, () => !stopping, 'server could not be started');
      const server = current;
      let ended = false;
      void server.exited.then(() => {
        ended = true;
      });
      // A server that runs is not started a second time because something behind it is not ready yet.
      const here = () => !stopping && !ended;
      await untilDone(() => onRestart(server), here, 'server is back, but not everything behind it');
      if (here()) log.info({ server: name, pid: server.pid }, 'server is back');
    }
  };
  void watch();

  return {
    current: () => current,
    stop: async () => {
      stopping = true;
      await current.stop();
    },
  };
};
