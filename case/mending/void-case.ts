// A case opened by mistake is voided by two officers of the department that opened it, before another department has received
// it. It leaves the lists and stays in the record; what was breached by then stays breached.
import type { Outcome } from '../../schemas/event.ts';
import { endingOf, outcomeOf, settle } from '../clocks/outcome.ts';
import { endEscalation } from '../clocks/stop-clock.ts';
import { caseOf, emit, Rejection, refuseBefore, type UnderWay } from '../decision-under-way.ts';
import { tellJoined } from '../joining/join-case.ts';
import type { Clock } from '../state.ts';
import type { ActingOfficer } from '../steps/take-step.ts';

/** Why it cannot be voided, or `undefined`. */
const inTheWay = (work: UnderWay, who: ActingOfficer): Rejection | undefined => {
  const state = caseOf(work);
  if (state.openedBy !== who.department) return new Rejection('NOT_YOUR_ROLE', ['openedBy']);
  if (Object.values(state.proceedings).some(({ moved, arrived }) => moved ?? arrived))
    return new Rejection('VOID_NOT_POSSIBLE', ['moved']);
  const handOffs = Object.values(state.handOffs);
  if (handOffs.some(({ outcome }) => outcome === 'received'))
    return new Rejection('VOID_NOT_POSSIBLE', ['received']);
  if (handOffs.some(({ outcome }) => outcome === undefined))
    return new Rejection('VOID_NOT_POSSIBLE', ['handed-over']);
  // Who was sent it by mistake knows of it; whoever else does has received it.
  const mistaken = new Set([who.department, ...handOffs.map(({ to }) => to)]);
  const others = state.parties.filter((party) => !mistaken.has(party));
  return others.length > 0 ? new Rejection('VOID_NOT_POSSIBLE', ['parties']) : undefined;
};

/** Overdue is a fact, whether its moment was recorded or not: voiding takes no breach back, and claims nothing. */
const outcomeWhenVoided = (work: UnderWay, clock: Clock): Outcome =>
  outcomeOf({ ...endingOf(work, clock), isOwn: false }, { from: work.context.at }, true);

/** `void-case`, twice: one officer asks with a reason, another of rank head voids it. */
export const voidCase = (work: UnderWay, who: ActingOfficer): void => {
  const refused = inTheWay(work, who);
  if (refused) throw refused;
  const { voidAsked, proceedings } = caseOf(work);
  const first = Object.values(proceedings).flatMap(({ steps }) => steps.slice(0, 1).map(({ at }) => at));
  refuseBefore(work, voidAsked?.at ?? first.toSorted()[0] ?? work.command.occurredAt);
  const by = { by: who.department, officer: who.officer };
  if (!voidAsked) {
    if (!work.command.commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
    emit(work, { kind: 'void', type: 'void-asked', ...by });
    return;
  }
  if (voidAsked.officer === who.officer) throw new Rejection('SAME_OFFICER', ['void-case']);
  if (!who.ranks.includes('head')) throw new Rejection('RANK_TOO_LOW', ['head']);
  for (const clock of Object.values(caseOf(work).clocks)) {
    const { clock: key, status, outcome, reached } = clock;
    if (status !== 'stopped')
      emit(work, {
        kind: 'clock',
        type: 'clock-stopped',
        clock: key,
        stoppedAt: work.command.occurredAt,
        outcome: outcomeWhenVoided(work, clock),
      });
    else if (outcome === 'claimed-in-time' || outcome === 'met')
      settle(work, clock, 'case-voided', reached.includes('due') ? 'breached' : 'moot', who);
  }
  endEscalation(work, () => true);
  emit(work, { kind: 'void', type: 'case-voided', ...by });
  tellJoined(work);
};
