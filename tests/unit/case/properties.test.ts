// Whatever is asked of a case in whatever order: what was decided folds, keeps its promises, and shows itself to no stranger.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../case/decide.ts';
import { applyEntry } from '../../../case/evolve.ts';
import type { CaseState } from '../../../case/state.ts';
import { allOffered } from '../../../case/steps/offered.ts';
import { recipientsOf } from '../../../case/who-is-told.ts';
import { law } from '../../../law/law.ts';
import { procedures } from '../../../law/procedures/registry.ts';
import type { Entry } from '../../../schemas/entry.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { type Instant, type Precision, plusMillis } from '../../../schemas/instant.ts';
import type { ProcedureCommand } from '../../../schemas/procedure.ts';
import { commandOf, play, type Room, type Told } from '../../support/case-driver.ts';
import { ABOVE, COUNTY, generousRegister, NEIGHBOUR, STRANGER, toldFor } from '../../support/clerk.ts';
import { deepFreeze } from '../../support/deep-freeze.ts';
import { commandsOf, rowsOf } from '../../support/procedure-table.ts';

const room: Room = { register: deepFreeze(generousRegister()), caseId: '653023-aaaaaaaaaaaaaaaa', law };
const OFFICE = '653023/joint-meeting-office';
const START = '2024-03-04T09:00:00+08:00';
const HOUR = 3_600_000;

/** One thing that somebody may try, chosen by numbers so that fast-check can shrink it. */
type Attempt = { kind: number; pick: number; who: number; hours: number; sloppy: number; precision: number };
const attempt = fc.record({
  kind: fc.nat(11),
  pick: fc.nat(1_000),
  who: fc.nat(1_000),
  hours: fc.oneof(fc.nat(48), fc.nat(3_000)),
  sloppy: fc.nat(19),
  precision: fc.nat(19),
});
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const everybody = [...COUNTY, ...NEIGHBOUR, ...ABOVE].filter((d) => d !== STRANGER);

/** A careful command that the table offers somewhere in the case, so that cases get far. */
const offered = (state: CaseState, a: Attempt, now: Instant): Told | undefined => {
  const all = Object.values(state.proceedings).flatMap((p) => {
    const procedure = law.procedure(p.procedure, p.version);
    return procedure
      ? allOffered(procedure, p.state).map(({ name, command }) => ({ p, procedure, name, command }))
      : [];
  });
  if (all.length === 0) return undefined;
  const { p, procedure, name, command } = at(all, a.pick);
  const holders = command.by.flatMap((role) => p.roles[role] ?? []);
  const actor = holders[0];
  return actor ? toldFor(procedure, name, command, state, p, actor, now) : undefined;
};

/** Any command of any procedure by anybody, on any proceeding. */
const wild = (state: CaseState | null, a: Attempt, now: Instant): Told => {
  const procedure = at(procedures, a.pick);
  const row = at(rowsOf(procedure), a.pick * 7 + a.who);
  const p = state ? at(Object.values(state.proceedings), a.who) : undefined;
  return toldFor(procedure, row.name, row.command, state, p, at(everybody, a.who), now);
};

const moments = (state: CaseState, a: Attempt, now: Instant): Told => ({
  as: 'docket',
  at: now,
  command: 'reach-moment',
  body: {
    moments: Object.values(state.clocks)
      .flatMap((clock) => clock.times.moments.map(({ moment }) => ({ clock: clock.clock, moment })))
      .filter((_, index) => (index + a.pick) % 3 !== 0)
      .slice(0, 200),
  },
});

const opening = (a: Attempt, now: Instant): Told => {
  const procedure = at(procedures, a.pick);
  const name = at(Object.keys(procedure.opensOn), a.who);
  const command = procedure.commands[name] as ProcedureCommand;
  const bodies = procedure.roles[at(command.by, 0)]?.bodies ?? [];
  const actor = bodies.length === 0 ? '653023/medical-insurance' : `653023/${bodies[0]}`;
  return toldFor(procedure, name, command, null, undefined, actor, now);
};

