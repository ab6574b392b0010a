// A command of a procedure, taken: is it possible here and now, may this department, is everything there, do the conditions hold.
import type { DepartmentId, OfficerId, ProceedingId, Rank } from '../../schemas/ids.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand } from '../../schemas/procedure.ts';
import { refuseLapsed } from '../clocks/refuse-lapsed.ts';
import {
  caseOf,
  procedureOf,
  Rejection,
  refuseBefore,
  refuseMoved,
  type UnderWay,
} from '../decision-under-way.ts';
import { isOfKind } from '../register/former-body.ts';
import type { Officer, Proceeding } from '../state.ts';
import { isClosed } from '../who-is-told.ts';
import { activeReceivers, registerRoles, succeededRoles } from './casting.ts';
import { missingFrom } from './demands.ts';
import { nameSubjects, OPENLY, type Where } from './name-subjects.ts';
import { holdsRole, isOfTheBus, type Offered, offeredIn } from './offered.ts';
import { openCase } from './open-case.ts';
import { nextProceeding } from './opening.ts';
import { openWith, perform } from './perform.ts';
import { lackingContent, passedDate, unsaidOnRecord } from './require-content.ts';
import { conditionRefusing } from './step-conditions.ts';

/** Who acted, with the ranks that count; `recordedBy` where another officer says so. */
export type ActingOfficer = Officer & { readonly ranks: readonly Rank[]; readonly recordedBy?: OfficerId };

/**
 * The proceeding as the register would fill it at an instant: a role vacant at opening is its department's once that is registered,
 * and that of a department that is no more is its successor's.
 */
export const withVacantRoles = (
  work: Pick<UnderWay, 'context' | 'state'>,
  p: Proceeding,
  at: Instant,
): Proceeding => {
  const procedure = procedureOf(work.context.law, p);
  const roles = { ...registerRoles(work, procedure, p, false, at), ...succeededRoles(work, p, at) };
  return Object.keys(roles).length === 0 ? p : { ...p, roles: { ...p.roles, ...roles } };
};

const takesPart = (work: UnderWay, parent: ProceedingId, { department }: Officer): boolean =>
  Object.values(work.state?.proceedings[parent]?.roles ?? {})
    .flat()
    .includes(department);

/** Whether another procedure that the command opens, now or by an order, is told to whom it goes, and it may be this one. */
const goesBeside = (
  { command, context: { law } }: UnderWay,
  { opens = [] }: ProcedureCommand,
  department: DepartmentId,
): boolean =>
  opens.some(({ procedure }) =>
    Object.values(law.procedureOn(procedure, dateOf(command.occurredAt))?.roles ?? {}).some(
      ({ cast, bodies }) =>
        cast === 'to' && (bodies === undefined || isOfKind(law, department, bodies, command.occurredAt)),
    ),
  );

/** Where an opening speaks of subjects: each in the one that is opened about it, the others in the first. */
const saidOpening = (work: UnderWay, procedure: Procedure): Where => {
  if (!isClosed(procedure)) return OPENLY;
  const { newSubjects = [], subjects = newSubjects.map(({ subject }) => subject) } = work.command.body;
  const about = procedure.per.startsWith('subject') ? [...new Set(subjects)] : [];
  const ids = about.map((_, n) => nextProceeding(caseOf(work), n));
  return (subject) => [ids[about.indexOf(subject)] ?? nextProceeding(caseOf(work))];
};

/** Opens a proceeding, and the case where there is none yet. */
export const openProceeding = (work: UnderWay, procedure: Procedure, who: ActingOfficer): void => {
  const { command } = work;
  const demanded = Object.hasOwn(procedure.opensOn, command.command)
    ? procedure.commands[command.command]
    : undefined;
  if (!demanded) throw new Rejection('UNKNOWN_COMMAND', [command.command]);
  if (isOfTheBus(demanded)) throw new Rejection('NOT_YOUR_ROLE', [...demanded.by]);
  const missing =
    missingFrom(work, procedure, demanded, who.ranks) ??
    lackingContent(work, demanded) ??
    passedDate(work, procedure, demanded);
  if (missing) throw missing;
  const { parent } = command.body;
  // One that it does not take part in is to it like one that does not exist.
  if (parent && !takesPart(work, parent, who)) throw new Rejection('PROCEEDING_NOT_FOUND', [parent]);
  if (work.state === null) openCase(work, who.department);
  nameSubjects(work, saidOpening(work, procedure));
  openWith(work, procedure, command.command, who, {}, parent ? { parent } : {});
  // Whoever was named is meant: where it can hold no role, nor be one that what is opened beside goes to, nobody takes its place.
  const cast = Object.values(caseOf(work).proceedings).flatMap(({ roles }) => Object.values(roles).flat());
  const astray = activeReceivers(work).filter(
    (department) => !cast.includes(department) && !goesBeside(work, demanded, department),
  );
  if (astray.length > 0) throw new Rejection('RECEIVER_NOT_FITTING', astray);
};

/** An offered command that has all it needs: its conditions, its rights that may have lapsed, and what it does. */
export const takeOffered = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  offered: Offered,
  who: Officer,
): void => {
  const refused = conditionRefusing(work, procedure, p, offered, who);
  if (refused) throw refused;
  refuseLapsed(work, p, procedure.clocks, offered.name);
  perform(work, procedure, p.proceeding, offered, who, p.state);
};

/** Who alone may send it, whatever the state, for whoever may not: `by: owner`. */
const neverTakenBy = (
  procedure: Procedure,
  p: Proceeding,
  name: string,
  department: DepartmentId,
): readonly string[] => {
  const named = Object.hasOwn(procedure.commands, name) ? procedure.commands[name] : undefined;
  return !named || holdsRole(p, named, department) ? [] : named.by.map((role) => `by: ${role}`);
};

/** A command of a running proceeding. */
export const takeStep = (work: UnderWay, p: Proceeding, who: ActingOfficer): void => {
  const { command } = work;
  const procedure = procedureOf(work.context.law, p);
  if (p.waived) throw new Rejection('PROCEEDING_WAIVED', [p.proceeding]);
  refuseMoved(p);
  const offered = offeredIn(procedure, p.state, command.command);
  const cast = withVacantRoles(work, p, command.occurredAt);
  if (!offered)
    throw new Rejection('NOT_ALLOWED_IN_STATE', [
      p.proceeding,
      p.state,
      ...neverTakenBy(procedure, cast, command.command, who.department),
    ]);
  if (!holdsRole(cast, offered.command, who.department))
    throw new Rejection('NOT_YOUR_ROLE', [...offered.command.by]);
  if (command.precision !== 'undated' && p.lastOccurredAt) refuseBefore(work, p.lastOccurredAt);
  const refused =
    missingFrom(work, procedure, offered.command, who.ranks, p) ??
    unsaidOnRecord(work, offered.command, p) ??
    passedDate(work, procedure, offered.command);
  if (refused) throw refused;
  takeOffered(work, procedure, p, offered, who);
};
