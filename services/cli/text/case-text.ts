// A case and its course as text on a terminal: each line fits a width, and whatever was said has its officer, its instant and
// its entry beside it.
import { millisOf } from '../../../schemas/instant.ts';
import type { CaseAnswer } from '../../doors/http/case-answer.ts';
import type { TimelineAnswer } from '../../doors/http/timeline-answer.ts';
import { elsewhereLines } from '../../words/elsewhere.ts';
import { yuanText } from '../../words/fields.ts';
import { dueTexts, whenKnownRemarked, whenText } from '../../words/instants.ts';
import { clockStatusTitle, limitMark, undeterminedTitle } from '../../words/limits.ts';
import { paperLines } from '../../words/papers.ts';
import { standingTitle } from '../../words/standing.ts';
import { subjectText } from '../../words/subjects.ts';
import type { Words } from '../../words/words.ts';
import { commandLines, hintAs } from '../hint.ts';
import { actorTitle, departmentTitle } from '../names.ts';
import { padded } from './table.ts';
import { FILLED, MARK, timelineText } from './timeline-text.ts';
import { hanging, screenWidth } from './wrap-text.ts';

type ClockLine = CaseAnswer['clocks'][number];
type ValueLine = CaseAnswer['values'][number];
type Attributed = Pick<ValueLine, 'entry' | 'by' | 'officer' | 'at' | 'precision'>;

/** Cells for what a line is about. */
const LABEL = 12;

/** The word of the due list while it runs, and how it ended after. */
export const standsOf = (
  {
    clock,
    status,
    standing,
    outcome,
    kind,
  }: Pick<ClockLine, 'clock' | 'status' | 'standing' | 'outcome' | 'kind'>,
  { clockOutcomeTitle }: Words,
): string =>
  standing === null
    ? (outcome === null ? clockStatusTitle(status) : clockOutcomeTitle(clock, outcome)).zh
    : standingTitle(standing, kind);

/** `发送 医保局  接收 公安局  监督 检察院`, in the order the procedure names its roles. */
const rolesText = (
  { procedure, version, roles }: CaseAnswer['proceedings'][number],
  { law, roleTitle }: Words,
): string => {
  const own = law.procedure(procedure, version)?.roles;
  return Object.keys(own ?? roles)
    .flatMap((role) => {
      const all = roles[role] ?? [];
      const title = own?.[role]?.title.zh ?? roleTitle(role);
      return all.length > 0 ? [`${title} ${all.map(departmentTitle).join('、')}`] : [];
    })
    .join('  ');
};

/** Who opened a case and when; empty for whoever may not know. */
export const openedText = (by: string | null, at: string | null): string =>
  by === null || at === null ? '' : `${departmentTitle(by)} ${whenText(at)}`;

/** `阿合奇县医疗保障局 o-1`. */
const whoText = (actor: string, officer: string | null): string =>
  officer === null ? actorTitle(actor) : `${actorTitle(actor)} ${officer}`;

/** Which entry of the case; what came to it with a split is counted back from there. */
const entryText = (sequence: number): string =>
  sequence > 0 ? `本案第 ${sequence} 条` : `分案前倒数第 ${1 - sequence} 条`;

/** `2026-01-05 09:00 阿合奇县医疗保障局 o-1，本案第 1 条`. */
const saidText = ({ at, precision, by, officer, entry }: Attributed): string =>
  `${whenKnownRemarked(at, precision)} ${whoText(by, officer)}，${entryText(entry)}`;

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

/** A label once, and all that is said of it below one another. */
const labelled = (label: string, texts: readonly string[], width: number): string[] =>
  texts.flatMap((text, n) => hanging(`  ${padded(n === 0 ? `${label} ` : '', LABEL)}`, text, width));

/** The path without the step it was entered with, which its versions share. */
const ownPath = (path: string): string => path.replace(/^\/steps\/\d+(?=\/)/, '');

/** What stands beside its step, its paper or its fact instead. */
const RECORD_FACT = 'record-fact';
const STANDS_ELSEWHERE = /^\/(reason|papers|shows)(\/|$)/;

