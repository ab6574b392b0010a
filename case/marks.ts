// Which marks a proceeding carries: of the state it stands in, of what was done in it, and of what grew out of it.
import type { Test } from '../schemas/condition.ts';
import { procedureOf } from './decision-under-way.ts';
import { childrenOf, isLike, neighbours, type Situation } from './situation.ts';
import type { Proceeding } from './state.ts';

const stateOf = (s: Situation, p: Proceeding) => procedureOf(s.law, p).states[p.state];

/** Whether the last step that speaks of a mark leaves it; `undefined` where none does. */
const saidBySteps = (s: Situation, { steps, ...p }: Proceeding, mark: string): boolean | undefined => {
  const { commands } = procedureOf(s.law, p);
  const spoken = steps.flatMap(({ command }) => {
    const { leaves = [], lifts = [] } = commands[command] ?? {};
    return leaves.includes(mark) ? [true] : lifts.includes(mark) ? [false] : [];
  });
  return spoken.at(-1);
};

/** Whether a proceeding carries a mark itself, or those that it passes its marks to do once they stand for every subject. */
const carries = (s: Situation, p: Proceeding, mark: string): boolean => {
  const said = saidBySteps(s, p, mark);
  if (said !== undefined) return said;
  const { marks = [], marksPassTo } = stateOf(s, p) ?? {};
  if (!marks.includes(mark)) return false;
  if (marksPassTo === undefined) return true;
  const heirs = childrenOf(s, p).filter(({ procedure }) => procedure === marksPassTo.procedure);
  const about = new Set(heirs.map(({ subject }) => subject));
  const { each } = marksPassTo;
  const isLeft =
    each !== undefined &&
    Object.keys(s.state?.subjects ?? {}).some((subject) => isLike(s, subject, each) && !about.has(subject));
  const isPassed = heirs.length > 0 && (about.has(undefined) || !isLeft);
  return !isPassed || heirs.some((heir) => carries(s, heir, mark));
};

type Mark = Extract<Test, { marked: unknown }>['marked'];

export const isAnyMarked = (s: Situation, { mark, procedure, of }: Mark): boolean =>
  neighbours(s, of).some(
    (o) => (procedure === undefined || o.procedure === procedure) && carries(s, o, mark),
  );
