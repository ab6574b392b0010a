// evolve: a case and an event → the case after it. applyEntry: the same for all events of an entry, with what the entry adds.
import type { CaseCommand } from '../schemas/command.ts';
import type { Entry } from '../schemas/entry.ts';
import type { CaseEvent, ClockTimes } from '../schemas/event.ts';
import type { DepartmentId } from '../schemas/ids.ts';
import { startRange } from './due/start-range.ts';
import type { CaseState, Clock, Proceeding } from './state.ts';

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

const withParties = (state: CaseState, parties: readonly DepartmentId[]): CaseState => {
  const next = union(state.parties, parties);
  return next === state.parties ? state : { ...state, parties: next };
};

type Origin = { id: string; occurredAt: string };

/** The case after one event. `origin` gives a first event the id of its case, and any event its time. */
export const evolve = (state: CaseState | null, event: CaseEvent, origin: Origin): CaseState => {
  if (event.kind === 'case') {
    return {
      id: origin.id,
      region: event.region,
      openedBy: event.openedBy,
      sequence: 0,
      proceedings: {},
      clocks: {},
      handOffs: {},
      parties: [event.openedBy],
      facts: 0,
    };
  }
  if (state === null) throw new Error(`${event.type} before case-opened`);
  switch (event.kind) {
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
            participants: [],
            history: [],
            papers: [],
            openedAt: origin.occurredAt,
          },
        },
      };
    case 'step': {
      const stepped = withProceeding(state, event.proceeding, (p) => ({
        state: event.to,
        participants: union(p.participants, [event.by]),
        history: [...p.history, event.type],
      }));
      return withParties(stepped, [event.by, ...event.copies]);
    }
    case 'roles':
      return withProceeding(state, event.proceeding, (p) => ({ roles: { ...p.roles, ...event.roles } }));
    case 'hand-off': {
      const key = `${event.proceeding}/${event.hop}`;
      const old = state.handOffs[key];
      if (event.type === 'hand-off-closed') {
        if (!old) throw new Error(`hand-off ${key} closed before it started`);
        const closed = { ...old, closedAt: origin.occurredAt, outcome: event.outcome ?? 'received' };
        return { ...state, handOffs: { ...state.handOffs, [key]: closed } };
      }
      const started = {
        ...state,
        handOffs: {
          ...state.handOffs,
          [key]: {
            proceeding: event.proceeding,
            hop: event.hop,
            from: event.from,
            to: event.to,
            startedAt: origin.occurredAt,
          },
        },
      };
      const joined = withProceeding(started, event.proceeding, (p) => ({
        participants: union(p.participants, [event.to]),
      }));
      return withParties(joined, [event.to]);
    }
    case 'clock':
      return evolveClock(state, event, origin);
    case 'moment':
      return withClock(state, event.clock, (c) => ({ reached: [...c.reached, event.moment] }));
    case 'draft':
      return withParties(state, event.visibleTo);
    case 'fact':
      return withParties(
        { ...state, facts: state.facts + 1 },
        event.by === 'publisher' ? event.told : [event.by, ...event.told],
      );
    case 'admission':
      return withParties(state, event.departments);
    case 'link':
      return state;
  }
};

/** Times computed anew. A moment that was reached and now lies ahead will come again. */
const withTimes = (clock: Clock, times: ClockTimes, now: string): Pick<Clock, 'times' | 'reached'> => {
  const planned = (from: ClockTimes, name: string) => from.moments.find((m) => m.moment === name)?.at;
  const reached = clock.reached.filter((name) => {
    const next = planned(times, name);
    return next === undefined || next <= now || next <= (planned(clock.times, name) ?? '');
  });
  return { times, reached };
};

const evolveClock = (
  state: CaseState,
  event: Extract<CaseEvent, { kind: 'clock' }>,
  { occurredAt }: Origin,
): CaseState => {
  switch (event.type) {
    case 'clock-started': {
      const { kind: _kind, type: _type, ...started } = event;
      const clock: Clock = { ...started, status: 'running', stops: [], extensions: [], reached: [] } as Clock;
      return { ...state, clocks: { ...state.clocks, [event.clock]: clock } };
    }
    case 'clock-stopped':
      return withClock(state, event.clock, () => ({
        status: 'stopped',
        stoppedAt: event.stoppedAt,
        outcome: event.outcome,
      }));
    case 'clock-paused':
      return withClock(state, event.clock, () => ({ status: 'paused', pausedAt: event.pausedAt }));
    case 'clock-resumed':
      return withClock(state, event.clock, (c) => ({
        status: 'running',
        stops: event.stops,
        ...withTimes(c, event.times, occurredAt),
      }));
    case 'clock-extended':
      return withClock(state, event.clock, (c) => ({
        extensions: [...c.extensions, { id: event.extension, by: event.by }],
        ...withTimes(c, event.times, occurredAt),
      }));
    case 'clock-recalculated':
      return withClock(state, event.clock, (c) => withTimes(c, event.times, occurredAt));
  }
};

/** The case after an entry of kind `case`. */
export const applyEntry = (state: CaseState | null, entry: Entry): CaseState => {
  const command = entry.command as CaseCommand;
  const origin = { id: entry.id, occurredAt: entry.occurredAt };
  let after = entry.events.reduce<CaseState | null>((s, event) => evolve(s, event, origin), state);
  if (after === null) throw new Error(`entry ${entry.sequence} of ${entry.id} opens nothing`);
  const { from } = startRange(entry.occurredAt, command.precision);
  const isDated = command.precision !== 'undated' && command.body.filled !== true;
  for (const event of entry.events) {
    if (event.kind !== 'step') continue;
    after = withProceeding(after, event.proceeding, (p) => ({
      papers: command.body.papers ? [...p.papers, ...command.body.papers] : p.papers,
      ...(isDated && from > (p.lastOccurredAt ?? '') ? { lastOccurredAt: from } : {}),
    }));
  }
  return { ...after, sequence: entry.sequence };
};