const PRECISIONS: readonly Precision[] = ['day', 'month', 'year', 'undated'];
const telling = (state: CaseState | null, a: Attempt, now: Instant): Told => {
  const told = ((): Told => {
    if (state === null || a.kind === 0) return opening(a, now);
    if (a.kind === 1) return wild(state, a, now);
    if (a.kind === 2 || a.kind === 3) return moments(state, a, now);
    if (a.kind === 4) {
      const command = at(['admit-departments', 'record-fact'], a.pick);
      const body = { to: [at(everybody, a.pick)], fact: 'noted' };
      return { as: `${at(state.parties, a.who)}/o-1`, at: now, command, body };
    }
    if (a.kind === 5)
      return { as: 'publisher', at: now, command: 'recalculate-clocks', body: { basis: 'x' } };
    return offered(state, a, now) ?? opening(a, now);
  })();
  const filled = a.sloppy === 1 ? { body: { ...told.body, filled: true } } : {};
  const lacking = a.sloppy === 2 ? { body: {}, with: [] } : {};
  const precision = a.precision < PRECISIONS.length ? { precision: at(PRECISIONS, a.precision) } : {};
  return { ...told, ...filled, ...lacking, ...precision };
};

const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** Departments the events of an entry address by a ladder. */
const addressed = (entry: Entry): string[] =>
  entry.events.flatMap((e) => (e.kind === 'moment' ? e.addressees.map((a) => a.department) : []));

const keepsItsPromises = (before: CaseState | null, state: CaseState, entry: Entry): void => {
  expect(asJson(state)).toEqual(state);
  for (const event of entry.events) expect(CaseEvent.parse(asJson(event))).toEqual(event);
  const open = Object.values(state.handOffs).filter((h) => h.outcome === undefined);
  expect(open.map((h) => h.proceeding)).toEqual([...new Set(open.map((h) => h.proceeding))]);
  for (const p of Object.values(state.proceedings)) {
    const procedure = law.procedure(p.procedure, p.version);
    const end = procedure?.states[p.state];
    if (!end?.terminal) continue;
    // What is still owed at the end is offered there.
    const isOwed = (limit: string): boolean =>
      procedure?.clocks[limit]?.stopsOn.some((command) => Object.hasOwn(end.on ?? {}, command)) ?? false;
    const left = Object.values(state.clocks).filter(
      (c) => c.proceeding === p.proceeding && c.status !== 'stopped' && !isOwed(c.limit),
    );
    expect(left).toEqual([]);
    expect(open.map((h) => h.proceeding)).not.toContain(p.proceeding);
  }
  for (const clock of Object.values(state.clocks)) {
    expect(clock.outcome === undefined).toBe(clock.status !== 'stopped');
    expect(clock.reached).toEqual([...new Set(clock.reached)]);
    if (clock.undetermined) expect(['met', 'breached']).not.toContain(clock.outcome);
    const old = before?.clocks[clock.clock];
    // An outcome is final, save that what merely lapsed may still turn out to be done late, and what is settled otherwise says so.
    const isSettled = entry.events.some(
      (e) => e.kind === 'clock' && e.type === 'clock-settled' && e.clock === clock.clock,
    );
    // What was broken and never done is escalated further.
    const { outcome, stoppedAt, ...rest } = old ?? {};
    if (outcome && outcome !== 'lapsed' && !isSettled)
      expect(clock).toMatchObject({ outcome, stoppedAt, ...(old?.undone ? {} : rest) });
  }
  expect(state.parties).toEqual(expect.arrayContaining([...(before?.parties ?? [])]));
  expect(state.parties).not.toContain(STRANGER);
  const may = new Set([...state.parties, OFFICE, ...addressed(entry)]);
  expect(recipientsOf(state, entry, room.register, law).filter((r) => !may.has(r.department))).toEqual([]);
};

