// Institutions and persons a command is about: named once by a pseudonym, whose name and number are values of a party.
import type { SubjectAttributes } from '../../schemas/command.ts';
import type { SubjectId } from '../../schemas/ids.ts';
import { caseOf, emit, Rejection, type UnderWay } from '../decision-under-way.ts';

const NAMED = '/subjects/';
/** As many as one entry can carry to another case when the case is split, and as a command can be decided on at once. */
export const MOST_SUBJECTS = 1_000;

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
      subjects[member] === undefined ||
      subjects[member].kind === 'network' ||
      members?.indexOf(member) !== at,
  );
  if (astray.length > 0) throw new Rejection('FIELD_REFUSED', ['members', ...astray]);
  const inAll = Object.entries(subjects).reduce(
    (sum, [id, other]) => sum + (id === subject ? 0 : (other.members?.length ?? 0)),
    members?.length ?? 0,
  );
  if (members && inAll > MOST_SUBJECTS) throw new Rejection('SUBJECTS_TOO_MANY', [String(MOST_SUBJECTS)]);
};

/**
 * Names the new subjects of a command, and refuses what speaks of one that nobody named: a pseudonym taken already, a subject
 * acted on or a value given for one that the case does not have.
 */
export const nameSubjects = (work: UnderWay): void => {
  const { body, commitments, actor } = work.command;
  const by = 'department' in actor ? { by: actor.department } : {};
  const { newSubjects = [] } = body;
  const known = Object.keys(caseOf(work).subjects).length;
  if (newSubjects.length > 0 && known + newSubjects.length > MOST_SUBJECTS)
    throw new Rejection('SUBJECTS_TOO_MANY', [String(MOST_SUBJECTS)]);
  for (const { subject, ...attributes } of newSubjects) {
    if (Object.hasOwn(caseOf(work).subjects, subject))
      throw new Rejection('FIELD_REFUSED', ['newSubjects', subject]);
    emit(work, { kind: 'subject', type: 'subject-named', subject, attributes, ...by });
  }
  for (const { subject, ...attributes } of newSubjects) requireMembers(work, subject, attributes);
  const { subjects } = caseOf(work);
  const unknown = (body.subjects ?? []).filter((subject) => !Object.hasOwn(subjects, subject));
  if (unknown.length > 0) throw new Rejection('FIELD_REFUSED', ['subjects', ...unknown]);
  const strangers = Object.keys(commitments).filter(
    (path) => path.startsWith(NAMED) && !Object.hasOwn(subjects, path.slice(NAMED.length)),
  );
  if (strangers.length > 0) throw new Rejection('FIELD_REFUSED', strangers);
};
