// Whom a command is about: whoever it names, else whom its proceeding is about; and where somebody has the rights of a party, never
// nobody on the record. A rehearsal plays what was published, which may name none.
import type { SubjectId } from '../../schemas/ids.ts';
import type { ProcedureCommand } from '../../schemas/procedure.ts';
import { caseOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { areOneParty, type Subjects } from '../one-party.ts';
import type { CaseState, Proceeding } from '../state.ts';

/** Subjects the command names, new ones among them. */
export const namedSubjects = ({ command: { body } }: Pick<UnderWay, 'command'>): readonly SubjectId[] =>
  body.subjects ?? body.newSubjects?.map(({ subject }) => subject) ?? [];

/** Subjects the command names, else whom the proceeding is about or was opened about. */
export const aboutOf = (work: UnderWay, p: Proceeding | undefined): readonly SubjectId[] => {
  const named = namedSubjects(work);
  if (named.length > 0) return named;
  return p?.subject ? [p.subject] : (p?.named ?? []);
};

type Concerning = Pick<Proceeding, 'subject' | 'concerns'>;

/** Whom a proceeding concerns; `undefined` where it may be anybody of the case. */
export const concernedBy = ({ subject, concerns }: Concerning): readonly SubjectId[] | undefined =>
  subject === undefined ? concerns : [subject];

/** Nothing that is said of one subject moves what is about another; what names nobody is about each. */
export const concernTheSame = (
  subjects: Subjects,
  ours: readonly SubjectId[] | undefined,
  theirs: readonly SubjectId[] | undefined,
): boolean =>
  ours === undefined ||
  theirs === undefined ||
  ours.some((our) => theirs.some((their) => areOneParty(subjects, our, their)));

export const areAboutTheSame = (
  { subjects }: Pick<CaseState, 'subjects'>,
  one: Concerning,
  other: Concerning,
): boolean => concernTheSame(subjects, concernedBy(one), concernedBy(other));

/** Whether nothing of it may be about nobody here. */
export const mustBeAboutSomebody = ({ context }: UnderWay, { ofParty }: ProcedureCommand): boolean =>
  ofParty === true && context.clock === 'real';

/**
 * Whom it is about where nobody is named: the only subject of the case, never a guess between several.
 * @throws Rejection FIELD_REQUIRED where somebody must be, and none is the only one
 */
export const onlyParty = (work: UnderWay, command: ProcedureCommand): readonly SubjectId[] => {
  if (!mustBeAboutSomebody(work, command)) return [];
  const all = Object.keys(caseOf(work).subjects);
  if (all.length !== 1) throw new Rejection('FIELD_REQUIRED', ['subjects']);
  return all;
};

/**
 * Whom a proceeding about nobody becomes about by this command, if anyone.
 * @throws Rejection FIELD_REFUSED where it names several, for one proceeding is about one
 */
export const becomesAbout = (
  work: UnderWay,
  p: Proceeding,
  command: ProcedureCommand,
): SubjectId | undefined => {
  if (p.subject !== undefined || command.ofParty !== true) return undefined;
  const named = aboutOf(work, p);
  const [subject, another] = named.length > 0 ? named : onlyParty(work, command);
  if (another !== undefined) throw new Rejection('FIELD_REFUSED', ['subjects']);
  return subject;
};
