// Institutions and persons a command is about: named once by a pseudonym, whose name and number are values of a party.
import { caseOf, emit, Rejection, type UnderWay } from '../decision-under-way.ts';

const NAMED = '/subjects/';

/**
 * Names the new subjects of a command, and refuses what speaks of one that nobody named: a pseudonym taken already, a subject
 * acted on or a value given for one that the case does not have.
 */
export const nameSubjects = (work: UnderWay): void => {
  const { body, commitments, actor } = work.command;
  const by = 'department' in actor ? { by: actor.department } : {};
  for (const { subject, ...attributes } of body.newSubjects ?? []) {
    if (Object.hasOwn(caseOf(work).subjects, subject))
      throw new Rejection('FIELD_REFUSED', ['newSubjects', subject]);
    emit(work, { kind: 'subject', type: 'subject-named', subject, attributes, ...by });
  }
  const { subjects } = caseOf(work);
  const unknown = (body.subjects ?? []).filter((subject) => !Object.hasOwn(subjects, subject));
  if (unknown.length > 0) throw new Rejection('FIELD_REFUSED', ['subjects', ...unknown]);
  const strangers = Object.keys(commitments).filter(
    (path) => path.startsWith(NAMED) && !Object.hasOwn(subjects, path.slice(NAMED.length)),
  );
  if (strangers.length > 0) throw new Rejection('FIELD_REFUSED', strangers);
};
