// What is only claimed to have been done in time is settled by somebody else: confirmed, disputed, or confirmed by a receipt.

import type { CaseEvent } from '../../schemas/event.ts';
import { limitOf, timesAgain } from '../clocks/clock-times.ts';
import { settle } from '../clocks/outcome.ts';
import {
  caseOf,
  emit,
  procedureOf,
  proceedingOf,
  Rejection,
  refuseBefore,
  type UnderWay,
} from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { startRange } from '../due/start-range.ts';
import { isActive, routeTo } from '../register/register.ts';
import type { Clock, HandOff, Officer } from '../state.ts';
import { isClosedTo } from '../who-is-told.ts';

/**
 * Departments that may settle what the obliged one claims: holders of roles that confirm, else of the receiving side, else the
 * joint-meeting office. Never the obliged one.
 */
export const confirmersOf = (work: UnderWay, clock: Clock): readonly string[] => {
  const { law, register } = work.context;
  const p = proceedingOf(work, clock.proceeding);
  const { roles, clocks } = procedureOf(law, p);
  const obliges = clocks[clock.limit]?.obliges.replace(/^former-/, '') ?? '';
  // Nor its successor in the part it plays, whom it chose itself.
  const isItsOwn = (role: string): boolean => role.replace(/^former-/, '') === obliges;
  const holding = (is: (role: (typeof roles)[string]) => boolean): string[] =>
    Object.entries(roles)
      .filter(([name, role]) => is(role) && !isItsOwn(name))
      .flatMap(([name]) => p.roles[name] ?? [])
      .filter((department) => department !== clock.obliged && isActive(register, department));
  const confirming = holding(({ confirms }) => confirms === true);
  const receiving = confirming.length > 0 ? confirming : holding(({ side }) => side === 'receiving');
  const office = routeTo(register, caseOf(work).region, 'joint-meeting-office');
  return receiving.length > 0 || !office || office === clock.obliged ? receiving : [office];
};

const clockNamed = (work: UnderWay): Clock | undefined => {
  const { clock: key } = work.command.body;
  const clocks = work.state?.clocks ?? {};
  return key !== undefined && Object.hasOwn(clocks, key) ? clocks[key] : undefined;
};

/** A clock of a proceeding that is closed to who asks is to it none. */
export const namedClock = (work: UnderWay, who: Officer): Clock => {
  if (work.command.body.clock === undefined) throw new Rejection('FIELD_REQUIRED', ['clock']);
  const clock = clockNamed(work);
  const p = clock && proceedingOf(work, clock.proceeding);
  if (!clock || !p || isClosedTo(work.context.law, p, who.department)) throw new Rejection('NO_SUCH_CLOCK');
  return clock;
};

/** Whether a department may settle a claim of this case: it need not be a party otherwise. */
export const maySettle = (work: UnderWay, department: string): boolean => {
  const { command } = work.command;
  const clock = clockNamed(work);
  return (
    (command === 'confirm-claim' || command === 'dispute-claim') &&
    clock !== undefined &&
    confirmersOf(work, clock).includes(department)
  );
};

/** `confirm-claim`, `dispute-claim {clock}`: a disputed one is what it was recorded as. */
export const settleClaim = (work: UnderWay, who: Officer): void => {
  const clock = namedClock(work, who);
  if (!confirmersOf(work, clock).includes(who.department))
    throw new Rejection('NOT_YOUR_ROLE', [
      clock.limit,
      ...(clock.obliged === who.department ? ['own-claim'] : []),
    ]);
  if (clock.outcome !== 'claimed-in-time') throw new Rejection('CLAIM_NOT_OPEN', [clock.limit]);
  if (clock.stoppedAt) refuseBefore(work, clock.stoppedAt);
  if (work.command.command === 'confirm-claim') {
    settle(work, clock, 'claim-confirmed', 'met', who);
    return;
  }
  if (!work.command.commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
  const { lapses, ladder } = limitOf(work, clock);
  const outcome = ladder !== 'none' ? 'breached' : lapses ? 'lapsed' : 'moot';
  settle(work, clock, 'claim-disputed', outcome, who);
};

/** The receiver's word that it had it in time settles what the sender claims of the hand-over. */
export const settleByReceipt = (work: UnderWay, handOff: HandOff, who: Officer): void => {
  if (who.department !== handOff.to) return;
  const { occurredAt, precision } = work.command;
  const { from, fromLatest = from } = startRange(occurredAt, precision, work.context.at);
  for (const clock of Object.values(caseOf(work).clocks)) {
    const isOfIt = clock.proceeding === handOff.proceeding && clock.stoppedIn === handOff.startedIn;
    if (!isOfIt || clock.obliged !== handOff.from || clock.outcome !== 'claimed-in-time') continue;
    if (!isLate(clock.times, fromLatest, 'latest')) settle(work, clock, 'receipt-in-time', 'met', who);
  }
};

/** `confirm-receipt {clock}`: the obliged department says when it received what was served on paper; that is when it began. */
export const confirmReceipt = (work: UnderWay, who: Officer): void => {
  const clock = namedClock(work, who);
  if (clock.obliged !== who.department) throw new Rejection('NOT_YOUR_ROLE', [clock.limit]);
  const { startedAt, startedAtLatest, receiptWithin, status } = clock;
  const open = startedAtLatest === undefined ? undefined : { from: startedAt, to: startedAtLatest };
  const within = open ?? receiptWithin;
  if (within === undefined || status === 'stopped') throw new Rejection('RECEIPT_NOT_OPEN', [clock.limit]);
  const { from } = startRange(work.command.occurredAt, work.command.precision);
  if (from < within.from || from > within.to) throw new Rejection('FIELD_REFUSED', ['occurredAt']);
  if (open) {
    restart(work, clock, 'receipt-confirmed', from);
    return;
  }
  // Said otherwise than before: a correction of one's own word, which betters nothing by itself.
  if (!work.command.commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
  startOtherwise(work, clock, 'receipt-confirmed', from);
};

type Because = Extract<CaseEvent, { type: 'clock-restarted' }>['because'];

/** The obliged department says that its clock began otherwise: an earlier start counts, a later one is a claim. */
export const startOtherwise = (work: UnderWay, clock: Clock, because: Because, startedAt: string): void => {
  if (startedAt < clock.startedAt) restart(work, clock, because, startedAt);
  else if (startedAt !== (clock.claimedStartAt ?? clock.startedAt))
    emit(work, { kind: 'clock', type: 'clock-start-claimed', clock: clock.clock, startedAt });
};

/** A clock from another start on. */
const restart = (work: UnderWay, clock: Clock, because: Because, startedAt: string): void => {
  const { startedAtLatest: _latest, ...known } = clock;
  const { strictDueAt, latestDueAt } = clock.times;
  emit(work, {
    kind: 'clock',
    type: 'clock-restarted',
    clock: clock.clock,
    because,
    startedAt,
    before: { startedAt: clock.startedAt, strictDueAt, latestDueAt },
    times: timesAgain(work, known, { startedAt }),
  });
};
