// Entry of the reading room's thread: PGlite is WASM and folds are work, so neither may stand in the registrar's way.
import { parentPort, workerData } from 'node:worker_threads';
import { backgroundThread } from '../../background.ts';
import { openReadingRoom } from './reading-room.ts';
import type { Answer, Call, RoomOptions } from './room-messages.ts';

const port = parentPort;
if (!port) throw new Error('room-thread.ts runs as a worker thread');
backgroundThread();
const say = (answer: Answer): void => port.postMessage(answer);

const room = await openReadingRoom(workerData as RoomOptions, (reason) =>
  say({ discarded: reason instanceof Error ? reason.message : String(reason) }),
);
say({ open: true });

port.on('message', async ({ call, method, args }: Call) => {
  try {
    const ask = room[method] as (...given: readonly unknown[]) => Promise<unknown>;
    say({ call, value: await ask(...args) });
  } catch (error) {
    // A clone between threads keeps the message of an error and loses its name.
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    say({ call, error: { name, message } });
  }
});
