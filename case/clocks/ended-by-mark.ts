// A limit that ended by what was done in another proceeding: if that is undone it goes on, and meanwhile its own proceeding may begin and
// end what is left out of it.
import { procedureOf, type UnderWay } from '../decision-under-way.ts';
import { type Clock, isDone, type Proceeding } from '../state.ts';
import { newest } from './clock-times.ts';

/** Ended otherwise than broken: what was breached stays breached. */
export const isUnbroken = (old: Clock): boolean =>
  isDone(old) && old.outcome !== undefined && old.outcome !== 'breached';

/** The newest of a limit, where it ended so. */
export const endedUnbroken = (work: UnderWay, p: Proceeding, limit: string): Clock | undefined => {
  const old = newest(work, p.proceeding, limit);
  return old && isUnbroken(old) ? old : undefined;
};

/** One that ended so by a mark of another, with nothing done since then that would have ended it by itself. */
export const endedByMark = (work: UnderWay, p: Proceeding, limit: string): Clock | undefined => {
  const rule = procedureOf(work.context.law, p).clocks[limit];
  const old = endedUnbroken(work, p, limit);
  if (rule?.stopsOnMark === undefined || old?.stoppedIn === undefined) return undefined;
  const { stoppedIn } = old;
  const ends = [...rule.stopsOn, ...(rule.mootOn ?? [])];
  return p.steps.some(({ sequence, command }) => sequence >= stoppedIn && ends.includes(command))
    ? undefined
    : old;
};
