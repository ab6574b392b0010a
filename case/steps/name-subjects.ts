// Institutions and persons a command is about: named once by a pseudonym, whose name and number are values of a party.
import { caseOf, emit, Rejection, type UnderWay } from '../decision-under-way.ts';

const NAMED = '/subjects/';
/** As many as one entry can carry to another case when the case is split, and as a command can be decided on at once. */
export const MOST_SUBJECTS = 1_000;

/**
 * Names the new subjects of a command, and refuses what speaks of one that nobody named: a pseudonym taken already, a subject
 * acted on or a value given for one that the case does not have.
 */
export const nameSubjects = (work: UnderWay): void => {
  const { body, commitments } = work.command;
  const { newSubjects = [] } = body;
  const known = Object.keys(caseOf(work).subjects).length;
  if (newSubjects.length > 0 && known + newSubjects.length > MOST_SUBJECTS)
    throw new Rejection('SUBJECTS_TOO_MANY', [String(MOST_SUBJECTS)]);
  for (const { subject, ...attributes } of newSubjects) {
    if (Object.hasOwn(caseOf(work).subjects, subject))
      throw new Rejection('FIELD_REFUSED', ['newSubjects', subject]);
    emit(work, { kind: 'subject', type: 'subject-named', subject, attributes });
  }
  const { subjects } = caseOf(work);
  const unknown = (body.subjects ?? []).filter((subject) => !Object.hasOwn(subjects, subject));
  if (unknown.length > 0) throw new Rejection('FIELD_REFUSED', ['subjects', ...unknown]);
  const strangers = Object.keys(commitments).filter(
    (path) => path.startsWith(NAMED) && !Object.hasOwn(subjects, path.slice(NAMED.length)),
  );
  if (strangers.length > 0) throw new Rejection('FIELD_REFUSED', strangers);
};
