// By which steps an officer handles a penalty case, so that another one reviews it (N4 37(2), SAMR2 49(3)): looking into it, telling and
// hearing the party, and submitting it to the review.
import { INVESTIGATION_COMMANDS, SUSPENSION_COMMANDS } from './commands/investigation.ts';
import type { PenaltyLaw } from './penalty-law.ts';

/** A condition says one thing wherever it is named, and not every organ's law has the same steps. */
export const reviewedByAnotherIn = ({ procedure }: PenaltyLaw): string => `${procedure}-reviewed-by-another`;

export const handledBy = ({ isSuspended, own = {} }: PenaltyLaw): readonly string[] => [
  ...Object.keys({ ...INVESTIGATION_COMMANDS, ...(isSuspended ? SUSPENSION_COMMANDS : {}) }),
  'give-penalty-notice',
  'record-defence',
  'end-hearing',
  'submit-to-legal-review',
  ...(own.handledBy ?? []),
];
