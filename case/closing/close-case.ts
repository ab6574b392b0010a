// A case is closed when every proceeding has ended, or was waived with a reason by who may: nobody's duty ends by it. A case that is
// closed takes nothing more until it is opened again; what a few see alone goes on beside it.
import { stop } from '../clocks/move-clocks.ts';
import {
  caseOf,
  emit,
  isOver,
  lastActOf,
  proceedingOf,
  Rejection,
  refuseBefore,
  requireHead,
  type UnderWay,
} from '../decision-under-way.ts';
import { tellJoined } from '../joining/join-case.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosedTo } from '../who-is-told.ts';
import { mayClose, requireCloser } from './closers.ts';
import { type StillOpen, stillOpen } from './still-open.ts';

/**
 * `waive-proceeding`, naming it: nothing more is to come of it. By the department that opened it, or by who may close the case; not while
 * a limit of the law runs in it. Agreed limits end with it.
 */
export const waiveProceeding = (work: UnderWay, who: ActingOfficer): void => {
  const { proceeding } = work.command;
  if (proceeding === undefined) throw new Rejection('FIELD_REQUIRED', ['proceeding']);
  const { proceedings, clocks } = caseOf(work);
  const p = Object.hasOwn(proceedings, proceeding) ? proceedingOf(work, proceeding) : undefined;
  if (!p || isClosedTo(work.context.law, p, who.department))
    throw new Rejection('PROCEEDING_NOT_FOUND', [proceeding]);
  if (p.steps[0]?.by !== who.department && !mayClose(work, who.department))
    throw new Rejection('NOT_YOUR_ROLE', [proceeding]);
  requireHead(work, who);
  if (isOver(work.context.law, p)) throw new Rejection('NOT_ALLOWED_IN_STATE', [proceeding, p.state]);
  if (p.lastOccurredAt) refuseBefore(work, p.lastOccurredAt);
  const own = Object.values(clocks).filter((c) => c.proceeding === proceeding && c.status !== 'stopped');
  const lawful = own.filter(({ limitKind }) => limitKind !== 'agreed');
  if (lawful.length > 0)
    throw new Rejection(
      'CASE_NOT_SETTLED',
      lawful.map(({ clock }) => clock),
    );
  for (const clock of own) stop(work, clock, true);
  emit(work, {
    kind: 'closing',
    type: 'proceeding-waived',
    proceeding,
    by: who.department,
    officer: who.officer,
  });
};

const nameOf = (one: StillOpen): string =>
  one.what === 'joined' ? one.case : one.what === 'clock' ? one.clock : one.proceeding;

/** `close-case`: details of a refusal name the proceedings and limits that are still open. */
export const closeCase = (work: UnderWay, who: ActingOfficer): void => {
  requireCloser(work, who);
  const open = stillOpen(caseOf(work), work.context.law);
  if (open.length > 0) throw new Rejection('CASE_NOT_SETTLED', [...new Set(open.map(nameOf))]);
  refuseBefore(work, lastActOf(work));
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
