// Rule 4: between which two published days something happened that has no date. Only days bound it: a month or a year does not, nor
// does a neighbour that the list tells in another place than its date. Pure.
import type { Proceeding } from '../../case/state.ts';
import { dateOf, type Instant, type Precision } from '../../schemas/instant.ts';
import type { PlannedFact, Within } from './planned-fact.ts';

/** A fact in its place among those of its case, in the order they are played. */
export type Neighbour = {
  readonly filedUnder: string;
  /** Place in the published list. */
  readonly position: number;
  readonly at: Instant;
  readonly precision: Precision;
};

const isDated = ({ precision }: Pick<Neighbour, 'precision'>): boolean => precision !== 'undated';

/** Of a published fact without a date: the days of the nearest dated ones of its file, told before it and after it. */
export const betweenNeighbours = (all: readonly Neighbour[], index: number): Within | undefined => {
  const own = all[index];
  if (own === undefined || isDated(own)) return undefined;
  const ofFile = (other: Neighbour): boolean => other.filedUnder === own.filedUnder && isDated(other);
  const before = all.slice(0, index).findLast(ofFile);
  const after = all.slice(index + 1).find(ofFile);
  if (before?.precision !== 'day' || after?.precision !== 'day') return undefined;
  const isInOrder = before.position < own.position && own.position < after.position;
  return isInOrder ? { from: dateOf(before.at), to: dateOf(after.at) } : undefined;
};

/** Of a step filled in before a fact: from the last dated step of its proceeding to the fact that could not be without it. */
export const betweenSteps = (
  { precision, at, within }: Pick<PlannedFact, 'precision' | 'at' | 'within'>,
  proceeding: Proceeding | undefined,
): Within | undefined => {
  const to = precision === 'day' ? dateOf(at) : within?.to;
  const last = proceeding?.steps.findLast(isDated);
  return to !== undefined && last?.precision === 'day' && dateOf(last.at) <= to
    ? { from: dateOf(last.at), to }
    : undefined;
};
