// Who passed its role on and gets it again owes the limit it owed then: the days it had used stay used, those of others are left out.
import type { Instant } from '../../schemas/instant.ts';
import type { ClockRule } from '../../schemas/procedure.ts';
import { procedureOf, type UnderWay } from '../decision-under-way.ts';
import type { Clock, Proceeding } from '../state.ts';
import { clocksOf } from './clock-times.ts';

/** Its last clock of the limit, where that ended by its own hand-over of the role and not by what the limit asks for. */
export const heldBefore = (
  work: UnderWay,
  p: Proceeding,
  limit: string,
  { obliges, setBy, again }: ClockRule,
  obliged: string,
): Clock | undefined => {
  if (again === 'anew' || setBy !== undefined) return undefined;
  const last = clocksOf(work, p.proceeding, limit).findLast((clock) => clock.obliged === obliged);
  if (last === undefined || (last.outcome !== 'moot' && !last.undone)) return undefined;
  const { commands } = procedureOf(work.context.law, p);
  const isPassedOn = p.steps.some(
    ({ sequence, by, command }) =>
      sequence === last.stoppedIn && by === obliged && commands[command]?.handsTo === obliges,
  );
  return isPassedOn ? last : undefined;
};

/** The stretches in which it did not run for whom it obliges again since then. */
export const leftOut = ({ stops, stoppedAt }: Clock, since: Instant): Clock['stops'] =>
  stoppedAt === undefined || stoppedAt >= since ? stops : [...stops, { from: stoppedAt, to: since }];
