// What a command says of time in the one spelling that everything decided has. The command itself stays as it was signed.
import type { CaseCommand } from '../schemas/command.ts';
import { inBeijing } from '../schemas/instant.ts';

type Body = CaseCommand['body'];

const withBody = ({ corrects, steps, ...rest }: Body): Body => ({
  ...rest,
  ...(corrects
    ? {
        corrects: corrects.occurredAt
          ? { ...corrects, occurredAt: inBeijing(corrects.occurredAt) }
          : corrects,
      }
    : {}),
  ...(steps ? { steps: steps.map((step) => ({ ...step, occurredAt: inBeijing(step.occurredAt) })) } : {}),
});

/** The same command with each of its instants in Beijing time. */
export const inBeijingTime = (command: CaseCommand): CaseCommand => {
  const occurredAt = inBeijing(command.occurredAt);
  const { corrects, steps } = command.body;
  if (occurredAt === command.occurredAt && !corrects && !steps) return command;
  return { ...command, occurredAt, body: withBody(command.body) };
};
