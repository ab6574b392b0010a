// How to come by a proceeding in which a department may give a command, where none that takes it is open: which opening, by whom,
// naming whom. By the procedure's own table and casts; names no procedure. Pure.
import { isOfKind } from '../../case/register/former-body.ts';
import type { Law } from '../../law/law.ts';
import { type DepartmentId, departmentId, type Region, regionOf } from '../../schemas/ids.ts';
import type { Procedure, Role } from '../../schemas/procedure.ts';
import { type PathStep, pathTo } from './step-path.ts';

export type WayIn = {
  readonly opening: string;
  readonly by: DepartmentId;
  /** Whom the opening must name. */
  readonly to: readonly DepartmentId[];
  readonly roles: Readonly<Record<Role, DepartmentId[]>>;
  /** Between the opening and the command. */
  readonly path: readonly PathStep[];
};

/** Steps of a way that somebody must give a reason for: a refusal, a return, a withdrawal. */
export const reasonsIn = (path: readonly PathStep[]): number =>
  path.filter(({ offered }) => offered.command.reason !== undefined).length;

/** More than any way is long. */
const REASON_COSTS = 100;

export type Seeking = {
  readonly command: string;
  readonly actor: DepartmentId;
  /** Whom the fact names beside the actor. */
  readonly others: readonly DepartmentId[];
  /** Where the case is at home: who else would act there. */
  readonly home: Region;
  readonly law: Law;
};

const fits = (law: Law, procedure: Procedure, role: Role, department: DepartmentId): boolean => {
  const bodies = procedure.roles[role]?.bodies;
  return bodies === undefined || isOfKind(law, department, bodies);
};

type Cast = { readonly roles: Record<Role, DepartmentId[]>; readonly to: readonly DepartmentId[] };

/** Roles as an opening by this department would fill them, naming those of the fact that a role waits for. */
const castFor = (
  procedure: Procedure,
  opening: string,
  by: DepartmentId,
  { actor, others, law }: Seeking,
): Cast | undefined => {
  const roles: Record<Role, DepartmentId[]> = {};
  const named = [actor, ...others].filter((department) => department !== by);
  const to: DepartmentId[] = [];
  const opens = (procedure.commands[opening]?.by ?? []).filter((role) => fits(law, procedure, role, by));
  for (const [role, { cast, bodies }] of Object.entries(procedure.roles)) {
    if (cast === 'actor' || opens.includes(role)) {
      roles[role] = [by];
      continue;
    }
    if (cast !== 'to' && cast !== 'routing') continue;
    const free = named.filter((department) => !to.includes(department));
    const found = free.find((department) => fits(law, procedure, role, department));
    if (found) {
      to.push(found);
      roles[role] = [found];
    } else if (cast === 'to') return undefined;
    else if (bodies?.[0]) roles[role] = [departmentId(regionOf(by), bodies[0])];
  }
  return { roles, to };
};

/** Who might open: the actor, those the fact names, and the organ of the fitting kind where the actor and the case are at home. */
const openers = (
  procedure: Procedure,
  opening: string,
  { actor, others, home, law }: Seeking,
): readonly DepartmentId[] => {
  const roles = procedure.commands[opening]?.by ?? [];
  const bodies = roles.flatMap((role) => procedure.roles[role]?.bodies ?? []);
  const beside = bodies.flatMap((body) => [departmentId(regionOf(actor), body), departmentId(home, body)]);
  return [...new Set([actor, ...others, ...beside])].filter((department) =>
    roles.some((role) => fits(law, procedure, role, department)),
  );
};

/** The way with the fewest steps; of equally short ones the first by the actor itself, then by the order of the table. */
export const wayIn = (procedure: Procedure, seeking: Seeking): WayIn | undefined => {
  const { command, actor } = seeking;
  const ways = Object.entries(procedure.opensOn).flatMap(([opening, state]): WayIn[] =>
    openers(procedure, opening, seeking).flatMap((by): WayIn[] => {
      const cast = castFor(procedure, opening, by, seeking);
      if (cast === undefined) return [];
      if (opening === command) return by === actor ? [{ opening, by, ...cast, path: [] }] : [];
      const path = pathTo(procedure, { state, roles: cast.roles }, command, actor);
      return path === null ? [] : [{ opening, by, ...cast, path }];
    }),
  );
  /** The command itself opens, or the steps after an opening; by another only where that is shorter. */
  const cost = ({ opening, path, by }: WayIn): number =>
    opening === command ? 0 : 1 + path.length + reasonsIn(path) * REASON_COSTS + (by === actor ? 0 : 0.5);
  return ways.toSorted((a, b) => cost(a) - cost(b))[0];
};
