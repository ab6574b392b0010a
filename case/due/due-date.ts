// From a limit and the moment it starts to the two instants it ends at, with the working. Pure: same question, same answer.
import type { Region } from '../../schemas/ids.ts';
import { type CivilDate, dateOf, type Instant } from '../../schemas/instant.ts';
import type { DueDate, RegionSettings, Span, TimeLimit, WorkingStep } from '../../schemas/time-limit.ts';
import { type Calendar, hasLocalDays } from './calendar.ts';
import { dayOfInstant } from './civil-day.ts';
import { type Count, countDays, type Ground, type Reading } from './count-days.ts';
import { DueDateError, requireInRange } from './due-date-error.ts';
import { countSteps, marked, timeText, unknownSteps } from './explain.ts';
import { ownDaysOf, ownDaysSteps } from './own-days.ts';
import { clkCutoff, clkHourCivil, clkHourCriminal, clkInclusive, nextFullHour } from './rules.ts';
import { inForceText, isInForce, settledLimit } from './settled-limit.ts';
import { isInWholeDays, type Stop } from './stops.ts';

/** What a due date is asked from. `fromLatest`: the latest possible start where it is known only coarsely. */
export type DueQuestion = {
  limit: TimeLimit;
  from: Instant;
  fromLatest?: Instant;
  region: Region;
  /** Who must act: a department, whose own days count where the limit is no statute's. */
  obliged?: string;
  calendar: Calendar;
  settings: RegionSettings;
  /** Date the limit is measured by: the reply date of a letter, the day of a hearing. */
  setBy?: CivilDate;
  /** Extensions granted, in order; they are counted on from the unrolled end. */
  extensions?: readonly Span[];
  stops?: readonly Stop[];
  /** Only the instants are wanted: `steps` stays empty. Writing the working costs more than counting. */
  unexplained?: boolean;
};

const LABELS = { strict: ['从严', 'strict'], latest: ['从宽', 'latest'] } as const;

const result = (
  q: DueQuestion,
  limit: TimeLimit,
  rest: Pick<DueDate, 'strictDueAt' | 'latestDueAt' | 'ends' | 'provisional' | 'steps'>,
): DueDate => ({
  limit: limit.id,
  region: q.region,
  from: q.from,
  strictDueAt: rest.strictDueAt,
  latestDueAt: rest.latestDueAt,
  ends: rest.ends,
  provisional: rest.provisional,
  kind: limit.kind,
  source: limit.source,
  basis: limit.basis,
  steps: rest.steps,
});

const atOnceDue = (q: DueQuestion, limit: TimeLimit): DueDate =>
  result(q, limit, {
    strictDueAt: null,
    latestDueAt: null,
    ends: 'before',
    provisional: false,
    steps: [
      {
        rule: 'at-once',
        text: {
          zh: `自 ${timeText(q.from)} 起应当立即办理，没有期限数字`,
          en: 'To be done at once; the law sets no number',
        },
        at: q.from,
      },
    ],
  });

const STARTING_HOUR: WorkingStep = {
  rule: 'clk-hour-criminal',
  text: {
    zh: '期间开始的时不计（现行刑事诉讼法第105条第2款、医疗保障行政处罚程序暂行规定第58条）：从严自起算时刻计，从宽自下一整点计',
    en: 'The hour it begins in is not counted (XS 105(2), N4 58): strict from the very moment, latest from the next full hour',
  },
};

const hoursDue = (q: DueQuestion, limit: TimeLimit, spans: readonly Span[]): DueDate => {
  let hours = 0;
  for (const span of spans) {
    if (!('hours' in span)) throw new DueDateError('SPANS_DO_NOT_MIX');
    hours += span.hours;
  }
  const fromLatest = q.fromLatest ?? q.from;
  const isHourOut = limit.startingHour === 'excluded-in-latest';
  const strictDueAt = clkHourCivil(q.from, hours, q.stops);
  const latestDueAt = (isHourOut ? clkHourCriminal : clkHourCivil)(fromLatest, hours, q.stops);
  const stopped = (q.stops ?? []).length > 0;
  const stepsFrom = (from: Instant, dueAt: Instant): WorkingStep[] => [
    {
      rule: 'clk-hour-civil',
      text: {
        zh: `自 ${timeText(from)} 起连续计算 ${hours} 小时，不论节假日`,
        en: `${hours} hours from ${timeText(from)}, whatever the day`,
      },
      at: from,
    },
    ...(stopped
      ? [{ rule: 'clk-stop', text: { zh: '中止的时间不计入，顺延补足', en: 'Stopped time is not counted' } }]
      : []),
    {
      rule: 'clk-inclusive',
      text: {
        zh: `${timeText(dueAt)} 届满，届满当时仍在期限内`,
        en: `Ends at ${timeText(dueAt)}; that very instant is in time`,
      },
      at: dueAt,
    },
  ];
  const steps = (): WorkingStep[] => {
    const strict = stepsFrom(q.from, strictDueAt);
    if (strictDueAt === latestDueAt) return strict;
    const latest = stepsFrom(isHourOut ? nextFullHour(fromLatest) : fromLatest, latestDueAt);
    return [
      ...(isHourOut ? [STARTING_HOUR] : []),
      ...marked(strict, ...LABELS.strict),
      ...marked(latest, ...LABELS.latest),
    ];
  };
  return result(q, limit, {
    strictDueAt,
    latestDueAt,
    ends: 'at',
    provisional: false,
    steps: q.unexplained ? [] : steps(),
  });
};

