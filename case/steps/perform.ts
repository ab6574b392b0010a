// Writes down what a command that may go on does: the step, hand-offs, clocks, and what it sets off in other proceedings.
import type { HandOffOutcome } from '../../schemas/event.ts';
import {
  BUS,
  type DepartmentId,
  type ProceedingId,
  regionOfCase,
  type SubjectId,
} from '../../schemas/ids.ts';
import { dateOf } from '../../schemas/instant.ts';
import type { Procedure, ProcedureCommand, Role } from '../../schemas/procedure.ts';
import { moveByMarks } from '../clocks/move-by-marks.ts';
import { endClocks, moveClocks } from '../clocks/move-clocks.ts';
import { holds } from '../conditions.ts';
import {
  caseOf,
  emit,
  narrowed,
  procedureOf,
  proceedingOf,
  Rejection,
  regionSettings,
  type UnderWay,
} from '../decision-under-way.ts';
import { settleByReceipt } from '../mending/settle-claim.ts';
import type { Situation } from '../situation.ts';
import { type CaseState, type Doer, lastNumber, type Proceeding, takenBy } from '../state.ts';
import { isClosed } from '../who-is-told.ts';
import {
  aboutOf,
  areAboutTheSame,
  becomesAbout,
  mustBeAboutSomebody,
  namedSubjects,
  onlyParty,
} from './about-whom.ts';
import { activeReceivers, castRoles, registerRoles, succeededRoles } from './casting.ts';
import { fieldsFor, fieldsSent, lacksPapersOrTeam } from './demands.ts';
import { assign, closeHandOff, handOver, openHandOffOf } from './hand-over.ts';
import { nameAgain, saidIn } from './name-subjects.ts';
import { allOffered, holdsRole, type Offered, offeredIn } from './offered.ts';
import { relatedTo } from './related.ts';
import { unsaidOnRecord } from './require-content.ts';

/** Proceedings of one case: what a new calendar does to all their clocks must fit into one entry. */
const MOST_PROCEEDINGS = 200;

/** What a command of a procedure looks at; `p` is absent while it opens one. */
const situationOf = (
  work: UnderWay,
  procedure: Procedure,
  name: string,
  who: Doer,
  p: Proceeding | undefined,
  subject?: SubjectId,
): Situation => ({
  state: work.state,
  proceeding: p,
  procedure,
  subject,
  named: namedSubjects(work),
  law: work.context.law,
  occurredAt: work.command.occurredAt,
  by: who,
  fields: fieldsFor(procedure, name, work.command, p) ?? {},
});

/** A condition of a procedure, unless the region of the case does without it. */
const isMet = (work: UnderWay, procedure: Procedure, id: string, s: Situation): boolean => {
  const condition = procedure.conditions[id];
  if (!condition) throw new Error(`${procedure.procedure} names condition ${id}, which it does not have`);
  if (condition.switchable) {
    const region = work.state?.region ?? regionOfCase(work.context.caseId);
    const settled = regionSettings(work.context.register, region).conditions[id];
    if (settled?.active === false) return true;
  }
  return holds(condition.if, s);
};

/** The first condition that keeps a command from going on, as the refusal with its code and words. */
const refusedBy = (
  work: UnderWay,
  procedure: Procedure,
  ids: readonly string[],
  s: Situation,
): Rejection | undefined => {
  const id = ids.find((one) => !isMet(work, procedure, one, s));
  const condition = id === undefined ? undefined : procedure.conditions[id];
  return condition && new Rejection(condition.code, [id as string], condition.refusal);
};

/** Why the conditions of an offered command keep it from being taken, or `undefined`. */
export const conditionRefusing = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command, target }: Offered,
  who: Doer,
): Rejection | undefined =>
  refusedBy(
    work,
    procedure,
    [...(command.when ?? []), ...(target.else === undefined ? (target.when ?? []) : [])],
    situationOf(work, procedure, name, who, p, becomesAbout(work, p, command)),
  );

const stateAfter = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, target }: Offered,
  who: Doer,
): string => {
  const { to, when = [], else: other } = target;
  const isRefused = () =>
    refusedBy(work, procedure, when, situationOf(work, procedure, name, who, p)) !== undefined;
  return (other !== undefined && isRefused() ? other : to) ?? p.state;
};

