// What the decider decided: facts that the fold needs and a reader can follow. Everything open, nothing computed later.
import * as z from 'zod';
import { Digest, Paper, PathPattern, SubjectAttributes } from './command.ts';
import { FieldName, FieldValue } from './field.ts';
import {
  BUS,
  CaseId,
  ClockKey,
  DepartmentId,
  Kebab,
  LimitId,
  OfficerId,
  PaperId,
  ProceedingId,
  Rank,
  Region,
  SubjectId,
} from './ids.ts';
import { CivilDate, Instant, Precision } from './instant.ts';
import { OpenText } from './open-text.ts';
import { Approver, LegalBasis, LimitKind, LimitSource, Span } from './time-limit.ts';

const Roles = z.record(Kebab, z.array(DepartmentId));
/** Where a value belongs. */
const Path = z.string().regex(PathPattern);

/** Who takes a step: a department, by an officer; or the bus, by none. */
const TakenBy = z.union([DepartmentId, z.literal(BUS)]);

/** When it happened, as the command says. */
const at = Instant;
/** A department, or the subject a limit obliges. */
export const Obliged = z.union([DepartmentId, SubjectId]);
export type Obliged = z.infer<typeof Obliged>;

/** Why a clock is never breached, and met only where it was kept whatever the days that are not known. */
export const Undetermined = z.enum([
  'filled',
  'undated',
  'coarser-than-unit',
  'source-unverified',
  /** The law counts from a receipt whose day nobody published: only what is in time by the strict reading is known. */
  'receipt-unknown',
]);
export type Undetermined = z.infer<typeof Undetermined>;

/** How a clock ended; `claimed-in-time`: recorded late, said to have been kept, to be confirmed. */
export const Outcome = z.enum(['met', 'breached', 'undetermined', 'moot', 'lapsed', 'claimed-in-time']);
export type Outcome = z.infer<typeof Outcome>;

export const HandOffOutcome = z.enum(['received', 'returned', 'superseded', 'taken-back']);
export type HandOffOutcome = z.infer<typeof HandOffOutcome>;

/** A moment a clock will make something happen. */
export const PlannedMoment = z.strictObject({ moment: Kebab, at: Instant });
export type PlannedMoment = z.infer<typeof PlannedMoment>;

/** The computed part of a clock: replaced as a whole whenever it is computed again. */
export const ClockTimes = z.strictObject({
  strictDueAt: Instant.nullable(),
  latestDueAt: Instant.nullable(),
  ends: z.enum(['before', 'at']),
  provisional: z.boolean(),
  moments: z.array(PlannedMoment),
});
export type ClockTimes = z.infer<typeof ClockTimes>;

const ClockStarted = z.strictObject({
  kind: z.literal('clock'),
  type: z.literal('clock-started'),
  at,
  clock: ClockKey,
  proceeding: ProceedingId,
  limit: LimitId,
  /** Version of the limit, which governs this clock to its end. */
  version: z.int().positive(),
  obliged: Obliged,
  /** Region whose calendar and settled questions it is computed by. */
  region: Region,
  startedAt: Instant,
  /** Latest possible start where the fact is known less exactly than the limit's unit. */
  startedAtLatest: Instant.optional(),
  limitKind: LimitKind,
  limitSource: LimitSource,
  basis: z.array(LegalBasis),
  undetermined: Undetermined.optional(),
  /** Only acting late is a breach; its end passes without one. */
  window: z.literal(true).optional(),
  /** Date the limit is measured by, where a document or decision sets it. */
  setBy: CivilDate.optional(),
  /** It is about the office receipt of the open hand-over. */
  receipt: z.literal(true).optional(),
  /** The proceeding whose step started it, where that is another. */
  startedBy: ProceedingId.optional(),
  /** Where its start was recorded more than a day after it: the later levels of its ladder are not counted before. */
  startRecordedAt: Instant.optional(),
  /** Left out from the start: while others held the role of whoever is obliged again. */
  stops: z.array(z.strictObject({ from: Instant, to: Instant })).optional(),
  /** Granted before what had ended it was undone. */
  extensions: z.array(z.strictObject({ id: Kebab, by: Span })).optional(),
  times: ClockTimes,
});

