// Keys of the platform's own services, the ledger's among them, are granted by the root key alone: whoever takes over the
// running platform has its keys, and cannot make others.
import type { RegisterCommand } from '../../schemas/register.ts';

/** The first key of a service that a register command grants, or `undefined`. */
export const serviceKeyIn = (command: RegisterCommand): string | undefined =>
  command.changes
    .filter((change) => change.change === 'key-granted')
    .find(({ holder, use }) => 'service' in holder || use === 'ledger')?.key;
