// Which callers a route is for. Routes name one of these; there is no route without.
import { type Register, routeTo } from '../../../case/register.ts';
import { bodyOf, type DepartmentId, type Region } from '../../../schemas/ids.ts';
import type { Caller } from './caller.ts';

export type Audience =
  /** No token needed: says nothing of any case. */
  | 'anyone'
  /** Any officer of a registered department. */
  | 'officer'
  | 'officer-or-operator'
  /** The joint-meeting office. */
  | 'secretariat'
  /** The joint-meeting office, officers of rank `auditor`, and the operator: figures without names. */
  | 'figures'
  | 'operator';

export const isSecretariat = (department: DepartmentId): boolean =>
  bodyOf(department) === 'joint-meeting-office';

/** Whether a department is the joint-meeting office that answers for a region. */
export const isSecretariatOf = (register: Register, department: DepartmentId, region: Region): boolean =>
  routeTo(register, region, 'joint-meeting-office') === department;

export const mayCall = (audience: Exclude<Audience, 'anyone'>, caller: Caller): boolean => {
  if (caller.kind === 'operator') return !['officer', 'secretariat'].includes(audience);
  switch (audience) {
    case 'officer':
    case 'officer-or-operator':
      return true;
    case 'secretariat':
      return isSecretariat(caller.department);
    case 'figures':
      return isSecretariat(caller.department) || caller.ranks.includes('auditor');
    case 'operator':
      return false;
  }
};
