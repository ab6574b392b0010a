// Rows a progress report is made from: everything that bears on the period, and perhaps more. services/reports counts; it
// asks every row again whether it belongs, so that the same report can be made from rows without a database.
import type { Kysely } from 'kysely';
import type { Region } from '../../../../schemas/ids.ts';
import type { Instant } from '../../../../schemas/instant.ts';
import { NATIONAL } from '../../../../schemas/subjects.ts';
import type { Rows } from '../sql/tables.ts';
import { regionRange } from './region-range.ts';

/** `from` inclusive, `until` exclusive; how things stand is asked at `asOf`. */
export type ProgressQuestion = {
  readonly region: Region | 'all';
  readonly from: Instant;
  readonly until: Instant;
  readonly asOf: Instant;
};

const STEP = [
  'sequence',
  'n',
  'case_id',
  'region',
  'proceeding',
  'procedure',
  'command',
  'event',
  'by_department',
  'from_state',
  'to_state',
  'occurred_at',
  'precision',
  'filled',
] as const;
const SPAN = [
  'case_id',
  'clock',
  'region',
  'proceeding',
  'procedure',
  'limit_id',
  'obliged',
  'started_at',
  'limit_kind',
  'limit_source',
  'basis',
  'undetermined',
  'provisional',
  'strict_due_at',
  'latest_due_at',
  'shelf',
  'close_at',
  'strict_late_at',
  'late_at',
  'order_at',
  'from_at',
] as const;
const CLOCK = [...SPAN, 'stopped_at', 'outcome'] as const;
const PROCEEDING = [
  'case_id',
  'proceeding',
  'region',
  'procedure',
  'version',
  'state',
  'roles',
  'opened_at',
  'since',
  'waived_at',
] as const;

export type StepRow = Pick<Rows['steps'], (typeof STEP)[number]>;
type SpanRow = Pick<Rows['clocks'], (typeof SPAN)[number]>;
export type ClockRow = Pick<Rows['clocks'], (typeof CLOCK)[number]>;
export type EarlierSpanRow = SpanRow & { readonly until_at: Instant };
export type ProceedingRow = Pick<Rows['proceedings'], (typeof PROCEEDING)[number]>;

export type ProgressRows = {
  /** Ledger sequence up to which these rows were read: all of one state of the tables. */
  readonly readTo: number;
  readonly steps: readonly StepRow[];
  readonly clocks: readonly ClockRow[];
  readonly earlierSpans: readonly EarlierSpanRow[];
  readonly proceedings: readonly ProceedingRow[];
  readonly handOffs: readonly Rows['hand_offs'][];
  readonly moments: readonly Rows['moments'][];
  readonly departments: readonly Pick<Rows['departments'], 'department' | 'name'>[];
};

const read = async (db: Kysely<Rows>, q: ProgressQuestion): Promise<ProgressRows> => {
  const { position } = await db.selectFrom('progress').select('position').executeTakeFirstOrThrow();
  const [first, last] = regionRange(q.region === 'all' ? NATIONAL : q.region);
  // Every step of a proceeding that moved in the period (durations begin before it) or is still open.
  const steps = await db
    .selectFrom('steps as s')
    .innerJoin('proceedings as p', (on) =>
      on.onRef('p.case_id', '=', 's.case_id').onRef('p.proceeding', '=', 's.proceeding'),
    )
    .select(STEP.map((c) => `s.${c}` as const))
    .where('s.region', '>=', first)
    .where('s.region', '<=', last)
    .where('s.occurred_at', '<=', q.asOf)
    .where((eb) =>
      eb.or([
        eb('p.closed', '=', false),
        eb('p.since', '>=', q.from),
        eb.exists(
          eb
            .selectFrom('steps as t')
            .select('t.n')
            .whereRef('t.case_id', '=', 's.case_id')
            .whereRef('t.proceeding', '=', 's.proceeding')
            .where('t.occurred_at', '>=', q.from)
            .where('t.occurred_at', '<', q.until),
        ),
      ]),
    )
    .orderBy('s.sequence')
    .orderBy('s.n')
    .execute();
  const clocks = await db
    .selectFrom('clocks')
    .select(CLOCK)
    .where('region', '>=', first)
    .where('region', '<=', last)
    .where('started_at', '<=', q.asOf)
    .where((eb) => eb.or([eb('stopped_at', 'is', null), eb('stopped_at', '>=', q.from)]))
    .orderBy('case_id')
    .orderBy('clock')
    .execute();
  const earlierSpans = await db
    .selectFrom('earlier_spans')
    .select([...SPAN, 'until_at'])
    .where('region', '>=', first)
    .where('region', '<=', last)
    .where('until_at', '>', q.asOf)
    .orderBy('case_id')
    .orderBy('clock')
    .orderBy('from_at')
    .execute();
  const proceedings = await db
    .selectFrom('proceedings')
    .select(PROCEEDING)
    .where('region', '>=', first)
    .where('region', '<=', last)
    .where('opened_at', '<=', q.asOf)
    .where((eb) => eb.or([eb('closed', '=', false), eb('since', '>', q.asOf), eb('waived_at', '>', q.asOf)]))
    .orderBy('case_id')
    .orderBy('proceeding')
    .execute();
  const handOffs = await db
    .selectFrom('hand_offs')
    .selectAll()
    .where('region', '>=', first)
    .where('region', '<=', last)
    .where('started_at', '<=', q.asOf)
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', q.asOf)]))
    .orderBy('started_at')
    .orderBy('case_id')
    .orderBy('proceeding')
    .orderBy('hop')
    .execute();
  const moments = await db
    .selectFrom('moments as m')
    .innerJoin('clocks as c', (on) =>
      on.onRef('c.case_id', '=', 'm.case_id').onRef('c.clock', '=', 'm.clock'),
    )
    .selectAll('m')
    .where('c.region', '>=', first)
    .where('c.region', '<=', last)
    .where('m.level', '>=', 2)
    .where('m.planned_at', '<=', q.asOf)
    .where((eb) => eb.or([eb('c.stopped_at', 'is', null), eb('c.stopped_at', '>', q.asOf)]))
    .orderBy('m.sequence')
    .orderBy('m.n')
    .execute();
  const departments = await db
    .selectFrom('departments')
    .select(['department', 'name'])
    .orderBy('department')
    .execute();
  return { readTo: position, steps, clocks, earlierSpans, proceedings, handOffs, moments, departments };
};

/** All rows that may count, in a stable order, of one state of the tables. */
export const progress = (db: Kysely<Rows>, q: ProgressQuestion): Promise<ProgressRows> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => read(tx, q));
