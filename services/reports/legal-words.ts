// How reports name the law: acts with article and paragraph, limits, groups of limits, instants, durations. Chinese first.
import { timeText } from '../../case/due/explain.ts';
import { actOf } from '../../law/acts.ts';
import { timeLimits } from '../../law/time-limits.ts';
import type { Bilingual } from '../../schemas/ids.ts';
import { type Instant, plusMillis } from '../../schemas/instant.ts';
import type { LegalBasis } from '../../schemas/time-limit.ts';

/** `5(2)` of an act with articles is 第5条第2款; of a notice with items, part and item: 第3(1)项. */
const articleText = (article: string, isItem: boolean): string => {
  const [, number, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? [];
  if (isItem || number === undefined) return `第${article}项`;
  return paragraph === undefined ? `第${number}条` : `第${number}条第${paragraph}款`;
};

/** `《行政执法机关移送涉嫌犯罪案件的规定》第5条第2款`. */
export const basisText = ({ act, article }: LegalBasis): string => {
  const known = actOf(act);
  // What was only agreed is not cited like an act.
  const name =
    known === undefined ? act : known.source === 'agreed' ? known.title.zh : `《${known.title.zh}》`;
  return article === undefined ? name : `${name}${articleText(article, known?.cites === 'item')}`;
};

/** Articles of one act behind its title once: `《人民检察院刑事诉讼规则》第563条、第564条、《…》第182条第2款`. */
export const basisTexts = (basis: readonly LegalBasis[]): string =>
  basis
    .map((one, n) => {
      const { act, article } = one;
      return article !== undefined && basis[n - 1]?.act === act
        ? articleText(article, actOf(act)?.cites === 'item')
        : basisText(one);
    })
    .join('、');

export const limitTitle = (id: string): Bilingual =>
  timeLimits.find((limit) => limit.id === id)?.title ?? { zh: id, en: id };

/** `2024-10-09 09:30`; milliseconds are not for people. */
export const whenText = (at: Instant): string => timeText(`${at.slice(0, 19)}+08:00`);

/** 00:00 of a day is written as 24时 of the day before; without an instant it is to be done at once. */
export const dueText = (at: Instant | null): string => {
  if (at === null) return '立即';
  return at.slice(11) === '00:00:00+08:00' ? `${plusMillis(at, -1).slice(0, 10)} 24时` : whenText(at);
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

/** Full-width comma between Chinese characters, as printed matter has it. */
export const han = (text: string): string =>
  text.replaceAll(/(?<=\p{Script=Han}),(?=\p{Script=Han})/gu, '，');
