// Every table of the reading room. Open form only: no name, text or amount of a party ever stands here, so destroying a
// case's key leaves nothing to clear; what a party's values say is opened from the envelope when somebody entitled asks.
// Long, because all of the database stands in one place.
import type { CaseEvent } from '../../../../schemas/event.ts';
import type { LawCommand } from '../../../../schemas/law.ts';
import type { RegisterChange } from '../../../../schemas/register.ts';
import type { LegalBasis } from '../../../../schemas/time-limit.ts';
import {
  bigint,
  defineTable,
  flag,
  instant,
  instantOrNull,
  int,
  intOrNull,
  json,
  type RowOf,
  text,
  textOrNull,
} from './column.ts';

/** One row: how far the ledger was read, and of which ledger. Written in the transaction of the rows themselves. */
const progress = defineTable({
  columns: {
    id: int,
    schema: text,
    position: bigint,
    /** Hash of the entry at `position`: another ledger under the same number is noticed. */
    hash: textOrNull,
    clock: textOrNull,
    recorded_at: instantOrNull,
    /** How far the stream READS was read. */
    reads_to: bigint,
  },
  key: ['id'],
});

const proceedings = defineTable({
  columns: {
    case_id: text,
    proceeding: text,
    region: text,
    procedure: text,
    version: int,
    state: text,
    closed: flag,
    /** When nothing more was to come of it here, in whatever state it stood: waived, or moved to another case. */
    waived_at: instantOrNull,
    roles: json<Record<string, string[]>>(),
    parent: textOrNull,
    opened_at: instant,
    /** When the present state was entered, and who acted last. */
    since: instant,
    last_by: textOrNull,
  },
  key: ['case_id', 'proceeding'],
  indexes: ['(region, since) where not closed'],
});

/** What the due list compares with an instant; shared by clocks and by their earlier spans. */
const due = {
  case_id: text,
  clock: text,
  region: text,
  proceeding: text,
  procedure: text,
  limit_id: text,
  obliged: text,
  started_at: instant,
  limit_kind: text,
  limit_source: text,
  basis: json<LegalBasis[]>(),
  undetermined: textOrNull,
  is_window: flag,
  provisional: flag,
  strict_due_at: instantOrNull,
  latest_due_at: instantOrNull,
  ends: text,
  /** 0 binding · 1 agreed · 2 neither met nor breached · 3 window · 4 at once · 5 paused */
  shelf: int,
  /** From here on it is close, late by the strict reading, late by the latest: the first instant for which that is so. */
  close_at: instantOrNull,
  strict_late_at: instantOrNull,
  late_at: instantOrNull,
  /** Place on its shelf: `late_at`, or the start where nothing is ever late. */
  order_at: instant,
  /** These times hold from here. */
  from_at: instant,
};

const clocks = defineTable({
  columns: {
    ...due,
    status: text,
    stopped_at: instantOrNull,
    outcome: textOrNull,
    next_moment: textOrNull,
    next_moment_at: instantOrNull,
  },
  key: ['case_id', 'clock'],
  indexes: [
    '(shelf, order_at) include (close_at, strict_late_at, late_at, from_at) where stopped_at is null',
    '(obliged, shelf, order_at) where stopped_at is null',
    '(left(region, 6), shelf, order_at) where stopped_at is null',
    '(next_moment_at) where next_moment_at is not null',
    '(stopped_at) where stopped_at is not null',
  ],
});

/** Stretches of a clock that ended by a pause, a prolongation or a recalculation: what the list of a past day needs. */
const earlierSpans = defineTable({
  columns: { ...due, until_at: instant },
  key: ['case_id', 'clock', 'from_at'],
  indexes: ['(until_at)'],
});

const handOffs = defineTable({
  columns: {
    case_id: text,
    proceeding: text,
    hop: int,
    region: text,
    procedure: text,
    from_department: text,
    to_department: text,
    started_at: instant,
    closed_at: instantOrNull,
    outcome: textOrNull,
  },
  key: ['case_id', 'proceeding', 'hop'],
  indexes: ['(to_department, started_at) where closed_at is null', '(region, started_at)'],
});

