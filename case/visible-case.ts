// A case cut to what one department was told of it. Only proceedings of which it got an entry are there; one in which it
// takes no part stands as it was when it was last told. Whoever takes part is told of every step, and sees it as it is. Of a
// proceeding that shows it a status word only, nothing but that word is there.
import type { Law } from '../law/law.ts';
import type { CaseEvent } from '../schemas/event.ts';
import type { DepartmentId, ProceedingId, SubjectId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import type { Sight } from '../schemas/procedure.ts';
import { isClosedOff } from './joining/words.ts';
import type { CaseState, Proceeding } from './state.ts';
import { isClosed, knowsSubject, namedIn, proceedingOfEvent, sightOf } from './who-is-told.ts';

/** An entry the department was told of. */
export type Told = {
  /** Place within the case, and in the ledger. */
  readonly sequence: number;
  readonly ledgerSequence: number;
  readonly occurredAt: Instant;
  readonly events: readonly CaseEvent[];
  readonly sees: Sight;
};

/** When a proceeding came to its present state, and who acted last. */
export type Since = Readonly<Record<ProceedingId, { readonly at: Instant; readonly by: string | null }>>;

/** The status word of a proceeding, a key of its procedure's `statusWords`. */
export type StatusWord = {
  readonly proceeding: ProceedingId;
  readonly procedure: string;
  readonly version: number;
  readonly word: string;
};

/** A case with what stands beside its fold. */
export type Seen = {
  readonly state: CaseState;
  readonly since: Since;
  readonly ledgerSequence: number;
};

export type VisibleCase = Seen & {
  /** Whether it may know who opened the case, and when. */
  readonly knowsOpening: boolean;
  readonly statuses: readonly StatusWord[];
};

/** The status words an entry showed a department that sees no more of those proceedings. */
export const wordsTold = (
  law: Law,
  state: CaseState,
  events: readonly CaseEvent[],
  department: DepartmentId,
): StatusWord[] =>
  events.flatMap((event): StatusWord[] => {
    if (event.kind !== 'step' || event.shows === undefined) return [];
    const p = state.proceedings[event.proceeding];
    return p && sightOf(law, p, department) === 'status'
      ? [{ proceeding: p.proceeding, procedure: p.procedure, version: p.version, word: event.shows }]
      : [];
  });

const isClosedOf = (law: Law, p: Proceeding | undefined): boolean => {
  const procedure = p && law.procedure(p.procedure, p.version);
  return procedure !== undefined && isClosed(procedure);
};

const only = <T>(
  all: Readonly<Record<string, T>>,
  keep: (one: T, key: string) => boolean,
): Record<string, T> => Object.fromEntries(Object.entries(all).filter(([key, one]) => keep(one, key)));

const isJoining = (event: CaseEvent, id: string): boolean => event.kind === 'joined' && event.case === id;

/** The subjects a department may know of, with those of their members that it may, and what was stated of them. */
const subjectsKnown = (
  state: CaseState,
  law: Law,
  department: DepartmentId,
): Pick<CaseState, 'subjects' | 'hidden' | 'publicBy' | 'stated'> => {
  const isKnown = (subject: SubjectId): boolean => knowsSubject(state, law, subject, department);
  const known = Object.entries(state.subjects).flatMap(([id, { members, ...attributes }]) =>
    isKnown(id) ? [[id, { ...attributes, ...(members ? { members: members.filter(isKnown) } : {}) }]] : [],
  );
  return {
    subjects: Object.fromEntries(known),
    hidden: only(state.hidden, (_, id) => isKnown(id)),
    publicBy: only(state.publicBy, (_, id) => isKnown(id)),
    stated: only(state.stated, (_, key) => {
      const subject = key.split(' ')[1] ?? '';
      return !Object.hasOwn(state.subjects, subject) || isKnown(subject);
    }),
  };
};

/** The case without those joined with it that are restricted from a department. */
const joinsKnown = (state: CaseState, department: DepartmentId): CaseState => ({
  ...state,
  joinTurns: state.joinTurns.filter((turn) => !isClosedOff(state, turn.case, department)),
  joinedCases: only(state.joinedCases, (_, id) => !isClosedOff(state, id, department)),
});

/** `told`: the department's timeline, oldest first. `seesAll`: the joint-meeting office, told of all that is not closed. */
export const visibleCase = (
  law: Law,
  { state: known, since, ledgerSequence }: Seen,
  told: readonly Told[],
  department: DepartmentId,
  seesAll: boolean,
): VisibleCase => {
  const state = joinsKnown(known, department);
  const proceedings = Object.values(state.proceedings);
  const shut = new Set(
    proceedings.filter((p) => sightOf(law, p, department) === 'status').map((p) => p.proceeding),
  );
  if (seesAll && shut.size === 0) return { state, since, ledgerSequence, knowsOpening: true, statuses: [] };
  const events = told
    .filter(({ sees }) => sees !== 'status')
    .flatMap((entry) => entry.events.map((event) => ({ entry, event })))
    .filter(({ event }) => !shut.has(proceedingOfEvent(state, event)?.proceeding ?? ''));
  const takesPart = (p: Proceeding): boolean =>
    !shut.has(p.proceeding) &&
    (seesAll ||
      p.participants.includes(department) ||
      Object.values(state.clocks).some((c) => c.proceeding === p.proceeding && c.obliged === department));
  const toldOf = new Set(events.map(({ event }) => proceedingOfEvent(state, event)?.proceeding));
  const visible = proceedings.filter((p) => !shut.has(p.proceeding) && (seesAll || toldOf.has(p.proceeding)));
  const ours = new Set(visible.filter(takesPart).map((p) => p.proceeding));

  const namedTo = new Set<DepartmentId>([department, ...events.flatMap(({ event }) => namedIn(event))]);
  const rolesOf = (p: Proceeding): Proceeding['roles'] =>
    Object.fromEntries(
      Object.entries(p.roles).map(([role, holders]) => [role, holders.filter((d) => namedTo.has(d))]),
    );
  const asTold = (p: Proceeding): { proceeding: Proceeding; since: Since[string] | undefined } => {
    if (takesPart(p)) return { proceeding: p, since: since[p.proceeding] };
    const last = events.findLast(({ event }) => event.kind === 'step' && event.proceeding === p.proceeding);
    if (last?.event.kind !== 'step') return { proceeding: p, since: undefined };
    const { moved: _moved, arrived: _arrived, ...then } = p;
    return {
      proceeding: { ...then, state: last.event.to, roles: rolesOf(p) },
      since: { at: last.entry.occurredAt, by: last.event.by },
    };
  };
  const seen = visible.map(asTold);
  const named = new Set<DepartmentId>([
    ...namedTo,
    ...visible.filter(takesPart).flatMap((p) => [...p.participants]),
  ]);
  // Who is a party of nothing but what is closed is not named to the office either.
  const shutIn = new Set(
    proceedings.filter((p) => shut.has(p.proceeding)).flatMap((p) => [...p.participants]),
  );
  const isNamed = (party: DepartmentId) => named.has(party) || (seesAll && !shutIn.has(party));
  const last = told.at(-1);
  const words = told.flatMap((entry) => wordsTold(law, state, entry.events, department));
  const openedIn = proceedings.find(({ parent }) => parent === undefined);
  const { lastNamed: _lastNamed, ...whole } = state;
  return {
    state: {
      ...whole,
      ...subjectsKnown(state, law, department),
      joinTurns: events.some(({ event }) => event.kind === 'join') ? state.joinTurns : [],
      sequence: last?.sequence ?? 0,
      proceedings: Object.fromEntries(seen.map(({ proceeding }) => [proceeding.proceeding, proceeding])),
      clocks: only(state.clocks, (c) => ours.has(c.proceeding) || c.obliged === department),
      handOffs: only(state.handOffs, (h) => ours.has(h.proceeding)),
      followUps: state.followUps.filter((f) => ours.has(f.from)),
      told: [],
      joinedCases: only(state.joinedCases, (_, id) => events.some(({ event }) => isJoining(event, id))),
      parties: state.parties.filter(isNamed),
    },
    since: Object.fromEntries(
      seen.flatMap(({ proceeding, since: at }) => (at ? [[proceeding.proceeding, at]] : [])),
    ),
    ledgerSequence: last?.ledgerSequence ?? 0,
    knowsOpening: !isClosedOf(law, openedIn) || events.some(({ event }) => event.kind === 'case'),
    statuses: [...new Map(words.map((word) => [word.proceeding, word])).values()],
  };
};