const versionMark = ({ newest }: { readonly newest: boolean }, versions: readonly unknown[]): string =>
  versions.length > 1 ? (newest ? '（最新）' : '（此前）') : '';

/** What was entered, by kind, each version with who said it and when: the newest first. */
const contentLines = (
  { values }: CaseAnswer,
  width: number,
  { valueTitle, valueText, fieldText }: Words,
): string[] => {
  const shown = values.filter(
    ({ path, command, payment }) =>
      command !== RECORD_FACT && !payment && !STANDS_ELSEWHERE.test(ownPath(path)),
  );
  const kindOf = ({ path, subject }: ValueLine): string =>
    [valueTitle(ownPath(path)), ...(subject ? [subject] : [])].join(' ');
  return [...Map.groupBy(shown, kindOf)].flatMap(([kind, versions]) =>
    labelled(
      kind,
      versions
        .toReversed()
        .flatMap((value) => [
          `${valueText(value)}${versionMark(value, versions)}`,
          ...value.fields.map(({ name, title, value: band }) => `${title.zh}：${fieldText(name, band)}`),
          ...(value.reason ? [`理由：${valueText(value.reason)}`] : []),
          `${saidText(value)} ${value.path}`,
        ]),
      width,
    ),
  );
};

/** What everybody may know of each subject, the newest version first. */
const subjectLines = ({ subjects }: CaseAnswer, width: number, { valueText }: Words): string[] =>
  [...Map.groupBy(subjects, ({ subject }) => subject)].flatMap(([subject, versions]) =>
    labelled(
      subject,
      versions
        .toReversed()
        .flatMap((one) => [
          `${subjectText(one.attributes)}${versionMark(one, versions)}`,
          ...(one.reason ? [`理由：${valueText(one.reason)}`] : []),
          saidText(one),
        ]),
      width,
    ),
  );

/** Bands that do not fit, each with the entry that says it. */
const doubtLines = ({ bandDoubts }: CaseAnswer, width: number, { bandDoubtText }: Words): string[] =>
  bandDoubts.flatMap((doubt) => {
    const where = doubt.amountEntry === doubt.entry ? '' : `（金额见${entryText(doubt.amountEntry)}）`;
    return hanging('  ⚠ ', `${entryText(doubt.entry)}：${bandDoubtText(doubt)}${where}`, width);
  });

const DOUBTED = {
  'more-than-told': '决定的罚款多于最近一次告知 more was decided than the party was told',
  'more-than-owed': '各笔合计多于应收 more came back than is owed',
  'not-all': '已登记全部收回，各笔合计少于应收 all is said to be back, and the parts make less',
  'more-than-surplus': '返还多于多退部分 more was returned than the surplus',
  'change-without-amount':
    '决定已变更，未填报变更后的金额，应收仍按变更前计 it was changed and no amount was said: what is owed stands as before',
} as const;

/** `应收 8,000.00 元，已收 3,000.00 元，尚欠 5,000.00 元`. */
const balanceText = ({ owedFen, paidFen }: CaseAnswer['balances'][number]): string => {
  if (owedFen === null) return `应收未填报，已收 ${yuanText(paidFen)}`;
  const left = BigInt(owedFen) - BigInt(paidFen);
  const rest =
    left === 0n ? '已收齐' : left > 0n ? `尚欠 ${yuanText(String(left))}` : `多收 ${yuanText(String(-left))}`;
  return `应收 ${yuanText(owedFen)}，已收 ${yuanText(paidFen)}，${rest}`;
};

/** What is left of each demand, and every payment with who noted it. */
const balanceLines = (
  { balances, values }: CaseAnswer,
  width: number,
  { valueText }: Pick<Words, 'valueText'>,
): string[] => [
  ...balances.flatMap((balance) => [
    ...hanging('  ', `${balance.proceedings.join('、')} ${balanceText(balance)}`, width),
    ...balance.doubts.flatMap((doubt) => hanging('  ⚠ ', DOUBTED[doubt], width)),
  ]),
  ...values
    .filter(({ payment }) => payment)
    .flatMap((value) => hanging('  ', `${valueText(value)}  ${saidText(value)}`, width)),
];

