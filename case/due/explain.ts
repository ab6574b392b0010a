// Words for the working of a due date: what a clerk would write down, rule by rule, Chinese first.
import type { Instant } from '../../schemas/instant.ts';
import type { Span, WorkingStep } from '../../schemas/time-limit.ts';
import type { Unknown } from './calendar.ts';
import { type Day, dateOfDay, startOf } from './civil-day.ts';
import type { Count, Segment, SkippedRun } from './count-days.ts';
import { clkCutoff } from './rules.ts';

const EN_DAYS = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];
const zhDay = (day: Day): string => `${dateOfDay(day)}（周${'四五六日一二三'[((day % 7) + 7) % 7]}）`;
const enDay = (day: Day): string => `${dateOfDay(day)} (${EN_DAYS[((day % 7) + 7) % 7]})`;

/** `2024-10-09 09:30`, seconds only where there are any. */
export const timeText = (at: Instant): string =>
  `${at.slice(0, 10)} ${at.slice(11, at.slice(17, 19) === '00' ? 16 : 19)}`;

const REASONS = {
  weekday: ['工作日', 'working day'],
  weekend: ['周末', 'weekend'],
  'national-holiday': ['法定节假日', 'national holiday'],
  'national-make-up': ['调休上班', 'make-up working day'],
  'local-day-off': ['地方放假', 'local day off'],
  'own-day-off': ['部门自定休息', "the department's own day off"],
  'own-make-up': ['部门自定上班', 'worked by the department'],
  'local-make-up': ['地方调休上班', 'local make-up day'],
  stopped: ['中止', 'stopped'],
} as const satisfies Record<SkippedRun['because'], readonly [string, string]>;

const UNKNOWN = {
  'national-year-unknown': ['全国放假安排尚未公布', 'the national holiday notice is not out'],
  'next-national-year-unknown': [
    '年末数日取决于尚未公布的下一年放假安排',
    "the last days of the year depend on the next year's notice",
  ],
  'local-year-unknown': ['本地放假安排未知', 'the local days off are unknown'],
} as const satisfies Record<Unknown, readonly [string, string]>;

const runText = (run: SkippedRun, language: 'zh' | 'en'): string => {
  const reason = language === 'zh' ? (run.holiday ?? REASONS[run.because][0]) : REASONS[run.because][1];
  const days =
    run.first === run.last
      ? dateOfDay(run.first)
      : `${dateOfDay(run.first)}${language === 'zh' ? '至' : ' to '}${dateOfDay(run.last).slice(5)}`;
  return `${days} ${reason}`;
};

const skippedText = (runs: readonly SkippedRun[], language: 'zh' | 'en'): string =>
  runs.map((run) => runText(run, language)).join(language === 'zh' ? '、' : ', ');

const amount = (segment: Segment): [zh: string, en: string] => {
  const span: Span = segment.span;
  const days =
    'workingDays' in span
      ? span.workingDays
      : 'calendarDays' in span
        ? span.calendarDays
        : 'unsettledDays' in span
          ? span.unsettledDays
          : 0;
  if (segment.unit === 'working') return [`${days}个工作日`, `${days} working days`];
  if ('months' in span)
    return segment.unit === 'months-to-month-end'
      ? [
          `${span.months}个月（起算日为当月末日，止于当月末日）`,
          `${span.months} months, from the last day of a month to the last day of one`,
        ]
      : [`${span.months}个月`, `${span.months} months`];
  return [`${days}日（自然日）`, `${days} calendar days`];
};

/** The rule by which days of a unit are counted; those of the calendar by none of their own. */
const RULES: Readonly<Partial<Record<Segment['unit'], string>>> = {
  months: 'clk-month',
  'months-to-month-end': 'clk-month-criminal',
  working: 'clk-holiday-source',
};

