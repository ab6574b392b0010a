// What cases that count with each other know of one another: each keeps the newest word of every one, says its own, and tells on what it
// is told. Pure; folded with the case. Which of them count is read off the ties that they state, so one that was parted counts no more
// anywhere, and a word that comes twice is told on once.
import type { CaseEvent, CaseWord } from '../../schemas/event.ts';
import type { CaseId, DepartmentId, SubjectId } from '../../schemas/ids.ts';
import { type CaseState, joinedInto } from '../state.ts';

type Ties = CaseWord['ties'];
type Places = Pick<CaseState, 'joinTurns' | 'joinedCases'>;

/** Cases this one is joined to, or that are joined to it. */
const joinedWith = (state: Places): readonly CaseId[] => [
  ...[joinedInto(state)?.case ?? []].flat(),
  ...Object.keys(state.joinedCases),
];

/** Where something of this one went on, or came from, with the subjects that went along: in both they have one name. */
const splitFrom = ({ proceedings }: CaseState): readonly (readonly [CaseId, readonly SubjectId[]])[] =>
  Object.values(proceedings).flatMap(({ moved, arrived }) => [
    ...(moved ? [[moved.to, Object.keys(moved.subjects)] as const] : []),
    ...(arrived ? [[arrived.from.case, arrived.subjects] as const] : []),
  ]);

/** Cases whose word this one takes. */
export const believes = (state: CaseState, id: CaseId): boolean =>
  joinedWith(state).includes(id) || splitFrom(state).some(([other]) => other === id);

/**
 * Cases that it counts with, each with the subjects that both know by one name: none in joined ones, where nobody says who is who. What
 * was split off counts from its first word on; before that the entry that splits would tell its readers of what stays.
 */
export const tiesOf = (state: CaseState): Ties => {
  const ties = new Map<CaseId, readonly SubjectId[]>(joinedWith(state).map((id) => [id, []]));
  for (const [id, subjects] of splitFrom(state)) {
    const isThere = Object.hasOwn(state.marksElsewhere, id);
    const isOrigin = Object.values(state.proceedings).some(({ arrived }) => arrived?.from.case === id);
    if (!isThere && !isOrigin) continue;
    const open = subjects.filter((subject) => !Object.hasOwn(state.hidden, subject));
    ties.set(id, [...new Set([...(ties.get(id) ?? []), ...open])]);
  }
  return Object.fromEntries([...ties].map(([id, subjects]) => [id, [...subjects].toSorted()]));
};

/** From whom it is restricted, for the cases joined with it to know. */
export const closedTo = ({ restricted }: Pick<CaseState, 'restricted'>): DepartmentId[] =>
  Object.keys(restricted).toSorted();

/** Whether another case is restricted from a department, as it said last: then nothing here names it to that one. */
export const isClosedOff = (
  { marksElsewhere }: Pick<CaseState, 'marksElsewhere'>,
  id: CaseId,
  department: DepartmentId,
): boolean => marksElsewhere[id]?.closedTo.includes(department) === true;

/** What it said of itself last. */
export const ownWord = ({ id, told }: Pick<CaseState, 'id' | 'told'>): CaseWord | undefined =>
  told.findLast(({ words }) => Object.hasOwn(words, id))?.words[id];

const withTold = (state: CaseState, words: Readonly<Record<CaseId, CaseWord>>): CaseState => {
  const sequence = state.sequence + 1;
  const now = state.told.at(-1)?.in === sequence ? state.told.at(-1) : undefined;
  const before = now ? state.told.slice(0, -1) : state.told;
  return { ...state, told: [...before, { in: sequence, words: { ...now?.words, ...words } }] };
};

/** The case with its own word said anew; whom it counts with from now on is told all that it knows. */
export const withOwnWord = (
  state: CaseState,
  { standings }: Extract<CaseEvent, { kind: 'standing' }>,
): CaseState => {
  const before = ownWord(state);
  const ties = tiesOf(state);
  const marks = {
    ...Object.fromEntries(Object.entries(before?.standings ?? {}).map(([of, one]) => [of, one.marks])),
    ...Object.fromEntries(standings.map((one) => [one.of, one.marks])),
  };
  const own: CaseWord = {
    in: state.sequence + 1,
    ties,
    closedTo: closedTo(state),
    standings: Object.fromEntries(
      Object.entries(marks).map(([of, carried]) => {
        const { procedure = '', subject, moved } = state.proceedings[of] ?? {};
        const isThere = moved !== undefined && Object.hasOwn(ties, moved.to);
        const about = { ...(subject ? { subject } : {}), ...(isThere ? { moved: true as const } : {}) };
        return [of, { procedure, marks: carried, ...about }];
      }),
    ),
  };
  const isNew = Object.keys(ties).some((id) => !Object.hasOwn(before?.ties ?? {}, id));
  return withTold(state, { ...(isNew ? state.marksElsewhere : {}), [state.id]: own });
};

/** The case with words of others noted, which it tells on. */
export const withNoted = (
  state: CaseState,
  { words }: Extract<CaseEvent, { kind: 'standing-noted' }>,
): CaseState => withTold({ ...state, marksElsewhere: { ...state.marksElsewhere, ...words } }, words);

/** Of what another case told by one entry, what is newer than what this one has of the same cases. */
export const freshOf = (
  { id, marksElsewhere }: CaseState,
  words: Readonly<Record<CaseId, CaseWord>>,
): Readonly<Record<CaseId, CaseWord>> =>
  Object.fromEntries(
    Object.entries(words).filter(
      ([about, word]) => about !== id && word.in > (marksElsewhere[about]?.in ?? 0),
    ),
  );

/** What of one other case counts here: its word, and the subjects that it knows by the name that they have here. */
type Counted = { readonly word: CaseWord; readonly shared: ReadonlySet<SubjectId> };

/** All cases that count with this one, however many lie between. */
export const countedWith = (state: CaseState): readonly Counted[] => {
  const shared = new Map<CaseId, ReadonlySet<SubjectId>>();
  const visit = (ties: Ties, known: ReadonlySet<SubjectId> | undefined): void => {
    for (const [id, both] of Object.entries(ties)) {
      const before = shared.get(id);
      const more = both.filter((subject) => known?.has(subject) !== false && !before?.has(subject));
      if (id === state.id || (before && more.length === 0)) continue;
      const all = new Set([...(before ?? []), ...more]);
      shared.set(id, all);
      visit(state.marksElsewhere[id]?.ties ?? {}, all);
    }
  };
  if (Object.keys(state.marksElsewhere).length > 0) visit(tiesOf(state), undefined);
  return [...shared].flatMap(([id, names]) => {
    const word = state.marksElsewhere[id];
    return word ? [{ word, shared: names }] : [];
  });
};
