// What a department is shown of a case, entry by entry: what it was told at the time, and what it is shown later. Who is handed a
// proceeding gets the earlier entries of it that nobody told it of, of those it continues, and what the sender itself recorded of
// the case, with the values the procedure passes on. Pure.
import type { Law } from '../law/law.ts';
import type { CaseCommand } from '../schemas/command.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { DepartmentId, ProceedingId } from '../schemas/ids.ts';
import type { Sight } from '../schemas/procedure.ts';
import { isActive, type Register } from './register/register.ts';
import type { CaseState } from './state.ts';
import { isClosedTo, movedBy, namedIn, type Recipient, recipientsOf, sightIn } from './who-is-told.ts';

type Taken = {
  readonly sequence: number;
  readonly events: readonly CaseEvent[];
  readonly command: Pick<CaseCommand, 'actor' | 'commitments'>;
};

/** An entry as one department was shown it. */
export type Shown = {
  readonly sequence: number;
  readonly moved: readonly ProceedingId[];
  /** The department that submitted it, and every one its events name. */
  readonly by: DepartmentId | undefined;
  readonly named: readonly DepartmentId[];
  readonly committed: readonly string[];
  /** How it was told of it at the time; absent where it was not. */
  readonly told?: Recipient;
  /** Paths of the values it may read, or `null` where it has no body of it. */
  readonly paths: readonly string[] | null;
};

/** An earlier entry that is shown now, with the paths of the values that are passed on. */
export type PassedOn = { readonly sequence: number; readonly paths: readonly string[] };

/** A department's view of a case so far, oldest entry first. */
export type View = readonly Shown[];

/** A path, or all values under it: `/subjects` is every subject. What stands under a step stands under the same names. */
const isUnder = (path: string, passed: string): boolean => {
  const own = path.replace(/^\/steps\/\d+/, '');
  return own === passed || own.startsWith(`${passed}/`);
};

type HandOff = Extract<CaseEvent, { kind: 'hand-off' }>;

/** The hand-offs of an entry that pass something on: those of procedures that say what. */
export const passingOn = (events: readonly CaseEvent[]): readonly HandOff[] =>
  events.filter(
    (event) => event.kind === 'hand-off' && event.type === 'hand-off-started' && event.passes !== undefined,
  ) as HandOff[];

/**
 * Paths of the values of an entry that a recipient is told at the time: all, or of steps recorded together those of the steps it
 * is told of, and of the others what the procedure passes on to whom the last one hands the proceeding.
 */
export const pathsTold = (
  { sees, places, department }: Recipient,
  events: readonly CaseEvent[],
  committed: readonly string[],
): readonly string[] => {
  if (sees !== 'all') return [];
  if (places === undefined) return committed;
  const passes = passingOn(events)
    .filter(({ to }) => to === department)
    .flatMap((handOff) => handOff.passes ?? []);
  return committed.filter((path) => {
    const place = /^\/steps\/(\d+)\//.exec(path)?.[1];
    return place === undefined || places.includes(Number(place)) || passes.some((own) => isUnder(path, own));
  });
};

/** A proceeding and those it continues, as far as its sender reads them with their values. */
const lineOf = (
  state: CaseState,
  id: ProceedingId,
  from: DepartmentId,
  law: Law,
): readonly ProceedingId[] => {
  const parent = state.proceedings[state.proceedings[id]?.parent ?? ''];
  const isRead = parent !== undefined && sightIn(law, parent, from) === 'all';
  return [id, ...(isRead ? lineOf(state, parent.proceeding, from, law) : [])];
};

const passed = (view: View, state: CaseState, handOff: HandOff, law: Law): PassedOn[] => {
  const { from, to, proceeding, passes = [] } = handOff;
  const p = state.proceedings[proceeding];
  if (!p) return [];
  const isOpen = (id: ProceedingId): boolean => {
    const other = state.proceedings[id];
    return other !== undefined && !isClosedTo(law, other, to);
  };
  const line = lineOf(state, proceeding, from, law);
  const present = [from, to, ...p.participants];
  /** A fact or a link is of no proceeding: the sender's own, unless it told it to somebody who takes no part here. */
  const isFiled = ({ moved, by, named }: Shown): boolean =>
    moved.length === 0
      ? by === from && named.every((d) => present.includes(d))
      : moved.some((id) => line.includes(id));
  const sees: Sight | undefined = sightIn(law, p, to);
  return view.flatMap((shown) => {
    const { sequence, moved, committed, paths } = shown;
    if (!isFiled(shown) || !moved.every(isOpen)) return [];
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

/** An entry as a department is told of it at the time. */
const shownAtOnce = (
  state: CaseState,
  entry: Taken,
  department: DepartmentId,
  register: Register,
  law: Law,
): Shown => {
  const committed = Object.keys(entry.command.commitments);
  const recipients = isActive(register, department) ? recipientsOf(state, entry, register, law) : [];
  const told = recipients.find((r) => r.department === department);
  const { actor } = entry.command;
  return {
    sequence: entry.sequence,
    moved: movedBy(state, entry.events).map(({ proceeding }) => proceeding),
    by: 'department' in actor ? actor.department : undefined,
    named: entry.events.flatMap(namedIn),
    committed,
    ...(told ? { told } : {}),
    paths: told && told.sees !== 'status' ? pathsTold(told, entry.events, committed) : null,
  };
};

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
  return { view: [...withPassed, shownAtOnce(state, entry, department, register, law)], passedOn };
};
