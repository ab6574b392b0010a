// What a case is, folded: plain JSON, no Map, no Date; evolve never changes what it was given.
import type { Paper, SubjectAttributes } from '../schemas/command.ts';
import type {
  CaseEvent,
  CaseWord,
  ClockTimes,
  HandOffOutcome,
  KnownSubject,
  Obliged,
  Outcome,
  Undetermined,
} from '../schemas/event.ts';
import type { FieldValues } from '../schemas/field.ts';
import type {
  BUS,
  CaseId,
  DepartmentId,
  OfficerId,
  ProceedingId,
  Region,
  SubjectId,
} from '../schemas/ids.ts';
import type { Instant, Precision } from '../schemas/instant.ts';
import type { LegalBasis, LimitKind, LimitSource, Span } from '../schemas/time-limit.ts';

/** A command that was taken, and by whom. */
export type Step = {
  command: string;
  event: string;
  by: DepartmentId | typeof BUS;
  /** None where the bus took it. */
  officer?: OfficerId;
  /** Who recorded it, where that was another. */
  recordedBy?: OfficerId;
  /** Officers that were named for it. */
  team?: readonly OfficerId[];
  at: Instant;
  precision: Precision;
  /** Open fields it recorded. */
  fields?: FieldValues;
  /** Sequence of its entry within the case, and its place among steps recorded together. */
  sequence: number;
  place?: number;
};

export type Proceeding = {
  proceeding: ProceedingId;
  procedure: string;
  version: number;
  state: string;
  roles: Readonly<Record<string, readonly DepartmentId[]>>;
  parent?: ProceedingId;
  /** The one subject it is about, where there is one for each. */
  subject?: SubjectId;
  /** Whom it concerns where it is not about a single one; absent where it may be anybody of the case. */
  concerns?: readonly SubjectId[];
  /** Those that its steps named or spoke of. */
  speaksOf?: readonly SubjectId[];
  /** The clock whose breach opened it: it is about whoever broke that limit, and about no subject of the case. */
  breach?: string;
  /** Subjects named as it was opened, where it is not about a single one. */
  named?: readonly SubjectId[];
  /** Departments that acted or were handed the case: they are told of every later step. */
  participants: readonly DepartmentId[];
  /** Others that were told of a step of it. */
  told?: readonly DepartmentId[];
  /** Oldest first. */
  steps: readonly Step[];
  /** Open fields, each as last recorded. */
  fields: FieldValues;
  papers: readonly Paper[];
  openedAt: Instant;
  /** Nothing more is to come of it, whatever state it stands in. */
  waived?: Officer & { readonly at: Instant };
  /** It went on in another case, with what stood beside it here; frozen, so that whoever reads it later finds the same. */
  moved?: Officer & {
    readonly at: Instant;
    readonly to: CaseId;
    /** Sequence of the entry by which it left. */
    readonly in: number;
    readonly told: readonly DepartmentId[];
    readonly clocks: readonly Clock[];
    readonly handOffs: readonly HandOff[];
    /** Those it is about, and what was said of them and of the case. */
    readonly subjects: Readonly<Record<SubjectId, KnownSubject>>;
    /** Of these, those that its readers alone know. */
    readonly hidden: readonly SubjectId[];
    readonly publicBy: CaseState['publicBy'];
    readonly stated: CaseState['stated'];
    readonly restricted: Restrictions;
    readonly numbered: number;
  };
  /** The entry of another case by which it came here, and when. */
  arrived?: {
    readonly from: { readonly case: CaseId; readonly sequence: number };
    readonly at: Instant;
    /** Those that went along with it. */
    readonly subjects: readonly SubjectId[];
  };
  /** No later step can have happened before this: the earliest that its last dated step can have happened. */
  lastOccurredAt?: Instant;
};

