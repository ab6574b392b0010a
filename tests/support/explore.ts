// Walks a procedure by its own rules until every row of its table was taken once: the way to every state is searched, not
// written down. A situation is a case at an instant.
import type { Register } from '../../case/register/register.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import { allOffered, isOfTheBus } from '../../case/steps/offered.ts';
import { type Law, law as ourLaw } from '../../law/law.ts';
import { marksOf } from '../../law/soundness/table.ts';
import { type Test, testsIn } from '../../schemas/condition.ts';
import { bodyOf, type DepartmentId } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { play, type Room, type Told } from './case-driver.ts';
import { actorFor, BYSTANDER, COUNTY, neededFor, sayingsFor, toldFor } from './clerk.ts';
import { type Row, rowsOf } from './procedure-table.ts';

export type Situation = { state: CaseState; at: Instant; path: readonly string[] };
type Taken = { situation: Situation; told: Told };
export type Explored = {
  room: Room;
  /** First situation in which the proceeding under test stands in a state. */
  first: ReadonlyMap<string, Situation>;
  /** `state command` → the situation in which it was taken, and what was told. */
  taken: ReadonlyMap<string, Taken>;
  situations: readonly Situation[];
};

const HOUR = 3_600_000;
/** When ten working days have passed and no three months. */
const IN_A_WHILE = 25 * 24 * HOUR;
/** Long after every limit. */
const LATE = 400 * 24 * HOUR;
/** On a Monday, or on the first day of what is younger. */
const startOf = ({ inForce: { from } }: Procedure): Instant =>
  `${from > '2024-03-04' ? from : '2024-03-04'}T09:00:00+08:00`;
const AT_MOST = 6_000;

/** The proceeding under test is always the first of its case. */
export const underTest = (state: CaseState): Proceeding => {
  const p = state.proceedings['p1'];
  if (!p) throw new Error('no proceeding');
  return p;
};

type Asked = {
  readonly commands: ReadonlySet<string>;
  readonly limits: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
};
type Found = { commands: Set<string>; limits: Set<string>; fields: Set<string> };

const namedIn = (test: unknown, found: Found): void => {
  if (typeof test !== 'object' || test === null) return;
  for (const [name, value] of Object.entries(test)) {
    if (name === 'field' && typeof value === 'object') found.fields.add(value.name);
    if ((name === 'command' || name === 'since') && typeof value === 'string') found.commands.add(value);
    if (['overdue', 'passed', 'ended'].includes(name) && Array.isArray(value))
      for (const limit of value) found.limits.add(limit);
    namedIn(value, found);
  }
};

/** Steps, limits and values that some condition of the law asks about: no other can make a difference to what is offered. */
const askedBy = (law: Law): Asked => {
  const found: Found = { commands: new Set(), limits: new Set(), fields: new Set() };
  for (const { conditions, clocks } of law.newest) {
    for (const condition of Object.values(conditions)) namedIn(condition.if, found);
    // What only some value starts can be prolonged only where that was said.
    for (const [limit, { whenIs, extendsOn }] of Object.entries(clocks))
      if (whenIs !== undefined && extendsOn !== undefined) found.limits.add(limit);
  }
  return found;
};

const keyOf = ({ state }: Situation, movers: readonly Proceeding[], asked: Asked, law: Law): string => {
  const open = Object.values(state.handOffs).some((h) => h.proceeding === 'p1' && h.outcome === undefined);
  const clocks = Object.values(state.clocks);
  const paused = clocks.some((c) => c.status === 'paused');
  const running = clocks
    .filter((c) => c.status !== 'stopped' && asked.limits.has(c.limit))
    .map((c) => c.limit);
  const isAsked = ({ procedure, version }: Proceeding, name: string): boolean =>
    asked.fields.has(name) && law.procedure(procedure, version)?.fields[name]?.options !== undefined;
  const stands = (p: Proceeding) =>
    [
      p.state,
      Object.entries(p.roles).map(([role, held]) => [role, ...held.map(bodyOf)]),
      Object.entries(p.fields).flatMap(([name, value]) =>
        Number.isInteger(value) || isAsked(p, name) ? [[name, value]] : [],
      ),
      [...new Set(p.steps.map((step) => step.command).filter((name) => asked.commands.has(name)))]
        .sort()
        .join(),
    ].join(' ');
  const procedures = new Set(Object.values(state.proceedings).map(({ procedure }) => procedure));
  return [...movers.map(stands), open, paused, [...new Set(running)].sort(), [...procedures].sort()].join(
    '|',
  );
};