/** What happened to a clock. A union of its own, because `kind` alone would not tell these apart. */
const ClockEvent = z.discriminatedUnion('type', [
  ClockStarted,
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-stopped'),
    at,
    clock: ClockKey,
    stoppedAt: Instant,
    outcome: Outcome,
    /** Only for as long as the case is restricted from whoever owes it: nobody may know of it meanwhile. */
    held: z.literal(true).optional(),
    /** A duty of law that was broken, and is not what ended it: its ladder goes on against whoever was obliged. */
    undone: z.literal(true).optional(),
  }),
  /** What was still not done when it ended is done now, or the case is over: its ladder ends. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-escalation-ended'),
    at,
    clock: ClockKey,
  }),
  /** The restriction over which it was held is lifted: it runs on from the start that it had. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-taken-up'),
    at,
    clock: ClockKey,
    times: ClockTimes,
  }),
  /** Another owes it from here on, by the same instants. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-passed-on'),
    at,
    clock: ClockKey,
    obliged: Obliged,
  }),
  /** How an ended clock counts was settled otherwise; what was recorded stays. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-settled'),
    at,
    clock: ClockKey,
    because: z.enum([
      'claim-confirmed',
      'claim-disputed',
      'receipt-in-time',
      'taken-back',
      'step-corrected',
      'case-voided',
    ]),
    by: DepartmentId,
    officer: OfficerId,
    before: Outcome,
    outcome: Outcome,
  }),
  /** Its start is another than was recorded: the day of a receipt was confirmed, or a step of the obliged one corrected. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-restarted'),
    at,
    clock: ClockKey,
    because: z.enum(['receipt-confirmed', 'step-corrected']),
    startedAt: Instant,
    before: z.strictObject({
      startedAt: Instant,
      strictDueAt: Instant.nullable(),
      latestDueAt: Instant.nullable(),
    }),
    times: ClockTimes,
  }),
  /** The obliged one says that it started later than recorded: kept by that start alone, it is claimed to be in time. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-start-claimed'),
    at,
    clock: ClockKey,
    startedAt: Instant,
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-paused'),
    at,
    clock: ClockKey,
    /** Which of its pauses; several may be open at once. */
    pause: Kebab,
    pausedAt: Instant,
    reasonBasis: OpenText(300).optional(),
  }),
  /** A pause ended. While another is open the clock goes on standing still, and its times stay as they were. */
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-resumed'),
    at,
    clock: ClockKey,
    pause: Kebab,
    stops: z.array(z.strictObject({ from: Instant, to: Instant })),
    times: ClockTimes,
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-extended'),
    at,
    clock: ClockKey,
    extension: Kebab,
    by: Span,
    approver: Approver,
    times: ClockTimes,
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-recalculated'),
    at,
    clock: ClockKey,
    reason: OpenText(200).optional(),
    before: z.strictObject({ strictDueAt: Instant.nullable(), latestDueAt: Instant.nullable() }),
    times: ClockTimes,
  }),
]);

/** Where an entry stands: its case, and its sequence there. */
const EntryPlace = z.strictObject({ case: CaseId, sequence: z.int().positive() });

/** What a case says of itself to those it counts with; the newest holds. */
const CaseWord = z.strictObject({
  /** Sequence of the entry that said it, within its case. */
  in: z.int().positive(),
  /** Cases it counts with, each with the subjects that both know by one name. */
  ties: z.record(CaseId, z.array(SubjectId)),
  /** From whom it is restricted: to them the others do not name it. */
  closedTo: z.array(DepartmentId),
  /** What its proceedings carry; `moved` where one goes on in a case that says so itself. */
  standings: z.record(
    ProceedingId,
    z.strictObject({
      procedure: Kebab,
      subject: SubjectId.optional(),
      marks: z.array(Kebab),
      moved: z.literal(true).optional(),
    }),
  ),
});
export type CaseWord = z.infer<typeof CaseWord>;

