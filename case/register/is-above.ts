// Who stands above a department: the same kind of department of a higher region, the government of its own region or of one above, and
// over an agency the bureaus that direct it (上级机关、主管部门). Courts and procuratorates stand under no government.
import { type Body, bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { regionChain } from './register.ts';

const UNDER_NO_GOVERNMENT: readonly Body[] = ['court', 'procuratorate', 'discipline-inspection'];

const directs = (one: Body, other: Body): boolean =>
  (one === 'government-office' && other !== one && !UNDER_NO_GOVERNMENT.includes(other)) ||
  (one === 'medical-insurance' && other === 'insurance-agency');

/** The same kind of department, of a higher region. */
const isSuperior = (one: DepartmentId, other: DepartmentId): boolean =>
  bodyOf(one) === bodyOf(other) && regionChain(regionOf(other)).slice(1).includes(regionOf(one));

export const isAbove = (one: DepartmentId, other: DepartmentId): boolean =>
  isSuperior(one, other) ||
  (directs(bodyOf(one), bodyOf(other)) && regionChain(regionOf(other)).includes(regionOf(one)));
