// Which proceedings are open at an instant, who holds them, and since when.
import type { Law } from '../../law/law.ts';
import type { DepartmentId, Region } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { ProceedingRow, ProgressRows, StepRow } from '../bus/reading-room/queries/progress.ts';

export type OpenProceeding = {
  readonly case: string;
  readonly region: Region;
  readonly proceeding: string;
  readonly procedure: string;
  readonly version: number;
  readonly state: string;
  /** Who must move it: the receiver of an open hand-off, or those whose act leads on from this state. */
  readonly holders: readonly DepartmentId[];
  /** A hand-off to the holder that it has neither received nor returned. */
  readonly unacknowledged: boolean;
  readonly since: Instant;
};

type Standing = { readonly state: string; readonly since: Instant };

const standing = (row: ProceedingRow, steps: readonly StepRow[], asOf: Instant): Standing => {
  if (row.since <= asOf) return { state: row.state, since: row.since };
  let found: Standing | undefined;
  for (const step of steps) {
    if (step.occurred_at > asOf) continue;
    if (found === undefined || step.from_state !== step.to_state)
      found = { state: step.to_state, since: step.occurred_at };
  }
  return found ?? { state: row.state, since: row.opened_at };
};

/** Departments whose act leads out of the state; a step that stays where it is moves nothing. */
const movers = (row: ProceedingRow, state: string, law: Law): DepartmentId[] => {
  const procedure = law.procedure(row.procedure, row.version);
  const roles = Object.entries(procedure?.states[state]?.on ?? {})
    .filter(([, { to }]) => to !== null)
    .flatMap(([command]) => procedure?.commands[command]?.by ?? []);
  return [...new Set(roles.flatMap((role) => row.roles[role] ?? []))];
};

const isTerminal = (row: ProceedingRow, state: string, law: Law): boolean =>
  law.procedure(row.procedure, row.version)?.states[state]?.terminal === true;

/** Open proceedings, longest in their state first. */
export const openProceedings = (
  rows: Pick<ProgressRows, 'proceedings' | 'steps' | 'handOffs'>,
  law: Law,
  asOf: Instant,
): OpenProceeding[] => {
  const steps = Map.groupBy(rows.steps, (s) => `${s.case_id} ${s.proceeding}`);
  const waiting = new Map(
    rows.handOffs
      .filter((h) => h.started_at <= asOf && (h.closed_at === null || h.closed_at > asOf))
      .map((h) => [`${h.case_id} ${h.proceeding}`, h.to_department]),
  );
  return rows.proceedings
    .filter((row) => row.opened_at <= asOf)
    .flatMap((row) => {
      const key = `${row.case_id} ${row.proceeding}`;
      const { state, since } = standing(row, steps.get(key) ?? [], asOf);
      if (isTerminal(row, state, law) || (row.waived_at !== null && row.waived_at <= asOf)) return [];
      const to = waiting.get(key);
      return [
        {
          case: row.case_id,
          region: row.region,
          proceeding: row.proceeding,
          procedure: row.procedure,
          version: row.version,
          state,
          holders: to ? [to] : movers(row, state, law),
          unacknowledged: to !== undefined,
          since,
        },
      ];
    })
    .toSorted(
      (a, b) =>
        (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
        (`${a.case} ${a.proceeding}` < `${b.case} ${b.proceeding}` ? -1 : 1),
    );
};
