// Shapes of what the HTTP door says of a case, and how they are made of what its reader is shown.
import * as z from 'zod';
import { nextObligations, stillOpen } from '../../../case/closing/still-open.ts';
import { type CaseState, joinedInto, type Proceeding } from '../../../case/state.ts';
import type { StatusWord } from '../../../case/visible-case.ts';
import { CASE_PROCEDURE, STATUS_CHANGED } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import type { BandRule } from '../../../schemas/band-rule.ts';
import { actorKey, Disclosure, Paper, SubjectAttributes } from '../../../schemas/command.ts';
import { CaseEvent, Obliged } from '../../../schemas/event.ts';
import { FieldName, FieldValue, type FieldValues } from '../../../schemas/field.ts';
import {
  Bilingual,
  BUS,
  CaseId,
  ClockKey,
  DepartmentId,
  OfficerId,
  ProceedingId,
  Rank,
  Region,
  SubjectId,
} from '../../../schemas/ids.ts';
import { Instant, Precision } from '../../../schemas/instant.ts';
import { LegalBasis, LimitKind, LimitSource } from '../../../schemas/time-limit.ts';
import { standingOf } from '../../bus/reading-room/queries/clock-status.ts';
import { isByBus } from '../../words/departments.ts';
import type { Words } from '../../words/words.ts';
import { BalanceAnswer, balancesIn } from './balances.ts';
import { BandDoubtAnswer, bandDoubtsIn } from './band-doubts.ts';
import { type CaseFile, caseFile, linksOf, type OpenedEntry } from './case-file.ts';
import type { ShownCase } from './case-shown.ts';
import { withCorrections } from './corrected-values.ts';

/** Who said or did something and when; `entry` is its sequence within the case. */
const attributed = {
  entry: z.int(),
  /** Department, or `service:<name>`. */
  by: z.string(),
  officer: OfficerId.nullable(),
  at: Instant,
  precision: Precision,
  recordedAt: Instant,
};

/** A party's value: with its path and salt it gives the commitment at that path of the command of its entry. */
const Value = Disclosure.extend({ entry: z.int() });
/** One of `values` of the same entry, by its path. */
const PlainValue = Disclosure.pick({ path: true, value: true });

/** Fields a procedure declares, each with its title. */
const Fields = z.array(z.strictObject({ name: FieldName, title: Bilingual, value: FieldValue }));

const ProceedingAnswer = z.strictObject({
  proceeding: ProceedingId,
  /** Whom it is about, where it is one of several. */
  subject: SubjectId.optional(),
  procedure: z.string(),
  version: z.int(),
  title: Bilingual,
  state: z.string(),
  stateTitle: Bilingual,
  roles: z.record(z.string(), z.array(DepartmentId)),
  parent: ProceedingId.optional(),
  /** The clock whose breach opened it. */
  breach: ClockKey.optional(),
  openedAt: Instant,
  /** When it was decided that nothing more is to come of it. */
  waivedAt: Instant.nullable(),
  /** The case it goes on in, and the one it came from. */
  movedTo: CaseId.nullable(),
  cameFrom: CaseId.nullable(),
  since: Instant.nullable(),
  lastBy: z.string().nullable(),
  /** Each as last recorded in what is shown. */
  fields: Fields,
});

