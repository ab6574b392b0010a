// A case as one department sees it, read out of the ledger: which of its entries it is shown later than they were recorded,
// because a proceeding was handed to it, and with which values.
import type { NatsConnection } from 'nats';
import { type PassedOn, type View, viewAfter } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { Register } from '../../../case/register/register.ts';
import type { CaseState } from '../../../case/state.ts';
import { type Recipient, shownLater } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import type { CaseId, DepartmentId } from '../../../schemas/ids.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import type { CaseEntry } from '../ledger/case-entries.ts';
import { readSubject, type StoredMessage } from '../ledger/read.ts';

export type ShownLater = {
  readonly recipient: Recipient;
  readonly message: StoredMessage;
  /** Paths of the values that are passed on. */
  readonly paths: readonly string[];
};

/**
 * What a department is shown because of one entry of the case, oldest first.
 * @param by that entry, by its sequence within the case
 */
export const shownLaterBy = async (
  nc: NatsConnection,
  caseId: CaseId,
  by: number,
  department: DepartmentId,
  register: Register,
  law: Law,
): Promise<readonly ShownLater[]> => {
  const messages = (await readSubject(nc, caseSubject(caseId))).slice(0, by);
  const entries = messages.map(({ data }) => entryOf(parseRecord(data)) as CaseEntry);
  let state: CaseState | null = null;
  let view: View = [];
  let passedOn: readonly PassedOn[] = [];
  for (const entry of entries) {
    state = applyEntry(state, entry);
    ({ view, passedOn } = viewAfter(view, state, entry, department, register, law));
  }
  const after = state;
  return passedOn.map(({ sequence, paths }): ShownLater => {
    const [message, entry] = [messages[sequence - 1], entries[sequence - 1]];
    const recipient = after && entry && shownLater(after, entry.events, department);
    if (!message || !recipient) throw new Error(`entry ${sequence} of case ${caseId} is missing`);
    return { recipient, message, paths };
  });
};
