// Where a follower has the ledger from: from the server, through a consumer of its own, or told by who reads it anyway.
// Both give every entry in order; what a life of a source did not give, the next one does.
import { once } from 'node:events';
import { DeliverPolicy, jetstream } from '@nats-io/jetstream';
import type { NatsConnection, QueuedIterator, Status } from 'nats';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { PULL_MS, readLedger, type StoredMessage } from './read.ts';

/** An entry that was to come did not: what follows it must wait, for nothing of the ledger is skipped. */
export class EntryMissing extends Error {
  override readonly name = 'EntryMissing';
  readonly code = 'ENTRY_MISSING';
  readonly sequence: number;
  constructor(sequence: number) {
    super(`entry ${sequence} did not come`);
    this.sequence = sequence;
  }
}

/** An entry as it came; `storedAt` in milliseconds since the epoch. */
export type ReadMessage = StoredMessage & { readonly storedAt: number };

/** Takes the next entry. False: no more may be given until `room` resolves. @throws EntryMissing where it does not follow */
export type Give = (message: ReadMessage, pending: number) => boolean;

export type Source = {
  /** One life: gives what follows `after` until it ends by itself or the signal aborts. */
  read(after: number, give: Give, room: () => Promise<void>, signal: AbortSignal): Promise<void>;
};

/** Messages, and bytes, read ahead of the work at most; and bytes under way, for the server cuts off who has too many to come. */
export const READ_AHEAD = 2_000;
export const READ_AHEAD_BYTES = 32 * 1_048_576;
const PULL_BYTES = 16 * 1_048_576;

/**
 * Through a consumer of its own. Not a durable one: that gives a restarted follower what is new before what its predecessor was
 * given and never acknowledged.
 */
export const consumedLedger = (nc: NatsConnection): Source => ({
  read: async (after, give, room, signal) => {
    const consumer = await jetstream(nc).consumers.get(LEDGER_STREAM, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: after + 1,
    });
    const messages = await consumer.consume({ max_bytes: PULL_BYTES, expires: PULL_MS });
    const stop = (): void => messages.stop();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    // A consumer of the server that went is gone with it: a new one is quicker than finding that out.
    const status = nc.status() as QueuedIterator<Status>;
    void (async () => {
      for await (const { type } of status) if (type === 'reconnect') stop();
    })();
    try {
      for await (const { seq: sequence, subject, data, info, time } of messages)
        if (!give({ sequence, subject, data, storedAt: time.getTime() }, info.pending)) await room();
    } finally {
      signal.removeEventListener('abort', stop);
      status.stop();
      messages.stop();
      // Ephemeral: the server would drop it by itself, some minutes later.
      await consumer.delete().catch(() => undefined);
    }
  },
});

export type HeardLedger = Source & {
  /** A message of the ledger as it came: all of them, in order. */
  note(message: StoredMessage): void;
};

/**
 * Told by who reads the ledger anyway, for it need not be sent twice; what came before is read back.
 * @param heard ledger sequence after which every message is told by `note`
 */
export const heardLedger = (nc: NatsConnection, heard: number): HeardLedger => {
  let last = heard;
  let live: ((message: StoredMessage) => void) | undefined;
  return {
    note: (message) => {
      last = message.sequence;
      live?.(message);
    },
    read: async (after, give, room, signal) => {
      const full = new AbortController();
      const told = (message: StoredMessage): void => {
        // Who tells is neither held up nor failed: what finds no room, or does not follow, is read back.
        try {
          if (!give({ ...message, storedAt: Date.now() }, 0)) full.abort();
        } catch {
          full.abort();
        }
      };
      let at = after;
      while (at < last && !signal.aborted) {
        const until = last;
        for await (const message of readLedger(nc, { from: at + 1, to: until })) {
          if (signal.aborted) return;
          if (!give({ ...message, storedAt: Date.now() }, until - message.sequence)) await room();
        }
        at = until;
      }
      const ends = AbortSignal.any([signal, full.signal]);
      if (ends.aborted) return;
      live = (message) => (ends.aborted ? undefined : told(message));
      await once(ends, 'abort');
      live = undefined;
    },
  };
};
