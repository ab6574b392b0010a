// decide: a case, a command, the registrar's instant and the law → events, or a rejection. Pure and synchronous.
// The decider number is raised whenever the same question would be answered otherwise.
import type { CaseCommand } from '../schemas/command.ts';
import type { CaseEvent } from '../schemas/event.ts';
import { type Bilingual, BUS, type DepartmentId, type Rank } from '../schemas/ids.ts';
import { asOfNow, dateOf, type Instant, plusMillis } from '../schemas/instant.ts';
import type { Procedure } from '../schemas/procedure.ts';
import { recalculate } from './clocks/change-clocks.ts';
import { reachMoments } from './clocks/reach-moments.ts';
import { urgeLimit } from './clocks/urge-limit.ts';
import { closeCase, markMajor, reopenCase } from './closing/close-case.ts';
import { mayClose } from './closing/closers.ts';
import { waiveProceeding } from './closing/waive-proceeding.ts';
import {
  type Context,
  caseOf,
  emit,
  isOver,
  narrowed,
  procedureOf,
  proceedingOf,
  Rejection,
  refuseBefore,
  rejectionOf,
  servedOn,
  type UnderWay,
} from './decision-under-way.ts';
import { mergeCase, noteJoinedCase, noteJoinRefused, unmergeCase } from './joining/join-case.ts';
import { noteMarks, tellMarks } from './joining/marks-elsewhere.ts';
import { correctStep } from './mending/correct-step.ts';
import { confirmReceipt, maySettle, settleClaim } from './mending/settle-claim.ts';
import { voidCase } from './mending/void-case.ts';
import { refuseAstray } from './refuse-astray.ts';
import { isOfKind, noMoreAt } from './register/former-body.ts';
import { isActive, isBeforeAppointment, LONG_AGO_MS, ranksOf, ranksWhen } from './register/register.ts';
import { isRestricted } from './restricting/is-restricted.ts';
import { liftRestriction, mayRestrict, restrictCase } from './restricting/restrict-case.ts';
import { inBeijingTime } from './sent-instants.ts';
import { receiveProceeding, receiveRestrictions, splitCase } from './splitting/split-case.ts';
import type { CaseState, Proceeding } from './state.ts';
import { liftFallen } from './steps/by-breach.ts';
import { activeReceivers, succeededRoles } from './steps/casting.ts';
import { takeFollowUp } from './steps/follow-up.ts';
import { nameSubjects, OPENLY, saidIn } from './steps/name-subjects.ts';
import { holdsRole, isOfTheBus, offeredIn } from './steps/offered.ts';
import { openCase } from './steps/open-case.ts';
import { recordSteps } from './steps/record-steps.ts';
import { type ActingOfficer, openProceeding, takeStep, withVacantRoles } from './steps/take-step.ts';
import { askOfNamed } from './versions/ask-again.ts';
import { reviseSubject, stateAmount, stateCharge } from './versions/versioned-facts.ts';
import { isClosedTo, movedApart } from './who-is-told.ts';

export const DECIDER = 1;

/** `words` where the code is a condition's own and not one of schemas/errors.ts, or the condition says more than the code. */
export type Decision =
  | { ok: true; events: CaseEvent[] }
  | { ok: false; code: string; details: string[]; words?: Bilingual };