const paperTexts = ({ papers }: CaseAnswer, width: number, words: Words): string[] =>
  papers.flatMap((paper) => {
    const [first = '', ...rest] = paperLines(
      paper,
      { paperTitle: () => paper.codeTitle },
      paper.title === null ? undefined : words.valueText(paper.title),
    );
    return [
      ...hanging('  ', first, width),
      ...[...rest, saidText(paper)].flatMap((line) => hanging('    ', line, width)),
    ];
  });

/** With the subject where it is about one: a case may have a process for each of its suspects. */
const proceedingTitle = ({
  proceeding,
  title,
  subject,
}: Pick<CaseAnswer['proceedings'][number], 'proceeding' | 'title' | 'subject'>): string =>
  `${proceeding} ${title.zh}${subject === undefined ? '' : `（${subject}）`}`;

const proceedingLines = ({ proceedings, statuses }: CaseAnswer, width: number, words: Words): string[] => [
  ...proceedings.flatMap((p) => [
    ...hanging(
      '  ',
      `${proceedingTitle(p)}  ${p.stateTitle.zh}  自 ${whenText(p.since ?? p.openedAt)}${p.waivedAt === null ? '' : `  ${whenText(p.waivedAt)} 起不再办理`}`,
      width,
    ),
    ...hanging('     ', rolesText(p, words), width),
    ...(p.breach === undefined
      ? []
      : hanging(
          '     ',
          `因${words.clockTitle(p.breach).zh}逾期自动启动 opened by the breach on record ${p.breach}`,
          width,
        )),
    ...(p.movedTo === null ? [] : hanging('     ', `已分案，在案件 ${p.movedTo} 中继续办理`, width)),
    ...(p.cameFrom === null ? [] : hanging('     ', `由案件 ${p.cameFrom} 分来，期限照旧`, width)),
    ...p.fields.flatMap(({ name, title, value }) =>
      hanging('     ', `${title.zh}：${words.fieldText(name, value)}`, width),
    ),
  ]),
  ...statuses.flatMap((s) => hanging('  ', `${s.proceeding} ${s.procedureTitle.zh}  ${s.title.zh}`, width)),
  ...(statuses.length > 0
    ? hanging('  ', '以上只示状态的程序依规定不示其余 / of these the status alone is shown', width)
    : []),
];

/** The reason of a step with its code: `理由（no-crime）：…`. */
const reasonText = (code: string | null, reason: string | null): string[] => {
  if (code === null && reason === null) return [];
  return [`理由${code === null ? '' : `（${code}）`}${reason === null ? '' : `：${reason}`}`];
};

const stepLines = ({ steps, facts, values }: CaseAnswer, width: number, words: Words): string[] =>
  [
    ...steps.map((step) => ({
      entry: step.entry,
      lead: step,
      mark: step.filled ? FILLED : '',
      what: step.title.zh,
      notes: [
        ...(step.recordedBy === null ? [] : [`由 ${step.recordedBy} 补录`]),
        ...reasonText(step.reasonCode, step.reason === null ? null : words.valueText(step.reason)),
        ...(step.corrected === null
          ? []
          : [
              `${entryText(step.corrected.entry)}更正发生时间为 ${whenKnownRemarked(step.corrected.at, step.corrected.precision)}`,
            ]),
      ],
    })),
    ...facts.map((fact) => ({
      entry: fact.entry,
      lead: fact,
      mark: '',
      what: `登记事实 ${fact.fact}`,
      notes: words.valueLines(
        values.filter(({ entry, command }) => entry === fact.entry && command === RECORD_FACT),
      ),
    })),
  ]
    .toSorted((a, b) => a.entry - b.entry)
    .flatMap(({ lead, mark, what, notes }) => [
      ...hanging('  ', `${mark}${what}`, width),
      ...[saidText(lead), ...notes].flatMap((line) => hanging('    ', line, width)),
    ]);

