// What departments are shown of a case, entry by entry: what each was told at the time, and what it is shown later. Who is handed a
// proceeding gets the earlier entries of it that nobody told it of, of those it continues, and what the sender itself recorded of
// the case, with the values the procedure passes on. Who takes the place of a department that may know of the case no more gets what
// that was shown of the proceedings it takes over; who took over from a kind of organ that is no more, all that this was shown. A case split off another begins with what that had come to by then. Pure.
import type { Law } from '../law/law.ts';
import type { CaseCommand } from '../schemas/command.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { CaseId, DepartmentId, ProceedingId, SubjectId } from '../schemas/ids.ts';
import { answersFor } from './register/former-body.ts';
import { isActive, type Register } from './register/register.ts';
import { isRestricted } from './restricting/is-restricted.ts';
import type { CaseState, Proceeding } from './state.ts';
import {
  headlineOf,
  isClosedTo,
  knowsSubject,
  movedBy,
  namedIn,
  type Recipient,
  recipientsOf,
  shownLater,
  sightIn,
  subjectsOf,
} from './who-is-told.ts';

type Taken = {
  readonly sequence: number;
  readonly events: readonly CaseEvent[];
  readonly command: Pick<CaseCommand, 'actor' | 'body' | 'commitments'>;
};

/** An entry, and how much of it each department was shown. */
type Shown = {
  /** Within the case; counted back from its first entry where it is one of the case that this was split off. */
  readonly sequence: number;
  readonly moved: readonly ProceedingId[];
  /** The department that submitted it, and every one its events name. */
  readonly by: DepartmentId | undefined;
  readonly named: readonly DepartmentId[];
  /** Subjects it says something of, and of these those that it names. */
  readonly about: readonly SubjectId[];
  readonly names: readonly SubjectId[];
  readonly committed: readonly string[];
  /** Who was told of it at the time, and how. */
  readonly told: readonly Recipient[];
  /** Paths of the values that each department may read; of one that is not named it has no body. */
  readonly paths: Readonly<Record<DepartmentId, readonly string[]>>;
};

/** An earlier entry that is shown to a department now, with the paths of the values that are passed on. */
export type PassedOn = {
  readonly to: DepartmentId;
  readonly sequence: number;
  readonly paths: readonly string[];
};

type Proceedings = Readonly<Record<ProceedingId, Proceeding>>;

/** A case so far as departments were shown it, oldest entry first. */
export type View = {
  readonly shown: readonly Shown[];
  /** Proceedings as they stood in the case that this one was split off. */
  readonly past: Proceedings;
  /** Subjects that were hidden there. */
  readonly hidden: CaseState['hidden'];
};

export const UNSEEN: View = { shown: [], past: {}, hidden: {} };

/** Where the entry of a sequence stands in a view. */
export const placeIn = ({ shown }: View, sequence: number): number => sequence - (shown[0]?.sequence ?? 1);

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

type Restriction = Extract<CaseEvent, { kind: 'restriction' }>;

const takingOver = (events: readonly CaseEvent[]): readonly Restriction[] =>
  events.filter((event) => event.kind === 'restriction' && event.passesTo !== undefined) as Restriction[];

type Succession = { readonly from: DepartmentId; readonly to: DepartmentId };

/**
 * Parties that are no more when an entry is told to whoever took over from them: what they were shown goes over with their files, save
 * where the case was restricted from them.
 */
const succeeding = (
  state: CaseState,
  events: readonly CaseEvent[],
  told: readonly Recipient[],
  register: Register,
  law: Law,
): readonly Succession[] => {
  const at = headlineOf(events)?.at;
  if (at === undefined) return [];
  const known = state.parties.filter((department) => !isRestricted(state, department));
  return known.flatMap((from) => {
    const to = answersFor(register, law, from, at);
    return to !== from && told.some(({ department }) => department === to) ? [{ from, to }] : [];
  });
};

/**
 * Departments that an entry shows earlier entries to.
 * @param told of it, by what is told at the time
 */
export const entitledBy = (
  state: CaseState,
  events: readonly CaseEvent[],
  told: readonly Recipient[],
  register: Register,
  law: Law,
): readonly DepartmentId[] => [
  ...new Set([
    ...passingOn(events).map(({ to }) => to),
    ...takingOver(events).flatMap(({ passesTo }) => passesTo ?? []),
    ...succeeding(state, events, told, register, law).map(({ to }) => to),
  ]),
];

