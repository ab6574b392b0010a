// Nothing more is to come of a proceeding: said with a reason by who opened it, or by the joint-meeting office. Nobody's duty ends by it,
// nobody's work is taken from it, what is owed stays owed, and what other proceedings wait for ends by a decision of its own. What nobody
// is left to go on with, for whoever could may not know of the case, the office ends by a reason.
import type { DepartmentId } from '../../schemas/ids.ts';
import { stop } from '../clocks/stop-clock.ts';
import {
  caseOf,
  emit,
  isOver,
  procedureOf,
  proceedingOf,
  Rejection,
  refuseBefore,
  requireHead,
  type UnderWay,
} from '../decision-under-way.ts';
import { marksWaitedFor } from '../marks.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import type { Proceeding } from '../state.ts';
import { openHandOffOf } from '../steps/hand-over.ts';
import { allOffered } from '../steps/offered.ts';
import { type ActingOfficer, withVacantRoles } from '../steps/take-step.ts';
import { isClosedTo } from '../who-is-told.ts';
import { mayEnd } from './closers.ts';

/** Who took a step in it and may take the next, where its opener may take none. */
const othersAtWork = (work: UnderWay, p: Proceeding): readonly DepartmentId[] => {
  const { states, commands } = procedureOf(work.context.law, p);
  const next = Object.entries(states[p.state]?.on ?? {})
    .filter(([, { to }]) => to !== null)
    .flatMap(([command]) => commands[command]?.by ?? [])
    .flatMap((role) => p.roles[role] ?? []);
  const [opener, ...others] = [...new Set(p.steps.map(({ by }) => by))];
  return opener !== undefined && next.includes(opener) ? [] : others.filter((by) => next.includes(by));
};

/**
 * Whether nobody is left to go on with it: every department that could may not know of the case, and none took its place. The
 * joint-meeting office alone is told of that, and may end what nobody can.
 */
const isStranded = (work: UnderWay, p: Proceeding): boolean => {
  const { roles } = withVacantRoles(work, p, work.command.occurredAt);
  const next = allOffered(procedureOf(work.context.law, p), p.state)
    .filter(({ target }) => target.to !== null)
    .flatMap(({ command }) => command.by)
    .flatMap((role) => roles[role] ?? []);
  return next.length > 0 && next.every((department) => isRestricted(work.state, department));
};

/** Why it must go on: somebody has it in hand, something of it is owed, or others wait for it. */
const refuseWaiving = (work: UnderWay, p: Proceeding, who: ActingOfficer): void => {
  const { law } = work.context;
  const { marks = [], owed } = procedureOf(law, p).states[p.state] ?? {};
  const isLeftToOffice = mayEnd(work, undefined, who.department) && isStranded(work, p);
  const atWork = isLeftToOffice ? [] : othersAtWork(work, p);
  if (atWork.length > 0) throw new Rejection('PROCEEDING_IN_HAND', [...atWork]);
  if (owed) throw new Rejection('STILL_OWED', [p.proceeding, p.state]);
  if (!isLeftToOffice && marks.some((mark) => marksWaitedFor(law).has(mark)))
    throw new Rejection('PROCEEDING_WAITED_FOR', [p.proceeding, p.state]);
};

/** What must end first: limits of the law and hand-overs nobody signed for. */
const unsettled = (work: UnderWay, { proceeding }: Proceeding): readonly string[] => {
  const lawful = Object.values(caseOf(work).clocks).filter(
    (clock) => clock.proceeding === proceeding && clock.status !== 'stopped' && clock.limitKind !== 'agreed',
  );
  const handOff = openHandOffOf(work, proceeding);
  return [...lawful.map(({ clock }) => clock), ...(handOff ? [`${proceeding}/${handOff.hop}`] : [])];
};

/** `waive-proceeding`, naming it. Agreed limits end with it. */
export const waiveProceeding = (work: UnderWay, who: ActingOfficer): void => {
  const { proceeding } = work.command;
  if (proceeding === undefined) throw new Rejection('FIELD_REQUIRED', ['proceeding']);
  const { proceedings, clocks } = caseOf(work);
  const p = Object.hasOwn(proceedings, proceeding) ? proceedingOf(work, proceeding) : undefined;
  const { law } = work.context;
  if (!p || isClosedTo(law, p, who.department)) throw new Rejection('PROCEEDING_NOT_FOUND', [proceeding]);
  if (!mayEnd(work, p.steps[0]?.by, who.department)) throw new Rejection('NOT_YOUR_ROLE', [proceeding]);
  requireHead(work, who);
  if (isOver(law, p)) throw new Rejection('NOT_ALLOWED_IN_STATE', [proceeding, p.state]);
  const open = unsettled(work, p);
  if (open.length > 0) throw new Rejection('CASE_NOT_SETTLED', [...open]);
  refuseWaiving(work, p, who);
  if (p.lastOccurredAt) refuseBefore(work, p.lastOccurredAt);
  for (const clock of Object.values(clocks))
    if (clock.proceeding === proceeding && clock.status !== 'stopped') stop(work, clock, true);
  emit(work, {
    kind: 'closing',
    type: 'proceeding-waived',
    proceeding,
    by: who.department,
    officer: who.officer,
  });
};
