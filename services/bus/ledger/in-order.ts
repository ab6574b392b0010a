// The ledger's messages one after the other as they come, for who takes each at once. A consumer that ends by itself (the server
// was away for long) or leaves a message out is followed by a new one from there: only what is left out twice is a gap.
import { type ConsumerMessages, DeliverPolicy, type JetStreamClient } from '@nats-io/jetstream';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { backOff } from '../../back-off.ts';
import { PULL_BYTES, PULL_MS, type StoredMessage } from './read.ts';

export type InOrder = {
  /** Ledger sequence of the last message given. */
  received(): number;
  stop(): Promise<void>;
};

const PAUSES = { first: 100, longest: 5_000 };

/**
 * Follows until stopped, or until a gap.
 * @param onGap the message that should have come, and the one that did: it is asked for no more
 * @throws errors of the client where the first consumer cannot be made
 */
export const inOrder = async (
  js: JetStreamClient,
  {
    after,
    onMessage,
    onGap,
  }: {
    readonly after: number;
    readonly onMessage: (message: StoredMessage) => void;
    readonly onGap: (expected: number, came: number) => void;
  },
): Promise<InOrder> => {
  let received = after;
  /** What was expected when another message came instead. */
  let missed: number | undefined;
  const stopping = new AbortController();
  const { signal } = stopping;
  let messages: ConsumerMessages | undefined;

  const live = async (): Promise<void> => {
    const consumer = await js.consumers.get(LEDGER_STREAM, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: received + 1,
    });
    const mine = await consumer.consume({
      max_bytes: PULL_BYTES,
      expires: PULL_MS,
      callback: ({ seq: sequence, subject, data }) => {
        if (mine !== messages || sequence <= received) return;
        if (sequence === received + 1) {
          received = sequence;
          onMessage({ sequence, subject, data });
          return;
        }
        const again = missed === received + 1;
        missed = received + 1;
        if (again) stopping.abort();
        mine.stop();
        if (again) onGap(missed, sequence);
      },
    });
    messages = mine;
    if (signal.aborted) mine.stop();
    void mine.closed().then(liveOn, liveOn);
  };
  const liveOn = async (): Promise<void> => {
    const pauses = backOff(PAUSES);
    while (!signal.aborted) {
      await pauses.pause(signal);
      if (signal.aborted) return;
      const lives = await live().then(
        () => true,
        () => false,
      );
      if (lives) return;
    }
  };
  await live();

  return {
    received: () => received,
    stop: async () => {
      stopping.abort();
      await messages?.close();
    },
  };
};
