// Writes checkpoints: every 1,000 entries, every minute with news, and when one is asked for. One writer, own stream.
// Its tree follows the ledger in memory. The last checkpoint is an anchor too: a ledger that does not begin with it went back.
import { DeliverPolicy, type JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import { CHECKPOINT_STREAM, CHECKPOINT_SUBJECT, LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { parseCheckpoint, signCheckpoint, tlogProof } from '../../proof/checkpoint.ts';
import { createHashTree } from '../../proof/hash-tree.ts';
import { leafOf } from '../../proof/record.ts';
import type { SigningKey } from '../../proof/signature.ts';
import { append } from './append.ts';
import { LedgerFault } from './ledger-fault.ts';
import { lastOf, lastSequence, PULL_MS } from './read.ts';

export type Checkpoints = {
  /** Entries in the tree so far. */
  size(): number;
  /** Settles when the tree holds this ledger sequence; rejects when following has failed or ended. */
  caughtUp(sequence: number): Promise<void>;
  /** Checkpoint of the first `size` entries, signed now, not stored. */
  checkpointAt(size: number): string;
  /** Newest stored checkpoint, `null` before the first. */
  latest(): string | null;
  /** Stores a checkpoint of all entries so far, if there is news. */
  write(): Promise<void>;
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
  readonly everyEntries?: number;
  readonly everyMilliseconds?: number;
}): Promise<Checkpoints> => {
  const { nc, js, key, origin, onFailure, everyEntries = 1_000, everyMilliseconds = 60_000 } = deps;
  const tree = createHashTree();
  let stored = await storedCheckpoint(nc);
  let waiters: Waiter[] = [];
  let failed: Error | null = null;
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
    if (failed || size === (stored.parsed?.size ?? 0)) return;
    const text = checkpointAt(size);
    const done = await append(js, CHECKPOINT_SUBJECT, Buffer.from(text), stored.sequence);
    stored = done.ok
      ? { sequence: done.ledgerSequence, text, parsed: parseCheckpoint(text) }
      : // Another writer, or our own write whose answer was lost: the newest is what counts.
        await storedCheckpoint(nc);
  };
  /** After the one under way, for that may have begun before the newest entry. */
  const write = (): Promise<void> => {
    const mine = (writing ?? Promise.resolve()).catch(() => undefined).then(writeOnce);
    writing = mine;
    return mine;
  };

  const consumer = await js.consumers.get(LEDGER_STREAM, { deliver_policy: DeliverPolicy.All });
  const messages = await consumer.consume({
    max_messages: 2_000,
    expires: PULL_MS,
    callback: (message) => {
      if (failed) return;
      if (message.seq !== tree.size() + 1) {
        fail(new Error(`entry ${tree.size() + 1} cannot be read: the ledger goes on with ${message.seq}`));
        return;
      }
      tree.append(leafOf(message.data));
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
  });
  void messages.closed().then((error) => {
    if (error) fail(error);
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
    await messages.close();
    await writing?.catch(() => undefined);
    fail(new Error('checkpoints were stopped'));
  };

  const head = await lastSequence(nc);
  const { parsed } = stored;
  const wentBack = () => parsed && !(parsed.size <= head && tree.root(parsed.size).equals(parsed.root));
  await caughtUp(head).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  if (wentBack()) {
    await stop();
    throw new LedgerFault(
      'LEDGER_ROLLED_BACK',
      `账本与最近的检查点(${parsed?.size} 条)不符，疑似被换成旧数据，拒绝启动，请核查`,
      `the ledger does not begin with its last checkpoint (${parsed?.size} entries): it may be an older copy, look into it`,
    );
  }
  ready = true;

  return {
    size: tree.size,
    caughtUp,
    checkpointAt,
    latest: () => stored.text,
    write,
    inclusionProof(sequence) {
      const size = stored.parsed?.size ?? 0;
      if (stored.text === null || sequence < 1 || sequence > size || size > tree.size()) return null;
      return tlogProof(sequence - 1, tree.inclusionProof(sequence - 1, size), stored.text);
    },
    async stop() {
      ready = false;
      await stop();
    },
  };
};