/** Departments that may open it: one, and before it one of each kind that a condition asks about, or that has a counterpart. */
const openersOf = (procedure: Procedure, role: string): readonly DepartmentId[] => {
  const bodies: readonly string[] = procedure.roles[role]?.bodies ?? [];
  const may = COUNTY.filter((d) => bodies.length === 0 || bodies.includes(bodyOf(d)));
  const hasCounterpart = Object.values(procedure.roles).some(({ counterpartOf }) => counterpartOf === role);
  const asked = Object.values(procedure.conditions).flatMap(({ if: test }) =>
    testsIn(test).flatMap((one) => ('role' in one && one.role.role === role ? one.role.bodies : [])),
  );
  return [
    ...new Set([...may.filter((d) => hasCounterpart || asked.includes(bodyOf(d))), ...may.slice(0, 1)]),
  ];
};

const openings = (room: Room, procedure: Procedure): Situation[] => {
  const { law } = room;
  const at = startOf(procedure);
  return Object.keys(procedure.opensOn).flatMap((name) => {
    const command = procedure.commands[name];
    if (!command || isOfTheBus(command)) return [];
    const actors = command.by.flatMap((role) => openersOf(procedure, role));
    const opened = actors.flatMap((actor) =>
      sayingsFor(procedure, command).flatMap((said): Situation[] => {
        const told = toldFor(procedure, name, command, null, undefined, actor, at, law, said);
        const { state } = play(room, null, told);
        if (!state) return [];
        const admits = { command: 'admit-departments', body: { to: [BYSTANDER] } };
        const admitted = play(room, state, { as: `${actor}/o-1`, at, ...admits });
        return [{ state: admitted.state ?? state, at, path: [name] }];
      }),
    );
    if (opened.length === 0) throw new Error(`${procedure.procedure} does not open on ${name}`);
    return opened;
  });
};

/** Whether it cannot hold without one of these. */
const demands = (test: Test, is: (one: Test) => boolean): boolean =>
  is(test) ||
  ('allOf' in test && test.allOf.some((one) => demands(one, is))) ||
  ('anyOf' in test && test.anyOf.every((one) => demands(one, is)));

const testsOf = (procedure: Procedure, { command, target }: Row): readonly Test[] =>
  [...(command.when ?? []), ...(target.else === undefined ? (target.when ?? []) : [])].flatMap((id) => {
    const condition = procedure.conditions[id];
    return condition === undefined ? [] : [condition.if];
  });

/** Whether it asks about other proceedings, so that one alone never brings it about. */
const waitsForOthers = (procedure: Procedure, row: Row): boolean =>
  testsOf(procedure, row).some((test) => demands(test, (one) => 'children' in one || 'marked' in one));

/** Whether it asks for one value of a code, and not for none, so that whoever says no more than is needed may never bring it about. */
const waitsForValue = (procedure: Procedure, row: Row): boolean =>
  testsOf(procedure, row).some((test) =>
    demands(
      test,
      (one) =>
        'field' in one &&
        one.field.absent === undefined &&
        procedure.fields[one.field.name]?.options !== undefined,
    ),
  );

/** Steps of its own without one of which such a test never holds. */
const wantedFirst = (test: Test): readonly string[] => {
  if ('happened' in test) return test.happened.in === undefined ? [test.happened.command] : [];
  if ('allOf' in test) return test.allOf.flatMap(wantedFirst);
  if (!('anyOf' in test)) return [];
  const each = test.anyOf.map(wantedFirst);
  return each.every((one) => one.length > 0) ? each.flat() : [];
};

/** Steps of its own that a row waits for. */
const waitsFor = (procedure: Procedure, row: Row): readonly string[] =>
  testsOf(procedure, row).flatMap(wantedFirst);

