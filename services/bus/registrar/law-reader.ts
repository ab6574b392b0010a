// The law of the ledger as folded so far: what all services decide and speak by.
import type { NatsConnection } from 'nats';
import { emptyLaw, type FoldedLaw, foldLaw } from '../../../law/fold-law.ts';
import { LawFault } from '../../../law/law-fault.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { LawCommand } from '../../../schemas/law.ts';
import { lawSubject } from '../../../schemas/subjects.ts';
import { type FoldedEntries, foldedEntries } from './folded-entries.ts';

export type LawReader = FoldedEntries<FoldedLaw>;

/** Reading on is refused with LAW_UNREADABLE, the LawFault as its cause, where a newer build published what this one lacks. */
export const lawReader = (nc: NatsConnection): LawReader =>
  foldedEntries(nc, lawSubject, emptyLaw, (folded, { command }, sequence) => {
    try {
      return foldLaw(folded, command as LawCommand, sequence);
    } catch (error) {
      throw error instanceof LawFault ? new InfrastructureError('LAW_UNREADABLE', error) : error;
    }
  });