export type Clock = {
  clock: string;
  proceeding: ProceedingId;
  limit: string;
  /** Version of the limit, which governs this clock to its end. */
  version: number;
  obliged: Obliged;
  /** Region whose calendar and settled questions it is computed by. */
  region: Region;
  startedAt: Instant;
  startedAtLatest?: Instant;
  limitKind: LimitKind;
  limitSource: LimitSource;
  basis: readonly LegalBasis[];
  undetermined?: Undetermined;
  window?: true;
  setBy?: string;
  receipt?: true;
  /** The proceeding whose step started it, where that is another. */
  startedBy?: ProceedingId;
  /** Where its start was recorded more than a day after it. */
  startRecordedAt?: Instant;
  /** That it was in time was disputed by another: its own corrections better it no more. */
  disputed?: true;
  /** Between which instants it was received, where the obliged one has said when. */
  receiptWithin?: { readonly from: Instant; readonly to: Instant };
  /** A later start that the obliged one claims. */
  claimedStartAt?: Instant;
  /** Sequences, within the case, of the entries that started and ended it; and which of several steps did. */
  startedIn: number;
  startedPlace?: number;
  stoppedIn?: number;
  stoppedPlace?: number;
  times: ClockTimes;
  status: 'running' | 'paused' | 'stopped';
  /** Open pauses by name, each since when; it runs when there is none. */
  pauses: Readonly<Record<string, Instant>>;
  stops: readonly { from: Instant; to: Instant }[];
  extensions: readonly { id: string; by: Span }[];
  reached: readonly string[];
  stoppedAt?: Instant;
  outcome?: Outcome;
  /** It runs on once the case is no more restricted from whoever owes it. */
  held?: true;
  /** It ended broken without what it asks for: its ladder goes on. */
  undone?: true;
  /** What its breach ordered to be opened; `lifted` once it was ordered to be told that it is broken no more. */
  breachOrders?: { readonly procedure: string; readonly lifted?: true };
};

export type HandOff = {
  proceeding: ProceedingId;
  hop: number;
  from: DepartmentId;
  to: DepartmentId;
  startedAt: Instant;
  /** Sequence of its entry within the case. */
  startedIn: number;
  closedAt?: Instant;
  outcome?: HandOffOutcome;
};

export type Officer = { readonly department: DepartmentId; readonly officer: OfficerId };

/** Departments a case is restricted from, and who restricted it. */
export type Restrictions = Readonly<Record<DepartmentId, Officer>>;

/** One entry that joined a case to another, parted them, or closed or opened again the case that was joined. */
export type JoinTurn = Officer & {
  readonly case: CaseId;
  /** Its sequence within the case. */
  readonly in: number;
  readonly standing: 'open' | 'closed' | 'parted';
};
/** Who takes a step: an officer, or the bus by itself, because of a breach on record. */
export type Doer =
  | (Officer & { readonly recordedBy?: OfficerId })
  | { readonly department: typeof BUS; readonly officer?: undefined; readonly recordedBy?: undefined };

/** The one or the other, as an event has it. */
export const takenBy = ({ department: by, officer }: Doer) => ({ by, ...(officer ? { officer } : {}) });

/** A command of another proceeding that was ordered and not taken yet. */
export type FollowUp = Extract<CaseEvent, { kind: 'follow-up' }>;

/** By what is public a case concerns discipline inspection. */
export const PUBLIC = ['publicOfficial', 'publicInstitution'] as const;
export const isPublic = (attributes: SubjectAttributes): boolean =>
  PUBLIC.some((name) => attributes[name] === true);

/** The last version of what was stated of a subject, an amount or a charge. */
export type Stated = {
  readonly at: Instant;
  /** Sequence of its entry within the case. */
  readonly sequence: number;
  readonly fields?: FieldValues;
  /** What each department said last. */
  readonly by: Readonly<Record<DepartmentId, { readonly sequence: number; readonly fields?: FieldValues }>>;
};

/** What a version is one of: `amount-stated s1`, `amount-stated case`. */
export const statedKey = (
  type: Extract<CaseEvent, { kind: 'version' }>['type'],
  subject: SubjectId | undefined,
): string => `${type} ${subject ?? 'case'}`;

