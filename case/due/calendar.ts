// Is this day a working day here, and does anybody know? National arrangement with a regional overlay that may cancel make-up days.
// What is published later overrides day by day: a file that says one day leaves all others as they were.
// Pure: a calendar is plain JSON folded from records; what is derived from it is remembered beside it, never in it.
import type { DepartmentId, Region } from '../../schemas/ids.ts';
import {
  type CalendarRecord,
  type LocalRegime,
  STATUTORY_DAYS,
  WHOLE_YEAR,
} from '../../schemas/time-limit.ts';
import { type Day, dayOf, weekdayOf, yearOf } from './civil-day.ts';

/**
 * Records in force, in the order they were published: of the country all of them, of a region one for each holiday and year;
 * where there are local days off, and which to expect.
 */
export type Calendar = { records: readonly CalendarRecord[]; regimes: readonly LocalRegime[] };

/** Why a day's answer is only a guess. */
export type Unknown = 'national-year-unknown' | 'next-national-year-unknown' | 'local-year-unknown';

/** `because` says which rule decided; `holiday` names the local holiday that did. */
export type DayStatus = {
  working: boolean;
  known: boolean;
  because:
    | 'weekday'
    | 'weekend'
    | 'national-holiday'
    | 'national-make-up'
    | 'local-day-off'
    | 'local-make-up'
    | 'own-day-off'
    | 'own-make-up';
  holiday?: string;
  provisionalBecause?: Unknown;
};

/** One year's arrangement of the country, or a day that was added to it. */
const isNational = ({ region, name }: CalendarRecord): boolean => region === '' && name !== STATUTORY_DAYS;

const keyOf = (record: CalendarRecord, place: number): string =>
  isNational(record) ? `${place}` : `${record.department ?? record.region}|${record.year}|${record.name}`;

/**
 * Folds records in the order published. A holiday of a region said again replaces what was said of it; records of the country add
 * up, and a day that is to be an ordinary one again is named as such.
 */
export const foldCalendar = (
  records: readonly CalendarRecord[],
  regimes: readonly LocalRegime[],
): Calendar => {
  const inForce = new Map<string, CalendarRecord>();
  for (const [place, record] of records.entries()) {
    const key = keyOf(record, place);
    // The newest stands last.
    inForce.delete(key);
    inForce.set(key, record);
  }
  return { records: [...inForce.values()], regimes };
};

type NamedDays = Map<Day, { working: boolean; name: string }>;
type OwnDays = { records: CalendarRecord[]; days: NamedDays };
type LocalView = {
  days: NamedDays;
  isYearKnown: (year: number) => boolean;
};
type Index = {
  /** Years whose notice is out. */
  nationalYears: ReadonlySet<number>;
  /** Days that were named, working or not. */
  national: Map<Day, boolean>;
  statutory: Set<Day>;
  locals: CalendarRecord[];
  /** Records that departments have for themselves, and their days. */
  own: Map<DepartmentId, OwnDays>;
  regimes: readonly LocalRegime[];
  views: Map<Region, LocalView | null>;
};

const indexes = new WeakMap<Calendar, Index>();

/**
 * Years whose notice is out: it names every day that the Measures fix themselves. A file that names only some of them is not the
 * year's notice.
 */
const noticedYears = (
  records: readonly CalendarRecord[],
  named: ReadonlyMap<Day, boolean>,
): ReadonlySet<number> => {
  const fixed = new Map(
    records
      .filter(({ region, name }) => region === '' && name === STATUTORY_DAYS)
      .map(({ year, daysOff }) => [year, daysOff.map(dayOf)] as const),
  );
  const years = new Set(records.filter(isNational).map(({ year }) => year));
  return new Set([...years].filter((year) => (fixed.get(year) ?? []).every((day) => named.has(day))));
};

/** A day named later is what it was named last. */
const nameDays = (days: NamedDays, { name, makeUpWorkdays, daysOff }: CalendarRecord): void => {
  for (const date of makeUpWorkdays) days.set(dayOf(date), { working: true, name });
  for (const date of daysOff) days.set(dayOf(date), { working: false, name });
};

const buildIndex = (calendar: Calendar): Index => {
  const index: Index = {
    nationalYears: new Set(),
    national: new Map(),
    statutory: new Set(),
    locals: [],
    own: new Map(),
    regimes: calendar.regimes,
    views: new Map(),
  };
  for (const record of calendar.records) {
    if (record.department !== undefined) {
      const own: OwnDays = index.own.get(record.department) ?? { records: [], days: new Map() };
      own.records.push(record);
      nameDays(own.days, record);
      index.own.set(record.department, own);
      continue;
    }
    if (record.region !== '') {
      index.locals.push(record);
      continue;
    }
    if (record.name === STATUTORY_DAYS) {
      for (const date of record.daysOff) index.statutory.add(dayOf(date));
      continue;
    }
    for (const date of record.daysOff) index.national.set(dayOf(date), false);
    for (const date of record.makeUpWorkdays) index.national.set(dayOf(date), true);
  }
  index.nationalYears = noticedYears(calendar.records, index.national);
  return index;
};

