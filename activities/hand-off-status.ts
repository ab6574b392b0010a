// Asks the ledger whether a hand-over is still open, so that a hand-off started late does no harm.
import type { CaseEvent } from '../schemas/event.ts';
import type { CaseId, ProceedingId } from '../schemas/ids.ts';
import { withFailures } from './failures.ts';

/** How a hand-off ended, as the ledger records it. */
export type HandOffOutcome = NonNullable<Extract<CaseEvent, { kind: 'hand-off' }>['outcome']>;

type HandOffKey = { readonly case: CaseId; readonly proceeding: ProceedingId; readonly hop: number };

export type HandOffInLedger =
  | { readonly open: true }
  | { readonly open: false; readonly outcome: HandOffOutcome };

export type HandOffStatusPorts = {
  /**
   * As the ledger has it now.
   * @throws InfrastructureError
   */
  handOffInLedger(key: HandOffKey): Promise<HandOffInLedger>;
};

export const createHandOffStatus = (ports: HandOffStatusPorts) => ({
  handOffStatus: withFailures((key: HandOffKey): Promise<HandOffInLedger> => ports.handOffInLedger(key)),
});