/**
 * Sequence of an entry that started or ended something: counted back from the one by which a proceeding left another case, where it
 * lies there.
 */
const Place = z.int();

/** A step as the case keeps it. */
const KeptStep = z.strictObject({
  command: Kebab,
  event: Kebab,
  by: TakenBy,
  officer: OfficerId.optional(),
  recordedBy: OfficerId.optional(),
  team: z.array(OfficerId).optional(),
  at,
  precision: Precision,
  fields: z.record(FieldName, FieldValue).optional(),
  sequence: Place,
  place: z.int().min(1).max(20).optional(),
});

const KeptHandOff = z.strictObject({
  proceeding: ProceedingId,
  hop: z.int().positive(),
  from: DepartmentId,
  to: DepartmentId,
  startedAt: Instant,
  startedIn: Place,
  closedAt: Instant.optional(),
  outcome: HandOffOutcome.optional(),
});

const KeptClock = ClockStarted.omit({ kind: true, type: true, at: true }).extend({
  startedIn: Place,
  startedPlace: z.int().optional(),
  stoppedIn: Place.optional(),
  stoppedPlace: z.int().optional(),
  held: z.literal(true).optional(),
  undone: z.literal(true).optional(),
  status: z.enum(['running', 'paused', 'stopped']),
  pauses: z.record(Kebab, Instant),
  stops: z.array(z.strictObject({ from: Instant, to: Instant })),
  extensions: z.array(z.strictObject({ id: Kebab, by: Span })),
  reached: z.array(Kebab),
  disputed: z.literal(true).optional(),
  receiptWithin: z.strictObject({ from: Instant, to: Instant }).optional(),
  claimedStartAt: Instant.optional(),
  stoppedAt: Instant.optional(),
  outcome: Outcome.optional(),
  breachOrders: z.strictObject({ procedure: Kebab, lifted: z.literal(true).optional() }).optional(),
});

/** A proceeding as it is opened. */
const opened = {
  proceeding: ProceedingId,
  procedure: Kebab,
  version: z.int(),
  state: Kebab,
  roles: Roles,
  parent: ProceedingId.optional(),
  /** The one subject it is about, where there is one for each. */
  subject: SubjectId.optional(),
  /** Where there is none for each: whom it was opened about, those named for the first time among them, else whom it grew out of is about. */
  concerns: z.array(SubjectId).min(1).optional(),
  /** The clock whose breach opened it. */
  breach: ClockKey.optional(),
};

const KeptProceeding = z.strictObject({
  ...opened,
  /** Those that its steps named or spoke of. */
  speaksOf: z.array(SubjectId).optional(),
  /** Those named as it was opened, where it is about no single one. */
  named: z.array(SubjectId).optional(),
  participants: z.array(DepartmentId),
  told: z.array(DepartmentId).optional(),
  steps: z.array(KeptStep),
  fields: z.record(FieldName, FieldValue),
  papers: z.array(Paper),
  openedAt: Instant,
  waived: z.strictObject({ department: DepartmentId, officer: OfficerId, at: Instant }).optional(),
  lastOccurredAt: Instant.optional(),
});

const Said = { sequence: Place, fields: z.record(FieldName, FieldValue).optional() };
const KeptStated = z.strictObject({
  at,
  ...Said,
  by: z.record(DepartmentId, z.strictObject(Said)),
});

/** A subject as a case knows it: what is said of it now, and of a network who was said to be its member before. */
export const KnownSubject = SubjectAttributes.extend({ formerly: z.array(SubjectId).optional() });
export type KnownSubject = z.infer<typeof KnownSubject>;

