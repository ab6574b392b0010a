// Institutions and persons a command is about: named once by a pseudonym, whose name and number are values of a party. Named in a
// closed proceeding alone they are hidden: to whoever does not read that, there are none. Named openly they are hidden no more.
import type { SubjectAttributes } from '../../schemas/command.ts';
import type { FieldValues } from '../../schemas/field.ts';
import type { DepartmentId, ProceedingId, SubjectId } from '../../schemas/ids.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { caseOf, emit, Rejection, type UnderWay } from '../decision-under-way.ts';
import type { Proceeding } from '../state.ts';
import { isClosed, isNamedOpenly, knowsSubject } from '../who-is-told.ts';

const NAMED = '/subjects/';
/** As many as one entry can carry to another case when the case is split, and as a command can be decided on at once. */
export const MOST_SUBJECTS = 1_000;

/** From this number on subjects are numbered that are named in a closed proceeding first, below it all others. */
export const HIDDEN_FROM = 1_000;

/** The closed proceedings in which a command speaks of a subject; `undefined` where all of the case may know. */
export type Where = (subject: SubjectId) => readonly ProceedingId[] | undefined;
export const OPENLY: Where = () => undefined;

/** Where what is said in these proceedings is said: openly, if one of them is closed to nobody. */
export const saidIn = ({ context: { law } }: UnderWay, all: readonly Proceeding[]): Where => {
  const areClosed = all.every((p) => {
    const procedure = law.procedure(p.procedure, p.version);
    return procedure !== undefined && isClosed(procedure);
  });
  return areClosed ? () => all.map(({ proceeding }) => proceeding) : OPENLY;
};

/** Whether who acts may know of a subject of the case, or named it by this very command; a service acts for others. */
const isKnown = (work: UnderWay, subject: SubjectId): boolean => {
  const { actor, body } = work.command;
  const state = caseOf(work);
  const isOwn = body.newSubjects?.some((own) => own.subject === subject) === true;
  return 'department' in actor && !isOwn
    ? knowsSubject(state, work.context.law, subject, actor.department)
    : Object.hasOwn(state.subjects, subject);
};

/** A network has members, which are subjects of the case and no networks; nobody else has. */
export const requireMembers = (
  work: UnderWay,
  subject: SubjectId,
  { kind, members }: SubjectAttributes,
): void => {
  if ((kind === 'network') !== (members !== undefined))
    throw new Rejection('FIELD_REFUSED', ['members', subject]);
  const { subjects } = caseOf(work);
  const astray = (members ?? []).filter(
    (member, at) =>
      !isKnown(work, member) || subjects[member]?.kind === 'network' || members?.indexOf(member) !== at,
  );
  if (astray.length > 0) throw new Rejection('FIELD_REFUSED', ['members', ...astray]);
  const inAll = Object.entries(subjects).reduce(
    (sum, [id, other]) => sum + (id === subject ? 0 : (other.members?.length ?? 0)),
    members?.length ?? 0,
  );
  if (members && inAll > MOST_SUBJECTS) throw new Rejection('SUBJECTS_TOO_MANY', [String(MOST_SUBJECTS)]);
};

const name = (
  work: UnderWay,
  subject: SubjectId,
  attributes: SubjectAttributes,
  closed: ProceedingId | undefined,
  by?: DepartmentId,
): void =>
  emit(work, {
    kind: 'subject',
    type: 'subject-named',
    subject,
    attributes,
    ...(by ? { by } : {}),
    ...(closed ? { in: closed } : {}),
  });

/** Subjects whom a value is given for. */
const valued = (paths: readonly string[]): SubjectId[] =>
  paths.flatMap((path) => (path.startsWith(NAMED) ? [path.slice(NAMED.length)] : []));

/** Names hidden subjects where they are spoken of now, with the members of a network; all of the case or more of its readers may know. */
export const nameAgain = (work: UnderWay, spokenOf: readonly SubjectId[], where: Where): void => {
  const { subjects } = caseOf(work);
  for (const subject of new Set(spokenOf.flatMap((id) => [id, ...(subjects[id]?.members ?? [])])))
    for (const closed of where(subject) ?? [undefined]) {
      const attributes = subjects[subject];
      const { hidden } = caseOf(work);
      const isSaid = closed === undefined ? false : hidden[subject]?.includes(closed);
      if (attributes && !isNamedOpenly(caseOf(work), subject) && !isSaid)
        name(work, subject, attributes, closed);
    }
};

/**
 * On the record what is named openly and what is not have numbers of their own, or whoever named one that is taken would learn of a
 * subject that to it is none.
 */
const isNumberedFor = ({ context }: UnderWay, subject: SubjectId, where: Where): boolean =>
  context.clock !== 'real' || Number(subject.slice(1)) >= HIDDEN_FROM === (where(subject) !== undefined);

const nameNew = (work: UnderWay, where: Where): void => {
  const { actor, body } = work.command;
  const by = 'department' in actor ? actor.department : undefined;
  const { newSubjects = [] } = body;
  const known = Object.keys(caseOf(work).subjects).length;
  if (newSubjects.length > 0 && known + newSubjects.length > MOST_SUBJECTS)
    throw new Rejection('SUBJECTS_TOO_MANY', [String(MOST_SUBJECTS)]);
  for (const { subject, ...attributes } of newSubjects) {
    if (!isNumberedFor(work, subject, where) || Object.hasOwn(caseOf(work).subjects, subject))
      throw new Rejection('FIELD_REFUSED', ['newSubjects', subject]);
    name(work, subject, attributes, where(subject)?.[0], by);
  }
  for (const { subject, ...attributes } of newSubjects) requireMembers(work, subject, attributes);
};

/** What values are given for, at paths of a command or under a step of it, which whoever acts must know of. */
export const refuseStrangers = (work: UnderWay, paths: readonly string[]): readonly SubjectId[] => {
  const named = valued(paths);
  const strangers = named.filter((subject) => !isKnown(work, subject));
  if (strangers.length > 0)
    throw new Rejection(
      'FIELD_REFUSED',
      strangers.map((subject) => `${NAMED}${subject}`),
    );
  return named;
};

/** Those that fields of a procedure name, of whom whoever acts must know. */
export const namedInFields = (
  work: UnderWay,
  { fields: declared }: Procedure,
  said: FieldValues,
): readonly SubjectId[] =>
  Object.entries(said).flatMap(([field, value]) => {
    if (declared[field]?.kind !== 'subject') return [];
    const named = [value].flat() as SubjectId[];
    const strangers = named.filter((subject) => !isKnown(work, subject));
    if (strangers.length > 0) throw new Rejection('FIELD_REFUSED', [field, ...strangers]);
    return named;
  });

/**
 * Names the new subjects of a command, and refuses what speaks of one that nobody named, or named to who acts: a pseudonym taken
 * already, a subject acted on or a value given for one that the case does not have.
 */
export const nameSubjects = (work: UnderWay, where: Where): void => {
  const { subjects = [], newSubjects = [], attributes = {} } = work.command.body;
  nameNew(work, where);
  const unknown = subjects.filter((subject) => !isKnown(work, subject));
  if (unknown.length > 0) throw new Rejection('FIELD_REFUSED', ['subjects', ...unknown]);
  const named = refuseStrangers(work, Object.keys(work.command.commitments));
  const members = [...newSubjects, attributes].flatMap((one) => one.members ?? []);
  nameAgain(work, [...newSubjects.map(({ subject }) => subject), ...subjects, ...named, ...members], where);
};
