// Who is told of an entry, and how much of it: with the values, the open form, or a status word only. The one policy of NATS,
// HTTP and reports. Closed by default: a department that is not named here learns nothing, not even that the case exists.
import type { Law } from '../law/law.ts';
import { remember } from '../law/remember.ts';
import type { CaseEvent } from '../schemas/event.ts';
import { BUS, type DepartmentId, type ProceedingId, type SubjectId } from '../schemas/ids.ts';
import type { Procedure, Sight } from '../schemas/procedure.ts';
import { isClosedOff } from './joining/words.ts';
import { answersFor } from './register/former-body.ts';
import { type Register, routeTo, toldResults } from './register/register.ts';
import { isRestricted } from './restricting/is-restricted.ts';
import type { CaseState, Proceeding } from './state.ts';

/**
 * `procedure` and `event` name the notice: `xianjie.<procedure>.<event>.v1`. Who sees a status word only gets the words of
 * `proceedings`, and nothing where none changed. Of steps recorded together `places` are those whose values are told; absent
 * where all are.
 */
export type Recipient = {
  readonly department: DepartmentId;
  readonly sees: Sight;
  readonly procedure: string;
  readonly event: string;
  readonly proceedings?: readonly ProceedingId[];
  readonly places?: readonly number[];
};

/** Events of the case itself, beside its procedures, are notices of this name. */
export const CASE_PROCEDURE = 'case';
/** A changed status word is a notice of this name. */
export const STATUS_CHANGED = 'status-changed';

/** Whether there are roles that see no more than a status word: nothing else of the proceeding reaches the others. */
export const isClosed: (procedure: Procedure) => boolean = remember((procedure: Procedure) =>
  Object.values(procedure.roles).some(({ sees }) => sees === 'status'),
);

/** Departments that may see more of a proceeding than its status word. */
const readersOf = (procedure: Procedure, p: Proceeding): string =>
  [
    ...new Set(
      Object.entries(procedure.roles).flatMap(([role, { sees }]) =>
        sees === 'status' ? [] : (p.roles[role] ?? []),
      ),
    ),
  ]
    .sort()
    .join();

/**
 * Proceedings these events move that no one entry may hold: one is closed, and others read it than read the rest. None where
 * all keep to the same readers.
 */
export const movedApart = (
  state: CaseState,
  events: readonly CaseEvent[],
  law: Law,
): readonly ProceedingId[] => {
  const moved = new Map(
    events.flatMap((event) => {
      const p = proceedingOfEvent(state, event);
      const procedure = p && law.procedure(p.procedure, p.version);
      return procedure ? [[p.proceeding, { p, procedure }] as const] : [];
    }),
  );
  const all = [...moved.values()];
  const isAnyClosed = all.some(({ procedure }) => isClosed(procedure));
  const readers = isAnyClosed ? new Set(all.map(({ p, procedure }) => readersOf(procedure, p))) : undefined;
  return readers && readers.size > 1 ? [...moved.keys()] : [];
};

const ORDER: readonly Sight[] = ['status', 'open', 'all'];
const more = (one: Sight, other: Sight): Sight => (ORDER.indexOf(one) > ORDER.indexOf(other) ? one : other);

/** What the roles a department holds in a proceeding let it see; `undefined` where it holds none. */
export const sightIn = (law: Law, p: Proceeding, department: DepartmentId): Sight | undefined => {
  const roles = law.procedure(p.procedure, p.version)?.roles ?? {};
  return Object.entries(roles)
    .filter(([role]) => p.roles[role]?.includes(department))
    .map(([, { sees }]) => sees)
    .reduce<Sight | undefined>((best, sees) => (best ? more(best, sees) : sees), undefined);
};

/** Names of the closed procedures: their limits and steps stand in no list and no figure of those who take no part. */
export const closedProcedures = (law: Law): string[] => [
  ...new Set(law.procedures.filter(isClosed).map(({ procedure }) => procedure)),
];

/** As `sightIn`; of a closed proceeding whoever holds no role sees a status word and no more. */
export const sightOf = (law: Law, p: Proceeding, department: DepartmentId): Sight | undefined => {
  const procedure = law.procedure(p.procedure, p.version);
  return sightIn(law, p, department) ?? (procedure && isClosed(procedure) ? 'status' : undefined);
};

