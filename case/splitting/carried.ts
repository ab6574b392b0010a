// What of a case belongs to one proceeding and goes with it to another case: it leaves the one as it arrives in the other, so no
// limit is lost, doubled or begun anew. Pure; the entry that takes it over is decided on what the other case's entries left.
import type { CaseCommand } from '../../schemas/command.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { Carried, CaseEvent } from '../../schemas/event.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { membersEver } from '../one-party.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import {
  type CaseState,
  type Clock,
  type HandOff,
  lastNumber,
  type Proceeding,
  type Restrictions,
  type Stated,
  statedKey,
} from '../state.ts';

type Moved = Extract<CaseEvent, { kind: 'move' }>;
type Moving = NonNullable<Proceeding['moved']>;
type Arrived = Extract<CaseEvent, { kind: 'arrival' }>;

/** What another case hands on: by whom, who is told of it, and the proceeding with all that belongs to it. */
export type HandedOn = Pick<Arrived, 'by' | 'told' | 'carried'>;

/** Who knows of a proceeding: those who took part in it, and the holders of its roles that know of the case; none it is restricted from. */
const knowersOf = (state: CaseState, p: Proceeding): DepartmentId[] =>
  [
    ...new Set([
      ...p.participants,
      ...Object.values(p.roles)
        .flat()
        .filter((d) => state.parties.includes(d)),
    ]),
  ].filter((department) => !isRestricted(state, department));

const only = <T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));

const STATED = ['amount-stated', 'charge-stated', 'subject-revised'] as const;

/**
 * Whom it is about: its own subject, or those that its steps speak of; of a network its members too, save those hidden elsewhere. What
 * was said of others stays.
 */
const aboutOf = (
  { subjects, hidden, publicBy, stated }: CaseState,
  { proceeding, subject, speaksOf = [] }: Proceeding,
): Pick<Moving, 'subjects' | 'hidden' | 'publicBy' | 'stated'> => {
  const named = subject === undefined ? speaksOf : [subject];
  const all = named
    .flatMap((one) => [one, ...membersEver(subjects[one])])
    .filter((one) => hidden[one]?.includes(proceeding) ?? true);
  const keys = STATED.flatMap((type) => [undefined, ...all].map((one) => statedKey(type, one)));
  return {
    subjects: only(subjects, all),
    hidden: Object.keys(only(hidden, all)),
    publicBy: only(publicBy, all),
    stated: only(stated, keys),
  };
};

/** The case without the clocks of a proceeding that leaves it; the proceeding stays to be read, with where it went. */
export const withoutMoved = (state: CaseState, event: Moved): CaseState => {
  const p = state.proceedings[event.proceeding];
  if (!p) throw new Error(`event names proceeding ${event.proceeding}, which case ${state.id} does not have`);
  const isOwn = (one: { readonly proceeding: string }): boolean => one.proceeding === event.proceeding;
  const moved = {
    department: event.by,
    officer: event.officer,
    at: event.at,
    to: event.case,
    in: state.sequence + 1,
    told: knowersOf(state, p),
    clocks: Object.values(state.clocks).filter(isOwn),
    handOffs: Object.values(state.handOffs).filter(isOwn),
    ...aboutOf(state, p),
    restricted: state.restricted,
    numbered: lastNumber(state),
  };
  return {
    ...state,
    proceedings: { ...state.proceedings, [event.proceeding]: { ...p, moved } },
    clocks: Object.fromEntries(Object.entries(state.clocks).filter(([, clock]) => !isOwn(clock))),
  };
};

/** Entries of the case it left are counted back from the one by which it left: no entry of the other has such a sequence. */
const countedBack = <T extends { readonly startedIn: number; readonly stoppedIn?: number }>(
  one: T,
  from: number,
): T => ({
  ...one,
  startedIn: one.startedIn - from,
  ...(one.stoppedIn === undefined ? {} : { stoppedIn: one.stoppedIn - from }),
});

