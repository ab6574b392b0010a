// The NATS front door: commands and clues by request–reply. Who sends is the subject, which NATS lets only that department
// publish to; a reply that is not one NATS made for a service import is refused.
import type { Msg, NatsConnection, Subscription } from 'nats';
import type { Answer } from '../../../schemas/entry.ts';
import { ContractError, InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { departmentOfSubject } from '../../../schemas/subjects.ts';
import type { Registrar } from '../../bus/registrar/registrar.ts';
import { type Log, placeOf } from '../../log.ts';
import type { Admission, Seat } from '../admission.ts';
import type { DeadLetters } from '../dead-letters.ts';
import { requireKnown, signedCommandOf } from '../front-door.ts';

/**
 * What comes through the service import has a reply of this form, whatever its sender wrote, or none: anything else was never
 * a department's.
 */
const MADE_REPLY = '_R_.';

export type NatsDoor = { stop(): Promise<void> };

const answerOf = async (registrar: Registrar, message: Msg): Promise<Answer> => {
  // Nobody could be told what became of it: it is kept and not acted on.
  if (!message.reply) throw new ContractError('NO_REPLY_SUBJECT');
  const department = departmentOfSubject(message.subject);
  if (!department) throw new ContractError('WRONG_SUBJECT');
  const signed = signedCommandOf(message.data);
  if (message.subject.startsWith('clue.')) {
    const topic = message.subject.split('.').slice(3).join('.');
    if (signed.command.command !== 'send-clue' || signed.command.body.fields?.['topic'] !== topic) {
      throw new ContractError('TOPIC_MISMATCH', ['command.body.fields.topic']);
    }
  }
  return requireKnown(await registrar.submit(signed, { department }));
};

/** Serves `command.*.*` and `clue.>` until stopped. */
export const openNatsDoor = (deps: {
  nc: NatsConnection;
  registrar: Registrar;
  admission: Admission;
  dead: DeadLetters;
  log: Log;
}): NatsDoor => {
  const { nc, registrar, admission, dead, log } = deps;
  const open = new Set<Promise<void>>();

  const serve = async (message: Msg): Promise<void> => {
    if (message.reply && !message.reply.startsWith(MADE_REPLY)) {
      log.warn({ subject: message.subject, size: message.data.byteLength }, 'not through the door');
      return;
    }
    let answer: Answer;
    try {
      answer = await answerOf(registrar, message);
    } catch (error) {
      if (error instanceof ContractError) {
        await dead.keep(message.subject, message.data, error).catch((cause: unknown) => {
          log.error(
            { subject: message.subject, size: message.data.byteLength, err: cause },
            'dead letter not kept',
          );
        });
        answer = refusal(error.code, error.details);
      } else {
        const { subject } = message;
        const code = error instanceof InfrastructureError ? error.code : 'INTERNAL_ERROR';
        if (error instanceof InfrastructureError) log.warn({ subject, code }, 'command is to be sent again');
        else
          log.error({ subject, code, reason: (error as Error).name, at: placeOf(error) }, 'command failed');
        answer = refusal(code);
      }
    }
    log.debug(
      { subject: message.subject, ok: answer.ok, code: answer.ok ? undefined : answer.code },
      'command answered',
    );
    if (message.reply) message.respond(JSON.stringify(answer));
  };

  const inTurn = async (message: Msg, { turn, leave }: Seat): Promise<void> => {
    try {
      if (turn) await turn;
      await serve(message);
    } finally {
      leave();
    }
  };
  const take = (message: Msg): void => {
    const department = departmentOfSubject(message.subject) ?? '';
    const seat = admission.enter(department, message.data.byteLength);
    if ('retryAfter' in seat) {
      // Nothing is looked into or kept: it may be one of thousands, and its sender is told.
      log.debug({ subject: message.subject }, 'too much at once');
      const refused = refusal('TOO_MANY_REQUESTS', [`retry-after: ${seat.retryAfter}`]);
      if (message.reply?.startsWith(MADE_REPLY)) message.respond(JSON.stringify(refused));
      return;
    }
    const served = inTurn(message, seat)
      // The connection closed before the answer: the sender sends again and has its receipt then.
      .catch((error: unknown) => log.warn({ reason: (error as Error).name }, 'answer not sent'))
      .finally(() => open.delete(served));
    open.add(served);
  };
  const doors: Subscription[] = ['command.*.*', 'clue.>'].map((subject) =>
    nc.subscribe(subject, {
      queue: 'gateway',
      callback: (error, message) => (error ? undefined : take(message)),
    }),
  );
  return {
    stop: async () => {
      await Promise.all(doors.map((door) => door.drain()));
      await Promise.all(open);
    },
  };
};
