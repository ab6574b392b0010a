// Reading one case: its entries out of the ledger, after those of the case it was split off, folded once and cut to what a department
// may see of them, their values opened each time they are asked for.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import pMap from 'p-map';
import { cameFrom, viewAtSplit } from '../../../case/backfill.ts';
import { entryCountedBack } from '../../../case/splitting/carried.ts';
import { remember } from '../../../law/remember.ts';
import { InfrastructureError } from '../../../schemas/errors.ts';
import { CaseId, type DepartmentId } from '../../../schemas/ids.ts';
import type { PlacedEntry } from '../../bus/ledger/case-entries.ts';
import { inTurns } from '../../in-turn.ts';
import { type OpenedEntry, ownPath } from './case-file.ts';
import {
  type FoldedCase,
  foldOn,
  type Ground,
  type ShownCase,
  type ShownEntry,
  shownCase,
  UNFOLDED,
} from './case-shown.ts';
import type { HttpPorts } from './ports.ts';

const TITLE = '/title';
/** Entries folded at a stretch: a long case keeps nobody else waiting. */
const AT_A_STRETCH = 100;
/** Entries kept folded, of all cases; and as they are shown, of all departments. */
const KEPT = 20_000;
const OPENED_AT_ONCE = { concurrency: 16 };

/** A case as it was folded for a department, and what of it is shown. */
export type ReadCase = {
  /** All there are, oldest first; of the case it was split off those before it, counted back. */
  readonly entries: readonly PlacedEntry[];
  readonly folded: FoldedCase;
  readonly shown: ShownCase;
};

type Folded = Pick<ReadCase, 'folded'> & {
  /** What it began with, where it was split off. */
  readonly earlier: readonly PlacedEntry[];
};
/** With what it was folded on. */
type Kept = Folded & { readonly registerAt: number; readonly lawAt: number };
type KeptShown = { readonly folded: FoldedCase; readonly shown: ShownCase | null };

/** Every answer is `null` for a case that does not exist, and for one the department was never told of. */
export const caseReads = remember((ports: Pick<HttpPorts, 'registrar' | 'entriesOf' | 'disclosuresAt'>) => {
  const { registrar, entriesOf, disclosuresAt } = ports;
  const sizeCalculation = ({ folded }: Pick<ReadCase, 'folded'>): number => folded.view.shown.length;
  const kept = new LRUCache<CaseId, Kept>({ maxSize: KEPT, sizeCalculation });
  const keptShown = new LRUCache<string, KeptShown>({ maxSize: KEPT, sizeCalculation });
  const inTurn = inTurns();

  const foldAll = async (before: Folded, own: readonly PlacedEntry[], ground: Ground): Promise<Folded> => {
    const { earlier } = before;
    let { folded } = before;
    for (let next = folded.view.shown.length - earlier.length; next < own.length; next += AT_A_STRETCH) {
      folded = foldOn(folded, own.slice(next, next + AT_A_STRETCH), ground);
      if (next + AT_A_STRETCH < own.length) await nextTurn();
    }
    return { earlier, folded };
  };

  /** What a case begins with: nothing, or what the one that it was split off had come to. */
  const beginning = async (id: CaseId, [first]: readonly PlacedEntry[], ground: Ground): Promise<Folded> => {
    const from = cameFrom(first?.entry.events ?? []);
    if (!from) return { earlier: [], folded: UNFOLDED };
    const own = (await entriesOf(from.case)).slice(0, from.sequence);
    const { earlier, folded } = await foldAll(await beginning(from.case, own, ground), own, ground);
    if (!folded.known) throw new InfrastructureError('LEDGER_UNAVAILABLE', from.case);
    return {
      earlier: [...earlier, ...own].map((one) => ({
        ...one,
        entry: entryCountedBack(one.entry, from.sequence),
      })),
      folded: { ...UNFOLDED, view: viewAtSplit(folded.view, folded.known.state, id) },
    };
  };

  const foldNow = async (id: CaseId): Promise<Omit<ReadCase, 'shown'> & Ground> => {
    const all = await entriesOf(id);
    const register = registrar.register();
    const { law, at: lawAt } = registrar.law();
    const ground = { register, law };
    const known = kept.get(id);
    const isCurrent = known?.registerAt === register.at && known.lawAt === lawAt;
    const before = known && isCurrent ? known : await beginning(id, all, ground);
    const { earlier, folded } = await foldAll(before, all, ground);
    if (folded.known && folded !== known?.folded)
      kept.set(id, { earlier, folded, registerAt: register.at, lawAt });
    return { entries: earlier.length === 0 ? all : [...earlier, ...all], folded, ...ground };
  };

  const readNow = async (caseId: CaseId, department: DepartmentId): Promise<ReadCase | null> => {
    const { entries, folded, ...ground } = await inTurn(caseId, () => foldNow(caseId));
    const key = `${caseId} ${department}`;
    const known = keptShown.get(key);
    const shown = known?.folded === folded ? known.shown : shownCase(folded, entries, department, ground);
    if (folded.known && shown !== known?.shown) keptShown.set(key, { folded, shown });
    return shown && { entries, folded, shown };
  };

  const read = async (caseId: string, department: DepartmentId): Promise<ReadCase | null> =>
    CaseId.safeParse(caseId).success ? readNow(caseId, department) : null;

  /** With the values it shows; none where the case's key was erased. */
  const openedOne = async (shown: ShownEntry): Promise<OpenedEntry> => {
    const { paths, ledgerSequence } = shown;
    const all = paths.length === 0 ? [] : await disclosuresAt(ledgerSequence);
    return { ...shown, values: all.filter(({ path }) => paths.includes(path)) };
  };

  return {
    read,
    /** The case cut to what the department may see, without values. */
    seen: async (caseId: string, department: DepartmentId): Promise<ShownCase | null> =>
      (await read(caseId, department))?.shown ?? null,
    openedOne,
    opened: (entries: readonly ShownEntry[]): Promise<OpenedEntry[]> =>
      pMap(entries, openedOne, OPENED_AT_ONCE),
    /** What a case is called now, as far as it is shown. */
    titleOf: async ({ entries }: ShownCase): Promise<string | null> => {
      const said = entries.findLast(({ paths }) => paths.some((path) => ownPath(path) === TITLE));
      const values = said ? (await openedOne(said)).values : [];
      const title = values.findLast(({ path }) => ownPath(path) === TITLE)?.value;
      return typeof title === 'string' ? title : null;
    },
  };
});
