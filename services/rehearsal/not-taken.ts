// Acts of an organ that were published and that the bus did not take: kept as facts, shown with the reason, and of a limit that they
// would have ended nobody is told that nothing was published. Pure.
import type { Clock } from '../../case/state.ts';
import type { Law } from '../../law/law.ts';
import type { CaseCommand } from '../../schemas/command.ts';
import type { Refusal } from '../../schemas/entry.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { refusalText } from '../words/refusals.ts';
import { wordsOf } from '../words/words.ts';
import type { RecordedCase } from './collect.ts';
import type { PlayedFact } from './play-fact.ts';

/** What the act would have been, and why it was not taken as that. */
export type NotTaken = {
  readonly ways: readonly { readonly procedure: string; readonly command: string }[];
  readonly reason: Bilingual;
};

/** By the `published` of the fact. */
export const actsNotTaken = (facts: readonly PlayedFact[], law: Law): ReadonlyMap<string, NotTaken> => {
  const saidOf = (refusal: Refusal): Bilingual => refusalText(refusal, (field) => field, wordsOf(law));
  return new Map(
    facts.flatMap(({ fact: { does, filled, published }, became }): [string, NotTaken][] => {
      if (does.kind !== 'act' || filled === true || became.kind !== 'fact') return [];
      return [
        [published, { ways: does.ways, reason: became.refusal ? saidOf(became.refusal) : became.reason }],
      ];
    }),
  );
};

type Entry = RecordedCase['entries'][number];

/** What of these an entry keeps as a fact. */
export const notTakenIn = (entry: Entry, notTaken: ReadonlyMap<string, NotTaken>): NotTaken | undefined => {
  const { published } = (entry.command as CaseCommand).body;
  return published !== undefined && entry.events.some(({ kind }) => kind === 'fact')
    ? notTaken.get(published)
    : undefined;
};

/** Whether one of the entries keeps an act of a department of its proceeding that would have ended the clock. */
export const wouldHaveEnded = (
  { state }: RecordedCase,
  law: Law,
  clock: Clock,
  before: readonly Entry[],
  notTaken: ReadonlyMap<string, NotTaken>,
): boolean => {
  const p = state.proceedings[clock.proceeding];
  const rule = p && law.procedure(p.procedure, p.version)?.clocks[clock.limit];
  if (!p || !rule) return false;
  const ends = [...rule.stopsOn, ...(rule.mootOn ?? [])];
  return before.some((entry) => {
    const { actor } = entry.command as CaseCommand;
    const isTheirs = 'department' in actor && Object.values(p.roles).flat().includes(actor.department);
    const { ways = [] } = (isTheirs && notTakenIn(entry, notTaken)) || {};
    return ways.some(({ procedure, command }) => procedure === p.procedure && ends.includes(command));
  });
};