/** The events of each entry of a case: the case is folded again from here. */
const entries = defineTable({
  columns: {
    sequence: bigint,
    case_id: text,
    case_sequence: int,
    events: json<CaseEvent[]>(),
    /** It voids its case, which the lists leave out from here on. */
    voids: flag,
  },
  key: ['sequence'],
  indexes: ['(case_id, case_sequence)', '(case_id) where voids'],
});

/** Who was told of an entry: the one visibility policy, written down. */
const entryReaders = defineTable({
  columns: {
    sequence: bigint,
    department: text,
    case_id: text,
    sees: text,
    /** It submitted the entry itself. */
    own: flag,
  },
  key: ['sequence', 'department'],
  // Cases of a department, and what came for it, both out of the index alone.
  indexes: ['(department, sequence) include (case_id, own)'],
});

/** Which officers have read what came of an entry: a copy of the stream READS. */
const reads = defineTable({
  columns: { department: text, sequence: bigint, officer: text, read_at: instant },
  key: ['department', 'sequence', 'officer'],
});

const steps = defineTable({
  columns: {
    sequence: bigint,
    n: int,
    case_id: text,
    region: text,
    proceeding: text,
    procedure: text,
    command: text,
    event: text,
    by_department: text,
    to_department: textOrNull,
    from_state: textOrNull,
    to_state: text,
    occurred_at: instant,
    precision: text,
    filled: flag,
  },
  key: ['sequence', 'n'],
  indexes: ['(case_id, proceeding, sequence)', '(occurred_at)'],
});

const moments = defineTable({
  columns: {
    sequence: bigint,
    n: int,
    case_id: text,
    clock: text,
    moment: text,
    type: text,
    level: intOrNull,
    planned_at: instant,
    recorded_at: instant,
    late: flag,
  },
  key: ['sequence', 'n'],
  indexes: ['(case_id, clock)'],
});

const departments = defineTable({
  columns: {
    department: text,
    region: text,
    name: text,
    added_at: instant,
    retired_at: instantOrNull,
    simulated: flag,
  },
  key: ['department'],
  indexes: ['(region)'],
});

const officers = defineTable({
  columns: { department: text, officer: text, ranks: json<string[]>() },
  key: ['department', 'officer'],
});

/** What visibility depends on, so that a restart need not read the ledger from its beginning. Keys and secrets left out. */
const registerChanges = defineTable({
  columns: { sequence: bigint, n: int, region: text, occurred_at: instant, change: json<RegisterChange>() },
  key: ['sequence', 'n'],
});

/** The law as it was published, part by part: a restart folds it again from here. */
const lawParts = defineTable({
  columns: { sequence: bigint, command: json<LawCommand>() },
  key: ['sequence'],
});

/** Cases, and registers, with an entry that could not be taken: from there on they are not in the tables. */
const parked = defineTable({
  columns: { subject: text, from_sequence: bigint, code: text },
  key: ['subject'],
});

/** Cases that some departments may not know of: left out of their lists and figures before anything is counted. */
const restrictions = defineTable({
  columns: { case_id: text, department: text, lifted: flag },
  key: ['case_id', 'department'],
  indexes: ['(department) where not lifted'],
});

export const tables = {
  progress,
  parked,
  proceedings,
  clocks,
  earlier_spans: earlierSpans,
  hand_offs: handOffs,
  entries,
  entry_readers: entryReaders,
  reads,
  steps,
  moments,
  departments,
  officers,
  register_changes: registerChanges,
  law_parts: lawParts,
  restrictions,
} as const;
export type TableName = keyof typeof tables;

/** Rows by table name: the database as kysely sees it. */
export type Rows = { [N in TableName]: RowOf<(typeof tables)[N]['columns']> };