/** What commands on the case itself do. */
const CASE_COMMANDS: ReadonlyMap<string, (work: UnderWay, who: ActingOfficer) => void> = new Map([
  ['record-fact', (work, who) => recordFact(work, who.department)],
  ['admit-departments', (work, who) => admitDepartments(work, who)],
  ['link-case', (work) => linkCase(work)],
  ['revise-subject', reviseSubject],
  ['state-amount', stateAmount],
  ['state-charge', stateCharge],
  ['void-case', voidCase],
  ['correct-step', correctStep],
  ['confirm-claim', settleClaim],
  ['dispute-claim', settleClaim],
  ['confirm-receipt', confirmReceipt],
  ['urge-limit', urgeLimit],
  ['waive-proceeding', waiveProceeding],
  ['close-case', closeCase],
  ['reopen-case', reopenCase],
  ['mark-major', markMajor],
  ['unmark-major', markMajor],
  ['split-case', splitCase],
  ['merge-case', mergeCase],
  ['unmerge-case', unmergeCase],
  ['restrict-case', restrictCase],
  ['lift-restriction', liftRestriction],
]);
/** Commands on the case as a whole, and who need not be a party for them: the joint-meeting office, who stands above a department. */
const OF_THE_WHOLE: ReadonlyMap<string, (work: UnderWay, department: DepartmentId) => boolean> = new Map([
  ['waive-proceeding', mayClose],
  ['close-case', mayClose],
  ['reopen-case', mayClose],
  ['mark-major', mayClose],
  ['unmark-major', mayClose],
  ['split-case', mayClose],
  ['merge-case', mayClose],
  ['unmerge-case', mayClose],
  ['restrict-case', mayRestrict],
  ['lift-restriction', mayRestrict],
  ['urge-limit', mayClose],
]);
/** What a closed case still takes: what mends its record, and what opens it again. */
const AFTER_CLOSING: ReadonlySet<string> = new Set([
  'reopen-case',
  'mark-major',
  'unmark-major',
  'correct-step',
  'confirm-claim',
  'dispute-claim',
  'confirm-receipt',
  'link-case',
  'restrict-case',
  'lift-restriction',
]);
const RECORD_STEPS = 'record-steps';
const TAKE_FOLLOW_UP = 'take-follow-up';
const RECEIVE_PROCEEDING = 'receive-proceeding';
/** What a voided case still takes: who counts with it counts with one another, and is heard through it. */
const AFTER_VOIDING: ReadonlySet<string> = new Set([
  TAKE_FOLLOW_UP,
  'note-joined-case',
  'note-join-refused',
  'note-marks',
]);

/** Commands only a named service may submit. */
const SERVICE_COMMANDS: ReadonlyMap<string, (work: UnderWay) => void> = new Map([
  ['reach-moment', reachMoments],
  [TAKE_FOLLOW_UP, takeFollowUp],
  [RECEIVE_PROCEEDING, receiveProceeding],
  ['receive-restrictions', receiveRestrictions],
  ['note-joined-case', noteJoinedCase],
  ['note-marks', noteMarks],
  ['note-join-refused', noteJoinRefused],
  ['recalculate-clocks', (work) => recalculateClocks(work)],
  ['record-fact', (work: UnderWay) => recordFact(work, 'publisher')],
]);

const recalculateClocks = (work: UnderWay): void => {
  recalculate(work);
  if (work.events.length === 0) throw new Rejection('MOMENT_STALE');
};

const recordFact = (work: UnderWay, by: string): void => {
  const { fact } = work.command.body;
  if (!fact) throw new Rejection('FIELD_REQUIRED', ['fact']);
  const told = [...activeReceivers(work, 'restricted too')];
  if (work.state === null) {
    const openedBy = by === 'publisher' ? told[0] : by;
    if (!openedBy) throw new Rejection('RECEIVER_REQUIRED', ['to']);
    openCase(work, openedBy);
  }
  nameSubjects(work, OPENLY);
  const { precision } = work.command;
  emit(work, { kind: 'fact', type: 'fact-recorded', precision, fact, by: by as 'publisher', told });
};

const admitDepartments = (work: UnderWay, who: ActingOfficer): void => {
  nameSubjects(work, OPENLY);
  const departments = [...activeReceivers(work, 'restricted too')];
  emit(work, { kind: 'admission', type: 'departments-admitted', by: who.department, departments });
};

/** Whether the other case is there and the department may know of it is asked before, by whoever reads the ledger. */
const linkCase = (work: UnderWay): void => {
  nameSubjects(work, OPENLY);
  for (const link of work.command.body.links ?? []) {
    const { id, links: before } = caseOf(work);
    const isLinked = before.some((old) => old.case === link.case && old.relation === link.relation);
    if (link.case === id || isLinked) throw new Rejection('LINK_NOT_POSSIBLE', [link.case]);
    emit(work, { kind: 'link', type: 'case-linked', ...link });
  }
};

