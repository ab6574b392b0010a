// A case is restricted from a department (回避): one that may itself be looked into neither sees it nor acts in it from then on, and the
// case answers it like one that does not exist. It cannot keep a limit it does not know of: what it had to do goes to its superior, which
// owes it by the same instants. Who says so is told of it, and that superior.
import { bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { newest, timesAgain } from '../clocks/clock-times.ts';
import { stop } from '../clocks/stop-clock.ts';
import {
  caseOf,
  emit,
  isOver,
  lastActOf,
  procedureOf,
  Rejection,
  refuseBefore,
  requireHead,
  type UnderWay,
} from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { regionChain, superiorOf } from '../register/register.ts';
import { type CaseState, type Proceeding, pausedSince } from '../state.ts';
import { activeReceivers } from '../steps/casting.ts';
import { assign, closeHandOff, openHandOffOf, startHandOff } from '../steps/hand-over.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosed } from '../who-is-told.ts';
import { isRestricted } from './is-restricted.ts';

/** Discipline inspection of its own level or above (JC 37), or the nearest registered superior of its own kind (N4 12(2)). */
const standsAbove = ({ context }: UnderWay, above: DepartmentId, department: DepartmentId): boolean =>
  above !== department &&
  (superiorOf(context.register, department) === above ||
    (bodyOf(above) === 'discipline-inspection' &&
      regionChain(regionOf(department)).includes(regionOf(above))));

/** Whether a department stands above all that are named; it need not be a party. */
export const mayRestrict = (work: UnderWay, department: DepartmentId): boolean => {
  const { to = [] } = work.command.body;
  return to.length > 0 && to.every((one) => standsAbove(work, department, one));
};

const namedBy = (work: UnderWay, who: ActingOfficer): readonly DepartmentId[] => {
  const named = activeReceivers(work, 'restricted too');
  if (!mayRestrict(work, who.department)) throw new Rejection('NOT_YOUR_ROLE', [...named]);
  requireHead(work, who);
  refuseBefore(work, lastActOf(work));
  return named;
};

/** Roles of a department in a proceeding that all may read; what a few see alone goes on by itself. */
const rolesOf = (work: UnderWay, p: Proceeding, department: DepartmentId): readonly string[] =>
  isOver(work.context.law, p) || isClosed(procedureOf(work.context.law, p))
    ? []
    : Object.keys(p.roles).filter((role) => p.roles[role]?.includes(department));

/** Its superior holds its roles from here on, where there is one that may know of the case. */
const passOn = (work: UnderWay, department: DepartmentId, superior: DepartmentId | undefined): void => {
  for (const p of Object.values(caseOf(work).proceedings)) {
    const roles = rolesOf(work, p, department);
    if (roles.length === 0) continue;
    const open = openHandOffOf(work, p.proceeding);
    const onItsWay = open?.to === department ? open : undefined;
    if (onItsWay) closeHandOff(work, p.proceeding, 'superseded');
    if (!superior) continue;
    const holders = (role: string): DepartmentId[] => [
      ...new Set((p.roles[role] ?? []).map((one) => (one === department ? superior : one))),
    ];
    assign(work, p.proceeding, Object.fromEntries(roles.map((role) => [role, holders(role)])));
    // What nobody has signed for yet waits for the signature of who signs now.
    if (onItsWay) startHandOff(work, { ...onItsWay, to: superior });
  }
};

/**
 * Who takes its place owes what it owed, by the same instants. What it missed already stays missed by it, and runs on until it is done.
 * Where nobody takes its place the limits are held, for nobody keeps a limit it may not know of.
 */
const passOnLimits = (work: UnderWay, department: DepartmentId, superior: DepartmentId | undefined): void => {
  const { clocks, proceedings } = caseOf(work);
  for (const clock of Object.values(clocks)) {
    const p = proceedings[clock.proceeding];
    const isOpen = p !== undefined && !isClosed(procedureOf(work.context.law, p));
    if (!isOpen || clock.obliged !== department || clock.status === 'stopped') continue;
    const isMissed = isLate(clock.times, pausedSince(clock) ?? work.command.occurredAt, 'latest');
    if (superior === undefined) stop(work, clock, true, { held: true });
    else if (!isMissed)
      emit(work, { kind: 'clock', type: 'clock-passed-on', clock: clock.clock, obliged: superior });
  }
};

const above = (work: UnderWay, state: CaseState, department: DepartmentId): DepartmentId | undefined => {
  const superior = superiorOf(work.context.register, department);
  return superior === undefined || !isRestricted(state, superior) ? superior : above(work, state, superior);
};

/** `restrict-case {to}`. */
export const restrictCase = (work: UnderWay, who: ActingOfficer): void => {
  for (const department of namedBy(work, who)) {
    const state = caseOf(work);
    if (isRestricted(state, department)) throw new Rejection('RESTRICTED_ALREADY', [department]);
    const passesTo = above(work, state, department);
    passOnLimits(work, department, passesTo);
    passOn(work, department, passesTo);
    emit(work, {
      kind: 'restriction',
      type: 'case-restricted',
      department,
      by: who.department,
      officer: who.officer,
      ...(passesTo ? { passesTo } : {}),
    });
  }
};

/** What was held while it might not know of the case runs on by the same instants, wherever something may still come of it. */
const takeUpLimits = (work: UnderWay, department: DepartmentId): void => {
  const { clocks, proceedings, closed } = caseOf(work);
  for (const clock of Object.values(clocks)) {
    const p = proceedings[clock.proceeding];
    const isLeft = p === undefined || p.waived !== undefined || closed !== undefined;
    const isHeld = clock.held === true && clock.obliged === department;
    if (isHeld && !isLeft && newest(work, clock.proceeding, clock.limit) === clock)
      emit(work, {
        kind: 'clock',
        type: 'clock-taken-up',
        clock: clock.clock,
        times: timesAgain(work, clock),
      });
  }
};

/**
 * `lift-restriction {to}`: it sees again what it was told, and what comes; what went to its superior stays there, and what nobody took
 * over it owes again.
 */
export const liftRestriction = (work: UnderWay, who: ActingOfficer): void => {
  for (const department of namedBy(work, who)) {
    if (!isRestricted(caseOf(work), department)) throw new Rejection('NOT_RESTRICTED', [department]);
    emit(work, {
      kind: 'restriction',
      type: 'restriction-lifted',
      department,
      by: who.department,
      officer: who.officer,
    });
    takeUpLimits(work, department);
  }
};
