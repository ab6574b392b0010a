// Which marks a proceeding carries: of the state it stands in, of what was done in it, and of what grew out of it.
import type { Law } from '../law/law.ts';
import { remember } from '../law/remember.ts';
import { type Test, testsIn } from '../schemas/condition.ts';
import type { SubjectId } from '../schemas/ids.ts';
import type { State } from '../schemas/procedure.ts';
import { procedureOf } from './decision-under-way.ts';
import { countedWith } from './joining/words.ts';
import { areOneParty } from './one-party.ts';
import { isOfKind } from './register/former-body.ts';
import {
  type Around,
  childrenOf,
  isLike,
  isOwn,
  neighbours,
  type Situation,
  subjectsOf,
} from './situation.ts';
import type { Proceeding } from './state.ts';

type Like = NonNullable<NonNullable<State['marksPassTo']>['each']>;
type About = ReadonlySet<string | undefined>;

type Mark = Extract<Test, { marked: unknown }>['marked'];

/** Marks that conditions of a law ask about by such a test; read once for a law. */
export const marksIn = (askedBy: (test: Test) => Mark | undefined): ((law: Law) => ReadonlySet<string>) =>
  remember(
    ({ procedures }: Law) =>
      new Set(
        procedures
          .flatMap(({ conditions }) => Object.values(conditions))
          .flatMap((condition) => testsIn(condition.if))
          .flatMap((test) => askedBy(test)?.mark ?? []),
      ),
  );

/** Marks that keep other proceedings waiting for as long as a proceeding carries one; not those that keep one department from a step. */
export const marksWaitedFor = marksIn((test) =>
  'noneMarked' in test && test.noneMarked.held === undefined ? test.noneMarked : undefined,
);

const stateOf = (s: Around, p: Proceeding) => procedureOf(s.law, p).states[p.state];

/** Whether the last step that speaks of a mark leaves it; `undefined` where none does. */
const saidBySteps = (s: Around, p: Proceeding, mark: string): boolean | undefined => {
  const { commands } = procedureOf(s.law, p);
  const spoken = p.steps.flatMap(({ command }) => {
    const { leaves = [], lifts = [] } = commands[command] ?? {};
    return leaves.includes(mark) ? [true] : lifts.includes(mark) ? [false] : [];
  });
  return spoken.at(-1);
};

/** Whether a step of it left a mark after the last of a command of the one that asks. */
const isLeftSince = (s: Situation, p: Proceeding, { mark, since }: Mark): boolean => {
  if (since === undefined) return true;
  const last = s.proceeding?.steps.findLast(({ command }) => command === since)?.sequence ?? 0;
  return saidBySteps(s, { ...p, steps: p.steps.filter(({ sequence }) => sequence > last) }, mark) === true;
};

/** What one that moved carries now, as the case it went to has said; until then what it carried when it left. */
const saidElsewhere = ({ state }: Around, { proceeding, moved }: Proceeding): readonly string[] | undefined =>
  moved && state?.marksElsewhere[moved.to]?.standings[proceeding]?.marks;

/** Whether somebody that it concerns has none yet of those it passes its marks to. */
const isLeft = (s: Around, { concerns }: Proceeding, each: Like | undefined, about: About): boolean => {
  if (each === undefined) return false;
  const like = subjectsOf(s).filter((subject) => isLike(s.state?.subjects ?? {}, subject, each));
  const own = like.filter((subject) => concerns?.includes(subject));
  return (own.length > 0 ? own : like).some((subject) => !about.has(subject));
};

/**
 * Whether a proceeding carries a mark itself, or those that it passes its marks to do once they stand for every subject; asked for one
 * subject, that of it says so as soon as there is one.
 */
export const carries = (s: Around, p: Proceeding, mark: string, subject?: string): boolean => {
  const elsewhere = saidElsewhere(s, p);
  if (elsewhere) return elsewhere.includes(mark);
  const said = saidBySteps(s, p, mark);
  if (said !== undefined) return said;
  const { marks = [], marksPassTo } = stateOf(s, p) ?? {};
  // Nobody waits for what nothing more is to come of.
  if (!marks.includes(mark) || (p.waived && marksWaitedFor(s.law).has(mark))) return false;
  if (marksPassTo === undefined) return true;
  const heirs = childrenOf(s, p).filter(({ procedure }) => procedure === marksPassTo.procedure);
  const own =
    subject === undefined
      ? []
      : heirs.filter((heir) => areOneParty(s.state?.subjects ?? {}, heir.subject, subject));
  if (own.length > 0) return own.some((heir) => carries(s, heir, mark));
  const about = new Set(heirs.map((heir) => heir.subject));
  const isPassed = heirs.length > 0 && (about.has(undefined) || !isLeft(s, p, marksPassTo.each, about));
  return !isPassed || heirs.some((heir) => carries(s, heir, mark));
};

/** Whether one in another case is about whom is asked of, by the names that both cases have; one about no single subject is about each. */
const isAbout = (
  { proceeding, subject, state }: Situation,
  shared: ReadonlySet<SubjectId>,
  about: SubjectId | undefined,
  same: boolean,
): boolean => {
  const mine = proceeding?.subject ?? subject;
  const isMine = (one: SubjectId | undefined): boolean => areOneParty(state?.subjects ?? {}, mine, one);
  if (same) return isMine(about) && (about === undefined || shared.has(about));
  const theirs = [...shared].filter((one) => about === undefined || about === one);
  return mine === undefined ? theirs.length > 0 : theirs.some(isMine);
};

/** Whether its roles are held as is asked for. */
const isHeldSo = (s: Situation, { roles }: Proceeding, { held = {}, role }: Mark): boolean => {
  const mine = s.proceeding ?? s.opening;
  return (
    Object.entries(held).every(([theirs, ours]) =>
      (roles[theirs] ?? []).some((department) => mine?.roles[ours]?.includes(department)),
    ) &&
    (role === undefined ||
      (roles[role.role] ?? []).some((department) => isOfKind(s.law, department, role.bodies, s.occurredAt)))
  );
};

/** Cases count with those they were split from and joined with; whose a proceeding there is nobody says, so nothing there is one's own. */
const isMarkedElsewhere = (
  s: Situation,
  { mark, procedure, of, own, held, same, joined, moved }: Mark,
): boolean =>
  s.state !== null &&
  of !== 'children' &&
  own !== true &&
  moved !== true &&
  held === undefined &&
  countedWith(s.state).some(({ word, shared }) =>
    Object.values(word.standings).some(
      (one) =>
        one.moved !== true &&
        one.marks.includes(mark) &&
        (procedure === undefined || one.procedure === procedure) &&
        (of === 'case' ||
          (joined === true && shared.size === 0) ||
          isAbout(s, shared, one.subject, same === true)),
    ),
  );

export const isAnyMarked = (s: Situation, asked: Mark): boolean => {
  const { mark, procedure, of, own, same, moved } = asked;
  const mine = s.proceeding?.subject ?? s.subject;
  return (
    neighbours(s, of).some(
      (o) =>
        (procedure === undefined || o.procedure === procedure) &&
        (moved !== true || o.moved !== undefined) &&
        (same !== true || areOneParty(s.state?.subjects ?? {}, o.subject, mine)) &&
        (own !== true || isOwn(s, o)) &&
        isHeldSo(s, o, asked) &&
        isLeftSince(s, o, asked) &&
        carries(s, o, mark, of === 'subject' ? mine : undefined),
    ) || isMarkedElsewhere(s, asked)
  );
};
