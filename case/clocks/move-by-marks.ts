// What one proceeding comes to carry moves limits of others in the case: those who own them answer since then, as agreed, or owe no more
// what they have decided by it.
import { remember } from '../../law/remember.ts';
import type { ProceedingId } from '../../schemas/ids.ts';
import type { ClockRule, Procedure } from '../../schemas/procedure.ts';
import { caseOf, isOver, procedureOf, proceedingOf, type UnderWay } from '../decision-under-way.ts';
import type { Doer, Proceeding } from '../state.ts';
import { areAboutTheSame } from '../steps/about-whom.ts';
import { isClosed } from '../who-is-told.ts';
import { running } from './clock-times.ts';
import { start } from './start-clock.ts';
import { stop } from './stop-clock.ts';

/** Marks of a state that the one before did not carry, and those that the command leaves. */
const marksEntered = (
  { states, commands }: Procedure,
  from: string | null,
  to: string,
  command: string,
): readonly string[] => {
  const before = from === null ? [] : (states[from]?.marks ?? []);
  const now = [...(states[to]?.marks ?? []), ...(commands[command]?.leaves ?? [])];
  return now.filter((mark) => !before.includes(mark));
};

/** Limits that marks of other proceedings start or end. */
const waitingForMarks = remember(({ clocks }: Procedure) =>
  Object.entries(clocks).filter(([, { startsOnMark, stopsOnMark }]) => startsOnMark ?? stopsOnMark),
);

/** Whoever did already what would end it owes it no more, save where each time it is owed anew. */
const isAnswered = (p: Proceeding, { stopsOn, again }: ClockRule): boolean =>
  again !== 'anew' && p.steps.some(({ command }) => stopsOn.includes(command));

/** What the same department owed there is done by this: it has decided. */
const stopKept = (work: UnderWay, p: Proceeding, other: Proceeding, limit: string, who: Doer): void => {
  if (!areAboutTheSame(caseOf(work), p, other)) return;
  const clock = running(work, other.proceeding, limit);
  if (clock?.obliged === who.department) stop(work, clock, false);
};

/**
 * Starts and ends the clocks of all other open proceedings that wait for a mark this one came to carry. A proceeding that shows some no
 * more than a status word moves none, and has none of its own moved: nothing of it may stand beside what others see.
 */
export const moveByMarks = (
  work: UnderWay,
  procedure: Procedure,
  proceeding: ProceedingId,
  from: string | null,
  to: string,
  command: string,
  who: Doer,
): void => {
  const marks = isClosed(procedure) ? [] : marksEntered(procedure, from, to, command);
  if (marks.length === 0) return;
  const { law } = work.context;
  const p = proceedingOf(work, proceeding);
  const others = Object.values(caseOf(work).proceedings).filter(
    (other) => other.proceeding !== proceeding && !isOver(law, other) && !isClosed(procedureOf(law, other)),
  );
  const isEntered = (mark: string): boolean => marks.includes(mark);
  // Papers of the command were not served on who is told of it now.
  const own: UnderWay = { ...work, command: { ...work.command, body: { ...work.command.body, papers: [] } } };
  for (const other of others)
    for (const [limit, rule] of waitingForMarks(procedureOf(law, other))) {
      if (rule.stopsOnMark?.some(isEntered)) stopKept(own, p, other, limit, who);
      if (rule.startsOnMark?.some(isEntered) && !isAnswered(other, rule))
        start(own, other, limit, rule, command, who, proceeding);
    }
  work.state = own.state;
};
