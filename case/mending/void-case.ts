// A case opened by mistake is voided by two officers of the department that opened it, before another department has received
// it. It leaves the lists and stays in the record; what was breached by then stays breached.
import { settle } from '../clocks/outcome.ts';
import { caseOf, emit, Rejection, type UnderWay } from '../decision-under-way.ts';
import type { ActingOfficer } from '../steps/take-step.ts';

/** Why it cannot be voided, or `undefined`. */
const inTheWay = (work: UnderWay, who: ActingOfficer): Rejection | undefined => {
  const state = caseOf(work);
  if (state.openedBy !== who.department) return new Rejection('NOT_YOUR_ROLE', ['openedBy']);
  const handOffs = Object.values(state.handOffs);
  if (handOffs.some(({ outcome }) => outcome === 'received'))
    return new Rejection('VOID_NOT_POSSIBLE', ['received']);
  if (handOffs.some(({ outcome }) => outcome === undefined))
    return new Rejection('VOID_NOT_POSSIBLE', ['handed-over']);
  const others = Object.values(state.proceedings).flatMap(({ steps }) =>
    steps.filter(({ by }) => by !== who.department),
  );
  return others.length > 0 ? new Rejection('VOID_NOT_POSSIBLE', ['steps']) : undefined;
};

/** `void-case`, twice: one officer asks with a reason, another of rank head voids it. */
export const voidCase = (work: UnderWay, who: ActingOfficer): void => {
  const refused = inTheWay(work, who);
  if (refused) throw refused;
  const { voidAsked } = caseOf(work);
  const by = { by: who.department, officer: who.officer };
  if (!voidAsked) {
    if (!work.command.commitments['/reason']) throw new Rejection('REASON_REQUIRED', ['reason']);
    emit(work, { kind: 'void', type: 'void-asked', ...by });
    return;
  }
  if (voidAsked.officer === who.officer) throw new Rejection('SAME_OFFICER', ['void-case']);
  if (!who.ranks.includes('head')) throw new Rejection('RANK_TOO_LOW', ['head']);
  for (const clock of Object.values(caseOf(work).clocks)) {
    if (clock.status === 'stopped') {
      if (clock.outcome === 'claimed-in-time' || clock.outcome === 'met')
        settle(work, clock, 'case-voided', 'moot', who);
      continue;
    }
    const { clock: key } = clock;
    const outcome = clock.reached.includes('due') ? 'breached' : 'moot';
    emit(work, {
      kind: 'clock',
      type: 'clock-stopped',
      clock: key,
      stoppedAt: work.command.occurredAt,
      outcome,
    });
  }
  emit(work, { kind: 'void', type: 'case-voided', ...by });
};
