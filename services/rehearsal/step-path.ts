// From the state a proceeding is in to one where a command is on offer: which steps lie between, by the procedure's own table.
// Knows no procedure by name.

import { allOffered, type Offered } from '../../case/steps/offered.ts';
import { testsIn } from '../../schemas/condition.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Procedure, ProcedureCommand, Role } from '../../schemas/procedure.ts';

/** A proceeding as far as the search looks at it. */
export type Standing = {
  readonly state: string;
  readonly roles: Readonly<Record<Role, readonly DepartmentId[]>>;
};

export type PathStep = {
  readonly offered: Offered;
  /** Who takes it. */
  readonly by: DepartmentId;
  /** It hands the case to the department that is to act afterwards. */
  readonly handsToActor: boolean;
};

/** Open fields a simulated officer can fill in without inventing a date or an approval. */
const FILLABLE = ['to', 'topic', 'reasonCode'];

/** That another officer must act, and nothing else, stands in nobody's way: a colleague does. */
const isMetAnyway = (procedure: Procedure, condition: string): boolean => {
  const test = procedure.conditions[condition]?.if;
  return test !== undefined && testsIn(test).every((one) => 'notSameOfficerAs' in one);
};

/** A step that needs no reason, no condition and nothing that cannot be filled in: nobody refuses or returns anything. */
const isPlain = (procedure: Procedure, { command, target }: Offered): boolean =>
  command.reason === undefined &&
  (command.when ?? []).every((condition) => isMetAnyway(procedure, condition)) &&
  (target.when === undefined || target.else !== undefined) &&
  isPossible({ command });

const isPossible = ({ command }: { command: ProcedureCommand }): boolean =>
  (command.needs ?? []).every((name) => FILLABLE.includes(name));

type Node = {
  readonly state: string;
  readonly isHeld: boolean;
  /** The role that a step on the way handed to the actor. */
  readonly gained?: Role;
  readonly path: readonly PathStep[];
};

const search = (
  procedure: Procedure,
  standing: Standing,
  wanted: string,
  actor: DepartmentId,
  allows: (offered: Offered) => boolean,
): readonly PathStep[] | null => {
  const wantedRoles = new Set(procedure.commands[wanted]?.by);
  const holds = (role: Role): boolean => standing.roles[role]?.includes(actor) ?? false;
  const waiting: Node[] = [{ state: standing.state, isHeld: [...wantedRoles].some(holds), path: [] }];
  const seen = new Set<string>();
  for (let here = waiting.shift(); here !== undefined; here = waiting.shift()) {
    const key = `${here.state} ${here.isHeld}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const onOffer = allOffered(procedure, here.state);
    if (here.isHeld && onOffer.some(({ name }) => name === wanted)) return here.path;
    for (const offered of onOffer) {
      const { name, command, target } = offered;
      if (name === wanted || !allows(offered)) continue;
      const by = command.by.flatMap((role) =>
        role === here.gained ? [actor] : (standing.roles[role] ?? []),
      )[0];
      if (by === undefined) continue;
      const handsToActor = command.handsTo !== undefined && wantedRoles.has(command.handsTo) && by !== actor;
      waiting.push({
        state: (target.else === undefined ? target.to : target.else) ?? here.state,
        isHeld: here.isHeld || handsToActor,
        ...(handsToActor && command.handsTo
          ? { gained: command.handsTo }
          : here.gained
            ? { gained: here.gained }
            : {}),
        path: [...here.path, { offered, by, handsToActor: handsToActor && !here.isHeld }],
      });
    }
  }
  return null;
};

/**
 * Breadth-first, so the fewest steps; among equally short ways the one that stands first in the table. Ways on which nobody
 * refuses or returns anything come first. Empty when the command is on offer now.
 * @param actor who is to give `wanted`; where it does not hold the role, the way must hand the case to it
 * @returns the steps before `wanted`, or `null` where there is no way
 */
export const pathTo = (
  procedure: Procedure,
  standing: Standing,
  wanted: string,
  actor: DepartmentId,
): readonly PathStep[] | null =>
  search(procedure, standing, wanted, actor, (offered) => isPlain(procedure, offered)) ??
  search(procedure, standing, wanted, actor, isPossible);