const isAuditor = (rank: Rank): boolean => rank === 'auditor';

const isLongAgo = ({ command, context }: UnderWay): boolean =>
  context.clock === 'real' && plusMillis(command.occurredAt, LONG_AGO_MS) < context.at;

/**
 * The officer who acted, with the ranks that count: those held when it happened by who acted, as far as who submits it holds
 * them now. So nobody approves by dating back to when it was still a head, and nobody enters an approval without one.
 */
const actingOfficer = (work: UnderWay, submitter: string): ActingOfficer => {
  const { actor, occurredAt } = work.command;
  const { register, at, clock, law } = work.context;
  if (!('department' in actor)) throw new Rejection('SERVICE_ONLY');
  const { department, officer } = actor;
  if (!isActive(register, department)) throw new Rejection('UNKNOWN_DEPARTMENT', [department]);
  const noMore = noMoreAt(law, department, occurredAt);
  if (noMore !== undefined) throw new Rejection('BODY_NO_MORE', [noMore]);
  const then = ranksWhen(register, department, officer, occurredAt, at);
  const now = clock === 'real' ? ranksOf(register, department, submitter, at) : then;
  if (then.length === 0) throw new Rejection('UNKNOWN_OFFICER', [officer]);
  if (now.length === 0) throw new Rejection('UNKNOWN_OFFICER', [submitter]);
  if (then.every(isAuditor) || now.every(isAuditor)) throw new Rejection('RANK_TOO_LOW', ['officer']);
  const isOlder = isLongAgo(work) && isBeforeAppointment(register, department, officer, occurredAt);
  if (isOlder && !now.includes('head')) throw new Rejection('RANK_TOO_LOW', ['head', 'occurredAt']);
  const ranks = then.filter((rank) => now.includes(rank));
  return { department, officer, ranks, ...(submitter === officer ? {} : { recordedBy: submitter }) };
};

const isHeldBy = (work: UnderWay, p: Proceeding, who: ActingOfficer): boolean => {
  const offered = offeredIn(procedureOf(work.context.law, p), p.state, work.command.command);
  return (
    offered !== undefined &&
    holdsRole(withVacantRoles(work, p, work.command.occurredAt), offered.command, who.department)
  );
};

/** A command of running proceedings, whatever the state: not one that only opens them. */
const isOfferedSomewhere = ({ states, always = {} }: Procedure, command: string): boolean =>
  Object.hasOwn(always, command) ||
  Object.values(states).some(({ on }) => on !== undefined && Object.hasOwn(on, command));

/** The one of these proceedings that a command is meant for; of those that do not offer it now the first, or none. */
const onlyOne = (work: UnderWay, all: readonly Proceeding[], who: ActingOfficer): Proceeding | undefined => {
  const { law } = work.context;
  const open = all.filter((p) => offeredIn(procedureOf(law, p), p.state, work.command.command));
  const mine = open.filter((p) => isHeldBy(work, p, who));
  if (mine.length > 1)
    throw new Rejection(
      'PROCEEDING_AMBIGUOUS',
      mine.map((p) => p.proceeding),
    );
  return mine[0] ?? open[0] ?? all[0];
};

/** Of a closed proceeding that is not for it to move, a department learns nothing: to it there is none. */
const isHidden = (work: UnderWay, p: Proceeding, who: ActingOfficer): boolean =>
  isClosedTo(work.context.law, p, who.department) && !isHeldBy(work, p, who);

/**
 * Proceedings a command is meant for: the one it names; that of each subject it names, where those have proceedings of their
 * own; else the only one. None where it opens one. What is said of one subject never moves the proceeding of another, nor what is
 * said of one procedure that of another: several organs file by a command of one name.
 */
