// Pushes a reminder about a hand-over over the channels a receiver has beside its inbox. Ids only, never a text.
import type { CaseId, DepartmentId, ProceedingId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import { withFailures } from './failures.ts';

export type ChasedHandOff = {
  readonly case: CaseId;
  readonly proceeding: ProceedingId;
  readonly hop: number;
  readonly to: DepartmentId;
  readonly clock: string;
  readonly moment: string;
  readonly at: Instant;
};

export type ChaseReceiverPorts = {
  /** @returns names of the channels it went out on; none where the department has only its inbox */
  pushToReceiver(chase: ChasedHandOff): Promise<readonly string[]>;
};

export const createChaseReceiver = (ports: ChaseReceiverPorts) => ({
  chaseReceiver: withFailures(
    async (chase: ChasedHandOff): Promise<{ readonly channels: readonly string[] }> => ({
      channels: await ports.pushToReceiver(chase),
    }),
  ),
});
