// The progress report as a document, in the words such reports are written in: Chinese, English beside the headings.

import { regionName } from '../../law/regions.ts';
import { millisOf } from '../../schemas/instant.ts';
import { dueText, durationText, whenText } from '../words/instants.ts';
import type { Words } from '../words/words.ts';
import type { AttentionItem } from './attention.ts';
import type { Block, Cell, ReportDocument } from './document.ts';
import { limitBlocks } from './progress-limits.ts';
import type { ProgressReport } from './progress-report.ts';
import type { Count } from './step-counts.ts';

/** Lines of a table on paper; the JSON form has all. */
const MOST_LINES = 200;

/** Full-width comma between Chinese characters, as printed matter has it. */
const han = (text: string): string => text.replaceAll(/(?<=\p{Script=Han}),(?=\p{Script=Han})/gu, '，');

const dateText = (date: string): string =>
  `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

const heading = (zh: string, en: string): Block => ({ kind: 'heading', level: 2, text: { zh, en } });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

const countText = ({ count, filled }: Count): string =>
  filled > 0 ? `${count}（其中补记 ${filled}）` : `${count}`;
const countCell = (c: Count): Cell => (c.filled > 0 ? countText(c) : c.count);

const cut = <T>(all: readonly T[]): { lines: readonly T[]; note?: string } =>
  all.length > MOST_LINES
    ? {
        lines: all.slice(0, MOST_LINES),
        note: `共 ${all.length} 项，此处列前 ${MOST_LINES} 项，全部见 JSON 格式。 / First ${MOST_LINES} of ${all.length}; all are in the JSON form.`,
      }
    : { lines: all };

const names = (report: ProgressReport, ids: readonly string[]): string =>
  ids.length === 0 ? '——' : ids.map((id) => report.departments[id] ?? id).join('、');

const leftOutText = ({ period: { leftOut = [] } }: ProgressReport, { procedureTitle }: Words): string =>
  leftOut.length === 0
    ? ''
    : `按规定只示状态的程序不列入统计：${leftOut.map((procedure) => procedureTitle(procedure).zh).join('、')}。`;

/** What each figure is called; with its procedure where another has one of the same title. */
const mainTitles = ({ main }: ProgressReport, { procedureTitle }: Words): string[] =>
  main.map(({ title: { zh }, procedure }) =>
    main.filter(({ title }) => title.zh === zh).length > 1 ? `${zh}（${procedureTitle(procedure).zh}）` : zh,
  );

const doneText = (report: ProgressReport, words: Words): string =>
  report.main.length === 0
    ? '无列入统计的事项'
    : mainTitles(report, words)
        .map((title, n) => `${title} ${countText(report.main[n] as Count)} 件次`)
        .join('，');

const overview = (report: ProgressReport, words: Words): Block[] => {
  const { period, open, attention } = report;
  const cases = new Set(open.map((p) => p.case)).size;
  const has = (kind: string): number => attention.filter((i) => i.kind === kind).length;
  const looked = report.attentionKinds.filter(({ kind }) => kind !== 'agreed-late');
  return [
    heading('一、总体情况', 'Overview'),
    paragraph(
      `${dateText(period.from)}至${dateText(period.to)}，${report.regionName}${doneText(report, words)}。`,
    ),
    paragraph(
      [
        `截至${dueText(period.asOf)}，在办程序 ${open.length} 项，涉及案件 ${cases} 件。`,
        looked.map(({ kind, title }) => `${title.zh} ${has(kind)} 项`).join('；'),
        looked.length > 0 ? '。' : '',
      ].join(''),
    ),
    ...(has('agreed-late') > 0
      ? [paragraph(`另有超过部门约定期限（非法定）的 ${has('agreed-late')} 项，不计入前述数字。`)]
      : []),
  ];
};

const counts = (report: ProgressReport, words: Words): Block[] => {
  const anyFilled = report.events.some((e) => e.filled > 0);
  return [
    heading('二、各行政区划工作情况', 'By region'),
    {
      kind: 'table',
      caption: { zh: '分行政区划工作量（件）', en: 'work by region' },
      columns: ['行政区划', '代码', ...mainTitles(report, words)],
      rows: report.byRegion.map((line) => [
        regionName(line.region),
        line.region,
        ...line.counts.map(countCell),
      ]),
    },
    heading('三、各程序办理情况', 'By procedure'),
    {
      kind: 'table',
      caption: { zh: '各程序办理事项（次）', en: 'what was done, by procedure' },
      columns: ['程序', '事项', '次数', ...(anyFilled ? ['其中补记'] : [])],
      rows: report.events.map((e) => [
        words.procedureTitle(e.procedure).zh,
        han(e.title.zh),
        e.count,
        ...(anyFilled ? [e.filled] : []),
      ]),
    },
  ];
};

const durationBlocks = (report: ProgressReport): Block[] => [
  heading('五、办理用时', 'How long the main steps took'),
  {
    kind: 'table',
    caption: { zh: '主要环节用时', en: 'main steps: median and slowest' },
    columns: ['环节', '件数', '中位用时', '最长用时', '最长的案件'],
    rows: report.durations.map((d) => [
      d.title.zh,
      d.count,
      durationText(d.medianMillis),
      durationText(d.slowestMillis),
      d.slowestCase,
    ]),
    note: '补记的步骤和时间仅记载到月以上的步骤不计；仅记载到日的按该日记载时刻计。 / Steps filled in, or dated no better than a month, are left out.',
  },
];

const openBlocks = (report: ProgressReport, { procedureTitle, stateTitle }: Words): Block[] => {
  const { lines, note } = cut(report.open);
  return [
    heading('六、在办案件', 'Open cases: who holds them, and since when'),
    {
      kind: 'table',
      caption: { zh: '在办程序（按停留时间由长到短）', en: 'open proceedings, longest in their state first' },
      columns: ['案件', '程序', '状态', '现由何部门办理', '自何时起', '已历'],
      rows: lines.map((p) => [
        `${p.case} ${p.proceeding}`,
        procedureTitle(p.procedure).zh,
        `${han(stateTitle(p.procedure, p.version, p.state).zh)}${p.unacknowledged ? '（未签收）' : ''}`,
        names(report, p.holders),
        whenText(p.since),
        durationText(millisOf(report.period.asOf) - millisOf(p.since)),
      ]),
      ...(note ? { note } : {}),
    },
  ];
};

const attentionRow = (
  report: ProgressReport,
  item: AttentionItem,
  { limitTitle, basisTexts }: Words,
): Cell[] => [
  `${item.case} ${item.proceeding}`,
  names(report, item.departments),
  item.limit ? `${limitTitle(item.limit).zh}${item.provisional ? '（暂定）' : ''}` : '——',
  item.basis ? basisTexts(item.basis) : '——',
  item.limit ? dueText(item.since) : whenText(item.since),
  `${durationText(millisOf(report.period.asOf) - millisOf(item.since))}${item.level ? `，督办第${item.level}级` : ''}`,
];

const attentionBlocks = (report: ProgressReport, words: Words): Block[] => {
  const blocks = report.attentionKinds.flatMap(({ kind, title }): Block[] => {
    const items = report.attention.filter((i) => i.kind === kind);
    if (items.length === 0) return [];
    const { lines, note } = cut(items);
    const ofLimit = items[0]?.limit !== undefined;
    const row = (i: AttentionItem): Cell[] => {
      const [place = '', who = '', limit = '', basis = '', since = '', lasted = ''] = attentionRow(
        report,
        i,
        words,
      );
      return ofLimit ? [place, who, limit, basis, since, lasted] : [place, who, since, lasted];
    };
    return [
      {
        kind: 'table',
        tone: kind === 'agreed-late' ? 'agreed' : 'alarm',
        caption: { zh: `${title.zh}（${items.length} 项）`, en: title.en },
        columns: ofLimit
          ? ['案件', '责任部门', '期限', '依据', '届满', '已过']
          : ['案件', '责任部门', '自何时起', '已历'],
        rows: lines.map(row),
        ...(note ? { note } : {}),
      },
    ];
  });
  return [
    heading('七、提请联席会议关注的事项', 'What the meeting should look at'),
    ...(blocks.length === 0 ? [paragraph('无。')] : blocks),
  ];
};

const lagText = ({ lagging }: ProgressReport): string[] =>
  lagging === undefined
    ? []
    : [
        `生成时查询库落后于账本（${lagging.behind === null ? '落后条数不明' : `落后 ${lagging.behind} 条记录`}，${lagging.parked} 件案件有读不了的记录），本报告可能不全。 / The tables were behind the ledger when this was made, so something may be missing.`,
      ];

const sourceBlocks = (report: ProgressReport, words: Words): Block[] => [
  heading('八、数据来源', 'What this was made from'),
  paragraph(
    `本报告依据衔接账本截至第 ${report.sequence} 条记录生成，情况统计至 ${whenText(report.period.asOf)}（北京时间）；办理时间以事项实际发生时间为准。相同的账本、期间和截至时间得到逐字相同的报告。${leftOutText(report, words)}`,
  ),
  paragraph(
    `Made from the ledger up to sequence ${report.sequence}; by when things happened, not when they were recorded.`,
  ),
  ...(report.checkpoint === null
    ? [paragraph('账本尚无检查点。 / The ledger has no checkpoint yet.')]
    : [{ kind: 'verbatim', text: report.checkpoint } satisfies Block]),
];

/** The whole report, section by section. */
export const progressDocument = (report: ProgressReport, words: Words): ReportDocument => {
  const { period } = report;
  return {
    title: {
      zh: `${report.regionName}医保基金监管案件衔接工作进展情况报告`,
      en: 'Progress report on cases handed between departments in supervising the medical-insurance fund',
    },
    subtitle: [
      `统计期间：${dateText(period.from)}至${dateText(period.to)}`,
      `情况截至：${dueText(period.asOf)}　账本序号 ledger sequence：${report.sequence}`,
    ],
    rehearsal: report.rehearsal,
    blocks: [
      ...lagText(report).map(paragraph),
      ...overview(report, words),
      ...counts(report, words),
      heading('四、期限执行情况', 'How limits were kept'),
      ...limitBlocks(report, words),
      ...durationBlocks(report),
      ...openBlocks(report, words),
      ...attentionBlocks(report, words),
      ...sourceBlocks(report, words),
    ],
  };
};
