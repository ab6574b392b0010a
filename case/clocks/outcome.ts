// How a clock ends: kept, breached, or only said to have been kept. A department's word about the past binds itself: what it
// records after the end and dates before it is a claim, until somebody else confirms it.
import type { CaseEvent, ClockTimes, Outcome, Undetermined } from '../../schemas/event.ts';
import { dateOf, type Instant } from '../../schemas/instant.ts';
import { emit, type UnderWay } from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { type Clock, type Officer, pausedSince } from '../state.ts';
import { limitOf, timesAgain } from './clock-times.ts';

/** When something happened, as a limit sees it: a range where that is all that is known, or why it decides nothing. */
export type Dated = {
  readonly from: Instant;
  readonly fromLatest?: Instant;
  readonly undetermined?: Undetermined;
};

/** What is looked at beside the instant. */
export type Ending = {
  readonly clock: Clock;
  /** Never breached: a right that lapses, or a mark in time. */
  readonly isRight: boolean;
  /** What may be done by then, and need not: doing it keeps nothing. */
  readonly isMay: boolean;
  /** Its times by the later start that the obliged one claims. */
  readonly claimed: ClockTimes | undefined;
  /** When its end was recorded; absent in a rehearsal, where all is told as it happened. */
  readonly recordedAt: Instant | undefined;
  /** Whether what keeps it reached whom it must. */
  readonly reached: boolean;
  /** Whether the obliged one itself did what ends it: nobody else claims for it. */
  readonly isOwn: boolean;
};

/** Whether the first and the last instant it can have been are known: by days that were published, never by a month or a year alone. */
const isBounded = ({ from, fromLatest, undetermined }: Dated): boolean => {
  if (undetermined === undefined || undetermined === 'receipt-unknown') return true;
  if (fromLatest === undefined || undetermined === 'source-unverified') return false;
  return undetermined !== 'coarser-than-unit' || dateOf(from) === dateOf(fromLatest);
};

/**
 * Whether it was kept whatever the days that were not published: the last instant it can have been done is not late, strictly counted
 * from the first it can have begun. Where both its ends were filled in there is no fact that could say so, a pause may have been of
 * other days, and of what is due at once no day is in time.
 */
const isInTimeAnyway = (
  { startedAt, startedAtLatest, undetermined, times, stops }: Clock,
  at: Dated,
): boolean =>
  isBounded({
    from: startedAt,
    ...(startedAtLatest ? { fromLatest: startedAtLatest } : {}),
    ...(undetermined ? { undetermined } : {}),
  }) &&
  isBounded(at) &&
  !(undetermined === 'filled' && at.undetermined === 'filled') &&
  stops.length === 0 &&
  times.strictDueAt !== null &&
  !isLate(times, at.fromLatest ?? at.from, 'strict');

export const outcomeOf = (
  { clock, isRight, isMay, claimed, recordedAt, reached, isOwn }: Ending,
  at: Dated,
  pointless: boolean,
): Outcome => {
  const pausedAt = pausedSince(clock);
  const isLateAt = (instant: Instant, times: ClockTimes = clock.times): boolean =>
    isLate(times, pausedAt ?? instant, 'latest');
  const late = isLateAt(at.from);
  const isKnown = clock.undetermined === undefined && at.undetermined === undefined;
  // On the record it was done when it was recorded at the latest: a day without its hour is no way out.
  const isCertain = isKnown && (recordedAt !== undefined || late === isLateAt(at.fromLatest ?? at.from));
  if (isMay) return 'moot';
  if (pointless) {
    if (!isCertain || !reached || !isLateAt(recordedAt ?? at.from)) return 'moot';
    // Days that were left unused ran out, whatever ended the rest.
    if (clock.window) return 'lapsed';
    if (isRight) return 'moot';
    return late || !isOwn ? 'breached' : 'claimed-in-time';
  }
  if (!reached) return 'undetermined';
  if (!isCertain) return isInTimeAnyway(clock, at) ? 'met' : 'undetermined';
  if (late) return isRight ? 'moot' : claimed && !isLateAt(at.from, claimed) ? 'claimed-in-time' : 'breached';
  return recordedAt !== undefined && isLateAt(recordedAt) ? 'claimed-in-time' : 'met';
};

/** The times of a clock by the start that is claimed for it. */
export const claimedTimes = (work: UnderWay, clock: Clock): ClockTimes | undefined => {
  const { claimedStartAt: startedAt } = clock;
  return startedAt === undefined ? undefined : timesAgain(work, clock, { startedAt });
};

/** How the clock ends now, by the command under way. `reached`: what keeps it reached whom it must. */
export const endingOf = (work: UnderWay, clock: Clock, reached = true): Ending => {
  const { context, command } = work;
  const limit = limitOf(work, clock);
  return {
    clock,
    isRight: limit.ladder === 'none',
    isMay: limit.may === true,
    claimed: claimedTimes(work, clock),
    recordedAt: context.clock === 'real' ? context.at : undefined,
    reached,
    isOwn: 'department' in command.actor && command.actor.department === clock.obliged,
  };
};

type Settled = Extract<CaseEvent, { type: 'clock-settled' }>;

/** Counts an ended clock otherwise. Nothing where it counts so already. */
export const settle = (
  work: UnderWay,
  { clock, outcome: before }: Clock,
  because: Settled['because'],
  outcome: Outcome,
  { department: by, officer }: Officer,
): void => {
  if (before === undefined || before === outcome) return;
  emit(work, { kind: 'clock', type: 'clock-settled', clock, because, by, officer, before, outcome });
};
