// What one proceeding comes to carry moves limits of others in the case: those who own them answer since then, as agreed, or owe no more
// what they have decided by it.
import { remember } from '../../law/remember.ts';
import type { ProceedingId } from '../../schemas/ids.ts';
import type { ClockRule, Procedure } from '../../schemas/procedure.ts';
import { caseOf, isOver, procedureOf, proceedingOf, type UnderWay } from '../decision-under-way.ts';
import type { Doer, Proceeding } from '../state.ts';
import { areAboutTheSame } from '../steps/about-whom.ts';
import { offeredIn } from '../steps/offered.ts';
import { isClosed } from '../who-is-told.ts';
import { clocksOf, running } from './clock-times.ts';
import { enters } from './marked-since.ts';
import { reopenByMark } from './reopen.ts';
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

/** Whether one of these steps of a procedure came to carry one of the marks. */
const haveMarked = (procedure: Procedure, steps: Proceeding['steps'], marks: readonly string[]): boolean =>
  marks.some((mark) => {
    const entering = enters(procedure, mark);
    return steps.some(({ command }) => entering.has(command));
  });

/**
 * Whoever did already what would end it owes it no more, save where each time it is owed anew: not where the same comes to carry the mark
 * again. For another after others it is owed too, while it can still be done.
 */
const isOwed = (
  work: UnderWay,
  p: Proceeding,
  other: Proceeding,
  limit: string,
  rule: ClockRule,
): boolean => {
  const { law } = work.context;
  const { startsOnMark: marks = [], stopsOn, again } = rule;
  if (again === 'anew') return true;
  const runs = clocksOf(work, other.proceeding, limit).some(
    (clock) => clock.startedBy === p.proceeding && clock.status !== 'stopped',
  );
  if (runs) return false;
  if (!other.steps.some(({ command }) => stopsOn.includes(command))) return true;
  const procedure = procedureOf(law, other);
  const isAnother = Object.values(caseOf(work).proceedings).some((one) => {
    if (one.proceeding === p.proceeding || one.proceeding === other.proceeding) return false;
    const theirs = procedureOf(law, one);
    return !isClosed(theirs) && haveMarked(theirs, one.steps, marks);
  });
  return (
    isAnother &&
    !haveMarked(procedureOf(law, p), p.steps.slice(0, -1), marks) &&
    stopsOn.some((command) => offeredIn(procedure, other.state, command) !== undefined)
  );
};

/** What the same department owed there is done by this: it has decided. */
const stopKept = (work: UnderWay, p: Proceeding, other: Proceeding, limit: string, who: Doer): void => {
  if (!areAboutTheSame(caseOf(work), p, other)) return;
  const clock = running(work, other.proceeding, limit);
  if (clock?.obliged === who.department) stop(work, clock, false);
};

/** What is answered for each mark is owed for the newest that stands already where its owner's proceeding is opened. */
const startByStanding = (
  work: UnderWay,
  procedure: Procedure,
  id: ProceedingId,
  command: string,
  who: Doer,
) => {
  const { law } = work.context;
  const carriers = Object.values(caseOf(work).proceedings).filter((other) => other.proceeding !== id);
  for (const [limit, rule] of waitingForMarks(procedure)) {
    if (rule.again !== 'each') continue;
    const carrier = carriers.findLast((other) => {
      const theirs = procedureOf(law, other);
      const marks = theirs.states[other.state]?.marks ?? [];
      return !isClosed(theirs) && rule.startsOnMark?.some((mark) => marks.includes(mark));
    });
    if (carrier) start(work, proceedingOf(work, id), limit, rule, command, who, carrier.proceeding);
  }
};

/**
 * Starts and ends the clocks of all other open proceedings that wait for a mark this one came to carry, and lets those go on that ended by
 * one it lifts. A proceeding that shows some no more than a status word moves none, and has none of its own moved: nothing of it may stand
 * beside what others see. What is opened after such a mark is owed for the one that stands.
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
  if (isClosed(procedure)) return;
  const marks = marksEntered(procedure, from, to, command);
  const lifted = procedure.commands[command]?.lifts ?? [];
  if (from !== null && marks.length === 0 && lifted.length === 0) return;
  // Papers of the command were not served on who is told of it now.
  const own: UnderWay = { ...work, command: { ...work.command, body: { ...work.command.body, papers: [] } } };
  if (from === null) startByStanding(own, procedure, proceeding, command, who);
  const { law } = own.context;
  const p = proceedingOf(own, proceeding);
  const others = Object.values(caseOf(own).proceedings).filter(
    (other) => other.proceeding !== proceeding && !isOver(law, other) && !isClosed(procedureOf(law, other)),
  );
  const isEntered = (mark: string): boolean => marks.includes(mark);
  for (const other of others)
    for (const [limit, rule] of waitingForMarks(procedureOf(law, other))) {
      if (rule.stopsOnMark?.some(isEntered)) stopKept(own, p, other, limit, who);
      for (const mark of rule.stopsOnMark ?? [])
        if (lifted.includes(mark)) reopenByMark(own, p, mark, other, limit, rule, who);
      if (rule.startsOnMark?.some(isEntered) && isOwed(own, p, other, limit, rule))
        start(own, other, limit, rule, command, who, proceeding);
    }
  work.state = own.state;
};