export type CaseState = {
  id: string;
  region: Region;
  openedBy: DepartmentId;
  /** Sequence of the last entry of this case. */
  sequence: number;
  subjects: Readonly<Record<SubjectId, KnownSubject>>;
  /** Of these, those named in closed proceedings alone, and in which: only who reads one of them knows of it. */
  hidden: Readonly<Record<SubjectId, readonly ProceedingId[]>>;
  /** Those that the newest entry to name any named, and its sequence. */
  lastNamed?: { readonly in: number; readonly subjects: readonly SubjectId[] };
  /** Who said first of a subject that it is public, or a public official; as long as nobody took it back. */
  publicBy: Readonly<Record<SubjectId, DepartmentId>>;
  proceedings: Readonly<Record<ProceedingId, Proceeding>>;
  /** Where it began with what came from another case, the number of the last proceeding there. */
  numberedFrom?: number;
  clocks: Readonly<Record<string, Clock>>;
  /** Key `<proceeding>/<hop>`. */
  handOffs: Readonly<Record<string, HandOff>>;
  /** Departments that may know the case exists. */
  parties: readonly DepartmentId[];
  facts: number;
  /** By `statedKey`. */
  stated: Readonly<Record<string, Stated>>;
  /** Cases it was linked to, and how. */
  links: readonly { readonly case: string; readonly relation: string }[];
  /** What became of its being joined to other cases, oldest first. */
  joinTurns: readonly JoinTurn[];
  /** Cases joined to this one, and whether each is still open. */
  joinedCases: Readonly<Record<CaseId, boolean>>;
  /** Cases it could not take any more when they were joined to it, and by which entry it said so. */
  joinsRefused: readonly { readonly case: CaseId; readonly in: number }[];
  /** What each entry told the cases it counts with, of itself and of others, oldest first. */
  told: readonly { readonly in: number; readonly words: Readonly<Record<CaseId, CaseWord>> }[];
  /** The newest word of every other case that it was told of. */
  marksElsewhere: Readonly<Record<CaseId, CaseWord>>;
  restricted: Restrictions;
  /** Who asked for the case to be voided, and who did. */
  voidAsked?: Officer & { readonly at: Instant };
  voided?: Officer;
  /** Closed as a whole: it takes nothing more until it is opened again. */
  closed?: Officer & { readonly at: Instant };
  /** A major case (重大案件). */
  major?: Officer & { readonly at: Instant };
  /** How many follow-ups were ordered, and those not taken yet. */
  followUpsOrdered: number;
  followUps: readonly FollowUp[];
};

/** The case it is joined to, and since when it stands so. */
export const joinedInto = ({ joinTurns }: Pick<CaseState, 'joinTurns'>): JoinTurn | undefined => {
  const last = joinTurns.at(-1);
  return last?.standing === 'parted' ? undefined : last;
};

const numberOf = (id: ProceedingId): number => Number(id.slice(1));

/** Number of the last proceeding: what came from another case counts on from where that was. */
export const lastNumber = ({ proceedings, numberedFrom = 0 }: CaseState): number =>
  Math.max(numberedFrom, ...Object.keys(proceedings).map(numberOf));

/** A pause that began while another was open goes on from where that one began. */
const heldSince = (since: Instant, stops: Clock['stops']): Instant => {
  const before = stops.find(({ from, to }) => from < since && since <= to);
  return before ? heldSince(before.from, stops) : since;
};

/** Whether nothing more is to come of a clock; one that is held may run on. */
export const isDone = ({ status, held }: Clock): boolean => status === 'stopped' && !held;

/** Moments that still come: all while it runs, those of its ladder where what it asked for was never done. */
export const momentsAhead = ({ status, undone, reached, times }: Clock): ClockTimes['moments'] => {
  const isLeft = (at: Instant): boolean =>
    status === 'running' || (undone === true && times.latestDueAt !== null && at >= times.latestDueAt);
  return times.moments.filter(({ moment, at }) => !reached.includes(moment) && isLeft(at));
};

/** Since when a paused clock stands still. */
export const pausedSince = ({ status, pauses, stops }: Clock): Instant | undefined => {
  const [first] = status === 'paused' ? Object.values(pauses).toSorted() : [];
  return first && heldSince(first, stops);
};
