// A notice made again from the ledger, as a department got it or is to get it: under the same id, its values sealed to the key the
// department has now. For whoever reads an inbox otherwise than from its stream.
import type { NatsConnection } from 'nats';
import type { Recipient } from '../../../case/who-is-told.ts';
import type { Notice } from '../../../schemas/entry.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import type { Log } from '../../log.ts';
import { parseRecord } from '../../proof/record.ts';
import type { CaseKeys } from '../ledger/case-keys.ts';
import { messageAt } from '../ledger/read.ts';
import type { RegisterReader } from '../registrar/register-reader.ts';
import { disclosuresOf } from './letters.ts';
import { type Letter, noticeOf, shownTo } from './notice.ts';
import { sealing } from './seal-values.ts';

/** What a department is shown of the entry at a ledger sequence, as `case/backfill.ts` decided it. */
export type NoticeAsked = {
  readonly recipient: Recipient;
  readonly ledgerSequence: number;
  /** Of an earlier entry: the values that are passed on, and the place of the entry that entitled the department. */
  readonly passedOn?: { readonly paths: readonly string[]; readonly by: number };
};

/** @returns makes one notice; it throws InfrastructureError LEDGER_UNAVAILABLE */
export const noticesAgain = (deps: {
  readonly nc: NatsConnection;
  readonly registers: RegisterReader;
  readonly caseKeys: CaseKeys;
  readonly log: Log;
}) => {
  const { nc, caseKeys } = deps;
  const sealed = sealing(deps);
  return async ({ recipient, ledgerSequence, passedOn }: NoticeAsked): Promise<Notice> => {
    const message = await messageAt(nc, ledgerSequence);
    if (!message) throw new InfrastructureError('LEDGER_UNAVAILABLE');
    const record = parseRecord(message.data);
    const isValued = passedOn ? passedOn.paths.length > 0 : recipient.sees === 'all';
    const values = isValued ? await disclosuresOf(caseKeys, record) : [];
    const letter: Letter = {
      recipient,
      record,
      ledgerSequence,
      shown: passedOn
        ? values.filter(({ path }) => passedOn.paths.includes(path))
        : shownTo(recipient, record.body, values),
      ...(passedOn ? { entitledBy: passedOn.by } : {}),
    };
    return noticeOf(letter, sealed(letter));
  };
};