/** Whether a proceeding is closed to a department: no body of an entry that moves it goes there. */
export const isClosedTo = (law: Law, p: Proceeding, department: DepartmentId): boolean =>
  law.procedure(p.procedure, p.version) === undefined || sightOf(law, p, department) === 'status';

/** Whether all of the case may know of a subject: it was named in something open. */
export const isNamedOpenly = (
  { subjects, hidden }: Pick<CaseState, 'subjects' | 'hidden'>,
  subject: SubjectId,
): boolean => Object.hasOwn(subjects, subject) && !Object.hasOwn(hidden, subject);

/** Whether a department reads a closed proceeding: it took part, or was told of a step, and its role shows it more than a status word. */
const isReaderOf = (law: Law, p: Proceeding, department: DepartmentId): boolean =>
  [...p.participants, ...(p.told ?? [])].includes(department) && !isClosedTo(law, p, department);

/** Whether a department may know of a subject. To whoever reads nothing that it is named in, there is none. */
export const knowsSubject = (
  state: CaseState,
  law: Law,
  subject: SubjectId,
  department: DepartmentId,
): boolean =>
  isNamedOpenly(state, subject) ||
  (state.hidden[subject] ?? []).some((id) => {
    const p = state.proceedings[id];
    return p !== undefined && isReaderOf(law, p, department);
  });

/** Subjects that an event says something of. */
export const subjectsOf = (event: CaseEvent): readonly SubjectId[] => {
  switch (event.kind) {
    case 'subject':
    case 'version':
      return [...(event.subject ? [event.subject] : []), ...(event.attributes?.members ?? [])];
    case 'proceeding':
      return event.subject ? [event.subject] : [];
    case 'step':
    case 'follow-up':
      return event.subjects ?? [];
    default:
      return [];
  }
};

/** Departments an event names: whoever is told of it may know that they are in it. */
export const namedIn = (event: CaseEvent): readonly DepartmentId[] => {
  switch (event.kind) {
    case 'case':
      return [event.openedBy];
    case 'step':
      return [...(event.by === BUS ? [] : [event.by]), ...event.copies, ...(event.joins ?? [])];
    case 'hand-off':
      return [event.from, event.to];
    case 'draft':
      return [event.for, ...event.visibleTo];
    case 'fact':
      return [...(event.by === 'publisher' ? [] : [event.by]), ...event.told];
    case 'admission':
      return [event.by, ...event.departments];
    case 'void':
    case 'closing':
    case 'correction':
    case 'version':
    case 'move':
    case 'join':
    case 'joined':
      return [event.by];
    // Never the one it is restricted from: who is told learns whom to go to, not whom it is about.
    case 'restriction':
      return [event.by, ...(event.passesTo ? [event.passesTo] : [])];
    case 'arrival':
      return [event.by, ...event.told];
    case 'moment':
      return event.addressees.map((a) => a.department);
    case 'urge':
      return [event.by, ...event.addressees.map((a) => a.department)];
    default:
      return [];
  }
};

/** The proceeding an event is about, or `undefined` where it is about the case. */
export const proceedingOfEvent = (state: CaseState, event: CaseEvent): Proceeding | undefined => {
  if ('proceeding' in event && event.kind !== 'follow-up')
    return event.proceeding === undefined ? undefined : state.proceedings[event.proceeding];
  if (event.kind === 'follow-up') return state.proceedings[event.from];
  // The key of a clock begins with its proceeding, wherever that has gone.
  return event.kind === 'clock' ? state.proceedings[event.clock.split('/', 1)[0] ?? ''] : undefined;
};

/** Changes of a clock that no step tells of: by a new calendar, and by a department, which says why. */
const RECALCULATED: CaseEvent['type'] = 'clock-recalculated';
const MENDED: ReadonlySet<CaseEvent['type']> = new Set(['clock-restarted', 'clock-settled']);

