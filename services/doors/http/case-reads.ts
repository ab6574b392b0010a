// Reading one case for one department: its entries out of the ledger, folded once and cut to what may be seen of them, their
// values opened each time they are asked for.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import pMap from 'p-map';
import { remember } from '../../../law/remember.ts';
import { CaseId, type DepartmentId } from '../../../schemas/ids.ts';
import type { PlacedEntry } from '../../bus/ledger/case-entries.ts';
import { inTurns } from '../../in-turn.ts';
import { type OpenedEntry, ownPath } from './case-file.ts';
import {
  type FoldedCase,
  foldOn,
  type ShownCase,
  type ShownEntry,
  shownCase,
  UNFOLDED,
} from './case-shown.ts';
import type { HttpPorts } from './ports.ts';

const TITLE = '/title';
/** Entries folded at a stretch: a long case keeps nobody else waiting. */
const AT_A_STRETCH = 100;
/** Entries kept folded, of all cases and departments. */
const KEPT = 20_000;
const OPENED_AT_ONCE = { concurrency: 16 };

/** A case as it was folded for a department, and what of it is shown. */
export type ReadCase = {
  /** All there are, oldest first. */
  readonly entries: readonly PlacedEntry[];
  readonly folded: FoldedCase;
  readonly shown: ShownCase;
};

type Kept = {
  readonly folded: FoldedCase;
  readonly shown: ShownCase | null;
  /** What it was folded on. */
  readonly registerAt: number;
  readonly lawAt: number;
};

/** Every answer is `null` for a case that does not exist, and for one the department was never told of. */
export const caseReads = remember((ports: Pick<HttpPorts, 'registrar' | 'entriesOf' | 'disclosuresAt'>) => {
  const { registrar, entriesOf, disclosuresAt } = ports;
  const kept = new LRUCache<string, Kept>({
    maxSize: KEPT,
    sizeCalculation: ({ folded }) => folded.view.length,
  });
  const inTurn = inTurns();

  const readNow = async (caseId: CaseId, department: DepartmentId): Promise<ReadCase | null> => {
    const all = await entriesOf(caseId);
    const register = registrar.register();
    const { law, at: lawAt } = registrar.law();
    const key = `${caseId} ${department}`;
    const known = kept.get(key);
    const before = known?.registerAt === register.at && known.lawAt === lawAt ? known : undefined;
    let folded = before?.folded ?? UNFOLDED;
    let shown = before?.shown ?? null;
    if (folded.view.length < all.length) {
      for (let next = folded.view.length; next < all.length; next = folded.view.length) {
        folded = foldOn(folded, all.slice(next, next + AT_A_STRETCH), department, { register, law });
        if (folded.view.length < all.length) await nextTurn();
      }
      shown = shownCase(folded, all, department, { register, law });
      kept.set(key, { folded, shown, registerAt: register.at, lawAt });
    }
    return shown && { entries: all, folded, shown };
  };

  const read = async (caseId: string, department: DepartmentId): Promise<ReadCase | null> =>
    CaseId.safeParse(caseId).success
      ? inTurn(`${caseId} ${department}`, () => readNow(caseId, department))
      : null;

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
