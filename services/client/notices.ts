// The inbox as an endless sequence of checked notices: each is handed out until it is acknowledged, and never after.
import { type ConsumerMessages, JetStreamError, type JsMsg, jetstream } from '@nats-io/jetstream';
import { errors, type NatsConnection } from 'nats';
import type { Credentials } from '../../schemas/credentials.ts';
import type { OpenedNotice } from '../../schemas/entry.ts';
import { filterConsumer, INBOX_CONSUMER, inboxStream } from '../../schemas/subjects.ts';
import type { BandDoubt } from '../proof/amount-bands.ts';
import { sealingKeyOfJwk } from '../proof/seal.ts';
import type { Acknowledged } from './acknowledged.ts';
import { checkNotice } from './check-notice.ts';
import { ClientError } from './client-error.ts';
import { type BandsOf, doubtsOfNotice } from './notice-bands.ts';

/** The JetStream API as departments may name it; its own name is closed to them. */
const API_PREFIX = 'bus.API';
const AT_ONCE = 100;

/** A notice, checked, its values opened, with what to say when the department has taken it over. */
export type ReceivedNotice = OpenedNotice & {
  /** Open bands that the amounts it discloses do not make: whoever sent it said the wrong one. */
  readonly bandDoubts: readonly BandDoubt[];
  /** Taken over for good: it is not handed out again. On the disk when this resolves. */
  ack(): Promise<void>;
  /** Not now: hand it out again after so many milliseconds. */
  later(millis?: number): void;
};

/** A message in the inbox that is not what the ledger recorded; `bytes` as they came. */
type UntrustedNotice = { readonly bytes: Uint8Array; readonly faults: readonly string[] };

export type NoticesOptions = {
  /** Name of a filter that the operator set for the department: its notices alone, acknowledged for this filter alone. */
  readonly filter?: string;
  readonly signal?: AbortSignal | undefined;
  /** Ends when the inbox holds no more instead of waiting. */
  readonly untilEmpty?: boolean;
  /**
   * What to do with a message that fails its check, e.g. keep it and call somebody; it is then taken out of the inbox.
   * Without this the iteration ends with ClientError NOTICE_UNTRUSTED and the message stays.
   */
  readonly onUntrusted?: (message: UntrustedNotice) => Promise<void>;
};

const untrusted = (faults: readonly string[]): ClientError =>
  new ClientError(
    'NOTICE_UNTRUSTED',
    `收到的通报未通过核验（${faults.join('; ')}），请联系平台运维人员`,
    `a notice failed its check (${faults.join('; ')}): call the operator of the platform`,
  );

/** A loaded server, or a loaded process of ours, was not heard for a second: the library ends a request then. */
const isSilence = (error: unknown): boolean =>
  error instanceof JetStreamError && error.message === 'heartbeats missed';

const notAnswered = (error: unknown): false => {
  if (error instanceof errors.TimeoutError) return false;
  throw error;
};

/** @throws ClientError NOTICE_UNTRUSTED */
export async function* receiveNotices(
  nc: NatsConnection,
  credentials: Credentials,
  acknowledged: Acknowledged,
  bandsOf: BandsOf,
  options: NoticesOptions = {},
): AsyncGenerator<ReceivedNotice> {
  const { department, ledgerKeys } = credentials;
  const receiver = { department, ledgerKeys, sealKey: sealingKeyOfJwk(credentials.sealKey) };
  const { signal, untilEmpty = false, onUntrusted, filter } = options;
  const js = jetstream(nc, { apiPrefix: API_PREFIX });
  const consumerName = filter === undefined ? INBOX_CONSUMER : filterConsumer(filter);
  const consumer = await js.consumers.get(inboxStream(department), consumerName);
  /** What one program has taken over is still new to another that reads by a filter. */
  const marked = (id: string): string => (filter === undefined ? id : `${consumerName} ${id}`);
  /** Newest delivery of each notice that was handed out and not yet answered for. */
  const inHand = new Map<string, JsMsg>();

  const received = (notice: OpenedNotice, message: JsMsg): ReceivedNotice => {
    inHand.set(notice.id, message);
    return {
      ...notice,
      bandDoubts: doubtsOfNotice(notice, bandsOf),
      ack: async () => {
        await acknowledged.add(marked(notice.id));
        // If the server never hears of it, it delivers again and is told then: what counts is on our disk.
        await inHand
          .get(notice.id)
          ?.ackAck()
          .catch(() => undefined);
        inHand.delete(notice.id);
      },
      later: (millis = 0) => {
        inHand.get(notice.id)?.nak(millis);
        inHand.delete(notice.id);
      },
    };
  };

  const handOut = async (message: JsMsg): Promise<ReceivedNotice | null> => {
    const checked = await checkNotice(message.data, receiver);
    if (!checked.ok) {
      if (!onUntrusted) throw untrusted(checked.faults);
      await onUntrusted({ bytes: message.data, faults: checked.faults });
      message.term('failed its check');
      return null;
    }
    const { id } = checked.notice;
    if (acknowledged.has(marked(id))) {
      message.ack();
      return null;
    }
    if (inHand.has(id)) {
      // Delivered again while it is being worked on: the later acknowledgement answers for this delivery.
      inHand.set(id, message);
      return null;
    }
    return received(checked.notice, message);
  };

  let messages: ConsumerMessages | undefined;
  const stop = (): void => void messages?.close();
  signal?.addEventListener('abort', stop);
  // What a request that fell silent was still given stays with the server until it gives up waiting for our word.
  let fellSilent = false;

  const isEmpty = async (): Promise<boolean> => {
    const { num_pending, num_ack_pending, config } = await consumer.info();
    if (fellSilent && num_ack_pending > inHand.size) return false;
    return num_pending === 0 || num_ack_pending >= (config.max_ack_pending ?? 0);
  };

  try {
    while (!signal?.aborted) {
      messages = untilEmpty
        ? await consumer.fetch({ max_messages: AT_ONCE, expires: 1_000 })
        : await consumer.consume({ max_messages: AT_ONCE });
      let came = 0;
      try {
        for await (const message of messages) {
          came += 1;
          const notice = await handOut(message);
          if (notice) yield notice;
        }
      } catch (error) {
        if (!isSilence(error)) throw error;
        fellSilent = true;
      }
      if (untilEmpty && came === 0 && (await isEmpty().catch(notAnswered))) return;
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await messages?.close();
  }
}
