// Shape of a time limit of law/ and of what a calendar is made of.
import * as z from 'zod';
import { Bilingual, Body, DepartmentId, Kebab, LimitId, Region } from './ids.ts';
import { CivilDate, Instant } from './instant.ts';
import { OpenText } from './open-text.ts';

/** An article of an act; `act` is a key of law/acts.ts. */
export const LegalBasis = z.strictObject({
  act: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  article: OpenText(60).optional(),
});
export type LegalBasis = z.infer<typeof LegalBasis>;

/** No limit runs longer than ten years, in whatever unit it is said. */
const MOST = { hours: 87_840, days: 3_660, months: 120 } as const;
const HOURS = z.int().min(1).max(MOST.hours);
const DAYS = z.int().min(1).max(MOST.days);
const MONTHS = z.int().min(1).max(MOST.months);

/** How much time: the unit is part of the key, never a bare number. Ten years at most: 87,840 hours, 3,660 days, 120 months. */
export const Span = z.union([
  z.strictObject({ atOnce: z.literal(true) }),
  z.strictObject({ hours: HOURS }),
  z.strictObject({ calendarDays: DAYS }),
  z.strictObject({ workingDays: DAYS }),
  /** Days whose unit the law leaves open: O310 where an administrative organ is obliged, or two acts that differ. */
  z.strictObject({ unsettledDays: DAYS }),
  z.strictObject({ months: MONTHS }),
  /** The document itself sets the date, e.g. the reply date of an opinion letter; months where it names none. */
  z.strictObject({
    setByDocument: z.literal(true),
    orElse: z.strictObject({ months: MONTHS }).optional(),
  }),
  /** At least so many whole working days before a date that is set; neither end day counts, and it never rolls. */
  z.strictObject({ workingDaysBefore: DAYS }),
  /** By the end of each such period of the calendar, begun anew at its end. */
  z.strictObject({ every: z.enum(['month', 'quarter', 'half-year', 'year']) }),
]);
export type Span = z.infer<typeof Span>;

/** `statutory` by law, `local` by a local rule, `agreed` between departments and never a breach of law. */
export const LimitKind = z.enum(['statutory', 'local', 'agreed']);
export type LimitKind = z.infer<typeof LimitKind>;

/** How the number was checked: primary text, web excerpt, third party, notice, from memory, agreed. */
export const LimitSource = z.enum([
  'primary-text',
  'web-excerpt',
  'cross-checked',
  'notice',
  'from-memory',
  'agreed',
]);
export type LimitSource = z.infer<typeof LimitSource>;

/**
 * Who approves a prolongation or pause. `main-head`: the first of the organ (主要负责人), not any of its heads; `collective`:
 * those in charge, deciding together; `legal-unit-head`: who heads the unit that reviews the law (法制机构负责人).
 */
export const Approver = z.enum([
  'head',
  'main-head',
  'county-police-head',
  'higher-police',
  'higher-procuratorate',
  'provincial-procuratorate',
  'collective',
  'legal-unit-head',
]);
export type Approver = z.infer<typeof Approver>;

const prolonging = { id: Kebab, after: Kebab.optional(), approver: Approver, basis: z.array(LegalBasis) };

/**
 * A prolongation, once: the whole length of the limit with it (`to`, in the unit of the limit), or what is added to it where
 * that has a unit of its own (`by`: a month and fifteen days, XS 172), and the rank or body whose approval must be on record.
 * A longer one may be granted at once; one that may only follow another names it in `after`.
 */
export const Extension = z.union([
  z.strictObject({
    ...prolonging,
    to: Span,
    /** Whoever approves it also says how long, up to this length. */
    upTo: z.literal(true).optional(),
  }),
  z.strictObject({ ...prolonging, by: Span }),
]);
export type Extension = z.infer<typeof Extension>;

/** Whether whoever approves it may say any length: its law sets no most, so it goes up to the most that a limit can hold. */
export const isUncapped = (extension: Extension): boolean =>
  'to' in extension &&
  extension.upTo === true &&
  Object.values(extension.to).some((length) => length === MOST.days);

