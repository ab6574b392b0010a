// Commands of one run of `xianjie` on their way through the department's outbox: what becomes of each, and of those that
// waited there before.
import type { SignedCommand } from '../../schemas/command.ts';
import type { Answer } from '../../schemas/entry.ts';
import { refusal } from '../../schemas/errors.ts';
import type { DepartmentClient } from '../client/department-client.ts';
import { digestOf } from '../proof/canonical.ts';

/** A command and what the bus said to it. */
export type Answered = { readonly signed: SignedCommand; readonly answer: Answer };

/** Puts commands into the outbox of a client and hears what becomes of them. */
export const outboxSender = () => {
  const heard = new Map<string, (answer: Answer) => void>();
  const others: Answered[] = [];
  return {
    onAnswer: (signed: SignedCommand, answer: Answer): void => {
      const mine = heard.get(digestOf(signed.command));
      if (mine) mine(answer);
      else others.push({ signed, answer });
    },
    /** What became of commands that waited there before. */
    others: (): readonly Answered[] => others,
    /**
     * On the disk when this resolves, save what needs no sending: the same command taken before is answered with its first
     * receipt, other content under its id is refused, and neither lies in the outbox as if it waited.
     */
    put: async (client: DepartmentClient, signed: SignedCommand): Promise<{ answered: Promise<Answer> }> => {
      const digest = digestOf(signed.command);
      const before = await client.outbox().known(signed.command.commandId);
      if (before && before.answer?.ok !== false) {
        if (digestOf(before.signed.command) !== digest)
          return { answered: Promise.resolve(refusal('COMMAND_ID_REUSED')) };
        if (before.answer) return { answered: Promise.resolve({ ...before.answer, repeated: true }) };
      }
      const answered = new Promise<Answer>((resolve) => void heard.set(digest, resolve));
      await client.outbox().put(signed);
      return { answered };
    },
  };
};
