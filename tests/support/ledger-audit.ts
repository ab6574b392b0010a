// The platform's promises, counted from the ledger itself: acknowledged and there, once, in a chain, never early, never twice;
// and who is owed which notice.
import type { NatsConnection } from 'nats';
import { placeIn, UNSEEN, type View, viewAfter, viewAtSplit } from '../../case/backfill.ts';
import { applyEntry } from '../../case/evolve.ts';
import { applyRegister } from '../../case/register/apply-register.ts';
import { emptyRegister, isActive, type Register } from '../../case/register/register.ts';
import type { CaseState } from '../../case/state.ts';
import { recipientsOf } from '../../case/who-is-told.ts';
import { law } from '../../law/law.ts';
import { type CaseCommand, commandKey } from '../../schemas/command.ts';
import type { Entry, Receipt } from '../../schemas/entry.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { millisOf } from '../../schemas/instant.ts';
import type { RegisterCommand } from '../../schemas/register.ts';
import { exportLedger, streamSource } from '../../services/bus/export/export-ledger.ts';
import { readLedger } from '../../services/bus/ledger/read.ts';
import type { Wrong } from '../../services/bus/verify/fault.ts';
import { type Verified, verifyExport } from '../../services/bus/verify/verify-export.ts';
import type { PlatformKeys } from '../../services/host/platform/keys.ts';
import { entryHashOf, entryOf, parseRecord } from '../../services/proof/record.ts';

export type Written = { readonly sequence: number; readonly hash: string; readonly entry: Entry };

/** Every entry, in order; asked again, only what is new is read. */
export const ledgerReading = (nc: NatsConnection) => {
  const written: Written[] = [];
  return async (): Promise<readonly Written[]> => {
    for await (const { sequence, data } of readLedger(nc, { from: (written.at(-1)?.sequence ?? 0) + 1 })) {
      if (sequence <= (written.at(-1)?.sequence ?? 0)) continue;
      written.push({ sequence, hash: entryHashOf(data), entry: entryOf(parseRecord(data)) });
    }
    return written;
  };
};

const caseEntries = (written: readonly Written[]): Written[] =>
  written.filter(({ entry }) => entry.kind === 'case');

/** Commands with more than one entry. */
export const doubledIn = (written: readonly Written[]): string[] => {
  const seen = new Set<string>();
  return caseEntries(written)
    .map(({ entry }) => `${entry.id} ${commandKey(entry.command as CaseCommand)}`)
    .filter((key) => seen.size === seen.add(key).size);
};

/** Receipts whose entry is not in the ledger as it was receipted. */
export const missingIn = (written: readonly Written[], receipts: readonly Receipt[]): Receipt[] => {
  const bySequence = new Map(written.map((w) => [w.sequence, w]));
  return receipts.filter(({ ledgerSequence, hash }) => bySequence.get(ledgerSequence)?.hash !== hash);
};

const LATE_AFTER_MS = 60_000;

/** What moments did, and which did it early, twice, or with the wrong mark. */
export const momentsIn = (written: readonly Written[]) => {
  const moments = caseEntries(written).flatMap(({ entry }) =>
    entry.events.flatMap((event) =>
      event.kind === 'moment'
        ? [
            {
              ...event,
              case: entry.id,
              recordedAt: entry.recordedAt,
              key: `${entry.id} ${event.clock} ${event.moment}`,
            },
          ]
        : [],
    ),
  );
  const seen = new Set<string>();
  const twice = moments.filter(({ key }) => seen.size === seen.add(key).size);
  const delay = (m: (typeof moments)[number]) => millisOf(m.recordedAt) - millisOf(m.plannedAt);
  return {
    moments,
    early: moments.filter((m) => delay(m) < 0),
    twice,
    late: moments.filter(({ late }) => late),
    wronglyMarked: moments.filter((m) => m.late !== delay(m) > LATE_AFTER_MS),
  };
};

/** Every case as the ledger has it. */
export const foldedCases = (written: readonly Written[]): Map<string, CaseState> => {
  const cases = new Map<string, CaseState>();
  for (const { entry } of caseEntries(written)) {
    cases.set(entry.id, applyEntry(cases.get(entry.id) ?? null, entry));
  }
  return cases;
};

export const foldedRegister = (written: readonly Written[]): Register =>
  written
    .filter(({ entry }) => entry.kind === 'register')
    .reduce(
      (register, { entry, sequence }) => applyRegister(register, entry.command as RegisterCommand, sequence),
      emptyRegister,
    );

/** Ids of the notices each department is owed, by the one policy of who is told, and of what a hand-over takes along. */
export const noticesOwed = (written: readonly Written[]): Map<DepartmentId, Set<string>> => {
  const register = foldedRegister(written);
  const states = new Map<string, CaseState>();
  const views = new Map<string, { view: View; ids: readonly string[] }>();
  const owed = new Map<DepartmentId, Set<string>>();
  const owe = (department: DepartmentId, id: string): void => {
    if (isActive(register, department))
      owed.set(department, (owed.get(department) ?? new Set<string>()).add(id));
  };
  for (const { entry, sequence: place } of caseEntries(written)) {
    const state = applyEntry(states.get(entry.id) ?? null, entry);
    states.set(entry.id, state);
    const before = views.get(entry.id) ?? { view: UNSEEN, ids: [] };
    const taken = entry as Entry & { command: CaseCommand };
    const { view, passedOn } = viewAfter(before.view, state, taken, register, law);
    const ids = [...before.ids, `${entry.id}/${entry.sequence}`];
    views.set(entry.id, { view, ids });
    for (const event of entry.events)
      if (event.kind === 'move') views.set(event.case, { view: viewAtSplit(view, state, event.case), ids });
    for (const { department } of recipientsOf(state, taken, register, law))
      owe(department, `${entry.id}/${entry.sequence}/${department}`);
    for (const { to, sequence } of passedOn) owe(to, `${ids[placeIn(view, sequence)]}/${to}/${place}`);
  }
  return owed;
};

/** Exports the running ledger and verifies it off-line: every signature, chain, proof, and every decision again. */
export const verifiedExport = (nc: NatsConnection, keys: PlatformKeys): Promise<Verified | Wrong> =>
  verifyExport(exportLedger({ source: streamSource(nc), key: keys.services.ledger }), {
    rootKey: keys.root.publicKey,
  });
