// What a proceeding carries counts in every case that its own counts with: those it was split from or into, those it is joined with, and
// those that these count with. A mark is neither shed by a split nor left behind by it: the entry that changes one says so, and the relay
// has the other cases note it, each in an entry that nobody is told of, and tell it on.
import type { Law } from '../../law/law.ts';
import type { CaseWord } from '../../schemas/event.ts';
import { BUS, type CaseId, type ProceedingId } from '../../schemas/ids.ts';
import { caseOf, emit, procedureOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { carries, marksIn } from '../marks.ts';
import { childrenOf } from '../situation.ts';
import type { CaseState, Proceeding } from '../state.ts';
import { isClosed } from '../who-is-told.ts';
import { believes, closedTo, countedWith, freshOf, ownWord, tiesOf } from './words.ts';

/** Marks that conditions of other proceedings ask about. */
const marksAsked = marksIn((test) =>
  'noneMarked' in test ? test.noneMarked : 'marked' in test ? test.marked : undefined,
);

/** Of them, those that keep proceedings of the whole case, or of joined ones, waiting for as long as one carries them. */
const marksBarringAll = marksIn((test) =>
  'noneMarked' in test && (test.noneMarked.of === 'case' || test.noneMarked.joined)
    ? test.noneMarked
    : undefined,
);

/** Whether in the case, or in one that it counts with, something stands that others wait for. */
export const isWaitedFor = (law: Law, state: CaseState): boolean =>
  [...[ownWord(state) ?? []].flat(), ...countedWith(state).map(({ word }) => word)]
    .flatMap(({ standings }) => Object.values(standings))
    .some(({ marks }) => marks.some((mark) => marksBarringAll(law).has(mark)));

/** Cases that are told what this one says. */
export const countsIn = (state: CaseState): readonly CaseId[] => Object.keys(tiesOf(state));

/** What it carries, or anything that grew out of it and that others see no less of; asked for all alike. */
const marksOf = (law: Law, state: CaseState, p: Proceeding): readonly string[] => {
  const all = { law, state, procedure: procedureOf(law, p), by: { department: BUS } } as const;
  const line = (one: Proceeding): readonly Proceeding[] =>
    isClosed(procedureOf(law, one)) ? [] : [one, ...childrenOf(all, one).flatMap(line)];
  const grown = line(p);
  return [...marksAsked(law)].filter((mark) => grown.some((one) => carries(all, one, mark)));
};

type Said = { readonly of: ProceedingId; readonly marks: readonly string[] };

/** What each proceeding carries; nothing of one that others see less of, nor of one that a breach opened, which is about no matter. */
const standingsOf = (law: Law, state: CaseState): readonly Said[] =>
  Object.values(state.proceedings)
    .filter((p) => p.breach === undefined && !isClosed(procedureOf(law, p)))
    .map((p) => ({ of: p.proceeding, marks: state.voided ? [] : marksOf(law, state, p) }));

/** Says what is otherwise than it was said last: what came from elsewhere with all it carries, of the rest what carries anything. */
export const tellMarks = (work: UnderWay): void => {
  const { state, context, events } = work;
  if (state === null || events.length === 0) return;
  const said = ownWord(state);
  const [ties, tied] = [tiesOf(state), said?.ties ?? {}];
  if (Object.keys(ties).length + Object.keys(tied).length === 0) return;
  const stands = (one: CaseWord['ties'], closed: readonly string[]): string => JSON.stringify([one, closed]);
  const isAsSaid = stands(ties, closedTo(state)) === stands(tied, said?.closedTo ?? []);
  const changed = standingsOf(context.law, state).filter(({ of, marks }) => {
    const known = said?.standings[of]?.marks ?? (state.proceedings[of]?.arrived ? undefined : []);
    return known?.join() !== marks.join();
  });
  if (changed.length === 0 && isAsSaid) return;
  const standings = changed.map(({ of, marks }) => ({ of, marks: [...marks] }));
  emit(work, { kind: 'standing', type: 'marks-changed', standings });
};

/** `note-marks {from}`: what the entry that it names says of cases that count here; the newest word of each holds. */
export const noteMarks = (work: UnderWay): void => {
  const { from } = work.command.body;
  const told = work.context.other?.told.find((one) => one.in === from?.sequence);
  if (!from || !told) throw new Rejection('CASE_NOT_FOUND', ['from']);
  const own = caseOf(work);
  const words = believes(own, from.case) ? freshOf(own, told.words) : {};
  if (Object.keys(words).length === 0) throw new Rejection('MOMENT_STALE');
  emit(work, { kind: 'standing-noted', type: 'marks-noted', from, words });
};
