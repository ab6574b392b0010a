// Starts the reading room in a thread of its own and speaks with it; the same interface as in this thread.
import { Worker } from 'node:worker_threads';
import type { ReadingRoom } from './reading-room.ts';
import { type Answer, METHODS, type RoomOptions } from './room-messages.ts';

type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

/**
 * A reading room in its own thread. `onDiscard`: an embedded database that could not be opened was thrown away.
 * @throws what opening the database threw; later, every call is refused once the thread has ended
 */
export const startReadingRoom = async (
  options: RoomOptions,
  onDiscard: (reason: string) => void = () => {},
): Promise<ReadingRoom> => {
  const thread = new Worker(new URL('./room-thread.ts', import.meta.url), { workerData: options });
  const pending = new Map<number, Pending>();
  let calls = 0;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    ended = error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const opened = new Promise<void>((resolve, reject) => {
    thread.on('error', (error) => {
      const reason = error instanceof Error ? error : new Error(String(error));
      end(reason);
      reject(reason);
    });
    thread.on('exit', () => {
      const reason = ended ?? new Error('the reading room has closed');
      end(reason);
      reject(reason);
    });
    thread.on('message', (answer: Answer) => {
      if ('open' in answer) return resolve();
      if ('discarded' in answer) return onDiscard(answer.discarded);
      const asked = pending.get(answer.call);
      pending.delete(answer.call);
      if ('error' in answer)
        asked?.reject(Object.assign(new Error(answer.error.message), { name: answer.error.name }));
      else asked?.resolve(answer.value);
    });
  });

  const ask =
    (method: keyof ReadingRoom) =>
    (...args: readonly unknown[]): Promise<unknown> => {
      if (ended) return Promise.reject(ended);
      calls += 1;
      const call = calls;
      const answer = new Promise((resolve, reject) => pending.set(call, { resolve, reject }));
      thread.postMessage({ call, method, args });
      return answer;
    };

  await opened;
  const room = Object.fromEntries(METHODS.map((method) => [method, ask(method)])) as unknown as ReadingRoom;
  const close = async (): Promise<void> => {
    await room.close();
    await thread.terminate();
  };
  return { ...room, close };
};
