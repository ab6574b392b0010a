// By which steps an officer handles a penalty case, so that another one reviews it (N4 37(2), SAMR2 49(3)): looking into it, telling the
// party and taking down what it says, and submitting it to the review. Who presides over a hearing is none that investigates (CF 64(4)).
import { INVESTIGATION_COMMANDS, SUSPENSION_COMMANDS } from './commands/investigation.ts';
import type { PenaltyLaw } from './penalty-law.ts';

/** A condition says one thing wherever it is named, and not every organ's law has the same steps. */
export const reviewedByAnotherIn = ({ procedure }: PenaltyLaw): string => `${procedure}-reviewed-by-another`;

export const handledBy = ({ isSuspended, own = {} }: PenaltyLaw): readonly string[] => [
  ...Object.keys({ ...INVESTIGATION_COMMANDS, ...(isSuspended ? SUSPENSION_COMMANDS : {}) }),
  'give-penalty-notice',
  'record-defence',
  'submit-to-legal-review',
  ...(own.handledBy ?? []),
];
