// The due list: which clocks run at an instant, how they stand, and who answers for them. Law asks when things happened,
// so a list of the past takes a clock from `occurredAt` of its start to `occurredAt` of its end, as recorded by now.
import { type ExpressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Clock } from '../../../../case/state.ts';
import { type DepartmentId, type Region, registerRegionOf } from '../../../../schemas/ids.ts';
import { type Instant, millisOf } from '../../../../schemas/instant.ts';
import type { LegalBasis, LimitKind, LimitSource } from '../../../../schemas/time-limit.ts';
import { SHELVES, type Shelf } from '../fold/clock-row.ts';
import type { Rows } from '../sql/tables.ts';
import { type ClockStatus, clockStatus, shelfName } from './clock-status.ts';
import { regionRange } from './region-range.ts';

export type DueQuestion = {
  readonly asOf: Instant;
  /** Of limits that this department is obliged by. */
  readonly department?: DepartmentId;
  /** Of cases of this region and those below it. */
  readonly region?: Region;
  /** Procedures whose limits are not shown to whoever asks. */
  readonly except?: readonly string[];
  /** Cases that whoever asks may not know of. */
  readonly exceptCases?: readonly string[];
  /** Items of each shelf, first due first. 100 where not given. */
  readonly limit?: number;
};

type DueItem = {
  readonly case: string;
  readonly region: Region;
  readonly proceeding: string;
  readonly procedure: string;
  readonly clock: string;
  readonly limit: string;
  readonly shelf: Shelf;
  readonly status: ClockStatus;
  readonly obliged: DepartmentId;
  readonly obligedName: string;
  /** Officers of the obliged department who answer for its limits; empty where it named none. */
  readonly liaison: readonly string[];
  readonly startedAt: Instant;
  readonly strictDueAt: Instant | null;
  readonly latestDueAt: Instant | null;
  readonly ends: 'before' | 'at';
  /** Since `latestDueAt` (since `strictDueAt` for `strict-overdue`), milliseconds; `null` where nothing is late. */
  readonly lateByMillis: number | null;
  readonly basis: readonly LegalBasis[];
  readonly kind: LimitKind;
  readonly source: LimitSource;
  readonly provisional: boolean;
  /** Why it can be neither met nor breached; `source-unverified` is 来源待核. */
  readonly undetermined: NonNullable<Clock['undetermined']> | null;
};

export type DueList = { readonly asOf: Instant; readonly items: readonly DueItem[] };

const COLUMNS = [
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
  'ends',
  'shelf',
  'close_at',
  'strict_late_at',
  'late_at',
  'order_at',
] as const;
type DueRow = Pick<Rows['clocks'], (typeof COLUMNS)[number]>;

/** Equal to one value, a county with its townships is read in order from its index. */
const within = (region: Region): RawBuilder<SqlBool>[] => {
  const [first, last] = regionRange(region);
  const column = sql.ref('region');
  if (registerRegionOf(first) !== registerRegionOf(last))
    return [sql<SqlBool>`${column} between ${first} and ${last}`];
  const county = sql<SqlBool>`left(${column}, 6) = ${registerRegionOf(first)}`;
  return first === last ? [county, sql<SqlBool>`${column} = ${first}`] : [county];
};

const asked =
  (q: DueQuestion, shelf: number) =>
  <T extends 'clocks' | 'earlier_spans'>(eb: ExpressionBuilder<Rows, T>) => {
    const column = (name: string) => sql.ref(name);
    return eb.and([
      sql<boolean>`${column('shelf')} = ${sql.lit(shelf)}`,
      sql<boolean>`${column('from_at')} <= ${q.asOf}`,
      ...(q.department ? [sql<boolean>`${column('obliged')} = ${q.department}`] : []),
      ...(q.region ? within(q.region) : []),
      ...(q.except?.length ? [sql<boolean>`${column('procedure')} not in (${sql.join(q.except)})`] : []),
      ...(q.exceptCases?.length
        ? [sql<boolean>`${column('case_id')} not in (${sql.join(q.exceptCases)})`]
        : []),
    ]);
  };