/** Every reading the law leaves open: units of unsettled days × whether local days off count × days stopped in part × whether the last day stays. */
const openReadings = (q: DueQuestion, { lastDay }: TimeLimit, spans: readonly Span[]): Reading[] => {
  const isUnsettled = spans.some((span) => 'unsettledDays' in span);
  const settledUnit = q.settings.unsettledUnit?.unit;
  const units: Reading['unit'][] =
    isUnsettled && settledUnit === undefined ? ['calendar', 'working'] : [settledUnit ?? 'calendar'];
  const settledLocal = q.settings.localDaysOff?.count;
  const locals = !hasLocalDays(q.calendar, q.region)
    ? [false]
    : settledLocal === undefined
      ? [false, true]
      : [settledLocal];
  const stopped: Reading['stopped'][] = isInWholeDays(q.stops ?? []) ? ['touched'] : ['whole', 'touched'];
  const isOpen = lastDay === 'stays-in-custody' || lastDay === 'stays-in-strict';
  const ends = isOpen ? [true, false] : [lastDay !== undefined];
  return units.flatMap((unit) =>
    locals.flatMap((local) =>
      stopped.flatMap((left) => ends.map((stays) => ({ unit, local, stopped: left, stays }))),
    ),
  );
};

/** Says how open questions are read here, and on whose authority where the region settled them. */
const readingSteps = (
  q: DueQuestion,
  spans: readonly Span[],
  readings: readonly Reading[],
): WorkingStep[] => {
  const steps: WorkingStep[] = [];
  const unit = q.settings.unsettledUnit;
  if (spans.some((span) => 'unsettledDays' in span))
    steps.push({
      rule: 'clk-o310-unit',
      text:
        unit === undefined
          ? {
              zh: '法律未统一“日”的单位：从严按自然日，从宽按工作日',
              en: 'The law leaves the unit of "days" open: strict reads calendar days, latest working days',
            }
          : {
              zh: `本地区已确定按${unit.unit === 'working' ? '工作日' : '自然日'}计算，依据：${unit.basis}`,
              en: `Settled here as ${unit.unit} days; basis: ${unit.basis}`,
            },
    });
  const local = q.settings.localDaysOff;
  if (
    hasLocalDays(q.calendar, q.region) &&
    (local !== undefined || readings.some((reading) => reading.local))
  )
    steps.push({
      rule: 'clk-holiday-source',
      text:
        local === undefined
          ? {
              zh: '地方放假是否计为节假日未定：从严不计，从宽计入',
              en: 'Whether local days off count is open: strict ignores them, latest honours them',
            }
          : {
              zh: `本地区已确定地方放假${local.count ? '计入' : '不计入'}，依据：${local.basis}`,
              en: `Settled here: local days off ${local.count ? 'count' : 'do not count'}; basis: ${local.basis}`,
            },
    });
  if (readings.some(({ stopped }) => stopped === 'whole'))
    steps.push({
      rule: 'clk-stop',
      text: {
        zh: '中止不满一整日的，从严该日照计，从宽该日不计',
        en: 'A day stopped in part only counts when read strictly, and does not at the latest',
      },
    });
  return steps;
};

/** On whose word the number rests, where a region agreed on one of its own. */
const agreedSteps = (limit: TimeLimit, settings: RegionSettings): WorkingStep[] => {
  const agreed = limit.kind === 'agreed' ? settings.agreed[limit.id] : undefined;
  return agreed === undefined
    ? []
    : [
        {
          rule: 'agreed',
          text: {
            zh: `本地区约定的期限，非法定，依据：${agreed.basis}`,
            en: `As agreed here, not statutory; basis: ${agreed.basis}`,
          },
        },
      ];
};

