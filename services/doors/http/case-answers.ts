// Shapes of what the HTTP door says of a case, and how they are made from the reading room's rows.
import * as z from 'zod';
import type { CaseState } from '../../../case/state.ts';
import type { StatusWord } from '../../../case/visible-case.ts';
import { Disclosure } from '../../../schemas/command.ts';
import { CaseEvent } from '../../../schemas/event.ts';
import { Bilingual, CaseId, DepartmentId, ProceedingId, Rank, Region } from '../../../schemas/ids.ts';
import { Instant, Precision } from '../../../schemas/instant.ts';
import { LegalBasis, LimitKind, LimitSource } from '../../../schemas/time-limit.ts';
import type { TimelineEntry } from '../../bus/reading-room/queries/case-timeline.ts';
import type { Words } from '../../words/words.ts';
import type { SeenCase } from './case-reads.ts';

/** A party's value the caller may see; `entry` is the sequence within the case. */
const Value = Disclosure.pick({ path: true, value: true }).extend({ entry: z.int() });
export type Value = z.infer<typeof Value>;

const ProceedingAnswer = z.strictObject({
  proceeding: ProceedingId,
  procedure: z.string(),
  version: z.int(),
  title: Bilingual,
  state: z.string(),
  stateTitle: Bilingual,
  roles: z.record(z.string(), z.array(DepartmentId)),
  parent: ProceedingId.optional(),
  openedAt: Instant,
  since: Instant.nullable(),
  lastBy: z.string().nullable(),
});

export const ClockAnswer = z.strictObject({
  clock: z.string(),
  proceeding: ProceedingId,
  limit: z.string(),
  obliged: DepartmentId,
  status: z.enum(['running', 'paused', 'stopped']),
  startedAt: Instant,
  /** Where the day of receipt is still to be confirmed: it started by then at the latest. */
  startedAtLatest: Instant.nullable(),
  strictDueAt: Instant.nullable(),
  latestDueAt: Instant.nullable(),
  ends: z.enum(['before', 'at']),
  provisional: z.boolean(),
  kind: LimitKind,
  source: LimitSource,
  basis: z.array(LegalBasis),
  undetermined: z.string().nullable(),
  window: z.boolean(),
  stoppedAt: Instant.nullable(),
  outcome: z.string().nullable(),
});

/** The status word of a proceeding of which the caller sees no more. */
export const StatusAnswer = z.strictObject({
  proceeding: ProceedingId,
  procedure: z.string(),
  procedureTitle: Bilingual,
  word: z.string(),
  title: Bilingual,
});

export const statusLine = (
  { proceeding, procedure, version, word }: StatusWord,
  { law, procedureTitle }: Words,
) => ({
  proceeding,
  procedure,
  procedureTitle: procedureTitle(procedure),
  word,
  title: law.procedure(procedure, version)?.statusWords[word] ?? { zh: word, en: word },
});

const HandOffAnswer = z.strictObject({
  proceeding: ProceedingId,
  hop: z.int(),
  from: DepartmentId,
  to: DepartmentId,
  startedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.string().nullable(),
});

export const CaseAnswer = z.strictObject({
  case: CaseId,
  region: Region,
  /** `null` where the case was opened by what the caller sees a status word of. */
  openedBy: DepartmentId.nullable(),
  openedAt: Instant.nullable(),
  /** Opened by mistake and taken out of the lists; the record stays. */
  voided: z.boolean(),
  sequence: z.int(),
  ledgerSequence: z.int(),
  parties: z.array(DepartmentId),
  proceedings: z.array(ProceedingAnswer),
  statuses: z.array(StatusAnswer),
  clocks: z.array(ClockAnswer),
  handOffs: z.array(HandOffAnswer),
  reached: z.array(
    z.strictObject({
      clock: z.string(),
      moment: z.string(),
      plannedAt: Instant,
      recordedAt: Instant,
      late: z.boolean(),
      level: z.int().nullable(),
    }),
  ),
  facts: z.array(
    z.strictObject({ fact: z.string(), by: z.string(), occurredAt: Instant, precision: z.string() }),
  ),
  values: z.array(Value),
});
export type CaseAnswer = z.infer<typeof CaseAnswer>;

