// How a clock stands at an instant: stored instants compared with it, nothing else. A breach can only be called on what binds.
import type { CaseState, Clock } from '../../../../case/state.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import { clockRow, SHELVES, type Shelf } from '../fold/clock-row.ts';
import type { Rows } from '../sql/tables.ts';

/**
 * `overdue` from `latestDueAt`, `strict-overdue` from `strictDueAt`, `close` from the first reminder or with less than a
 * fifth left. `past-undetermined`: its end has passed, but whether in time cannot be said. The rest is never overdue.
 */
export type ClockStatus =
  | 'overdue'
  | 'strict-overdue'
  | 'close'
  | 'running'
  | 'past-undetermined'
  | 'window'
  | 'at-once'
  | 'paused';

type Stored = Pick<Rows['clocks'], 'shelf' | 'close_at' | 'strict_late_at' | 'late_at'>;

export const shelfName = (shelf: number): Shelf =>
  (Object.keys(SHELVES) as Shelf[]).find((name) => SHELVES[name] === shelf) ?? 'binding';

const reached = (at: Instant | null, asOf: Instant): boolean => at !== null && at <= asOf;

export const clockStatus = (clock: Stored, asOf: Instant): ClockStatus => {
  const shelf = shelfName(clock.shelf);
  if (shelf === 'window' || shelf === 'at-once' || shelf === 'paused') return shelf;
  const binds = shelf !== 'undetermined';
  if (reached(clock.late_at, asOf)) return binds ? 'overdue' : 'past-undetermined';
  if (binds && reached(clock.strict_late_at, asOf)) return 'strict-overdue';
  return reached(clock.close_at, asOf) ? 'close' : 'running';
};

/** How a clock of a folded case stands, as the due list says it; `null` once it has stopped. */
export const standingOf = (state: CaseState, clock: Clock, asOf: Instant): ClockStatus | null =>
  clock.status === 'stopped' ? null : clockStatus(clockRow(state, clock, clock.startedAt), asOf);
