// Keeps the mirror at most a fraction of a second behind the ledger: what comes is written and fsynced in batches.
import type { JetStreamClient } from '@nats-io/jetstream';
import { inOrder } from './in-order.ts';
import { LedgerFault } from './ledger-fault.ts';
import { type MirrorFiles, mirrorGap } from './mirror-files.ts';
import type { StoredMessage } from './read.ts';

export type Mirroring = {
  /** Settles when the mirror holds this ledger sequence on disk; rejects when mirroring has failed. */
  caughtUp(sequence: number): Promise<void>;
  /** Ledger sequence of the last message that came. */
  received(): number;
  /** Why mirroring ended by itself, if it did: a gap in the stream, a disk that cannot be written. */
  failure(): Error | null;
  /** Writes what has come and ends. */
  stop(): Promise<void>;
};

export type MirroringEvents = {
  /** Called once if mirroring ends by itself; the ledger must then take no more entries. */
  readonly onFailure: (error: Error) => void;
  /** With true when the disk takes no more (it is tried on), with false when it does again. */
  readonly onStall?: (stalled: boolean, error?: unknown) => void;
  /** Each message as it comes, in order, before it is written: for who would otherwise have the whole ledger sent a second time. */
  readonly onMessage?: (message: StoredMessage) => void;
};

/** Between two writes: the ledger's own fsyncs go to the same disk, and the promise is a second. */
const GATHER_MS = 100;
const TRY_AGAIN_MS = 1_000;

type Waiter = {
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

/**
 * Follows the ledger from the mirror's head. Compare them first (mirror-check.ts): a stream that lost its tail gives
 * new messages under old sequences.
 */
export const startMirroring = async (
  js: JetStreamClient,
  files: MirrorFiles,
  { onFailure, onStall, onMessage }: MirroringEvents,
): Promise<Mirroring> => {
  let waiting: StoredMessage[] = [];
  let waiters: Waiter[] = [];
  let writing: Promise<void> | undefined;
  let failed: Error | null = null;
  let stopping = false;
  let hurry = () => {};

  const fail = (error: Error) => {
    if (failed) return;
    failed = error;
    for (const waiter of waiters) waiter.reject(error);
    waiters = [];
    void following.stop();
    onFailure(error);
  };

  /** Ends early for whoever waits. */
  const gathering = (millis = GATHER_MS) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, millis);
      hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** A full disk may be given room: everything else waits for it. */
  const appendAtLast = async (batch: readonly StoredMessage[]): Promise<void> => {
    for (let stalled = false; ; stalled = true) {
      try {
        await files.append(batch);
        if (stalled) onStall?.(false);
        return;
      } catch (error) {
        if (error instanceof LedgerFault || stopping) throw error;
        if (!stalled) onStall?.(true, error);
        await gathering(TRY_AGAIN_MS);
      }
    }
  };

  // One write at a time; what comes meanwhile goes into the next, so a slow disk makes larger batches, not a queue.
  const write = async () => {
    while (waiting.length > 0 && !failed) {
      const batch = waiting;
      waiting = [];
      await appendAtLast(batch);
      const at = files.head()?.sequence ?? 0;
      for (const waiter of waiters) if (waiter.sequence <= at) waiter.resolve();
      waiters = waiters.filter((waiter) => waiter.sequence > at);
      if (waiters.length === 0 && !stopping) await gathering();
    }
  };

  const following = await inOrder(js, {
    after: files.head()?.sequence ?? 0,
    onMessage: (message) => {
      waiting.push(message);
      onMessage?.(message);
      writing ??= write()
        .catch((error: unknown) => fail(error instanceof Error ? error : new Error(String(error))))
        .finally(() => {
          writing = undefined;
        });
    },
    onGap: (expected, came) => fail(mirrorGap(expected, came)),
  });

  return {
    caughtUp: (sequence) =>
      new Promise((resolve, reject) => {
        if (failed) reject(failed);
        else if ((files.head()?.sequence ?? 0) >= sequence) resolve();
        else {
          waiters.push({ sequence, resolve, reject });
          hurry();
        }
      }),
    received: following.received,
    failure: () => failed,
    async stop() {
      stopping = true;
      hurry();
      await following.stop();
      await writing;
      for (const waiter of waiters) waiter.reject(new Error('mirroring was stopped'));
      waiters = [];
    },
  };
};
