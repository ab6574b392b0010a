// What the reading room's thread and its owner say to each other: calls with a number, answers with the same number.
import type { DatabaseOptions } from './database.ts';
import type { ReadingRoom } from './reading-room.ts';

export type Call = {
  readonly call: number;
  readonly method: keyof ReadingRoom;
  readonly args: readonly unknown[];
};

export type Answer =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly error: { readonly name: string; readonly message: string } }
  /** Once, when the room is open. */
  | { readonly open: true }
  | { readonly discarded: string };

/** Given to the thread when it starts. */
export type RoomOptions = DatabaseOptions;

/** Every method of a reading room, for the two ends to agree on. */
export const METHODS = [
  'position',
  'apply',
  'idle',
  'clear',
  'settle',
  'dueList',
  'dueCounts',
  'openHandOffs',
  'nextMoments',
  'caseView',
  'caseTimeline',
  'caseList',
  'progress',
  'close',
] as const satisfies readonly (keyof ReadingRoom)[];
