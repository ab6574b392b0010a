// Entry of the reading room's thread: PGlite is WASM and folds are work, so neither may stand in the registrar's way.
import { workerData } from 'node:worker_threads';
import { backgroundThread } from '../../background.ts';
import { answerCalls, tellOwner } from '../../thread-calls.ts';
import { openReadingRoom } from './reading-room.ts';
import type { DatabaseOptions } from './sql/database.ts';

backgroundThread();
answerCalls(
  await openReadingRoom(workerData as DatabaseOptions, (reason) =>
    tellOwner(reason instanceof Error ? reason.message : String(reason)),
  ),
);
