// What a department of a kind that is no more may still do: everything of its day, as whoever took over does today.
import type { Law } from '../../law/law.ts';
import { type Body, bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import { type Register, routeTo } from './register.ts';

/** Whether it is of one of these kinds, or of one whose duties such a kind took over. */
export const isOfKind = (law: Law, department: DepartmentId, bodies: readonly Body[]): boolean => {
  const own = bodyOf(department);
  const successor = law.formerBody(own)?.successor;
  return bodies.includes(own) || (successor !== undefined && bodies.includes(successor));
};

/** Why there is no such department at an instant: its kind, the day it ended, who took over; `undefined` where there may be. */
export const noMoreAt = (law: Law, department: DepartmentId, at: Instant): string | undefined => {
  const former = law.formerBody(bodyOf(department));
  return former !== undefined && former.until <= dateOf(at)
    ? `${department}: ${former.until} → ${former.successor}`
    : undefined;
};

/**
 * Who answers for a department at an instant: itself, or, once there is no such kind any more, who took over in its region; itself
 * too where nobody of that kind is registered.
 */
export const answersFor = (
  register: Register,
  law: Law,
  department: DepartmentId,
  at: Instant,
): DepartmentId => {
  const former = law.formerBody(bodyOf(department));
  if (former === undefined || dateOf(at) < former.until) return department;
  return routeTo(register, regionOf(department), former.successor) ?? department;
};
