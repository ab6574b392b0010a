// A case is closed when every proceeding has ended, or was waived with a reason by who may: nobody's duty ends by it. A case that is
// closed takes nothing more until it is opened again; what a few see alone goes on beside it.
import { endEscalation } from '../clocks/stop-clock.ts';
import {
  caseOf,
  emit,
  lastActOf,
  procedureOf,
  proceedingOf,
  Rejection,
  refuseBefore,
  type UnderWay,
} from '../decision-under-way.ts';
import { tellJoined } from '../joining/join-case.ts';
import { isClosedOff } from '../joining/words.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosed } from '../who-is-told.ts';
import { requireCloser } from './closers.ts';
import { type StillOpen, stillOpen } from './still-open.ts';

const nameOf = (one: StillOpen): string =>
  one.what === 'joined' ? one.case : one.what === 'clock' ? one.clock : one.proceeding;

/** `close-case`: details of a refusal name the proceedings and limits that are still open, and joined cases that its sender may know of. */
export const closeCase = (work: UnderWay, who: ActingOfficer): void => {
  requireCloser(work, who);
  const open = stillOpen(caseOf(work), work.context.law);
  const mayBeNamed = (one: StillOpen): boolean =>
    one.what !== 'joined' || !isClosedOff(caseOf(work), one.case, who.department);
  if (open.length > 0)
    throw new Rejection('CASE_NOT_SETTLED', [...new Set(open.filter(mayBeNamed).map(nameOf))]);
  refuseBefore(work, lastActOf(work));
  endEscalation(
    work,
    ({ proceeding }) => !isClosed(procedureOf(work.context.law, proceedingOf(work, proceeding))),
  );
  emit(work, { kind: 'closing', type: 'case-closed', by: who.department, officer: who.officer });
  tellJoined(work);
};

/** `reopen-case`. */
export const reopenCase = (work: UnderWay, who: ActingOfficer): void => {
  requireCloser(work, who);
  const { closed } = caseOf(work);
  if (!closed) throw new Rejection('CASE_NOT_CLOSED');
  refuseBefore(work, closed.at);
  emit(work, { kind: 'closing', type: 'case-reopened', by: who.department, officer: who.officer });
  tellJoined(work);
};

/** `mark-major`, `unmark-major`: 重大案件, for the lists and the joint meeting; it moves no limit. */
export const markMajor = (work: UnderWay, who: ActingOfficer): void => {
  requireCloser(work, who);
  const major = work.command.command === 'mark-major';
  if ((caseOf(work).major !== undefined) === major) throw new Rejection('MAJOR_ALREADY');
  emit(work, {
    kind: 'closing',
    type: major ? 'case-marked-major' : 'case-unmarked-major',
    by: who.department,
    officer: who.officer,
  });
};
