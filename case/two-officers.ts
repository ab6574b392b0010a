// Where the law wants two officers, two people: neither takes both steps, nor records one of them for the other.
import type { OfficerId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import { isBeforeAppointment } from './register/register.ts';
import type { Situation } from './situation.ts';

type Done = { readonly officer?: OfficerId | undefined; readonly recordedBy?: OfficerId | undefined };

/** Who took a step, and who recorded it for a colleague that could have done so: of what is older than the register a head's word counts. */
const behind = ({ register, by }: Situation, { officer, recordedBy }: Done, at: Instant) => {
  if (officer === undefined) return [];
  const isOlder = isBeforeAppointment(register, by.department, officer, at);
  return recordedBy === undefined || isOlder ? [officer] : [officer, recordedBy];
};

/** Whether nobody who stands behind the last step of this command stands behind the one that asks. */
export const areTwoOfficers = (s: Situation, command: string): boolean => {
  const last = s.proceeding?.steps.findLast((step) => step.command === command);
  if (last === undefined || last.by !== s.by.department) return true;
  const before = behind(s, last, last.at);
  return !behind(s, s.by, s.occurredAt).some((one) => before.includes(one));
};
