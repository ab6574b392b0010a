// What happens when a moment comes: a reminder, the strict due, the breach with its first rung, the rungs after it.
// Never early: a moment before its stored instant by the registrar's clock is refused, whoever asks.

import { millisOf } from '../../schemas/instant.ts';
import type { Addressee } from '../../schemas/law.ts';
import { caseOf, emit, procedureOf, proceedingOf, Rejection, type UnderWay } from '../decision-under-way.ts';
import { isRestricted } from '../restricting/is-restricted.ts';
import { type Clock, momentsAhead, type Proceeding } from '../state.ts';
import { openByBreach } from '../steps/by-breach.ts';
import { peopleFor } from './addressees.ts';
import { limitOf } from './clock-times.ts';
import { beginNextPeriod } from './periods.ts';

/** A moment recorded more than this after its instant is marked late. */
const LATE_AFTER_MS = 60_000;

const draftDocument = (work: UnderWay, p: Proceeding, clock: Clock): void => {
  const rule = procedureOf(work.context.law, p).clocks[clock.limit]?.onOverdue;
  const drafter = rule && p.roles[rule.for]?.[0];
  if (!rule || !drafter) return;
  const papers = p.papers.map(({ code, id, sha256 }) => ({ code, id, ...(sha256 ? { sha256 } : {}) }));
  const visibleTo = rule.visibleTo.flatMap((role) => p.roles[role] ?? []);
  emit(work, {
    kind: 'draft',
    type: rule.event,
    proceeding: p.proceeding,
    document: rule.draft,
    for: drafter,
    visibleTo,
    clock: clock.clock,
    papers,
  });
};

const reach = (work: UnderWay, clock: Clock, moment: string, plannedAt: string): void => {
  const { law, at } = work.context;
  const p = proceedingOf(work, clock.proceeding);
  const late = millisOf(at) - millisOf(plannedAt) > LATE_AFTER_MS;
  const common = {
    kind: 'moment',
    clock: clock.clock,
    proceeding: p.proceeding,
    moment,
    plannedAt,
    late,
  } as const;
  const people = (...who: Addressee[]) => peopleFor(work, p, clock, who);
  if (moment.startsWith('remind')) {
    emit(work, { ...common, type: 'limit-reminded', addressees: people('obliged-liaison') });
  } else if (clock.window) {
    emit(work, {
      kind: 'clock',
      type: 'clock-stopped',
      clock: clock.clock,
      stoppedAt: plannedAt,
      outcome: 'lapsed',
    });
  } else if (moment === 'strict-due') {
    emit(work, {
      ...common,
      type: 'strict-limit-reached',
      addressees: people('obliged-head', 'obliged-liaison'),
    });
  } else {
    const rung = law.ladderOf(limitOf(work, clock).ladder).find((step) => step.moment === moment);
    const type = moment === 'due' ? 'limit-overdue' : 'limit-escalated';
    const addressees = people(...(rung?.to ?? ['obliged-liaison' as const]));
    emit(work, { ...common, type, ...(rung ? { level: rung.level } : {}), addressees });
    if (rung) openByBreach(work, clock, rung);
    if (moment !== 'due' || clock.undone) return;
    draftDocument(work, p, clock);
    const rule = procedureOf(law, p).clocks[clock.limit];
    if (rule) beginNextPeriod(work, p, rule, clock);
  }
};

/** A limit of a department that may not know of the case binds nobody: where it still ran (a closed proceeding) it ends, unbreached. */
const endUnknown = (work: UnderWay, clock: Clock, stoppedAt: string): void => {
  const outcome = clock.reached.includes('due') ? 'breached' : 'moot';
  emit(work, { kind: 'clock', type: 'clock-stopped', clock: clock.clock, stoppedAt, outcome });
};

/** `reach-moment`: those of the moments asked for that have come and still apply. Rejects when none does. */
export const reachMoments = (work: UnderWay): void => {
  const plannedFor = (key: string, moment: string) =>
    caseOf(work).clocks[key]?.times.moments.find((m) => m.moment === moment);
  // In the order of time, whatever order they were asked in: after an outage a breach comes before its escalation.
  const asked = (work.command.body.moments ?? [])
    .map(({ clock, moment }) => ({ key: clock, moment, planned: plannedFor(clock, moment) }))
    .toSorted((a, b) => ((a.planned?.at ?? '') < (b.planned?.at ?? '') ? -1 : 1));
  let early = false;
  for (const { key, moment, planned } of asked) {
    const clock = caseOf(work).clocks[key];
    if (!clock || !planned || !momentsAhead(clock).includes(planned)) continue;
    if (planned.at > work.context.at) {
      early = true;
      continue;
    }
    if (isRestricted(work.state, clock.obliged)) endUnknown(work, clock, planned.at);
    else reach(work, clock, moment, planned.at);
  }
  if (work.events.length === 0) throw new Rejection(early ? 'MOMENT_TOO_EARLY' : 'MOMENT_STALE');
};
