// Follows the whole ledger in order, in batches of whatever has come, from a cursor its owner keeps. Not through a durable
// consumer: that gives a restarted follower what is new before what its predecessor was given and never acknowledged.
// A batch that fails for a reason of ours is tried again until it succeeds; a gap is an error, never a skip.
import { EventEmitter, once } from 'node:events';
import { DeliverPolicy, type JsMsg, jetstream } from '@nats-io/jetstream';
import type { NatsConnection, QueuedIterator, Status } from 'nats';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { backOff } from '../../back-off.ts';
import { type Log, placeOf } from '../../log.ts';
import { lastSequence, PULL_BYTES, PULL_MS, type StoredMessage } from './read.ts';

/** Entries in one batch at most: large enough to catch up fast, small enough for others to get a turn in between. */
export const LARGEST_BATCH = 500;
/** Bytes of a batch, but for a single larger one, and messages and bytes read ahead of the work at most. */
const LARGEST_BATCH_BYTES = 8 * 1_048_576;
const READ_AHEAD = 2_000;
const READ_AHEAD_BYTES = 32 * 1_048_576;
const PAUSES = { first: 100, longest: 5_000 };

/** How far a follower is, kept where its work is: in the tables it fills, or in a stream of cursors. */
export type Cursor = {
  /** Sequence up to which all is acted on; asked at the start, and again after each failure. */
  at(): Promise<number>;
  /** All up to `sequence` was acted on. */
  note(sequence: number): void;
  close(): Promise<void>;
};

export type Following = {
  /** Entries not yet acted on. */
  pending(): Promise<number>;
  /** Resolves when what the ledger has now is acted on, or it was stopped. */
  idle(): Promise<void>;
  /** Ledger sequence up to which all is acted on, and was when this last ran. */
  done(): number;
  stop(): Promise<void>;
};

/** What has come and not been acted on: entries read, and entries the server has still to give. */
export type Left = { readonly waiting: number; readonly pending: number };

