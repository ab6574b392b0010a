// What of a case belongs to one proceeding and goes with it to another case: it leaves the one as it arrives in the other, so no
// limit is lost, doubled or begun anew. Pure; the entry that takes it over is decided on what the other case's entries left.
import type { CaseCommand } from '../../schemas/command.ts';
import type { Entry } from '../../schemas/entry.ts';
import type { Carried, CaseEvent } from '../../schemas/event.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import {
  type CaseState,
  type Clock,
  type HandOff,
  lastNumber,
  type Proceeding,
  type Restrictions,
} from '../state.ts';

type Moved = Extract<CaseEvent, { kind: 'move' }>;
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
    subjects: state.subjects,
    hidden: state.hidden,
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
  const { in: place, department: by, told, clocks, handOffs, subjects, hidden, numbered } = moved;
  const hiddenHere = Object.keys(hidden).filter((subject) => hidden[subject]?.includes(proceeding));
  const carried = {
    proceeding: { ...left, steps: left.steps.map((step) => ({ ...step, sequence: step.sequence - place })) },
    clocks: clocks.map((clock) => countedBack(clock, place)),
    handOffs: handOffs.map((handOff) => countedBack(handOff, place)),
    // Of what is hidden in another proceeding its readers learn nothing.
    subjects: Object.fromEntries(
      Object.entries(subjects).filter(([id]) => !hidden[id] || hiddenHere.includes(id)),
    ),
    ...(hiddenHere.length > 0 ? { hidden: hiddenHere } : {}),
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
  const { proceeding: p, clocks, handOffs, subjects, hidden = [], numbered } = carried;
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
    proceedings: { ...state.proceedings, [p.proceeding]: { ...(p as Proceeding), arrived: { from, at } } },
    clocks: { ...state.clocks, ...Object.fromEntries(clocks.map((clock) => [clock.clock, clock as Clock])) },
    handOffs: {
      ...state.handOffs,
      ...Object.fromEntries(handOffs.map((h) => [`${h.proceeding}/${h.hop}`, h as HandOff])),
    },
    parties: [...new Set([...state.parties, by, ...told])],
  };
};
