// The durable consumer of the relay to Temporal, and what it holds until Temporal has been told.
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import { type NatsConnection, nanos } from 'nats';
import { LEDGER_STREAM } from '../../schemas/subjects.ts';
import { PULL_MS } from '../ledger/pull.ts';

const CONSUMER = 'relay-temporal';
/** Also the bound on what is held in memory. */
const HELD_AT_MOST = 1_000;
/** So long after a kill what was held is given out again. */
const ACK_WITHIN_MS = 15_000;
const KEEP_ALIVE_MS = 4_000;
const ASK_AGAIN_MS = 25;

/**
 * Pulls entries of cases as they come. What arrives while a batch is worked on makes the next one.
 * @throws errors of JetStream when the consumer cannot be made
 */
export const holdMessages = async (nc: NatsConnection) => {
  const jsm = await jetstreamManager(nc);
  await jsm.consumers.add(LEDGER_STREAM, {
    durable_name: CONSUMER,
    filter_subject: 'ledger.case.>',
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ACK_WITHIN_MS),
    max_ack_pending: HELD_AT_MOST,
  });
  const held: JsMsg[] = [];
  let wake = (): void => {};
  let changed = (): void => {};
  let stopped = false;
  const consumer = await jetstream(nc).consumers.get(LEDGER_STREAM, CONSUMER);
  const messages: ConsumerMessages = await consumer.consume({
    max_messages: HELD_AT_MOST / 2,
    expires: PULL_MS,
    callback: (message) => {
      held.push(message);
      wake();
    },
  });
  // While Temporal is away a batch waits for minutes; without this the server would deliver it again and again.
  const keepAlive = setInterval(() => {
    for (const message of held) message.working();
  }, KEEP_ALIVE_MS);

  const news = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ASK_AGAIN_MS);
      changed = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  let sure: Promise<void> | undefined;
  /** Asked in a loop it answers after each batch, or now and then: a flood of questions would hold up the ledger. */
  const pending = async (): Promise<number> => {
    await sure;
    const { num_pending, num_ack_pending } = await jsm.consumers.info(LEDGER_STREAM, CONSUMER);
    const count = num_pending + num_ack_pending;
    sure = count > 0 ? news() : undefined;
    return count;
  };

  return {
    /** The oldest held, at most so many; waits for one. Empty only after `stop`. */
    batch: async (most: number): Promise<readonly JsMsg[]> => {
      while (held.length === 0 && !stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return stopped ? [] : held.slice(0, most);
    },
    /** The batch is done with. */
    done: (batch: readonly JsMsg[]): void => {
      held.splice(0, batch.length);
      for (const message of batch) message.ack();
      changed();
    },
    /** Entries not yet delivered, or delivered and not acknowledged, as the server counts. */
    pending,
    /** Resolves when nothing is pending. */
    idle: async (): Promise<void> => {
      while ((await pending()) > 0);
    },
    /** Gives back what is held, so that the next start has it at once. */
    stop: async (): Promise<void> => {
      stopped = true;
      clearInterval(keepAlive);
      await messages.close();
      for (const message of held) message.nak();
      held.length = 0;
      wake();
      await nc.flush().catch(() => undefined);
    },
  };
};
