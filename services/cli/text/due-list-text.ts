// The due list on a terminal: one block for each standing, what binds by law apart from what was only agreed.
import type * as z from 'zod';
import type { DueAnswer } from '../../doors/http/due.ts';
import { dueTexts, durationText, whenText } from '../../words/instants.ts';
import { undeterminedTitle } from '../../words/limits.ts';
import type { Words } from '../../words/words.ts';
import { departmentTitle } from '../names.ts';
import { table } from './table.ts';

type DueList = z.infer<typeof DueAnswer>;
type Item = DueList['items'][number];

/** Blocks in the order a liaison officer works through them. */
const BLOCKS: readonly (readonly [title: string, holds: (item: Item) => boolean])[] = [
  ['逾期 Overdue', (i) => i.shelf === 'binding' && i.status === 'overdue'],
  [
    '已过从严期限，尚未过从宽期限 Past the strict reading only',
    (i) => i.shelf === 'binding' && i.status === 'strict-overdue',
  ],
  ['临近 Close', (i) => i.shelf === 'binding' && i.status === 'close'],
  ['计时中 Running', (i) => i.shelf === 'binding' && i.status === 'running'],
  ['应当立即办理 To be done at once', (i) => i.shelf === 'at-once'],
  [
    '约定期限已过（非法定） Past what was agreed, not law',
    (i) => i.shelf === 'agreed' && i.status === 'overdue',
  ],
  ['约定期限（非法定） Agreed, not law', (i) => i.shelf === 'agreed' && i.status !== 'overdue'],
  ['可行使的权利或窗口 Rights and windows', (i) => i.shelf === 'window'],
  ['中止 Paused', (i) => i.shelf === 'paused'],
  ['无法认定（不计逾期） Undetermined, never counted as late', (i) => i.shelf === 'undetermined'],
];

const rowOf = (item: Item, { limitTitle, basisText }: Words): string[] => [
  dueTexts(item),
  item.lateByMillis === null ? '' : durationText(item.lateByMillis),
  limitTitle(item.limit).zh,
  item.obligedName === item.obliged ? departmentTitle(item.obliged) : item.obligedName,
  item.liaison.join('、'),
  `${item.case} ${item.proceeding}`,
  item.basis.slice(0, 1).map(basisText).join(''),
  item.undetermined ? undeterminedTitle(item.undetermined).zh : '',
];

/** How many the list leaves out, where whoever asked may know how many there are. */
const leftOutText = ({ items, counts }: DueList): string[] => {
  const all = counts.reduce((sum, count) => sum + count.all, 0);
  if (all <= items.length) return [];
  return [
    '',
    `共 ${all} 项，只列出每类最先到期的，还有 ${all - items.length} 项未列：加 --limit 条数（至多 1000），或用 --region、--department 缩小范围 / ${all - items.length} of ${all} are not shown: give --limit (up to 1000), or a narrower --region or --department`,
  ];
};

export const dueListText = (list: DueList, words: Words): string => {
  const blocks = BLOCKS.flatMap(([title, holds]) => {
    const items = list.items.filter(holds);
    if (items.length === 0) return [];
    const headings = ['到期（从严 / 从宽）', '已逾', '期限', '责任部门', '联络员', '案件', '依据', ''];
    return [
      `${title}  ${items.length}`,
      table(
        headings,
        items.map((item) => rowOf(item, words)),
        '',
      ),
    ];
  });
  const head = `到期清单 截至 ${whenText(list.asOf)}`;
  return blocks.length === 0
    ? `${head}\n没有在计的期限 / nothing runs`
    : [head, '', ...blocks, ...leftOutText(list)].join('\n');
};
