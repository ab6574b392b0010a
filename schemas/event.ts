// What the decider decided: facts that the fold needs and a reader can follow. Everything open, nothing computed later.
import * as z from 'zod';
import { CaseId, DepartmentId, ProceedingId, Rank, Region } from './ids.ts';
import { Instant } from './instant.ts';
import { LegalBasis, LimitKind, LimitSource, Span } from './time-limit.ts';

const Kebab = z.string().regex(/^[a-z][a-z0-9-]*$/);
const Roles = z.record(Kebab, z.array(DepartmentId));

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

/** What happened to a clock. A union of its own, because `kind` alone would not tell these apart. */
const ClockEvent = z.discriminatedUnion('type', [
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-started'),
    clock: z.string(),
    proceeding: ProceedingId,
    limit: z.string(),
    obliged: DepartmentId,
    startedAt: Instant,
    /** Latest possible start where the fact is known less exactly than the limit's unit. */
    startedAtLatest: Instant.optional(),
    limitKind: LimitKind,
    limitSource: LimitSource,
    basis: z.array(LegalBasis),
    /** Why it can be neither met nor breached, or absent. */
    undetermined: z.enum(['filled', 'undated', 'coarser-than-unit', 'source-unverified']).optional(),
    /** Only acting late is a breach; its end passes without one. */
    window: z.boolean().optional(),
    /** Reply date written in the document, where it sets the limit. */
    replyBy: z.string().optional(),
    times: ClockTimes,
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-stopped'),
    clock: z.string(),
    stoppedAt: Instant,
    outcome: z.enum(['met', 'breached', 'undetermined', 'moot', 'lapsed']),
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-paused'),
    clock: z.string(),
    pausedAt: Instant,
    reasonBasis: z.string(),
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-resumed'),
    clock: z.string(),
    stops: z.array(z.strictObject({ from: Instant, to: Instant })),
    times: ClockTimes,
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-extended'),
    clock: z.string(),
    extension: z.string(),
    by: Span,
    approver: z.string(),
    times: ClockTimes,
  }),
  z.strictObject({
    kind: z.literal('clock'),
    type: z.literal('clock-recalculated'),
    clock: z.string(),
    reason: z.string(),
    before: z.strictObject({ strictDueAt: Instant.nullable(), latestDueAt: Instant.nullable() }),
    times: ClockTimes,
  }),
]);

export const CaseEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('case'),
    type: z.literal('case-opened'),
    region: Region,
    openedBy: DepartmentId,
  }),
  z.strictObject({
    kind: z.literal('proceeding'),
    type: z.literal('proceeding-opened'),
    proceeding: ProceedingId,
    procedure: Kebab,
    version: z.int(),
    state: Kebab,
    roles: Roles,
    parent: ProceedingId.optional(),
  }),
  /** A command of a procedure took effect. */
  z.strictObject({
    kind: z.literal('step'),
    type: Kebab,
    proceeding: ProceedingId,
    command: Kebab,
    by: DepartmentId,
    from: Kebab.nullable(),
    to: Kebab,
    copies: z.array(DepartmentId),
    /** Status word of the proceeding from here on, where it changed: all that some may see of it. */
    shows: z.string().max(60).optional(),
  }),
  z.strictObject({
    kind: z.literal('roles'),
    type: z.literal('roles-assigned'),
    proceeding: ProceedingId,
    roles: Roles,
  }),
  z.strictObject({
    kind: z.literal('hand-off'),
    type: z.enum(['hand-off-started', 'hand-off-closed']),
    proceeding: ProceedingId,
    hop: z.int().positive(),
    from: DepartmentId,
    to: DepartmentId,
    outcome: z.enum(['received', 'returned', 'superseded']).optional(),
  }),
  ClockEvent,
  /** A moment took effect: reminder, strict due, overdue, escalation. */
  z.strictObject({
    kind: z.literal('moment'),
    type: z.enum(['limit-reminded', 'strict-limit-reached', 'limit-overdue', 'limit-escalated']),
    clock: z.string(),
    proceeding: ProceedingId,
    moment: Kebab,
    plannedAt: Instant,
    /** Recorded more than a minute after its instant. */
    late: z.boolean(),
    level: z.int().min(1).max(3).optional(),
    addressees: z.array(z.strictObject({ department: DepartmentId, rank: Rank })),
  }),
  /** A document prepared for a department to sign, e.g. the supervision request after an overdue review. */
  z.strictObject({
    kind: z.literal('draft'),
    type: Kebab,
    proceeding: ProceedingId,
    document: Kebab,
    for: DepartmentId,
    visibleTo: z.array(DepartmentId),
    clock: z.string(),
    /** Every document of the transfer so far. */
    papers: z.array(z.strictObject({ code: Kebab, id: z.string(), sha256: z.string().optional() })),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    type: z.literal('fact-recorded'),
    fact: Kebab,
    by: z.union([DepartmentId, z.literal('publisher')]),
    told: z.array(DepartmentId),
  }),
  /** Departments that take part in the case from here on without a role in a procedure. */
  z.strictObject({
    kind: z.literal('admission'),
    type: z.literal('departments-admitted'),
    by: DepartmentId,
    departments: z.array(DepartmentId),
  }),
  z.strictObject({ kind: z.literal('link'), type: z.literal('case-linked'), case: CaseId, relation: Kebab }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
