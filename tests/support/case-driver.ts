// Plays commands on a case in memory: registrar without a ledger. For tests of the rules only.

import * as z from 'zod';
import { type Decision, decide } from '../../case/decide.ts';
import type { Context } from '../../case/decision-under-way.ts';
import { applyEntry } from '../../case/evolve.ts';
import { applyRegister } from '../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../case/register/register.ts';
import type { CaseState, Clock, HandOff, Proceeding } from '../../case/state.ts';
import { localCalendars } from '../../law/calendars/local.ts';
import { nationalCalendar } from '../../law/calendars/national.ts';
import { statutoryCalendar } from '../../law/calendars/statutory.ts';
import { type Law, law } from '../../law/law.ts';
import type { CaseCommand, OpenBody } from '../../schemas/command.ts';
import type { Entry } from '../../schemas/entry.ts';
import { CaseEvent } from '../../schemas/event.ts';
import type { Instant, Precision } from '../../schemas/instant.ts';
import type { RegisterChange, RegisterCommand } from '../../schemas/register.ts';
import { digest, unsignedEntry } from './unsigned-record.ts';

/** A register command of a region, `100000` by default. */
export const registerCommand = (
  changes: readonly RegisterChange[],
  more: Partial<RegisterCommand> = {},
): RegisterCommand => ({
  format: 'xianjie.register.v1',
  commandId: 'r',
  actor: { service: 'operator' },
  region: '100000',
  occurredAt: '2001-01-01T00:00:00+08:00',
  changes: [...changes],
  ...more,
});

/** A register with these departments, each with officers o-1, o-2, o-3 (officer), head, liaison. */
export const registerWith = (
  departments: readonly string[],
  more: readonly RegisterChange[] = [],
  as: { readonly simulated?: true } = {},
): Register => {
  const changes: RegisterChange[] = [
    { change: 'calendar-published', records: [...nationalCalendar, ...statutoryCalendar, ...localCalendars] },
    ...departments.flatMap((department): RegisterChange[] => [
      {
        change: 'department-added',
        department,
        name: department,
        connectKey: `U${'A'.repeat(55)}`,
        ...as,
      },
      { change: 'officer-appointed', department, officer: 'o-1', ranks: ['officer'] },
      { change: 'officer-appointed', department, officer: 'o-2', ranks: ['officer'] },
      { change: 'officer-appointed', department, officer: 'o-3', ranks: ['officer'] },
      { change: 'officer-appointed', department, officer: 'head', ranks: ['head'] },
      { change: 'officer-appointed', department, officer: 'liaison', ranks: ['liaison'] },
    ]),
    ...more,
  ];
  return applyRegister(emptyRegister, registerCommand(changes), 1);
};

/** The register after changes of one region. */
export const changed = (
  register: Register,
  region: string,
  changes: readonly RegisterChange[],
  occurredAt: Instant = '2001-01-02T00:00:00+08:00',
): Register =>
  applyRegister(
    register,
    registerCommand(changes, { region, occurredAt, commandId: `r-${register.at}` }),
    register.at + 1,
  );

export type Told = {
  as: string;
  at: Instant;
  command: string;
  body?: OpenBody;
  recordedAt?: Instant;
  precision?: Precision;
  proceeding?: string;
  procedure?: string;
  /** Party fields committed to. */
  with?: readonly string[];
  commandId?: string;
};

/** `as` is `653023/medical-insurance/head`, or a service name. */
export const commandOf = (told: Told, caseId: string | undefined, n: number): CaseCommand => {
  const parts = told.as.split('/');
  return {
    format: 'xianjie.command.v1',
    commandId: told.commandId ?? `c-${n}`,
    actor:
      parts.length === 3
        ? { department: `${parts[0]}/${parts[1]}`, officer: parts[2] as string }
        : { service: told.as },
    ...(caseId ? { case: caseId } : {}),
    ...(told.proceeding ? { proceeding: told.proceeding } : {}),
    ...(told.procedure ? { procedure: told.procedure } : {}),
    command: told.command,
    occurredAt: told.at,
    precision: told.precision ?? 'instant',
    body: told.body ?? {},
    commitments: Object.fromEntries((told.with ?? []).map((name) => [`/${name}`, digest])),
  };
};

/** What another case has to do with it. */
export type Elsewhere = Pick<Context, 'splitInto' | 'other'>;
export type Room = {
  register: Register;
  caseId: string;
  law: Law;
  clock?: 'real' | 'rehearsal';
  elsewhere?: Elsewhere;
};
const CaseEvents = z.array(CaseEvent);
export type Played = { decision: Decision; state: CaseState | null; entry?: Entry };