const shelfRows = async (db: Kysely<Rows>, q: DueQuestion, shelf: number): Promise<DueRow[]> => {
  const most = q.limit ?? 100;
  const where = asked(q, shelf);
  const open = db
    .selectFrom('clocks')
    .select(COLUMNS)
    .where(where)
    .where('stopped_at', 'is', null)
    .orderBy('order_at')
    .limit(most);
  const stoppedSince = db
    .selectFrom('clocks')
    .select(COLUMNS)
    .where(where)
    .where('stopped_at', '>', q.asOf)
    .orderBy('order_at')
    .limit(most);
  const earlier = db
    .selectFrom('earlier_spans')
    .select(COLUMNS)
    .where(where)
    .where('until_at', '>', q.asOf)
    .orderBy('order_at')
    .limit(most);
  return db
    .selectFrom(open.as('o'))
    .selectAll()
    .unionAll(db.selectFrom(stoppedSince.as('s')).selectAll())
    .unionAll(db.selectFrom(earlier.as('e')).selectAll())
    .orderBy('order_at')
    .orderBy('case_id')
    .orderBy('clock')
    .limit(most)
    .execute();
};

const answering = async (db: Kysely<Rows>, departments: readonly string[]) => {
  if (departments.length === 0)
    return { names: new Map<string, string>(), liaison: new Map<string, string[]>() };
  const named = await db
    .selectFrom('departments')
    .select(['department', 'name'])
    .where('department', 'in', departments)
    .execute();
  const officers = await db
    .selectFrom('officers')
    .select(['department', 'officer'])
    .where('department', 'in', departments)
    .where(sql<boolean>`ranks::jsonb ? 'liaison'`)
    .orderBy('officer')
    .execute();
  const names = new Map(named.map((d) => [d.department, d.name]));
  const liaison = new Map(
    [...Map.groupBy(officers, (o) => o.department)].map(([d, all]) => [d, all.map((o) => o.officer)]),
  );
  return { names, liaison };
};

const lateBy = (row: DueRow, status: ClockStatus, asOf: Instant): number | null => {
  const since =
    status === 'overdue' ? row.latest_due_at : status === 'strict-overdue' ? row.strict_due_at : null;
  return since === null ? null : millisOf(asOf) - millisOf(since);
};

/** The due list as of an instant, shelf by shelf, longest overdue first. */
export const dueList = async (db: Kysely<Rows>, q: DueQuestion): Promise<DueList> => {
  const rows: DueRow[] = [];
  for (const shelf of Object.values(SHELVES)) rows.push(...(await shelfRows(db, q, shelf)));
  const { names, liaison } = await answering(db, [...new Set(rows.map((r) => r.obliged))]);
  const items = rows.map((row): DueItem => {
    const status = clockStatus(row, q.asOf);
    return {
      case: row.case_id,
      region: row.region,
      proceeding: row.proceeding,
      procedure: row.procedure,
      clock: row.clock,
      limit: row.limit_id,
      shelf: shelfName(row.shelf),
      status,
      obliged: row.obliged,
      obligedName: names.get(row.obliged) ?? row.obliged,
      liaison: liaison.get(row.obliged) ?? [],
      startedAt: row.started_at,
      strictDueAt: row.strict_due_at,
      latestDueAt: row.latest_due_at,
      ends: row.ends as DueItem['ends'],
      lateByMillis: lateBy(row, status, q.asOf),
      basis: row.basis,
      kind: row.limit_kind as LimitKind,
      source: row.limit_source as LimitSource,
      provisional: row.provisional,
      undetermined: row.undetermined as DueItem['undetermined'],
    };
  });
  return { asOf: q.asOf, items };
};
