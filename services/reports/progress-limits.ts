// The part of a progress report on limits: one section for each group, each with its own words and its own sums.
import { undeterminedTitle } from '../words/limits.ts';
import type { Words } from '../words/words.ts';
import type { Block, Cell } from './document.ts';
import type { LimitFigures, LimitTally } from './limit-figures.ts';
import { GROUP_WORDS, type LimitGroup } from './limit-group.ts';
import type { ProgressReport } from './progress-report.ts';

const ORDINALS = ['（一）', '（二）', '（三）', '（四）', '（五）'];

const NOTES: Readonly<Partial<Record<LimitGroup, string>>> = {
  agreed:
    '约定期限由部门之间约定，不是法定期限；超过约定期限不构成违法，本报告不与法定期限合并计数。 / Agreed limits are no law; passing one is no breach, and they are never added to limits of law.',
  unverified:
    '下列期限的数字仅凭记忆录入，尚未与正式文本核对，在本地区确认之前不作逾期认定。 / Numbers not yet checked against the text: no breach is found on them until the region confirms them.',
  party:
    '当事人的权利期限和义务期限（要求听证、缴纳罚款等）由当事人把握，不是部门的办理期限，不计入任何部门的按期率。 / What a party may or must do in time is no limit of a department and in no rate of one.',
};

const tallyColumns = (group: LimitGroup): string[] => {
  const { done, late, doneLate } = GROUP_WORDS[group];
  return group === 'unverified'
    ? [done.zh, '终止或过期', '在计', '其中已过期日']
    : [
        done.zh,
        doneLate.zh,
        '补录称按期',
        '无法认定',
        '立即办理',
        '终止或过期',
        '在计',
        `其中${late.zh}`,
        '其中仅过从严',
        '其中暂定',
      ];
};

const tallyCells = (group: LimitGroup, t: LimitTally): Cell[] =>
  group === 'unverified'
    ? [t.undetermined, t.noAnswer, t.running, t.pastUndetermined]
    : [
        t.met,
        t.breached,
        t.claimed,
        t.undetermined,
        t.atOnce,
        t.noAnswer,
        t.running,
        t.overdue,
        t.strictOverdue,
        t.provisional,
      ];

const sentence = ({ group, total }: LimitFigures): string => {
  const { title, done, late, doneLate } = GROUP_WORDS[group];
  if (group === 'unverified')
    return `${title.zh}：期间办结 ${total.undetermined} 项（不认定是否按期），在计 ${total.running} 项，其中已过期日 ${total.pastUndetermined} 项。`;
  const judged = total.met + total.breached;
  const rate =
    judged === 0 || group === 'party'
      ? ''
      : `，${group === 'agreed' ? '按约率' : '按期率'} ${((total.met / judged) * 100).toFixed(1)}%`;
  return `${title.zh}：期间${done.zh} ${total.met} 项，${doneLate.zh} ${total.breached} 项${rate}；在计 ${total.running} 项，其中${late.zh} ${total.overdue} 项。`;
};

const isEmpty = ({ byLimit }: LimitFigures): boolean => byLimit.length === 0;

const groupBlocks = (
  figures: LimitFigures,
  ordinal: string,
  report: ProgressReport,
  { limitTitle, basisTexts }: Words,
): Block[] => {
  const { group } = figures;
  const { title } = GROUP_WORDS[group];
  const tone = group === 'agreed' || group === 'unverified' ? group : 'law';
  const heading: Block = {
    kind: 'heading',
    level: 3,
    text: { zh: `${ordinal}${title.zh}`, en: title.en },
  };
  const note = NOTES[group];
  const notes: Block[] = note ? [{ kind: 'note', text: note }] : [];
  if (isEmpty(figures)) return [heading, ...notes, { kind: 'paragraph', text: '本期无。' }];
  const columns = tallyColumns(group);
  const total = ['合计', '', ...tallyCells(group, figures.total)];
  return [
    heading,
    ...notes,
    { kind: 'paragraph', text: sentence(figures) },
    {
      kind: 'table',
      tone,
      caption: {
        zh: `${title.zh}——按${group === 'agreed' ? '事项' : '条文'}`,
        en: group === 'agreed' ? 'by duty' : 'by article',
      },
      columns: ['期限', '依据', ...columns],
      rows: [
        ...figures.byLimit.map((line) => [
          limitTitle(line.limit).zh,
          basisTexts(line.basis),
          ...tallyCells(group, line),
        ]),
        total,
      ],
    },
    ...(figures.byDepartment.length === 0
      ? []
      : [
          {
            kind: 'table',
            tone,
            caption: { zh: `${title.zh}——按部门`, en: 'by department' },
            columns: ['部门', ...columns],
            rows: figures.byDepartment.map((line) => [
              report.departments[line.department] ?? line.department,
              ...tallyCells(group, line),
            ]),
          } satisfies Block,
        ]),
  ];
};

/** Four groups, never summed; then why some clocks can be neither met nor breached. */
export const limitBlocks = (report: ProgressReport, words: Words): Block[] => [
  ...report.limits.flatMap((figures, n) => groupBlocks(figures, ORDINALS[n] ?? '', report, words)),
  ...(report.undetermined.length === 0
    ? []
    : [
        {
          kind: 'table',
          tone: 'unverified',
          caption: { zh: '在计而无法认定的原因', en: 'why running clocks can be neither met nor breached' },
          columns: ['原因', '项数'],
          rows: report.undetermined.map(({ reason, count }) => [undeterminedTitle(reason).zh, count]),
        } satisfies Block,
      ]),
];
