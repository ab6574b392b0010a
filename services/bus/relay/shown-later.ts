// A case as departments see it, read out of the ledger: which of its entries one is shown later than they were recorded, because a
// proceeding was handed to it or it took another's place, and with which values; those of the case it was split off among them.
import type { NatsConnection } from 'nats';
import {
  cameFrom,
  type PassedOn,
  placeIn,
  shownLaterIn,
  UNSEEN,
  type View,
  viewAfter,
  viewAtSplit,
} from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { Register } from '../../../case/register/register.ts';
import type { CaseState } from '../../../case/state.ts';
import type { Recipient } from '../../../case/who-is-told.ts';
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

type Ground = { readonly nc: NatsConnection; readonly register: Register; readonly law: Law };
type Stored = { readonly message: StoredMessage; readonly entry: CaseEntry };
type Folded = {
  readonly state: CaseState | null;
  readonly view: View;
  /** In the order of the view. */
  readonly stored: readonly Stored[];
  /** What the last of them passes on. */
  readonly passedOn: readonly PassedOn[];
};

/** A case up to an entry, with what came to it from the one it was split off. */
const foldTo = async (ground: Ground, caseId: CaseId, sequence: number): Promise<Folded> => {
  const { nc, register, law } = ground;
  const messages = (await readSubject(nc, caseSubject(caseId))).slice(0, sequence);
  const own = messages.map((message) => ({
    message,
    entry: entryOf(parseRecord(message.data)) as CaseEntry,
  }));
  const from = cameFrom(own[0]?.entry.events ?? []);
  const before = from && (await foldTo(ground, from.case, from.sequence));
  let view = before?.state ? viewAtSplit(before.view, before.state, caseId) : UNSEEN;
  let state: CaseState | null = null;
  let passedOn: readonly PassedOn[] = [];
  for (const { entry } of own) {
    state = applyEntry(state, entry);
    ({ view, passedOn } = viewAfter(view, state, entry, register, law));
  }
  return { state, view, stored: [...(before?.stored ?? []), ...own], passedOn };
};

/**
 * What a department is shown because of one entry of the case, oldest first.
 * @param by that entry, by its sequence within the case
 */
export const shownLaterBy = async (
  ground: Ground,
  caseId: CaseId,
  by: number,
  department: DepartmentId,
): Promise<readonly ShownLater[]> => {
  const { state, view, stored, passedOn } = await foldTo(ground, caseId, by);
  return passedOn
    .filter(({ to }) => to === department)
    .map(({ sequence, paths }): ShownLater => {
      const one = stored[placeIn(view, sequence)];
      const recipient = state && one && shownLaterIn(view, state, one.entry.events, department);
      if (!one || !recipient) throw new Error(`entry ${sequence} of case ${caseId} is missing`);
      return { recipient, message: one.message, paths };
    });
};
