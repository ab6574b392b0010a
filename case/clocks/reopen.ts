// What had ended a clock is undone: that end counts no more, and it goes on from where it began, with what was granted and left out.
import type { ClockRule } from '../../schemas/procedure.ts';
import { caseOf, procedureOf, type UnderWay } from '../decision-under-way.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import { type Clock, type Doer, isDone, type Proceeding } from '../state.ts';
import { clocksOf, limitOf, newest } from './clock-times.ts';
import { settle } from './outcome.ts';
import { begin } from './start-clock.ts';

const goOn = (work: UnderWay, p: Proceeding, old: Clock, rule: ClockRule, who: Doer): void => {
  const { startedAt: from, startedAtLatest: fromLatest, undetermined, setBy, obliged } = old;
  if (isRestricted(work.state, obliged) || who.officer === undefined) return;
  settle(work, old, 'taken-back', 'moot', who);
  const at = { from, ...(fromLatest ? { fromLatest } : {}), ...(undetermined ? { undetermined } : {}) };
  begin(work, p, limitOf(work, old), rule, obliged, at, { setBy, goesOn: old });
};

/** Where it ended otherwise than broken: what was breached stays breached. */
const isEnded = (old: Clock): boolean =>
  isDone(old) && old.outcome !== undefined && old.outcome !== 'breached';

/** The newest of a limit, where it ended so. */
const ended = (work: UnderWay, p: Proceeding, limit: string): Clock | undefined => {
  const old = newest(work, p.proceeding, limit);
  return old && isEnded(old) ? old : undefined;
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
  const old = ended(work, p, limit);
  if (!old) return;
  // What a hand-over that is taken back had not ended stays as it ended.
  const takesBack = procedureOf(work.context.law, p).commands[command]?.closesHandOff === 'taken-back';
  const back = Object.values(caseOf(work).handOffs).findLast(
    (h) => takesBack && h.proceeding === p.proceeding && h.outcome === 'taken-back',
  );
  if (back && old.stoppedIn !== back.startedIn) return;
  // Those that ran side by side ended together.
  const beside = clocksOf(work, p.proceeding, limit).filter(
    (clock) => rule.again === 'each' && clock.clock !== old.clock && clock.stoppedIn === old.stoppedIn,
  );
  for (const one of [...beside.filter(isEnded), old]) goOn(work, p, one, rule, who);
};

/** By the step of another proceeding that lifts the mark by which it had ended: what ended otherwise stays as it ended. */
export const reopenByMark = (
  work: UnderWay,
  marking: Proceeding,
  mark: string,
  other: Proceeding,
  limit: string,
  rule: ClockRule,
  who: Doer,
): void => {
  const old = ended(work, other, limit);
  const { commands } = procedureOf(work.context.law, marking);
  const left = marking.steps.findLast(({ command }) => commands[command]?.leaves?.includes(mark));
  if (old && left?.sequence === old.stoppedIn) goOn(work, other, old, rule, who);
};