const proceedingsFor = (work: UnderWay, who: ActingOfficer): readonly Proceeding[] => {
  const { command, context } = work;
  const { proceedings } = caseOf(work);
  if (command.proceeding) {
    const named = Object.hasOwn(proceedings, command.proceeding)
      ? proceedings[command.proceeding]
      : undefined;
    if (!named || isHidden(work, named, who))
      throw new Rejection('PROCEEDING_NOT_FOUND', [command.proceeding]);
    return [named];
  }
  const offering = Object.values(proceedings).filter(
    (p) =>
      (command.procedure === undefined || p.procedure === command.procedure) &&
      isOfferedSomewhere(procedureOf(context.law, p), command.command) &&
      !isHidden(work, p, who),
  );
  // One that goes on elsewhere is meant only where its sender may move none here: then the answer says where it went.
  const here = offering.filter(({ moved }) => moved === undefined);
  const all = here.some((p) => isHeldBy(work, p, who)) ? here : offering;
  const { newSubjects = [], subjects: own = newSubjects.map(({ subject }) => subject) } = command.body;
  const subjects = [...new Set(own)];
  const about = subjects.map((subject) => all.filter((p) => p.subject === subject));
  if (about.some((theirs) => theirs.length > 0))
    return about.map((theirs, n) => {
      const one = onlyOne(work, theirs, who);
      if (!one) throw new Rejection('PROCEEDING_NOT_FOUND', [subjects[n] as string]);
      return one;
    });
  const only = onlyOne(work, subjects.length > 0 ? all.filter((p) => p.subject === undefined) : all, who);
  return only ? [only] : [];
};

/**
 * What only a rehearsal may say: on the record nothing is filled in, and who acts knows the day. It would stop every breach, or
 * move a limit by a year.
 */
const refuseMadeUp = ({ command: { body, precision }, context }: UnderWay): void => {
  if (context.clock !== 'real') return;
  const said = [
    body.filled === undefined ? [] : 'filled',
    body.published === undefined ? [] : 'published',
    body.within === undefined ? [] : 'within',
    precision === 'instant' || precision === 'day' ? [] : 'precision',
  ].flat();
  if (said.length > 0) throw new Rejection('REHEARSAL_ONLY', said);
};

/**
 * A department that may act in the case is a party to it: one that holds a role a command is offered to, though nobody told it, and
 * one that took over from a holder that is no more.
 */
const isParty = (work: UnderWay, who: ActingOfficer): boolean => {
  const state = caseOf(work);
  return (
    state.parties.includes(who.department) ||
    Object.values(state.proceedings).some((p) => {
      const offered = offeredIn(procedureOf(work.context.law, p), p.state, work.command.command);
      const roles = { ...p.roles, ...succeededRoles(work, p, work.command.occurredAt) };
      return offered !== undefined && holdsRole({ ...p, roles }, offered.command, who.department);
    })
  );
};

const refuseUnknownProcedure = ({ command: { procedure }, context: { law } }: UnderWay): void => {
  if (procedure !== undefined && !law.newest.some((p) => p.procedure === procedure))
    throw new Rejection('UNKNOWN_PROCEDURE', [procedure]);
};

/** The procedure that a command opens, in the version in force when it happened. */
const openerOf = ({ command, context: { law } }: UnderWay): Procedure | undefined => {
  const named = law.newest.filter(
    (p) => command.procedure === undefined || p.procedure === command.procedure,
  );
  return named
    .flatMap(({ procedure }) => law.procedureOn(procedure, dateOf(command.occurredAt)) ?? [])
    .find((p) => Object.hasOwn(p.opensOn, command.command));
};