/** Whoever is obliged since a step of another proceeding, of which nobody else may tell it. */
const startedElsewhere = (event: Extract<CaseEvent, { kind: 'clock' }>): readonly DepartmentId[] =>
  event.type === 'clock-started' && event.startedBy !== undefined && event.obliged.includes('/')
    ? [event.obliged]
    : [];

/** Who takes part in a proceeding, with the values. */
const participantsIn = (law: Law, p: Proceeding): DepartmentId[] =>
  p.participants.filter((department) => sightIn(law, p, department) === 'all');

/** Departments that take part in proceedings closed to nobody, with the values; of those about other subjects not. */
const openParticipants = (state: CaseState, law: Law, subject?: SubjectId): DepartmentId[] =>
  Object.values(state.proceedings).flatMap((p) => {
    const procedure = law.procedure(p.procedure, p.version);
    const isAnothers = subject !== undefined && p.subject !== undefined && p.subject !== subject;
    return !procedure || isClosed(procedure) || isAnothers ? [] : participantsIn(law, p);
  });

/** Whom a version concerns: who takes part in what is open; of a subject that is hidden, in what it is hidden in. */
const versionParticipants = (state: CaseState, law: Law, subject?: SubjectId): DepartmentId[] =>
  subject === undefined || isNamedOpenly(state, subject)
    ? openParticipants(state, law, subject)
    : (state.hidden[subject] ?? []).flatMap((id) => {
        const p = state.proceedings[id];
        return p ? participantsIn(law, p) : [];
      });

/** Whether a department may speak of the case as a whole: it opened it, or takes part in what is closed to nobody. */
export const takesPartOpenly = (state: CaseState, law: Law, department: DepartmentId): boolean =>
  state.openedBy === department || openParticipants(state, law).includes(department);

/** Whom an event concerns beside those it names: who takes part in the proceeding. */
const concerned = (
  state: CaseState,
  event: CaseEvent,
  law: Law,
): { full: readonly DepartmentId[]; open: readonly DepartmentId[] } => {
  const participants = proceedingOfEvent(state, event)?.participants ?? [];
  switch (event.kind) {
    case 'step':
      return { full: [...namedIn(event), ...participants], open: [] };
    case 'hand-off':
    case 'draft':
    case 'fact':
    case 'admission':
    case 'restriction':
      return { full: namedIn(event), open: [] };
    case 'arrival':
      // Who opened the case it left may close this one too, whether it takes part in it or not.
      return { full: namedIn(event), open: [state.openedBy] };
    case 'moment':
      return { full: [], open: namedIn(event) };
    case 'urge':
      return { full: namedIn(event), open: participants };
    case 'correction':
      return { full: [...namedIn(event), ...participants], open: [] };
    case 'version':
      return { full: [...namedIn(event), ...versionParticipants(state, law, event.subject)], open: [] };
    case 'void':
      return { full: [...namedIn(event), ...state.parties], open: [] };
    case 'closing': {
      // Of a proceeding waived those who took part; of the case as a whole all who know of it.
      const told = event.type === 'proceeding-waived' ? participants : state.parties;
      return { full: [...namedIn(event), ...told], open: [] };
    }
    case 'join':
    case 'joined':
      // Of the parties none learns by it of a case it does not know.
      return { full: [...namedIn(event), state.openedBy], open: [] };
    case 'move': {
      const p = proceedingOfEvent(state, event);
      return { full: [...namedIn(event), ...(p?.moved?.told ?? [])], open: [state.openedBy] };
    }
    case 'clock':
      return {
        full: MENDED.has(event.type) ? participants : [],
        open: event.type === RECALCULATED ? participants : startedElsewhere(event),
      };
    default:
      return { full: [], open: [] };
  }
};

const HEADLINES: readonly CaseEvent['kind'][] = [
  'restriction',
  'void',
  'closing',
  'move',
  'arrival',
  'join',
  'joined',
  'correction',
  'version',
  'step',
  'draft',
  'moment',
  'urge',
  'fact',
  'admission',
  'link',
  'clock',
];

