// The shape of what the HTTP door says of a case.
import * as z from 'zod';
import { Disclosure, Paper, SubjectAttributes } from '../../../schemas/command.ts';
import { Obliged } from '../../../schemas/event.ts';
import { FieldName, FieldValue } from '../../../schemas/field.ts';
import {
  Bilingual,
  CaseId,
  ClockKey,
  DepartmentId,
  OfficerId,
  ProceedingId,
  Region,
  SubjectId,
} from '../../../schemas/ids.ts';
import { Instant, Precision } from '../../../schemas/instant.ts';
import { LegalBasis, LimitKind, LimitSource } from '../../../schemas/time-limit.ts';
import { LinkAnswer, StatusAnswer, Value } from './answer-parts.ts';
import { BalanceAnswer } from './balances.ts';
import { BandDoubtAnswer } from './band-doubts.ts';

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

/** One of `values` of the same entry, by its path. */
const PlainValue = Disclosure.pick({ path: true, value: true });

/** Fields a procedure declares, each with its title. */
export const Fields = z.array(z.strictObject({ name: FieldName, title: Bilingual, value: FieldValue }));

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

const HandOffAnswer = z.strictObject({
  proceeding: ProceedingId,
  hop: z.int(),
  from: DepartmentId,
  to: DepartmentId,
  startedAt: Instant,
  closedAt: Instant.nullable(),
  outcome: z.string().nullable(),
});

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
export const Standing = ProceedingAnswer.pick({
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
      /** Paid on what is owed, or on top of it: it counts in `balances` and is no version of another amount. */
      payment: z.boolean(),
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
      /** Who recorded it, where that was another officer. */
      recordedBy: OfficerId.nullable(),
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
