// Rule 3: the order of a case's facts and the instant each is played at. Order comes from what the dates allow and the place
// in the list; instants are then set inside the dates' bounds so that the order holds.
import { type Instant, instantFromMillis, type Precision } from '../../schemas/instant.ts';
import { boundsOf, type DateBounds, MINUTE, type PublishedDate } from './published-date.ts';

const DAY = 86_400_000;

/** What can be ordered: anything with a published date or none. */
export type Dated = { date: PublishedDate | null };

/** An instant inside the bounds of the date, and how exact the date was. */
export type Placed<Fact> = { fact: Fact; at: Instant; precision: Precision };

/** Dated facts: one goes before another when its date is wholly earlier; where dates leave it open, the list decides. */
const orderDated = <Fact extends Dated>(facts: readonly Fact[]): Fact[] => {
  const waiting = facts.map((fact) => ({ fact, bounds: boundsOf(fact.date) }));
  const ordered: Fact[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ bounds }) =>
      waiting.every((other) => other.bounds.latest >= bounds.earliest || other.bounds === bounds),
    );
    // The one whose bounds end first has nothing wholly before it, so there is always a next.
    const [taken] = waiting.splice(next, 1);
    if (taken !== undefined) ordered.push(taken.fact);
  }
  return ordered;
};

/**
 * Facts of one case in the order they are played. An undated fact follows the one before it in the list (at the head of the
 * list: goes before the first), so it stands between its neighbours and never moves a dated one.
 */
export const orderFacts = <Fact extends Dated>(facts: readonly Fact[]): Fact[] => {
  const isDated = (fact: Fact): boolean => fact.date !== null;
  const ordered = orderDated(facts.filter(isDated));
  let before: Fact | undefined;
  let leading = 0;
  for (const fact of facts) {
    if (!isDated(fact)) {
      if (before === undefined) ordered.splice(leading++, 0, fact);
      else ordered.splice(ordered.indexOf(before) + 1, 0, fact);
    }
    if (isDated(fact) || before !== undefined) before = fact;
  }
  return ordered;
};

/** Undated facts before the first date and after the last are set a day apart; a case without any date ends at `asOf`. */
const windowOf = (bounds: readonly DateBounds[], asOf: number): { start: number; end: number } => {
  const earliest = Math.min(...bounds.map((bound) => bound.earliest).filter(Number.isFinite));
  const latest = Math.max(...bounds.map((bound) => bound.latest).filter(Number.isFinite));
  const width = (bounds.length + 1) * DAY;
  return Number.isFinite(earliest)
    ? { start: earliest - width, end: latest + width }
    : { start: asOf - width, end: asOf };
};

/** Each fact as late as those after it allow. */
const latestOf = (bounds: readonly DateBounds[], end: number): number[] => {
  const latest: number[] = [];
  let limit = end;
  for (const bound of bounds.toReversed()) {
    limit = Math.min(limit, bound.latest);
    latest.unshift(limit);
  }
  return latest;
};

/**
 * Gives ordered facts their instants: a day-exact fact its noon, the others spread evenly between what stands before them
 * and the latest their own date and those after them allow. `asOf`: milliseconds before which a case without dates lies.
 */
export const placeFacts = <Fact extends Dated>(ordered: readonly Fact[], asOf: number): Placed<Fact>[] => {
  const bounds = ordered.map((fact) => boundsOf(fact.date));
  const { start, end } = windowOf(bounds, asOf);
  const latest = latestOf(bounds, end);
  let previous = start;
  return ordered.map((fact, index) => {
    const bound = bounds[index] ?? boundsOf(null);
    const limit = latest[index] ?? end;
    const from = Math.max(previous, bound.earliest);
    let sharing = 1;
    while (latest[index + sharing] === limit && bounds[index + sharing]?.precision !== 'day') sharing++;
    const millis =
      bound.precision === 'day'
        ? bound.earliest
        : from + Math.floor((limit - from) / (sharing + 1) / MINUTE) * MINUTE;
    previous = millis;
    return { fact, at: instantFromMillis(millis), precision: bound.precision };
  });
};
