// Commands of procedures: find the transition, check what it demands, and write down what it does.
import { type DepartmentId, type Rank, regionOfCase } from '../../schemas/ids.ts';
import type { Procedure, Role, Transition } from '../../schemas/procedure.ts';
import { endClocks, moveClocks, refuseLapsed } from '../clocks/move-clocks.ts';
import { caseOf, type Draft, emit, Rejection } from '../decision-under-way.ts';
import { startRange } from '../due/start-range.ts';
import { guards } from '../guards.ts';
import { ranksWhen } from '../register/register.ts';
import type { HandOff, Proceeding } from '../state.ts';
import { activeReceivers, castRoles, receiverFor, registerRoles } from './casting.ts';

export type ActingOfficer = { department: DepartmentId; officer: string; ranks: readonly Rank[] };

export const procedureOf = (draft: Draft, p: Proceeding): Procedure => {
  const procedure = draft.context.law.procedure(p.procedure, p.version);
  if (!procedure) throw new Rejection('UNKNOWN_PROCEDURE', [`${p.procedure}@${p.version}`]);
  return procedure;
};

const rolesOf = (transition: Transition): readonly Role[] =>
  typeof transition.by === 'string' ? [transition.by] : transition.by;

export const holdsRole = (p: Proceeding, transition: Transition, department: DepartmentId): boolean =>
  rolesOf(transition).some((role) => p.roles[role]?.includes(department));

/** The proceeding as the register would fill it: a role vacant at opening is its department's once that is registered. */
export const withVacantRoles = (draft: Draft, p: Proceeding): Proceeding => {
  const roles = registerRoles(draft, procedureOf(draft, p), p, false);
  return Object.keys(roles).length === 0 ? p : { ...p, roles: { ...p.roles, ...roles } };
};

/** The transition a state offers for a command; commands of `always` are offered until the end. */
export const transitionIn = (
  procedure: Procedure,
  state: string,
  command: string,
): Transition | undefined => {
  const here = procedure.states[state];
  if (!here) return undefined;
  const { on = {} } = here;
  const always = here.terminal ? {} : (procedure.always ?? {});
  return Object.hasOwn(on, command)
    ? on[command]
    : Object.hasOwn(always, command)
      ? always[command]
      : undefined;
};

/** Papers of one proceeding: a drafted request lists them all, and must fit into one entry. */
const MOST_PAPERS = 500;

/** Proceedings of one case: what a new calendar does to all their clocks must fit into one entry. */
const MOST_PROCEEDINGS = 200;

