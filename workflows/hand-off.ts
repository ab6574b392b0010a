// A hand-off sees one hand-over through: it stays until the receiver has signed or returned, and knows who was chased.
// No timers of its own: the chase is a clock in the ledger, whose moments wait in a docket like all others.
import { condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import type { HandOffOutcome } from '../activities/hand-off-status.ts';
import {
  type Chase,
  chasedSignal,
  closedSignal,
  type HandOffInput,
  type HandOffState,
  machineReceiptSignal,
  statusQuery,
} from './messages.ts';
import { single } from './retry-policy.ts';

// Local: a question to the ledger and a push take moments, and tasks of their own would double what a hand-off costs.
const { handOffStatus, chaseReceiver } =
  proxyLocalActivities<Pick<Activities, 'handOffStatus' | 'chaseReceiver'>>(single);

export async function handOff(input: HandOffInput): Promise<{ readonly outcome: HandOffOutcome }> {
  const { case: caseId, proceeding, hop, to, since } = input;
  const key = { case: caseId, proceeding, hop };
  let outcome: HandOffOutcome | null = null;
  let machineReceiptAt: string | null = null;
  const chases: (Chase & { channels: readonly string[] })[] = [];
  const toChase: Chase[] = [];

  setHandler(closedSignal, (closed) => {
    outcome = outcome ?? closed.outcome;
  });
  setHandler(machineReceiptSignal, ({ at }) => {
    machineReceiptAt = machineReceiptAt ?? at;
  });
  setHandler(chasedSignal, (chase) => {
    const known = [...chases, ...toChase].some((c) => c.clock === chase.clock && c.moment === chase.moment);
    if (!known) toChase.push(chase);
  });
  setHandler(
    statusQuery,
    (): HandOffState => ({ open: outcome === null, to, since, machineReceiptAt, chases, outcome }),
  );

  const closed = (): HandOffOutcome | null => outcome;
  const ledger = await handOffStatus(key);
  if (!ledger.open) return { outcome: ledger.outcome };
  for (;;) {
    await condition(() => closed() !== null || toChase.length > 0);
    const end = closed();
    if (end !== null) return { outcome: end };
    const chase = toChase[0] as Chase;
    const { channels } = await chaseReceiver({ ...key, to, ...chase });
    chases.push({ ...chase, channels });
    toChase.shift();
  }
}
