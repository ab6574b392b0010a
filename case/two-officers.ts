// Where the law wants two officers, two people: neither takes both steps, nor records one of them for the other.
import type { Test } from '../schemas/condition.ts';
import type { OfficerId } from '../schemas/ids.ts';
import type { Instant } from '../schemas/instant.ts';
import { procedureOf } from './decision-under-way.ts';
import { isLongBeforeAppointment } from './register/register.ts';
import { neighbours, type Situation } from './situation.ts';
import type { Proceeding, Step } from './state.ts';

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
