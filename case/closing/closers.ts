// Who may close a case as a whole: the department that opened it, or the joint-meeting office of its region, which need not be a party.
import type { DepartmentId, Region } from '../../schemas/ids.ts';
import { type Register, routeTo } from '../register/register.ts';

export const closes = (
  openedBy: DepartmentId | undefined,
  region: Region,
  register: Register,
  department: DepartmentId,
): boolean => openedBy === department || routeTo(register, region, 'joint-meeting-office') === department;
