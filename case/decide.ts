// decide: a case, a command, the registrar's instant and the law → events, or a rejection. Pure and synchronous.
// The decider number is raised whenever the same question would be answered otherwise.
import type { CaseCommand } from '../schemas/command.ts';
import type { ErrorCode } from '../schemas/errors.ts';
import type { CaseEvent } from '../schemas/event.ts';
import { regionOfCase } from '../schemas/ids.ts';
import { recalculate } from './clocks/change-clocks.ts';
import { reachMoments } from './clocks/reach-moments.ts';
import { type Context, caseOf, type Draft, emit, Rejection } from './decision-under-way.ts';
import { isActive, ranksWhen } from './register/register.ts';
import type { CaseState, Proceeding } from './state.ts';
import { activeReceivers } from './steps/casting.ts';
import {
  type ActingOfficer,
  holdsRole,
  openProceeding,
  procedureOf,
  takeStep,
  transitionIn,
  withVacantRoles,
} from './steps/take-step.ts';

export const DECIDER = 1;

export type Decision = { ok: true; events: CaseEvent[] } | { ok: false; code: ErrorCode; details: string[] };

/** Commands only a named service may submit. */
const SERVICE_COMMANDS: ReadonlyMap<string, (draft: Draft) => void> = new Map([
  ['reach-moment', reachMoments],
  [
    'recalculate-clocks',
    (draft: Draft) => {
      recalculate(draft, draft.command.body.basis ?? '');
      if (draft.events.length === 0) throw new Rejection('MOMENT_STALE');
    },
  ],
  ['record-fact', (draft: Draft) => recordFact(draft, 'publisher')],
]);

const recordFact = (draft: Draft, by: string): void => {
  const { fact } = draft.command.body;
  if (!fact) throw new Rejection('FIELD_REQUIRED', ['fact']);
  const told = [...activeReceivers(draft)];
  if (draft.state === null) {
    const openedBy = by === 'publisher' ? told[0] : by;
    if (!openedBy) throw new Rejection('RECEIVER_REQUIRED', ['to']);
    emit(draft, { kind: 'case', type: 'case-opened', region: regionOfCase(draft.context.caseId), openedBy });
  }
  emit(draft, { kind: 'fact', type: 'fact-recorded', fact, by: by as 'publisher', told });
};

const caseCommand = (draft: Draft, who: ActingOfficer): boolean => {
  const { command } = draft;
  switch (command.command) {
    case 'record-fact':
      recordFact(draft, who.department);
      return true;
    case 'admit-departments': {
      caseOf(draft);
      const departments = [...activeReceivers(draft)];
      if (departments.length === 0) throw new Rejection('RECEIVER_REQUIRED', ['to']);
      emit(draft, { kind: 'admission', type: 'departments-admitted', by: who.department, departments });
      return true;
    }
    case 'link-case': {
      caseOf(draft);
      const links = command.body.links ?? [];
      if (links.length === 0) throw new Rejection('FIELD_REQUIRED', ['links']);
      for (const link of links) emit(draft, { kind: 'link', type: 'case-linked', ...link });
      return true;
    }
    default:
      return false;
  }
};

const actingOfficer = (draft: Draft): ActingOfficer => {
  const { actor, occurredAt } = draft.command;
  const { register, at } = draft.context;
  if (!('department' in actor)) throw new Rejection('SERVICE_ONLY');
  if (!isActive(register, actor.department)) throw new Rejection('UNKNOWN_DEPARTMENT', [actor.department]);
  const ranks = ranksWhen(register, actor.department, actor.officer, occurredAt, at);
  if (ranks.length === 0) throw new Rejection('UNKNOWN_OFFICER', [actor.officer]);
  if (ranks.every((rank) => rank === 'auditor')) throw new Rejection('RANK_TOO_LOW', ['officer']);
  return { department: actor.department, officer: actor.officer, ranks };
};

