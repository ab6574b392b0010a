// Starts the reading room in a thread of its own; the same interface as in this thread.
import { callThread } from '../../thread-calls.ts';
import type { ReadingRoom } from './reading-room.ts';
import type { DatabaseOptions } from './sql/database.ts';

/** Every method of a reading room, for the two ends to agree on. */
const METHODS = [
  'position',
  'apply',
  'applyParked',
  'noteParked',
  'prove',
  'idle',
  'clear',
  'settle',
  'dueList',
  'dueCounts',
  'restrictedFrom',
  'openHandOffs',
  'nextMoments',
  'caseList',
  'progress',
  'inbox',
  'readAlready',
  'readsTo',
  'noteReads',
  'close',
] as const satisfies readonly (keyof ReadingRoom)[];

/**
 * A reading room in its own thread. `onDiscard`: an embedded database that could not be opened was thrown away.
 * @throws what opening the database threw; later, every call is refused once the thread has ended
 */
export const startReadingRoom = async (
  options: DatabaseOptions,
  onDiscard: (reason: string) => void = () => {},
): Promise<ReadingRoom> => {
  const thread = callThread<ReadingRoom>(new URL('./room-thread.ts', import.meta.url), {
    workerData: options,
    methods: METHODS,
    onTold: (reason) => onDiscard(String(reason)),
  });
  await thread.ready;
  const close = async (): Promise<void> => {
    await thread.object.close();
    await thread.end();
  };
  return { ...thread.object, close };
};
