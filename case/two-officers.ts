// Where the law wants two officers, two people: neither takes both steps, nor records one of them for the other.
import type { OfficerId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import { isLongBeforeAppointment } from './register/register.ts';
import type { Situation } from './situation.ts';
import type { Step } from './state.ts';

type Done = {
  readonly officer?: OfficerId | undefined;
  readonly recordedBy?: OfficerId | undefined;
  readonly team?: readonly OfficerId[] | undefined;
};

/**
 * Who took a step, was named for it, and who recorded it for a colleague that could have done so: of what is so
 * much older than the register that only a head may enter it, a head's word counts.
 */
const behind = ({ register, by }: Situation, { officer, recordedBy, team = [] }: Done, at: Instant) => {
  if (officer === undefined) return team;
  const isOlder = isLongBeforeAppointment(register, by.department, officer, at);
  return recordedBy === undefined || isOlder ? [officer, ...team] : [officer, recordedBy, ...team];
};

/** Whether nobody who stands behind any step of these commands stands behind the one that asks. */
export const areTwoOfficers = (s: Situation, commands: readonly string[]): boolean => {
  const present = behind(s, s.by, s.occurredAt);
  const isBehind = (step: Step): boolean => behind(s, step, step.at).some((one) => present.includes(one));
  return !s.proceeding?.steps.some(
    (step) => commands.includes(step.command) && step.by === s.by.department && isBehind(step),
  );
};
