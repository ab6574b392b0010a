// Reading the ledger back: one message, one subject, or all from a place on. Direct gets, which need no consumer.
// A short answer is an error and never an end: what a read says is not there is asked of the server once more, another way.
import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import type { Msg, NatsConnection, QueuedIterator } from 'nats';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';
import { answered, requireUp, unavailable } from './server-line.ts';

/**
 * How long a follower's request for messages lives at the server, milliseconds. After a server came back it is also what a
 * follower waits at most before it asks again, and the client's own default is half a minute.
 */
export const PULL_MS = 5_000;

/**
 * Bytes a consumer has under way at most. The server cuts off whoever has more than 64 MiB to come, and a case of a thousand
 * long entries has more.
 */
export const PULL_BYTES = 16 * 1_048_576;

/** A message of a stream as it lies there; `data` are its bytes. */
export type StoredMessage = {
  readonly sequence: number;
  readonly subject: string;
  readonly data: Uint8Array;
};

/** Messages, and bytes, asked for at once. */
const BATCH = 1_000;
const BATCH_BYTES = 4 * 1_048_576;
const BATCH_WITHIN = 30_000;
const ANSWER_WITHIN = 5_000;

/** Between two looks at a place where one read found nothing and another something, milliseconds. */
const LOOK_AGAIN_MS = [20, 200, 1_000];

const storedMessage = (message: Msg): StoredMessage => ({
  sequence: Number(message.headers?.get('Nats-Sequence')),
  subject: message.headers?.get('Nats-Subject') ?? '',
  data: message.data,
});

/** What one request brought, and how many messages more the server says there are. */
type Batch = { readonly messages: readonly StoredMessage[]; readonly left: number };

const fetchBatch = async (
  nc: NatsConnection,
  stream: string,
  request: { readonly seq: number; readonly batch: number; readonly next_by_subj?: string },
): Promise<Batch> => {
  const messages: StoredMessage[] = [];
  const line = await requireUp(nc);
  let answers: QueuedIterator<Msg> | undefined;
  try {
    answers = (await nc.requestMany(
      `$JS.API.DIRECT.GET.${stream}`,
      JSON.stringify({ ...request, max_bytes: BATCH_BYTES }),
      { strategy: 'sentinel', maxWait: BATCH_WITHIN },
    )) as QueuedIterator<Msg>;
    line.answers.add(answers);
    for await (const answer of answers) {
      const code = answer.headers?.code ?? 0;
      if (code === 404) return { messages, left: 0 };
      if (code === 204) return { messages, left: Number(answer.headers?.get('Nats-Num-Pending')) };
      if (code !== 0) throw new Error(`direct get: ${code} ${answer.headers?.description ?? ''}`);
      messages.push(storedMessage(answer));
    }
  } catch (error) {
    throw unavailable(error);
  } finally {
    if (answers) line.answers.delete(answers);
  }
  // The connection went down in the middle: what came is not known to be all.
  throw unavailable(new Error('direct get ended without its end mark'));
};

const ask = async (nc: NatsConnection, stream: string, key: string): Promise<StoredMessage | null> => {
  await requireUp(nc);
  const [subject, payload] = key.startsWith('{')
    ? [`$JS.API.DIRECT.GET.${stream}`, key]
    : [`$JS.API.DIRECT.GET.${stream}.${key}`, ''];
  try {
    const answer = await answered(() => nc.request(subject, payload, { timeout: ANSWER_WITHIN }));
    const code = answer.headers?.code ?? 0;
    if (code === 404) return null;
    if (code !== 0) throw new Error(`direct get: ${code} ${answer.headers?.description ?? ''}`);
    return storedMessage(answer);
  } catch (error) {
    throw unavailable(error);
  }
};

