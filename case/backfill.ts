// What a department is shown of a case, entry by entry, and what it is shown later: who is handed a proceeding gets the earlier
// entries of it that nobody told it of at the time, with the values the procedure passes on. Pure.
import type { Law } from '../law/law.ts';
import type { CaseCommand } from '../schemas/command.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { DepartmentId, ProceedingId } from '../schemas/ids.ts';
import type { Sight } from '../schemas/procedure.ts';
import { isActive, type Register } from './register/register.ts';
import type { CaseState } from './state.ts';
import { isClosedTo, movedBy, recipientsOf, sightIn } from './who-is-told.ts';

type Taken = {
  readonly sequence: number;
  readonly events: readonly CaseEvent[];
  readonly command: Pick<CaseCommand, 'actor' | 'commitments'>;
};

/** An entry as one department was shown it: paths of the values, or `null` where it has no body of it. */
type Shown = {
  readonly sequence: number;
  readonly moved: readonly ProceedingId[];
  readonly committed: readonly string[];
  readonly paths: readonly string[] | null;
};

/** An earlier entry that is shown now, with the paths of the values that are passed on. */
export type PassedOn = { readonly sequence: number; readonly paths: readonly string[] };

/** A department's view of a case so far, oldest entry first. */
export type View = readonly Shown[];

/** A path, or all values under it: `/subjects` is every subject. */
const isUnder = (path: string, passed: string): boolean => path === passed || path.startsWith(`${passed}/`);

type HandOff = Extract<CaseEvent, { kind: 'hand-off' }>;

/** The hand-offs of an entry that pass something on: those of procedures that say what. */
export const passingOn = (events: readonly CaseEvent[]): readonly HandOff[] =>
  events.filter(
    (event) => event.kind === 'hand-off' && event.type === 'hand-off-started' && event.passes !== undefined,
  ) as HandOff[];

const passed = (
  view: View,
  state: CaseState,
  { to, proceeding, passes = [] }: HandOff,
  law: Law,
): PassedOn[] => {
  const isOpen = (id: ProceedingId): boolean => {
    const p = state.proceedings[id];
    return p !== undefined && !isClosedTo(law, p, to);
  };
  const p = state.proceedings[proceeding];
  const sees: Sight | undefined = p && sightIn(law, p, to);
  return view.flatMap(({ sequence, moved, committed, paths }) => {
    if (!moved.includes(proceeding) || !moved.every(isOpen)) return [];
    const values = committed.filter((path) => sees === 'all' && passes.some((own) => isUnder(path, own)));
    const showsMore = paths === null || values.some((path) => !paths.includes(path));
    return showsMore ? [{ sequence, paths: values }] : [];
  });
};

/** What several hand-offs of one entry pass on together. */
const together = (all: readonly PassedOn[]): PassedOn[] =>
  [...Map.groupBy(all, ({ sequence }) => sequence)]
    .map(([sequence, same]) => ({ sequence, paths: [...new Set(same.flatMap(({ paths }) => paths))] }))
    .sort((a, b) => a.sequence - b.sequence);

/**
 * A department's view after one more entry, and the earlier entries it is shown because of it, oldest first.
 * @param state the case after the entry
 */
export const viewAfter = (
  view: View,
  state: CaseState,
  entry: Taken,
  department: DepartmentId,
  register: Register,
  law: Law,
): { readonly view: View; readonly passedOn: readonly PassedOn[] } => {
  const passedOn = together(
    passingOn(entry.events)
      .filter(({ to }) => to === department)
      .flatMap((handOff) => passed(view, state, handOff, law)),
  );
  const more = new Map(passedOn.map(({ sequence, paths }) => [sequence, paths]));
  const withPassed = view.map((shown): Shown => {
    const paths = more.get(shown.sequence);
    return paths ? { ...shown, paths: [...new Set([...(shown.paths ?? []), ...paths])] } : shown;
  });
  const committed = Object.keys(entry.command.commitments);
  const told = isActive(register, department) ? recipientsOf(state, entry, register, law) : [];
  const sees = told.find((r) => r.department === department)?.sees;
  const shown: Shown = {
    sequence: entry.sequence,
    moved: movedBy(state, entry.events).map(({ proceeding }) => proceeding),
    committed,
    paths: sees === 'all' ? committed : sees === 'open' ? [] : null,
  };
  return { view: [...withPassed, shown], passedOn };
};