/** The event that names an entry in notices and timelines: what was done, not what followed from it. */
export const headlineOf = (events: readonly CaseEvent[]): CaseEvent | undefined => {
  // Of steps recorded together the last, which alone may reach others.
  const last = Math.max(...events.map((e) => (e.kind === 'step' ? (e.place ?? 0) : 0)));
  const isOfLast = (e: CaseEvent): boolean => e.kind !== 'step' || (e.place ?? 0) === last;
  const first = (kind: CaseEvent['kind']) => events.find((e) => e.kind === kind && isOfLast(e));
  return HEADLINES.map(first).find((e) => e !== undefined) ?? events[0];
};

/** Departments that an entry hands a proceeding to and that did nothing in it before: they came with its last step. */
const newcomers = (state: CaseState, events: readonly CaseEvent[]): ReadonlySet<DepartmentId> =>
  new Set(
    events.flatMap((event) => {
      if (event.kind !== 'hand-off' || event.type !== 'hand-off-started') return [];
      const steps = proceedingOfEvent(state, event)?.steps ?? [];
      return steps.some(({ by }) => by === event.to) ? [] : [event.to];
    }),
  );

/**
 * Of steps recorded together, those that a department would have been told of had they been entered one by one: who comes in with
 * the last step is told of the values of that one.
 */
const placesTold = (
  state: CaseState,
  { events, command: { actor } }: Submitted,
  department: DepartmentId,
  law: Law,
): readonly number[] | undefined => {
  const steps = events.filter((event) => event.kind === 'step');
  const last = steps.at(-1)?.place;
  if (last === undefined || ('department' in actor && actor.department === department)) return undefined;
  const isNew = newcomers(state, events).has(department);
  const told = steps.filter((step) => {
    const isLast = step.place === last;
    const { full } = concerned(state, step, law);
    return isLast || (!isNew && full.includes(department));
  });
  const places = [...new Set(told.flatMap(({ place }) => place ?? []))];
  return places.length === new Set(steps.map(({ place }) => place)).size ? undefined : places;
};

/** Status words that changed, each with its proceeding; the last of a proceeding holds. */
const wordsChanged = (events: readonly CaseEvent[]): ReadonlyMap<ProceedingId, string> =>
  new Map(
    events.flatMap((e) => (e.kind === 'step' && e.shows !== undefined ? [[e.proceeding, e.shows]] : [])),
  );

/** The proceedings that an entry moved. */
export const movedBy = (state: CaseState, events: readonly CaseEvent[]): readonly Proceeding[] => [
  ...new Set(events.flatMap((event) => proceedingOfEvent(state, event) ?? [])),
];

/** Members that the region of the case registered for the results of what this event decides, by the day it happened. */
const membersTold = (
  state: CaseState,
  event: CaseEvent,
  register: Register,
  law: Law,
): readonly DepartmentId[] => {
  if (event.kind !== 'step') return [];
  const p = proceedingOfEvent(state, event);
  const results = p && law.procedure(p.procedure, p.version)?.results;
  return p && results?.includes(event.command)
    ? toldResults(register, state.region, p.procedure, event.at)
    : [];
};

/**
 * Procedure and event that name an entry in a notice. Who takes no part in the proceeding of the headline is told by what moved the
 * ones it takes part in, or is to, or whose results it gets, so that a filter by procedure holds all that its proceedings are about.
 */
const nameOf = (
  state: CaseState,
  events: readonly CaseEvent[],
  headline: CaseEvent,
  department: DepartmentId,
  isResultOf: (event: CaseEvent) => boolean = () => false,
): Pick<Recipient, 'procedure' | 'event'> => {
  const about = (event: CaseEvent) => proceedingOfEvent(state, event);
  const takesPart = (event: CaseEvent) => about(event)?.participants.includes(department) === true;
  const holdsRole = (event: CaseEvent) =>
    Object.values(about(event)?.roles ?? {}).some((holders) => holders.includes(department));
  const isAstray = about(headline) !== undefined && !takesPart(headline);
  const theirs = (which: (event: CaseEvent) => boolean) => headlineOf(events.filter(which));
  const named = (isAstray && (theirs(takesPart) ?? theirs(holdsRole) ?? theirs(isResultOf))) || headline;
  return { procedure: about(named)?.procedure ?? CASE_PROCEDURE, event: named.type };
};

