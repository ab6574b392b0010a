// The register of all regions as folded so far.
import type { NatsConnection } from 'nats';
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../../case/register/register.ts';
import type { RegisterCommand } from '../../../schemas/register.ts';
import { type FoldedEntries, foldedEntries } from './folded-entries.ts';

export type RegisterReader = FoldedEntries<Register>;

export const registerReader = (nc: NatsConnection): RegisterReader =>
  foldedEntries(nc, 'ledger.register.>', emptyRegister, (register, { command }, sequence) =>
    applyRegister(register, command as RegisterCommand, sequence),
  );
