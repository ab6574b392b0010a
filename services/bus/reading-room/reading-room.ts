// The reading room in this thread: projector and queries over one database. `startReadingRoom` puts it into a thread of its own.
import { sql } from 'kysely';
import type { Parked } from '../ledger/parked-cases.ts';
import type { StoredMessage } from '../ledger/read.ts';
import { noteReads, type ReadMark, readsTo } from './fold/note-reads.ts';
import { type BatchEnd, createProjector, type Position } from './fold/projector.ts';
import { caseList } from './queries/case-list.ts';
import { dueCounts } from './queries/due-counts.ts';
import { type DueQuestion, dueList } from './queries/due-list.ts';
import { inbox, readAlready } from './queries/inbox.ts';
import { nextMoments } from './queries/next-moments.ts';
import { openHandOffs } from './queries/open-hand-offs.ts';
import { type ProgressQuestion, progress } from './queries/progress.ts';
import { restrictedFrom } from './queries/restricted-from.ts';
import { type DatabaseOptions, openDatabase } from './sql/database.ts';
import { recreateSchema } from './sql/schema.ts';

type AfterFirst<F> = F extends (first: never, ...rest: infer R) => infer A ? (...rest: R) => A : never;

/** Everything is a promise of plain JSON, so that it may stand in another thread. */
export type ReadingRoom = {
  /** How far the ledger was read. */
  position(): Promise<Position>;
  /** Takes the messages that follow, in one transaction. Calls are taken one after the other. @throws LedgerGapError */
  apply(messages: readonly StoredMessage[], end?: BatchEnd): Promise<Position>;
  /** Takes an entry of a case that was passed over. */
  applyParked(message: StoredMessage): Promise<void>;
  /** Notes which cases are passed over. */
  noteParked(parked: readonly Parked[]): Promise<void>;
  /** Rejects while the database takes no rows. */
  prove(): Promise<void>;
  /** Resolves once the ledger has been read up to `sequence`. */
  idle(sequence: number): Promise<Position>;
  /** Empties everything; the ledger is read again from its beginning. */
  clear(): Promise<void>;
  /** Lets the planner look at the tables; after a rebuild, for PGlite never does it by itself. */
  settle(): Promise<void>;
  dueList: AfterFirst<typeof dueList>;
  dueCounts: AfterFirst<typeof dueCounts>;
  openHandOffs: AfterFirst<typeof openHandOffs>;
  nextMoments: AfterFirst<typeof nextMoments>;
  caseList: AfterFirst<typeof caseList>;
  progress: AfterFirst<typeof progress>;
  inbox: AfterFirst<typeof inbox>;
  readAlready: AfterFirst<typeof readAlready>;
  restrictedFrom: AfterFirst<typeof restrictedFrom>;
  readsTo: AfterFirst<typeof readsTo>;
  noteReads: AfterFirst<typeof noteReads>;
  close(): Promise<void>;
};

type Waiter = { readonly sequence: number; readonly resolve: (position: Position) => void };

/** Opens the database, makes its tables where needed, and reads on from the position found. */
export const openReadingRoom = async (
  options: DatabaseOptions,
  onDiscard?: (reason: unknown) => void,
): Promise<ReadingRoom> => {
  const db = await openDatabase(options, onDiscard);
  const projector = await createProjector(db);
  let waiters: Waiter[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const release = (position: Position): void => {
    const due = waiters.filter((w) => w.sequence <= position.sequence);
    waiters = waiters.filter((w) => w.sequence > position.sequence);
    for (const { resolve } of due) resolve(position);
  };

  return {
    position: async () => projector.position(),
    apply: (messages, end) =>
      inTurn(async () => {
        const position = await projector.apply(messages, end);
        release(position);
        return position;
      }),
    applyParked: (message) => inTurn(() => projector.applyParked(message)),
    noteParked: (parked) => inTurn(() => projector.noteParked(parked)),
    prove: () =>
      inTurn(async () => {
        await sql`update progress set position = position`.execute(db);
      }),
    idle: (sequence) =>
      new Promise((resolve) => {
        waiters.push({ sequence, resolve });
        release(projector.position());
      }),
    clear: () =>
      inTurn(async () => {
        await recreateSchema(db);
        await projector.forget();
      }),
    settle: () =>
      inTurn(async () => {
        await sql`vacuum analyze`.execute(db);
      }),
    dueList: (q: DueQuestion) => dueList(db, q),
    dueCounts: (q: DueQuestion) => dueCounts(db, q),
    openHandOffs: (q) => openHandOffs(db, q),
    nextMoments: (until) => nextMoments(db, until),
    caseList: (q) => caseList(db, q),
    progress: (q: ProgressQuestion) => progress(db, q),
    inbox: (q) => inbox(db, q),
    readAlready: (q) => readAlready(db, q),
    restrictedFrom: (department) => restrictedFrom(db, department),
    readsTo: () => readsTo(db),
    noteReads: (marks: readonly ReadMark[], upTo) => inTurn(() => noteReads(db, marks, upTo)),
    close: () => inTurn(() => db.destroy()),
  };
};