/** Why a command neither moves nor opens anything. */
const meaningless = ({ command, context: { law }, state }: UnderWay): Rejection => {
  const opened = law.procedures.find((p) => Object.hasOwn(p.opensOn, command.command));
  if (opened) return new Rejection('UNKNOWN_PROCEDURE', [opened.procedure]);
  const taking = law.newest.filter((p) => Object.hasOwn(p.commands, command.command));
  const known = law.procedures.some((p) => Object.hasOwn(p.commands, command.command));
  if (!known) return new Rejection('UNKNOWN_COMMAND', [command.command]);
  const who = 'department' in command.actor ? command.actor.department : undefined;
  const roles = taking.flatMap((p) =>
    (p.commands[command.command]?.by ?? []).map((role) => [role, p.roles[role]?.bodies] as const),
  );
  const couldTake = roles.some(
    ([, bodies]) => who === undefined || bodies === undefined || isOfKind(law, who, bodies),
  );
  if (state !== null && roles.length > 0 && !couldTake)
    return new Rejection('NOT_YOUR_ROLE', [...new Set(roles.map(([role]) => role))]);
  const first = taking.flatMap((p) =>
    Object.keys(p.opensOn).filter((opening) => !isOfTheBus(p.commands[opening] ?? { by: [BUS] })),
  );
  return new Rejection(
    state === null ? 'CASE_NOT_FOUND' : 'NOT_ALLOWED_IN_STATE',
    [...new Set(first)].map((opening) => `first: ${opening}`),
  );
};

/** The command on each of the proceedings, one after the other on what the former left. */
const takeSteps = (work: UnderWay, proceedings: readonly Proceeding[], who: ActingOfficer): void => {
  nameSubjects(work, saidIn(work, proceedings));
  for (const { proceeding, subject } of proceedings) {
    const own = proceedings.length > 1 && subject ? narrowed(work, { subjects: [subject] }) : work;
    takeStep(own, proceedingOf(own, proceeding), who);
    work.state = own.state;
  }
};

/** What happened long ago is recorded with the reason why only now. */
const requireReason = (work: UnderWay): void => {
  if (isLongAgo(work) && !work.command.commitments['/reason']) throw new Rejection('DATED_BACK', ['reason']);
};

/** Served on paper: not before the act that the paper is of, and not in the future. */
const refuseService = (work: UnderWay): void => {
  const [from, until] = [dateOf(work.command.occurredAt), dateOf(work.context.at)];
  if (servedOn(work).some((day) => day < from || day > until))
    throw new Rejection('FIELD_REFUSED', ['servedOn']);
};

const refuseFuture = ({ command, context }: UnderWay): void => {
  if (command.occurredAt > context.at) throw new Rejection('OCCURRED_IN_FUTURE', [`now: ${context.at}`]);
};

/** From a department whose clock is a little ahead: what it calls now is now. Services keep the platform's own clock. */
const asOfHere = (command: CaseCommand, at: Instant): CaseCommand => {
  if ('service' in command.actor) return command;
  const dated = <T extends { readonly occurredAt: Instant }>(said: T): T => {
    const occurredAt = asOfNow(said.occurredAt, at) ?? said.occurredAt;
    return occurredAt === said.occurredAt ? said : { ...said, occurredAt };
  };
  const { steps } = command.body;
  return dated(steps ? { ...command, body: { ...command.body, steps: steps.map(dated) } } : command);
};

/** It names a procedure and none of its proceedings. */
const isOfProcedure = ({ procedure, proceeding }: CaseCommand): boolean =>
  procedure !== undefined && proceeding === undefined;

/** One command of a department, alone or among several. */
const takeOne = (work: UnderWay, submitter: string): void => {
  const { command } = work;
  refuseFuture(work);
  refuseMadeUp(work);
  const who = actingOfficer(work, submitter);
  if (command.case !== undefined && work.state === null) throw new Rejection('CASE_NOT_FOUND');
  if (isRestricted(work.state, who.department)) throw new Rejection('CASE_NOT_FOUND');
  const ofTheWhole = OF_THE_WHOLE.get(command.command)?.(work, who.department) ?? false;
  if (work.state !== null && !isParty(work, who) && !maySettle(work, who.department) && !ofTheWhole)
    throw new Rejection('CASE_NOT_FOUND');
  if (work.state?.voided) throw new Rejection('CASE_VOIDED');
  requireReason(work);
  refuseService(work);
  refuseAstray(work);
  const before = work.state;
  const onCase = CASE_COMMANDS.get(command.command);
  if (onCase) {
    if (work.state?.closed && !AFTER_CLOSING.has(command.command)) throw new Rejection('CASE_CLOSED');
    onCase(work, who);
  } else actInProceedings(work, who);
  askOfNamed(work, who, before);
};

