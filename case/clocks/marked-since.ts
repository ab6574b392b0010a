// Since when another proceeding about the same carries a mark, by what a department did in it: a limit may run from there (GJ2006 1).
import { BUS, type DepartmentId } from '../../schemas/ids.ts';
import { dateOf, startOfDay } from '../../schemas/instant.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { caseOf, procedureOf, type UnderWay } from '../decision-under-way.ts';
import { carries } from '../marks.ts';
import type { Proceeding, Step } from '../state.ts';
import { areAboutTheSame } from '../steps/about-whom.ts';
import { isClosed } from '../who-is-told.ts';
import type { Dated } from './outcome.ts';

/** Commands that lead into a state with the mark from one without it, or leave it. */
export const enters = ({ states, commands }: Procedure, mark: string): ReadonlySet<string> => {
  const isMarked = (state: string | null | undefined): boolean =>
    typeof state === 'string' && states[state]?.marks?.includes(mark) === true;
  const led = Object.entries(states).flatMap(([state, { on = {} }]) =>
    isMarked(state)
      ? []
      : Object.entries(on).flatMap(([name, { to, else: other }]) =>
          isMarked(to) || isMarked(other) ? [name] : [],
        ),
  );
  const left = Object.entries(commands).flatMap(([name, { leaves = [] }]) =>
    leaves.includes(mark) ? [name] : [],
  );
  return new Set([...led, ...left]);
};

const dated = ({ at, precision }: Step): Dated => ({
  from: startOfDay(dateOf(at)),
  ...(precision === 'instant' || precision === 'day' ? {} : { undetermined: 'coarser-than-unit' as const }),
});

/** The day of the last such step of the department, or `undefined` where nothing about the same carries the mark. */
export const markedSince = (
  work: UnderWay,
  p: Proceeding,
  mark: string,
  department: DepartmentId,
): Dated | undefined => {
  const { law } = work.context;
  const state = caseOf(work);
  const steps = Object.values(state.proceedings).flatMap((other) => {
    const procedure = procedureOf(law, other);
    const around = { law, state, procedure, by: { department: BUS } } as const;
    const counts =
      other.proceeding !== p.proceeding &&
      !isClosed(procedure) &&
      areAboutTheSame(state, p, other) &&
      carries(around, other, mark);
    if (!counts) return [];
    const entering = enters(procedure, mark);
    return other.steps.filter((step) => step.by === department && entering.has(step.command)).slice(-1);
  });
  const last = steps.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  return last && dated(last);
};