const LAST_DAY = {
  stays: {
    rule: 'last-day-stays',
    text: {
      zh: '在押期间应当至期满之日为止，不因节假日延长（刑事诉讼法第105条第4款）',
      en: 'In custody it ends on its last day and is not prolonged by a rest day (XS 105(4))',
    },
  },
  'stays-in-custody': {
    rule: 'last-day-stays',
    text: {
      zh: '在押的，至期满之日为止，不因节假日延长（从严）；未在押的，顺延至节假日后第一日（从宽；刑事诉讼法第105条第4款）',
      en: 'In custody it ends on its last day (strict); of one who is not it moves on to the next day that is none of rest (latest; XS 105(4))',
    },
  },
  'stays-of-a-measure': {
    rule: 'last-day-stays',
    text: {
      zh: '措施持续的期间，不是办理期限，至期满之日为止，不因节假日延长',
      en: 'It is how long a measure lasts, and no time to act in: it ends on its last day and is not prolonged by a rest day',
    },
  },
  'stays-in-strict': {
    rule: 'last-day-stays',
    text: {
      zh: '法律规定的最长期限，至期满之日为止（从严）；末日是法定节假日的，按期间的一般规定顺延至其后第一日（从宽）',
      en: 'The law says how long it lasts at most: it ends on its last day (strict); by the general rule on days that moves on to the next day that is none of rest (latest)',
    },
  },
} as const satisfies Record<NonNullable<TimeLimit['lastDay']>, WorkingStep>;

const daysDue = (q: DueQuestion, limit: TimeLimit, spans: readonly Span[]): DueDate => {
  if (spans.some((span, at) => 'hours' in span || 'atOnce' in span || (at > 0 && 'setByDocument' in span)))
    throw new DueDateError('SPANS_DO_NOT_MIX');
  const ground: Ground = {
    calendar: q.calendar,
    region: q.region,
    stops: q.stops ?? [],
    setBy: q.setBy,
    monthEnd: limit.monthEnd,
    own: ownDaysOf(limit.kind, q.obliged),
  };
  const readings = openReadings(q, limit, spans);
  const start = dayOfInstant(q.from);
  const fromLatest = q.fromLatest ?? q.from;
  const startLatest = dayOfInstant(fromLatest);
  const early = readings.map((reading) => countDays(spans, start, reading, ground));
  const late =
    start === startLatest ? early : readings.map((reading) => countDays(spans, startLatest, reading, ground));
  // A local make-up day can make a reading with local days the earlier one, so the extremes are taken, not assumed.
  const strict = early.reduce((best, count) => (count.last < best.last ? count : best));
  const latest = late.reduce((best, count) => (count.last >= best.last ? count : best));
  const counts: Count[] = early === late ? early : [...early, ...late];
  const unknown = unknownSteps(counts);
  const steps = (): WorkingStep[] => {
    const strictSteps = countSteps(q.from, start, strict);
    const latestSteps = countSteps(start === startLatest ? q.from : fromLatest, startLatest, latest);
    const isOne = JSON.stringify(strictSteps) === JSON.stringify(latestSteps);
    return [
      ...readingSteps(q, spans, readings),
      ...ownDaysSteps(q.calendar, limit.kind, q.obliged),
      ...(limit.lastDay === undefined ? [] : [LAST_DAY[limit.lastDay]]),
      ...(isOne
        ? strictSteps
        : [...marked(strictSteps, ...LABELS.strict), ...marked(latestSteps, ...LABELS.latest)]),
      ...unknown,
    ];
  };
  return result(q, limit, {
    strictDueAt: clkCutoff(strict.last),
    latestDueAt: clkCutoff(latest.last),
    ends: 'before',
    provisional: unknown.length > 0,
    steps: q.unexplained ? [] : steps(),
  });
};

/** What the law sets where the document itself names no date. */
const spanOf = (span: Span, setBy: CivilDate | undefined): Span =>
  'setByDocument' in span && setBy === undefined && span.orElse ? span.orElse : span;

/**
 * The due date of a limit that starts at `from`. Both instants are null for what is to be done at once. Agreed spans are
 * replaced by the region's own; whether a limit is switched on is the caller's question (`settledLimit`).
 * @throws DueDateError LIMIT_NOT_IN_FORCE, DATE_MISSING, DATE_BEFORE_START, SPANS_DO_NOT_MIX, OUT_OF_RANGE
 */
export const dueDate = (q: DueQuestion): DueDate => {
  const limit = settledLimit(q.limit, q.settings);
  if (!isInForce(limit, dateOf(q.from))) throw new DueDateError('LIMIT_NOT_IN_FORCE', [inForceText(limit)]);
  if ('atOnce' in limit.span) return atOnceDue(q, limit);
  const spans = [spanOf(limit.span, q.setBy), ...(q.extensions ?? [])];
  const due = 'hours' in limit.span ? hoursDue(q, limit, spans) : daysDue(q, limit, spans);
  requireInRange(limit.id, due.strictDueAt, due.latestDueAt);
  return q.unexplained ? due : { ...due, steps: [...agreedSteps(limit, q.settings), ...due.steps] };
};

/** Late at that instant by the reading asked for; what has no due instant is never late. */
export const isLate = (
  due: Pick<DueDate, 'strictDueAt' | 'latestDueAt' | 'ends'>,
  at: Instant,
  which: 'strict' | 'latest',
): boolean => {
  const dueAt = which === 'strict' ? due.strictDueAt : due.latestDueAt;
  return dueAt !== null && !clkInclusive(dueAt, due.ends, at);
};
