// Rows of a ledger in memory, as the reading room would give them to a report: all of them, for a report asks each again.
import { emptyRegister } from '../../case/register/register.ts';
import { law as ourLaw } from '../../law/law.ts';
import type { StoredMessage } from '../../services/bus/ledger/read.ts';
import { type BatchRows, emptyBatch, rowsOf } from '../../services/bus/reading-room/fold/batch-rows.ts';
import { foldCaseEntry } from '../../services/bus/reading-room/fold/fold-case-entry.ts';
import { foldRegisterEntry } from '../../services/bus/reading-room/fold/fold-register-entry.ts';
import type { KnownCase } from '../../services/bus/reading-room/fold/known-case.ts';
import { openMessage } from '../../services/bus/reading-room/fold/ledger-message.ts';
import type { ProgressRows } from '../../services/bus/reading-room/queries/progress.ts';

/** Folds messages without a database. */
const foldMessages = (messages: readonly StoredMessage[], law = ourLaw): BatchRows => {
  const batch = emptyBatch();
  const cases = new Map<string, KnownCase>();
  let register = emptyRegister;
  for (const message of messages.map(openMessage)) {
    const { entry, sequence } = message;
    if (entry.kind === 'register') register = foldRegisterEntry(batch, register, sequence, entry);
    if (entry.kind === 'case')
      cases.set(entry.id, foldCaseEntry(batch, cases.get(entry.id) ?? null, message, { law, register }));
  }
  return batch;
};

export const progressRows = (messages: readonly StoredMessage[], law = ourLaw): ProgressRows => {
  const batch = foldMessages(messages, law);
  return {
    readTo: messages.at(-1)?.sequence ?? 0,
    steps: rowsOf(batch, 'steps'),
    clocks: rowsOf(batch, 'clocks'),
    earlierSpans: rowsOf(batch, 'earlier_spans'),
    proceedings: rowsOf(batch, 'proceedings'),
    handOffs: rowsOf(batch, 'hand_offs'),
    moments: rowsOf(batch, 'moments'),
    departments: rowsOf(batch, 'departments'),
  };
};
