// A case as one department is shown it, out of the case's entries, the register and the law: which entries, with which values,
// and what of the case as it stands. Pure; no row of a table has a say in it.
import { type PassedOn, shownLaterIn, UNSEEN, type View, viewAfter } from '../../../case/backfill.ts';
import type { Register } from '../../../case/register/register.ts';
import { isRestricted } from '../../../case/restricting/is-restricted.ts';
import {
  type Seen,
  type StatusWord,
  type VisibleCase,
  visibleCase,
  wordsTold,
} from '../../../case/visible-case.ts';
import type { Law } from '../../../law/law.ts';
import { type DepartmentId, regionOfCase } from '../../../schemas/ids.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { Sight } from '../../../schemas/procedure.ts';
import type { PlacedEntry } from '../../bus/ledger/case-entries.ts';
import { afterEntry, type KnownCase } from '../../bus/reading-room/fold/known-case.ts';
import { isSecretariatOf } from './may.ts';

/** An entry as it is shown. */
export type ShownEntry = PlacedEntry & {
  /** With `status` nothing but its words. */
  readonly sees: Sight;
  readonly headline: string;
  readonly procedure: string;
  /** Paths of the values that are shown. */
  readonly paths: readonly string[];
  /** It was recorded before the department took part, and came with a hand-over. */
  readonly backfill: boolean;
  /** Status words of proceedings closed to the department that it set. */
  readonly words: readonly StatusWord[];
};

/** A moment that was recorded on a clock. */
type ReachedMoment = {
  readonly clock: string;
  readonly moment: string;
  readonly plannedAt: Instant;
  readonly recordedAt: Instant;
  readonly late: boolean;
  readonly level: number | null;
};

export type ShownCase = VisibleCase & {
  readonly openedAt: Instant;
  readonly reached: readonly ReachedMoment[];
  /** Since when the times of each clock hold. */
  readonly clockFrom: KnownCase['clockFrom'];
  /** Oldest first. */
  readonly entries: readonly ShownEntry[];
};

export type Ground = { readonly register: Register; readonly law: Law };

/** A case folded as far as its entries were read. */
export type FoldedCase = {
  /** The whole of it, of which a department may see a part. */
  readonly known: KnownCase | null;
  readonly view: View;
  /** What departments are shown later because of an entry, by that entry's sequence. */
  readonly passedOn: ReadonlyMap<number, readonly PassedOn[]>;
};

export const UNFOLDED: FoldedCase = { known: null, view: UNSEEN, passedOn: new Map() };

/** The fold after more entries; `before` is not changed. */
export const foldOn = (
  before: FoldedCase,
  news: readonly PlacedEntry[],
  { register, law }: Ground,
): FoldedCase => {
  let { known, view } = before;
  const passedOn = new Map(before.passedOn);
  for (const { entry, ledgerSequence } of news) {
    const { id, sequence, events } = entry;
    known = afterEntry(known, { id, sequence, events, ledgerSequence });
    const after = viewAfter(view, known.state, entry, register, law);
    view = after.view;
    if (after.passedOn.length > 0) passedOn.set(sequence, after.passedOn);
  }
  return { known, view, passedOn };
};

const reachedIn = (entries: readonly PlacedEntry[]): ReachedMoment[] =>
  entries.flatMap(({ entry }) =>
    entry.events.flatMap((event): ReachedMoment[] => {
      if (event.kind !== 'moment') return [];
      const { clock, moment, plannedAt, late, level = null } = event;
      return [{ clock, moment, plannedAt, recordedAt: entry.recordedAt, late, level }];
    }),
  );

/**
 * What of a folded case is shown; `null` where the department was told nothing of it, and of one that does not exist.
 * @param all the entries of its view: its own, after those of the case it was split off
 */
export const shownCase = (
  { known, view }: FoldedCase,
  all: readonly PlacedEntry[],
  department: DepartmentId,
  { register, law }: Ground,
): ShownCase | null => {
  if (!known || isRestricted(known.state, department)) return null;
  const { state, since, openedAt, clockFrom, sequence: ledgerSequence } = known;
  const entries = all.flatMap((one, n): ShownEntry[] => {
    const shown = view.shown[n];
    if (!shown) return [];
    const told = shown.told.find((recipient) => recipient.department === department);
    const paths = shown.paths[department] ?? null;
    const atOnce = told?.sees === 'status' && paths !== null ? undefined : told;
    const recipient =
      atOnce ?? (paths === null ? undefined : shownLaterIn(view, state, one.entry.events, department));
    if (!recipient) return [];
    const { sees, event: headline, procedure } = recipient;
    const words = wordsTold(law, state, one.entry.events, department);
    return [{ ...one, sees, headline, procedure, paths: paths ?? [], backfill: atOnce === undefined, words }];
  });
  const own = entries.filter(({ entry }) => entry.sequence > 0);
  if (own.length === 0) return null;
  const seen: Seen = { state, since, ledgerSequence };
  const told = own.map(({ entry, sees, ledgerSequence: place }) => ({
    sequence: entry.sequence,
    ledgerSequence: place,
    occurredAt: entry.occurredAt,
    events: entry.events,
    sees,
  }));
  const seesAll = isSecretariatOf(register, department, regionOfCase(state.id));
  const visible = visibleCase(law, seen, told, department, seesAll);
  const reached = reachedIn(all).filter(({ clock }) => Object.hasOwn(visible.state.clocks, clock));
  return { ...visible, openedAt, reached, clockFrom, entries };
};
