// Whether the server a connection leads to can be asked now, and how a question is asked of it. A connection that is away, a
// server that is slow or going down is LEDGER_UNAVAILABLE: never an answer.
import { setTimeout as pause } from 'node:timers/promises';
import { type Msg, type NatsConnection, type QueuedIterator, RequestError } from 'nats';
import { InfrastructureError } from '../../../schemas/errors.ts';

const SIGN_OF_LIFE_WITHIN = 1_000;

/** Between two questions nobody answered. */
const NOBODY_FOR_MS = [10, 50, 200];

export const unavailable = (cause?: unknown): InfrastructureError =>
  new InfrastructureError('LEDGER_UNAVAILABLE', cause);

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
export const requireUp = async (nc: NatsConnection): Promise<Line> => {
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
export const answered = async <T>(question: () => Promise<T>): Promise<T> => {
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
