// What a limit broken on record does by itself: opens a proceeding with a step of its ladder, and says so there once it counts as broken
// no more. Both are ordered, and taken next in an entry of the bus, which acts for nobody: what becomes of it a head decides.
import { BUS, type DepartmentId } from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import type { LadderStep, OpenedByBreach } from '../../schemas/law.ts';
import type { Procedure, Role } from '../../schemas/procedure.ts';
import { peopleFor } from '../clocks/addressees.ts';
import { endingOf, outcomeOf } from '../clocks/outcome.ts';
import { caseOf, isOver, type UnderWay } from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { isOfKind } from '../register/former-body.ts';
import { departmentOf } from '../register/register.ts';
import { type Clock, type Proceeding, pausedSince } from '../state.ts';
import { openingOn } from './opening.ts';
import { type Order, orderFollowUp } from './order-follow-up.ts';

const order = (
  work: UnderWay,
  { clock: breach, proceeding: from }: Clock,
  what: Pick<Order, 'procedure' | 'command' | 'roles' | 'fields'>,
): void => orderFollowUp(work, { from, by: BUS, breach, precision: 'instant', ...what });

/**
 * Whether it would end as broken now: certain, and by nobody's word claimed to begin later. Of a simulated department what was not
 * published is not known: it breaks nothing.
 */
const isBreached = (work: UnderWay, clock: Clock): boolean =>
  departmentOf(work.context.register, clock.obliged)?.simulated !== true &&
  outcomeOf(endingOf(work, clock), { from: work.context.at }, false) === 'breached';

/** The same breach is to open one already. */
const isOrdered = (work: UnderWay, { clock }: Clock): boolean =>
  caseOf(work).followUps.some(({ breach, roles }) => breach === clock && roles !== undefined);

/** One that a breach opened is under way: then its order comes to nothing. Those who read the order do not learn it. */
export const openedBy = (work: UnderWay, breach: Clock['clock'] | undefined): Proceeding | undefined =>
  Object.values(caseOf(work).proceedings).find(
    (p) => breach !== undefined && p.breach === breach && !isOver(work.context.law, p),
  );

/** The role of whoever opens it, and the first of those named who is registered and may hold it. */
const castFor = (
  work: UnderWay,
  clock: Clock,
  { roles }: Procedure,
  { for: named }: OpenedByBreach,
): Record<Role, DepartmentId> | undefined => {
  const [role, rule] = Object.entries(roles).find(([, { cast }]) => cast === 'actor') ?? [];
  const p = caseOf(work).proceedings[clock.proceeding];
  const holder = named
    .flatMap((addressee) => (p ? peopleFor(work, p, clock, [addressee]) : []))
    .map(({ department }) => department)
    .find(
      (department) =>
        rule?.bodies === undefined ||
        isOfKind(work.context.law, department, rule.bodies, work.command.occurredAt),
    );
  return role && holder ? { [role]: holder } : undefined;
};

/** Orders what a step of its ladder opens. Nothing where the clock does not count as broken, or nobody is registered who could act. */
export const openByBreach = (work: UnderWay, clock: Clock, { opens }: LadderStep): void => {
  if (!opens || dateOf(work.command.occurredAt) < opens.from) return;
  if (!isBreached(work, clock) || isOrdered(work, clock)) return;
  const { byBreach, ...procedure } = openingOn(work, opens.procedure);
  const roles = castFor(work, clock, procedure, opens);
  if (!byBreach || !roles) return;
  order(work, clock, {
    procedure: procedure.procedure,
    command: byBreach.opens,
    roles,
    ...(byBreach.fields ? { fields: byBreach.fields } : {}),
  });
};

/** Ended as broken, or past its end. What is only claimed otherwise is not settled yet. */
const isStillBroken = ({ context }: UnderWay, clock: Clock): boolean =>
  clock.outcome === undefined
    ? isLate(clock.times, pausedSince(clock) ?? context.at, 'latest')
    : clock.outcome === 'breached' || clock.outcome === 'claimed-in-time';

/**
 * Orders that those be told which a breach opened that is none any more: settled otherwise, or ending later than it did. The order follows
 * from the limit alone, and whoever reads it learns no more than that: what was opened, if anything, is found when it is taken.
 */
export const liftFallen = (work: UnderWay): void => {
  if (work.state === null || work.state.voided) return;
  for (const clock of Object.values(work.state.clocks)) {
    const { procedure, lifted } = clock.breachOrders ?? {};
    if (procedure === undefined || lifted || isStillBroken(work, clock)) continue;
    const { byBreach } = openingOn(work, procedure);
    if (byBreach) order(work, clock, { procedure, command: byBreach.lifted });
  }
};