const clockLines = ({ clocks }: CaseAnswer, width: number, words: Words): string[] =>
  clocks.flatMap((clock) => {
    const { limit, obliged, undetermined } = clock;
    return labelled(
      standsOf(clock, words),
      [
        `${words.limitTitle(limit).zh}  ${departmentTitle(obliged)}  ${limitMark(clock).zh}`,
        `到期 ${dueTexts(clock)}  ${clock.proceeding} ${limit}${undetermined === null ? '' : `  ${undeterminedTitle(undetermined).zh}`}`,
        ...(clock.startedAtLatest === null
          ? []
          : [`起算不晚于 ${whenText(clock.startedAtLatest)}，收到日期待确认`]),
      ],
      width,
    );
  });

/** `公安局  立案审查  p2  到期 2024-04-08 24:00  法定`. */
const nextText = (one: CaseAnswer['next'][number], { limitTitle }: Words): string =>
  [
    departmentTitle(one.department),
    limitTitle(one.limit).zh,
    one.proceeding,
    `到期 ${dueTexts(one)}`,
    limitMark(one).zh,
  ].join('  ');

/** What keeps the case from being closed, and whose turn it is: the critical limit first. */
const closingLines = (c: CaseAnswer, width: number, words: Words): string[] => {
  if (c.closed)
    return hanging(
      '  ',
      `${whenText(c.closed.at)} ${departmentTitle(c.closed.by)} 办结全案，不再受理`,
      width,
    );
  const titleOf = (id: string): string => {
    const p = c.proceedings.find(({ proceeding }) => proceeding === id);
    return p ? `${id} ${p.title.zh}（${p.stateTitle.zh}）` : id;
  };
  const open = [...Map.groupBy(c.blocks, ({ proceeding }) => proceeding)].map(
    ([id, all]) =>
      `${titleOf(id)}${all.some(({ what }) => what === 'hand-off') ? '，移送待签收' : ''}${all.some(({ what }) => what === 'clock') ? '，有期限在计时' : ''}`,
  );
  return [
    ...labelled('尚未办结', open, width),
    ...labelled(
      '下一项',
      c.next.map(
        (one, n) => `${nextText(one, words)}${n === 0 && c.next.length > 1 ? '  最紧要 critical' : ''}`,
      ),
      width,
    ),
  ];
};

/** The cases joined to this one, of which the reader sees as much as of each alone. */
const joinedLines = (c: CaseAnswer, width: number, words: Words): string[] => [
  ...(c.joinedTo === null ? [] : hanging('  ', `本案已并入案件 ${c.joinedTo}，各程序和期限照旧`, width)),
  ...c.joined.flatMap(({ case: id, closed, proceedings, next }) => [
    `  ${id}${closed ? '  已办结 closed' : ''}`,
    ...proceedings.flatMap((p) => hanging('    ', `${proceedingTitle(p)}  ${p.stateTitle.zh}`, width)),
    ...labelled(
      '该案下一项',
      next.map((one) => nextText(one, words)),
      width,
    ),
  ]),
];

