// A case is merged into another (并案): it stays a case of its own, with its proceedings, limits and readers as they were, so nobody sheds
// a limit by it and nobody reads more. The other one knows of it, shows it beside its own, and is not closed before it.
import type { CaseCommand } from '../../schemas/command.ts';
import type { CaseId } from '../../schemas/ids.ts';
import { closes, requireCloser } from '../closing/closers.ts';
import { caseOf, emit, lastActOf, Rejection, refuseBefore, type UnderWay } from '../decision-under-way.ts';
import { type Register, routeTo } from '../register/register.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import { type CaseState, joinedInto } from '../state.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isWaitedFor } from './marks-elsewhere.ts';

/**
 * Why a case cannot be joined to another, or parted from it, read off that other before `decide` is asked: one that is not there, or that
 * its sender may not know of, answers alike. Whoever does so may close both. Who opened the one learns of the other: not where that is
 * restricted from it.
 */
export const refusedInto = (
  other: CaseState | null,
  { actor, command }: Pick<CaseCommand, 'actor' | 'command'>,
  own: CaseState | null,
  register: Register,
): string | undefined => {
  if (!other || !('department' in actor)) return 'CASE_NOT_FOUND';
  const { department } = actor;
  const isCloser = closes(other.openedBy, other.region, register, department);
  if (isRestricted(other, department) || !(isCloser || other.parties.includes(department)))
    return 'CASE_NOT_FOUND';
  if (!isCloser) return 'NOT_YOUR_ROLE';
  if (command === 'unmerge-case') return undefined;
  // Who opened a case and the office of its region read to which other it was joined.
  const readersOf = ({ openedBy, region }: CaseState): readonly string[] =>
    [openedBy, routeTo(register, region, 'joint-meeting-office')].flatMap((one) => one ?? []);
  const isHidden =
    readersOf(other).some((one) => isRestricted(own, one)) ||
    (own !== null && readersOf(own).some((one) => isRestricted(other, one)));
  return isHidden || other.voided || other.closed || joinedInto(other) ? 'MERGE_NOT_POSSIBLE' : undefined;
};

/** The case it is to be joined to or parted from, and whether it is joined already. */
const joiningBy = (work: UnderWay, who: ActingOfficer): { into: CaseId; joined: CaseId | undefined } => {
  const { into } = work.command.body;
  if (into === undefined) throw new Rejection('FIELD_REQUIRED', ['into']);
  requireCloser(work, who);
  refuseBefore(work, lastActOf(work));
  return { into, joined: joinedInto(caseOf(work))?.case };
};

/** `merge-case {into}`; of whoever may close it. One that others were joined to is not joined itself: no two wait for one another. */
export const mergeCase = (work: UnderWay, who: ActingOfficer): void => {
  const { into, joined } = joiningBy(work, who);
  const { id, joinedCases } = caseOf(work);
  if (into === id || joined || Object.keys(joinedCases).length > 0)
    throw new Rejection('MERGE_NOT_POSSIBLE', [into]);
  emit(work, { kind: 'join', type: 'case-joined', into, by: who.department, officer: who.officer });
};

/**
 * `unmerge-case {into}`: each counts alone again. Nothing moved when they were joined, so nothing moves back. Nobody frees itself by it of
 * what it must wait for: while there is such, who has no part in them does it.
 */
export const unmergeCase = (work: UnderWay, who: ActingOfficer): void => {
  const { into, joined } = joiningBy(work, who);
  const { register, law } = work.context;
  const state = caseOf(work);
  if (joined !== into) throw new Rejection('NOT_MERGED', [into]);
  if (isWaitedFor(law, state) && who.department !== routeTo(register, state.region, 'joint-meeting-office'))
    throw new Rejection('MERGE_WAITED_FOR');
  emit(work, { kind: 'join', type: 'case-parted', into, by: who.department, officer: who.officer });
};

/** Says to the case it was joined to that it was closed or voided, or opened again; which that is only who joined them was told. */
export const tellJoined = (work: UnderWay): void => {
  const state = caseOf(work);
  if (joinedInto(state))
    emit(work, { kind: 'join-turn', type: state.closed || state.voided ? 'join-settled' : 'join-resumed' });
};

const NOTED = {
  open: 'joined-case-noted',
  closed: 'joined-case-settled',
  parted: 'joined-case-parted',
} as const;
const OPEN = { open: true, closed: false, parted: undefined } as const;

/** `note-joined-case {from}`: what the entry that it names says of the other case, as that case itself has it. */
export const noteJoinedCase = (work: UnderWay): void => {
  const {
    command: {
      body: { from },
    },
    context: { other },
  } = work;
  const { id, joinedCases } = caseOf(work);
  const turn = other?.joinTurns.find((one) => one.case === id && one.in === from?.sequence);
  if (!from || !turn) throw new Rejection('CASE_NOT_FOUND', ['from']);
  if (joinedCases[from.case] === OPEN[turn.standing]) throw new Rejection('MOMENT_STALE');
  const isNew = turn.standing === 'open' && joinedCases[from.case] === undefined;
  const type = isNew && isTakenBy(caseOf(work)) ? 'joined-case-refused' : NOTED[turn.standing];
  emit(work, { kind: 'joined', type, case: from.case, by: turn.department });
};

/** It was closed or voided meanwhile, or joined to another itself: of two joined at once to one another neither would ever be closed. */
const isTakenBy = (state: CaseState): boolean =>
  state.closed !== undefined || state.voided !== undefined || joinedInto(state) !== undefined;

/** `note-join-refused {from}`: the case it was joined to could not take it; it counts alone again. */
export const noteJoinRefused = (work: UnderWay): void => {
  const {
    command: {
      body: { from },
    },
    context: { other },
  } = work;
  const { id } = caseOf(work);
  const isRefused = other?.joinsRefused.some((one) => one.case === id && one.in === from?.sequence);
  if (!from || !isRefused) throw new Rejection('CASE_NOT_FOUND', ['from']);
  const joined = joinedInto(caseOf(work));
  if (joined?.case !== from.case) throw new Rejection('MOMENT_STALE');
  const { department: by, officer } = joined;
  emit(work, { kind: 'join', type: 'join-refused', into: from.case, by, officer });
};
