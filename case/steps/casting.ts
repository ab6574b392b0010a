// Which department plays which role: the actor, one named in the command, or the one the register routes to.
import type { DepartmentId } from '../../schemas/ids.ts';
import { bodyOf, regionOf } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { Procedure, Role, RoleRule } from '../../schemas/procedure.ts';
import { procedureOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { answersFor, isOfKind, kindsAt, noMoreAt } from '../register/former-body.ts';
import { isAbove } from '../register/is-above.ts';
import { isActive, regionChain, routeTo } from '../register/register.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { Proceeding } from '../state.ts';

type Holders = Proceeding['roles'];

/** Of another kind, and the one that the register has for its region. */
const isCounterpart = ({ register }: UnderWay['context'], one: DepartmentId, other: DepartmentId): boolean =>
  bodyOf(one) !== bodyOf(other) && routeTo(register, regionOf(other), bodyOf(one)) === one;

const fits = (
  { context }: Pick<UnderWay, 'context'>,
  procedure: Procedure,
  role: Role,
  department: DepartmentId,
  holders: Holders,
  at: Instant,
): boolean => {
  const { bodies, above = '', counterpartOf = '', otherThan = '' } = procedure.roles[role] ?? {};
  return (
    (bodies === undefined || isOfKind(context.law, department, bodies, at)) &&
    (holders[above] ?? []).every((one) => isAbove(department, one)) &&
    (holders[counterpartOf] ?? []).every((one) => isCounterpart(context, department, one)) &&
    !(holders[otherThan] ?? []).includes(department)
  );
};

/** The department the register routes to; of a role for those involved only one that takes part in the case already. */
const routed = (
  { context, state }: Pick<UnderWay, 'context' | 'state'>,
  { cast, bodies }: RoleRule,
  from: DepartmentId,
  at: Instant,
): DepartmentId | undefined => {
  const kinds = bodies?.[0] ? kindsAt(context.law, bodies[0], at) : [];
  const [found] = kinds.flatMap((body) => routeTo(context.register, regionOf(from), body) ?? []);
  return cast === 'involved' && !(found && state?.parties.includes(found)) ? undefined : found;
};

/**
 * Those named in `to`, each once. Refuses receivers that are not registered, were no more, or may not know of the case. `also`: who is
 * merely told is named all the same and told nothing, or whoever asks would learn from whom the case is restricted.
 */
export const activeReceivers = (work: UnderWay, also?: 'restricted too'): readonly DepartmentId[] => {
  const to = [...new Set(work.command.body.to)];
  const unknown = to.filter((id) => !isActive(work.context.register, id));
  if (unknown.length > 0) throw new Rejection('UNKNOWN_DEPARTMENT', unknown);
  const noMore = to.flatMap((id) => noMoreAt(work.context.law, id, work.command.occurredAt) ?? []);
  if (noMore.length > 0) throw new Rejection('BODY_NO_MORE', noMore);
  const restricted = also ? [] : to.filter((id) => isRestricted(work.state, id));
  if (restricted.length > 0) throw new Rejection('RECEIVER_NOT_FITTING', restricted);
  return to;
};

/** The one department named in `to` that fits the role, or the present holder; never the one that hands over. */
export const receiverFor = (
  work: UnderWay,
  procedure: Procedure,
  role: Role,
  from: DepartmentId,
  holders: Holders,
): DepartmentId => {
  const [present] = holders[role] ?? [];
  const named = activeReceivers(work);
  const fitting = named.filter((id) => fits(work, procedure, role, id, holders, work.command.occurredAt));
  if (named.length > 0 && fitting.length === 0) throw new Rejection('RECEIVER_NOT_FITTING', [...named]);
  const chosen = fitting[0] ?? present;
  if (!chosen) throw new Rejection('RECEIVER_REQUIRED', [role]);
  if (chosen === from || fitting.length > 1) throw new Rejection('RECEIVER_NOT_FITTING', [...named]);
  return chosen;
};

/**
 * N4 12(2): between departments of one kind the nearest registered one above both; between others, or where there is none,
 * the joint-meeting office, as agreed.
 */
const commonSuperior = (
  work: Pick<UnderWay, 'context'>,
  actor: DepartmentId,
  receiver?: DepartmentId,
): DepartmentId | undefined => {
  const { register } = work.context;
  const body = bodyOf(actor);
  const aboveReceiver = receiver && bodyOf(receiver) === body ? regionChain(regionOf(receiver)).slice(1) : [];
  const superior = regionChain(regionOf(actor))
    .slice(1)
    .filter((region) => aboveReceiver.includes(region))
    .map((region): DepartmentId => `${region}/${body}`)
    .find((id) => isActive(register, id));
  return superior ?? routeTo(register, regionOf(actor), 'joint-meeting-office');
};

/** Roles of a proceeding whose holders are no more at an instant, each with who took over. */
export const succeededRoles = (
  { context }: Pick<UnderWay, 'context'>,
  p: Proceeding,
  at: Instant,
): Record<Role, DepartmentId[]> => {
  const { register, law } = context;
  const roles: Record<Role, DepartmentId[]> = {};
  for (const [role, holders] of Object.entries(p.roles)) {
    const bodies = procedureOf(law, p).roles[role]?.bodies;
    const now = [...new Set(holders.map((one) => answersFor(register, law, one, at, bodies)))];
    if (now.some((one) => !holders.includes(one))) roles[role] = now;
  }
  return roles;
};

/**
 * Roles the register fills in a running proceeding: those vacant because nobody was registered when it was opened, and with
 * `otherSide` the common superior of the sides as they are now.
 */
export const registerRoles = (
  work: Pick<UnderWay, 'context' | 'state'>,
  procedure: Procedure,
  p: Proceeding,
  otherSide: boolean,
  at: Instant,
): Record<Role, DepartmentId[]> => {
  const roles: Record<Role, DepartmentId[]> = {};
  const open = Object.entries(procedure.roles).filter(
    ([role, { cast }]) =>
      (cast === 'routing' || cast === 'involved' || cast === 'common-superior') &&
      (p.roles[role] === undefined || (otherSide && cast === 'common-superior')),
  );
  if (open.length === 0) return roles;
  const holderBy = (how: 'actor' | 'to') =>
    Object.entries(procedure.roles)
      .filter(([, { cast }]) => cast === how)
      .map(([role]) => p.roles[role]?.[0])
      .find((d) => d !== undefined);
  const opener = holderBy('actor') ?? p.participants[0];
  if (!opener) return roles;
  for (const [role, rule] of open) {
    const found =
      rule.cast === 'common-superior'
        ? commonSuperior(work, opener, holderBy('to'))
        : routed(work, rule, opener, at);
    if (found && found !== p.roles[role]?.[0] && fits(work, procedure, role, found, p.roles, at))
      roles[role] = [found];
  }
  return roles;
};

/** Roles at opening. `given` are taken from a proceeding that opens this one; `receiver` is set for one-per-receiver. */
export const castRoles = (
  work: UnderWay,
  procedure: Procedure,
  actor: DepartmentId,
  actsAs: readonly Role[],
  given: Readonly<Record<Role, DepartmentId>>,
  receiver?: DepartmentId,
): Record<Role, DepartmentId[]> => {
  const named = receiver ? [receiver] : activeReceivers(work);
  const free = [...named];
  // Of several roles that may open it, who does takes those it can hold.
  const fitting = actsAs.filter((role) => fits(work, procedure, role, actor, {}, work.command.occurredAt));
  const own = fitting.length > 0 ? fitting : actsAs;
  const roles: Record<Role, DepartmentId[]> = {};
  for (const [role, rule] of Object.entries(procedure.roles)) {
    const { cast: how } = rule;
    const take = (): DepartmentId | undefined => {
      if (given[role]) return given[role];
      if (how === 'actor' || own.includes(role)) return actor;
      if (how === 'common-superior') return commonSuperior(work, actor, receiver);
      if (how === undefined) return undefined;
      const index = free.findIndex((id) => fits(work, procedure, role, id, roles, work.command.occurredAt));
      if (index >= 0) return free.splice(index, 1)[0];
      return how === 'routing' || how === 'involved'
        ? routed(work, rule, actor, work.command.occurredAt)
        : undefined;
    };
    const found = take();
    const department = found && isRestricted(work.state, found) ? undefined : found;
    if (department && !fits(work, procedure, role, department, roles, work.command.occurredAt))
      throw new Rejection('NOT_YOUR_ROLE', [role]);
    if (!department && how === 'to')
      throw free.length > 0
        ? new Rejection('RECEIVER_NOT_FITTING', free)
        : new Rejection('RECEIVER_REQUIRED', [role]);
    if (department) roles[role] = [department];
  }
  return roles;
};