/** Plays attempts without looking; answers with the commands of procedures that were taken. */
const commandsTaken = (attempts: readonly Attempt[]): string[] => {
  let state: CaseState | null = null;
  let now: Instant = START;
  const taken: string[] = [];
  for (const [n, a] of attempts.entries()) {
    now = plusMillis(now, a.hours * HOUR);
    const played = play(room, state, telling(state, a, now), n);
    state = played.state;
    taken.push(...(played.entry?.events ?? []).flatMap((e) => (e.kind === 'step' ? [e.command] : [])));
  }
  return taken;
};

/** Plays attempts, checking at each step; answers with what was taken. */
const playAll = (attempts: readonly Attempt[]): { entries: Entry[]; state: CaseState | null } => {
  let state: CaseState | null = null;
  let now: Instant = START;
  const entries: Entry[] = [];
  for (const [n, a] of attempts.entries()) {
    now = plusMillis(now, a.hours * HOUR);
    const told = telling(state, a, now);
    const played = play(room, state && deepFreeze(state), told, n);
    // The same question has the same answer.
    expect(play(room, state && asJson(state), told, n).decision).toEqual(played.decision);
    if (state) {
      const stranger = { ...told, as: `${STRANGER}/head`, precision: 'instant' as const };
      const asked = commandOf(stranger, room.caseId, n);
      const context = { at: now, caseId: room.caseId, register: room.register, law };
      expect(decide(state, asked, context)).toEqual(
        told.command === 'reach-moment' || told.command === 'recalculate-clocks'
          ? { ok: false, code: 'SERVICE_ONLY', details: [] }
          : { ok: false, code: 'CASE_NOT_FOUND', details: [] },
      );
      expect(decide(null, asked, context)).toEqual(decide(state, asked, context));
    }
    if (!played.entry || !played.state) {
      expect(played.state).toBe(state);
      continue;
    }
    expect(played.entry.events.length).toBeGreaterThan(0);
    keepsItsPromises(state, played.state, played.entry);
    entries.push(played.entry);
    state = played.state;
  }
  return { entries, state };
};

/** Long enough for a machine that does other things. */
const PATIENCE = 120_000;

describe('任意命令序列', { timeout: PATIENCE }, () => {
  it('folds at every step into plain JSON that keeps its promises', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 20, maxLength: 40, size: 'max' }), (attempts) => {
        playAll(attempts);
      }),
      { numRuns: 60 },
    );
  });

  it('folds the same from the entries alone, after a journey through JSON', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1, maxLength: 40 }), (attempts) => {
        const { entries, state } = playAll(attempts);
        const again = asJson(entries).reduce<CaseState | null>((s, entry) => applyEntry(s, entry), null);
        expect(again).toEqual(state);
      }),
      { numRuns: 20 },
    );
  });

  it('acts on no moment twice at the same planned instant', () => {
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 5, maxLength: 60 }), (attempts) => {
        const acted = playAll(attempts).entries.flatMap(({ events }) =>
          events.flatMap((e) => (e.kind === 'moment' ? [`${e.clock} ${e.moment} ${e.plannedAt}`] : [])),
        );
        expect(acted).toEqual([...new Set(acted)]);
      }),
      { numRuns: 30 },
    );
  });

  it('gets far: the attempts go on from the opening of most procedures', () => {
    const runs = fc.sample(fc.array(attempt, { minLength: 60, maxLength: 60 }), { numRuns: 100, seed: 7 });
    const done = new Set(runs.flatMap(commandsTaken));
    const goesOn = procedures.filter((procedure) =>
      commandsOf(procedure).some(
        (command) => !Object.hasOwn(procedure.opensOn, command) && done.has(command),
      ),
    );
    expect(goesOn.length / procedures.length).toBeGreaterThan(0.6);
  });
});
