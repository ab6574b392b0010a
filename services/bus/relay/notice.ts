// One department's notice of an entry: a CloudEvent with the entry as the ledger has it and the disclosures it may see.
import type { Recipient } from '../../../case/who-is-told.ts';
import type { Disclosure } from '../../../schemas/command.ts';
import type { LedgerRecord, Notice } from '../../../schemas/entry.ts';
import { statusWords } from '../../proof/status-words.ts';

/** The words of the proceedings whose status the recipient is told. */
const wordsFor = (body: LedgerRecord['body'], { proceedings = [] }: Recipient): Disclosure[] =>
  statusWords(body).filter(({ path }) => proceedings.includes(path.slice('/shows/'.length)));

/** The id is the same whenever and however often this notice is made. */
export const noticeOf = (
  record: LedgerRecord,
  ledgerSequence: number,
  recipient: Recipient,
  disclosures: readonly Disclosure[],
): Notice => {
  const { head, body, signature } = record;
  const isBare = recipient.sees === 'status';
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
    // Who sees a status word only does not learn which command changed it.
    causationid: isBare ? `${head.id}/${head.sequence}` : body.command.commandId,
    data: {
      head,
      body: isBare ? null : body,
      signature,
      ledgerSequence,
      disclosures: isBare ? wordsFor(body, recipient) : recipient.sees === 'all' ? [...disclosures] : [],
    },
  };
};
