// Why each due date of a case is what it is: computed again under the register of today and the version of the limit it began with, rule by rule, beside what the
// ledger holds. Where the two differ, the register changed since (a calendar, a settled question) and that is said.

import * as z from 'zod';
import { calendarOf } from '../../../case/decision-under-way.ts';
import { dueDate } from '../../../case/due/due-date.ts';
import { settledFor, settledLimit } from '../../../case/due/settled-limit.ts';
import { type Register, settingsOf } from '../../../case/register/register.ts';
import type { CaseState, Clock } from '../../../case/state.ts';
import type { Law } from '../../../law/law.ts';
import { Obliged } from '../../../schemas/event.ts';
import { Bilingual, bodyOf, ProceedingId } from '../../../schemas/ids.ts';
import { Instant, millisOf } from '../../../schemas/instant.ts';
import { LegalBasis, LimitKind, LimitSource, WorkingStep } from '../../../schemas/time-limit.ts';
import { standingOf } from '../../bus/reading-room/queries/clock-status.ts';
import { ClockAnswer } from './case-answer.ts';

export const ClockExplanation = z.strictObject({
  clock: z.string(),
  proceeding: ProceedingId,
  limit: z.string(),
  title: Bilingual,
  duty: Bilingual,
  obliged: Obliged,
  status: ClockAnswer.shape.status,
  standing: ClockAnswer.shape.standing,
  outcome: z.string().nullable(),
  startedAt: Instant,
  strictDueAt: Instant.nullable(),
  latestDueAt: Instant.nullable(),
  provisional: z.boolean(),
  kind: LimitKind,
  source: LimitSource,
  basis: z.array(LegalBasis),
  undetermined: z.string().nullable(),
  steps: z.array(WorkingStep),
  /** The working leads to the instants the ledger holds. */
  agrees: z.boolean(),
});
export type ClockExplanation = z.infer<typeof ClockExplanation>;

/** Register and law of today, and the instant as of which a clock stands. */
type Ground = { readonly register: Register; readonly law: Law; readonly asOf: Instant };

const explainClock = (state: CaseState, clock: Clock, { register, law, asOf }: Ground): ClockExplanation => {
  const { region } = clock;
  const procedure = state.proceedings[clock.proceeding]?.procedure ?? '';
  const body = clock.obliged.includes('/') ? bodyOf(clock.obliged) : undefined;
  const settings = settledFor(settingsOf(register, region), clock.limit, { procedure, body });
  const known = law.timeLimit(clock.limit, clock.version);
  const limit = known && settledLimit(known, settings);
  const due =
    limit &&
    dueDate({
      limit,
      from: clock.startedAt,
      ...(clock.startedAtLatest ? { fromLatest: clock.startedAtLatest } : {}),
      region,
      obliged: clock.obliged,
      calendar: calendarOf(register, law),
      settings,
      ...(clock.setBy ? { setBy: clock.setBy } : {}),
      extensions: clock.extensions.map((e) => e.by),
      stops: clock.stops,
    });
  const { strictDueAt, latestDueAt, provisional } = clock.times;
  const unknown = { zh: clock.limit, en: clock.limit };
  return {
    clock: clock.clock,
    proceeding: clock.proceeding,
    limit: clock.limit,
    title: limit?.title ?? unknown,
    duty: limit?.duty ?? unknown,
    obliged: clock.obliged,
    status: clock.status,
    standing: standingOf(state, clock, asOf),
    outcome: clock.outcome ?? null,
    startedAt: clock.startedAt,
    strictDueAt,
    latestDueAt,
    provisional,
    kind: clock.limitKind,
    source: clock.limitSource,
    basis: [...clock.basis],
    undetermined: clock.undetermined ?? null,
    steps: due?.steps ?? [],
    agrees: due !== undefined && due.strictDueAt === strictDueAt && due.latestDueAt === latestDueAt,
  };
};

/** Running clocks first, then the stopped ones; each by its start. */
export const explainClocks = (state: CaseState, ground: Ground): ClockExplanation[] =>
  Object.values(state.clocks)
    .toSorted(
      (a, b) =>
        Number(a.status === 'stopped') - Number(b.status === 'stopped') ||
        millisOf(a.startedAt) - millisOf(b.startedAt),
    )
    .map((clock) => explainClock(state, clock, ground));