/**
 * Sequence of the stream's last message as its leader knows it, 0 when empty.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const lastSequence = async (nc: NatsConnection, stream = LEDGER_STREAM): Promise<number> => {
  await requireUp(nc);
  try {
    const jsm = await jetstreamManager(nc, { checkAPI: false });
    return (await answered(() => jsm.streams.info(stream))).state.last_seq;
  } catch (error) {
    throw unavailable(error);
  }
};

/**
 * A message by the server's other read, a question to the stream's leader: for a second look at what a direct get did not find, or
 * found otherwise. A server that is closing the stream answers the one that there is nothing, and the other not at all.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const secondLook = async (
  nc: NatsConnection,
  query: { readonly seq: number } | { readonly last_by_subj: string },
  stream = LEDGER_STREAM,
): Promise<StoredMessage | null> => {
  await requireUp(nc);
  try {
    const jsm = await jetstreamManager(nc, { checkAPI: false });
    const found = await answered(() => jsm.streams.getMessage(stream, query));
    return found && { sequence: found.seq, subject: found.subject, data: found.data };
  } catch (error) {
    throw unavailable(error);
  }
};

/**
 * Last message of a subject, or `null`.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const lastOf = async (
  nc: NatsConnection,
  subject: string,
  stream = LEDGER_STREAM,
): Promise<StoredMessage | null> =>
  (await lastSeenOf(nc, subject, stream)) ?? secondLook(nc, { last_by_subj: subject }, stream);

/**
 * The same for who writes by compare-and-set on what it sees: `null` may also come from a server that is going down.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const lastSeenOf = (
  nc: NatsConnection,
  subject: string,
  stream = LEDGER_STREAM,
): Promise<StoredMessage | null> =>
  ask(nc, stream, /[*>]/.test(subject) ? JSON.stringify({ last_by_subj: subject }) : subject);

/**
 * The message at a sequence, or `null` where none can be read.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const messageAt = async (
  nc: NatsConnection,
  sequence: number,
  stream = LEDGER_STREAM,
): Promise<StoredMessage | null> =>
  (await ask(nc, stream, JSON.stringify({ seq: sequence }))) ?? secondLook(nc, { seq: sequence }, stream);

/**
 * How many messages there are under a filter. The server knows without looking at any.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const countSubjects = async (
  nc: NatsConnection,
  filter: string,
  stream = LEDGER_STREAM,
): Promise<number> => {
  await requireUp(nc);
  try {
    const jsm = await jetstreamManager(nc, { checkAPI: false });
    const { state } = await answered(() => jsm.streams.info(stream, { subjects_filter: filter }));
    return Object.values(state.subjects ?? {}).reduce((sum, count) => sum + count, 0);
  } catch (error) {
    throw unavailable(error);
  }
};

/** Whether there is a message under the filter from a place on, by another read than the one that found none. */
const isMore = async (nc: NatsConnection, stream: string, filter: string, from: number): Promise<boolean> => {
  const last = await secondLook(nc, { last_by_subj: filter }, stream);
  return last !== null && last.sequence >= from;
};

/** Part of a stream: from one sequence to another, under a filter or all. */
export type Range = {
  readonly from?: number;
  readonly to?: number;
  readonly subject?: string;
  readonly stream?: string;
  /** Whether finding nothing from a place on is believed at the first look; where not given, never. */
  readonly believes?: (nothingFrom: number) => boolean;
};

/** Batches of messages from a place to another, or to the end; an empty one that is no end is looked at again. */
async function* batches(
  nc: NatsConnection,
  { from = 1, to = Number.POSITIVE_INFINITY, subject, stream = LEDGER_STREAM, believes = () => false }: Range,
): AsyncGenerator<readonly StoredMessage[]> {
  const batchFrom = (seq: number): Promise<Batch> => {
    const coming = fetchBatch(nc, stream, {
      seq,
      batch: Math.min(BATCH, to - seq + 1),
      ...(subject === undefined ? {} : { next_by_subj: subject }),
    });
    coming.catch(() => undefined);
    return coming;
  };
  let next = from;
  let coming = next <= to ? batchFrom(next) : undefined;
  for (let looks = 0; coming; ) {
    const { messages, left }: Batch = await coming;
    const last = messages.at(-1);
    if (last) {
      next = last.sequence + 1;
      looks = 0;
      // The next batch travels while this one is worked on.
      coming = left > 0 && next <= to ? batchFrom(next) : undefined;
      yield messages;
      continue;
    }
    if (believes(next) || !(await isMore(nc, stream, subject ?? '>', next))) return;
    const wait = LOOK_AGAIN_MS[looks];
    if (wait === undefined) throw unavailable(new Error(`nothing could be read from ${next} on`));
    looks += 1;
    await pause(wait);
    coming = batchFrom(next);
  }
}

/**
 * Messages of the ledger in order, from `from` to `to` (the head at the call if not given), all or of one filter.
 * What cannot be read is left out: who needs every sequence reads with `readWhole` (read-whole.ts).
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export async function* readLedger(nc: NatsConnection, options: Range = {}): AsyncGenerator<StoredMessage> {
  const to = options.to ?? (await lastSequence(nc, options.stream));
  for await (const messages of batches(nc, { ...options, to })) {
    for (const message of messages) {
      if (message.sequence > to) return;
      yield message;
    }
  }
}

/**
 * Messages of one subject as they come, e.g. a case, oldest first.
 * @param from ledger sequence to begin at, to bring a folded case up to date
 * @param guess for who writes by compare-and-set on what it finds: that there is nothing is believed at the first look
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export async function* eachOfSubject(
  nc: NatsConnection,
  subject: string,
  from = 1,
  guess = false,
): AsyncGenerator<StoredMessage> {
  const believes = (next: number): boolean => guess && next === from;
  for await (const messages of batches(nc, { from, subject, believes })) yield* messages;
}

/**
 * All messages of one subject at once.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const readSubject = async (
  nc: NatsConnection,
  subject: string,
  from = 1,
  stream = LEDGER_STREAM,
): Promise<StoredMessage[]> => {
  const found: StoredMessage[] = [];
  for await (const messages of batches(nc, { from, subject, stream })) found.push(...messages);
  return found;
};
