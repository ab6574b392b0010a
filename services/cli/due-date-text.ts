// A due date as a clerk reads it on a terminal: title, both instants, basis, and the steps as a table.
import { timeText } from '../../case/due/explain.ts';
import { actOf } from '../../law/acts.ts';
import type { Instant } from '../../schemas/instant.ts';
import { plusMillis } from '../../schemas/instant.ts';
import type { DueDate, LegalBasis, TimeLimit } from '../../schemas/time-limit.ts';

/** 法定, 地方, 商定; a statutory number that is only from memory is 来源待核 and never called a breach. */
export const limitMark = (limit: Pick<TimeLimit, 'kind' | 'source'>): string => {
  if (limit.kind === 'agreed') return '商定（非法定）/ agreed, not statutory';
  if (limit.source === 'from-memory') return '来源待核 / source to be checked';
  return limit.kind === 'local' ? '地方规定 / local rule' : '法定 / statutory';
};

/** `5(2)` of an act with articles is 第5条第2款; of a notice with items 第5(2)项. */
const articleText = (article: string, isItem: boolean): string => {
  const [, number, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? [];
  if (isItem || number === undefined) return `第${article}项`;
  return paragraph === undefined ? `第${number}条` : `第${number}条第${paragraph}款`;
};

export const basisText = (basis: LegalBasis): string => {
  const act = actOf(basis.act);
  const name = act === undefined ? basis.act : `《${act.title.zh}》${act.number}`;
  return basis.article === undefined ? name : `${name} ${articleText(basis.article, act?.cites === 'item')}`;
};

/** 00:00 of a day is written as 24时 of the day before. */
const dueText = (at: Instant | null): string => {
  if (at === null) return '立即 / at once';
  return at.slice(11, 19) === '00:00:00' ? `${plusMillis(at, -1).slice(0, 10)} 24时` : timeText(at);
};

const chineseWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - chineseWidth(text)));

/** The answer as text, ending in a newline. */
export const dueDateText = (limit: TimeLimit, due: Omit<DueDate, 'ends'>): string => {
  const width = Math.max(...due.steps.map((step) => step.rule.length), 4) + 2;
  const isOne = due.strictDueAt === due.latestDueAt;
  return [
    `${limit.title.zh} / ${limit.title.en}  [${limit.id}]  ${limitMark(limit)}${limit.active ? '' : '  未启用 / not active by default'}`,
    `  ${limit.duty.zh}`,
    `  ${limit.duty.en}`,
    ...due.basis.map((basis) => `依据 / basis    ${basisText(basis)}`),
    `起算 / from      ${timeText(due.from)}（北京时间）  区划 ${due.region}`,
    ...(isOne
      ? [`到期 / due       ${dueText(due.latestDueAt)}`]
      : [`从严 / strict    ${dueText(due.strictDueAt)}`, `从宽 / latest    ${dueText(due.latestDueAt)}`]),
    ...(due.provisional ? ['暂定 / provisional：依据的放假安排尚不完整'] : []),
    '',
    `${padded('规则', width)}计算过程 / working`,
    ...due.steps.flatMap((step) => [
      `${padded(step.rule, width)}${step.text.zh}`,
      `${' '.repeat(width)}${step.text.en}`,
    ]),
    '',
  ].join('\n');
};
