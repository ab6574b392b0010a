// Which marks a proceeding carries: of the state it stands in, of what was done in it, and of what grew out of it.
import type { Law } from '../law/law.ts';
import { remember } from '../law/remember.ts';
import { type Test, testsIn } from '../schemas/condition.ts';
import { procedureOf } from './decision-under-way.ts';
import { areOneParty } from './one-party.ts';
import { type Around, childrenOf, isLike, neighbours, type Situation, subjectsOf } from './situation.ts';
import type { Proceeding } from './state.ts';

/** Marks that keep other proceedings waiting for as long as a proceeding carries one. */
export const marksWaitedFor = remember(
  (law: Law): ReadonlySet<string> =>
    new Set(
      law.procedures
        .flatMap(({ conditions }) => Object.values(conditions))
        .flatMap((condition) => testsIn(condition.if))
        .flatMap((test) => ('noneMarked' in test ? [test.noneMarked.mark] : [])),
    ),
);

const stateOf = (s: Around, p: Proceeding) => procedureOf(s.law, p).states[p.state];

/** Whether the last step that speaks of a mark leaves it; `undefined` where none does. */
const saidBySteps = (s: Around, { steps, ...p }: Proceeding, mark: string): boolean | undefined => {
  const { commands } = procedureOf(s.law, p);
  const spoken = steps.flatMap(({ command }) => {
    const { leaves = [], lifts = [] } = commands[command] ?? {};
    return leaves.includes(mark) ? [true] : lifts.includes(mark) ? [false] : [];
  });
  return spoken.at(-1);
};

/** What one that moved carries now, as the case it went to has said; until then what it carried when it left. */
const saidElsewhere = ({ state }: Around, { proceeding, moved }: Proceeding): readonly string[] | undefined =>
  moved && state?.marksElsewhere[moved.to]?.[proceeding]?.marks;

/** Whether a proceeding carries a mark itself, or those that it passes its marks to do once they stand for every subject. */
export const carries = (s: Around, p: Proceeding, mark: string): boolean => {
  const elsewhere = saidElsewhere(s, p);
  if (elsewhere) return elsewhere.includes(mark);
  const said = saidBySteps(s, p, mark);
  if (said !== undefined) return said;
  const { marks = [], marksPassTo } = stateOf(s, p) ?? {};
  // Nobody waits for what nothing more is to come of.
  if (!marks.includes(mark) || (p.waived && marksWaitedFor(s.law).has(mark))) return false;
  if (marksPassTo === undefined) return true;
  const heirs = childrenOf(s, p).filter(({ procedure }) => procedure === marksPassTo.procedure);
  const about = new Set(heirs.map(({ subject }) => subject));
  const { each } = marksPassTo;
  const isLeft =
    each !== undefined &&
    subjectsOf(s).some((subject) => isLike(s.state?.subjects ?? {}, subject, each) && !about.has(subject));
  const isPassed = heirs.length > 0 && (about.has(undefined) || !isLeft);
  return !isPassed || heirs.some((heir) => carries(s, heir, mark));
};

type Mark = Extract<Test, { marked: unknown }>['marked'];

/** Joined cases count as one; who is who in them nobody says. */
const isMarkedInJoined = ({ state }: Situation, { mark, procedure }: Mark): boolean =>
  Object.values(state?.marksElsewhere ?? {})
    .flatMap((told) => Object.entries(told))
    .some(
      ([id, one]) =>
        state?.proceedings[id]?.moved?.to !== one.case &&
        (procedure === undefined || one.procedure === procedure) &&
        one.marks.includes(mark),
    );

export const isAnyMarked = (s: Situation, asked: Mark): boolean => {
  const { mark, procedure, of, own, same } = asked;
  const mine = s.proceeding?.subject ?? s.subject;
  return (
    neighbours(s, of).some(
      (o) =>
        (procedure === undefined || o.procedure === procedure) &&
        (same !== true || areOneParty(s.state?.subjects ?? {}, o.subject, mine)) &&
        (own !== true || Object.values(o.roles).flat().includes(s.by.department)) &&
        carries(s, o, mark),
    ) ||
    (of === 'case' && isMarkedInJoined(s, asked))
  );
};