const statedCountedBack = ({ by, ...last }: Stated, from: number): Stated => ({
  ...last,
  sequence: last.sequence - from,
  by: Object.fromEntries(
    Object.entries(by).map(([who, said]) => [who, { ...said, sequence: said.sequence - from }]),
  ),
});

/** An entry of the case they left as the other one reads it: with what it says of entries of its own case. */
export const entryCountedBack = <T extends Pick<Entry, 'sequence' | 'events'>>(
  entry: T,
  from: number,
): T => ({
  ...entry,
  sequence: entry.sequence - from,
  events: entry.events.map((event) =>
    event.kind === 'correction' ? { ...event, corrects: event.corrects - from } : event,
  ),
});

/** What `receive-proceeding` takes over from the case it names, or `undefined` where nothing was handed on by that entry. */
export const handedOn = (
  other: CaseState | null | undefined,
  { case: to, proceeding = '', body: { from } }: Pick<CaseCommand, 'case' | 'proceeding' | 'body'>,
): HandedOn | undefined => {
  const p = other && Object.hasOwn(other.proceedings, proceeding) ? other.proceedings[proceeding] : undefined;
  if (!p?.moved || p.moved.to !== to || p.moved.in !== from?.sequence) return undefined;
  const { moved, arrived: _earlier, ...left } = p;
  const {
    in: place,
    department: by,
    told,
    clocks,
    handOffs,
    subjects,
    publicBy,
    stated,
    hidden,
    numbered,
  } = moved;
  const carried = {
    proceeding: { ...left, steps: left.steps.map((step) => ({ ...step, sequence: step.sequence - place })) },
    clocks: clocks.map((clock) => countedBack(clock, place)),
    handOffs: handOffs.map((handOff) => countedBack(handOff, place)),
    subjects,
    ...(hidden.length > 0 ? { hidden } : {}),
    publicBy,
    stated: Object.fromEntries(
      Object.entries(stated).map(([key, last]) => [key, statedCountedBack(last, place)]),
    ),
    numbered,
  };
  return { by, told: [...told], carried: carried as Carried };
};

/** Whom the case that an entry split was restricted from then; nobody where that entry lets nothing go to the case of the command. */
export const restrictedIn = (
  other: CaseState | null | undefined,
  { case: to, body: { from } }: Pick<CaseCommand, 'case' | 'body'>,
): Restrictions =>
  Object.values(other?.proceedings ?? {}).find(
    ({ moved }) => moved?.to === to && moved?.in === from?.sequence,
  )?.moved?.restricted ?? {};

/** The case with a proceeding that came to it, and all that belongs to that. */
export const withArrived = (state: CaseState, { carried, from, at, by, told }: Arrived): CaseState => {
  const { proceeding: p, clocks, handOffs, subjects, hidden = [], publicBy, stated, numbered } = carried;
  const stillHidden = hidden.filter((id) => !Object.hasOwn(state.subjects, id) || state.hidden[id]);
  return {
    ...state,
    hidden: {
      ...state.hidden,
      ...Object.fromEntries(
        stillHidden.map((id) => [id, [...(state.hidden[id] ?? []), p.proceeding]] as const),
      ),
    },
    numberedFrom: numbered,
    subjects: { ...subjects, ...state.subjects },
    publicBy: { ...publicBy, ...state.publicBy },
    stated: { ...(stated as CaseState['stated']), ...state.stated },
    proceedings: {
      ...state.proceedings,
      [p.proceeding]: { ...(p as Proceeding), arrived: { from, at, subjects: Object.keys(subjects) } },
    },
    clocks: { ...state.clocks, ...Object.fromEntries(clocks.map((clock) => [clock.clock, clock as Clock])) },
    handOffs: {
      ...state.handOffs,
      ...Object.fromEntries(handOffs.map((h) => [`${h.proceeding}/${h.hop}`, h as HandOff])),
    },
    parties: [...new Set([...state.parties, by, ...told])],
  };
};
