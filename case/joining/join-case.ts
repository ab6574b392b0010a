// A case is merged into another (并案): it stays a case of its own, with its proceedings, limits and readers as they were, so nobody sheds
// a limit by it and nobody reads more. The other one knows of it, shows it beside its own, and is not closed before it.
import type { CaseCommand } from '../../schemas/command.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { closes, requireCloser } from '../closing/closers.ts';
import { caseOf, emit, lastActOf, Rejection, refuseBefore, type UnderWay } from '../decision-under-way.ts';
import type { Register } from '../register/register.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { CaseState } from '../state.ts';
import type { ActingOfficer } from '../steps/take-step.ts';

/** What a joined case says of itself by one of its entries: whether it is open, and who joined it. */
export type Joining = { readonly by: DepartmentId; readonly open: boolean };

/** What an entry of another case says of its being joined to the one a command is for, or `undefined`. */
export const joiningOf = (
  other: CaseState | null,
  { case: into, body: { from } }: Pick<CaseCommand, 'case' | 'body'>,
): Joining | undefined => {
  const { joinedInto } = other ?? {};
  const turn = joinedInto?.turns.find((one) => one.in === from?.sequence);
  return joinedInto && turn && joinedInto.case === into
    ? { by: joinedInto.department, open: turn.open }
    : undefined;
};

/**
 * Why a case cannot be joined to another, read off that other before `decide` is asked: one that is not there, or that its sender may not
 * know of, answers alike. Whoever joins them may close both.
 */
export const refusedInto = (
  other: CaseState | null,
  { actor }: Pick<CaseCommand, 'actor'>,
  register: Register,
): string | undefined => {
  if (!other || !('department' in actor)) return 'CASE_NOT_FOUND';
  const { department } = actor;
  const isCloser = closes(other.openedBy, other.region, register, department);
  if (isRestricted(other, department) || !(isCloser || other.parties.includes(department)))
    return 'CASE_NOT_FOUND';
  if (!isCloser) return 'NOT_YOUR_ROLE';
  return other.voided || other.closed || other.joinedInto ? 'MERGE_NOT_POSSIBLE' : undefined;
};

/** `merge-case {into}`; of whoever may close it. One that others were joined to is not joined itself: no two wait for one another. */
export const mergeCase = (work: UnderWay, who: ActingOfficer): void => {
  const { into } = work.command.body;
  if (into === undefined) throw new Rejection('FIELD_REQUIRED', ['into']);
  requireCloser(work, who);
  const { id, joinedInto, joinedCases } = caseOf(work);
  if (into === id || joinedInto || Object.keys(joinedCases).length > 0)
    throw new Rejection('MERGE_NOT_POSSIBLE', [into]);
  refuseBefore(work, lastActOf(work));
  emit(work, { kind: 'join', type: 'case-joined', into, by: who.department, officer: who.officer });
};

/** Says to the case it was joined to that it was closed, or opened again; which that is only who joined them was told. */
export const tellJoined = (work: UnderWay): void => {
  const { joinedInto, closed } = caseOf(work);
  if (joinedInto) emit(work, { kind: 'join-turn', type: closed ? 'join-settled' : 'join-resumed' });
};

/** `note-joined-case {from}`. */
export const noteJoinedCase = (work: UnderWay): void => {
  const {
    command: { body },
    context: { joining },
  } = work;
  if (!body.from || !joining) throw new Rejection('CASE_NOT_FOUND', ['from']);
  const { by, open } = joining;
  if (caseOf(work).joinedCases[body.from.case] === open) throw new Rejection('MOMENT_STALE');
  const type = open ? 'joined-case-noted' : 'joined-case-settled';
  emit(work, { kind: 'joined', type, case: body.from.case, by });
};
