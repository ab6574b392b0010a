// The inbox relay in a thread of its own: started, started again should it ever end by itself, asked, and stopped.
import { Worker } from 'node:worker_threads';
import pino from 'pino';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Following } from '../../bus/relay/follow-ledger.ts';
import { type Log, placeOf } from '../../log.ts';
import type { InboxThreadAsked, InboxThreadOptions, InboxThreadSaid } from './inbox-thread.ts';

const AGAIN_AFTER_MS = 1_000;

type Answered = { readonly resolve: (pending: number) => void; readonly reject: (error: Error) => void };

/** Says a line of the thread's log in ours. */
const sayAgain = (log: Log, line: string): void => {
  const { level, time: _, msg, ...fields } = JSON.parse(line) as { level: number; time: number; msg: string };
  log[(pino.levels.labels[level] ?? 'warn') as 'warn'](fields, msg);
};

/** @throws what kept the relay from starting; later it is started again, for ever */
export const startInboxThread = async (
  options: Omit<InboxThreadOptions, 'logLevel'> & { readonly log: Log },
): Promise<Pick<Following, 'pending' | 'stop'>> => {
  const { log, ...rest } = options;
  const asked = new Map<number, Answered>();
  let calls = 0;
  let stopping = false;
  let again: NodeJS.Timeout | undefined;

  const unavailable = (cause?: unknown) => new InfrastructureError('LEDGER_UNAVAILABLE', cause);
  /** Resolves once it runs; `gone` when it has ended. */
  const launch = () => {
    const workerData: InboxThreadOptions = { ...rest, logLevel: log.level };
    const thread = new Worker(new URL('./inbox-thread.ts', import.meta.url), { workerData });
    let reason: unknown;
    const gone = new Promise<void>((resolve) => {
      thread.once('exit', () => {
        for (const { reject } of asked.values()) reject(unavailable(reason));
        asked.clear();
        resolve();
      });
    });
    const started = new Promise<void>((resolve, reject) => {
      thread.on('error', (error) => {
        reason = error;
        reject(error);
      });
      thread.once('exit', () => reject(unavailable(reason)));
      thread.on('message', (said: InboxThreadSaid) => {
        if ('started' in said) return resolve();
        if ('log' in said) return sayAgain(log, said.log);
        const waiting = asked.get(said.id);
        asked.delete(said.id);
        if (Number.isNaN(said.pending)) waiting?.reject(unavailable());
        else waiting?.resolve(said.pending);
      });
    });
    started.catch(() => undefined);
    void gone.then(() => {
      if (stopping) return;
      log.error({ at: placeOf(reason) }, 'inbox relay ended; starting it again');
      again = setTimeout(() => {
        current = launch();
      }, AGAIN_AFTER_MS);
    });
    return { thread, started, gone };
  };

  let current = launch();
  await current.started.catch((error: unknown) => {
    stopping = true;
    throw error;
  });

  const tell = (ask: InboxThreadAsked['ask']): number => {
    calls += 1;
    current.thread.postMessage({ ask, id: calls } satisfies InboxThreadAsked);
    return calls;
  };
  return {
    pending: async () => {
      await current.started;
      return new Promise((resolve, reject) => asked.set(tell('pending'), { resolve, reject }));
    },
    stop: async () => {
      stopping = true;
      clearTimeout(again);
      tell('stop');
      await current.gone;
    },
  };
};
