// What happens when a moment comes: a reminder, the strict due, the breach with its first rung, the rungs after it.
// Never early: a moment before its stored instant by the registrar's clock is refused, whoever asks.
import type { Addressee } from '../../law/ladders.ts';
import { dateOf, millisOf } from '../../schemas/instant.ts';
import { caseOf, type Draft, emit, Rejection } from '../decision-under-way.ts';
import type { Clock, Proceeding } from '../state.ts';
import { procedureOf } from '../steps/take-step.ts';
import { peopleFor } from './addressees.ts';

/** A moment recorded more than this after its instant is marked late. */
const LATE_AFTER_MS = 60_000;

const draftDocument = (draft: Draft, p: Proceeding, clock: Clock): void => {
  const rule = procedureOf(draft, p).clocks[clock.limit]?.onOverdue;
  const drafter = rule && p.roles[rule.for]?.[0];
  if (!rule || !drafter) return;
  const papers = p.papers.map(({ code, id, sha256 }) => ({ code, id, ...(sha256 ? { sha256 } : {}) }));
  const visibleTo = rule.visibleTo.flatMap((role) => p.roles[role] ?? []);
  emit(draft, {
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

const reach = (draft: Draft, clock: Clock, moment: string, plannedAt: string): void => {
  const { law, at } = draft.context;
  const p = caseOf(draft).proceedings[clock.proceeding] as Proceeding;
  const late = millisOf(at) - millisOf(plannedAt) > LATE_AFTER_MS;
  const common = {
    kind: 'moment',
    clock: clock.clock,
    proceeding: p.proceeding,
    moment,
    plannedAt,
    late,
  } as const;
  const people = (...who: Addressee[]) => peopleFor(draft, p, clock, who);
  if (moment.startsWith('remind')) {
    emit(draft, { ...common, type: 'limit-reminded', addressees: people('obliged-liaison') });
  } else if (clock.window) {
    emit(draft, {
      kind: 'clock',
      type: 'clock-stopped',
      clock: clock.clock,
      stoppedAt: plannedAt,
      outcome: 'lapsed',
    });
  } else if (moment === 'strict-due') {
    emit(draft, {
      ...common,
      type: 'strict-limit-reached',
      addressees: people('obliged-head', 'obliged-liaison'),
    });
  } else {
    const limit = law.timeLimitOn(clock.limit, dateOf(clock.startedAt));
    const rung = law.ladderOf(limit?.ladder ?? 'none').find((step) => step.moment === moment);
    const type = moment === 'due' ? 'limit-overdue' : 'limit-escalated';
    const addressees = people(...(rung?.to ?? ['obliged-liaison' as const]));
    emit(draft, { ...common, type, ...(rung ? { level: rung.level } : {}), addressees });
    if (moment === 'due') draftDocument(draft, p, clock);
  }
};

/** `reach-moment`: those of the moments asked for that have come and still apply. Rejects when none does. */
export const reachMoments = (draft: Draft): void => {
  const plannedFor = (key: string, moment: string) =>
    caseOf(draft).clocks[key]?.times.moments.find((m) => m.moment === moment);
  // In the order of time, whatever order they were asked in: after an outage a breach comes before its escalation.
  const asked = (draft.command.body.moments ?? [])
    .map(({ clock, moment }) => ({ key: clock, moment, planned: plannedFor(clock, moment) }))
    .toSorted((a, b) => ((a.planned?.at ?? '') < (b.planned?.at ?? '') ? -1 : 1));
  let early = false;
  for (const { key, moment, planned } of asked) {
    const clock = caseOf(draft).clocks[key];
    if (!clock || !planned || clock.status !== 'running' || clock.reached.includes(moment)) continue;
    if (planned.at > draft.context.at) {
      early = true;
      continue;
    }
    reach(draft, clock, moment, planned.at);
  }
  if (draft.events.length === 0) throw new Rejection(early ? 'MOMENT_TOO_EARLY' : 'MOMENT_STALE');
};
