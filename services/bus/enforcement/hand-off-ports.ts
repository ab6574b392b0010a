// The ports of hand-offs: what the ledger says of one, and the channels a receiver has beside its inbox.
import type { ChasedHandOff } from '../../../activities/chase-receiver.ts';
import type { HandOffInLedger } from '../../../activities/hand-off-status.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { HandOffKey } from '../../../workflows/messages.ts';
import type { Log } from '../../log.ts';
import type { CaseReader } from '../registrar/case-reader.ts';

/** A hand-off is only started for what the ledger has; where it is missing, the ledger read is behind: retried. */
export const handOffInLedger =
  (cases: Pick<CaseReader, 'refresh'>) =>
  async ({ case: caseId, proceeding, hop }: HandOffKey): Promise<HandOffInLedger> => {
    const found = (await cases.refresh(caseId))?.state.handOffs[`${proceeding}/${hop}`];
    if (!found) throw new InfrastructureError('LEDGER_UNAVAILABLE', `${caseId} ${proceeding}/${hop}`);
    return found.outcome ? { open: false, outcome: found.outcome } : { open: true };
  };

/** No department has another channel yet: the chase stands in the log, the hand-off's status and the inbox notice. */
export const inboxOnly =
  (log: Log) =>
  async ({ case: caseId, proceeding, hop, to, moment }: ChasedHandOff): Promise<readonly string[]> => {
    log.info({ case: caseId, proceeding, hop, to, moment }, 'receiver chased');
    return [];
  };