const indexOf = (calendar: Calendar): Index => {
  let index = indexes.get(calendar);
  if (index === undefined) {
    index = buildIndex(calendar);
    indexes.set(calendar, index);
  }
  return index;
};

/** For the same holiday and year the longest matching prefix replaces the shorter ones. */
const recordsOf = (locals: readonly CalendarRecord[], region: Region): CalendarRecord[] => {
  const longest = new Map<string, CalendarRecord>();
  for (const record of locals) {
    if (!region.startsWith(record.region)) continue;
    const key = `${record.year}|${record.name}`;
    const rival = longest.get(key);
    if (rival === undefined || rival.region.length < record.region.length) longest.set(key, record);
  }
  return [...longest.values()];
};

const isComplete = (regime: LocalRegime, year: number, names: ReadonlySet<string>): boolean =>
  names.has(WHOLE_YEAR) ||
  (regime.expects !== 'unknown' &&
    regime.expects.every(
      (expected) => year < (expected.from ?? 0) || expected.names.some((name) => names.has(name)),
    ));

const buildView = (index: Index, region: Region): LocalView | null => {
  const regimes = index.regimes.filter((regime) => region.startsWith(regime.prefix));
  const records = recordsOf(index.locals, region);
  if (regimes.length === 0 && records.length === 0) return null;
  const days: NamedDays = new Map();
  // The nearer overrides the wider, and of one place the later the earlier.
  for (const record of records.toSorted((a, b) => a.region.length - b.region.length)) nameDays(days, record);
  const known = new Map<number, boolean>();
  const isYearKnown = (year: number): boolean => {
    let answer = known.get(year);
    if (answer === undefined) {
      const names = new Set(records.filter((record) => record.year === year).map((record) => record.name));
      answer = regimes.every((regime) => isComplete(regime, year, names));
      known.set(year, answer);
    }
    return answer;
  };
  return { days, isYearKnown };
};

const viewOf = (index: Index, region: Region): LocalView | null => {
  let view = index.views.get(region);
  if (view === undefined) {
    view = buildView(index, region);
    index.views.set(region, view);
  }
  return view;
};

/** Records that a department has for itself, in the order they were published. */
export const ownRecordsOf = (calendar: Calendar, department: DepartmentId): readonly CalendarRecord[] =>
  indexOf(calendar).own.get(department)?.records ?? [];

/** Whether local days off may matter in this region at all; where not, reading with and without them is the same. */
export const hasLocalDays = (calendar: Calendar, region: Region): boolean =>
  viewOf(indexOf(calendar), region) !== null;

/** 29–31 December belong to the next year's notice too: that of 2019 made Monday 31 December 2018 a day off. */
const isAtYearEnd = (day: Day): boolean => yearOf(day + 3) !== yearOf(day);

/** A day off that the Measures themselves fix, of a year whose notice is not out. */
const isStatutory = (index: Index, day: Day): boolean =>
  index.statutory.has(day) && !index.nationalYears.has(yearOf(day));

const unknownOf = (index: Index, view: LocalView | null, day: Day): Unknown | undefined => {
  if (isStatutory(index, day)) return undefined;
  const year = yearOf(day);
  if (!index.nationalYears.has(year) && !index.national.has(day)) return 'national-year-unknown';
  if (isAtYearEnd(day) && !index.nationalYears.has(year + 1)) return 'next-national-year-unknown';
  return view !== null && !view.isYearKnown(year) ? 'local-year-unknown' : undefined;
};

const decided = (
  index: Index,
  view: LocalView | null,
  day: Day,
  department: DepartmentId | undefined,
): Omit<DayStatus, 'known'> => {
  const own = department === undefined ? undefined : index.own.get(department)?.days.get(day);
  if (own !== undefined)
    return { working: own.working, because: own.working ? 'own-make-up' : 'own-day-off', holiday: own.name };
  const local = view?.days.get(day);
  if (local !== undefined)
    return {
      working: local.working,
      because: local.working ? 'local-make-up' : 'local-day-off',
      holiday: local.name,
    };
  const national = index.national.get(day);
  if (national !== undefined)
    return { working: national, because: national ? 'national-make-up' : 'national-holiday' };
  if (isStatutory(index, day)) return { working: false, because: 'national-holiday' };
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6
    ? { working: false, because: 'weekend' }
    : { working: true, because: 'weekday' };
};

/**
 * Working day or not. Precedence: what `own`, a department, says of the day for itself; what the region says of the day, the nearer and then the later first; what the country says of
 * it, the later first; Monday to Friday. Outside the years it covers a calendar does not know: `known: false`, and `working` is a guess by what it has,
 * save for the days off that the Measures fix themselves.
 * `local: false` ignores the region's own days, as the strict reading does. Source: 全国年节及纪念日放假办法 2, 4, 6, 7.
 */
export const statusOfDay = (
  calendar: Calendar,
  region: Region,
  day: Day,
  local: boolean,
  own?: DepartmentId,
): DayStatus => {
  const index = indexOf(calendar);
  const view = local ? viewOf(index, region) : null;
  const status = decided(index, view, day, own);
  const unknown = unknownOf(index, view, day);
  return unknown === undefined
    ? { ...status, known: true }
    : { ...status, known: false, provisionalBecause: unknown };
};
