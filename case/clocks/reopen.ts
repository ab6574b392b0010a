// What had ended a clock is undone: that end counts no more, and it goes on from where it began, with what was granted and left out.
import type { ClockRule } from '../../schemas/procedure.ts';
import { caseOf, emit, procedureOf, type UnderWay } from '../decision-under-way.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { Clock, Doer, HandOff, Proceeding } from '../state.ts';
import { clocksOf, limitOf, newest } from './clock-times.ts';
import { endedByMark, endedUnbroken, isUnbroken } from './ended-by-mark.ts';
import { settle } from './outcome.ts';
import { begin } from './start-clock.ts';

const goOn = (work: UnderWay, p: Proceeding, old: Clock, rule: ClockRule, who: Doer): void => {
  const { startedAt: from, startedAtLatest: fromLatest, undetermined, setBy, obliged } = old;
  if (isRestricted(work.state, obliged) || who.officer === undefined) return;
  settle(work, old, 'taken-back', 'moot', who);
  const at = { from, ...(fromLatest ? { fromLatest } : {}), ...(undetermined ? { undetermined } : {}) };
  begin(work, p, limitOf(work, old), rule, obliged, at, { setBy, goesOn: old });
  const clock = newest(work, p.proceeding, old.limit)?.clock;
  if (clock === undefined) return;
  // What is left out of it and has not ended is left out of it still.
  for (const [pause, pausedAt] of Object.entries(old.pauses))
    emit(work, { kind: 'clock', type: 'clock-paused', clock, pause, pausedAt });
};

/** The hand-over taken back, and those before it that the same department had sent and got back: together they were one attempt. */
const takenBack = (work: UnderWay, { proceeding }: Proceeding): readonly HandOff[] => {
  const all = Object.values(caseOf(work).handOffs).filter((h) => h.proceeding === proceeding);
  const at = all.findLastIndex(({ outcome }) => outcome === 'taken-back');
  const before = all.slice(0, Math.max(at, 0));
  const kept = before.findLastIndex(({ outcome, from }) => outcome !== 'returned' || from !== all[at]?.from);
  return all.slice(kept + 1, at + 1);
};

/** By a command of its own proceeding. */
export const reopen = (
  work: UnderWay,
  p: Proceeding,
  limit: string,
  rule: ClockRule,
  command: string,
  who: Doer,
): void => {
  const old = endedUnbroken(work, p, limit);
  if (!old) return;
  // What a hand-over that is taken back had not ended stays as it ended.
  const takesBack = procedureOf(work.context.law, p).commands[command]?.closesHandOff === 'taken-back';
  if (takesBack && !takenBack(work, p).some(({ startedIn }) => startedIn === old.stoppedIn)) return;
  // Those that ran side by side ended together.
  const beside = clocksOf(work, p.proceeding, limit).filter(
    (clock) => rule.again === 'each' && clock.clock !== old.clock && clock.stoppedIn === old.stoppedIn,
  );
  for (const one of [...beside.filter(isUnbroken), old]) goOn(work, p, one, rule, who);
};

/**
 * By the step of another proceeding that lifts the mark by which it had ended, whichever of its steps had left it since it was lifted
 * before: what ended otherwise stays as it ended.
 */
export const reopenByMark = (
  work: UnderWay,
  marking: Proceeding,
  mark: string,
  other: Proceeding,
  limit: string,
  rule: ClockRule,
  who: Doer,
): void => {
  const old = endedByMark(work, other, limit);
  const { commands } = procedureOf(work.context.law, marking);
  const before = marking.steps.slice(0, -1);
  const lifted = before.findLastIndex(({ command }) => commands[command]?.lifts?.includes(mark));
  const isLeft = before
    .slice(lifted + 1)
    .some(
      ({ command, sequence }) => sequence === old?.stoppedIn && commands[command]?.leaves?.includes(mark),
    );
  if (old && isLeft) goOn(work, other, old, rule, who);
};
