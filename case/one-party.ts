// Who counts as one party: a network and its members. What is known of the one is known of the other, so nobody sheds a rule by another name.
import type { SubjectId } from '../schemas/ids.ts';
import type { CaseState } from './state.ts';

export type Subjects = CaseState['subjects'];

/** Members of a network, and those that were once said to be: a revision frees nobody of a rule. */
export const membersEver = ({
  members = [],
  formerly = [],
}: Subjects[SubjectId] = {}): readonly SubjectId[] => [...members, ...formerly];

const within = (subjects: Subjects, subject: SubjectId): readonly SubjectId[] => [
  subject,
  ...membersEver(subjects[subject]),
];

/** Whether two are the same, one is a member of the other, or both are networks with a member in common, or both are nobody. */
export const areOneParty = (
  subjects: Subjects,
  one: SubjectId | undefined,
  other: SubjectId | undefined,
): boolean => {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const theirs = within(subjects, other);
  return within(subjects, one).some((subject) => theirs.includes(subject));
};
