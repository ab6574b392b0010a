// Whether a case is restricted from a department: asked by whatever shows it, tells of it, or lets somebody act in it.
import type { DepartmentId } from '../../schemas/ids.ts';
import type { CaseState } from '../state.ts';

export const isRestricted = (state: CaseState | null, department: DepartmentId): boolean =>
  state !== null && Object.hasOwn(state.restricted, department);
