// Follows the whole ledger in order, in batches of whatever has come, from a cursor of its own. Not through a durable
// consumer: that gives a restarted follower what is new before what its predecessor was given and never acknowledged.
// A batch that fails for a reason of ours is tried again until it succeeds; a gap is an error, never a skip.
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { DeliverPolicy, type JetStreamClient, type JsMsg } from '@nats-io/jetstream';
import type { NatsConnection, QueuedIterator, Status } from 'nats';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { type Log, placeOf } from '../../log.ts';
import { PULL_MS } from '../ledger/pull.ts';
import { lastSequence } from '../ledger/read.ts';
import { openCursor } from './cursor.ts';

const LARGEST_BATCH = 500;
/** Messages read ahead of the work at most. */
const READ_AHEAD = 2_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export type Following = {
  /** Entries not yet acted on. */
  pending(): Promise<number>;
  /** Resolves when what the ledger has now is acted on, or it was stopped. */
  idle(): Promise<void>;
  /** Ledger sequence up to which all is acted on, and was when this last ran. */
  done(): number;
  stop(): Promise<void>;
};

/** Runs until stopped. `onBatch` gets messages in order of the ledger; it may see one again after a restart. */
export const followLedger = async (deps: {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  /** Name of its cursor. */
  readonly name: string;
  readonly log: Log;
  readonly onBatch: (batch: readonly JsMsg[]) => Promise<void>;
  /**
   * Waited for before each batch, which then takes what came meanwhile.
   * @param since when its oldest entry was stored, milliseconds since the epoch
   */
  readonly beforeBatch?: (since: number, signal: AbortSignal) => Promise<void>;
}): Promise<Following> => {
  const { nc, js, name, log, onBatch, beforeBatch } = deps;
  const cursor = await openCursor(nc, js, name);
  const stopping = new AbortController();
  const { signal } = stopping;
  const waiting: JsMsg[] = [];
  let received = cursor.start;
  let done = cursor.start;
  let wake = (): void => undefined;
  let drained = (): void => undefined;
  const progress = new EventEmitter();

  const pause = (millis: number): Promise<void> =>
    delay(millis, undefined, { signal }).catch(() => undefined);
  const untilAborted = (resolve: () => void): void => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', resolve, { once: true });
  };

  /** One life of a consumer, from what was received last. */
  const readOnce = async (): Promise<void> => {
    const consumer = await js.consumers.get(LEDGER_STREAM, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: received + 1,
    });
    const messages = await consumer.consume({ max_messages: READ_AHEAD, expires: PULL_MS });
    const stop = (): void => messages.stop();
    untilAborted(stop);
    // A consumer of the server that went is gone with it: a new one is quicker than finding that out.
    const status = nc.status() as QueuedIterator<Status>;
    void (async () => {
      for await (const { type } of status) if (type === 'reconnect') stop();
    })();
    try {
      for await (const message of messages) {
        if (message.seq !== received + 1) throw new Error(`entry ${received + 1} did not come`);
        received = message.seq;
        waiting.push(message);
        wake();
        if (waiting.length < READ_AHEAD) continue;
        await new Promise<void>((resolve) => {
          drained = resolve;
          untilAborted(resolve);
        });
      }
    } finally {
      signal.removeEventListener('abort', stop);
      status.stop();
      messages.stop();
    }
  };
  const read = async (): Promise<void> => {
    while (!signal.aborted) {
      await readOnce().catch((error: unknown) => {
        if (!signal.aborted) log.warn({ follower: name, at: placeOf(error) }, 'ledger is read again');
      });
      if (!signal.aborted) await pause(FIRST_PAUSE_MS);
    }
  };

  const workOn = async (batch: readonly JsMsg[]): Promise<void> => {
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        await onBatch(batch);
        if (pauseMs > FIRST_PAUSE_MS) log.info({ follower: name }, 'batch has succeeded');
        return;
      } catch (error) {
        const reason = {
          follower: name,
          code: (error as { code?: string }).code,
          reason: (error as Error).name,
        };
        if (pauseMs === FIRST_PAUSE_MS) log.warn(reason, 'batch is tried again until it succeeds');
        await pause(pauseMs);
      }
    }
  };
  const work = async (): Promise<void> => {
    while (!signal.aborted) {
      const [oldest] = waiting;
      if (oldest) await beforeBatch?.(oldest.time.getTime(), signal);
      const batch = waiting.splice(0, LARGEST_BATCH);
      drained();
      const last = batch.at(-1);
      if (!last) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          untilAborted(resolve);
        });
        continue;
      }
      await workOn(batch);
      if (signal.aborted) return;
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