/** The procedures of which such a test wants something: named by it, or bearing its mark. */
const askedOf = (test: Test, law: Law): readonly string[] => {
  if ('allOf' in test) return test.allOf.flatMap((one) => askedOf(one, law));
  if ('anyOf' in test) return test.anyOf.flatMap((one) => askedOf(one, law));
  if ('children' in test) return [test.children.procedure];
  if (!('marked' in test)) return [];
  const { mark } = test.marked;
  return law.newest.filter((one) => marksOf(one).includes(mark)).map((p) => p.procedure);
};

const keyOfRow = ({ state, name }: Row): string => `${state} ${name}`;

/** How a walk goes on: by commands of which proceedings, and what is said by each. */
type Way = {
  readonly movers: (state: CaseState) => readonly Proceeding[];
  readonly says: typeof sayingsFor;
};
const ALONE: Way = { movers: (state) => [underTest(state)], says: neededFor };
const SAYING_ALL: Way = { ...ALONE, says: sayingsFor };
const TOGETHER: Way = { ...ALONE, movers: (state) => Object.values(state.proceedings) };

/**
 * Walks on, first from where a row was taken for the first time: a long course has too many orders of its side steps to see them all.
 * Stops when every row that is wanted was taken.
 */
const walk = (
  room: Room,
  { movers, says }: Way,
  rows: readonly Row[],
  starts: readonly Situation[],
): Explored => {
  const { law } = room;
  const asked = askedBy(law);
  const wanted = new Set(rows.map(keyOfRow));
  const first = new Map<string, Situation>();
  const taken = new Map<string, Taken>();
  const fresh = [...starts];
  const later: Situation[] = [];
  const situations = [...fresh];
  const seen = new Set(fresh.map((situation) => keyOf(situation, movers(situation.state), asked, law)));
  const offered = (state: CaseState) =>
    movers(state).flatMap((p) => {
      const its = law.procedure(p.procedure, p.version);
      return its ? allOffered(its, p.state).map(({ name, command }) => ({ p, its, name, command })) : [];
    });
  for (
    let situation = fresh.shift();
    situation && wanted.size > 0;
    situation = fresh.shift() ?? later.shift()
  ) {
    const { state, at, path } = situation;
    const tested = underTest(state);
    if (!first.has(tested.state)) first.set(tested.state, situation);
    for (const { p, its, name, command } of offered(state)) {
      const actor = actorFor(p, command);
      if (!actor) continue;
      for (const said of says(its, command))
        for (const millis of [HOUR, IN_A_WHILE, LATE]) {
          const now = plusMillis(at, millis);
          const told = toldFor(its, name, command, state, p, actor, now, law, said);
          const played = play(room, state, told);
          if (!played.decision.ok || !played.state) continue;
          const key = `${p.state} ${name}`;
          const isNew = p === tested && !taken.has(key);
          if (isNew) taken.set(key, { situation, told });
          wanted.delete(p === tested ? key : '');
          const next = { state: played.state, at: now, path: [...path, name] };
          const reached = underTest(next.state).state;
          if (!first.has(reached)) first.set(reached, next);
          const standing = keyOf(next, movers(next.state), asked, law);
          if (!seen.has(standing) && situations.length < AT_MOST) {
            seen.add(standing);
            situations.push(next);
            (isNew ? fresh : later).push(next);
          }
          break;
        }
    }
  }
  return { room, first, taken, situations };
};