/** A proceeding as it left a case, with all that belongs to it: open values only. */
export const Carried = z.strictObject({
  proceeding: KeptProceeding,
  clocks: z.array(KeptClock),
  handOffs: z.array(KeptHandOff),
  /** Those it is about. */
  subjects: z.record(SubjectId, KnownSubject),
  /** Of these, those that its readers alone know. */
  hidden: z.array(SubjectId).optional(),
  /** Who said of which of them that it is public. */
  publicBy: z.record(SubjectId, DepartmentId),
  /** What was stated last of their amounts and charges, and of those of the case. */
  stated: z.record(z.string().regex(/^[a-z]+-[a-z]+ (?:case|s[1-9]\d{0,3})$/), KeptStated),
  /** Number of the last proceeding of the case it left: what is opened beside it takes a later one. */
  numbered: z.int().positive(),
});
export type Carried = z.infer<typeof Carried>;

export const CaseEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('case'),
    type: z.literal('case-opened'),
    at,
    region: Region,
    openedBy: DepartmentId,
  }),
  z.strictObject({
    kind: z.literal('subject'),
    type: z.literal('subject-named'),
    at,
    subject: SubjectId,
    attributes: SubjectAttributes,
    /** The closed proceeding it was named in, whose readers alone know it; absent where all of the case may. Named openly later, it is named again. */
    in: ProceedingId.optional(),
    /** Who named it. */
    by: DepartmentId.optional(),
  }),
  z.strictObject({
    kind: z.literal('proceeding'),
    type: z.literal('proceeding-opened'),
    at,
    ...opened,
  }),
  /** A command of a procedure took effect. */
  z.strictObject({
    kind: z.literal('step'),
    type: Kebab,
    at,
    precision: Precision,
    proceeding: ProceedingId,
    command: Kebab,
    by: TakenBy,
    /** None where the bus took it. */
    officer: OfficerId.optional(),
    /** Who recorded it, where that was another officer of the department. */
    recordedBy: OfficerId.optional(),
    /** Officers that were named for it. */
    team: z.array(OfficerId).optional(),
    from: Kebab.nullable(),
    to: Kebab,
    copies: z.array(DepartmentId),
    /** Departments that may act from here on and took no part before: they are told. */
    joins: z.array(DepartmentId).optional(),
    fields: z.record(FieldName, FieldValue).optional(),
    papers: z.array(Paper).optional(),
    subjects: z.array(SubjectId).optional(),
    /** Whom the proceeding is about from here on, where it was about nobody. */
    about: SubjectId.optional(),
    reasonCode: Kebab.optional(),
    /** Filled in by a rehearsal; never a published fact. */
    filled: z.literal(true).optional(),
    /** Its place among steps that were recorded together, from 1. */
    place: z.int().min(1).max(20).optional(),
    /** New status word of the proceeding, where it changed. */
    shows: Kebab.optional(),
  }),
  z.strictObject({
    kind: z.literal('roles'),
    type: z.literal('roles-assigned'),
    at,
    proceeding: ProceedingId,
    roles: Roles,
  }),
  z.strictObject({
    kind: z.literal('hand-off'),
    type: z.enum(['hand-off-started', 'hand-off-closed']),
    at,
    proceeding: ProceedingId,
    hop: z.int().positive(),
    from: DepartmentId,
    to: DepartmentId,
    /** Paths of party values of earlier entries that the new receiver gets with it. */
    passes: z.array(Path).optional(),
    outcome: HandOffOutcome.optional(),
  }),
  ClockEvent,
  /** A moment took effect: reminder, strict due, overdue, escalation. */
  z.strictObject({
    kind: z.literal('moment'),
    type: z.enum(['limit-reminded', 'strict-limit-reached', 'limit-overdue', 'limit-escalated']),
    at,
    clock: ClockKey,
    proceeding: ProceedingId,
    moment: Kebab,
    plannedAt: Instant,
    /** Recorded more than a minute after its instant. */
    late: z.boolean(),
    level: z.int().min(1).max(3).optional(),
    addressees: z.array(z.strictObject({ department: DepartmentId, rank: Rank })),
  }),
  /** A department that waits urges the one obliged; nothing else follows from it. */
  z.strictObject({
    kind: z.literal('urge'),
    type: z.literal('limit-urged'),
    at,
    clock: ClockKey,
    proceeding: ProceedingId,
    by: DepartmentId,
    officer: OfficerId,
    addressees: z.array(z.strictObject({ department: DepartmentId, rank: Rank })),
  }),
  /** A document prepared for a department to sign, e.g. the supervision request after an overdue review. */
  z.strictObject({
    kind: z.literal('draft'),
    type: Kebab,
    at,
    proceeding: ProceedingId,
    document: Kebab,
    for: DepartmentId,
    visibleTo: z.array(DepartmentId),
    clock: ClockKey,
    /** Every document of the transfer so far. */
    papers: z.array(z.strictObject({ code: Kebab, id: PaperId, sha256: Digest.optional() })),
  }),
  /** A command of another proceeding that others may see less of: taken next, in an entry of its own. */
  z.strictObject({
    kind: z.literal('follow-up'),
    type: z.literal('follow-up-ordered'),
    at,
    /** 1, 2, 3 … within the case. */
    followUp: z.int().positive(),
    from: ProceedingId,
    procedure: Kebab,
    command: Kebab,
    /** The command that ordered it; absent where a breach did. */
    on: Kebab.optional(),
    by: TakenBy,
    officer: OfficerId.optional(),
    /** The clock whose breach ordered it. */
    breach: ClockKey.optional(),
    precision: Precision,
    filled: z.literal(true).optional(),
    /** The proceeding to be moved; absent where one is to be opened, or told that the breach it rests on is none. */
    proceeding: ProceedingId.optional(),
    /** For one to be opened. */
    roles: z.record(Kebab, DepartmentId).optional(),
    to: z.array(DepartmentId).optional(),
    subjects: z.array(SubjectId).optional(),
    /** What the command carried that the one ordered takes. */
    fields: z.record(FieldName, FieldValue).optional(),
    papers: z.array(Paper).optional(),
    reasonCode: Kebab.optional(),
  }),
  z.strictObject({
    kind: z.literal('follow-up-end'),
    type: z.enum(['follow-up-taken', 'follow-up-void']),
    at,
    followUp: z.int().positive(),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    type: z.literal('fact-recorded'),
    at,
    precision: Precision,
    fact: Kebab,
    by: z.union([DepartmentId, z.literal('publisher')]),
    told: z.array(DepartmentId),
  }),
  /** Departments that take part in the case from here on without a role in a procedure. */
  z.strictObject({
    kind: z.literal('admission'),
    type: z.literal('departments-admitted'),
    at,
    by: DepartmentId,
    departments: z.array(DepartmentId),
  }),
  /** What a department said of an earlier step of its own was wrong; what was recorded stays. */
  z.strictObject({
    kind: z.literal('correction'),
    type: z.literal('step-corrected'),
    at,
    by: DepartmentId,
    officer: OfficerId,
    proceeding: ProceedingId,
    /** Sequence of the corrected entry within the case. */
    corrects: z.int().positive(),
    /** Which of several steps recorded together, from 1. */
    place: z.int().min(1).max(20).optional(),
    before: z.strictObject({ occurredAt: Instant, precision: Precision }),
    after: z.strictObject({ occurredAt: Instant, precision: Precision }),
    /** Paths of the values committed to again. */
    values: z.array(Path),
  }),
  /** A case opened by mistake: one officer asks, another one voids it. All of it stays in the record. */
  z.strictObject({
    kind: z.literal('void'),
    type: z.enum(['void-asked', 'case-voided']),
    at,
    by: DepartmentId,
    officer: OfficerId,
  }),
  /** What becomes of the case as a whole: a proceeding nothing more is to come of, the case closed, opened again, marked as major. */
  z.strictObject({
    kind: z.literal('closing'),
    type: z.enum([
      'proceeding-waived',
      'case-closed',
      'case-reopened',
      'case-marked-major',
      'case-unmarked-major',
    ]),
    at,
    by: DepartmentId,
    officer: OfficerId,
    /** The one waived. */
    proceeding: ProceedingId.optional(),
  }),
  /** A new version of what the case says of a subject, an amount or a charge. The reason and the value itself are a party's. */
  z.strictObject({
    kind: z.literal('version'),
    type: z.enum(['subject-revised', 'amount-stated', 'charge-stated']),
    at,
    by: DepartmentId,
    officer: OfficerId,
    /** Whose; of an amount or a charge absent where it is the case's. */
    subject: SubjectId.optional(),
    /** All that everybody of the case may know of the subject from here on; absent where its name alone is another. */
    attributes: SubjectAttributes.optional(),
    /** Bands of the amount. */
    fields: z.record(FieldName, FieldValue).optional(),
  }),
  /** It goes on in another case; here it takes nothing more. */
  z.strictObject({
    kind: z.literal('move'),
    type: z.literal('proceeding-moved'),
    at,
    proceeding: ProceedingId,
    case: CaseId,
    by: DepartmentId,
    officer: OfficerId,
  }),
  /** It came from another case, as it stood there, and goes on here. */
  z.strictObject({
    kind: z.literal('arrival'),
    type: z.literal('proceeding-arrived'),
    at,
    proceeding: ProceedingId,
    from: EntryPlace,
    by: DepartmentId,
    /** Departments that took part in it, or hold a role in it and knew of the case. */
    told: z.array(DepartmentId),
    carried: Carried,
  }),
  /** A department may know of the case no more, or again; `passesTo` holds the roles it had. */
  z.strictObject({
    kind: z.literal('restriction'),
    type: z.enum(['case-restricted', 'restriction-lifted']),
    at,
    department: DepartmentId,
    by: DepartmentId,
    officer: OfficerId,
    passesTo: DepartmentId.optional(),
  }),
  /** The case goes on by itself, and counts with another one from here on; or with it no more. */
  z.strictObject({
    kind: z.literal('join'),
    type: z.enum(['case-joined', 'case-parted', 'join-refused']),
    at,
    into: CaseId,
    by: DepartmentId,
    officer: OfficerId,
  }),
  /** A joined case was closed, or opened again. */
  z.strictObject({
    kind: z.literal('join-turn'),
    type: z.enum(['join-settled', 'join-resumed']),
    at,
  }),
  /** Another case counts with this one, which is not closed before it; or no more. */
  z.strictObject({
    kind: z.literal('joined'),
    type: z.enum(['joined-case-noted', 'joined-case-settled', 'joined-case-parted', 'joined-case-refused']),
    at,
    case: CaseId,
    by: DepartmentId,
  }),
  /** What proceedings of a case that counts with others carry from here on, of all that conditions ask about; none where its ties changed. */
  z.strictObject({
    kind: z.literal('standing'),
    type: z.literal('marks-changed'),
    at,
    standings: z.array(z.strictObject({ of: ProceedingId, marks: z.array(Kebab) })),
  }),
  /** What an entry of another case tells of cases that count here, by case. */
  z.strictObject({
    kind: z.literal('standing-noted'),
    type: z.literal('marks-noted'),
    at,
    from: EntryPlace,
    words: z.record(CaseId, CaseWord),
  }),
  z.strictObject({
    kind: z.literal('link'),
    type: z.literal('case-linked'),
    at,
    case: CaseId,
    relation: Kebab,
  }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