export const TimelineAnswer = z.strictObject({
  case: CaseId,
  entries: z.array(
    z.strictObject({
      ledgerSequence: z.int(),
      sequence: z.int(),
      headline: z.string(),
      procedure: z.string(),
      title: Bilingual,
      occurredAt: Instant,
      precision: Precision,
      recordedAt: Instant,
      /** `null` where no more than a status word is shown; `occurredAt` is then when it was recorded. */
      actor: z.string().nullable(),
      filled: z.boolean(),
      hash: z.string(),
      events: z.array(CaseEvent),
      statuses: z.array(StatusAnswer),
      values: z.array(Value),
    }),
  ),
});
export type TimelineAnswer = z.infer<typeof TimelineAnswer>;
export type { TimelineEntry };

const proceedingsOf = (
  state: CaseState,
  since: SeenCase['since'],
  { procedureTitle, stateTitle }: Words,
): CaseAnswer['proceedings'] =>
  Object.values(state.proceedings).map((p) => ({
    proceeding: p.proceeding,
    procedure: p.procedure,
    version: p.version,
    title: procedureTitle(p.procedure),
    state: p.state,
    stateTitle: stateTitle(p.procedure, p.version, p.state),
    roles: Object.fromEntries(Object.entries(p.roles).map(([role, all]) => [role, [...all]])),
    ...(p.parent ? { parent: p.parent } : {}),
    openedAt: p.openedAt,
    since: since[p.proceeding]?.at ?? null,
    lastBy: since[p.proceeding]?.by ?? null,
  }));

const clocksOf = (state: CaseState): CaseAnswer['clocks'] =>
  Object.values(state.clocks).map((c) => ({
    clock: c.clock,
    proceeding: c.proceeding,
    limit: c.limit,
    obliged: c.obliged,
    status: c.status,
    startedAt: c.startedAt,
    startedAtLatest: c.startedAtLatest ?? null,
    strictDueAt: c.times.strictDueAt,
    latestDueAt: c.times.latestDueAt,
    ends: c.times.ends,
    provisional: c.times.provisional,
    kind: c.limitKind,
    source: c.limitSource,
    basis: [...c.basis],
    undetermined: c.undetermined ?? null,
    window: c.window ?? false,
    stoppedAt: c.stoppedAt ?? null,
    outcome: c.outcome ?? null,
  }));

export const caseAnswer = (view: SeenCase, values: readonly Value[], words: Words): CaseAnswer => {
  const { state, knowsOpening } = view;
  return {
    case: state.id,
    region: state.region,
    openedBy: knowsOpening ? state.openedBy : null,
    openedAt: knowsOpening ? view.openedAt : null,
    voided: state.voided !== undefined,
    sequence: state.sequence,
    ledgerSequence: view.ledgerSequence,
    parties: [...state.parties],
    proceedings: proceedingsOf(state, view.since, words),
    statuses: view.statuses.map((status) => statusLine(status, words)),
    clocks: clocksOf(state),
    handOffs: Object.values(state.handOffs).map((h) => ({
      proceeding: h.proceeding,
      hop: h.hop,
      from: h.from,
      to: h.to,
      startedAt: h.startedAt,
      closedAt: h.closedAt ?? null,
      outcome: h.outcome ?? null,
    })),
    reached: [...view.reached],
    facts: [...view.facts],
    values: [...values],
  };
};

/** What the asker may do in a case now, and what each command still needs. */
export const CommandsAnswer = z.strictObject({
  case: CaseId,
  commands: z.array(
    z.strictObject({
      proceeding: ProceedingId,
      procedure: z.string(),
      version: z.int(),
      command: z.string(),
      title: Bilingual,
      papers: z.array(z.string()),
      needs: z.array(z.string()),
      reason: z.boolean(),
      officers: z.int(),
      takes: z.array(z.string()),
      conditions: z.array(z.string()),
      missingRank: Rank.nullable(),
    }),
  ),
});
export type CommandsAnswer = z.infer<typeof CommandsAnswer>;
