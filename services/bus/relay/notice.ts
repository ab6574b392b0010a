// One department's notice of an entry: a CloudEvent with the entry as the ledger has it and the disclosures it may see.
import type { Recipient } from '../../../case/who-is-told.ts';
import type { Disclosure } from '../../../schemas/command.ts';
import type { LedgerRecord, Notice } from '../../../schemas/entry.ts';

/** The id is the same whenever and however often this notice is made. */
export const noticeOf = (
  record: LedgerRecord,
  ledgerSequence: number,
  recipient: Recipient,
  disclosures: readonly Disclosure[],
): Notice => {
  const { entry, signature } = record;
  return {
    specversion: '1.0',
    id: `${entry.id}/${entry.sequence}/${recipient.department}`,
    source: '/xianjie/ledger',
    type: `xianjie.${recipient.procedure}.${recipient.event}.v1`,
    subject: entry.id,
    time: entry.recordedAt,
    datacontenttype: 'application/json',
    dataschema: 'xianjie.notice.v1',
    recipient: recipient.department,
    correlationid: entry.id,
    causationid: entry.command.commandId,
    data: { entry, signature, ledgerSequence, disclosures: recipient.disclose ? [...disclosures] : [] },
  };
};
