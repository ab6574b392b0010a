// The working of a case's due dates as text on a terminal, rule by rule.
import type { ClockExplanation } from '../../doors/http/explain-clocks.ts';
import { dueTexts, whenText } from '../../words/instants.ts';
import { limitMark } from '../../words/limits.ts';
import type { Words } from '../../words/words.ts';
import { departmentTitle } from '../names.ts';
import { standsOf } from './case-text.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

export const explainText = (
  id: string,
  clocks: readonly ClockExplanation[],
  screen: number,
  words: Words,
): string => {
  if (clocks.length === 0) return `案件 ${id} 没有计时 / no clocks`;
  return [
    `案件 ${id} 的期限`,
    ...clocks.flatMap((c) => {
      const width = Math.max(...c.steps.map((step) => step.rule.length), 4) + 2;
      return [
        '',
        ...hanging(
          '',
          `${c.title.zh} [${c.limit}] ${c.proceeding}  ${limitMark(c).zh}  ${standsOf(c, words)}`,
          screen,
        ),
        ...hanging('  ', `${c.duty.zh}：${departmentTitle(c.obliged)}`, screen),
        ...c.basis.flatMap((basis) => hanging('  依据 ', words.basisInFull(basis), screen)),
        ...hanging('  ', `起算 ${whenText(c.startedAt)}  到期 ${dueTexts(c)}`, screen),
        ...c.steps.flatMap((step) => hanging(`  ${padded(step.rule, width)}`, step.text.zh, screen)),
        ...(c.agrees
          ? []
          : hanging(
              '  ',
              '注意：按现行登记簿重算与账本所记不同，以账本为准 / computed today it would differ; the ledger counts',
              screen,
            )),
      ];
    }),
  ].join('\n');
};