/** The proceeding a command is meant for, when it names none. */
const proceedingFor = (draft: Draft, who: ActingOfficer): Proceeding | undefined => {
  const { command } = draft;
  const state = caseOf(draft);
  if (command.proceeding) {
    const named = state.proceedings[command.proceeding];
    if (!named) throw new Rejection('PROCEEDING_NOT_FOUND', [command.proceeding]);
    return named;
  }
  const all = Object.values(state.proceedings);
  const open = all.filter((p) => transitionIn(procedureOf(draft, p), p.state, command.command));
  const mine = open.filter((p) => {
    const transition = transitionIn(procedureOf(draft, p), p.state, command.command);
    return transition && holdsRole(withVacantRoles(draft, p), transition, who.department);
  });
  if (mine.length > 1)
    throw new Rejection(
      'PROCEEDING_AMBIGUOUS',
      mine.map((p) => p.proceeding),
    );
  if (mine[0]) return mine[0];
  if (open[0]) return open[0];
  return all.find((p) =>
    Object.values(procedureOf(draft, p).states).some((s) => s.on && Object.hasOwn(s.on, command.command)),
  );
};

/** What only a rehearsal may say: on the record nothing is filled in, and who acts knows when. It would stop every breach. */
const refuseMadeUp = ({ command: { body, precision }, context }: Draft): void => {
  if (context.clock !== 'real') return;
  const said = [
    body.filled === undefined ? [] : 'filled',
    body.published === undefined ? [] : 'published',
    precision === 'undated' ? 'precision' : [],
  ].flat();
  if (said.length > 0)
    throw new Rejection(
      'GUARD_REFUSED',
      said.map((field) => `${field}: rehearsal only`),
    );
};

const departmentCommand = (draft: Draft): void => {
  const { command, context } = draft;
  const who = actingOfficer(draft);
  if (draft.state !== null && !draft.state.parties.includes(who.department))
    throw new Rejection('CASE_NOT_FOUND');
  if (command.case !== undefined && draft.state === null) throw new Rejection('CASE_NOT_FOUND');
  if (caseCommand(draft, who)) return;
  const opener = command.procedure
    ? context.law.procedure(command.procedure)
    : context.law.procedures.find((p) => Object.hasOwn(p.opensOn, command.command));
  if (command.procedure && !opener) throw new Rejection('UNKNOWN_PROCEDURE', [command.procedure]);
  const proceeding = draft.state === null ? undefined : proceedingFor(draft, who);
  if (proceeding) {
    takeStep(draft, proceeding, who);
    return;
  }
  if (opener && Object.hasOwn(opener.opensOn, command.command)) {
    openProceeding(draft, context.law.procedure(opener.procedure) ?? opener, who);
    return;
  }
  const known = context.law.procedures.some((p) =>
    [...Object.values(p.states).map((s) => s.on), p.always].some(
      (on) => on && Object.hasOwn(on, command.command),
    ),
  );
  throw known
    ? new Rejection(draft.state === null ? 'CASE_NOT_FOUND' : 'NOT_ALLOWED_IN_STATE')
    : new Rejection('UNKNOWN_COMMAND', [command.command]);
};

/**
 * What a command leads to. `state` is null for a case that does not exist yet; `context.caseId` is then the id it gets.
 * The same state, command and context give the same events for ever.
 */
export const decide = (state: CaseState | null, command: CaseCommand, context: Context): Decision => {
  const draft: Draft = { command, context, events: [], state };
  try {
    if (command.for !== undefined) throw new Rejection('NOT_SUPPORTED_YET', ['for']);
    if (command.occurredAt > context.at) throw new Rejection('OCCURRED_IN_FUTURE');
    if ('service' in command.actor) {
      const service = SERVICE_COMMANDS.get(command.command);
      if (!service) throw new Rejection('UNKNOWN_COMMAND', [command.command]);
      if (command.case !== undefined && state === null) throw new Rejection('CASE_NOT_FOUND');
      service(draft);
    } else {
      if (command.command !== 'record-fact' && SERVICE_COMMANDS.has(command.command))
        throw new Rejection('SERVICE_ONLY');
      refuseMadeUp(draft);
      departmentCommand(draft);
    }
    return { ok: true, events: draft.events };
  } catch (error) {
    if (error instanceof Rejection) return { ok: false, code: error.code, details: error.details };
    throw error;
  }
};
