// One signed command by request–reply, sent again with the same bytes while no answer comes.
import { errors, type NatsConnection } from 'nats';
import type { SignedCommand } from '../../schemas/command.ts';
import { Answer } from '../../schemas/entry.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { clueSubject, commandSubject } from '../../schemas/subjects.ts';
import { ClientError, UnknownOutcome } from './client-error.ts';

export type SendOptions = {
  /** Milliseconds to wait for an answer at most; the first attempts wait less. */
  readonly answerWithin: number;
  /** How often the same bytes are sent before the outcome is called unknown. */
  readonly attempts: number;
  /** Gives up waiting when the connection is lost, rather than when the time is. */
  readonly whileUp: <T>(answer: Promise<T>) => Promise<T>;
};

const PAUSE_MS = 200;
/** A platform that is just starting does not say so: who asks it waits in vain, and asks again for nothing. */
const FIRST_WAIT_MS = 2_000;

/** Clues go by their topic, everything else by the department's command subject. */
const doorOf = (department: DepartmentId, { command }: SignedCommand): string =>
  command.command === 'send-clue' && typeof command.body.fields?.['topic'] === 'string'
    ? clueSubject(department, command.body.fields['topic'])
    : commandSubject(department);

const answerOf = (bytes: Uint8Array): Answer => {
  try {
    return Answer.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ClientError(
      'ANSWER_INVALID',
      '总线的答复无法识别，请升级客户端',
      'the answer of the bus cannot be read: upgrade the client',
      { cause },
    );
  }
};

const nobodyListens = (error: unknown): boolean =>
  error instanceof errors.NoRespondersError ||
  (error instanceof errors.RequestError && error.isNoResponders());

/** What the platform says of itself when it does not know whether the command was stored. */
const LEAVES_OPEN = new Set(['OUTCOME_UNKNOWN', 'INTERNAL_ERROR']);

/**
 * Sends until there is an answer that settles it, or `attempts` are used up.
 * @returns a receipt or a refusal; a retryable refusal means that it was surely not taken
 * @throws UnknownOutcome when it may have been taken; ClientError BUS_UNREACHABLE when it surely was not, ANSWER_INVALID
 */
export const sendCommand = async (
  nc: NatsConnection,
  department: DepartmentId,
  signed: SignedCommand,
  { answerWithin, attempts, whileUp }: SendOptions,
): Promise<Answer> => {
  const subject = doorOf(department, signed);
  const payload = JSON.stringify(signed);
  let mayBeTaken = false;
  let last: unknown;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const timeout = Math.min(answerWithin, FIRST_WAIT_MS * 2 ** (attempt - 1));
    try {
      const asked = nc.request(subject, payload, { timeout });
      // When the connection is lost first, nobody waits for this one any more.
      asked.catch(() => undefined);
      const answer = answerOf((await whileUp(asked)).data);
      if (answer.ok || !answer.retryable) return answer;
      if (LEAVES_OPEN.has(answer.code)) mayBeTaken = true;
      if (attempt === attempts && !mayBeTaken) return answer;
      last = new Error(answer.code);
    } catch (error) {
      if (error instanceof ClientError && error.code === 'ANSWER_INVALID') throw error;
      if (!nobodyListens(error)) mayBeTaken = true;
      last = error;
    }
    if (attempt < attempts) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
  }
  if (mayBeTaken) throw new UnknownOutcome(signed, { cause: last });
  throw new ClientError(
    'BUS_UNREACHABLE',
    '总线已连接，但平台服务没有应答，请稍后重发',
    'the bus is there but nothing of the platform answers: send again later',
    { cause: last },
  );
};
