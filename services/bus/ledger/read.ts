// Reading the ledger back: whole, from a place, or one subject. Batched direct gets, which need no consumer.
// Every answer ends with an end-of-batch mark; one that does not is an error, never a short ledger.
import { setTimeout as pause } from 'node:timers/promises';
import { JetStreamApiError, jetstreamManager } from '@nats-io/jetstream';
import { type Msg, type NatsConnection, type QueuedIterator, RequestError } from 'nats';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { LEDGER_STREAM } from '../../../schemas/subjects.ts';

/**
 * How long a follower's request for messages lives at the server, milliseconds. After a server came back it is also what a
 * follower waits at most before it asks again, and the client's own default is half a minute.
 */
export const PULL_MS = 5_000;

/** A message of a stream as it lies there; `data` are its bytes. */
export type StoredMessage = {
  readonly sequence: number;
  readonly subject: string;
  readonly data: Uint8Array;
};

const BATCH = 1_000;
const BATCH_WITHIN = 30_000;
const ANSWER_WITHIN = 5_000;
const SIGN_OF_LIFE_WITHIN = 1_000;

/** Between two questions nobody answered. */
const NOBODY_FOR_MS = [10, 50, 200];

const unavailable = (cause?: unknown) => new InfrastructureError('LEDGER_UNAVAILABLE', cause);

const storedMessage = (message: Msg): StoredMessage => ({
  sequence: Number(message.headers?.get('Nats-Sequence')),
  subject: message.headers?.get('Nats-Subject') ?? '',
  data: message.data,
});

type Line = { up: boolean; readonly answers: Set<QueuedIterator<Msg>> };

/** Whether each connection is up, and the answers under way on it. */
const lines = new WeakMap<NatsConnection, Line>();

/**
 * What was asked before a server went is answered by nobody, and what is asked before the next one is there gets lost
 * when the connection is made: both fail at once instead of waiting out their time.
 */
const lineOf = (nc: NatsConnection): Line => {
  const known = lines.get(nc);
  if (known) return known;
  const line: Line = { up: true, answers: new Set() };
  lines.set(nc, line);
  void (async () => {
    for await (const { type } of nc.status()) {
      if (type === 'reconnect') line.up = true;
      if (type !== 'disconnect') continue;
      line.up = false;
      for (const answer of line.answers) answer.stop(new Error('disconnected'));
    }
  })();
  return line;
};

/** @throws InfrastructureError LEDGER_UNAVAILABLE */
const requireUp = async (nc: NatsConnection): Promise<Line> => {
  const line = lineOf(nc);
  if (line.up) return line;
  // The client may dial twice and tell of the last disconnect after the last reconnect: the server itself knows.
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('disconnected')), SIGN_OF_LIFE_WITHIN);
  });
  try {
    await Promise.race([nc.flush(), late]);
    line.up = true;
    return line;
  } catch (error) {
    throw unavailable(error);
  } finally {
    clearTimeout(timer);
  }
};

const isNobody = (error: unknown): boolean => {
  const { cause } = error as Error;
  return [error, cause].some((each) => each instanceof RequestError && each.isNoResponders());
};

/** While the server reloads its configuration nobody answers its JetStream API for a moment: asked again. */
const answered = async <T>(question: () => Promise<T>): Promise<T> => {
  for (const wait of NOBODY_FOR_MS) {
    try {
      return await question();
    } catch (error) {
      if (!isNobody(error)) throw error;
      await pause(wait);
    }
  }
  return question();
};

/** Messages from a sequence on, at most `batch`, and whether that was all there is. */
const fetchBatch = async (
  nc: NatsConnection,
  stream: string,
  request: { readonly seq: number; readonly batch: number; readonly next_by_subj?: string },
): Promise<StoredMessage[]> => {
  const found: StoredMessage[] = [];
  const line = await requireUp(nc);
  let answers: QueuedIterator<Msg> | undefined;
  try {
    answers = (await nc.requestMany(`$JS.API.DIRECT.GET.${stream}`, JSON.stringify(request), {
      strategy: 'sentinel',
      maxWait: BATCH_WITHIN,
    })) as QueuedIterator<Msg>;
    line.answers.add(answers);
    for await (const answer of answers) {
      const code = answer.headers?.code ?? 0;
      if (code === 204 || code === 404) return found;
      if (code !== 0) throw new Error(`direct get: ${code} ${answer.headers?.description ?? ''}`);
      found.push(storedMessage(answer));
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
 * Last message of a subject, or `null`.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const lastOf = (
  nc: NatsConnection,
  subject: string,
  stream = LEDGER_STREAM,
): Promise<StoredMessage | null> => ask(nc, stream, subject);

/** The message at a sequence, or `null` where none can be read. */
export const messageAt = (
  nc: NatsConnection,
  sequence: number,
  stream = LEDGER_STREAM,
): Promise<StoredMessage | null> => ask(nc, stream, JSON.stringify({ seq: sequence }));

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
    const known = error instanceof JetStreamApiError || error instanceof RequestError;
    throw unavailable(known ? error : new Error('stream info', { cause: error }));
  }
};

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

/**
 * Messages of the ledger in order, from `from` to `to` (the head at the call if not given), all or of one filter.
 * What cannot be read is skipped: who needs every sequence checks that they follow each other.
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export async function* readLedger(
  nc: NatsConnection,
  options: {
    readonly from?: number;
    readonly to?: number;
    readonly subject?: string;
    readonly stream?: string;
  } = {},
): AsyncGenerator<StoredMessage> {
  const stream = options.stream ?? LEDGER_STREAM;
  const to = options.to ?? (await lastSequence(nc, stream));
  const batchFrom = (seq: number) =>
    fetchBatch(nc, stream, {
      seq,
      batch: Math.min(BATCH, to - seq + 1),
      ...(options.subject === undefined ? {} : { next_by_subj: options.subject }),
    });
  let next = options.from ?? 1;
  let coming = next <= to ? batchFrom(next) : undefined;
  while (coming) {
    const batch: readonly StoredMessage[] = await coming;
    next = (batch.at(-1)?.sequence ?? to) + 1;
    // The next batch travels while this one is worked on.
    coming = next <= to ? batchFrom(next) : undefined;
    coming?.catch(() => undefined);
    for (const message of batch) {
      if (message.sequence > to) return;
      yield message;
    }
  }
}

/**
 * All messages of one subject, e.g. a case, oldest first.
 * @param from ledger sequence to begin at, to bring a folded case up to date
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const readSubject = async (
  nc: NatsConnection,
  subject: string,
  from = 1,
  stream = LEDGER_STREAM,
): Promise<StoredMessage[]> => {
  const found: StoredMessage[] = [];
  for (let next = from; ; ) {
    const batch = await fetchBatch(nc, stream, { seq: next, batch: BATCH, next_by_subj: subject });
    found.push(...batch);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return found;
    next = last.sequence + 1;
  }
};
