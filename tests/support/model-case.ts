// A case under the law with the model procedures beside our own, and what one reads of it: who is told, what is due, what
// happened. What the reading room and the timeline make of it, without a server.

import { type VisibleCase, visibleCase } from '../../case/visible-case.ts';
import { type Recipient, recipientsOf } from '../../case/who-is-told.ts';
import { type Law, lawData, lawOf } from '../../law/law.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Sight } from '../../schemas/procedure.ts';
import { emptyBatch, rowsOf } from '../../services/bus/reading-room/fold/batch-rows.ts';
import { foldCaseEntry } from '../../services/bus/reading-room/fold/fold-case-entry.ts';
import type { KnownCase } from '../../services/bus/reading-room/fold/known-case.ts';
import { clockStatus } from '../../services/bus/reading-room/queries/clock-status.ts';
import { timelineOf } from '../../services/rehearsal/timeline.ts';
import { modelLimits } from '../fixtures/procedures/limits.ts';
import { modelProcedures } from '../fixtures/procedures/registry.ts';
import { type CaseDriver, caseDriver } from './case-driver.ts';
import { countyRegister } from './transfer-story.ts';

export const modelLaw: Law = lawOf({
  ...lawData,
  procedures: [...lawData.procedures, ...modelProcedures],
  timeLimits: [...lawData.timeLimits, ...modelLimits],
});

/** A case of Aheqi county. */
export const modelCase = (register = countyRegister()): CaseDriver =>
  caseDriver(register, undefined, modelLaw);

/** Who is told of the newest entry and how much of it: `all 653023/health model-penalty.penalty-filed`. */
export const told = (
  { entries, state }: CaseDriver,
  register = countyRegister(),
  law = modelLaw,
): string[] => {
  const entry = entries.at(-1);
  if (!entry) throw new Error('nothing was told');
  return recipientsOf(state, entry, register, law)
    .map(({ sees, department, procedure, event }: Recipient) => `${sees} ${department} ${procedure}.${event}`)
    .sort();
};

const rowsFor = ({ entries }: Pick<CaseDriver, 'entries'>, law: Law) => {
  const batch = emptyBatch();
  let known: KnownCase | null = null;
  entries.forEach((entry, n) => {
    known = foldCaseEntry(batch, known, { sequence: n + 1, entry }, { law, register: countyRegister() });
  });
  return batch;
};

/** The case as a department may read it. `seesAll`: it is the joint-meeting office of the region. */
export const readBy = (driver: CaseDriver, department: DepartmentId, seesAll = false): VisibleCase => {
  const readers = rowsOf(rowsFor(driver, modelLaw), 'entry_readers');
  const told = driver.entries.flatMap((entry, n) => {
    const reader = readers.find((r) => r.sequence === n + 1 && r.department === department);
    return reader ? [{ ...entry, ledgerSequence: n + 1, sees: reader.sees as Sight }] : [];
  });
  const seen = { state: driver.state, since: {}, ledgerSequence: driver.entries.length };
  return visibleCase(modelLaw, seen, told, department, seesAll);
};

/** The due list of the case at an instant: `overdue 653023/health model-first-duty until 2024-03-08T00:00:00+08:00`. */
export const dueLines = (driver: CaseDriver, asOf: Instant, law = modelLaw): string[] =>
  rowsOf(rowsFor(driver, law), 'clocks')
    .filter((row) => row.stopped_at === null && row.started_at <= asOf)
    .map((row) => `${clockStatus(row, asOf)} ${row.obliged} ${row.limit_id} until ${row.latest_due_at}`);

/** The course of the case in Chinese: what happened, and in brackets what it did to limits. */
export const courseOf = ({ entries, state }: CaseDriver, law = modelLaw): string[] =>
  timelineOf({
    recorded: { id: state.id, state, entries },
    law,
    textOf: () => undefined,
    notTaken: new Map(),
    isInvented: true,
  }).lines.map(
    ({ when, who, what, limits }) =>
      `${when} ${who} ${what.zh}${limits.map(({ title, said }) => ` [${title.zh} ${said.zh}]`).join('')}`,
  );
