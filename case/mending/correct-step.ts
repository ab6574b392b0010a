// A date of one's own step, or a value it committed to, was wrong. The step keeps its entry; the correction counts from when it is
// recorded, betters nobody's own outcome without another's word, and starts no limit of another earlier.

import type { OpenBody } from '../../schemas/command.ts';
import type { DepartmentId } from '../../schemas/ids.ts';
import type { Instant } from '../../schemas/instant.ts';
import { limitOf } from '../clocks/clock-times.ts';
import { claimedTimes, settle } from '../clocks/outcome.ts';
import {
  caseOf,
  emit,
  procedureOf,
  proceedingOf,
  Rejection,
  refuseBefore,
  refuseMoved,
  type UnderWay,
} from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { startRange } from '../due/start-range.ts';
import { isBeforeAppointment, isLongBeforeAppointment } from '../register/register.ts';
import type { Clock, Officer, Step } from '../state.ts';
import { nameAgain, refuseStrangers, saidIn } from '../steps/name-subjects.ts';
import type { ActingOfficer } from '../steps/take-step.ts';
import { startOtherwise } from './settle-claim.ts';

type Own = { readonly proceeding: string; readonly step: Step; readonly before?: Step; readonly next?: Step };

/** The step of this department that the entry holds: one, or the command names its proceeding. */
const ownStep = (
  work: UnderWay,
  { sequence, step: place }: NonNullable<OpenBody['corrects']>,
  who: Officer,
): Own => {
  const { proceeding: named } = work.command;
  const found = Object.values(caseOf(work).proceedings)
    .filter(({ proceeding }) => named === undefined || proceeding === named)
    .flatMap(({ proceeding, steps }) =>
      steps.flatMap((step, n): Own[] => {
        if (step.sequence !== sequence || step.by !== who.department) return [];
        if (place !== undefined && step.place !== place) return [];
        const [before, next] = [steps[n - 1], steps[n + 1]];
        return [{ proceeding, step, ...(before ? { before } : {}), ...(next ? { next } : {}) }];
      }),
    );
  const [own] = found;
  if (!own) throw new Rejection('FIELD_REFUSED', ['corrects']);
  if (found.length > 1 && own.step.place !== undefined) throw new Rejection('FIELD_REQUIRED', ['step']);
  if (found.length > 1)
    throw new Rejection('PROCEEDING_AMBIGUOUS', [...new Set(found.map(({ proceeding }) => proceeding))]);
  return own;
};

/** A step before it that lies after now was dated by a clock that has been put right since. */
const refuseOutOfOrder = (at: string, now: string, { before, next }: Own): void => {
  if (before && at < before.at && before.at <= now)
    throw new Rejection('OCCURRED_BEFORE_PREVIOUS', [before.at]);
  if (next && at > next.at) throw new Rejection('FIELD_REFUSED', ['occurredAt']);
};

/** The clock that the step ended: judged again by the new date, which may turn it against its own department only. */
const judgeEnd = (work: UnderWay, clock: Clock, at: string, who: Officer): void => {
  const isRight = limitOf(work, clock).ladder === 'none';
  const late = isLate(clock.times, at, 'latest');
  const { outcome } = clock;
  if (late && (outcome === 'met' || outcome === 'claimed-in-time'))
    settle(work, clock, 'step-corrected', isRight ? 'moot' : 'breached', who);
  if (!late && outcome === 'breached' && !clock.disputed)
    settle(work, clock, 'step-corrected', 'claimed-in-time', who);
};

/** The clock that the step began: an earlier start counts, a later one is a claim. */
const judgeStart = (work: UnderWay, clock: Clock, at: string, who: Officer): void => {
  startOtherwise(work, clock, 'step-corrected', at);
  const now = caseOf(work).clocks[clock.clock];
  if (now?.status !== 'stopped' || now.stoppedAt === undefined) return;
  const isLateBy = (times: Clock['times'] | undefined): boolean =>
    times === undefined || isLate(times, now.stoppedAt as string, 'latest');
  if (now.outcome === 'met' && isLateBy(now.times)) settle(work, now, 'step-corrected', 'breached', who);
  if (now.outcome === 'breached' && !now.disputed && !isLateBy(claimedTimes(work, now)))
    settle(work, now, 'step-corrected', 'claimed-in-time', who);
};

