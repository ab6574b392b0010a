// Writes checkpoints: every 1,000 entries, every minute with news, and when one is asked for. One writer, own stream.
// Its tree follows the ledger in memory. The last checkpoint is an anchor too, in its stream and beside the keys: a ledger that does
// not begin with it went back.
import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { CHECKPOINT_STREAM, CHECKPOINT_SUBJECT } from '../../../schemas/subjects.ts';
import { type Checkpoint, parseCheckpoint, signCheckpoint, tlogProof } from '../../proof/checkpoint.ts';
import { createHashTree } from '../../proof/hash-tree.ts';
import { leafOf } from '../../proof/record.ts';
import type { SigningKey } from '../../proof/signature.ts';
import { append } from './append.ts';
import { inOrder } from './in-order.ts';
import { type LastCheckpoint, rolledBack } from './last-checkpoint.ts';
import { lastOf, lastSequence } from './read.ts';

export type Checkpoints = {
  /** Entries in the tree so far. */
  size(): number;
  /** Settles when the tree holds this ledger sequence; rejects when following has failed or ended. */
  caughtUp(sequence: number): Promise<void>;
  /** Checkpoint of the first `size` entries, signed now, not stored. */
  checkpointAt(size: number): string;
  /** Newest stored checkpoint, `null` before the first. */
  latest(): string | null;
  /** Stores a checkpoint of all entries so far, if there is news, and keeps apart what could not be kept before. */
  write(): Promise<void>;
  /** Whether the last write came to its end. */
  isCurrent(): boolean;
  /** C2SP tlog-proof of an entry against the newest stored checkpoint; `null` while that does not reach it. */
  inclusionProof(sequence: number): string | null;
  stop(): Promise<void>;
};

type Waiter = {
  readonly sequence: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

const storedCheckpoint = async (nc: NatsConnection) => {
  const message = await lastOf(nc, CHECKPOINT_SUBJECT, CHECKPOINT_STREAM);
  if (!message) return { sequence: 0, text: null, parsed: null };
  const text = Buffer.from(message.data).toString('utf8');
  return { sequence: message.sequence, text, parsed: parseCheckpoint(text) };
};

/**
 * Follows the ledger and returns once the tree holds all that is in it.
 * @param onFailure told when following or writing fails; the next minute tries to write again
 * @throws LedgerFault LEDGER_ROLLED_BACK where the ledger does not begin with the last checkpoint
 */
export const startCheckpoints = async (deps: {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly key: SigningKey;
  /** Name of the log, from the genesis. */
  readonly origin: string;
  readonly onFailure: (error: unknown) => void;
  /** Where the last one is kept apart from the ledger. */
  readonly apart?: LastCheckpoint;
  readonly everyEntries?: number;
  readonly everyMilliseconds?: number;
}): Promise<Checkpoints> => {
  const { nc, js, key, origin, onFailure, apart, everyEntries = 1_000, everyMilliseconds = 60_000 } = deps;
  const tree = createHashTree();
  let stored = await storedCheckpoint(nc);
  const keptApart = await apart?.read();
  let sizeApart = keptApart?.size ?? 0;
  let waiters: Waiter[] = [];
  let failed: Error | null = null;
  let current = true;
  let writing: Promise<void> | undefined;
  let ready = false;
  /** Size when a checkpoint was last asked for, so that one slow write is not asked for at every entry. */
  let asked = stored.parsed?.size ?? 0;

  const fail = (error: Error) => {
    if (failed) return;
    failed = error;
    for (const waiter of waiters) waiter.reject(error);
    waiters = [];
    if (ready) onFailure(error);
  };

  const checkpointAt = (size: number) => signCheckpoint(key, origin, size, tree.root(size));

  const writeOnce = async () => {
    const size = tree.size();
    if (failed || !ready) return;
    if (size !== (stored.parsed?.size ?? 0)) {
      const text = checkpointAt(size);
      const done = await append(js, CHECKPOINT_SUBJECT, Buffer.from(text), stored.sequence);
      stored = done.ok
        ? { sequence: done.ledgerSequence, text, parsed: parseCheckpoint(text) }
        : // Another writer, or our own write whose answer was lost: the newest is what counts.
          await storedCheckpoint(nc);
    }
    if (size <= sizeApart) return;
    await apart?.keep(checkpointAt(size));
    sizeApart = size;
  };
  /** After the one under way, for that may have begun before the newest entry. */
  const write = (): Promise<void> => {
    const mine = (writing ?? Promise.resolve()).catch(() => undefined).then(writeOnce);
    writing = mine;
    mine.then(
      () => {
        current = true;
      },
      () => {
        current = false;
      },
    );
    return mine;
  };

  const following = await inOrder(js, {
    after: 0,
    onMessage: ({ data }) => {
      tree.append(leafOf(data));
      const size = tree.size();
      if (waiters.length > 0) {
        for (const waiter of waiters) if (waiter.sequence <= size) waiter.resolve();
        waiters = waiters.filter((waiter) => waiter.sequence > size);
      }
      if (ready && size - asked >= everyEntries) {
        asked = size;
        void write().catch(onFailure);
      }
    },
    onGap: (expected, came) =>
      fail(new Error(`entry ${expected} cannot be read: the ledger goes on with ${came}`)),
  });
  const caughtUp = (sequence: number) =>
    new Promise<void>((resolve, reject) => {
      if (failed) reject(failed);
      else if (tree.size() >= sequence) resolve();
      else waiters.push({ sequence, resolve, reject });
    });

  const timer = setInterval(() => void write().catch(onFailure), everyMilliseconds);
  const stop = async () => {
    clearInterval(timer);
    await following.stop();
    await writing?.catch(() => undefined);
    fail(new Error('checkpoints were stopped'));
  };

  const head = await lastSequence(nc);
  const refuseOther = (anchor: Checkpoint | null | undefined, file?: string): void => {
    if (!anchor || (anchor.size <= head && tree.root(anchor.size).equals(anchor.root))) return;
    throw rolledBack(file, anchor.size, head);
  };
  try {
    await caughtUp(head);
    refuseOther(keptApart, apart?.file);
    refuseOther(stored.parsed);
  } catch (error) {
    await stop();
    throw error;
  }
  ready = true;

  return {
    size: tree.size,
    caughtUp,
    checkpointAt,
    latest: () => stored.text,
    write,
    isCurrent: () => current && failed === null,
    inclusionProof(sequence) {
      const size = stored.parsed?.size ?? 0;
      if (stored.text === null || sequence < 1 || sequence > size || size > tree.size()) return null;
      return tlogProof(sequence - 1, tree.inclusionProof(sequence - 1, size), stored.text);
    },
    async stop() {
      const size = tree.size();
      if (ready && !failed && size > (stored.parsed?.size ?? 0))
        await apart?.keep(checkpointAt(size)).catch(onFailure);
      ready = false;
      await stop();
    },
  };
};