/** A proceeding and those it continues, as far as its sender reads them with their values. */
const lineOf = (
  proceedings: Proceedings,
  id: ProceedingId,
  from: DepartmentId,
  law: Law,
): readonly ProceedingId[] => {
  const parent = proceedings[proceedings[id]?.parent ?? ''];
  const isRead = parent !== undefined && sightIn(law, parent, from) === 'all';
  return [id, ...(isRead ? lineOf(proceedings, parent.proceeding, from, law) : [])];
};

/** An entry that shows a department more than it was shown before. */
const shownMore = ({ sequence, paths }: Shown, to: DepartmentId, values: readonly string[]): PassedOn[] => {
  const before = paths[to];
  return before === undefined || values.some((path) => !before.includes(path))
    ? [{ to, sequence, paths: values }]
    : [];
};

/** Whether a department may know of a subject, of the case that this one was split off too. */
const mayKnow = (
  { past, hidden }: View,
  state: CaseState,
  law: Law,
  department: DepartmentId,
): ((subject: SubjectId) => boolean) => {
  const whole = {
    ...state,
    proceedings: { ...past, ...state.proceedings },
    hidden: { ...hidden, ...state.hidden },
  };
  return (subject) =>
    Object.hasOwn(state.subjects, subject)
      ? knowsSubject(state, law, subject, department)
      : !Object.hasOwn(hidden, subject) || knowsSubject(whole, law, subject, department);
};

/** Whom a proceeding is about, as far as its entries say. */
const subjectsIn = ({ subject, speaksOf = [] }: Proceeding): readonly SubjectId[] =>
  subject === undefined ? speaksOf : [subject, ...speaksOf];

const passed = (view: View, state: CaseState, handOff: HandOff, law: Law): PassedOn[] => {
  const { shown, past } = view;
  const { from, to, proceeding, passes = [] } = handOff;
  const proceedings = { ...past, ...state.proceedings };
  const p = proceedings[proceeding];
  if (!p) return [];
  const isOpen = (id: ProceedingId): boolean => {
    const other = proceedings[id];
    return other !== undefined && !isClosedTo(law, other, to);
  };
  const line = lineOf(proceedings, proceeding, from, law);
  const present = [from, to, ...p.participants];
  const theirs = subjectsIn(p);
  /**
   * A fact or a link is of no proceeding: the sender's own, unless it told it to somebody who takes no part here, or it is about others
   * than this is.
   */
  const isFiled = ({ moved, by, named, about }: Shown): boolean =>
    moved.length === 0
      ? by === from &&
        named.every((d) => present.includes(d)) &&
        (about.length === 0 || theirs.length === 0 || about.some((subject) => theirs.includes(subject)))
      : moved.some((id) => line.includes(id));
  /** Whom it is about is named in it, wherever in the case that was, as far as the sender reads it. */
  const namesHere = ({ names, paths }: Shown): readonly string[] =>
    names
      .filter((subject) => theirs.includes(subject))
      .map((subject) => `/subjects/${subject}`)
      .filter((path) => paths[from]?.some((own) => isUnder(own, path)));
  const isReader = sightIn(law, p, to) === 'all';
  const isKnown = mayKnow(view, state, law, to);
  return shown.flatMap((one) => {
    if (!one.moved.every(isOpen) || !one.about.every(isKnown)) return [];
    const names = isFiled(one) ? undefined : namesHere(one);
    if (names?.length === 0) return [];
    const isPassed = (path: string, all: readonly string[]): boolean => all.some((own) => isUnder(path, own));
    const values = one.committed.filter(
      (path) => isReader && isPassed(path, passes) && (names === undefined || isPassed(path, names)),
    );
    return shownMore(one, to, values);
  });
};

const withParents = (proceedings: Proceedings, id: ProceedingId): readonly ProceedingId[] => {
  const parent = proceedings[id]?.parent;
  return parent === undefined ? [id] : [id, ...withParents(proceedings, parent)];
};

/** What a department was shown of the proceedings that another takes over from it by this entry, and of those they continue. */
const takenOver = (
  { shown, past }: View,
  state: CaseState,
  { department, passesTo = '' }: Restriction,
  events: readonly CaseEvent[],
): PassedOn[] => {
  const proceedings = { ...past, ...state.proceedings };
  const taken = events.flatMap((event) =>
    event.kind === 'roles' ? withParents(proceedings, event.proceeding) : [],
  );
  return shown.flatMap((one) => {
    const values = one.paths[department];
    return values && one.moved.some((id) => taken.includes(id)) ? shownMore(one, passesTo, values) : [];
  });
};