/**
 * Departments that may act in the new state and took no part in the case before: whoever may act is told. Of what the bus did, all who
 * may act: nobody else tells them.
 */
const joining = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  to: string,
  [doer, ...copies]: readonly DepartmentId[],
  handsTo: Role | undefined,
): DepartmentId[] => {
  const except = [doer, ...copies, ...(doer === BUS ? [] : caseOf(work).parties)];
  const acting = new Set(
    allOffered(procedure, to)
      .flatMap(({ command }) => command.by)
      .filter((role) => role !== handsTo),
  );
  const holders = [...acting].flatMap((role) => p.roles[role] ?? []);
  return [...new Set(holders)].filter((d) => !except.includes(d));
};

/** Departments told with a copy: always, and as the case stands. */
const copiesOf = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command: { copyTo = [], copyWhere = [] } }: Pick<Offered, 'name' | 'command'>,
  who: Doer,
): DepartmentId[] => {
  const situation = situationOf(work, procedure, name, who, p);
  const where = copyWhere
    .filter(({ when }) => refusedBy(work, procedure, when, situation) === undefined)
    .map(({ to }) => to);
  const holders = [...copyTo, ...where].flatMap((role) => p.roles[role] ?? []);
  return [...new Set(holders)].filter((d) => d !== who.department);
};

const emitStep = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command }: Offered,
  who: Doer,
  from: string | null,
  to: string,
): void => {
  const { body, precision } = work.command;
  const { department } = who;
  const copies = copiesOf(work, procedure, p, { name, command }, who);
  const joins = joining(work, procedure, p, to, [department, ...copies], command.handsTo);
  const fields = fieldsFor(procedure, name, work.command, p);
  const before = from === null ? undefined : procedure.states[from]?.shows;
  const shows = procedure.states[to]?.shows;
  const spokenOf = [...(body.subjects ?? []), ...(from === null && p.subject ? [p.subject] : [])];
  nameAgain(work, spokenOf, saidIn(work, [p]));
  const about = from === null ? undefined : becomesAbout(work, p, command);
  emit(work, {
    kind: 'step',
    type: command.event,
    precision,
    proceeding: p.proceeding,
    command: name,
    ...takenBy(who),
    from,
    to,
    copies,
    ...(joins.length > 0 ? { joins } : {}),
    ...(fields ? { fields } : {}),
    ...(body.papers ? { papers: body.papers } : {}),
    ...(body.subjects ? { subjects: body.subjects } : {}),
    ...(about === undefined ? {} : { about }),
    ...(body.reasonCode ? { reasonCode: body.reasonCode } : {}),
    ...(body.filled ? { filled: true } : {}),
    ...(work.place === undefined ? {} : { place: work.place }),
    ...(shows !== undefined && shows !== before ? { shows } : {}),
  });
};

/** What others may not see together is taken in an entry of its own: ordered here, taken by the relay. */
const isApart = (one: Procedure, other: Procedure): boolean =>
  one.procedure !== other.procedure && (isClosed(one) || isClosed(other));

