// A procedure read as a table: rows of state, command and where it leads, for tests that walk all of it.
import { allOffered, isOfTheBus } from '../../case/steps/offered.ts';
import type { Procedure, ProcedureCommand, Target } from '../../schemas/procedure.ts';

export type Row = { state: string; name: string; command: ProcedureCommand; target: Target };

/**
 * Every command of every state, those of `always` included unless the state is terminal. What only a breach on record does nobody can
 * walk: tests/unit/case/by-breach.test.ts does.
 */
export const rowsOf = (procedure: Procedure): Row[] =>
  Object.keys(procedure.states).flatMap((state) =>
    allOffered(procedure, state)
      .filter(({ command }) => !isOfTheBus(command))
      .map((offered) => ({ state, ...offered })),
  );

/** Commands possible in some state of a running proceeding. */
export const commandsOf = (procedure: Procedure): string[] => [
  ...new Set(rowsOf(procedure).map(({ name }) => name)),
];
