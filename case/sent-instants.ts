// What a command says of time in the one spelling that everything decided has. The command itself stays as it was signed.
import type { CaseCommand } from '../schemas/command.ts';
import type { FieldValue } from '../schemas/field.ts';
import { inBeijing, parseInstant } from '../schemas/instant.ts';

type Body = CaseCommand['body'];

/** No other kind of field is written as an instant is. */
const canonical = <T extends string | number>(value: T): T | string =>
  typeof value === 'string' ? (parseInstant(value) ?? value) : value;

const fieldInBeijing = (value: FieldValue): FieldValue => {
  if (Array.isArray(value)) return value.map(canonical);
  return value === true ? value : canonical(value);
};

const bodyInBeijing = (body: Body): Body => {
  const { fields, corrects, steps } = body;
  if (!fields && !corrects && !steps) return body;
  return {
    ...body,
    ...(fields
      ? {
          fields: Object.fromEntries(
            Object.entries(fields).map(([name, value]) => [name, fieldInBeijing(value)]),
          ),
        }
      : {}),
    ...(corrects?.occurredAt
      ? { corrects: { ...corrects, occurredAt: inBeijing(corrects.occurredAt) } }
      : {}),
    ...(steps ? { steps: steps.map(inBeijingTime) } : {}),
  };
};

/** The same command, or step, with each of its instants in Beijing time. */
export const inBeijingTime = <T extends { readonly occurredAt: string; readonly body: Body }>(
  said: T,
): T => ({
  ...said,
  occurredAt: inBeijing(said.occurredAt),
  body: bodyInBeijing(said.body),
});
