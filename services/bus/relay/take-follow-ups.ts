// What one proceeding orders in another that is closed to others is taken next, in an entry of its own: submitted here, whenever
// an entry ordered one. A command's content follows from its id, so sent again it is the same command.
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from 'nats';
import type { Entry } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import type { Log } from '../../log.ts';
import type { GiveWay } from '../../pressure.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { type Following, followLedger } from '../ledger/follow-ledger.ts';
import type { StoredMessage } from '../ledger/read.ts';
import type { Registrar } from '../registrar/registrar.ts';
import { openCursor } from './cursor.ts';

const FOLLOW_UPS = 'relay-follow-ups';
const CASES = 'ledger.case.';
const ORDERED = 'follow-up-ordered';

type Ordered = Extract<CaseEvent, { kind: 'follow-up' }>;

/** Nearly every entry orders none, and is not parsed to find that out. */
const orderedBy = ({ subject, data }: StoredMessage): Entry | undefined => {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return subject.startsWith(CASES) && bytes.includes(ORDERED) ? entryOf(parseRecord(data)) : undefined;
};

/** Runs until stopped. What could not be taken for a reason of ours is tried again. */
export const startFollowUps = async (deps: {
  readonly nc: NatsConnection;
  readonly registrar: Pick<Registrar, 'submitAsService'>;
  readonly log: Log;
  readonly giveWay?: GiveWay;
}): Promise<Following> => {
  const { nc, registrar, log } = deps;

  const take = async (caseId: string, { followUp, at, precision }: Ordered): Promise<void> => {
    const answer = await registrar.submitAsService('relay', {
      commandId: `follow-up-${followUp}`,
      case: caseId,
      command: 'take-follow-up',
      occurredAt: at,
      precision,
      body: { followUp },
    });
    if (answer.ok) return;
    if (answer.retryable) throw new InfrastructureError('LEDGER_UNAVAILABLE', answer.code);
    log.error({ case: caseId, followUp, code: answer.code }, 'follow-up refused');
  };

  return followLedger({
    nc,
    name: FOLLOW_UPS,
    cursor: await openCursor(nc, jetstream(nc), FOLLOW_UPS),
    log,
    onBatch: async (batch) => {
      for (const message of batch) {
        const entry = orderedBy(message);
        if (!entry) continue;
        for (const event of entry.events) if (event.kind === 'follow-up') await take(entry.id, event);
      }
    },
    ...(deps.giveWay ? { beforeBatch: deps.giveWay } : {}),
  });
};
