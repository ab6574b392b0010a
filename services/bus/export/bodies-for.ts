// Which cases of the ledger one department knows of, and which bodies of them it may see: those it was told of, and those shown to it when
// a case was handed to it.
// Read out of the ledger itself, so that an export says what the department's own inbox said.
import { placeIn, UNSEEN, type View, viewAfter, viewAtSplit } from '../../../case/backfill.ts';
import { applyEntry } from '../../../case/evolve.ts';
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../../case/register/register.ts';
import { isRestricted } from '../../../case/restricting/is-restricted.ts';
import type { CaseState } from '../../../case/state.ts';
import { emptyLaw, type FoldedLaw, foldLaw } from '../../../law/fold-law.ts';
import type { CaseCommand } from '../../../schemas/command.ts';
import type { Entry } from '../../../schemas/entry.ts';
import type { CaseId, DepartmentId } from '../../../schemas/ids.ts';
import type { LawCommand } from '../../../schemas/law.ts';
import type { RegisterCommand } from '../../../schemas/register.ts';
import { entryOf, parseRecord } from '../../proof/record.ts';
import type { StoredMessage } from '../ledger/read.ts';

/** A case so far, with the ledger sequence of each entry of its view: of its own ones, after those of the case it was split off. */
type Seen = {
  readonly state: CaseState;
  readonly view: View;
  readonly earlier: readonly number[];
  readonly own: readonly number[];
};

export type Bodies = {
  /** Cases of which it was told anything, be it a status word: of no other it is to learn that there is one. */
  readonly known: ReadonlySet<CaseId>;
  /** Ledger sequences of the entries of cases whose bodies it may see. */
  readonly visible: ReadonlySet<number>;
  /** Last ledger sequence looked at. */
  readonly upTo: number;
};

/** @param only the one case that is asked about, or all */
export const bodiesFor = async (
  messages: AsyncIterable<StoredMessage>,
  department: DepartmentId,
  only?: CaseId,
): Promise<Bodies> => {
  const visible = new Set<number>();
  /** Places of entries that it was told of in whatever form. */
  const told = new Set<number>();
  const cases = new Map<CaseId, Seen>();
  let register: Register = emptyRegister;
  let folded: FoldedLaw = emptyLaw;
  let upTo = 0;

  /** What each case begins with that another one lets go of. */
  const split = new Map<CaseId, Pick<Seen, 'view' | 'earlier'>>();

  const take = (entry: Entry & { command: CaseCommand }, sequence: number): void => {
    const { view: before, earlier } = cases.get(entry.id) ??
      split.get(entry.id) ?? { view: UNSEEN, earlier: [] };
    const known = cases.get(entry.id);
    const state = applyEntry(known?.state ?? null, entry);
    const own = [...(known?.own ?? []), sequence];
    const { view, passedOn } = viewAfter(before, state, entry, register, folded.law);
    cases.set(entry.id, { state, view, earlier, own });
    const places = [...earlier, ...own];
    for (const event of entry.events)
      if (event.kind === 'move')
        split.set(event.case, { view: viewAtSplit(view, state, event.case), earlier: places });
    const shown = view.shown.at(-1);
    if (shown?.paths[department]) visible.add(sequence);
    if (shown?.told.some((recipient) => recipient.department === department)) told.add(sequence);
    for (const { to, sequence: of } of passedOn)
      if (to === department) visible.add(places[placeIn(view, of)] as number);
  };

  for await (const { sequence, data } of messages) {
    upTo = sequence;
    const entry = entryOf(parseRecord(data));
    if (entry.kind === 'law') folded = foldLaw(folded, entry.command as LawCommand, sequence);
    if (entry.kind === 'register')
      register = applyRegister(register, entry.command as RegisterCommand, sequence);
    if (entry.kind === 'case' && (only ?? entry.id) === entry.id)
      take(entry as Entry & { command: CaseCommand }, sequence);
  }
  const known = new Set<CaseId>();
  // Of a case restricted from it a department is shown nothing more, not even what it was told before.
  for (const { state, own } of cases.values()) {
    if (isRestricted(state, department)) for (const place of own) visible.delete(place);
    else if (own.some((place) => visible.has(place) || told.has(place))) known.add(state.id);
  }
  return { known, visible, upTo };
};
