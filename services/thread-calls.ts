// An object that lives in a worker thread, called from outside as if it were here: calls with a number, answers with the
// same number, and what the thread has to tell of its own accord.
import { parentPort, Worker } from 'node:worker_threads';

type Call = { readonly call: number; readonly method: string; readonly args: readonly unknown[] };
/** A clone between threads keeps the message of an error and loses its name and code. */
type ThrownThere = { readonly name: string; readonly message: string; readonly code?: unknown };
type Said =
  /** Once, when calls are answered. */
  | { readonly ready: true }
  | { readonly told: unknown }
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly error: ThrownThere };

const say = (said: Said): void => {
  if (!parentPort) throw new Error('this file runs as a worker thread');
  parentPort.postMessage(said);
};

/** In the thread: tells its owner something that nobody asked for. */
export const tellOwner = (told: unknown): void => say({ told });

/** In the thread: answers calls to the methods of `object` from now on. Arguments and values are plain JSON or bytes. */
export const answerCalls = (object: object): void => {
  parentPort?.on('message', async ({ call, method, args }: Call) => {
    try {
      const asked = (object as Record<string, (...given: readonly unknown[]) => Promise<unknown>>)[method];
      say({ call, value: await asked?.(...args) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      const { code } = error as { code?: unknown };
      say({ call, error: { name, message, ...(code === undefined ? {} : { code }) } });
    }
  });
  say({ ready: true });
};

export type CalledThread<T> = {
  /** Refused once the thread has ended. */
  readonly object: T;
  /** Resolves when calls are answered; rejects with what kept the thread from that. */
  readonly ready: Promise<void>;
  /** Resolves, with what ended it, once the thread is gone. */
  readonly gone: Promise<Error>;
  /** Ends the thread, whatever it is doing. */
  end(): Promise<void>;
};

/** Starts the thread of a file that calls `answerCalls` with an object of these methods. */
export const callThread = <T extends object>(
  file: URL,
  options: {
    readonly workerData: unknown;
    readonly methods: readonly (keyof T & string)[];
    readonly onTold: (told: unknown) => void;
  },
): CalledThread<T> => {
  const { workerData, methods, onTold } = options;
  const thread = new Worker(file, { workerData });
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  const ready = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<Error>();
  let calls = 0;
  let ended: Error | undefined;

  ready.promise.catch(() => undefined);
  thread.on('error', (error) => {
    ended = error instanceof Error ? error : new Error(String(error));
  });
  thread.on('exit', () => {
    const reason = ended ?? new Error('the thread has ended');
    ended = reason;
    for (const { reject } of asked.values()) reject(reason);
    asked.clear();
    ready.reject(reason);
    gone.resolve(reason);
  });
  thread.on('message', (said: Said) => {
    if ('ready' in said) return ready.resolve();
    if ('told' in said) return onTold(said.told);
    const waiting = asked.get(said.call);
    asked.delete(said.call);
    if ('error' in said) {
      const { message, ...kind } = said.error;
      waiting?.reject(Object.assign(new Error(message), kind));
    } else waiting?.resolve(said.value);
  });

  const ask =
    (method: string) =>
    (...args: readonly unknown[]): Promise<unknown> => {
      if (ended) return Promise.reject(ended);
      calls += 1;
      const answer = Promise.withResolvers<unknown>();
      asked.set(calls, answer);
      thread.postMessage({ call: calls, method, args } satisfies Call);
      return answer.promise;
    };
  return {
    object: Object.fromEntries(methods.map((method) => [method, ask(method)])) as T,
    ready: ready.promise,
    gone: gone.promise,
    end: async () => {
      await thread.terminate();
    },
  };
};
