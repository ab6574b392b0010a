// A due date as a clerk reads it on a terminal: title, both instants, basis, and the steps as a table.
import type { Instant } from '../../../schemas/instant.ts';
import type { DueDate, TimeLimit } from '../../../schemas/time-limit.ts';
import { dueText, whenText } from '../../words/instants.ts';
import { limitMark } from '../../words/limits.ts';
import type { Words } from '../../words/words.ts';
import { padded } from './table.ts';
import { hanging, screenWidth } from './wrap-text.ts';

const dueInBoth = (at: Instant | null): string => (at === null ? `${dueText(at)} / at once` : dueText(at));

/** The answer as text, ending in a newline. */
export const dueDateText = (
  limit: TimeLimit,
  due: Omit<DueDate, 'ends'>,
  { basisInFull }: Words,
  screen = screenWidth(),
): string => {
  const mark = limitMark(limit);
  const width = Math.max(...due.steps.map((step) => step.rule.length), 4) + 2;
  const isOne = due.strictDueAt === due.latestDueAt;
  return [
    `${limit.title.zh} / ${limit.title.en}  [${limit.id}]  ${mark.zh} / ${mark.en}${limit.active ? '' : '  未启用 / not active by default'}`,
    `  ${limit.duty.zh}`,
    `  ${limit.duty.en}`,
    ...due.basis.map((basis) => `依据 / basis    ${basisInFull(basis)}`),
    ...(limit.until === undefined
      ? []
      : [`施行 / in force  ${limit.from} 至 ${limit.until}（当日起依新规定）`]),
    `起算 / from      ${whenText(due.from)}（北京时间）  区划 ${due.region}`,
    ...(isOne
      ? [`到期 / due       ${dueInBoth(due.latestDueAt)}`]
      : [`从严 / strict    ${dueInBoth(due.strictDueAt)}`, `从宽 / latest    ${dueInBoth(due.latestDueAt)}`]),
    ...(due.provisional ? ['暂定 / provisional：依据的放假安排尚不完整'] : []),
    '',
    `${padded('规则', width)}计算过程 / working`,
    ...due.steps.flatMap((step) => [
      ...hanging(padded(step.rule, width), step.text.zh, screen),
      ...hanging(' '.repeat(width), step.text.en, screen),
    ]),
    '',
  ].join('\n');
};
