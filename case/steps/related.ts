// Which other proceedings of a case a command moves with it: never a guess between several.
import { caseOf, isOver, Rejection, type UnderWay } from '../decision-under-way.ts';
import type { Proceeding } from '../state.ts';

/** Open proceedings of a procedure that grew out of this one, or that it grew out of. */
const relatives = (p: Proceeding, open: readonly Proceeding[]): readonly Proceeding[] =>
  open.filter((o) => o.proceeding === p.parent || o.parent === p.proceeding);

type Takes = (other: Proceeding) => boolean;

/** Those that have not ended, and those that have come to their end and take it there. */
const openOf = (work: UnderWay, procedure: string, takes: Takes = () => false): readonly Proceeding[] =>
  Object.values(caseOf(work).proceedings).filter(
    (o) =>
      o.procedure === procedure &&
      (!isOver(work.context.law, o) || (o.waived === undefined && o.moved === undefined && takes(o))),
  );

/**
 * Proceedings of another procedure that belong to this one: those it grew out of or that grew out of it, each of them or the
 * one that takes the command. Where neither names the other, the only open one, if this too is the only open one of its kind.
 * @throws Rejection PROCEEDING_AMBIGUOUS where one is meant and several could be moved
 */
export const relatedTo = (
  work: UnderWay,
  p: Proceeding,
  procedure: string,
  takes: Takes,
  each = false,
): readonly Proceeding[] => {
  const { proceedings } = caseOf(work);
  const grewOutOf = (child: Proceeding, name: string): boolean =>
    child.parent !== undefined && proceedings[child.parent]?.procedure === name;
  const open = openOf(work, procedure, takes);
  const related = relatives(p, open);
  if (each && related.length > 0) return related;
  const taking = related.filter(takes);
  if (taking.length > 1)
    throw new Rejection(
      'PROCEEDING_AMBIGUOUS',
      taking.map((o) => o.proceeding),
    );
  if (related.length > 0) return taking;
  const [only] = open;
  return only &&
    open.length === 1 &&
    openOf(work, p.procedure).length <= 1 &&
    !grewOutOf(p, procedure) &&
    !grewOutOf(only, p.procedure)
    ? [only]
    : [];
};
