// 催办: whoever waits for what a limit asks of a department urges it, before the limit ends or after. It moves no due instant and no
// step of the ladder, which go on by themselves; it is on record, and those who must act hear of it.

import { closes } from '../closing/closers.ts';
import { caseOf, emit, proceedingOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { namedClock } from '../mending/settle-claim.ts';
import type { Clock, Officer } from '../state.ts';
import { sightIn } from '../who-is-told.ts';
import { peopleFor } from './addressees.ts';
import { isDepartment } from './clock-times.ts';

/** What is owed and not done: a right that only lapses is owed by nobody, and what stands still may wait. */
const isOwed = ({ status, obliged, window }: Clock): boolean =>
  status === 'running' && isDepartment(obliged) && window === undefined;

/** `urge-limit {clock}`: by a department of the proceeding other than the one obliged, by who opened the case, or by the office. */
export const urgeLimit = (work: UnderWay, who: Officer): void => {
  const clock = namedClock(work, who);
  const { law, register } = work.context;
  const { region, openedBy } = caseOf(work);
  const p = proceedingOf(work, clock.proceeding);
  const waits =
    sightIn(law, p, who.department) !== undefined || closes(openedBy, region, register, who.department);
  if (!waits || clock.obliged === who.department) throw new Rejection('NOT_YOUR_ROLE', [clock.limit]);
  if (!isOwed(clock)) throw new Rejection('LIMIT_NOT_RUNNING', [clock.limit]);
  emit(work, {
    kind: 'urge',
    type: 'limit-urged',
    clock: clock.clock,
    proceeding: clock.proceeding,
    by: who.department,
    officer: who.officer,
    addressees: peopleFor(work, p, clock, ['obliged-head', 'obliged-liaison']),
  });
};
