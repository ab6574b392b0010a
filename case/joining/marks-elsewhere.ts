// What a proceeding carries counts in every case that it counts in: in the one it was split off from, and in those its case is joined to.
// A mark is neither shed by a split nor left behind by it: the entry that changes one says so, and the relay has the other cases note it,
// each in an entry that nobody is told of.
import type { Law } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import { testsIn } from '../../schemas/condition.ts';
import { BUS, type CaseId, type ProceedingId } from '../../schemas/ids.ts';
import { caseOf, emit, procedureOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { carries } from '../marks.ts';
import { childrenOf } from '../situation.ts';
import { type CaseState, joinedInto, type Proceeding } from '../state.ts';
import { isClosed } from '../who-is-told.ts';

/** Marks that conditions of other proceedings ask about. */
const marksAsked = remember((law: Law): readonly string[] => [
  ...new Set(
    law.procedures
      .flatMap(({ conditions }) => Object.values(conditions))
      .flatMap((condition) => testsIn(condition.if))
      .flatMap((test) =>
        'noneMarked' in test ? [test.noneMarked.mark] : 'marked' in test ? [test.marked.mark] : [],
      ),
  ),
]);

const joinedWith = (state: CaseState): readonly CaseId[] => [
  ...[joinedInto(state)?.case ?? []].flat(),
  ...Object.keys(state.joinedCases),
];

/** Cases in which something of this one counts too. */
export const countsIn = (state: CaseState): readonly CaseId[] => [
  ...new Set([
    ...joinedWith(state),
    ...Object.values(state.proceedings).flatMap(({ arrived }) => arrived?.from.case ?? []),
  ]),
];

/** What it carries, or anything that grew out of it and that others see no less of; asked for all alike. */
const marksOf = (law: Law, state: CaseState, p: Proceeding): readonly string[] => {
  const all = { law, state, procedure: procedureOf(law, p), by: { department: BUS } } as const;
  const line = (one: Proceeding): readonly Proceeding[] =>
    isClosed(procedureOf(law, one)) ? [] : [one, ...childrenOf(all, one).flatMap(line)];
  const grown = line(p);
  return marksAsked(law).filter((mark) => grown.some((one) => carries(all, one, mark)));
};

type Standing = ReadonlyMap<ProceedingId, readonly string[]>;
const NOWHERE: Standing = new Map();

/** Of each proceeding that counts elsewhere what it carries; of one that others see less of nothing is said. */
const standingOf = remember((law: Law) =>
  remember((state: CaseState): Standing => {
    const isJoined = joinedWith(state).length > 0;
    const counted = Object.values(state.proceedings).filter(
      (p) => (isJoined || p.arrived !== undefined) && !isClosed(procedureOf(law, p)),
    );
    return new Map(counted.map((p) => [p.proceeding, state.voided ? [] : marksOf(law, state, p)]));
  }),
);

/** Says what changed by a decision; of what came by it or stood there before it was joined, what is carried at all. */
export const tellMarks = (work: UnderWay, before: CaseState | null): void => {
  if (work.state === null || work.events.length === 0 || countsIn(work.state).length === 0) return;
  const { law } = work.context;
  const was = before === null ? NOWHERE : standingOf(law)(before);
  for (const [of, marks] of standingOf(law)(work.state)) {
    const cameNow = before === null || !Object.hasOwn(before.proceedings, of);
    const known = was.get(of) ?? (cameNow && caseOf(work).proceedings[of]?.arrived ? marks : []);
    if (known.join() !== marks.join())
      emit(work, { kind: 'standing', type: 'marks-changed', of, marks: [...marks] });
  }
};

/** `note-marks {from}`: what the entry that it names says of proceedings that count here; the newest word of each holds. */
export const noteMarks = (work: UnderWay): void => {
  const { from } = work.command.body;
  const told = work.context.other?.standings.filter((one) => one.in === from?.sequence) ?? [];
  if (!from || told.length === 0) throw new Rejection('CASE_NOT_FOUND', ['from']);
  const own = caseOf(work);
  const isJoined = joinedWith(own).includes(from.case);
  const noted = own.marksElsewhere[from.case] ?? {};
  const fresh = told.filter(
    ({ of }) =>
      (isJoined || own.proceedings[of]?.moved?.to === from.case) && from.sequence > (noted[of]?.in ?? 0),
  );
  if (fresh.length === 0) throw new Rejection('MOMENT_STALE');
  emit(work, {
    kind: 'standing-noted',
    type: 'marks-noted',
    from,
    standings: fresh.map(({ of, procedure, marks }) => ({ of, procedure, marks: [...marks] })),
  });
};