export const contextOf = (
  { caseId, register, law: under, clock, elsewhere }: Room,
  at: Instant,
): Context => ({
  at,
  caseId,
  register,
  law: under,
  ...(clock ? { clock } : {}),
  ...elsewhere,
});

/** One command on a case: what was decided, which its readers must be able to take, and the case after it. Pure. */
export const play = (room: Room, state: CaseState | null, told: Told, n = 0): Played => {
  const { caseId, register } = room;
  const command = commandOf(told, state ? caseId : undefined, n);
  const at = told.recordedAt ?? told.at;
  const decision = decide(state, command, contextOf(room, at));
  if (!decision.ok) return { decision, state };
  CaseEvents.parse(decision.events);
  const entry = unsignedEntry(
    { id: caseId, command, events: decision.events, registerAt: register.at, recordedAt: at },
    state?.sequence ?? 0,
  );
  return { decision, state: applyEntry(state, entry), entry };
};

export type CaseDriver = ReturnType<typeof caseDriver>;

/** A case that keeps what was decided; `tell` answers with the decision and moves on when it was taken. */
export const caseDriver = (register: Register, caseId = '653023-aaaaaaaaaaaaaaaa', under: Law = law) => {
  let state: CaseState | null = null;
  let n = 0;
  const room: Room = { register, caseId, law: under };
  const entries: Entry[] = [];
  const tell = (told: Told): Decision => {
    n += 1;
    const played = play(room, state, told, n);
    if (played.entry) entries.push(played.entry);
    state = played.state;
    return played.decision;
  };
  const opened = (): CaseState => {
    if (!state) throw new Error('the case was never opened');
    return state;
  };
  return {
    id: caseId,
    tell,
    /** Takes several commands, each of which must be accepted; answers with the events of the last. */
    must: (...all: Told[]): CaseEvent[] => {
      let events: CaseEvent[] = [];
      for (const told of all) {
        const decision = tell(told);
        if (!decision.ok)
          throw new Error(`${told.command} as ${told.as}: ${decision.code} ${decision.details.join(', ')}`);
        events = decision.events;
      }
      return events;
    },
    /** What the rules say to it: `ok`, or the code of the rejection. */
    answer: (told: Told): string => {
      const decision = tell(told);
      return decision.ok ? 'ok' : decision.code;
    },
    get state(): CaseState {
      return opened();
    },
    get maybe(): CaseState | null {
      return state;
    },
    /** Stands as a case would after a life too long to be told. */
    begin: (known: CaseState): void => {
      state = known;
    },
    /** What is decided on at an instant. */
    contextAt: (at: Instant): Context => contextOf(room, at),
    /** From here on the ledger is the record and no rehearsal. */
    onRecord: (): void => {
      room.clock = 'real';
    },
    /** What is known of another case from here on. */
    elsewhere: (known: Elsewhere): void => {
      room.elsewhere = known;
    },
    /** A command of the relay as it was ordered elsewhere, which must be accepted or lead to nothing. */
    takeOrdered: (command: CaseCommand): CaseEvent[] => {
      const decision = decide(state, command, contextOf(room, command.occurredAt));
      if (!decision.ok && decision.code === 'MOMENT_STALE') return [];
      if (!decision.ok)
        throw new Error(`${command.command}: ${decision.code} ${decision.details.join(', ')}`);
      const { register: under } = room;
      const entry = unsignedEntry(
        {
          id: caseId,
          command,
          events: decision.events,
          registerAt: under.at,
          recordedAt: command.occurredAt,
        },
        state?.sequence ?? 0,
      );
      // What is ordered is entered as what is asked for: its readers must be able to take it.
      CaseEvents.parse(decision.events);
      entries.push(entry);
      state = applyEntry(state, entry);
      return decision.events;
    },
    /** From here on another register holds. */
    under: (next: Register): void => {
      room.register = next;
    },
    /** The newest clock of a limit. */
    clock: (limit: string, proceeding?: string): Clock | undefined =>
      Object.values(opened().clocks).findLast(
        (c) => c.limit === limit && (proceeding === undefined || c.proceeding === proceeding),
      ),
    /** The newest proceeding of a procedure. */
    proceeding: (procedure: string): Proceeding => {
      const found = Object.values(opened().proceedings).findLast((p) => p.procedure === procedure);
      if (!found) throw new Error(`no ${procedure} in the case`);
      return found;
    },
    handOffs: (proceeding = 'p1'): HandOff[] =>
      Object.values(opened().handOffs).filter((h) => h.proceeding === proceeding),
    entries,
  };
};
