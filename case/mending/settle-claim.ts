// What is only claimed to have been done in time is settled by somebody else: confirmed, disputed, or confirmed by a receipt.

import { limitOf, timesOf } from '../clocks/clock-times.ts';
import { settle } from '../clocks/outcome.ts';
import { caseOf, emit, procedureOf, proceedingOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { isLate } from '../due/due-date.ts';
import { startRange } from '../due/start-range.ts';
import { routeTo } from '../register/register.ts';
import type { Clock, HandOff, Officer } from '../state.ts';

/**
 * Departments that may settle what the obliged one claims: holders of roles that confirm, else of the receiving side, else the
 * joint-meeting office. Never the obliged one.
 */
export const confirmersOf = (work: UnderWay, clock: Clock): readonly string[] => {
  const { law, register } = work.context;
  const p = proceedingOf(work, clock.proceeding);
  const { roles } = procedureOf(law, p);
  const holding = (is: (role: (typeof roles)[string]) => boolean): string[] =>
    Object.entries(roles)
      .filter(([, role]) => is(role))
      .flatMap(([name]) => p.roles[name] ?? [])
      .filter((department) => department !== clock.obliged);
  const confirming = holding(({ confirms }) => confirms === true);
  const receiving = confirming.length > 0 ? confirming : holding(({ side }) => side === 'receiving');
  const office = routeTo(register, caseOf(work).region, 'joint-meeting-office');
  return receiving.length > 0 || !office || office === clock.obliged ? receiving : [office];
};

const namedClock = (work: UnderWay): Clock => {
  const { clock: key } = work.command.body;
  if (key === undefined) throw new Rejection('FIELD_REQUIRED', ['clock']);
  const { clocks } = caseOf(work);
  const clock = Object.hasOwn(clocks, key) ? clocks[key] : undefined;
  if (!clock) throw new Rejection('NO_SUCH_CLOCK');
  return clock;
};

/** Whether a department may settle a claim of this case: it need not be a party otherwise. */
export const maySettle = (work: UnderWay, department: string): boolean => {
  const { command, body } = work.command;
  const clock = body.clock === undefined ? undefined : work.state?.clocks[body.clock];
  return (
    (command === 'confirm-claim' || command === 'dispute-claim') &&
    clock !== undefined &&
    confirmersOf(work, clock).includes(department)
  );
};

/** `confirm-claim`, `dispute-claim {clock}`: a disputed one is what it was recorded as. */
export const settleClaim = (work: UnderWay, who: Officer): void => {
  const clock = namedClock(work);
  if (!confirmersOf(work, clock).includes(who.department))
    throw new Rejection('NOT_YOUR_ROLE', [clock.limit]);
  if (clock.outcome !== 'claimed-in-time') throw new Rejection('CLAIM_NOT_OPEN', [clock.limit]);
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
  const clock = namedClock(work);
  if (clock.obliged !== who.department) throw new Rejection('NOT_YOUR_ROLE', [clock.limit]);
  const { startedAt, startedAtLatest, status } = clock;
  if (startedAtLatest === undefined || status === 'stopped')
    throw new Rejection('NO_SUCH_CLOCK', [clock.limit]);
  const { from } = startRange(work.command.occurredAt, work.command.precision);
  if (from < startedAt || from > startedAtLatest) throw new Rejection('FIELD_REFUSED', ['occurredAt']);
  restart(work, clock, 'receipt-confirmed', from);
};

/** A clock from another start on. */
export const restart = (
  work: UnderWay,
  clock: Clock,
  because: 'receipt-confirmed' | 'step-corrected',
  startedAt: string,
): void => {
  const { startedAtLatest: _known, ...rest } = clock;
  const { strictDueAt, latestDueAt } = clock.times;
  emit(work, {
    kind: 'clock',
    type: 'clock-restarted',
    clock: clock.clock,
    because,
    startedAt,
    before: { startedAt: clock.startedAt, strictDueAt, latestDueAt },
    times: timesOf(work, limitOf(work, clock), {
      ...rest,
      startedAt,
      extensions: clock.extensions.map((e) => e.by),
    }),
  });
};