/** What the platform keeps for its own decisions alone. */
const UNTOLD: readonly CaseEvent['kind'][] = ['follow-up-end', 'standing', 'standing-noted'];

/** Whether it tells of another case, joined with this one, that a department may know of no more. */
const namesClosedOff = (state: CaseState, events: readonly CaseEvent[], department: DepartmentId): boolean =>
  events.some(
    (event) =>
      (event.kind === 'joined' && isClosedOff(state, event.case, department)) ||
      (event.kind === 'join' && isClosedOff(state, event.into, department)),
  );

type Submitted = {
  readonly events: readonly CaseEvent[];
  readonly command: { readonly actor: { department: DepartmentId } | { service: string } };
};

/**
 * Departments to tell of an entry; `state` is the case after it. The joint-meeting office sees the open part of all, save
 * where its role shows it a status word. Whoever a moved proceeding is closed to, or may not know of a subject, gets no body, whatever
 * else the entry moved.
 */
export const recipientsOf = (
  state: CaseState,
  entry: Submitted,
  register: Register,
  law: Law,
): Recipient[] => {
  const headline = headlineOf(entry.events);
  // That an order no longer applied would tell of the state that kept it from being taken.
  if (!headline || entry.events.every(({ kind }) => UNTOLD.includes(kind))) return [];
  const moved = movedBy(state, entry.events);
  const office = routeTo(register, state.region, 'joint-meeting-office');
  const subjects = [...new Set(entry.events.flatMap(subjectsOf))];
  const isClosedOff = (department: DepartmentId): boolean =>
    moved.some((p) => isClosedTo(law, p, department)) ||
    subjects.some((subject) => !knowsSubject(state, law, subject, department));
  const told = new Map<DepartmentId, Sight>();
  const tell = (named: DepartmentId, sees: Sight): void => {
    const department = answersFor(register, law, named, headline.at);
    const most = isClosedOff(department) ? 'status' : sees;
    told.set(department, more(told.get(department) ?? most, most));
  };
  // Who submitted it is told of what was taken, also where no event names it (a link).
  const { actor } = entry.command;
  if ('department' in actor) tell(actor.department, 'all');
  for (const event of entry.events) {
    const p = proceedingOfEvent(state, event);
    const most = (department: DepartmentId, sees: Sight): Sight => {
      const role = p && sightOf(law, p, department);
      return role && ORDER.indexOf(role) < ORDER.indexOf(sees) ? role : sees;
    };
    const who = concerned(state, event, law);
    for (const d of who.full) tell(d, most(d, 'all'));
    for (const d of who.open) tell(d, most(d, 'open'));
  }
  if (office) tell(office, 'open');
  const members = (event: CaseEvent) => membersTold(state, event, register, law);
  for (const d of entry.events.flatMap(members)) tell(d, 'open');
  const words = wordsChanged(entry.events);
  const changed = moved.filter(({ proceeding }) => words.has(proceeding));
  for (const p of changed)
    for (const d of Object.values(p.roles).flat()) if (sightIn(law, p, d) === 'status') tell(d, 'status');
  return [...told].flatMap(([department, sees]): Recipient[] => {
    if (isRestricted(state, department) || namesClosedOff(state, entry.events, department)) return [];
    if (sees !== 'status') {
      const places = placesTold(state, entry, department, law);
      return [
        {
          department,
          sees,
          ...nameOf(state, entry.events, headline, department, (event) =>
            members(event).includes(department),
          ),
          ...(places ? { places } : {}),
        },
      ];
    }
    const shown = changed.filter((p) => sightOf(law, p, department) === 'status');
    const [first] = shown;
    if (first === undefined) return [];
    const proceedings = shown.map((p) => p.proceeding);
    return [{ department, sees, procedure: first.procedure, event: STATUS_CHANGED, proceedings }];
  });
};

/** How much a department learns of an earlier entry that is shown to it later: its body, named by what was done. */
export const shownLater = (
  state: CaseState,
  events: readonly CaseEvent[],
  department: DepartmentId,
): Recipient | undefined => {
  const headline = headlineOf(events);
  return headline && { department, sees: 'open', ...nameOf(state, events, headline, department) };
};
