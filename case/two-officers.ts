// Where the law wants two officers, two people: neither takes both steps, nor records one of them for the other.
import type { Test } from '../schemas/condition.ts';
import type { OfficerId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import { procedureOf } from './decision-under-way.ts';
import { isBeforeAppointment, isLongBeforeAppointment, officerKey } from './register/register.ts';
import { neighbours, type Situation } from './situation.ts';
import type { Proceeding, Step } from './state.ts';

type Done = {
  readonly officer?: OfficerId | undefined;
  readonly recordedBy?: OfficerId | undefined;
  readonly team?: readonly OfficerId[] | undefined;
};

/**
 * Whether a colleague could not have recorded it, so that a head's word counts: it is so much older than the colleague's registration
 * that only a head may enter it, or older than that of the head as well.
 */
const isOlder = ({ register, by }: Situation, officer: OfficerId, recordedBy: OfficerId, at: Instant) => {
  const { department } = by;
  const isBefore = (one: OfficerId): boolean => isBeforeAppointment(register, department, one, at);
  const isFirstAHead = register.officers[officerKey(department, recordedBy)]?.[0]?.ranks.includes('head');
  return (
    isLongBeforeAppointment(register, department, officer, at) ||
    (isBefore(officer) && isBefore(recordedBy) && isFirstAHead === true)
  );
};

/** Who took a step, was named for it, and who recorded it for a colleague that could have done so. */
const behind = (s: Situation, { officer, recordedBy, team = [] }: Done, at: Instant) => {
  if (officer === undefined) return team;
  return recordedBy === undefined || isOlder(s, officer, recordedBy, at)
    ? [officer, ...team]
    : [officer, recordedBy, ...team];
};

/** Of a step that asks for a head only its team is behind it: the head approved. */
const behindOther = (s: Situation, p: Proceeding, step: Step): readonly OfficerId[] =>
  procedureOf(s.law, p).commands[step.command]?.rank === 'head'
    ? (step.team ?? [])
    : behind(s, step, step.at);

type Asked = Extract<Test, { notSameOfficerAs: unknown }>;

/** Whether nobody who stands behind any step of these commands stands behind the one that asks. */
export const areTwoOfficers = (s: Situation, { notSameOfficerAs: commands, of }: Asked): boolean => {
  const present = behind(s, s.by, s.occurredAt);
  const asked = [...(s.proceeding ? [s.proceeding] : []), ...(of === undefined ? [] : neighbours(s, of))];
  return !asked.some((p) =>
    p.steps.some(
      (step) =>
        commands.includes(step.command) &&
        step.by === s.by.department &&
        behindOther(s, p, step).some((one) => present.includes(one)),
    ),
  );
};
