// evolve: a case and an event → the case after it. Events carry everything: no command is looked at.
import type { SubjectAttributes } from '../schemas/command.ts';
import type { CaseEvent, ClockTimes, KnownSubject } from '../schemas/event.ts';
import { BUS, type DepartmentId, type SubjectId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import { startRange } from './due/start-range.ts';
import { withNoted, withOwnWord } from './joining/words.ts';
import { membersEver } from './one-party.ts';
import { withArrived, withoutMoved } from './splitting/carried.ts';
import {
  type CaseState,
  type Clock,
  type FollowUp,
  isPublic,
  type JoinTurn,
  joinedInto,
  type Proceeding,
  statedKey,
} from './state.ts';

const union = <T>(old: readonly T[], more: readonly T[]): readonly T[] =>
  more.every((item) => old.includes(item)) ? old : [...new Set([...old, ...more])];

const withProceeding = (
  state: CaseState,
  id: string,
  edit: (p: Proceeding) => Partial<Proceeding>,
): CaseState => {
  const old = state.proceedings[id];
  if (!old) throw new Error(`event names proceeding ${id}, which case ${state.id} does not have`);
  return { ...state, proceedings: { ...state.proceedings, [id]: { ...old, ...edit(old) } } };
};

const withClock = (state: CaseState, key: string, edit: (c: Clock) => Partial<Clock>): CaseState => {
  const old = state.clocks[key];
  if (!old) throw new Error(`event names clock ${key}, which case ${state.id} does not have`);
  return { ...state, clocks: { ...state.clocks, [key]: { ...old, ...edit(old) } } };
};

const withOrder = (state: CaseState, event: FollowUp): CaseState => {
  const { followUp, breach, procedure, roles } = event;
  const next = { ...state, followUpsOrdered: followUp, followUps: [...state.followUps, event] };
  if (breach === undefined) return next;
  const breachOrders = { procedure, ...(roles ? {} : { lifted: true as const }) };
  return withClock(next, breach, () => ({ breachOrders }));
};

const withParties = (state: CaseState, parties: readonly DepartmentId[]): CaseState => {
  const next = union(state.parties, parties);
  return next === state.parties ? state : { ...state, parties: next };
};

type StepEvent = Extract<CaseEvent, { kind: 'step' }>;

const stepped = (p: Proceeding, event: StepEvent, sequence: number): Partial<Proceeding> => {
  const { command, type, by, officer, recordedBy, team, at, precision, place } = event;
  const { from } = startRange(at, precision);
  const isDated = precision !== 'undated' && event.filled !== true;
  const told = [...event.copies, ...(event.joins ?? [])];
  return {
    state: event.to,
    // Who may act on what the bus did takes part from then on.
    participants: union(p.participants, by === BUS ? (event.joins ?? []) : [by]),
    ...(told.length > 0 ? { told: union(p.told ?? [], told) } : {}),
    steps: [
      ...p.steps,
      {
        command,
        event: type,
        by,
        ...(officer ? { officer } : {}),
        ...(recordedBy ? { recordedBy } : {}),
        ...(team ? { team } : {}),
        at,
        precision,
        ...(event.fields ? { fields: event.fields } : {}),
        sequence,
        ...(place ? { place } : {}),
      },
    ],
    ...(event.fields ? { fields: { ...p.fields, ...event.fields } } : {}),
    ...(event.papers ? { papers: [...p.papers, ...event.papers] } : {}),
    ...(event.about ? { subject: event.about } : {}),
    ...(event.from === null && event.subjects ? { named: event.subjects } : {}),
    ...(isDated && from > (p.lastOccurredAt ?? '') ? { lastOccurredAt: from } : {}),
  };
};

const spokenOf = (p: Proceeding, subjects: readonly SubjectId[]): Pick<Proceeding, 'speaksOf'> =>
  subjects.length === 0 ? {} : { speaksOf: union(p.speaksOf ?? [], subjects) };

const corrected = (
  p: Proceeding,
  { corrects, place, by, after }: Extract<CaseEvent, { kind: 'correction' }>,
): Partial<Proceeding> => {
  const steps = p.steps.map((step) =>
    step.sequence === corrects && step.place === place && step.by === by
      ? { ...step, at: after.occurredAt, precision: after.precision }
      : step,
  );
  const last = steps.at(-1);
  const isLast = last?.sequence === corrects && last.place === place;
  const { from } = startRange(after.occurredAt, after.precision);
  return { steps, ...(isLast && p.lastOccurredAt !== undefined ? { lastOccurredAt: from } : {}) };
};

/** Sequence of the entry whose events are folded: the one after the last. */
const entryOf = ({ sequence }: Pick<CaseState, 'sequence'>): number => sequence + 1;

/** The case after one event; `id` is the case's, for the event that opens it. */
export const evolve = (state: CaseState | null, event: CaseEvent, id: string): CaseState => {
  if (event.kind === 'case') {
    return {
      id,
      region: event.region,
      openedBy: event.openedBy,
      sequence: 0,
      subjects: {},
      hidden: {},
      publicBy: {},
      proceedings: {},
      clocks: {},
      handOffs: {},
      parties: [event.openedBy],
      facts: 0,
      stated: {},
      links: [],
      restricted: {},
      joinTurns: [],
      joinedCases: {},
      joinsRefused: [],
      told: [],
      marksElsewhere: {},
      followUpsOrdered: 0,
      followUps: [],
    };
  }
  if (state === null) throw new Error(`${event.type} before case-opened`);
  switch (event.kind) {
    case 'subject':
      return withAttributes(withNamed(state, event), event.subject, event.attributes, event.by);
    case 'proceeding':
      return {
        ...state,
        proceedings: {
          ...state.proceedings,
          [event.proceeding]: {
            proceeding: event.proceeding,
            procedure: event.procedure,
            version: event.version,
            state: event.state,
            roles: event.roles,
            ...(event.parent ? { parent: event.parent } : {}),
            ...(event.subject ? { subject: event.subject } : {}),
            ...(event.concerns ? { concerns: event.concerns } : {}),
            ...(event.breach ? { breach: event.breach } : {}),
            participants: [],
            steps: [],
            fields: {},
            papers: [],
            openedAt: event.at,
          },
        },
      };
    case 'step':
      return withParties(
        withProceeding(state, event.proceeding, (p) => ({
          ...stepped(p, event, entryOf(state)),
          ...spokenOf(p, [...namedNow(state), ...(event.subjects ?? [])]),
        })),
        [...(event.by === BUS ? [] : [event.by]), ...event.copies, ...(event.joins ?? [])],
      );
    case 'roles':
      return withProceeding(state, event.proceeding, (p) => ({ roles: { ...p.roles, ...event.roles } }));
    case 'hand-off':
      return withHandOff(state, event);
    case 'clock':
      return evolveClock(state, event);
    case 'moment':
      return withClock(state, event.clock, (c) => ({ reached: [...c.reached, event.moment] }));
    case 'urge':
      return withParties(state, [event.by]);
    case 'draft':
      return withParties(state, event.visibleTo);
    case 'follow-up':
      return withOrder(state, event);
    case 'follow-up-end':
      return { ...state, followUps: state.followUps.filter((f) => f.followUp !== event.followUp) };
    case 'fact':
      return withParties(
        { ...state, facts: state.facts + 1 },
        event.by === 'publisher' ? event.told : [event.by, ...event.told],
      );
    case 'admission':
      return withParties(state, event.departments);
    case 'correction':
      return withProceeding(state, event.proceeding, (p) => corrected(p, event));
    case 'void': {
      const officer = { department: event.by, officer: event.officer };
      return event.type === 'case-voided'
        ? { ...state, voided: officer }
        : { ...state, voidAsked: { ...officer, at: event.at } };
    }
    case 'closing':
      return withClosing(state, event);
    case 'version':
      return withVersion(state, event);
    case 'move':
      return withoutMoved(state, event);
    case 'arrival':
      return withArrived(state, event);
    case 'standing':
      return withOwnWord(state, event);
    case 'standing-noted':
      return withNoted(state, event);
    case 'join':
      return withTurn(state, {
        case: event.into,
        department: event.by,
        officer: event.officer,
        standing: event.type === 'case-joined' ? 'open' : 'parted',
      });
    case 'join-turn': {
      const joined = joinedInto(state);
      if (!joined) throw new Error(`case ${state.id} is joined to none`);
      return withTurn(state, { ...joined, standing: event.type === 'join-resumed' ? 'open' : 'closed' });
    }
    case 'joined':
      return withJoined(state, event);
    case 'restriction':
      return withRestriction(state, event);
    case 'link':
      return { ...state, links: [...state.links, { case: event.case, relation: event.relation }] };
  }
};

/** Those that the entry under way has named so far. */
const namedNow = ({ lastNamed, ...state }: CaseState): readonly SubjectId[] =>
  lastNamed?.in === entryOf(state) ? lastNamed.subjects : [];

/** Named openly it is hidden no more; what all of the case may know is never hidden again. */
const withNamed = (
  state: CaseState,
  { subject, in: closed }: Extract<CaseEvent, { kind: 'subject' }>,
): CaseState => {
  const { [subject]: before = [], ...others } = state.hidden;
  return {
    ...state,
    hidden: closed === undefined ? others : { ...others, [subject]: union(before, [closed]) },
    lastNamed: { in: entryOf(state), subjects: [...namedNow(state), subject] },
  };
};

/** Who was once said to be a member of a network stays one party with it, whatever is said of it later. */
const known = (before: KnownSubject | undefined, attributes: SubjectAttributes): KnownSubject => {
  const left = membersEver(before).filter((one) => attributes.members?.includes(one) !== true);
  return left.length === 0 ? attributes : { ...attributes, formerly: left };
};

const withAttributes = (
  state: CaseState,
  subject: SubjectId,
  attributes: SubjectAttributes,
  by: DepartmentId | undefined,
): CaseState => {
  const { [subject]: first = by, ...others } = state.publicBy;
  return {
    ...state,
    subjects: { ...state.subjects, [subject]: known(state.subjects[subject], attributes) },
    publicBy: isPublic(attributes) && first !== undefined ? { ...others, [subject]: first } : others,
  };
};

const withVersion = (state: CaseState, event: Extract<CaseEvent, { kind: 'version' }>): CaseState => {
  const { type, subject, attributes, fields, at, by } = event;
  const key = statedKey(type, subject);
  const said = { sequence: entryOf(state), ...(fields ? { fields } : {}) };
  const stated = { at, ...said, by: { ...state.stated[key]?.by, [by]: said } };
  const after = { ...state, stated: { ...state.stated, [key]: stated } };
  return subject && attributes ? withAttributes(after, subject, attributes, by) : after;
};

const withClosing = (state: CaseState, event: Extract<CaseEvent, { kind: 'closing' }>): CaseState => {
  const who = { department: event.by, officer: event.officer, at: event.at };
  const { closed: _closed, major: _major, ...rest } = state;
  switch (event.type) {
    case 'proceeding-waived':
      return withProceeding(state, event.proceeding ?? '', () => ({ waived: who }));
    case 'case-closed':
      return { ...state, closed: who };
    case 'case-reopened':
      return { ...rest, ...(state.major ? { major: state.major } : {}) };
    case 'case-marked-major':
      return { ...state, major: who };
    case 'case-unmarked-major':
      return { ...rest, ...(state.closed ? { closed: state.closed } : {}) };
  }
};

const withTurn = (state: CaseState, turn: Omit<JoinTurn, 'in'>): CaseState => ({
  ...state,
  joinTurns: [...state.joinTurns, { ...turn, in: entryOf(state) }],
});

const withJoined = (
  state: CaseState,
  { type, case: id }: Extract<CaseEvent, { kind: 'joined' }>,
): CaseState => {
  if (type === 'joined-case-refused')
    return { ...state, joinsRefused: [...state.joinsRefused, { case: id, in: entryOf(state) }] };
  const { [id]: _before, ...others } = state.joinedCases;
  const joinedCases =
    type === 'joined-case-parted' ? others : { ...state.joinedCases, [id]: type === 'joined-case-noted' };
  return { ...state, joinedCases };
};

const withRestriction = (
  state: CaseState,
  { type, department, by, officer, passesTo }: Extract<CaseEvent, { kind: 'restriction' }>,
): CaseState => {
  const { [department]: _before, ...others } = state.restricted;
  if (type === 'restriction-lifted') return { ...state, restricted: others };
  const restricted = { ...state, restricted: { ...others, [department]: { department: by, officer } } };
  if (!passesTo) return restricted;
  // Whoever takes over its roles is told of every later step.
  const taken = (p: Proceeding): Proceeding =>
    Object.values(p.roles).some((holders) => holders.includes(passesTo))
      ? { ...p, participants: union(p.participants, [passesTo]) }
      : p;
  const proceedings = Object.entries(state.proceedings).map(([id, p]) => [id, taken(p)] as const);
  return withParties({ ...restricted, proceedings: Object.fromEntries(proceedings) }, [passesTo]);
};

const withHandOff = (state: CaseState, event: Extract<CaseEvent, { kind: 'hand-off' }>): CaseState => {
  const { proceeding, hop, from, to, at } = event;
  const key = `${proceeding}/${hop}`;
  if (event.type === 'hand-off-closed') {
    const old = state.handOffs[key];
    if (!old) throw new Error(`hand-off ${key} closed before it started`);
    const closed = { ...old, closedAt: at, outcome: event.outcome ?? 'received' };
    const ended = { ...state, handOffs: { ...state.handOffs, [key]: closed } };
    // It went to the wrong one: who did nothing with it is told of nothing more.
    return closed.outcome === 'taken-back'
      ? withProceeding(ended, proceeding, (p) => ({
          participants: p.participants.filter((d) => d !== to || p.steps.some(({ by }) => by === d)),
        }))
      : ended;
  }
  const handOffs = {
    ...state.handOffs,
    [key]: { proceeding, hop, from, to, startedAt: at, startedIn: entryOf(state) },
  };
  const joined = withProceeding({ ...state, handOffs }, proceeding, (p) => ({
    participants: union(p.participants, [to]),
  }));
  return withParties(joined, [to]);
};

/** Times computed anew. A moment that was reached and now lies ahead will come again. */
const withTimes = (clock: Clock, times: ClockTimes, now: Instant): Pick<Clock, 'times' | 'reached'> => {
  const planned = (from: ClockTimes, name: string) => from.moments.find((m) => m.moment === name)?.at;
  const reached = clock.reached.filter((name) => {
    const next = planned(times, name);
    return next === undefined || next <= now || next <= (planned(clock.times, name) ?? '');
  });
  return { times, reached };
};

/** Which of the steps recorded together an event follows from: the last of its proceeding. */
const placeIn = (state: CaseState, proceeding: string): number | undefined => {
  const last = state.proceedings[proceeding]?.steps.at(-1);
  return last?.sequence === entryOf(state) ? last.place : undefined;
};

/** The case as if a clock had not ended. */
const withoutEnd = (state: CaseState, key: string): CaseState => {
  const old = state.clocks[key];
  if (!old) return state;
  const {
    stoppedAt: _at,
    stoppedIn: _in,
    stoppedPlace: _place,
    outcome: _outcome,
    held: _held,
    undone: _undone,
    ...clock
  } = old;
  return { ...state, clocks: { ...state.clocks, [key]: clock } };
};

const withoutEscalation = (state: CaseState, key: string): CaseState => {
  const { undone: _undone, ...clock } = state.clocks[key] as Clock;
  return { ...state, clocks: { ...state.clocks, [key]: clock } };
};

const evolveClock = (state: CaseState, event: Extract<CaseEvent, { kind: 'clock' }>): CaseState => {
  switch (event.type) {
    case 'clock-started': {
      const { kind: _kind, type: _type, at: _at, ...started } = event;
      const fresh = { status: 'running', pauses: {}, stops: [], extensions: [], reached: [] } as const;
      const place = placeIn(state, event.proceeding);
      return {
        ...state,
        clocks: {
          ...state.clocks,
          [event.clock]: {
            ...fresh,
            ...started,
            startedIn: entryOf(state),
            ...(place ? { startedPlace: place } : {}),
          } as Clock,
        },
      };
    }
    case 'clock-stopped':
      return withClock(withoutEnd(state, event.clock), event.clock, ({ proceeding }) => {
        const place = placeIn(state, proceeding);
        return {
          status: 'stopped',
          stoppedAt: event.stoppedAt,
          stoppedIn: entryOf(state),
          ...(place ? { stoppedPlace: place } : {}),
          outcome: event.outcome,
          ...(event.held ? { held: event.held } : {}),
          ...(event.undone ? { undone: event.undone } : {}),
        };
      });
    case 'clock-escalation-ended':
      return withoutEscalation(state, event.clock);
    case 'clock-taken-up':
      return withClock(withoutEnd(state, event.clock), event.clock, (c) => ({
        status: Object.keys(c.pauses).length > 0 ? 'paused' : 'running',
        ...withTimes(c, event.times, event.at),
      }));
    case 'clock-passed-on':
      return withClock(state, event.clock, () => ({ obliged: event.obliged }));
    case 'clock-settled':
      return withClock(withoutEscalation(state, event.clock), event.clock, () => ({
        outcome: event.outcome,
        ...(event.because === 'claim-disputed' ? { disputed: true } : {}),
      }));
    case 'clock-restarted': {
      const restarted = withClock(state, event.clock, (c) => ({
        startedAt: event.startedAt,
        ...(event.because === 'receipt-confirmed' && c.startedAtLatest
          ? { receiptWithin: { from: c.startedAt, to: c.startedAtLatest } }
          : {}),
        ...withTimes(c, event.times, event.at),
      }));
      const {
        startedAtLatest: _known,
        claimedStartAt: _claimed,
        ...clock
      } = restarted.clocks[event.clock] as Clock;
      return { ...restarted, clocks: { ...restarted.clocks, [event.clock]: clock } };
    }
    case 'clock-start-claimed':
      return withClock(state, event.clock, () => ({ claimedStartAt: event.startedAt }));
    case 'clock-paused':
      // One that ended goes on in another if its end is undone: what would have been left out of it meanwhile is kept.
      return withClock(state, event.clock, (c) => ({
        status: c.status === 'stopped' ? 'stopped' : 'paused',
        pauses: { ...c.pauses, [event.pause]: event.pausedAt },
      }));
    case 'clock-resumed':
      return withClock(state, event.clock, (c) => {
        const { [event.pause]: _ended, ...pauses } = c.pauses;
        const isOpen = Object.keys(pauses).length > 0;
        return {
          status: c.status === 'stopped' ? 'stopped' : isOpen ? 'paused' : 'running',
          pauses,
          stops: event.stops,
          ...withTimes(c, event.times, event.at),
        };
      });
    case 'clock-extended':
      return withClock(state, event.clock, (c) => ({
        extensions: [...c.extensions, { id: event.extension, by: event.by }],
        ...withTimes(c, event.times, event.at),
      }));
    case 'clock-recalculated':
      return withClock(state, event.clock, (c) => withTimes(c, event.times, event.at));
  }
};

/** The case after all events of an entry; `sequence` is the entry's within the case. */
export const applyEntry = (
  state: CaseState | null,
  entry: { readonly id: string; readonly sequence: number; readonly events: readonly CaseEvent[] },
): CaseState => {
  const after = entry.events.reduce<CaseState | null>((s, event) => evolve(s, event, entry.id), state);
  if (after === null) throw new Error(`entry ${entry.sequence} of ${entry.id} opens nothing`);
  return { ...after, sequence: entry.sequence };
};
