// A procedure read as a table of what is offered in each state and where it leads; and how a fault is said.
import type { Procedure, Target } from '../../schemas/procedure.ts';
import { remember } from '../remember.ts';

export type Say = (what: string) => void;

export type Row = { readonly state: string; readonly command: string; readonly target: Target };

/** Every command of every state; those of `always` in each state that is not the end. */
export const rowsOf = remember((p: Procedure): readonly Row[] =>
  Object.entries(p.states).flatMap(([state, { on = {}, terminal }]) =>
    Object.entries({ ...(terminal ? {} : p.always), ...on }).map(([command, target]) => ({
      state,
      command,
      target,
    })),
  ),
);

/** What its proceedings can carry: marks of a state, and those that a command leaves. */
export const marksOf = ({ states, commands }: Procedure): readonly string[] => [
  ...Object.values(states).flatMap(({ marks = [] }) => marks),
  ...Object.values(commands).flatMap(({ leaves = [] }) => leaves),
];

/** States a row can lead to. */
export const leadsTo = ({ state, target: { to, else: other } }: Row): string[] => [
  to ?? state,
  ...(other === undefined ? [] : [other ?? state]),
];

/** States from which a way along these rows leads to a state that is good already. */
export const ahead = (rows: readonly Row[], good: readonly string[]): ReadonlySet<string> => {
  const found = new Set(good);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const row of rows) if (leadsTo(row).some((state) => found.has(state))) found.add(row.state);
  }
  return found;
};
