// Which proceedings no split may part: where a rule of the one looks at the other, or moves it, both must be in one case, or a split
// would shed a rule. Read off the procedures.
import type { Law } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import { type Test, testsIn } from '../../schemas/condition.ts';
import type { Procedure } from '../../schemas/procedure.ts';
import { procedureOf } from '../decision-under-way.ts';
import { areOneParty } from '../one-party.ts';
import type { CaseState, Proceeding } from '../state.ts';
import { areAboutTheSame } from '../steps/about-whom.ts';
import { isClosed } from '../who-is-told.ts';

const carries = (procedure: Procedure, mark: string): boolean =>
  Object.values(procedure.states).some(({ marks }) => marks?.includes(mark)) ||
  Object.values(procedure.commands).some(({ leaves }) => leaves?.includes(mark));

const counts = (
  { fields }: Procedure,
  { field, less = field }: { field: string; less?: string | undefined },
): boolean => Object.hasOwn(fields, field) || Object.hasOwn(fields, less);

/** How two proceedings stand to each other: whether one grew out of the other, and whether they can be, or are, about the same subject. */
type Near = { readonly related: boolean; readonly shares: boolean; readonly isSame: boolean };

const isNear = ({ related, shares }: Near, of: 'children' | 'subject' | 'case'): boolean =>
  of === 'case' || related || (of === 'subject' && shares);

/** Whether a test of one procedure looks at a proceeding of another. */
const looksAt = (one: Procedure, test: Test, other: Procedure, near: Near): boolean => {
  const { related, shares } = near;
  if ('happened' in test) return related && test.happened.in !== undefined;
  if ('never' in test) return related && test.never.in !== undefined;
  if ('noneOpen' in test)
    return (test.noneOpen.procedure ?? one.procedure) === other.procedure && isNear(near, test.noneOpen.of);
  if ('others' in test) return shares && other.procedure === one.procedure;
  if ('sum' in test) return (related || (shares && test.sum.of === 'subject')) && counts(other, test.sum);
  return 'children' in test && (related || shares) && test.children.procedure === other.procedure;
};

/** Whether a test asks for a mark that the other may carry; what keeps one department from a step of its own binds nothing. */
const asksMarkOf = (test: Test, other: Procedure, near: Near): boolean => {
  const asked = 'noneMarked' in test ? test.noneMarked : 'marked' in test ? test.marked : undefined;
  if (
    asked === undefined ||
    asked.held !== undefined ||
    (asked.procedure ?? other.procedure) !== other.procedure
  )
    return false;
  return isNear(near, asked.of) && (asked.same !== true || near.isSame) && carries(other, asked.mark);
};

/** Conditions of steps, ways and clocks, not those asked before something is opened beside alone. */
const ofSteps = remember(
  ({ commands, states, always = {}, clocks }: Procedure): ReadonlySet<string> =>
    new Set([
      ...Object.values(commands).flatMap(({ when = [], also = [] }) => [
        ...when,
        ...also.flatMap((one) => one.when ?? []),
      ]),
      ...[always, ...Object.values(states).map(({ on = {} }) => on)].flatMap((on) =>
        Object.values(on).flatMap(({ when = [] }) => when),
      ),
      ...Object.values(clocks).flatMap(({ where = [] }) => where),
    ]),
);

/** What is asked before a closed one is opened is asked again when that order is taken, and binds nothing. */
const asks = (one: Procedure, other: Procedure, how: (test: Test) => boolean): boolean =>
  Object.entries(one.conditions).some(
    ([id, condition]) => (!isClosed(other) || ofSteps(one).has(id)) && testsIn(condition.if).some(how),
  );

/** What moves each of a kind moves those that are in the case: one that left it is moved in its own. */
const moves = (one: Procedure, other: Procedure): boolean =>
  Object.values(one.commands).some(({ also = [] }) =>
    also.some(({ procedure, each }) => procedure === other.procedure && each === undefined),
  );

const passesMarksTo = ({ states }: Procedure, other: Procedure): boolean =>
  Object.values(states).some(({ marksPassTo }) => marksPassTo?.procedure === other.procedure);

/** Opened by the breach of a limit there: it falls with that. */
const restsOn = ({ breach = '' }: Proceeding, { proceeding }: Proceeding): boolean =>
  breach.startsWith(`${proceeding}/`);

/** Whether the rules of a procedure keep it from leaving another behind; read once for each pair and each way they may stand. */
const bindings = remember((one: Procedure) =>
  remember((other: Procedure) => {
    const bind = (near: Near): boolean =>
      asks(one, other, (test) => looksAt(one, test, other, near) || asksMarkOf(test, other, near)) ||
      asks(other, one, (test) => looksAt(other, test, one, near)) ||
      ((near.related || near.shares) && (moves(one, other) || moves(other, one)));
    const known = new Map<string, boolean>();
    return (near: Near): boolean => {
      const way = Object.values(near).join();
      const found = known.get(way) ?? bind(near);
      known.set(way, found);
      return found;
    };
  }),
);

/**
 * Whether a proceeding may not leave another behind. What stays is told of the marks of what left; what left is told of none that stay,
 * and therefore does not leave what it asks. Beside that each goes its own way where the other is about another subject and neither
 * grew out of the other.
 */
export const areBound = (
  law: Law,
  { subjects }: Pick<CaseState, 'subjects'>,
  leaves: Proceeding,
  stays: Proceeding,
): boolean => {
  const related = leaves.parent === stays.proceeding || stays.parent === leaves.proceeding;
  const near = {
    related,
    shares: areAboutTheSame({ subjects }, leaves, stays),
    isSame: areOneParty(subjects, leaves.subject, stays.subject),
  };
  const [one, other] = [procedureOf(law, leaves), procedureOf(law, stays)];
  return (
    restsOn(leaves, stays) ||
    restsOn(stays, leaves) ||
    bindings(one)(other)(near) ||
    (stays.parent === leaves.proceeding && passesMarksTo(one, other))
  );
};