/** Whether a limit's last day moves off a rest day, and how days are counted; the rules of clocks are in case/clocks. */
export const TimeLimit = z.strictObject({
  id: LimitId,
  /** 1, 2, 3 … of this id; a clock keeps the version it was started by to its end. */
  version: z.int().positive(),
  title: Bilingual,
  /** What must be done in time. */
  duty: Bilingual,
  span: Span,
  /** Bodies this limit obliges; who exactly is a role of the procedure. None: it obliges the subject of a proceeding. */
  obliges: z.array(Body),
  basis: z.array(LegalBasis).min(1),
  kind: LimitKind,
  source: LimitSource,
  /** In force from, and (exclusive) until; the law at `occurredAt` decides. */
  from: CivilDate,
  until: CivilDate.optional(),
  extensions: z.array(Extension),
  /** `false`: keeps running whatever is missing. Otherwise the basis for pausing. */
  pause: z.union([z.literal(false), z.strictObject({ basis: z.array(LegalBasis) })]),
  /** Parts of the limit, in per mille of its length, at which to remind. */
  remindAtPerMille: z.array(z.int().min(1).max(999)),
  /** Key of law/ladders.ts; `none` for rights that simply lapse. */
  ladder: z.string(),
  /** Off unless a region switches it on with its basis. */
  active: z.boolean(),
  /** After `latestDueAt` the right is gone and the command is refused. */
  lapses: z.boolean(),
  /**
   * The law does not count the hour it begins in (XS 105(2), N4 58): the latest reading counts from the next full hour, the
   * strict one from the instant itself.
   */
  startingHour: z.literal('excluded-in-latest').optional(),
  /** Months that begin on the last day of a month end on the last day of one (刑诉法解释 202(1)); where not said, MF 202. */
  monthEnd: z.literal('last-day-to-last-day').optional(),
  /**
   * It ends on its last day, be that a rest day: somebody is in custody while it runs (XS 105(4)), or where somebody is, which the bus
   * is not told for sure; then both readings are computed; or nobody has to act by then, for it is how long a measure lasts. An act may
   * say how long something lasts at most, and a rule of days that the last of them moves on: both readings are computed. Where not said
   * the day moves on.
   */
  lastDay: z.enum(['stays', 'stays-in-custody', 'stays-of-a-measure', 'stays-in-strict']).optional(),
  /** Nobody must: a mark in time after which whoever is named may act. It is neither kept nor broken. */
  may: z.literal(true).optional(),
});
export type TimeLimit = z.infer<typeof TimeLimit>;
/** As law/time-limits/ has it: versions are counted by the order of the rows of one id. */
export type TimeLimitRow = Omit<TimeLimit, 'version'>;

/** Rest-day facts of a year, or of some of its days, for a region prefix; dates outside covered years are unknown, not working days. */
export const CalendarRecord = z.strictObject({
  /** GB/T 2260 prefix; `''` is the whole country. */
  region: z.string().regex(/^\d{0,6}$/),
  /** A department of that division, whose own days these are: they count for what it owes by agreement or a local rule alone. */
  department: DepartmentId.optional(),
  year: z.int().min(1990).max(2100),
  /** e.g. `national`, `古尔邦节`; of a region, a record replaces an earlier one of the same year and name. */
  name: OpenText(60),
  /** Days off, and days worked though they might be taken for one; of the country, what no record names stays as it was. */
  daysOff: z.array(CivilDate).max(400),
  makeUpWorkdays: z.array(CivilDate).max(400),
  basis: OpenText(200),
  confidence: z.enum(['notice', 'reported']),
});
export type CalendarRecord = z.infer<typeof CalendarRecord>;

/** Name of the record by which a region declares that its records of a year are all there are, be they none. */
export const WHOLE_YEAR = '全年';

/**
 * Name of the record of the whole country with the days that the Measures on national holidays fix themselves. It counts
 * for a year whose notice is not out, and makes no year known.
 */
export const STATUTORY_DAYS = '法定年节';

/** A holiday to expect: any of the names it goes by, from a year on. */
export const ExpectedHoliday = z.strictObject({
  names: z.array(z.string()).readonly(),
  from: z.int().optional(),
});
export type ExpectedHoliday = z.infer<typeof ExpectedHoliday>;

/**
 * A region prefix with a regime of its own. A local year is known when every expected holiday has a record of that
 * year, or when a record named `WHOLE_YEAR` declares the year complete. `expects: 'unknown'`: which days exist was not
 * found, so only such a declaration makes a year known.
 */
export const LocalRegime = z.strictObject({
  prefix: z.string().regex(/^\d{1,6}$/),
  title: z.string(),
  expects: z.union([z.array(ExpectedHoliday).readonly(), z.literal('unknown')]),
});
export type LocalRegime = z.infer<typeof LocalRegime>;

/** A line of the explanation of a due date. */
export const WorkingStep = z.strictObject({ rule: z.string(), text: Bilingual, at: Instant.optional() });
export type WorkingStep = z.infer<typeof WorkingStep>;

/** What a region settled in its register, with the basis it relies on. */
export const RegionSettings = z.strictObject({
  unsettledUnit: z.strictObject({ unit: z.enum(['calendar', 'working']), basis: z.string() }).optional(),
  localDaysOff: z.strictObject({ count: z.boolean(), basis: z.string() }).optional(),
  limits: z.record(z.string(), z.strictObject({ active: z.boolean(), basis: z.string() })),
  pauses: z.record(z.string(), z.strictObject({ basis: z.string() })),
  agreed: z.record(z.string(), z.strictObject({ span: Span, basis: z.string() })),
  /** The same for one procedure or kind of department: `<limit> <procedure> <body>`, `*` for all of them. */
  agreedFor: z.record(z.string(), z.strictObject({ span: Span, basis: z.string() })).optional(),
  conditions: z.record(z.string(), z.strictObject({ active: z.boolean(), basis: z.string() })),
});
export type RegionSettings = z.infer<typeof RegionSettings>;

/** A computed due date with its working. `strictDueAt` drives alarms, `latestDueAt` the breach record. */
export const DueDate = z.strictObject({
  limit: z.string(),
  region: Region,
  from: Instant,
  strictDueAt: Instant.nullable(),
  latestDueAt: Instant.nullable(),
  /** `before`: late from the instant on (a day has ended). `at`: still in time at the instant itself (hours). */
  ends: z.enum(['before', 'at']),
  provisional: z.boolean(),
  kind: LimitKind,
  source: LimitSource,
  basis: z.array(LegalBasis),
  steps: z.array(WorkingStep),
});
export type DueDate = z.infer<typeof DueDate>;
