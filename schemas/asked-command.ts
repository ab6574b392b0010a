// A command as an officer's software asks for it, before anybody has concealed the party values and signed.
// The client library and the HTTP front door turn it into a `SignedCommand`.
import * as z from 'zod';
import { CaseCommand, OpenBody, PartyValues, SealedBody } from './command.ts';
import { CommandId } from './ids.ts';

const open = CaseCommand.pick({ case: true, proceeding: true, procedure: true, command: true }).shape;

/** What every way of asking shares; `occurredAt` is now, and `precision` `instant`, where they are not given. */
export const AskedCommand = z.strictObject({
  ...open,
  commandId: CommandId,
  occurredAt: CaseCommand.shape.occurredAt.optional(),
  precision: CaseCommand.shape.precision.optional(),
  body: OpenBody.default({}),
  /** Names, texts and amounts; they enter the ledger as commitments and an envelope. */
  party: PartyValues.optional(),
  /** A compact JWE for the receiving department's sealing key; nobody in between can read it. */
  sealed: SealedBody.optional(),
});
export type AskedCommand = z.infer<typeof AskedCommand>;
