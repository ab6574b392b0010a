// What a procedure offers in a state: the command, said once, and where it leads from here.
import { BUS, type DepartmentId } from '../../schemas/ids.ts';
import type { Procedure, ProcedureCommand, Target } from '../../schemas/procedure.ts';
import type { Proceeding } from '../state.ts';

export type Offered = { readonly name: string; readonly command: ProcedureCommand; readonly target: Target };

const targetsIn = (procedure: Procedure, state: string): Readonly<Record<string, Target>> => {
  const here = procedure.states[state];
  return here ? { ...(here.terminal ? {} : procedure.always), ...here.on } : {};
};

/** Every command of a state; those of `always` are offered until the end. */
export const allOffered = (procedure: Procedure, state: string): Offered[] =>
  Object.entries(targetsIn(procedure, state)).flatMap(([name, target]) => {
    const command = procedure.commands[name];
    return command ? [{ name, command, target }] : [];
  });

/** One command in a state, or `undefined` where it is not possible there. */
export const offeredIn = (procedure: Procedure, state: string, name: string): Offered | undefined => {
  const here = procedure.states[state];
  if (!here || !Object.hasOwn(procedure.commands, name)) return undefined;
  const always = here.terminal ? undefined : procedure.always;
  const target =
    here.on && Object.hasOwn(here.on, name)
      ? here.on[name]
      : always && Object.hasOwn(always, name)
        ? always[name]
        : undefined;
  const command = procedure.commands[name];
  return target && command ? { name, command, target } : undefined;
};

/** What only a breach on record does, or falls with another: no department sends it. */
export const isOfTheBus = ({ by }: Pick<ProcedureCommand, 'by'>): boolean => by.includes(BUS);

export const holdsRole = (p: Proceeding, command: ProcedureCommand, department: DepartmentId): boolean =>
  department === BUS ? isOfTheBus(command) : command.by.some((role) => p.roles[role]?.includes(department));
