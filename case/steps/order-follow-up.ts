// An order to another proceeding: taken next, in an entry of its own, which the relay submits.
import type { CaseEvent } from '../../schemas/event.ts';
import type { DepartmentId, ProceedingId } from '../../schemas/ids.ts';
import type { Procedure, Role } from '../../schemas/procedure.ts';
import { caseOf, emit, type UnderWay } from '../decision-under-way.ts';
import { type Doer, takenBy } from '../state.ts';
import { isClosed } from '../who-is-told.ts';
import { fieldsSent } from './demands.ts';

export type Order = Omit<Extract<CaseEvent, { kind: 'follow-up' }>, 'kind' | 'type' | 'followUp' | 'at'>;

export const orderFollowUp = (work: UnderWay, what: Order): void =>
  emit(work, {
    kind: 'follow-up',
    type: 'follow-up-ordered',
    followUp: caseOf(work).followUpsOrdered + 1,
    ...what,
  });

/** What others may not see together is taken in an entry of its own: ordered here, taken by the relay. */
export const isApart = (one: Procedure, other: Procedure): boolean =>
  one.procedure !== other.procedure && (isClosed(one) || isClosed(other));

/** Orders a command of another procedure, with what of this one it carries along. */
export const orderInStep = (
  work: UnderWay,
  from: ProceedingId,
  on: string,
  who: Doer,
  theirs: Procedure,
  name: string,
  what: { proceeding: ProceedingId } | { roles: Record<Role, DepartmentId> },
): void => {
  const { to, subjects, filled, papers, reasonCode, fields: sent = {} } = work.command.body;
  const command = theirs.commands[name];
  const fields = command && fieldsSent(theirs, command, sent);
  orderFollowUp(work, {
    from,
    procedure: theirs.procedure,
    command: name,
    on,
    ...takenBy(who),
    precision: work.command.precision,
    ...(filled ? { filled: true } : {}),
    ...('roles' in what && to ? { to } : {}),
    ...(subjects ? { subjects } : {}),
    ...(fields ? { fields } : {}),
    ...(papers ? { papers } : {}),
    ...(reasonCode ? { reasonCode } : {}),
    ...what,
  });
};
