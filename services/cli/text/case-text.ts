// A case, its course and the working of its due dates, as text on a terminal.
import { millisOf } from '../../../schemas/instant.ts';
import type { CaseAnswer, TimelineAnswer } from '../../doors/http/case-answers.ts';
import type { ClockExplanation } from '../../doors/http/explain-clocks.ts';
import { dueTexts, whenKnownRemarked, whenText } from '../../words/instants.ts';
import { clockStatusTitle, limitMark, outcomeTitle } from '../../words/limits.ts';
import { valueLines } from '../../words/party-values.ts';
import type { Words } from '../../words/words.ts';
import { actorTitle, departmentTitle } from '../names.ts';
import { padded, table } from './table.ts';
import { FILLED, timelineText } from './timeline-text.ts';

type ClockLine = CaseAnswer['clocks'][number];

const clockStatus = ({ status, outcome, kind }: Pick<ClockLine, 'status' | 'outcome' | 'kind'>): string =>
  (outcome === null ? clockStatusTitle(status) : outcomeTitle(outcome, kind)).zh;

/** `发送 医保局  接收 公安局  监督 检察院`, in the order the procedure names its roles. */
const rolesText = (
  { procedure, version, roles }: CaseAnswer['proceedings'][number],
  { law, roleTitle }: Words,
): string =>
  Object.keys(law.procedure(procedure, version)?.roles ?? roles)
    .flatMap((role) => {
      const all = roles[role] ?? [];
      return all.length > 0 ? [`${roleTitle(role)} ${all.map(departmentTitle).join('、')}`] : [];
    })
    .join('  ');

/** Who opened a case and when; empty for whoever may not know. */
export const openedText = (by: string | null, at: string | null): string =>
  by === null || at === null ? '' : `${departmentTitle(by)} ${whenText(at)}`;

export const caseText = (c: CaseAnswer, words: Words): string =>
  [
    [
      `案件 ${c.case}`,
      ...(c.openedBy === null ? [] : [`${openedText(c.openedBy, c.openedAt)} 立卷`]),
      `共 ${c.sequence} 条记录`,
      ...(c.voided ? ['已作废 voided'] : []),
    ].join('  '),
    `知悉部门 ${c.parties.map(departmentTitle).join('、')}`,
    ...(c.values.length > 0
      ? ['', '本部门可见的内容', ...valueLines(c.values).map((line) => `  ${line}`)]
      : []),
    '',
    table(
      ['程序', '', '状态', '自', '部门'],
      c.proceedings.map((p) => [
        p.proceeding,
        p.title.zh,
        p.stateTitle.zh,
        whenText(p.since ?? p.openedAt),
        rolesText(p, words),
      ]),
      c.statuses.length > 0 ? '' : '没有程序 / no proceedings',
    ),
    ...(c.statuses.length > 0
      ? [
          table(
            ['程序', '', '状态'],
            c.statuses.map((s) => [s.proceeding, s.procedureTitle.zh, s.title.zh]),
            '',
          ),
          '以上程序按规定只示状态 / of these the status alone is shown',
        ]
      : []),
    table(
      ['期限', '', '责任部门', '到期(从严 / 从宽)', '状态', '性质'],
      c.clocks.map((clock) => [
        clock.limit,
        words.limitTitle(clock.limit).zh,
        departmentTitle(clock.obliged),
        dueTexts(clock),
        clockStatus(clock),
        limitMark(clock).zh,
      ]),
      '没有期限 / no clocks',
    ),
    ...(c.facts.length > 0
      ? [
          table(
            ['事实', '登记部门', '发生'],
            c.facts.map((f) => [f.fact, actorTitle(f.by), whenText(f.occurredAt)]),
            '',
          ),
        ]
      : []),
    `逐条经过 xianjie case timeline ${c.case}；期限怎样算出 xianjie case explain ${c.case}`,
  ].join('\n');

const MINUTE_MS = 60_000;

const timelineNotes = (e: TimelineAnswer['entries'][number], { clockLines }: Words): string[] => [
  ...(millisOf(e.recordedAt) - millisOf(e.occurredAt) < MINUTE_MS ? [] : [`${whenText(e.recordedAt)} 记录`]),
  ...clockLines(e.events, departmentTitle),
  ...valueLines(e.values),
  `本案第 ${e.sequence} 条，账本第 ${e.ledgerSequence} 条 ${e.hash}`,
];

/** What happened, entry by entry; at most `width` cells wide where the text allows it. */
export const courseText = (t: TimelineAnswer, width: number, words: Words): string =>
  [
    `案件 ${t.case}  ${t.entries.length} 条本部门知悉的记录`,
    ...timelineText(
      t.entries.map((e) => ({
        when: whenKnownRemarked(e.occurredAt, e.precision),
        mark: e.filled ? FILLED : '',
        who: e.actor === null ? '' : actorTitle(e.actor),
        what: [e.title.zh, ...e.statuses.map((s) => `${s.procedureTitle.zh}：${s.title.zh}`)].join('  '),
        notes: timelineNotes(e, words),
      })),
      width,
    ),
  ].join('\n');

export const explainText = (
  id: string,
  clocks: readonly ClockExplanation[],
  { basisInFull }: Words,
): string => {
  if (clocks.length === 0) return `案件 ${id} 没有计时 / no clocks`;
  return [
    `案件 ${id} 的期限`,
    ...clocks.flatMap((c) => {
      const width = Math.max(...c.steps.map((step) => step.rule.length), 4) + 2;
      return [
        '',
        `${c.title.zh} [${c.limit}] ${c.proceeding}  ${limitMark(c).zh}  ${clockStatus(c)}`,
        `  ${c.duty.zh}：${departmentTitle(c.obliged)}`,
        ...c.basis.map((basis) => `  依据 ${basisInFull(basis)}`),
        `  起算 ${whenText(c.startedAt)}  到期 ${dueTexts(c)}`,
        ...c.steps.map((step) => `  ${padded(step.rule, width)}${step.text.zh}`),
        ...(c.agrees
          ? []
          : [
              '  注意：按现行登记簿重算与账本所记不同，以账本为准 / computed today it would differ; the ledger counts',
            ]),
      ];
    }),
  ].join('\n');
};
