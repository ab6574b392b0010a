// Which other proceedings of a case a command moves with it: never a guess between several.
import { caseOf, isOver, Rejection, type UnderWay } from '../decision-under-way.ts';
import type { Proceeding } from '../state.ts';
import { areAboutTheSame } from './about-whom.ts';

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

/** Where neither names the other: the only open one about the same, if this is the only one of its own kind that it can belong to. */
const belongingTo = (work: UnderWay, p: Proceeding, open: readonly Proceeding[]): readonly Proceeding[] => {
  const { proceedings, ...about } = caseOf(work);
  const grewOutOf = ({ parent }: Proceeding, { procedure }: Proceeding): boolean =>
    parent !== undefined && proceedings[parent]?.procedure === procedure;
  const [only, another] = open.filter((o) => areAboutTheSame(about, p, o));
  if (only === undefined || another !== undefined) return [];
  const rivals = openOf(work, p.procedure).filter(
    (o) => o.proceeding !== p.proceeding && areAboutTheSame(about, only, o),
  );
  return rivals.length > 0 || grewOutOf(p, only) || grewOutOf(only, p) ? [] : [only];
};

/**
 * Proceedings of another procedure that belong to this one: those it grew out of or that grew out of it, each of them or the
 * one that takes the command. Where neither names the other, the only open one, if each is the only open one of its kind about the same.
 * @throws Rejection PROCEEDING_AMBIGUOUS where one is meant and several could be moved
 */
export const relatedTo = (
  work: UnderWay,
  p: Proceeding,
  procedure: string,
  takes: Takes,
  each = false,
): readonly Proceeding[] => {
  const open = openOf(work, procedure, takes);
  const related = relatives(p, open);
  if (each && related.length > 0) return related;
  const taking = related.filter(takes);
  if (taking.length > 1)
    throw new Rejection(
      'PROCEEDING_AMBIGUOUS',
      taking.map((o) => o.proceeding),
    );
  return related.length > 0 ? taking : belongingTo(work, p, open);
};
