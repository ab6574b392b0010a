// A case as one department sees it, read out of the ledger: which of its entries it is shown later than they were recorded,
// because a proceeding was handed to it, and with which values.
import type { NatsConnection } from 'nats';
import { type PassedOn, type View, viewAfter } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { Register } from '../../../case/register/register.ts';
import type { CaseState } from '../../../case/state.ts';
import { type Recipient, shownLater } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { CaseId, DepartmentId } from '../../../schemas/ids.ts';
import { caseSubject } from '../../../schemas/subjects.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import { readSubject, type StoredMessage } from '../ledger/read.ts';

export type CaseEntry = Entry & { readonly command: CaseCommand };

export type ShownLater = {
  readonly recipient: Recipient;
  readonly message: StoredMessage;
  readonly entry: CaseEntry;
  /** Paths of the values that are passed on. */
  readonly paths: readonly string[];
  /** The entry because of which it is shown, by its sequence within the case. */
  readonly by: number;
};

/**
 * Oldest first for each entry because of which something is shown.
 * @param upTo last entry looked at, by its sequence within the case
 */
export const shownLaterIn = async (
  nc: NatsConnection,
  caseId: CaseId,
  upTo: number,
  department: DepartmentId,
  register: Register,
  law: Law,
): Promise<readonly ShownLater[]> => {
  const messages = (await readSubject(nc, caseSubject(caseId))).slice(0, upTo);
  const entries = messages.map(({ data }) => entryOf(parseRecord(data)) as CaseEntry);
  let state: CaseState | null = null;
  let view: View = [];
  const shown: ShownLater[] = [];
  const shownBy = (now: CaseState, { sequence, paths }: PassedOn): ShownLater => {
    const [message, entry] = [messages[sequence - 1], entries[sequence - 1]];
    const recipient = entry && shownLater(now, entry.events, department);
    if (!message || !entry || !recipient) throw new Error(`entry ${sequence} of case ${caseId} is missing`);
    return { recipient, message, entry, paths, by: now.sequence };
  };
  for (const entry of entries) {
    const now = applyEntry(state, entry);
    const after = viewAfter(view, now, entry, department, register, law);
    shown.push(...after.passedOn.map((one) => shownBy(now, one)));
    state = now;
    view = after.view;
  }
  return shown;
};