const countStep = (segment: Segment, isExtension: boolean): WorkingStep => {
  if (segment.unit === 'document')
    return {
      rule: 'set-by-document',
      text: {
        zh: `以文书载明的日期为准：${zhDay(segment.to)}`,
        en: `The date set in the document governs: ${enDay(segment.to)}`,
      },
    };
  if (segment.unit === 'before' && 'workingDaysBefore' in segment.span) {
    const days = segment.span.workingDaysBefore;
    return {
      rule: 'working-days-before',
      text: {
        zh: `所定日期之前须留足${days}个工作日，首尾两日均不计，最迟为 ${zhDay(segment.to)}`,
        en: `${days} whole working days before the date set, neither end day counted: at the latest ${enDay(segment.to)}`,
      },
    };
  }
  if (segment.unit === 'period')
    return {
      rule: 'end-of-period',
      text: {
        zh: `每期一次，本期末日为 ${zhDay(segment.to)}，期满重新起算`,
        en: `Once each period; this one ends on ${enDay(segment.to)}, then the next begins`,
      },
    };
  const [zh, en] = amount(segment);
  const skipped = segment.skipped;
  const left = skipped.length === 0;
  return {
    rule: isExtension
      ? 'extension'
      : (RULES[segment.unit] ?? (skipped.length > 0 ? 'clk-stop' : 'clk-inclusive')),
    text: {
      zh: `${isExtension ? '延长' : ''}${zh}${left ? '' : `，不计 ${skippedText(skipped, 'zh')}`}，末日为 ${zhDay(segment.to)}`,
      en: `${isExtension ? 'Extended by ' : ''}${en}${left ? '' : `, leaving out ${skippedText(skipped, 'en')}`}: last day ${enDay(segment.to)}`,
    },
  };
};

/** Steps of one counted reading, from the starting day to 24:00 of the last. */
export const countSteps = (from: Instant, start: Day, count: Count): WorkingStep[] => {
  const steps: WorkingStep[] = [];
  if (!['document', 'before', 'period'].includes(count.segments[0]?.unit ?? ''))
    steps.push({
      rule: 'clk-day-zero',
      text: {
        zh: `${zhDay(start)} 为起算日，不计入；自次日 ${zhDay(start + 1)} 起计`,
        en: `${enDay(start)} is the starting day and not counted; day 1 is ${enDay(start + 1)}`,
      },
      at: from,
    });
  steps.push(...count.segments.map((segment, index) => countStep(segment, index > 0)));
  if (count.rolled.length > 0)
    steps.push({
      rule: 'clk-last-day-roll',
      text: {
        zh: `末日遇 ${skippedText(count.rolled, 'zh')}，顺延至 ${zhDay(count.last)}`,
        en: `The last day falls on ${skippedText(count.rolled, 'en')}; it moves to ${enDay(count.last)}`,
      },
      at: startOf(count.last),
    });
  steps.push({
    rule: 'clk-cutoff',
    text: {
      zh: `${zhDay(count.last)} 24时届满，次日零时起逾期`,
      en: `Ends at 24:00 of ${enDay(count.last)}; late from 00:00 of the next day`,
    },
    at: clkCutoff(count.last),
  });
  return steps;
};

/** One step per year that nobody knows yet. */
export const unknownSteps = (counts: readonly Count[]): WorkingStep[] => {
  const all = new Map(counts.flatMap((count) => [...count.unknown]));
  return [...all.values()].map(({ year, because }) => ({
    rule: 'clk-holiday-source',
    text: {
      zh: `暂定：${year}年${UNKNOWN[because][0]}，公布后重新计算`,
      en: `Provisional: ${UNKNOWN[because][1]} (${year}); computed again when they are`,
    },
  }));
};

/** The same steps marked as belonging to one of two readings. */
export const marked = (steps: readonly WorkingStep[], zh: string, en: string): WorkingStep[] =>
  steps.map((step) => ({ ...step, text: { zh: `【${zh}】${step.text.zh}`, en: `[${en}] ${step.text.en}` } }));
