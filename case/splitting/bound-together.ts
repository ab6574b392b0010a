// Which proceedings no split may part: where a rule of the one looks at the other, or moves it, both must be in one case, or a split
// would shed a rule. Read off the procedures.
import type { Law } from '../../law/law.ts';
import type { Test } from '../../schemas/condition.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { procedureOf } from '../decision-under-way.ts';
import type { Proceeding } from '../state.ts';

const carries = (procedure: Procedure, mark: string): boolean =>
  Object.values(procedure.states).some(({ marks }) => marks?.includes(mark)) ||
  Object.values(procedure.commands).some(({ leaves }) => leaves?.includes(mark));

const counts = (
  { fields }: Procedure,
  { field, less = field }: { field: string; less?: string | undefined },
): boolean => Object.hasOwn(fields, field) || Object.hasOwn(fields, less);

/** Whether a test looks at a proceeding of another procedure; `related`: one grew out of the other. */
const looksAt = (test: Test, other: Procedure, related: boolean): boolean => {
  if ('allOf' in test) return test.allOf.some((one) => looksAt(one, other, related));
  if ('anyOf' in test) return test.anyOf.some((one) => looksAt(one, other, related));
  if ('happened' in test) return related && test.happened.in !== undefined;
  if ('never' in test) return related && test.never.in !== undefined;
  if ('noneOpen' in test) return test.noneOpen.procedure === other.procedure;
  if ('noneMarked' in test) return carries(other, test.noneMarked.mark);
  if ('sum' in test) return (related || test.sum.of === 'subject') && counts(other, test.sum);
  if ('marked' in test) return carries(other, test.marked.mark);
  return 'children' in test && test.children.procedure === other.procedure;
};

/** What moves each of a kind moves those that are in the case: one that left it is moved in its own. */
const dependsOn = (one: Procedure, other: Procedure, related: boolean): boolean =>
  Object.values(one.conditions).some((condition) => looksAt(condition.if, other, related)) ||
  Object.values(one.commands).some(({ also = [] }) =>
    also.some(({ procedure, each }) => procedure === other.procedure && each === undefined),
  );

const mayShareSubject = (a: Proceeding, b: Proceeding): boolean =>
  a.subject === undefined || b.subject === undefined || a.subject === b.subject;

/** Whether two proceedings must stay in one case. Of different subjects each goes its own way, save where one grew out of the other. */
export const areBound = (law: Law, a: Proceeding, b: Proceeding): boolean => {
  const related = a.parent === b.proceeding || b.parent === a.proceeding;
  if (!related && !mayShareSubject(a, b)) return false;
  const [one, other] = [procedureOf(law, a), procedureOf(law, b)];
  return dependsOn(one, other, related) || dependsOn(other, one, related);
};