/** What a transition demands of the command itself; the first thing missing is the reason to refuse. */
export const missingFrom = (
  draft: Draft,
  transition: Transition,
  ranks: readonly Rank[],
  p?: Proceeding,
): Rejection | undefined => {
  const { body, commitments, actor, occurredAt } = draft.command;
  if (transition.rank && !ranks.includes(transition.rank))
    return new Rejection('RANK_TOO_LOW', [transition.rank]);
  if (transition.reason && (!body.reasonCode || !commitments['/reason'])) {
    return new Rejection('REASON_REQUIRED', ['reasonCode', 'reason']);
  }
  const fields = (transition.needs ?? []).filter((name) => {
    const value = (body as Record<string, unknown>)[name];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  if (fields.length > 0) return new Rejection('FIELD_REQUIRED', fields);
  const given = new Set(body.papers?.map((paper) => paper.code));
  const papers = (transition.papers ?? []).filter((code) => !given.has(code));
  if (papers.length > 0) return new Rejection('PAPERS_MISSING', papers);
  if ((p?.papers.length ?? 0) + (body.papers?.length ?? 0) > MOST_PAPERS)
    return new Rejection('TOO_LARGE', [`papers > ${MOST_PAPERS}`]);
  if (body.papers?.some((paper) => paper.explained) && !commitments['/reason']) {
    return new Rejection('REASON_REQUIRED', ['reason']);
  }
  if (transition.officers && 'department' in actor) {
    const team = [...new Set(body.team)];
    if (team.length < transition.officers)
      return new Rejection('TEAM_TOO_SMALL', [String(transition.officers)]);
    const unknown = team.filter((id) =>
      ranksWhen(draft.context.register, actor.department, id, occurredAt, draft.context.at).every(
        (rank) => rank === 'auditor',
      ),
    );
    if (unknown.length > 0) return new Rejection('UNKNOWN_OFFICER', unknown);
  }
  return undefined;
};

const openHandOffOf = (draft: Draft, proceeding: string): HandOff | undefined =>
  Object.values(caseOf(draft).handOffs).find((h) => h.proceeding === proceeding && h.outcome === undefined);

const closeHandOff = (
  draft: Draft,
  proceeding: string,
  outcome: 'received' | 'returned' | 'superseded',
): void => {
  const open = openHandOffOf(draft, proceeding);
  if (!open) return;
  const { hop, from, to } = open;
  emit(draft, { kind: 'hand-off', type: 'hand-off-closed', proceeding, hop, from, to, outcome });
};

const assign = (draft: Draft, proceeding: string, roles: Record<Role, DepartmentId[]>): void => {
  if (Object.keys(roles).length > 0)
    emit(draft, { kind: 'roles', type: 'roles-assigned', proceeding, roles });
};

/**
 * A new hop. Whoever passes on its own role keeps `former-<role>`, where the procedure has that role, for what it still
 * owes (GA127 184: the police organ that moves a case tells the sender).
 */
const handOver = (
  draft: Draft,
  procedure: Procedure,
  p: Proceeding,
  role: Role,
  from: DepartmentId,
): void => {
  const present = p.roles[role]?.[0];
  const to = receiverFor(draft, procedure, role, from, present);
  const hops = Object.values(caseOf(draft).handOffs).filter((h) => h.proceeding === p.proceeding);
  closeHandOff(draft, p.proceeding, 'superseded');
  if (present !== to) {
    const former = `former-${role}`;
    const keeps = present === from && procedure.roles[former] ? { [former]: [from] } : {};
    assign(draft, p.proceeding, { [role]: [to], ...keeps });
  }
  emit(draft, {
    kind: 'hand-off',
    type: 'hand-off-started',
    proceeding: p.proceeding,
    hop: hops.length + 1,
    from,
    to,
  });
};

/**
 * The proceeding of another procedure that belongs to this one: the one it grew out of or that grew out of it. Where neither
 * names the other, the only open one, if this too is the only open one of its kind: never a guess between several.
 */
const twinOf = (
  draft: Draft,
  p: Proceeding,
  procedure: string,
  takes: (other: Proceeding) => unknown,
): Proceeding | undefined => {
  const { proceedings } = caseOf(draft);
  const isOpen = (other: Proceeding) => !procedureOf(draft, other).states[other.state]?.terminal;
  const openOf = (name: string) =>
    Object.values(proceedings).filter((o) => o.procedure === name && isOpen(o));
  const grewOutOf = (child: Proceeding, name: string): boolean =>
    child.parent !== undefined && proceedings[child.parent]?.procedure === name;
  const twins = openOf(procedure);
  const related = twins.filter((o) => o.proceeding === p.parent || o.parent === p.proceeding);
  if (related.length > 0) return related.find(takes) ?? related[0];
  const [only] = twins;
  return only &&
    twins.length === 1 &&
    openOf(p.procedure).length <= 1 &&
    !grewOutOf(p, procedure) &&
    !grewOutOf(only, p.procedure)
    ? only
    : undefined;
};

/** Writes down what a transition that may go on does: the step, hand-offs, clocks, and what it sets off elsewhere. */
const perform = (
  draft: Draft,
  procedure: Procedure,
  proceeding: string,
  command: string,
  transition: Transition,
  actor: DepartmentId,
  from: string | null,
): void => {
  const proceedingNow = (): Proceeding => caseOf(draft).proceedings[proceeding] as Proceeding;
  if (from !== null) assign(draft, proceeding, registerRoles(draft, procedure, proceedingNow(), false));
  const before = proceedingNow();
  const situation = { state: caseOf(draft), proceeding: before, occurredAt: draft.command.occurredAt };
  const other =
    transition.instead && guards[transition.instead.when]?.holds(situation)
      ? transition.instead.to
      : undefined;
  const to = other ?? transition.to ?? before.state;
  const copies = [...new Set((transition.copyTo ?? []).flatMap((role) => before.roles[role] ?? []))].filter(
    (d) => d !== actor,
  );
  emit(draft, { kind: 'step', type: transition.event, proceeding, command, by: actor, from, to, copies });
  if (transition.closesHandOff) closeHandOff(draft, proceeding, transition.closesHandOff);
  if (transition.handsTo) {
    handOver(draft, procedure, before, transition.handsTo, actor);
    // Another receiver may have another superior in common with the sender; whoever designates stays.
    const isSide = !Object.entries(procedure.cast).some(
      ([role, how]) => how === 'common-superior' && before.roles[role]?.includes(actor),
    );
    if (isSide && from !== null)
      assign(draft, proceeding, registerRoles(draft, procedure, proceedingNow(), true));
  }
  moveClocks(draft, proceeding, procedure.clocks, command, to === from ? undefined : to);
  if (procedure.states[to]?.terminal) {
    endClocks(draft, proceeding);
    closeHandOff(
      draft,
      proceeding,
      openHandOffOf(draft, proceeding)?.to === actor ? 'received' : 'superseded',
    );
  }
  if (transition.opens) {
    const now = proceedingNow();
    const given: Record<Role, DepartmentId> = {};
    for (const [theirs, ours] of Object.entries(transition.opens.roles)) {
      const holder = now.roles[ours]?.[0];
      if (holder) given[theirs] = holder;
    }
    const opened = draft.context.law.procedure(transition.opens.procedure);
    if (!opened) throw new Rejection('UNKNOWN_PROCEDURE', [transition.opens.procedure]);
    openWith(draft, opened, Object.keys(opened.opensOn)[0] as string, actor, given, proceeding);
  }
  for (const also of transition.also ?? []) {
    const takes = (p: Proceeding): Transition | undefined => {
      const theirs = transitionIn(procedureOf(draft, p), p.state, also.command);
      return theirs && holdsRole(p, theirs, actor) ? theirs : undefined;
    };
    const twin = twinOf(draft, before, also.procedure, takes);
    const theirs = twin && takes(twin);
    if (twin && theirs) {
      perform(draft, procedureOf(draft, twin), twin.proceeding, also.command, theirs, actor, twin.state);
    }
  }
};

const openWith = (
  draft: Draft,
  procedure: Procedure,
  command: string,
  actor: DepartmentId,
  given: Readonly<Record<Role, DepartmentId>>,
  parent: string | undefined,
): void => {
  const opening = procedure.opensOn[command] as Transition;
  const receivers: readonly (DepartmentId | undefined)[] = procedure.perReceiver
    ? activeReceivers(draft)
    : [undefined];
  if (receivers.length === 0) throw new Rejection('RECEIVER_REQUIRED', ['to']);
  if (receivers.includes(actor)) throw new Rejection('RECEIVER_NOT_FITTING', [actor]);
  if (Object.keys(caseOf(draft).proceedings).length + receivers.length > MOST_PROCEEDINGS)
    throw new Rejection('TOO_LARGE', [`proceedings > ${MOST_PROCEEDINGS}`]);
  for (const receiver of receivers) {
    const roles = castRoles(draft, procedure, actor, rolesOf(opening), given, receiver);
    const proceeding = `p${Object.keys(caseOf(draft).proceedings).length + 1}`;
    emit(draft, {
      kind: 'proceeding',
      type: 'proceeding-opened',
      proceeding,
      procedure: procedure.procedure,
      version: procedure.version,
      state: procedure.opensIn,
      roles,
      ...(parent ? { parent } : {}),
    });
    const narrowed: Draft = receiver
      ? { ...draft, command: { ...draft.command, body: { ...draft.command.body, to: [receiver] } } }
      : draft;
    perform(narrowed, procedure, proceeding, command, opening, actor, null);
    draft.state = narrowed.state;
  }
};

/** Opens a proceeding, and the case where there is none yet. */
export const openProceeding = (draft: Draft, procedure: Procedure, who: ActingOfficer): void => {
  const { command } = draft;
  const opening = Object.hasOwn(procedure.opensOn, command.command)
    ? procedure.opensOn[command.command]
    : undefined;
  if (!opening) throw new Rejection('UNKNOWN_COMMAND', [command.command]);
  const missing = missingFrom(draft, opening, who.ranks);
  if (missing) throw missing;
  const { parent } = command.body;
  // One that it does not take part in is to it like one that does not exist.
  if (
    parent &&
    !Object.values(draft.state?.proceedings[parent]?.roles ?? {})
      .flat()
      .includes(who.department)
  )
    throw new Rejection('PROCEEDING_NOT_FOUND', [parent]);
  if (draft.state === null) {
    emit(draft, {
      kind: 'case',
      type: 'case-opened',
      region: regionOfCase(draft.context.caseId),
      openedBy: who.department,
    });
  }
  openWith(draft, procedure, command.command, who.department, {}, command.body.parent);
};

/** A command of a running proceeding. */
export const takeStep = (draft: Draft, p: Proceeding, who: ActingOfficer): void => {
  const { command } = draft;
  const procedure = procedureOf(draft, p);
  const transition = transitionIn(procedure, p.state, command.command);
  if (!transition) throw new Rejection('NOT_ALLOWED_IN_STATE', [p.proceeding, p.state]);
  if (!holdsRole(withVacantRoles(draft, p), transition, who.department))
    throw new Rejection('NOT_YOUR_ROLE', rolesOf(transition) as string[]);
  const { from, fromLatest = from } = startRange(command.occurredAt, command.precision);
  if (command.precision !== 'undated' && p.lastOccurredAt && fromLatest < p.lastOccurredAt) {
    throw new Rejection('OCCURRED_BEFORE_PREVIOUS', [p.lastOccurredAt]);
  }
  const missing = missingFrom(draft, transition, who.ranks, p);
  if (missing) throw missing;
  for (const name of transition.guards ?? []) {
    const guard = guards[name];
    if (!guard) throw new Error(`procedure ${p.procedure} names the guard ${name}, which does not exist`);
    const situation = { state: caseOf(draft), proceeding: p, occurredAt: command.occurredAt };
    if (!guard.holds(situation)) throw new Rejection(guard.code, [name]);
  }
  refuseLapsed(draft, p, procedure.clocks, command.command);
  perform(draft, procedure, p.proceeding, command.command, transition, who.department, p.state);
};
