// Which other proceedings of a case a command moves with it: never a guess between several.
import { caseOf, procedureOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import type { Proceeding } from '../state.ts';

/** Open proceedings of a procedure that grew out of this one, or that it grew out of. */
const relatives = (p: Proceeding, open: readonly Proceeding[]): readonly Proceeding[] =>
  open.filter((o) => o.proceeding === p.parent || o.parent === p.proceeding);

const openOf = (work: UnderWay, procedure: string): readonly Proceeding[] =>
  Object.values(caseOf(work).proceedings).filter(
    (o) => o.procedure === procedure && !procedureOf(work.context.law, o).states[o.state]?.terminal,
  );

/**
 * The proceeding of another procedure that belongs to this one: the one it grew out of or that grew out of it. Where neither
 * names the other, the only open one, if this too is the only open one of its kind.
 * @throws Rejection PROCEEDING_AMBIGUOUS where several that belong to it could be moved
 */
export const twinOf = (
  work: UnderWay,
  p: Proceeding,
  procedure: string,
  takes: (other: Proceeding) => boolean,
): Proceeding | undefined => {
  const { proceedings } = caseOf(work);
  const grewOutOf = (child: Proceeding, name: string): boolean =>
    child.parent !== undefined && proceedings[child.parent]?.procedure === name;
  const twins = openOf(work, procedure);
  const related = relatives(p, twins);
  if (related.length > 0) {
    const taking = related.filter(takes);
    if (taking.length > 1)
      throw new Rejection(
        'PROCEEDING_AMBIGUOUS',
        taking.map((o) => o.proceeding),
      );
    return taking[0] ?? related[0];
  }
  const [only] = twins;
  return only &&
    twins.length === 1 &&
    openOf(work, p.procedure).length <= 1 &&
    !grewOutOf(p, procedure) &&
    !grewOutOf(only, p.procedure)
    ? only
    : undefined;
};

/** Every related open proceeding of a procedure, for a command that moves each of them. */
export const eachRelated = (work: UnderWay, p: Proceeding, procedure: string): readonly Proceeding[] =>
  relatives(p, openOf(work, procedure));