/** Runs until stopped. `onBatch` gets messages in order of the ledger; it may see one again after a restart. */
export const followLedger = async (deps: {
  readonly nc: NatsConnection;
  /** For the log. */
  readonly name: string;
  readonly cursor: Cursor;
  readonly log: Log;
  readonly onBatch: (
    batch: readonly StoredMessage[],
    now: { readonly left: () => Left; readonly signal: AbortSignal },
  ) => Promise<void>;
  /**
   * Waited for before each batch, which then takes what came meanwhile.
   * @param since when its oldest entry was stored, milliseconds since the epoch
   */
  readonly beforeBatch?: (since: number, signal: AbortSignal) => Promise<void>;
}): Promise<Following> => {
  const { nc, name, cursor, log, onBatch, beforeBatch } = deps;
  const js = jetstream(nc);
  const stopping = new AbortController();
  const { signal } = stopping;
  const progress = new EventEmitter();
  let done = await cursor.at();
  let received = done;
  /** What was read and not yet acted on, and what the server has beyond. */
  let waiting: JsMsg[] = [];
  let waitingBytes = 0;
  let pending = 0;
  let wake = (): void => undefined;
  let drained = (): void => undefined;
  let readAgain = (): void => undefined;

  signal.addEventListener('abort', () => {
    wake();
    readAgain();
  });

  /** One life of a consumer, from what was received last. */
  const readOnce = async (): Promise<void> => {
    const consumer = await js.consumers.get(LEDGER_STREAM, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: received + 1,
    });
    const messages = await consumer.consume({ max_bytes: PULL_BYTES, expires: PULL_MS });
    const stop = (): void => {
      messages.stop();
      drained();
    };
    readAgain = stop;
    if (signal.aborted) stop();
    // A consumer of the server that went is gone with it: a new one is quicker than finding that out.
    const status = nc.status() as QueuedIterator<Status>;
    void (async () => {
      for await (const { type } of status) if (type === 'reconnect') stop();
    })();
    try {
      for await (const message of messages) {
        if (message.seq !== received + 1) throw new Error(`entry ${received + 1} did not come`);
        received = message.seq;
        pending = message.info.pending;
        waiting.push(message);
        waitingBytes += message.data.byteLength;
        wake();
        if (waiting.length < READ_AHEAD && waitingBytes < READ_AHEAD_BYTES) continue;
        await new Promise<void>((resolve) => {
          drained = resolve;
          if (signal.aborted) resolve();
        });
      }
    } finally {
      status.stop();
      messages.stop();
      // What the server had to give is not known any more: what is here must do.
      pending = 0;
      wake();
      // Ephemeral: the server would drop it by itself, some minutes later.
      await consumer.delete().catch(() => undefined);
    }
  };
  const read = async (): Promise<void> => {
    while (!signal.aborted) {
      await readOnce().catch((error: unknown) => {
        if (!signal.aborted) log.warn({ follower: name, at: placeOf(error) }, 'ledger is read again');
      });
      if (!signal.aborted) await backOff(PAUSES).pause(signal);
    }
  };

  /** After a failure: `true` where the cursor is not before this batch, and reading begins again from there. */
  const isElsewhere = async (batch: readonly JsMsg[]): Promise<boolean> => {
    const at = await cursor.at();
    if (at + 1 === batch[0]?.seq) return false;
    waiting = [];
    waitingBytes = 0;
    done = at;
    received = at;
    progress.emit('batch');
    readAgain();
    return true;
  };

  /** Whether it has succeeded; otherwise it was given up, for it is not what comes next. */
  const workOn = async (batch: readonly JsMsg[]): Promise<boolean> => {
    const messages = batch.map(({ seq, subject, data }) => ({ sequence: seq, subject, data }));
    const left = (): Left => ({ waiting: waiting.length, pending });
    const pauses = backOff(PAUSES);
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        if (failures > 0 && (await isElsewhere(batch))) return false;
        await onBatch(messages, { left, signal });
        if (failures > 0) log.info({ follower: name }, 'batch has succeeded');
        return true;
      } catch (error) {
        const reason = {
          follower: name,
          code: (error as { code?: string }).code,
          reason: (error as Error).name,
        };
        if (failures === 0) log.warn(reason, 'batch is tried again until it succeeds');
        await pauses.pause(signal);
      }
    }
    return false;
  };
  /** A batch is whole when it is full or the server has no more; what has come is not kept waiting by what is to come. */
  const isWhole = (): boolean =>
    waiting.length >= LARGEST_BATCH ||
    waitingBytes >= LARGEST_BATCH_BYTES ||
    (waiting.length > 0 && pending === 0);
  const nextBatch = (): readonly JsMsg[] => {
    let bytes = 0;
    let count = 0;
    for (const { data } of waiting) {
      if (count === LARGEST_BATCH || (count > 0 && bytes + data.byteLength > LARGEST_BATCH_BYTES)) break;
      bytes += data.byteLength;
      count += 1;
    }
    waitingBytes -= bytes;
    return waiting.splice(0, count);
  };
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      if (!isWhole()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted) resolve();
        });
        continue;
      }
      const [oldest] = waiting;
      if (oldest) await beforeBatch?.(oldest.time.getTime(), signal);
      const batch = nextBatch();
      drained();
      const last = batch.at(-1);
      if (!last || !(await workOn(batch)) || signal.aborted) continue;
      done = last.seq;
      cursor.note(done);
      progress.emit('batch');
    }
  };
  const running = Promise.all([read(), work()]);

  return {
    pending: async () => Math.max(0, (await lastSequence(nc)) - done),
    idle: async () => {
      const last = await lastSequence(nc);
      while (done < last && !signal.aborted) await once(progress, 'batch');
    },
    done: () => done,
    stop: async () => {
      stopping.abort();
      await running;
      progress.emit('batch');
      await cursor.close();
    },
  };
};
