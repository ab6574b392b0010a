// The due list on a terminal: one block for each standing, what binds by law apart from what was only agreed.
import type * as z from 'zod';
import type { DueAnswer } from '../doors/http/due.ts';
import { basisText } from '../reports/legal-words.ts';
import { table } from './table.ts';
import { departmentTitle, dueTexts, limitTitle, when } from './words.ts';

type DueList = z.infer<typeof DueAnswer>;
type Item = DueList['items'][number];

/** Blocks in the order a liaison officer works through them. */
const BLOCKS: readonly (readonly [title: string, holds: (item: Item) => boolean])[] = [
  ['逾期 Overdue', (i) => i.shelf === 'binding' && i.status === 'overdue'],
  [
    '已过从严期限,尚未过从宽期限 Past the strict reading only',
    (i) => i.shelf === 'binding' && i.status === 'strict-overdue',
  ],
  ['临近 Close', (i) => i.shelf === 'binding' && i.status === 'close'],
  ['计时中 Running', (i) => i.shelf === 'binding' && i.status === 'running'],
  ['应当立即办理 To be done at once', (i) => i.shelf === 'at-once'],
  [
    '商定时限已过(非法定) Past what was agreed, not law',
    (i) => i.shelf === 'agreed' && i.status === 'overdue',
  ],
  ['商定时限(非法定) Agreed, not law', (i) => i.shelf === 'agreed' && i.status !== 'overdue'],
  ['可行使的权利或窗口 Rights and windows', (i) => i.shelf === 'window'],
  ['中止 Paused', (i) => i.shelf === 'paused'],
  ['不定(不计逾期) Undetermined, never counted as late', (i) => i.shelf === 'undetermined'],
];

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const lateText = (millis: number | null): string => {
  if (millis === null) return '';
  if (millis < HOUR_MS) return '不足1小时';
  return millis < DAY_MS ? `${Math.floor(millis / HOUR_MS)}小时` : `${Math.floor(millis / DAY_MS)}天`;
};

const WHY: Readonly<Record<string, string>> = {
  filled: '演练补记',
  undated: '日期不详',
  'coarser-than-unit': '日期过粗',
  'source-unverified': '来源待核',
};

const rowOf = (item: Item): string[] => [
  dueTexts(item),
  lateText(item.lateByMillis),
  limitTitle(item.limit),
  item.obligedName === item.obliged ? departmentTitle(item.obliged) : item.obligedName,
  item.liaison.join('、'),
  `${item.case} ${item.proceeding}`,
  item.basis.slice(0, 1).map(basisText).join(''),
  item.undetermined ? (WHY[item.undetermined] ?? item.undetermined) : '',
];

export const dueListText = (list: DueList): string => {
  const blocks = BLOCKS.flatMap(([title, holds]) => {
    const items = list.items.filter(holds);
    if (items.length === 0) return [];
    const headings = ['到期(从严 / 从宽)', '已逾', '期限', '责任部门', '联络员', '案件', '依据', ''];
    return [`${title}  ${items.length}`, table(headings, items.map(rowOf), '')];
  });
  const head = `到期清单 截至 ${when(list.asOf)}`;
  return blocks.length === 0 ? `${head}\n没有在计的期限 / nothing runs` : [head, '', ...blocks].join('\n');
};
