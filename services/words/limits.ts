// Time limits in words: title, length, what kind of rule sets them, and what became of a clock. What was only agreed is
// never called a breach of law.
import { administrativeOrgans } from '../../law/administrative-organs.ts';
import type { Law } from '../../law/law.ts';
import type { CaseEvent, Outcome } from '../../schemas/event.ts';
import { type Bilingual, BODIES, Body } from '../../schemas/ids.ts';
import type { LimitKind, LimitSource, Span, TimeLimit } from '../../schemas/time-limit.ts';

/** The word for an id, or the id itself where a newer platform says what is not known here. */
const titleIn = (words: Readonly<Record<string, Bilingual>>, id: string): Bilingual =>
  (Object.hasOwn(words, id) ? words[id] : undefined) ?? { zh: id, en: id };

/** The key of a clock is `<proceeding>/<limit>/<number>`. */
const limitOfClock = (clock: string): string => clock.split('/')[1] ?? clock;

const KINDS: Readonly<Record<LimitKind, Bilingual>> = {
  statutory: { zh: '法定', en: 'statutory' },
  local: { zh: '地方规定', en: 'local rule' },
  agreed: { zh: '约定', en: 'agreed' },
};
export const kindTitle = (kind: LimitKind): Bilingual => KINDS[kind];

/** A number that is only from memory is 来源待核 and never called a breach. */
export const limitMark = (limit: { readonly kind: LimitKind; readonly source: LimitSource }): Bilingual => {
  if (limit.kind === 'agreed') return { zh: '约定（非法定）', en: 'agreed, not statutory' };
  if (limit.source === 'from-memory') return { zh: '来源待核', en: 'source to be checked' };
  return KINDS[limit.kind];
};

const SOURCES: Readonly<Record<LimitSource, Bilingual>> = {
  'primary-text': { zh: '已查原文', en: 'read in the text' },
  'web-excerpt': { zh: '见于摘录', en: 'seen in an excerpt' },
  'cross-checked': { zh: '多处转引互证', en: 'several who quote it agree' },
  notice: { zh: '见于通知', en: 'seen in a notice' },
  'from-memory': { zh: '来源待核，不计逾期', en: 'from memory: to be checked, counts no breach' },
  agreed: { zh: '部门约定', en: 'agreed between departments' },
};
/** How the number was checked. */
export const sourceTitle = (source: LimitSource): Bilingual => SOURCES[source];

/** Who is bound by a limit: the person concerned, where it obliges no kind of department. */
export const obligedTitle = (obliges: readonly Body[]): Bilingual => {
  if (obliges.length === 0) return { zh: '当事人', en: 'the person concerned' };
  if (obliges.join() === administrativeOrgans.join())
    return { zh: '行政执法机关', en: 'administrative organs' };
  const left = Body.options.filter((body) => !obliges.includes(body));
  if (left.length <= 2) return { zh: '各部门', en: 'any department' };
  return {
    zh: obliges.map((body) => BODIES[body].zh).join('、'),
    en: obliges.map((body) => BODIES[body].en).join(', '),
  };
};

const PERIODS = { month: '月', quarter: '季度', 'half-year': '半年', year: '年' } as const;

export const spanText = (span: Span): Bilingual => {
  if ('atOnce' in span) return { zh: '立即', en: 'at once' };
  if ('hours' in span) return { zh: `${span.hours} 小时`, en: 'hours' };
  if ('calendarDays' in span) return { zh: `${span.calendarDays} 日（自然日）`, en: 'calendar days' };
  if ('workingDays' in span) return { zh: `${span.workingDays} 个工作日`, en: 'working days' };
  if ('unsettledDays' in span)
    return { zh: `${span.unsettledDays} 日（单位未定）`, en: 'days, unit unsettled' };
  if ('months' in span) return { zh: `${span.months} 个月`, en: 'months' };
  if ('workingDaysBefore' in span)
    return { zh: `${span.workingDaysBefore} 个工作日之前`, en: 'working days before the date set' };
  if ('every' in span) return { zh: `每${PERIODS[span.every]}一次`, en: `once a ${span.every}` };
  return { zh: '文书载明的日期', en: 'as the document sets it' };
};

const OUTCOMES: Readonly<Record<Outcome, Bilingual>> = {
  met: { zh: '按期', en: 'met' },
  breached: { zh: '逾期', en: 'overdue' },
  lapsed: { zh: '期满', en: 'the time ran out' },
  moot: { zh: '不再适用', en: 'no longer applies' },
  undetermined: { zh: '无法认定', en: 'undetermined' },
  'claimed-in-time': { zh: '补录称按期', en: 'said to have been in time' },
};
const LATER_THAN_AGREED: Bilingual = { zh: '超过约定', en: 'later than agreed, no breach of law' };
/** A right that is gone when its time has run out is used or not; nobody keeps it. */
const OF_A_RIGHT: Readonly<Record<string, Bilingual>> = {
  ...OUTCOMES,
  met: { zh: '已行使', en: 'used' },
  lapsed: { zh: '期满未行使', en: 'the time ran out unused' },
  moot: { zh: '未行使', en: 'not used' },
};

/** What became of a clock of this limit. */
export const outcomeTitle = (
  outcome: string,
  limit: Pick<TimeLimit, 'kind' | 'lapses'> | undefined,
): Bilingual => {
  if (outcome === 'breached' && limit?.kind === 'agreed') return LATER_THAN_AGREED;
  return titleIn(limit?.lapses ? OF_A_RIGHT : OUTCOMES, outcome);
};

/** How a law calls its limits, and what became of their clocks. */
export const limitWords = (law: Law) => {
  const limitTitle = (id: string): Bilingual => law.versionsOf(id).at(-1)?.title ?? { zh: id, en: id };
  const clockTitle = (clock: string): Bilingual => limitTitle(limitOfClock(clock));
  return {
    limitTitle,
    /** The limit of the clock with this key. */
    clockTitle,
    /** The same, saying so where it was only agreed. */
    markedTitle: (clock: string): Bilingual => {
      const { zh, en } = clockTitle(clock);
      return law.versionsOf(limitOfClock(clock)).at(-1)?.kind === 'agreed'
        ? { zh: `${zh}（约定）`, en: `${en} (agreed)` }
        : { zh, en };
    },
    /** What became of the clock with this key. */
    clockOutcomeTitle: (clock: string, outcome: string): Bilingual =>
      outcomeTitle(outcome, law.versionsOf(limitOfClock(clock)).at(-1)),
  };
};

const STATUSES: Readonly<Record<string, Bilingual>> = {
  running: { zh: '计时中', en: 'running' },
  paused: { zh: '中止', en: 'paused' },
  stopped: { zh: '已停止', en: 'stopped' },
};
/** How a clock stands that has not come to its end. */
export const clockStatusTitle = (status: string): Bilingual => titleIn(STATUSES, status);

const UNDETERMINED: Readonly<
  Record<NonNullable<Extract<CaseEvent, { type: 'clock-started' }>['undetermined']>, Bilingual>
> = {
  filled: { zh: '起点为补记', en: 'its start was filled in' },
  undated: { zh: '起点日期未公开', en: 'its start is undated' },
  'coarser-than-unit': { zh: '起点不够精确', en: 'its start is not known exactly enough' },
  'source-unverified': { zh: '期限来源待核', en: 'the source of the limit is to be checked' },
  'receipt-unknown': { zh: '收到日期未公开', en: 'the day of receipt is not published' },
};
/** Why a clock is never breached, and met only where it was kept whatever the day. */
export const undeterminedTitle = (reason: string): Bilingual => titleIn(UNDETERMINED, reason);
