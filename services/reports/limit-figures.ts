// How limits were kept in a period: by limit and by department, each group of limits for itself.
import type { Law } from '../../law/law.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';
import type { ClockAsOf } from './clock-as-of.ts';
import { LIMIT_GROUPS, type LimitGroup, limitGroup } from './limit-group.ts';

/**
 * Ended in the period: `met`, `breached`, `claimed` (recorded late, said to have been kept, not settled yet: in no rate of
 * punctuality), `undetermined`, `atOnce` (done where the law says at once and sets no number, so
 * in no rate of punctuality), and `noAnswer` (moot or lapsed). Still running at the instant
 * of the report: `running`, of these `overdue`, `strictOverdue` and `provisional`. In the group of unverified limits
 * `breached` and `overdue` are always 0; what is past its date there stands in `pastUndetermined`.
 */
export type LimitTally = {
  readonly met: number;
  readonly breached: number;
  readonly claimed: number;
  readonly undetermined: number;
  readonly atOnce: number;
  readonly noAnswer: number;
  readonly running: number;
  readonly overdue: number;
  readonly strictOverdue: number;
  readonly pastUndetermined: number;
  readonly provisional: number;
};

type LimitLine = LimitTally & { readonly limit: string; readonly basis: readonly LegalBasis[] };
type DepartmentLine = LimitTally & { readonly department: DepartmentId };
export type LimitFigures = {
  readonly group: LimitGroup;
  readonly total: LimitTally;
  readonly byLimit: readonly LimitLine[];
  readonly byDepartment: readonly DepartmentLine[];
};

type Period = { readonly from: Instant; readonly until: Instant };

const endedIn = (clock: ClockAsOf, { from, until }: Period): boolean =>
  clock.stoppedAt !== null && clock.stoppedAt >= from && clock.stoppedAt < until;

const tally = (clocks: readonly ClockAsOf[], period: Period): LimitTally => {
  const ended = clocks.filter((c) => endedIn(c, period));
  const running = clocks.filter((c) => c.status !== 'stopped');
  const outcome = (...names: string[]): number => ended.filter((c) => names.includes(c.outcome ?? '')).length;
  const atOnce = ended.filter((c) => c.outcome === 'met' && c.row.latest_due_at === null).length;
  const standing = (status: ClockAsOf['status']): number => running.filter((c) => c.status === status).length;
  return {
    met: outcome('met') - atOnce,
    breached: outcome('breached'),
    claimed: outcome('claimed-in-time'),
    undetermined: outcome('undetermined'),
    atOnce,
    noAnswer: outcome('moot', 'lapsed'),
    running: running.length,
    overdue: standing('overdue'),
    strictOverdue: standing('strict-overdue'),
    pastUndetermined: standing('past-undetermined'),
    provisional: running.filter((c) => c.row.provisional).length,
  };
};

const isEmpty = (t: LimitTally): boolean =>
  t.met + t.breached + t.claimed + t.undetermined + t.atOnce + t.noAnswer + t.running === 0;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Figures of every group, also those that are empty. */
export const limitFigures = (clocks: readonly ClockAsOf[], period: Period, law: Law): LimitFigures[] => {
  // Where the law has it: a report follows a case, not the alphabet.
  const places = new Map(law.timeLimits.map(({ id }, place) => [id, place]));
  const placeOf = (limit: string): number => places.get(limit) ?? places.size;
  const groups = Map.groupBy(clocks, (c) => limitGroup(c.row));
  return LIMIT_GROUPS.map((group) => {
    const all = groups.get(group) ?? [];
    const byLimit = [...Map.groupBy(all, (c) => c.row.limit_id)]
      .map(([limit, of]) => ({ limit, basis: of[0]?.row.basis ?? [], ...tally(of, period) }))
      .filter((line) => !isEmpty(line))
      .toSorted((a, b) => placeOf(a.limit) - placeOf(b.limit) || byText(a.limit, b.limit));
    // The first party of one case is another than that of the next.
    const departments = group === 'party' ? [] : all;
    const byDepartment = [...Map.groupBy(departments, (c) => c.row.obliged)]
      .map(([department, of]) => ({ department, ...tally(of, period) }))
      .filter((line) => !isEmpty(line))
      .toSorted((a, b) => byText(a.department, b.department));
    return { group, total: tally(all, period), byLimit, byDepartment };
  });
};

/** Running clocks that can be neither met nor breached, by reason. */
export const undeterminedReasons = (clocks: readonly ClockAsOf[]): { reason: string; count: number }[] =>
  [
    ...Map.groupBy(
      clocks.filter((c) => c.status !== 'stopped' && c.row.undetermined !== null),
      (c) => c.row.undetermined as string,
    ),
  ]
    .map(([reason, all]) => ({ reason, count: all.length }))
    .toSorted((a, b) => byText(a.reason, b.reason));
