// The progress report as data: what a region did in a period and how things stand at one instant. No clock is read here; the
// same rows and the same question give the same report, byte for byte.
import { regionName } from '../../law/regions.ts';
import type { DepartmentId, Region } from '../../schemas/ids.ts';
import { type CivilDate, type Instant, plusMillis, startOfDay } from '../../schemas/instant.ts';
import { NATIONAL } from '../../schemas/subjects.ts';
import type { Lag } from '../bus/reading-room/queries/lag.ts';
import type { ProgressQuestion, ProgressRows } from '../bus/reading-room/queries/progress.ts';
import { regionRange } from '../bus/reading-room/queries/region-range.ts';
import { departmentTitle } from '../words/departments.ts';
import type { Words } from '../words/words.ts';
import { type AttentionItem, attention, attentionKinds } from './attention.ts';
import { clocksAsOf } from './clock-as-of.ts';
import { type Duration, durations } from './durations.ts';
import { type LimitFigures, limitFigures, undeterminedReasons } from './limit-figures.ts';
import { type OpenProceeding, openProceedings } from './open-proceedings.ts';
import {
  type EventCount,
  eventCounts,
  type MainCount,
  mainCounts,
  type RegionCounts,
  regionCounts,
} from './step-counts.ts';

/** Both days included. `asOf`: how things stand; not after the end of the period unless asked for. */
export type ReportPeriod = {
  readonly region: Region | 'all';
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly asOf: Instant;
  /** Procedures that whoever asks sees a status word of: they stand in no figure, and the report says so. */
  readonly leftOut?: readonly string[];
};

/** What the ledger was when the rows were read. */
export type ReportSource = {
  /** Stream sequence of the last entry read. */
  readonly sequence: number;
  /** Signed checkpoint of a tree that holds it, as text; `null` where none was made yet. */
  readonly checkpoint: string | null;
  /** A ledger whose clock is stepped: an exercise, never the record. */
  readonly rehearsal: boolean;
  /** The rows lack something that the ledger had by then. */
  readonly lagging?: Lag;
};

export type ProgressReport = ReportSource & {
  readonly format: 'xianjie.progress-report.v1';
  readonly period: ReportPeriod;
  readonly regionName: string;
  readonly main: readonly MainCount[];
  readonly byRegion: readonly RegionCounts[];
  readonly events: readonly EventCount[];
  readonly limits: readonly LimitFigures[];
  readonly undetermined: readonly { readonly reason: string; readonly count: number }[];
  readonly durations: readonly Duration[];
  readonly open: readonly OpenProceeding[];
  readonly attention: readonly AttentionItem[];
  /** The kinds of what is to be looked at, with their titles, in their order. */
  readonly attentionKinds: ReturnType<typeof attentionKinds>;
  /** Names of every department that appears. */
  readonly departments: Readonly<Record<DepartmentId, string>>;
};

const DAY_MS = 86_400_000;

/** The end of the period, or the last instant the ledger has anything of, whichever is earlier. */
export const defaultAsOf = (to: CivilDate, recordedAt: Instant): Instant => {
  const end = plusMillis(startOfDay(to), DAY_MS);
  return recordedAt < end ? recordedAt : end;
};

/** What to ask the reading room for a report. */
export const progressQuestion = ({ region, from, to, asOf }: ReportPeriod): ProgressQuestion => ({
  region,
  from: startOfDay(from),
  until: plusMillis(startOfDay(to), DAY_MS),
  asOf,
});

const within = (rows: ProgressRows, { region, leftOut = [] }: ReportPeriod): ProgressRows => {
  const [first, last] = regionRange(region === 'all' ? NATIONAL : region);
  const inside = <R extends { region: string; procedure: string }>(all: readonly R[]): R[] =>
    all.filter((r) => r.region >= first && r.region <= last && !leftOut.includes(r.procedure));
  return {
    ...rows,
    steps: inside(rows.steps),
    clocks: inside(rows.clocks),
    earlierSpans: inside(rows.earlierSpans),
    proceedings: inside(rows.proceedings),
    handOffs: inside(rows.handOffs),
  };
};

/**
 * Counts rows into a report, by the law in the words of which it is told. Rows may hold more than belongs to the question;
 * each is asked again.
 */
export const progressReport = (
  given: ProgressRows,
  period: ReportPeriod,
  source: ReportSource,
  words: Words,
): ProgressReport => {
  const { law } = words;
  const rows = within(given, period);
  const { from, until, asOf } = progressQuestion(period);
  const steps = rows.steps.filter((s) => s.occurred_at <= asOf);
  const inPeriod = steps.filter((s) => s.occurred_at >= from && s.occurred_at < until);
  const clocks = clocksAsOf(rows, asOf);
  const open = openProceedings({ ...rows, steps }, law, asOf);
  const limits = limitFigures(clocks, { from, until }, law);
  const items = attention(rows, clocks, open, asOf, law);
  const named = new Map(rows.departments.map((d) => [d.department, d.name]));
  const appearing = new Set([
    ...limits.flatMap((g) => g.byDepartment.map((d) => d.department)),
    ...open.flatMap((p) => p.holders),
    ...items.flatMap((i) => i.departments),
  ]);
  return {
    format: 'xianjie.progress-report.v1',
    ...source,
    period,
    regionName: period.region === 'all' ? '各行政区划' : regionName(period.region),
    main: mainCounts(inPeriod, law),
    byRegion: regionCounts(inPeriod, law),
    events: eventCounts(inPeriod, words),
    limits,
    undetermined: undeterminedReasons(clocks),
    durations: durations(steps, from, until, law),
    open,
    attention: items,
    attentionKinds: attentionKinds(items, law),
    departments: Object.fromEntries([...appearing].toSorted().map((id) => [id, departmentTitle(id, named)])),
  };
};
