// A clock as the due list needs it: from which instant on it is close, late by the strict reading, late by the latest.
// These are stored, so that any question "as of" is a comparison and needs no timer to have fired.
import { nextMomentOf } from '../../../../case/next-moments.ts';
import { type CaseState, type Clock, pausedSince } from '../../../../case/state.ts';
import { type Instant, instantFromMillis, millisOf, plusMillis } from '../../../../schemas/instant.ts';
import type { Rows } from '../sql/tables.ts';

/** Shelves of the due list; what may be called late stands on the first two only. */
export const SHELVES = {
  binding: 0,
  agreed: 1,
  undetermined: 2,
  window: 3,
  'at-once': 4,
  paused: 5,
} as const;
export type Shelf = keyof typeof SHELVES;

const shelfOf = (clock: Clock): Shelf => {
  if (clock.status === 'paused') return 'paused';
  if (clock.window) return 'window';
  if (clock.times.latestDueAt === null) return 'at-once';
  if (clock.undetermined) return 'undetermined';
  return clock.limitKind === 'agreed' ? 'agreed' : 'binding';
};

/** Hours are kept at the very instant, so lateness begins a millisecond after it (MF 201, 1259). */
const firstLate = (dueAt: Instant | null, ends: 'before' | 'at'): Instant | null =>
  dueAt === null ? null : ends === 'at' ? plusMillis(dueAt, 1) : dueAt;

/**
 * The strict reading, as far as it is more than the word of who served a paper: what would have passed before that word was
 * recorded has not.
 */
const strictDueOf = ({ startedAtLatest, times: { strictDueAt, latestDueAt } }: Clock): Instant | null =>
  strictDueAt !== null && startedAtLatest !== undefined && strictDueAt <= startedAtLatest
    ? latestDueAt
    : strictDueAt;

/** Less than a fifth is left. */
const LAST_FIFTH = 0.8;

/** First reminder, or less than a fifth of the strict limit left, whichever is earlier. */
const closeAt = (clock: Clock): Instant | null => {
  const { moments } = clock.times;
  const strictDueAt = strictDueOf(clock);
  if (strictDueAt === null) return null;
  const start = millisOf(clock.startedAt);
  const fifth = instantFromMillis(Math.floor(start + (millisOf(strictDueAt) - start) * LAST_FIFTH));
  const reminders = moments.filter((m) => m.moment.startsWith('remind')).map((m) => m.at);
  return [fifth, ...reminders].toSorted()[0] ?? null;
};

const dueColumns = (
  state: CaseState,
  clock: Clock,
  fromAt: Instant,
): Omit<Rows['earlier_spans'], 'until_at'> => {
  const { latestDueAt, ends, provisional } = clock.times;
  const strictDueAt = strictDueOf(clock);
  const shelf = shelfOf(clock);
  const lateAt = firstLate(latestDueAt, ends);
  return {
    case_id: state.id,
    clock: clock.clock,
    region: state.region,
    proceeding: clock.proceeding,
    procedure: state.proceedings[clock.proceeding]?.procedure ?? '',
    limit_id: clock.limit,
    obliged: clock.obliged,
    started_at: clock.startedAt,
    limit_kind: clock.limitKind,
    limit_source: clock.limitSource,
    basis: [...clock.basis],
    undetermined: clock.undetermined ?? null,
    is_window: clock.window ?? false,
    provisional,
    strict_due_at: strictDueAt,
    latest_due_at: latestDueAt,
    ends,
    shelf: SHELVES[shelf],
    close_at: closeAt(clock),
    strict_late_at: firstLate(strictDueAt, ends),
    late_at: lateAt,
    order_at: shelf === 'paused' ? (pausedSince(clock) ?? clock.startedAt) : (lateAt ?? clock.startedAt),
    from_at: fromAt,
  };
};

/** Row of a clock as it is now; `fromAt` is since when its times hold. */
export const clockRow = (state: CaseState, clock: Clock, fromAt: Instant): Rows['clocks'] => {
  const next = nextMomentOf(state, clock);
  return {
    ...dueColumns(state, clock, fromAt),
    status: clock.status,
    stopped_at: clock.stoppedAt ?? null,
    outcome: clock.outcome ?? null,
    next_moment: next?.moment ?? null,
    next_moment_at: next?.at ?? null,
  };
};

/** Row of the stretch of a clock that ends at `untilAt`. */
export const earlierSpanRow = (
  state: CaseState,
  clock: Clock,
  fromAt: Instant,
  untilAt: Instant,
): Rows['earlier_spans'] => ({ ...dueColumns(state, clock, fromAt), until_at: untilAt });
