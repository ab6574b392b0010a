// What a department of a kind that is no more may still do: everything of its day, as whoever took over does today.
import type { Law } from '../../law/law.ts';
import { type Body, bodyOf, type DepartmentId, regionOf } from '../../schemas/ids.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import { type Register, routeTo } from './register.ts';

/** Who did in its day what a kind of department does that there was not always: at an instant, or, where none is said, ever. */
const wasBefore = (law: Law, own: Body, body: Body, at: Instant | undefined): boolean => {
  const later = law.laterBody(body);
  return later?.predecessor === own && (at === undefined || dateOf(at) < later.until);
};

/** Kinds that may have these duties at an instant, the likeliest first: which, is for each place to say by whom it has registered. */
export const kindsAt = (law: Law, body: Body, at: Instant): readonly Body[] => {
  const later = law.laterBody(body);
  const day = dateOf(at);
  if (later === undefined || day >= later.until) return [body];
  return day < later.from ? [later.predecessor, body] : [body, later.predecessor];
};

/**
 * Whether it is of one of these kinds, or of one whose duties such a kind took over; of one that had them beside others only in its day,
 * by an instant, or ever.
 */
export const isOfKind = (
  law: Law,
  department: DepartmentId,
  bodies: readonly Body[],
  at?: Instant,
): boolean => {
  const own = bodyOf(department);
  const successor = law.formerBody(own)?.successor;
  return (
    bodies.includes(own) ||
    (successor !== undefined && bodies.includes(successor)) ||
    bodies.some((body) => wasBefore(law, own, body, at))
  );
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
 * too where nobody of that kind is registered. `bodies`: kinds that may hold what it answers for, where it had that beside others.
 */
export const answersFor = (
  register: Register,
  law: Law,
  department: DepartmentId,
  at: Instant,
  bodies: readonly Body[] = [],
): DepartmentId => {
  const own = bodyOf(department);
  const former = law.formerBody(own);
  const isPassed = former !== undefined && dateOf(at) >= former.until;
  const isLost = bodies.length > 0 && !isOfKind(law, department, bodies, at);
  const successor = isPassed
    ? former.successor
    : isLost
      ? bodies.find((body) => wasBefore(law, own, body, undefined))
      : undefined;
  return (successor && routeTo(register, regionOf(department), successor)) ?? department;
};
