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
  const { head, body, signature } = record;
  return {
    specversion: '1.0',
    id: `${head.id}/${head.sequence}/${recipient.department}`,
    source: '/xianjie/ledger',
    type: `xianjie.${recipient.procedure}.${recipient.event}.v1`,
    subject: head.id,
    time: head.recordedAt,
    datacontenttype: 'application/json',
    dataschema: 'xianjie.notice.v1',
    recipient: recipient.department,
    correlationid: head.id,
    causationid: body.command.commandId,
    data: {
      head,
      body,
      signature,
      ledgerSequence,
      disclosures: recipient.disclose ? [...disclosures] : [],
    },
  };
};
