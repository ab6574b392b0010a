// Hops of a case from one department to another: started, closed, and who keeps what it still owes.

import type { HandOffOutcome } from '../../schemas/event.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Procedure, ProcedureCommand, Role } from '../../schemas/procedure.ts';
import { caseOf, emit, Rejection, type UnderWay } from '../decision-under-way.ts';
import { isAbove } from '../register/is-above.ts';
import type { HandOff, Proceeding } from '../state.ts';
import { receiverFor } from './casting.ts';

export const openHandOffOf = (work: UnderWay, proceeding: string): HandOff | undefined =>
  Object.values(caseOf(work).handOffs).find((h) => h.proceeding === proceeding && h.outcome === undefined);

export const closeHandOff = (work: UnderWay, proceeding: string, outcome: HandOffOutcome): void => {
  const open = openHandOffOf(work, proceeding);
  if (!open) return;
  const { hop, from, to } = open;
  emit(work, { kind: 'hand-off', type: 'hand-off-closed', proceeding, hop, from, to, outcome });
};

/** The next hop of a proceeding: what came before it is closed by now. */
export const startHandOff = (
  work: UnderWay,
  {
    proceeding,
    from,
    to,
    passes,
  }: Pick<HandOff, 'proceeding' | 'from' | 'to'> & Pick<ProcedureCommand, 'passes'>,
): void => {
  const hops = Object.values(caseOf(work).handOffs).filter((h) => h.proceeding === proceeding);
  emit(work, {
    kind: 'hand-off',
    type: 'hand-off-started',
    proceeding,
    hop: hops.length + 1,
    from,
    to,
    ...(passes ? { passes } : {}),
  });
};

export const assign = (work: UnderWay, proceeding: string, roles: Record<Role, DepartmentId[]>): void => {
  if (Object.keys(roles).length > 0) emit(work, { kind: 'roles', type: 'roles-assigned', proceeding, roles });
};

/** What was passed on and is sent or taken back is again for whoever passed it on. */
export const giveBack = (work: UnderWay, { proceeding, roles }: Proceeding, role: Role): void => {
  const former = roles[`former-${role}`];
  if (former) assign(work, proceeding, { [role]: [...former] });
};

/** Whoever passed its role on gets it again from no other holder of it but one that stands above it (domain 2.3: the common superior). */
const refuseBack = (
  procedure: Procedure,
  p: Proceeding,
  role: Role,
  from: DepartmentId,
  to: DepartmentId,
): void => {
  const passedOn = p.steps.some(
    ({ by, command }) => by === to && passesOn(procedure.commands[command], role),
  );
  if (passedOn && !isAbove(from, to) && !isAbove(to, from)) throw new Rejection('HELD_BEFORE', [to]);
};

const passesOn = (command: ProcedureCommand | undefined, role: Role): boolean =>
  command?.handsTo === role && command.by.includes(role);

/**
 * A new hop. Whoever passes on its own role keeps `former-<role>`, where the procedure has that role, for what it still
 * owes (GA127 184: the police organ that moves a case tells the sender).
 */
export const handOver = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { handsTo: role = '', passes }: ProcedureCommand,
  from: DepartmentId,
): void => {
  const present = p.roles[role]?.[0];
  const to = receiverFor(work, procedure, role, from, p.roles);
  if (present === from) refuseBack(procedure, p, role, from, to);
  closeHandOff(work, p.proceeding, 'superseded');
  if (present !== to) {
    const former = `former-${role}`;
    const keeps = present === from && procedure.roles[former] ? { [former]: [from] } : {};
    assign(work, p.proceeding, { [role]: [to], ...keeps });
  }
  startHandOff(work, { proceeding: p.proceeding, from, to, passes });
};
