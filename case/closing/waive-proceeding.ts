// Nothing more is to come of a proceeding: said with a reason by who opened it, or by the joint-meeting office. Nobody's duty ends by it,
// nobody's work is taken from it, what is owed stays owed, and what other proceedings wait for ends by a decision of its own.
import type { Law } from '../../law/law.ts';
import { remember } from '../../law/remember.ts';
import { testsIn } from '../../schemas/condition.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import { stop } from '../clocks/move-clocks.ts';
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
import type { Proceeding } from '../state.ts';
import { openHandOffOf } from '../steps/hand-over.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { isClosedTo } from '../who-is-told.ts';
import { mayEnd } from './closers.ts';

/** Marks that keep other proceedings waiting for as long as a proceeding carries one. */
const marksWaitedFor = remember(
  (law: Law): ReadonlySet<string> =>
    new Set(
      law.procedures
        .flatMap(({ conditions }) => Object.values(conditions))
        .flatMap((condition) => testsIn(condition.if))
        .flatMap((test) => ('noneMarked' in test ? [test.noneMarked.mark] : [])),
    ),
);

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
  const atWork = othersAtWork(work, p);
  if (atWork.length > 0) throw new Rejection('PROCEEDING_IN_HAND', [...atWork]);
  const { marks = [], owed } = procedureOf(law, p).states[p.state] ?? {};
  if (owed) throw new Rejection('STILL_OWED', [proceeding, p.state]);
  if (marks.some((mark) => marksWaitedFor(law).has(mark)))
    throw new Rejection('PROCEEDING_WAITED_FOR', [proceeding, p.state]);
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
