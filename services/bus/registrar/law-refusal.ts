// May a part of a publication be entered? It must follow what is in the ledger, and with its last part the law must be one that
// can be played: asked here, whoever publishes, for what is entered stays.
import { type FoldedLaw, faultsOf, foldLaw } from '../../../law/fold-law.ts';
import { LawFault } from '../../../law/law-fault.ts';
import type { Refusal } from '../../../schemas/entry.ts';
import { refusal } from '../../../schemas/errors.ts';
import type { LawCommand } from '../../../schemas/law.ts';

/** Faults named at most. */
const MOST_FAULTS = 10;

/** Why the part is refused (LAW_PART_WRONG, LAW_ITEM_REFUSED, LAW_ITEM_UNKNOWN, LAW_UNSOUND), or `null`. */
export const lawRefusal = (folded: FoldedLaw, command: LawCommand): Refusal | null => {
  try {
    const after = foldLaw(folded, command, folded.at + 1);
    if (command.part < command.parts) return null;
    const faults = faultsOf(after);
    return faults.length === 0 ? null : refusal('LAW_UNSOUND', faults.slice(0, MOST_FAULTS));
  } catch (error) {
    if (error instanceof LawFault) return refusal(error.code, error.details);
    throw error;
  }
};