const succeeded = ({ shown }: View, { from, to }: Succession): PassedOn[] =>
  shown.flatMap((one) => {
    const values = one.paths[from];
    return values ? shownMore(one, to, values) : [];
  });

/** What one entry passes on to each department. */
const together = (all: readonly PassedOn[]): PassedOn[] =>
  [...Map.groupBy(all, ({ to, sequence }) => `${sequence} ${to}`).values()]
    .map((same) => ({ ...(same[0] as PassedOn), paths: [...new Set(same.flatMap(({ paths }) => paths))] }))
    .sort((a, b) => a.sequence - b.sequence);

/** An entry as departments are told of it at the time. */
const shownAtOnce = (state: CaseState, entry: Taken, register: Register, law: Law): Shown => {
  const committed = Object.keys(entry.command.commitments);
  const told = recipientsOf(state, entry, register, law).filter(({ department }) =>
    isActive(register, department),
  );
  const { actor } = entry.command;
  const withBody = told.filter(({ sees }) => sees !== 'status');
  return {
    sequence: entry.sequence,
    moved: movedBy(state, entry.events).map(({ proceeding }) => proceeding),
    by: 'department' in actor ? actor.department : undefined,
    named: entry.events.flatMap(namedIn),
    about: [...new Set([...entry.events.flatMap(subjectsOf), ...(entry.command.body.subjects ?? [])])],
    names: entry.events.flatMap((event) =>
      event.kind === 'subject' || event.type === 'subject-revised' ? subjectsOf(event) : [],
    ),
    committed,
    told,
    paths: Object.fromEntries(
      withBody.map((recipient) => [recipient.department, pathsTold(recipient, entry.events, committed)]),
    ),
  };
};

const withPassed = (view: View, passedOn: readonly PassedOn[]): View => {
  if (passedOn.length === 0) return view;
  const more = Map.groupBy(passedOn, ({ sequence }) => sequence);
  const shown = view.shown.map((one): Shown => {
    const news = (more.get(one.sequence) ?? []).map(
      ({ to, paths }) => [to, [...new Set([...(one.paths[to] ?? []), ...paths])]] as const,
    );
    return news.length === 0 ? one : { ...one, paths: { ...one.paths, ...Object.fromEntries(news) } };
  });
  return { ...view, shown };
};

/**
 * The view after one more entry, and the earlier entries that departments are shown because of it, oldest first.
 * @param state the case after the entry
 */
export const viewAfter = (
  view: View,
  state: CaseState,
  entry: Taken,
  register: Register,
  law: Law,
): { readonly view: View; readonly passedOn: readonly PassedOn[] } => {
  const now = shownAtOnce(state, entry, register, law);
  const passedOn = together([
    ...passingOn(entry.events).flatMap((handOff) => passed(view, state, handOff, law)),
    ...takingOver(entry.events).flatMap((restriction) => takenOver(view, state, restriction, entry.events)),
    ...succeeding(state, entry.events, now.told, register, law).flatMap((one) => succeeded(view, one)),
  ]).filter(({ to }) => isActive(register, to));
  const { shown, ...past } = withPassed(view, passedOn);
  return { view: { ...past, shown: [...shown, now] }, passedOn };
};

/**
 * The view that a case split off another begins with. Of what moved a proceeding that came along, each department is shown what it was
 * shown there; the rest is kept for whoever is handed one of those later.
 * @param view of the other case, and `state` that case, after the entry by which they left
 */
export const viewAtSplit = (view: View, state: CaseState, into: CaseId): View => {
  const cameAlong = (id: ProceedingId): boolean => state.proceedings[id]?.moved?.to === into;
  return {
    past: { ...view.past, ...state.proceedings },
    hidden: { ...view.hidden, ...state.hidden },
    shown: view.shown.map((one) => ({
      ...one,
      sequence: one.sequence - state.sequence,
      told: [],
      paths: one.moved.some(cameAlong) ? one.paths : {},
    })),
  };
};

/** The entry of another case that let go what this one began with. */
export const cameFrom = (events: readonly CaseEvent[]): { case: CaseId; sequence: number } | undefined => {
  const arrival = events.find((event) => event.kind === 'arrival');
  return arrival?.kind === 'arrival' ? arrival.from : undefined;
};

/** How an earlier entry, of the case it was split off too, is shown to a department later. */
export const shownLaterIn = (
  { past }: View,
  state: CaseState,
  events: readonly CaseEvent[],
  department: DepartmentId,
): Recipient | undefined =>
  shownLater({ ...state, proceedings: { ...past, ...state.proceedings } }, events, department);
