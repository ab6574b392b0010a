// Instants and lengths of time as people write them, in Beijing time, never more exact than they are known.
import { timeText } from '../../case/due/explain.ts';
import { type Instant, type Precision, plusMillis } from '../../schemas/instant.ts';

/** `2024-10-09 09:30`, seconds only where there are any; milliseconds are not for people. */
export const whenText = (at: Instant): string => timeText(`${at.slice(0, 19)}+08:00`);

/** How many letters of an instant are known, and what may be said behind them. */
const KNOWN_TO: Readonly<Record<Exclude<Precision, 'instant'>, readonly [length: number, remark: string]>> = {
  day: [10, '（仅知日期）'],
  month: [7, '（仅知月份）'],
  year: [4, '（仅知年份）'],
  undated: [0, ''],
};
/** Only what was published can be without a date. */
const UNDATED = '日期未公开';

/** When something happened, as exactly as it is known: `2024-10-09 09:30`, `2024-10-09`, `2024-10`, `2024`. */
export const whenKnown = (at: Instant, precision: Precision): string =>
  precision === 'instant' ? whenText(at) : at.slice(0, KNOWN_TO[precision][0]) || UNDATED;

/** The same, with how exactly that is: `2024-10-09（仅知日期）`. */
export const whenKnownRemarked = (at: Instant, precision: Precision): string =>
  `${whenKnown(at, precision)}${precision === 'instant' ? '' : KNOWN_TO[precision][1]}`;

/** 00:00 of a day is written as 24时 of the day before; `null` is at once. */
export const dueText = (at: Instant | null): string => {
  if (at === null) return '立即';
  return at.slice(11) === '00:00:00+08:00' ? `${plusMillis(at, -1).slice(0, 10)} 24时` : whenText(at);
};

type Due = {
  readonly strictDueAt: Instant | null;
  readonly latestDueAt: Instant | null;
  readonly provisional?: boolean;
};

/** Both readings where they differ: `2027-01-21 24时 / 2027-01-22 24时（暂定）`. */
export const dueTexts = ({ strictDueAt, latestDueAt, provisional }: Due): string => {
  const both = strictDueAt === latestDueAt ? [latestDueAt] : [strictDueAt, latestDueAt];
  return `${both.map(dueText).join(' / ')}${provisional ? '（暂定）' : ''}`;
};

const MINUTE_MS = 60_000;

/** `3天4小时`, `4小时5分钟`, `5分钟`; below a minute `不足1分钟`. */
export const durationText = (millis: number): string => {
  const minutes = Math.floor(millis / MINUTE_MS);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分钟` : `${hours}小时`;
  return rest > 0 ? `${rest}分钟` : '不足1分钟';
};
