// Walks a procedure by its own rules until every row of its table was taken once: the way to every state is searched, not
// written down. A situation is a case at an instant.
import type { Register } from '../../case/register/register.ts';
import type { CaseState, Proceeding } from '../../case/state.ts';
import { allOffered } from '../../case/steps/offered.ts';
import { law } from '../../law/law.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { play, type Room, type Told } from './case-driver.ts';
import { actorFor, BYSTANDER, COUNTY, toldFor } from './clerk.ts';
import { rowsOf } from './procedure-table.ts';

export type Situation = { state: CaseState; at: Instant; path: readonly string[] };
export type Explored = {
  room: Room;
  /** First situation in which the proceeding under test stands in a state. */
  first: ReadonlyMap<string, Situation>;
  /** `state command` → the situation in which it was taken, and what was told. */
  taken: ReadonlyMap<string, { situation: Situation; told: Told }>;
  situations: readonly Situation[];
};

const HOUR = 3_600_000;
/** Long after every limit. */
const LATE = 400 * 24 * HOUR;
const START = '2024-03-04T09:00:00+08:00';
const AT_MOST = 6_000;

/** The proceeding under test is always the first of its case. */
export const underTest = (state: CaseState): Proceeding => {
  const p = state.proceedings['p1'];
  if (!p) throw new Error('no proceeding');
  return p;
};

const keyOf = ({ state }: Situation): string => {
  const p = underTest(state);
  const open = Object.values(state.handOffs).some((h) => h.proceeding === 'p1' && h.outcome === undefined);
  const paused = Object.values(state.clocks).some((c) => c.status === 'paused');
  return [p.state, [...new Set(p.steps.map((step) => step.event))].sort().join(), open, paused].join('|');
};

const openings = (room: Room, procedure: Procedure): Situation[] =>
  Object.keys(procedure.opensOn).flatMap((name) => {
    const command = procedure.commands[name];
    if (!command) return [];
    const bodies: readonly string[] = procedure.roles[command.by[0] ?? '']?.bodies ?? [];
    const actor = COUNTY.find((d) => bodies.length === 0 || bodies.some((body) => d.endsWith(`/${body}`)));
    if (!actor) return [];
    const { state } = play(room, null, toldFor(procedure, name, command, null, undefined, actor, START));
    if (!state) throw new Error(`${procedure.procedure} does not open on ${name}`);
    const admitted = play(room, state, {
      as: `${actor}/o-1`,
      at: START,
      command: 'admit-departments',
      body: { to: [BYSTANDER] },
    });
    return [{ state: admitted.state ?? state, at: START, path: [name] }];
  });

/** Explores breadth first; stops when every row was taken. */
export const explore = (procedure: Procedure, register: Register): Explored => {
  const room: Room = { register, caseId: '653023-aaaaaaaaaaaaaaaa', law };
  const rows = rowsOf(procedure).length;
  const first = new Map<string, Situation>();
  const taken = new Map<string, { situation: Situation; told: Told }>();
  const queue = openings(room, procedure);
  const seen = new Set(queue.map(keyOf));
  for (const situation of queue) {
    const { state, at, path } = situation;
    const p = underTest(state);
    if (!first.has(p.state)) first.set(p.state, situation);
    for (const { name, command } of allOffered(procedure, p.state)) {
      const actor = actorFor(p, command);
      if (!actor) continue;
      for (const later of [HOUR, LATE]) {
        const now = plusMillis(at, later);
        const told = toldFor(procedure, name, command, state, p, actor, now);
        const played = play(room, state, told);
        if (!played.decision.ok || !played.state) continue;
        const key = `${p.state} ${name}`;
        if (!taken.has(key)) taken.set(key, { situation, told });
        const next = { state: played.state, at: now, path: [...path, name] };
        if (!seen.has(keyOf(next)) && queue.length < AT_MOST) {
          seen.add(keyOf(next));
          queue.push(next);
        }
        break;
      }
    }
    if (taken.size === rows) break;
  }
  return { room, first, taken, situations: queue };
};