/** Values of a step stand under its place, where it has one; what a proceeding shows is nobody's value. */
const isOfStep = (path: string, place: number | undefined): boolean =>
  !path.startsWith('/shows/') &&
  (place === undefined ? !path.startsWith('/steps/') : path.startsWith(`/steps/${place}/`));

/** What a colleague recorded is not made older than the register: of that a head's word alone would count (case/two-officers.ts). */
const refuseOlder = (
  { context: { register } }: UnderWay,
  department: DepartmentId,
  { officer, recordedBy, at }: Step,
  occurredAt: Instant,
): void => {
  if (officer === undefined || recordedBy === undefined) return;
  const isMadeOlder = [isBeforeAppointment, isLongBeforeAppointment].some(
    (isOlder) =>
      isOlder(register, department, officer, occurredAt) && !isOlder(register, department, officer, at),
  );
  if (isMadeOlder) throw new Rejection('SAME_OFFICER', ['correct-step']);
};

/** `correct-step {corrects: {sequence, occurredAt?, precision?}}`, with values committed to again under their paths. */
export const correctStep = (work: UnderWay, who: ActingOfficer): void => {
  const { body, commitments } = work.command;
  if (!body.corrects) throw new Rejection('FIELD_REQUIRED', ['corrects']);
  if (!commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
  const own = ownStep(work, body.corrects, who);
  const { step, proceeding } = own;
  refuseMoved(proceedingOf(work, proceeding));
  const { commands } = procedureOf(work.context.law, proceedingOf(work, proceeding));
  const { rank } = commands[step.command] ?? {};
  if (rank && !who.ranks.includes(rank)) throw new Rejection('RANK_TOO_LOW', [rank]);
  refuseBefore(work, step.at);
  const { occurredAt = step.at, precision = body.corrects.occurredAt ? 'instant' : step.precision } =
    body.corrects;
  const values = Object.keys(commitments).filter((path) => path !== '/reason');
  if (!values.every((path) => isOfStep(path, step.place))) throw new Rejection('FIELD_REFUSED');
  const isMoved = occurredAt !== step.at || precision !== step.precision;
  if (!isMoved && values.length === 0) throw new Rejection('FIELD_REQUIRED', ['corrects']);
  if (occurredAt > work.context.at) throw new Rejection('OCCURRED_IN_FUTURE', [`now: ${work.context.at}`]);
  if (work.context.clock === 'real' && precision !== 'instant' && precision !== 'day')
    throw new Rejection('REHEARSAL_ONLY', ['precision']);
  refuseOutOfOrder(occurredAt, work.context.at, own);
  refuseOlder(work, who.department, step, occurredAt);
  const named = refuseStrangers(
    work,
    values.map((path) => path.replace(/^\/steps\/\d+/, '')),
  );
  nameAgain(work, named, saidIn(work, [proceedingOf(work, proceeding)]));
  emit(work, {
    kind: 'correction',
    type: 'step-corrected',
    by: who.department,
    officer: who.officer,
    proceeding,
    corrects: step.sequence,
    ...(step.place ? { place: step.place } : {}),
    before: { occurredAt: step.at, precision: step.precision },
    after: { occurredAt, precision },
    values,
  });
  if (!isMoved) return;
  const { from } = startRange(occurredAt, precision);
  const ownClocks = (is: (clock: Clock) => boolean): Clock[] =>
    Object.values(caseOf(work).clocks).filter(
      (clock) => clock.proceeding === proceeding && clock.obliged === who.department && is(clock),
    );
  const ended = ownClocks((c) => c.stoppedIn === step.sequence && c.stoppedPlace === step.place);
  // What runs from a date that the step declared does not run from the step.
  const runsFromStep = ({ limit }: Clock): boolean =>
    procedureOf(work.context.law, proceedingOf(work, proceeding)).clocks[limit]?.startsAt === undefined;
  const begun = ownClocks(
    (c) => c.startedIn === step.sequence && c.startedPlace === step.place && runsFromStep(c),
  );
  for (const clock of ended) judgeEnd(work, clock, from, who);
  for (const clock of begun) judgeStart(work, clock, from, who);
};