const order = (
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
  emit(work, {
    kind: 'follow-up',
    type: 'follow-up-ordered',
    followUp: caseOf(work).followUpsOrdered + 1,
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

/** A receipt in time is also the receiver's word that the hand-over was. */
const closeBy = (work: UnderWay, proceeding: ProceedingId, outcome: HandOffOutcome, who: Doer): void => {
  const open = openHandOffOf(work, proceeding);
  closeHandOff(work, proceeding, outcome);
  if (open && outcome === 'received' && who.officer !== undefined) settleByReceipt(work, open, who);
};

type Opens = NonNullable<ProcedureCommand['opens']>[number];

type Openable = {
  readonly opens: Opens;
  readonly opening: ProcedureCommand | undefined;
  /** Nobody was named where somebody must be. */
  readonly isAnybody: boolean;
  readonly about: readonly SubjectId[];
};

/**
 * What one of the things that a command may open comes to as the case stands, asked for each subject by itself: for those the command
 * names, else for its own; where nobody is named and somebody must be, for whoever of the case that may be.
 */
const openableAs = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  name: string,
  opens: Opens,
  who: Doer,
): Openable | undefined => {
  const { when = [] } = opens;
  const isOpened = (subject?: SubjectId): boolean =>
    refusedBy(work, procedure, when, situationOf(work, procedure, name, who, p, subject)) === undefined;
  const opened = work.context.law.procedureOn(opens.procedure, dateOf(work.command.occurredAt));
  const opening = opened?.commands[opens.command];
  const named = opened?.per.startsWith('subject') ? aboutOf(work, p) : [];
  const isAnybody = named.length === 0 && opening !== undefined && mustBeAboutSomebody(work, opening);
  const asked = isAnybody ? Object.keys(caseOf(work).subjects) : named;
  const about = asked.filter(isOpened);
  const isAny = about.length > 0 || (asked.length === 0 && isOpened());
  return isAny ? { opens, opening, isAnybody, about } : undefined;
};

/** The case without what is closed in it, as all who read an open entry may know it. */
const inTheOpen = (work: UnderWay): UnderWay => {
  const state = caseOf(work);
  const open = Object.entries(state.proceedings).filter(
    ([, p]) => !isClosed(procedureOf(work.context.law, p)),
  );
  return { ...work, state: { ...state, proceedings: Object.fromEntries(open) } };
};

/**
 * What a command may open. An order to a closed procedure stands in an entry that others read, so it follows from what they may know, and
 * tells no more than the law does; the rest is asked when it is taken.
 */
const openable = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  { name, command }: Pick<Offered, 'name' | 'command'>,
  who: Doer,
): readonly Openable[] =>
  (command.opens ?? []).flatMap((opens) => {
    const opened = work.context.law.procedureOn(opens.procedure, dateOf(work.command.occurredAt));
    const isForAll = !isClosed(procedure) && opened !== undefined && isClosed(opened);
    return openableAs(isForAll ? inTheOpen(work) : work, procedure, p, name, opens, who) ?? [];
  });

/** Commands whose papers and officers a command brings along, for it opens others by them. */
export const broughtAlong = (
  ...asked: Parameters<typeof openable>
): readonly Pick<ProcedureCommand, 'papers' | 'officers'>[] =>
  asked[0].context.clock === 'real'
    ? openable(...asked).flatMap(({ opens, opening }) => (opens.asks && opening ? [opening] : []))
    : [];

export type Opening = { readonly opens: Opens; readonly subjects?: SubjectId[] };

const openingOf = (work: UnderWay, { opens, opening, isAnybody, about }: Openable): Opening => {
  const subjects = isAnybody && opening ? onlyParty(work, opening) : about;
  return { opens, ...(subjects.length > 0 ? { subjects: [...subjects] } : {}) };
};

/** What one of the things that a command may open is opened for, or nothing. */
export const openingAs = (...asked: Parameters<typeof openableAs>): Opening | undefined => {
  const found = openableAs(...asked);
  return found && openingOf(asked[0], found);
};

const openedBy = (...asked: Parameters<typeof openable>): readonly Opening[] => {
  const [work] = asked;
  const opened = openable(...asked).map((one) => openingOf(work, one));
  for (const demanded of broughtAlong(...asked)) {
    const lacking = lacksPapersOrTeam(work, demanded);
    if (lacking) throw lacking;
  }
  return opened;
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
    assign(work, proceeding, registerRoles(work, procedure, now(), false));
  }
  const before = now();
  const to = stateAfter(work, procedure, before, offered, who);
  const opening = openedBy(work, procedure, before, offered, who);
  emitStep(work, procedure, before, offered, who, from, to);
  if (command.closesHandOff) closeBy(work, proceeding, command.closesHandOff, who);
  if (command.handsTo) {
    handOver(work, procedure, before, command, department);
    // Another receiver may have another superior in common with the sender; whoever designates stays.
    const isSide = !Object.entries(procedure.roles).some(
      ([role, { cast }]) => cast === 'common-superior' && before.roles[role]?.includes(department),
    );
    if (isSide && from !== null) assign(work, proceeding, registerRoles(work, procedure, now(), true));
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

const openNext = (
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
    const holder = p.roles[ours]?.[0];
    if (holder) roles[theirs] = holder;
  }
  const own = subjects ? narrowed(work, { subjects }) : work;
  if (isApart(procedure, opened)) order(own, p.proceeding, on, who, opened, opens.command, { roles });
  else openWith(own, opened, opens.command, who, roles, { parent: p.proceeding });
  work.state = own.state;
};

/** The version that an opening takes: the highest in force when it happened. */
export const openingOn = (work: UnderWay, name: string): Procedure => {
  const { law } = work.context;
  const found = law.procedureOn(name, dateOf(work.command.occurredAt));
  if (!found) throw new Rejection('UNKNOWN_PROCEDURE', [name]);
  return found;
};

const moveAlso = (
  work: UnderWay,
  procedure: Procedure,
  p: Proceeding,
  on: string,
  also: { procedure: string; command: string; each?: true | undefined },
  who: Doer,
): void => {
  const { law } = work.context;
  const takes = (other: Proceeding): Offered | undefined => {
    const theirs = procedureOf(law, other);
    const offered = offeredIn(theirs, other.state, also.command);
    return offered &&
      areAboutTheSame(p, other) &&
      holdsRole(other, offered.command, who.department) &&
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
      order(work, p.proceeding, on, who, theirs, also.command, { proceeding: other.proceeding });
    else perform(work, theirs, other.proceeding, offered, who, other.state);
  }
};

/** For whom one is opened each: receivers, subjects, or once. */
const forWhom = (
  work: UnderWay,
  procedure: Procedure,
  command: ProcedureCommand,
  who: Doer,
): readonly { receiver?: DepartmentId; subject?: SubjectId }[] => {
  if (procedure.per === 'receiver') {
    const receivers = activeReceivers(work);
    if (receivers.length === 0) throw new Rejection('RECEIVER_REQUIRED', ['to']);
    if (receivers.includes(who.department)) throw new Rejection('RECEIVER_NOT_FITTING', [who.department]);
    return receivers.map((receiver) => ({ receiver }));
  }
  if (procedure.per === 'case') return [{}];
  const named = namedSubjects(work);
  const subjects = named.length > 0 ? named : onlyParty(work, command);
  if (procedure.per === 'subject-or-case' && subjects.length === 0) return [{}];
  if (subjects.length === 0) throw new Rejection('FIELD_REQUIRED', ['subjects']);
  return [...new Set(subjects)].map((subject) => ({ subject }));
};

/** One after the last, or as many later: those that came from another case keep the ids they had there. */
export const nextProceeding = (state: CaseState, later = 0): ProceedingId =>
  `p${lastNumber(state) + 1 + later}`;

/** Where it came from: the proceeding it grew out of, the clock whose breach opened it. */
type Born = Pick<Proceeding, 'parent' | 'breach'>;

/** Who opens it; for the bus, who is to act on it. */
const openerOf = ({ department }: Doer, given: Readonly<Record<Role, DepartmentId>>): DepartmentId => {
  const opener = department === BUS ? Object.values(given)[0] : department;
  if (opener === undefined) throw new Rejection('NOT_YOUR_ROLE', [BUS]);
  return opener;
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
  const command = procedure.commands[name];
  const opensIn = procedure.opensOn[name];
  if (!command || opensIn === undefined) throw new Rejection('UNKNOWN_COMMAND', [name]);
  const unsaid = unsaidOnRecord(work, command);
  if (unsaid) throw unsaid;
  const each = forWhom(work, procedure, command, who);
  if (Object.keys(caseOf(work).proceedings).length + each.length > MOST_PROCEEDINGS)
    throw new Rejection('TOO_LARGE', [`proceedings > ${MOST_PROCEEDINGS}`]);
  for (const { receiver, subject } of each) {
    const refused = refusedBy(
      work,
      procedure,
      command.when ?? [],
      situationOf(work, procedure, name, who, undefined, subject),
    );
    if (refused) throw refused;
    const roles = castRoles(work, procedure, openerOf(who, given), command.by, given, receiver);
    const proceeding = nextProceeding(caseOf(work));
    emit(work, {
      kind: 'proceeding',
      type: 'proceeding-opened',
      proceeding,
      procedure: procedure.procedure,
      version: procedure.version,
      state: opensIn,
      roles,
      ...born,
      ...(subject ? { subject } : {}),
    });
    const own = receiver
      ? narrowed(work, { to: [receiver] })
      : subject
        ? narrowed(work, { subjects: [subject] })
        : work;
    const offered = { name, command, target: { to: opensIn } };
    perform(own, procedure, proceeding, offered, who, null);
    work.state = own.state;
  }
};
