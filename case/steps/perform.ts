// Performs a command that may go on: the step, hand-offs, clocks, and what it sets off in other proceedings, each performed like it.
import type { HandOffOutcome } from '../../schemas/event.ts';
import type { DepartmentId, ProceedingId } from '../../schemas/ids.ts';
import type { Procedure, ProcedureCommand, Role } from '../../schemas/procedure.ts';
import { moveByMarks } from '../clocks/move-by-marks.ts';
import { endClocks, moveClocks } from '../clocks/move-clocks.ts';
import {
  caseOf,
  narrowed,
  procedureOf,
  proceedingOf,
  Rejection,
  type UnderWay,
} from '../decision-under-way.ts';
import { settleByReceipt } from '../mending/settle-claim.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { Doer, Proceeding } from '../state.ts';
import { areAboutTheSame } from './about-whom.ts';
import { registerRoles, succeededRoles } from './casting.ts';
import { emitStep, stateAfter } from './emit-step.ts';
import { assign, closeHandOff, giveBack, handOver, openHandOffOf } from './hand-over.ts';
import { holdsRole, type Offered, offeredIn } from './offered.ts';
import { type Born, openFor, openingOn, toOpen } from './opening.ts';
import { type Opening, openedBy } from './opens-beside.ts';
import { isApart, orderInStep } from './order-follow-up.ts';
import { relatedTo } from './related.ts';
import { areMet, conditionRefusing, situationOf } from './step-conditions.ts';

/** A receipt in time is also the receiver's word that the hand-over was. */
const closeBy = (work: UnderWay, proceeding: ProceedingId, outcome: HandOffOutcome, who: Doer): void => {
  const open = openHandOffOf(work, proceeding);
  closeHandOff(work, proceeding, outcome);
  if (open && outcome === 'received' && who.officer !== undefined) settleByReceipt(work, open, who);
};

/** Performs a command with all it sets off. `from` is the state before, `null` where this opens the proceeding. */
export const perform = (
  work: UnderWay,
  procedure: Procedure,
  proceeding: ProceedingId,
  offered: Offered,
  who: Doer,
  from: string | null,
): void => {
  const { department } = who;
  const { name, command } = offered;
  const now = (): Proceeding => proceedingOf(work, proceeding);
  if (from !== null) {
    assign(work, proceeding, succeededRoles(work, now(), work.command.occurredAt));
    assign(work, proceeding, registerRoles(work, procedure, now(), false, work.command.occurredAt));
  }
  const before = now();
  const to = stateAfter(work, procedure, before, offered, who);
  const opening = openedBy(work, procedure, before, offered, who);
  emitStep(work, procedure, before, offered, who, from, to);
  if (command.closesHandOff) closeBy(work, proceeding, command.closesHandOff, who);
  if (command.givesBack) giveBack(work, now(), command.givesBack);
  if (command.handsTo) {
    handOver(work, procedure, before, command, department);
    // Another receiver may have another superior in common with the sender; whoever designates stays.
    const isSide = !Object.entries(procedure.roles).some(
      ([role, { cast }]) => cast === 'common-superior' && before.roles[role]?.includes(department),
    );
    if (isSide && from !== null)
      assign(work, proceeding, registerRoles(work, procedure, now(), true, work.command.occurredAt));
  }
  moveClocks(work, proceeding, procedure.clocks, name, who, to === from ? undefined : to);
  moveByMarks(work, procedure, proceeding, from, to, name, who);
  if (procedure.states[to]?.terminal) {
    endClocks(work, proceeding);
    closeHandOff(
      work,
      proceeding,
      openHandOffOf(work, proceeding)?.to === department ? 'received' : 'superseded',
    );
  }
  for (const opens of opening) openNext(work, procedure, now(), name, opens, who);
  for (const also of command.also ?? []) moveAlso(work, procedure, before, name, also, who);
};

/** Who holds the first of these roles that anybody holds who may know of the case. */
export const holderOf = (
  { state }: Pick<UnderWay, 'state'>,
  p: Proceeding,
  roles: readonly Role[],
): DepartmentId | undefined =>
  roles.flatMap((role) => p.roles[role] ?? []).find((department) => !isRestricted(state, department));

/** Opens what a step calls for, or orders it where others see less of that. */
export const openNext = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  on: string,
  { opens, subjects }: Opening,
  who: Doer,
): void => {
  const opened = openingOn(work, opens.procedure);
  const roles: Record<Role, DepartmentId> = {};
  for (const [theirs, ours] of Object.entries(opens.roles)) {
    const holder = holderOf(work, p, ours);
    if (holder) roles[theirs] = holder;
    else if (opened.commands[opens.command]?.handsTo === theirs)
      throw new Rejection('RECEIVER_REQUIRED', [...ours]);
  }
  const { fields } = work.command.body;
  const own = narrowed(work, {
    ...(subjects ? { subjects } : {}),
    ...(opens.says ? { fields: { ...fields, ...opens.says } } : {}),
  });
  if (isApart(procedure, opened)) orderInStep(own, p.proceeding, on, who, opened, opens.command, { roles });
  else openWith(own, opened, opens.command, who, roles, { parent: p.proceeding });
  work.state = own.state;
};

const moveAlso = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  on: string,
  also: NonNullable<ProcedureCommand['also']>[number],
  who: Doer,
): void => {
  const { law } = work.context;
  if (!areMet(work, procedure, also.when ?? [], situationOf(work, procedure, on, who, p))) return;
  const takes = (other: Proceeding): Offered | undefined => {
    const theirs = procedureOf(law, other);
    const offered = offeredIn(theirs, other.state, also.command);
    return offered &&
      areAboutTheSame(caseOf(work), p, other) &&
      (also.falls || holdsRole(other, offered.command, who.department)) &&
      !conditionRefusing(work, theirs, other, offered, who)
      ? offered
      : undefined;
  };
  const related = relatedTo(work, p, also.procedure, (o) => takes(o) !== undefined, also.each);
  for (const other of related) {
    const offered = takes(other);
    if (!offered) continue;
    const theirs = procedureOf(law, other);
    if (isApart(procedure, theirs))
      orderInStep(work, p.proceeding, on, who, theirs, also.command, { proceeding: other.proceeding });
    else perform(work, theirs, other.proceeding, offered, who, other.state);
  }
};

/** Opens a proceeding of a procedure by a command of it, one for each receiver or subject where it says so. */
export const openWith = (
  work: UnderWay,
  procedure: Procedure,
  name: string,
  who: Doer,
  given: Readonly<Record<Role, DepartmentId>>,
  born: Born,
): void => {
  const { offered, each } = toOpen(work, procedure, name, who);
  for (const whom of each) {
    const { receiver, subject } = whom;
    const proceeding = openFor(work, procedure, offered, who, given, born, whom);
    const own = narrowed(work, {
      ...(receiver ? { to: [receiver] } : {}),
      ...(subject ? { subjects: [subject] } : {}),
    });
    perform(own, procedure, proceeding, offered, who, null);
    work.state = own.state;
  }
};
