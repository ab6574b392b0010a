// Which callers a route is for. Routes name one of these; there is no route without.
import {
  departmentsOf,
  isActive,
  type Register,
  regionChain,
  routeTo,
} from '../../../case/register/register.ts';
import { bodyOf, type DepartmentId, type Region, regionOf, registerRegionOf } from '../../../schemas/ids.ts';
import { regionRange } from '../../bus/reading-room/queries/region-range.ts';
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

/** Whether it answers for a region and everything below it: no other office does for any part. */
export const isSecretariatOfAll = (register: Register, department: DepartmentId, region: Region): boolean => {
  const isBelow = (other: Region) => regionChain(other).includes(region);
  const offices = departmentsOf(register)
    .filter((d) => isSecretariat(d.department) && isActive(register, d.department))
    .map((d) => regionOf(d.department));
  const routed = Object.keys(register.routing)
    .filter((key) => key.endsWith('/joint-meeting-office'))
    .map((key) => regionOf(key));
  return [region, ...offices, ...routed]
    .filter(isBelow)
    .every((part) => isSecretariatOf(register, department, part));
};

/**
 * Whether anybody was ever registered in a region or below it: of one without departments nothing can be said, not even that
 * nothing happened. A township that has none counts with its county.
 */
export const isKnownRegion = (register: Register, region: Region): boolean => {
  const [first, last] = regionRange(region);
  const county = registerRegionOf(region);
  return departmentsOf(register).some(({ department }) => {
    const own = regionOf(department);
    return (own >= first && own <= last) || (county !== region && own === county);
  });
};

/** Whether a department may see figures of a region: those of its own and below, and those its office answers for. */
export const maySeeFiguresOf = (register: Register, department: DepartmentId, region: Region): boolean =>
  regionChain(region).includes(regionOf(department)) || isSecretariatOf(register, department, region);

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
