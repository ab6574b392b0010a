// One department's notice of an entry: a CloudEvent with the entry as the ledger has it, as far as that department may see it.
import { pathsTold } from '../../../case/backfill.ts';
import type { Recipient } from '../../../case/who-is-told.ts';
import type { Disclosure, Jwe } from '../../../schemas/command.ts';
import { type LedgerRecord, NOTICE_SCHEMA, type Notice } from '../../../schemas/entry.ts';
import type { CaseEvent } from '../../../schemas/event.ts';
import { statusWords } from '../../proof/status-words.ts';

/** What goes to a department because of an entry. */
export type Letter = {
  readonly recipient: Recipient;
  readonly record: LedgerRecord;
  readonly ledgerSequence: number;
  /** Values it is entitled to. */
  readonly shown: readonly Disclosure[];
  /** Of an earlier entry: ledger sequence of the one that entitled the receiver. */
  readonly entitledBy?: number;
};

/** Of what an entry discloses, what a recipient is told at the time: all values, none, or the words of proceedings closed to it. */
export const shownTo = (
  recipient: Recipient,
  body: LedgerRecord['body'],
  disclosures: readonly Disclosure[],
): readonly Disclosure[] => {
  const { sees, proceedings = [], places } = recipient;
  if (sees === 'all') {
    if (places === undefined) return disclosures;
    const told = pathsTold(
      recipient,
      body.events as readonly CaseEvent[],
      disclosures.map(({ path }) => path),
    );
    return disclosures.filter(({ path }) => told.includes(path));
  }
  return sees === 'open'
    ? []
    : statusWords(body).filter(({ path }) => proceedings.includes(path.slice('/shows/'.length)));
};

/**
 * The id is the same whenever and however often this notice is made.
 * @param disclosures what is shown, sealed for the receiver; `null` where nothing is
 */
export const noticeOf = (
  { recipient, record, ledgerSequence, entitledBy }: Omit<Letter, 'shown'>,
  disclosures: Jwe | null,
): Notice => {
  const { head, body, signature } = record;
  const isBare = recipient.sees === 'status';
  const id = `${head.id}/${head.sequence}/${recipient.department}`;
  return {
    specversion: '1.0',
    id: entitledBy === undefined ? id : `${id}/${entitledBy}`,
    source: '/xianjie/ledger',
    type: `xianjie.${recipient.procedure}.${recipient.event}.v1`,
    subject: head.id,
    time: head.recordedAt,
    datacontenttype: 'application/json',
    dataschema: NOTICE_SCHEMA,
    recipient: recipient.department,
    correlationid: head.id,
    // Who sees a status word only does not learn which command changed it.
    causationid: isBare ? `${head.id}/${head.sequence}` : body.command.commandId,
    ...(entitledBy === undefined ? {} : { backfill: true }),
    data: { head, body: isBare ? null : body, signature, ledgerSequence, disclosures },
  };
};
