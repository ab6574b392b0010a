// What a sender is answered once its command is in the ledger, out of the record itself: the first time and ever after.
import type { NatsConnection } from 'nats';
import type { Answer, LedgerRecord, Receipt } from '../../../schemas/entry.ts';
import { InfrastructureError, refusal } from '../../../schemas/errors.ts';
import { digestOf } from '../../proof/canonical.ts';
import { entryHashOf, parseRecord } from '../../proof/record.ts';
import { messageAt } from '../ledger/read.ts';

export const receiptOf = (
  { head, body, signature }: LedgerRecord,
  hash: string,
  ledgerSequence: number,
  repeated: boolean,
): Receipt => ({
  ok: true,
  head,
  case: head.id,
  sequence: head.sequence,
  ledgerSequence,
  hash,
  signature,
  recordedAt: head.recordedAt,
  events: body.events.map((e) => e.type),
  proceedings: [
    ...new Set(
      body.events.flatMap((e) => (e.kind === 'proceeding' || e.kind === 'step' ? [e.proceeding] : [])),
    ),
  ],
  repeated,
});

/**
 * The answer to a command whose id was taken before: the first receipt where it is the same command, else COMMAND_ID_REUSED.
 * @param ledgerSequence of the entry under that id, which alone is read
 * @param digest of the command sent now
 * @throws InfrastructureError LEDGER_UNAVAILABLE
 */
export const repeatedAnswer = async (
  nc: NatsConnection,
  ledgerSequence: number,
  digest: string,
): Promise<Answer> => {
  const message = await messageAt(nc, ledgerSequence);
  if (!message) throw new InfrastructureError('LEDGER_UNAVAILABLE');
  const record = parseRecord(message.data);
  return digestOf(record.body.command) === digest
    ? receiptOf(record, entryHashOf(message.data), ledgerSequence, true)
    : refusal('COMMAND_ID_REUSED');
};
