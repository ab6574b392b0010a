// Who stands above a department: the same kind of department of a higher region, the government of its own region or of one above, and
// over an agency the bureaus that direct it (上级机关、主管部门). Courts and procuratorates stand under no government.
import { type Body, bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { regionChain } from './register.ts';

const UNDER_NO_GOVERNMENT: readonly Body[] = ['court', 'procuratorate', 'discipline-inspection'];

const directs = (one: Body, other: Body): boolean =>
  (one === 'government-office' && !UNDER_NO_GOVERNMENT.includes(other)) ||
  (one === 'medical-insurance' && other === 'insurance-agency');

export const isAbove = (one: DepartmentId, other: DepartmentId): boolean => {
  const [own, ...higher] = regionChain(regionOf(other));
  const [kind, others] = [bodyOf(one), bodyOf(other)];
  if (kind !== others && !directs(kind, others)) return false;
  return higher.includes(regionOf(one)) || (kind !== others && own === regionOf(one));
};