/** What the row asks of is set off, where it is not yet, and goes on by itself until that row is taken. */
const awaited = (
  room: Room,
  start: Situation,
  name: string,
  asksOf: ReadonlySet<string>,
): Taken | undefined => {
  const others = ({ proceedings: { p1: _, ...rest } }: CaseState) =>
    Object.values(rest).filter(({ procedure }) => asksOf.has(procedure));
  const asked = askedBy(room.law);
  const queue = [start];
  const seen = new Set([keyOf(start, others(start.state), asked, room.law)]);
  for (const { state, at, path } of queue) {
    for (const p of [underTest(state), ...others(state)]) {
      const its = room.law.procedure(p.procedure, p.version);
      for (const { name: next, command } of its ? allOffered(its, p.state) : []) {
        const isWanted =
          p.proceeding !== 'p1' ||
          next === name ||
          command.opens?.some(({ procedure }) => asksOf.has(procedure));
        const actor = isWanted ? actorFor(p, command) : undefined;
        if (!its || !actor) continue;
        const now = plusMillis(at, HOUR);
        const told = toldFor(its, next, command, state, p, actor, now, room.law);
        const played = play(room, state, told);
        if (!played.decision.ok || !played.state) continue;
        if (next === name && p.proceeding === 'p1') return { situation: { state, at, path }, told };
        const after = { state: played.state, at: now, path: [...path, next] };
        const standing = keyOf(after, others(after.state), asked, room.law);
        if (seen.has(standing)) continue;
        seen.add(standing);
        queue.push(after);
      }
    }
  }
  return undefined;
};

/** The first situation in a state for each set of others that it may have set off by then. */
const startsIn = (alone: Explored, state: string): readonly Situation[] => {
  const there = alone.situations.filter((situation) => underTest(situation.state).state === state);
  const setOff = (situation: Situation) =>
    [...new Set(Object.values(situation.state.proceedings).map(({ procedure }) => procedure))].sort().join();
  return [...Map.groupBy(there, setOff).values()].flatMap(([first]) => first ?? []);
};

/** On from where the steps that these rows wait for were taken: the shortest way to their states may lead past those. */
const walkedOn = (
  room: Room,
  procedure: Procedure,
  { taken }: Explored,
  rows: readonly Row[],
): Explored['taken'] => {
  const found = new Map(taken);
  for (const name of new Set(rows.flatMap((row) => waitsFor(procedure, row)))) {
    const left = rows.filter((row) => !found.has(keyOfRow(row)) && waitsFor(procedure, row).includes(name));
    const starts = [...found].flatMap(([row, { situation, told }]) => {
      const state = row.endsWith(` ${name}`) ? play(room, situation.state, told).state : null;
      return state === null ? [] : [{ state, at: told.at, path: [...situation.path, name] }];
    });
    const on = walk(room, ALONE, left, starts);
    for (const row of left.map(keyOfRow)) {
      const one = on.taken.get(row);
      if (one) found.set(row, one);
    }
  }
  return found;
};

/**
 * By commands of the one under test alone; where that does not take every row, on from what those wait for, by those of what it has set
 * off, then with every value that makes a difference, and at last by commands of all together.
 */
export const explore = (procedure: Procedure, register: Register, law = ourLaw): Explored => {
  const room: Room = { register, caseId: '653023-aaaaaaaaaaaaaaaa', law };
  const rows = rowsOf(procedure);
  const starts = openings(room, procedure);
  const own = rows.filter((row) => !waitsForOthers(procedure, row) && !waitsForValue(procedure, row));
  const plain = own.filter((row) => waitsFor(procedure, row).length === 0);
  let found = walk(room, ALONE, plain, starts);
  const taken = new Map(walkedOn(room, procedure, found, own));
  const missing = (): readonly Row[] => rows.filter((row) => !taken.has(keyOfRow(row)));
  for (const row of missing()) {
    const asksOf = new Set(testsOf(procedure, row).flatMap((test) => askedOf(test, law)));
    const way = startsIn(found, row.state)
      .map((start) => awaited(room, start, row.name, asksOf))
      .find((one) => one !== undefined);
    if (way) taken.set(keyOfRow(row), way);
  }
  for (const [way, goes] of [
    [SAYING_ALL, waitsForValue],
    [TOGETHER, () => true],
  ] as const) {
    const left = missing().filter((row) => goes(procedure, row));
    if (left.length === 0) continue;
    const more = walk(room, way, left, starts);
    for (const [key, one] of more.taken) if (!taken.has(key)) taken.set(key, one);
    found = {
      ...found,
      first: new Map([...more.first, ...found.first]),
      situations: [...found.situations, ...more.situations],
    };
  }
  return { ...found, taken };
};