/** A command of a procedure: a step of what is under way, or what opens another. */
const actInProceedings = (work: UnderWay, who: ActingOfficer): void => {
  const { command, context } = work;
  refuseUnknownProcedure(work);
  const proceedings = work.state === null ? [] : proceedingsFor(work, who);
  const isTaken = proceedings.some((p) => isHeldBy(work, p, who));
  // Whoever names the procedure and no proceeding opens another where none that is open takes it.
  const opener =
    proceedings.length === 0 || (!isTaken && isOfProcedure(command)) ? openerOf(work) : undefined;
  const opens = proceedings.length === 0 || opener !== undefined;
  // What a few see alone goes on in a closed case; nothing else is left to be done in it.
  if (work.state?.closed && (opens || proceedings.some((p) => isOver(context.law, p))))
    throw new Rejection('CASE_CLOSED');
  if (!opens) takeSteps(work, proceedings, who);
  else if (opener) openProceeding(work, opener, who);
  else throw meaningless(work);
};

const departmentCommand = (work: UnderWay): void => {
  const { command } = work;
  const { actor } = command;
  const submitter = 'department' in actor ? actor.officer : '';
  if (command.command !== RECORD_STEPS) {
    if (command.body.steps !== undefined) throw new Rejection('FIELD_REFUSED', ['steps']);
    takeOne(work, submitter);
    return;
  }
  // The command itself is dated to when the steps were put together.
  refuseMadeUp(work);
  recordSteps(work, (own) => {
    const { command: name, body } = own.command;
    if (CASE_COMMANDS.has(name) && name !== 'record-fact') throw new Rejection('UNKNOWN_COMMAND', [name]);
    // Who is told of a fact is told of that alone, in an entry of its own.
    if (name === 'record-fact' && body.to !== undefined) throw new Rejection('FIELD_REFUSED', ['to']);
    takeOne(own, submitter);
  });
  const last = command.body.steps?.at(-1)?.occurredAt;
  if (last !== undefined) refuseBefore(work, last);
};

/** What moves a proceeding that is closed to some, and another that they may read, must be asked for one by one. */
export const refuseApart = ({ state, events, context }: UnderWay): void => {
  const apart = state === null ? [] : movedApart(state, events, context.law);
  if (apart.length > 0) throw new Rejection('PROCEEDING_AMBIGUOUS', [...apart]);
};

/**
 * What a command leads to. `state` is null for a case that does not exist yet; `context.caseId` is then the id it gets.
 * The same state, command and context give the same events for ever.
 */
export const decide = (state: CaseState | null, sent: CaseCommand, context: Context): Decision => {
  const command = asOfHere(inBeijingTime(sent), context.at);
  const work: UnderWay = { command, context, events: [], state };
  try {
    if (command.for !== undefined) throw new Rejection('NOT_SUPPORTED_YET', ['for']);
    refuseFuture(work);
    if ('service' in command.actor) {
      const service = SERVICE_COMMANDS.get(command.command);
      if (!service) throw new Rejection('UNKNOWN_COMMAND', [command.command]);
      const mayOpen = command.case === undefined || command.command === RECEIVE_PROCEEDING;
      if (state === null && !mayOpen) throw new Rejection('CASE_NOT_FOUND');
      if (state?.voided && !AFTER_VOIDING.has(command.command)) throw new Rejection('CASE_VOIDED');
      service(work);
    } else {
      if (command.command !== 'record-fact' && SERVICE_COMMANDS.has(command.command))
        throw new Rejection('SERVICE_ONLY');
      departmentCommand(work);
    }
    liftFallen(work);
    refuseApart(work);
    tellMarks(work);
    return { ok: true, events: work.events };
  } catch (error) {
    const refused = rejectionOf(error);
    if (!refused) throw error;
    const { code, details, words } = refused;
    return { ok: false, code, details, ...(words ? { words } : {}) };
  }
};
