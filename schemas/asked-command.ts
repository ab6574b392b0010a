// A command as an officer's software asks for it, before anybody has concealed the party values and signed.
// The client library and the HTTP front door turn it into a `SignedCommand`.
import * as z from 'zod';
import { CaseCommand, OpenBody, PartyValues, SealedBody } from './command.ts';
import { CommandId } from './ids.ts';

const open = CaseCommand.pick({ case: true, proceeding: true, procedure: true, command: true }).shape;

/** Place of a step among several recorded together, from 1. */
const StepNumber = z.string().regex(/^([1-9]|1\d|20)$/);

/** Names, texts and amounts; they enter the ledger as commitments and an envelope. */
export const AskedParty = PartyValues.extend({
  steps: z
    .record(StepNumber, PartyValues)
    .optional()
    .describe('Of `record-steps`: the values of each step, by its number from 1'),
});
export type AskedParty = z.infer<typeof AskedParty>;

/** What every way of asking shares; `occurredAt` is now, and `precision` `instant`, where they are not given. */
export const AskedCommand = z.strictObject({
  ...open,
  commandId: CommandId,
  occurredAt: CaseCommand.shape.occurredAt.optional(),
  precision: CaseCommand.shape.precision.optional(),
  body: OpenBody.default({}),
  party: AskedParty.optional(),
  /** A compact JWE for the receiving department's sealing key; nobody in between can read it. */
  sealed: SealedBody.optional(),
});
export type AskedCommand = z.infer<typeof AskedCommand>;
