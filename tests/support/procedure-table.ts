// A procedure read as a table: rows of state, command and transition, for tests that walk all of it.
import type { Procedure, Role, Transition } from '../../schemas/procedure.ts';

export type Row = { state: string; command: string; transition: Transition };

/** Every command of a state, those of `always` included unless the state is terminal or says otherwise. */
export const offeredIn = (procedure: Procedure, state: string): Record<string, Transition> => {
  const here = procedure.states[state];
  return { ...(here?.terminal ? {} : procedure.always), ...here?.on };
};

export const rowsOf = (procedure: Procedure): Row[] =>
  Object.keys(procedure.states).flatMap((state) =>
    Object.entries(offeredIn(procedure, state)).map(([command, transition]) => ({
      state,
      command,
      transition,
    })),
  );

/** Every transition there is, the opening ones included. */
export const transitionsOf = (procedure: Procedure): { command: string; transition: Transition }[] => [
  ...Object.entries(procedure.opensOn).map(([command, transition]) => ({ command, transition })),
  ...rowsOf(procedure),
];

export const commandsOf = (procedure: Procedure): string[] => [
  ...new Set(rowsOf(procedure).map(({ command }) => command)),
];

export const rolesThatAct = (transition: Transition): readonly Role[] =>
  typeof transition.by === 'string' ? [transition.by] : transition.by;

/** States a transition can lead to, from the state it is offered in. */
export const targetsOf = (state: string, transition: Transition): string[] => [
  transition.to ?? state,
  ...(transition.instead ? [transition.instead.to] : []),
];

export const listOf = (commands: string | readonly string[] | undefined): readonly string[] =>
  commands === undefined ? [] : typeof commands === 'string' ? [commands] : commands;