/** `as` is `region/body/officer`; `width` of a text in cells, `screen` of what is taken from it: a pipe has no end. */
export const caseText = (
  c: CaseAnswer,
  width: number,
  as: string,
  words: Words,
  screen = screenWidth(),
): string =>
  [
    ...hanging(
      '',
      `案件 ${c.case}  共 ${c.sequence} 条记录，至账本第 ${c.ledgerSequence} 条${c.voided ? '  已作废 voided' : ''}${c.major ? '  重大案件 major' : ''}`,
      width,
    ),
    ...(c.openedBy === null ? [] : hanging('', `${openedText(c.openedBy, c.openedAt)} 立卷`, width)),
    ...hanging('知悉部门 ', c.parties.map(departmentTitle).join('、'), width),
    ...section('内容 Content', contentLines(c, width, words)),
    ...section('当事人 Subjects', subjectLines(c, width, words)),
    ...section('金额档次不符 Bands that do not fit', doubtLines(c, width, words)),
    ...section('款项 Money', balanceLines(c, width, words)),
    ...section('文书 Papers', paperTexts(c, width, words)),
    ...section('程序 Proceedings', proceedingLines(c, width, words)),
    ...section('办理 Steps', stepLines(c, width, words)),
    ...section('期限 Limits', clockLines(c, width, words)),
    ...(c.voided ? [] : section('办结 Closing', closingLines(c, width, words))),
    ...section('并案 Joined cases', joinedLines(c, width, words)),
    ...section(
      '关联案件 Linked cases',
      c.links.flatMap((link) => [
        `  ${link.case} ${link.relation}`,
        ...hanging('    ', saidText(link), width),
      ]),
    ),
    '',
    '逐条经过 entry by entry:',
    ...commandLines('  ', hintAs(`case timeline ${c.case}`, as), screen),
    '期限怎样算出 why each limit is due when it is:',
    ...commandLines('  ', hintAs(`case explain ${c.case}`, as), screen),
  ].join('\n');

const MINUTE_MS = 60_000;

type TimelineEntry = TimelineAnswer['entries'][number];

/** What steps say beside their names: declared fields, codes of reasons, papers; each once, also where one moved several. */
const stepNotes = ({ events, values }: TimelineEntry, words: Words): string[] => {
  const steps = events.flatMap((event) => (event.kind === 'step' ? [event] : []));
  const fields = steps.flatMap((step) =>
    Object.entries(step.fields ?? {}).map(
      ([name, value]) => `${words.fieldTitle(name).zh}：${words.fieldText(name, value)}`,
    ),
  );
  const codes = steps.flatMap(({ reasonCode }) => (reasonCode ? [`理由代码：${reasonCode}`] : []));
  const papers = new Map(steps.flatMap((step) => step.papers ?? []).map((paper) => [paper.id, paper]));
  return [
    ...new Set([...fields, ...codes]),
    ...[...papers.values()].flatMap((paper) => {
      const title = values.find(({ path }) => path.endsWith(`/papers/${paper.id}/title`));
      const [first = '', ...rest] = paperLines(paper, words, title && words.valueText(title));
      return [`文书：${first}`, ...rest];
    }),
  ];
};

const timelineNotes = (e: TimelineEntry, words: Words): string[] => [
  ...(e.sequence <= 0
    ? ['分案前的记录 / before the split']
    : e.backfill
      ? ['移交前的记录 / before the hand-over']
      : []),
  ...(millisOf(e.recordedAt) - millisOf(e.occurredAt) < MINUTE_MS ? [] : [`${whenText(e.recordedAt)} 记录`]),
  ...words.valueLines(e.values.filter(({ path }) => !/\/papers\//.test(path))),
  ...stepNotes(e, words),
  ...e.events.flatMap((event) => (event.kind === 'fact' ? [`事实：${event.fact}`] : [])),
  ...e.links.map(({ case: id, relation }) => `关联案件：${id} ${relation}`),
  ...elsewhereLines(e.events, departmentTitle),
  ...words.clockLines(e.events, departmentTitle),
  `${entryText(e.sequence)}，账本第 ${e.ledgerSequence} 条 ${e.hash}`,
];

/** What happened, entry by entry; at most `width` cells wide where the text allows it. */
export const courseText = (t: TimelineAnswer, width: number, words: Words): string =>
  [
    `案件 ${t.case}  ${t.entries.length} 条本部门知悉的记录`,
    ...timelineText(
      t.entries.map((e) => ({
        when: whenKnownRemarked(e.occurredAt, e.precision),
        mark: e.filled ? FILLED : '',
        who: e.actor === null ? '' : whoText(e.actor, e.officer),
        what: [e.title.zh, ...e.statuses.map((s) => `${s.procedureTitle.zh}：${s.title.zh}`)].join('  '),
        notes: timelineNotes(e, words),
      })),
      width,
      // On the record nothing is filled in.
      t.entries.some(({ filled }) => filled) ? MARK : 0,
    ),
  ].join('\n');
