// 催办: whoever waits for what a limit asks of a department urges it, before the limit ends or after. It moves no due instant and no
// step of the ladder, which go on by themselves; it is on record, and those who must act hear of it.

import { mayClose } from '../closing/closers.ts';
import { mustBeKept } from '../closing/still-open.ts';
import { emit, proceedingOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { namedClock } from '../mending/settle-claim.ts';
import type { Officer } from '../state.ts';
import { sightIn } from '../who-is-told.ts';
import { peopleFor } from './addressees.ts';

/** `urge-limit {clock}`: by a department of the proceeding other than the one obliged, by who opened the case, or by the office. */
export const urgeLimit = (work: UnderWay, who: Officer): void => {
  const clock = namedClock(work, who);
  const p = proceedingOf(work, clock.proceeding);
  const waits = sightIn(work.context.law, p, who.department) !== undefined || mayClose(work, who.department);
  if (!waits || clock.obliged === who.department) throw new Rejection('NOT_YOUR_ROLE', [clock.limit]);
  if (!mustBeKept(clock)) throw new Rejection('LIMIT_NOT_RUNNING', [clock.limit]);
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