export const ClockAnswer = z.strictObject({
  clock: z.string(),
  proceeding: ProceedingId,
  limit: z.string(),
  obliged: Obliged,
  status: z.enum(['running', 'paused', 'stopped']),
  /** How a clock that has not stopped stands as of the answer, as in the due list. */
  standing: z
    .enum([
      'overdue',
      'strict-overdue',
      'close',
      'running',
      'past-undetermined',
      'window',
      'at-once',
      'paused',
    ])
    .nullable(),
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

const LinkAnswer = z.strictObject({ case: CaseId, relation: z.string() });

/** The limit that each department must keep next; the first of them is the critical one. */
const NextAnswer = z.array(
  z.strictObject({
    department: DepartmentId,
    clock: z.string(),
    limit: z.string(),
    proceeding: ProceedingId,
    strictDueAt: Instant.nullable(),
    latestDueAt: Instant.nullable(),
    kind: LimitKind,
    source: LimitSource,
  }),
);

/** Which proceeding it is, and where it stands. */
const Standing = ProceedingAnswer.pick({
  proceeding: true,
  subject: true,
  procedure: true,
  title: true,
  state: true,
  stateTitle: true,
});

/** A case joined to another, which is not closed before it. */
const JoinedAnswer = z.strictObject({
  case: CaseId,
  closed: z.boolean(),
  proceedings: z.array(Standing),
  next: NextAnswer,
});

export const CaseAnswer = z.strictObject({
  case: CaseId,
  region: Region,
  /** `null` where the case was opened by what the caller sees a status word of. */
  openedBy: DepartmentId.nullable(),
  openedAt: Instant.nullable(),
  /** Opened by mistake and taken out of the lists; the record stays. */
  voided: z.boolean(),
  /** By whom and when it was closed as a whole; it takes nothing more. */
  closed: z.strictObject({ by: DepartmentId, at: Instant }).nullable(),
  /** A major case (重大案件). */
  major: z.boolean(),
  /** What must end before the case can be closed, of what the caller sees. */
  blocks: z.array(
    z.strictObject({
      what: z.enum(['proceeding', 'clock', 'hand-off', 'follow-up']),
      proceeding: ProceedingId,
      clock: z.string().nullable(),
    }),
  ),
  /** The limit that each department must keep next; the first of them is the critical one. */
  next: NextAnswer,
  /** The case it was joined to; and those joined to it, each as far as it may be seen. */
  joinedTo: CaseId.nullable(),
  joined: z.array(JoinedAnswer),
  sequence: z.int(),
  ledgerSequence: z.int(),
  asOf: Instant,
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
  /** Every value shown, oldest first: those of one path are versions, the newest of them marked. */
  values: z.array(
    Value.extend({
      ...attributed,
      /** The command it was entered with. */
      command: z.string(),
      newest: z.boolean(),
      /** Whose amount or charge it is, where it was stated of one subject: versions are those of one path and subject. */
      subject: SubjectId.nullable(),
      /** Bands that were stated with an amount. */
      fields: Fields,
      /** Why there is another version. */
      reason: PlainValue.nullable(),
    }),
  ),
  /** What everybody of the case may know of each subject, oldest version first. */
  subjects: z.array(
    z.strictObject({
      ...attributed,
      subject: SubjectId,
      attributes: SubjectAttributes,
      newest: z.boolean(),
      /** Why it was revised; `null` where it was named. */
      reason: PlainValue.nullable(),
    }),
  ),
  /** Open bands that the amounts shown do not make. */
  bandDoubts: z.array(BandDoubtAnswer),
  /** Money demanded and what came back of it, where the reader may open every amount that counts. */
  balances: z.array(BalanceAnswer),
  /** What was done, each with its officer and its reason. */
  steps: z.array(
    z.strictObject({
      ...attributed,
      proceeding: ProceedingId,
      command: z.string(),
      title: Bilingual,
      state: z.string(),
      stateTitle: Bilingual,
      fields: Fields,
      reasonCode: z.string().nullable(),
      reason: PlainValue.nullable(),
      /** What its department said later of when it happened, with the entry that says so. */
      corrected: z.strictObject({ entry: z.int(), at: Instant, precision: Precision }).nullable(),
      filled: z.boolean(),
    }),
  ),
  /** Papers with their hashes; what their senders call them is a value of a party. */
  papers: z.array(
    Paper.extend({
      ...attributed,
      proceeding: ProceedingId,
      codeTitle: Bilingual,
      title: PlainValue.nullable(),
    }),
  ),
  facts: z.array(z.strictObject({ ...attributed, fact: z.string(), reason: PlainValue.nullable() })),
  links: z.array(LinkAnswer.extend(attributed)),
});
export type CaseAnswer = z.infer<typeof CaseAnswer>;

const TimelineEntry = z.strictObject({
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
  officer: OfficerId.nullable(),
  filled: z.boolean(),
  /** Recorded before the caller took part, and shown because the case was handed over. */
  backfill: z.boolean(),
  hash: z.string(),
  events: z.array(CaseEvent),
  links: z.array(LinkAnswer),
  statuses: z.array(StatusAnswer),
  values: z.array(Value),
});
type TimelineEntry = z.infer<typeof TimelineEntry>;

export const TimelineAnswer = z.strictObject({
  case: CaseId,
  entries: z.array(TimelineEntry),
  next: z.int().nullable().describe('`after` of the next page; null where there is none'),
});
export type TimelineAnswer = z.infer<typeof TimelineAnswer>;

const fieldsOf = (fields: FieldValues, { fieldTitle }: Words): z.infer<typeof Fields> =>
  Object.entries(fields).map(([name, value]) => ({ name, title: fieldTitle(name), value }));

const standingIn = (
  { proceeding, procedure, version, state, subject }: Proceeding,
  words: Words,
): z.infer<typeof Standing> => ({
  proceeding,
  ...(subject ? { subject } : {}),
  procedure,
  title: words.procedureTitle(procedure),
  state,
  stateTitle: words.stateTitle(procedure, version, state),
});

const proceedingsOf = (
  { state, since }: ShownCase,
  steps: ReturnType<typeof caseFile>['steps'],
  words: Words,
): CaseAnswer['proceedings'] =>
  Object.values(state.proceedings).map((p) => ({
    ...standingIn(p, words),
    version: p.version,
    roles: Object.fromEntries(Object.entries(p.roles).map(([role, all]) => [role, [...all]])),
    ...(p.parent ? { parent: p.parent } : {}),
    ...(p.breach ? { breach: p.breach } : {}),
    openedAt: p.openedAt,
    waivedAt: p.waived?.at ?? null,
    movedTo: p.moved?.to ?? null,
    cameFrom: p.arrived?.from.case ?? null,
    since: since[p.proceeding]?.at ?? null,
    lastBy: since[p.proceeding]?.by ?? null,
    // Out of the steps shown, for the fold may know of later ones.
    fields: fieldsOf(
      Object.fromEntries(
        steps.flatMap((s) => (s.proceeding === p.proceeding ? Object.entries(s.fields) : [])),
      ),
      words,
    ),
  }));

const clocksOf = ({ state }: ShownCase, asOf: Instant): CaseAnswer['clocks'] =>
  Object.values(state.clocks).map((c) => ({
    clock: c.clock,
    proceeding: c.proceeding,
    limit: c.limit,
    obliged: c.obliged,
    status: c.status,
    standing: standingOf(state, c, asOf),
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

const closingOf = (
  { state }: ShownCase,
  law: Law,
): Pick<CaseAnswer, 'closed' | 'major' | 'blocks' | 'next'> => ({
  closed: state.closed ? { by: state.closed.department, at: state.closed.at } : null,
  major: state.major !== undefined,
  blocks: stillOpen(state, law).flatMap((one) =>
    one.what === 'joined'
      ? []
      : [
          {
            what: one.what,
            proceeding: one.proceeding,
            clock: one.what === 'clock' ? one.clock : null,
          },
        ],
  ),
  next: nextOf(state),
});

const nextOf = (state: CaseState): CaseAnswer['next'] =>
  nextObligations(state).map(({ obliged, clock, limit, proceeding, times, limitKind, limitSource }) => ({
    department: obliged,
    clock,
    limit,
    proceeding,
    strictDueAt: times.strictDueAt,
    latestDueAt: times.latestDueAt,
    kind: limitKind,
    source: limitSource,
  }));

const plain = (value: Disclosure | null) => value && { path: value.path, value: value.value };

/** What was entered, in words where the law has them; nothing of proceedings that the reader does not see any more. */
const fileAnswer = (
  { state }: ShownCase,
  { subjects, values, steps, papers, facts, links }: CaseFile,
  words: Words,
): Pick<CaseAnswer, 'subjects' | 'values' | 'steps' | 'papers' | 'facts' | 'links'> => ({
  subjects: subjects.map(({ reason, ...subject }) => ({ ...subject, reason: plain(reason) })),
  values: values.map(({ fields, reason, ...value }) => ({
    ...value,
    fields: fieldsOf(fields, words),
    reason: plain(reason),
  })),
  steps: steps.flatMap(({ event, fields, reason, ...step }) => {
    const p = state.proceedings[step.proceeding];
    if (!p) return [];
    const title = words.eventTitle(event, p.procedure);
    const stateTitle = words.stateTitle(p.procedure, p.version, step.state);
    return [{ ...step, title, stateTitle, fields: fieldsOf(fields, words), reason: plain(reason) }];
  }),
  papers: papers.flatMap(({ title, ...paper }) =>
    Object.hasOwn(state.proceedings, paper.proceeding)
      ? [{ ...paper, codeTitle: words.paperTitle(paper.code), title: plain(title) }]
      : [],
  ),
  facts: facts.map(({ reason, ...fact }) => ({ ...fact, reason: plain(reason) })),
  links: [...links],
});

/** Cases joined to one, as far as its reader is shown each: `null` where it is shown nothing of it. */
export type JoinedCases = Readonly<Record<CaseId, ShownCase | null>>;

const joinedOf = (
  { state }: ShownCase,
  joined: JoinedCases,
  words: Words,
): Pick<CaseAnswer, 'joinedTo' | 'joined'> => ({
  joinedTo: joinedInto(state)?.case ?? null,
  joined: Object.entries(state.joinedCases).map(([id, open]) => {
    const other = joined[id]?.state;
    return {
      case: id,
      closed: !open,
      proceedings: Object.values(other?.proceedings ?? {}).map((p) => standingIn(p, words)),
      next: other ? nextOf(other) : [],
    };
  }),
});

export const caseAnswer = (
  shown: ShownCase,
  entries: readonly OpenedEntry[],
  asOf: Instant,
  words: Words,
  bandsAt: (at: Instant) => readonly BandRule[],
  joined: JoinedCases = {},
): CaseAnswer => {
  const { state, knowsOpening } = shown;
  const file = caseFile(entries);
  const corrected = withCorrections(entries.filter(({ sees }) => sees !== 'status'));
  return {
    case: state.id,
    region: state.region,
    openedBy: knowsOpening ? state.openedBy : null,
    openedAt: knowsOpening ? shown.openedAt : null,
    voided: state.voided !== undefined,
    ...closingOf(shown, words.law),
    ...joinedOf(shown, joined, words),
    sequence: state.sequence,
    ledgerSequence: shown.ledgerSequence,
    asOf,
    parties: [...state.parties],
    proceedings: proceedingsOf(shown, file.steps, words),
    statuses: shown.statuses.map((status) => statusLine(status, words)),
    clocks: clocksOf(shown, asOf),
    handOffs: Object.values(state.handOffs).map((h) => ({
      proceeding: h.proceeding,
      hop: h.hop,
      from: h.from,
      to: h.to,
      startedAt: h.startedAt,
      closedAt: h.closedAt ?? null,
      outcome: h.outcome ?? null,
    })),
    reached: [...shown.reached],
    ...fileAnswer(shown, file, words),
    bandDoubts: bandDoubtsIn(corrected, bandsAt),
    balances: balancesIn(corrected, (id) => {
      const p = state.proceedings[id];
      return p && words.law.procedure(p.procedure, p.version)?.balance;
    }),
  };
};

/** An entry of which no more than status words is shown: not what was done, nor by whom, nor when. */
const barely = ({ entry, words: told }: OpenedEntry, words: Words) => {
  const statuses = told.map((status) => statusLine(status, words));
  return {
    headline: STATUS_CHANGED,
    procedure: statuses[0]?.procedure ?? CASE_PROCEDURE,
    occurredAt: entry.recordedAt,
    precision: 'instant' as const,
    actor: null,
    officer: null,
    filled: false,
    events: [],
    links: [],
    statuses,
    values: [],
  };
};

const wholly = (shown: OpenedEntry) => {
  const { headline, procedure, values, entry } = shown;
  const { actor, precision, body } = entry.command;
  return {
    headline,
    procedure,
    occurredAt: entry.occurredAt,
    precision,
    // What the bus did by itself was not the doing of whatever service took it there.
    actor: isByBus(entry.events) ? BUS : actorKey(actor),
    officer: 'department' in actor ? actor.officer : null,
    filled: body.filled === true,
    events: [...entry.events],
    links: [...linksOf(shown)],
    statuses: [],
    values: values.map((value) => ({ ...value, entry: entry.sequence })),
  };
};

export const timelineEntry = (shown: OpenedEntry, words: Words): TimelineEntry => {
  const { entry, ledgerSequence, hash, backfill } = shown;
  const said = shown.sees === 'status' ? barely(shown, words) : wholly(shown);
  return {
    ledgerSequence,
    sequence: entry.sequence,
    recordedAt: entry.recordedAt,
    hash,
    backfill,
    ...said,
    title: words.eventTitle(said.headline, said.procedure),
  };
};

/** A command and what it still needs. */
const Possible = z.strictObject({
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
});

/** What the asker may do in a case now, and what each command still needs. */
export const CommandsAnswer = z.strictObject({
  case: CaseId,
  commands: z.array(Possible.extend({ proceeding: ProceedingId })),
  opens: z.array(Possible).describe('Commands that open another proceeding in the case'),
  onCase: z
    .array(
      z.strictObject({
        command: z.string(),
        title: Bilingual,
        needs: z.array(z.string()),
        values: z.array(z.string()),
        missingRank: Rank.nullable(),
      }),
    )
    .describe('Commands on the case as a whole; those on one limit or one entry go with it'),
});
export type CommandsAnswer = z.infer<typeof CommandsAnswer>;
