// The inbox relay in a thread of its own: started, started again should it ever end by itself, asked, and stopped.
import pino from 'pino';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { backOff } from '../../back-off.ts';
import { type Log, placeOf } from '../../log.ts';
import { type CalledThread, callThread } from '../../thread-calls.ts';
import type { InboxRelay, InboxThreadOptions } from './inbox-thread.ts';

const AGAIN_AFTER = { first: 1_000, longest: 10_000 };

/** Says a line of the thread's log in ours. */
const sayAgain = (log: Log, line: string): void => {
  const { level, time: _, msg, ...fields } = JSON.parse(line) as { level: number; time: number; msg: string };
  log[(pino.levels.labels[level] ?? 'warn') as 'warn'](fields, msg);
};

const unavailable = (cause: unknown) => new InfrastructureError('LEDGER_UNAVAILABLE', cause);

/** @throws what kept the relay from starting; later it is started again, for ever */
export const startInboxThread = async (
  options: Omit<InboxThreadOptions, 'logLevel'> & { readonly log: Log },
): Promise<InboxRelay> => {
  const { log, ...rest } = options;
  const stopping = new AbortController();
  const launch = (): CalledThread<InboxRelay> =>
    callThread<InboxRelay>(new URL('./inbox-thread.ts', import.meta.url), {
      workerData: { ...rest, logLevel: log.level } satisfies InboxThreadOptions,
      methods: ['pending', 'standing', 'stop'],
      onTold: (line) => sayAgain(log, String(line)),
    });

  let current = launch();
  await current.ready;
  const keeping = (async () => {
    const pauses = backOff(AGAIN_AFTER);
    for (;;) {
      const reason = await current.gone;
      if (stopping.signal.aborted) return;
      log.error({ at: placeOf(reason) }, 'inbox relay ended; starting it again');
      await pauses.pause(stopping.signal);
      if (stopping.signal.aborted) return;
      current = launch();
      await current.ready.then(pauses.reset, () => undefined);
    }
  })();

  const ask = async <T>(question: (relay: InboxRelay) => Promise<T>): Promise<T> => {
    try {
      await current.ready;
      return await question(current.object);
    } catch (error) {
      throw unavailable(error);
    }
  };
  return {
    pending: () => ask((relay) => relay.pending()),
    standing: () => ask((relay) => relay.standing()),
    stop: async () => {
      stopping.abort();
      await current.object.stop().catch(() => undefined);
      await current.end();
      await keeping;
    },
  };
};
