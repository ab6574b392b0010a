// A limit of each month, quarter or year: one period after the other, each owed for itself.
import type { ClockRule } from '../../schemas/procedure.ts';
import type { UnderWay } from '../decision-under-way.ts';
import type { Clock, Proceeding } from '../state.ts';
import { newest } from './clock-times.ts';
import { begin, bindingLimit } from './start-clock.ts';

/** A limit of each month, quarter or year begins anew at the end of the period, whether it was kept or not. */
export const beginNextPeriod = (work: UnderWay, p: Proceeding, rule: ClockRule, clock: Clock): void => {
  const from = clock.times.latestDueAt;
  const limit = from === null ? undefined : bindingLimit(work, p, clock.limit, clock.obliged, from);
  if (from === null || !limit || !('every' in limit.span)) return;
  if (newest(work, p.proceeding, clock.limit)?.clock !== clock.clock) return;
  begin(work, p, limit, rule, clock.obliged, { from });
};

/** The periods of a recurring limit that have begun by now, though no moment was reached that said so. */
export const beginPeriods = (work: UnderWay, p: Proceeding, id: string, rule: ClockRule): void => {
  for (;;) {
    const last = newest(work, p.proceeding, id);
    const end = last?.status === 'stopped' ? undefined : last?.times.latestDueAt;
    if (!last || !end || end > work.command.occurredAt) return;
    beginNextPeriod(work, p, rule, last);
    if (newest(work, p.proceeding, id) === last) return;
  }
};
