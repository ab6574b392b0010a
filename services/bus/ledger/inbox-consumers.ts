// The durable consumers of a department's inbox: the one over all of it, and one for each filter the register holds.
import { AckPolicy, type ConsumerInfo, DeliverPolicy, type JetStreamManager } from '@nats-io/jetstream';
import type { DepartmentId } from '../../../schemas/ids.ts';
import {
  filterConsumer,
  INBOX_ACK_WAIT_SECONDS,
  INBOX_CONSUMER,
  INBOX_MOST_UNACKNOWLEDGED,
  inboxStream,
} from '../../../schemas/subjects.ts';

const SECOND_IN_NANOS = 1_000_000_000;

type Consumer = { readonly durable_name: string; readonly filter_subjects?: string[] };

/** Makes a consumer where there is none; one that is there is left as far as it is. */
export const ensureConsumer = async (
  jsm: JetStreamManager,
  stream: string,
  consumer: Consumer,
): Promise<void> => {
  const make = (): Promise<ConsumerInfo> =>
    jsm.consumers.add(stream, {
      ...consumer,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      max_ack_pending: INBOX_MOST_UNACKNOWLEDGED,
      ack_wait: INBOX_ACK_WAIT_SECONDS * SECOND_IN_NANOS,
    });
  const { delivered, ack_floor } = await make();
  const { state } = await jsm.streams.info(stream);
  // Made again over what a power cut left of it, it is as far as it was in a stream that is no more: what comes there under the same
  // numbers would be handed to nobody. The server sets back a consumer that it finds itself, and not this one.
  if (Math.max(delivered.stream_seq, ack_floor.stream_seq) <= state.last_seq) return;
  await jsm.consumers.delete(stream, consumer.durable_name);
  await make();
};

const subjectsOf = ({ config }: ConsumerInfo): string =>
  [...(config.filter_subjects ?? [config.filter_subject])].sort().join();

/**
 * Makes an inbox's consumers those of its filters, by name, and no others. One whose filter reads otherwise now is made anew: it
 * begins with what the inbox still holds.
 * @param filters the subjects of each
 */
export const ensureFilters = async (
  jsm: JetStreamManager,
  department: DepartmentId,
  filters: Readonly<Record<string, readonly string[]>>,
): Promise<void> => {
  const stream = inboxStream(department);
  const wanted = new Map(
    Object.entries(filters).map(([name, subjects]) => [filterConsumer(name), subjects.toSorted()]),
  );
  for await (const found of jsm.consumers.list(stream)) {
    if (found.name === INBOX_CONSUMER || subjectsOf(found) === wanted.get(found.name)?.join()) continue;
    await jsm.consumers.delete(stream, found.name);
  }
  for (const [durable_name, filter_subjects] of wanted)
    await ensureConsumer(jsm, stream, { durable_name, filter_subjects });
};
