// Who may close a case as a whole: the department that opened it, or the joint-meeting office of its region, which need not be a party.
import { type DepartmentId, type Region, regionOfCase } from '../../schemas/ids.ts';
import { Rejection, requireHead, type UnderWay } from '../decision-under-way.ts';
import { type Register, routeTo } from '../register/register.ts';
import type { ActingOfficer } from '../steps/take-step.ts';

export const closes = (
  openedBy: DepartmentId | undefined,
  region: Region,
  register: Register,
  department: DepartmentId,
): boolean => openedBy === department || routeTo(register, region, 'joint-meeting-office') === department;

/** Whether a department opened what it would end, or is the joint-meeting office of the case's region. */
export const mayEnd = (
  { state, context: { caseId, register } }: UnderWay,
  openedBy: DepartmentId | undefined,
  department: DepartmentId,
): boolean => closes(openedBy, state?.region ?? regionOfCase(caseId), register, department);

export const mayClose = (work: UnderWay, department: DepartmentId): boolean =>
  mayEnd(work, work.state?.openedBy, department);

/** @throws Rejection NOT_YOUR_ROLE, RANK_TOO_LOW, REASON_REQUIRED */
export const requireCloser = (work: UnderWay, who: ActingOfficer): void => {
  if (!mayClose(work, who.department)) throw new Rejection('NOT_YOUR_ROLE', ['openedBy']);
  requireHead(work, who);
};
