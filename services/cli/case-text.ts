// A case, its course and the working of its due dates, as text on a terminal.
import { law } from '../../law/law.ts';
import { millisOf } from '../../schemas/instant.ts';
import type { CaseAnswer, TimelineAnswer } from '../doors/http/case-answers.ts';
import type { ClockExplanation } from '../doors/http/explain-clocks.ts';
import { clockLines } from './clock-lines.ts';
import { basisText, limitMark } from './due-date-text.ts';
import { padded, table } from './table.ts';
import {
  actorTitle,
  departmentTitle,
  dueTexts,
  limitTitle,
  outcomeTitle,
  roleTitle,
  valueLines,
  when,
  whenKnown,
} from './words.ts';

type ClockLine = CaseAnswer['clocks'][number];

const clockStatus = (clock: Pick<ClockLine, 'status' | 'outcome'>): string =>
  outcomeTitle(clock.outcome ?? clock.status);

/** `发送 医保局  接收 公安局  监督 检察院`, in the order the procedure names its roles. */
const rolesText = ({ procedure, version, roles }: CaseAnswer['proceedings'][number]): string =>
  Object.keys(law.procedure(procedure, version)?.roles ?? roles)
    .flatMap((role) => {
      const all = roles[role] ?? [];
      return all.length > 0 ? [`${roleTitle(role)} ${all.map(departmentTitle).join('、')}`] : [];
    })
    .join('  ');

const markOf = (clock: Pick<ClockLine, 'kind' | 'source'>): string =>
  limitMark(clock).split(/\s*\/\s*/)[0] ?? '';

export const caseText = (c: CaseAnswer): string =>
  [
    `案件 ${c.case}  ${departmentTitle(c.openedBy)} 于 ${when(c.openedAt)} 立卷  共 ${c.sequence} 条记录`,
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
        when(p.since ?? p.openedAt),
        rolesText(p),
      ]),
      '没有程序 / no proceedings',
    ),
    table(
      ['期限', '', '责任部门', '到期(从严 / 从宽)', '状态', '性质'],
      c.clocks.map((clock) => [
        clock.limit,
        limitTitle(clock.limit),
        departmentTitle(clock.obliged),
        dueTexts(clock),
        clockStatus(clock),
        markOf(clock),
      ]),
      '没有期限 / no clocks',
    ),
    ...(c.facts.length > 0
      ? [
          table(
            ['事实', '登记部门', '发生'],
            c.facts.map((f) => [f.fact, actorTitle(f.by), when(f.occurredAt)]),
            '',
          ),
        ]
      : []),
    `逐条经过 xianjie case timeline ${c.case};期限怎样算出 xianjie case explain ${c.case}`,
  ].join('\n');

const MINUTE_MS = 60_000;

export const timelineText = (t: TimelineAnswer): string =>
  [
    `案件 ${t.case}  ${t.entries.length} 条本部门知悉的记录`,
    ...t.entries.flatMap((e) => [
      `${padded(String(e.sequence), 3)} ${whenKnown(e.occurredAt, e.precision)}  ${e.title.zh}  ${actorTitle(e.actor)}${e.filled ? '  [演练补记]' : ''}`,
      ...(millisOf(e.recordedAt) - millisOf(e.occurredAt) < MINUTE_MS
        ? []
        : [`    ${when(e.recordedAt)} 记录`]),
      ...clockLines(e.events).map((line) => `    ${line}`),
      ...valueLines(e.values).map((line) => `    ${line}`),
      `    账本第 ${e.ledgerSequence} 条 ${e.hash}`,
    ]),
  ].join('\n');

export const explainText = (id: string, clocks: readonly ClockExplanation[]): string => {
  if (clocks.length === 0) return `案件 ${id} 没有计时 / no clocks`;
  return [
    `案件 ${id} 的期限`,
    ...clocks.flatMap((c) => {
      const width = Math.max(...c.steps.map((step) => step.rule.length), 4) + 2;
      return [
        '',
        `${c.title.zh} [${c.limit}] ${c.proceeding}  ${markOf(c)}  ${clockStatus(c)}`,
        `  ${c.duty.zh}:${departmentTitle(c.obliged)}`,
        ...c.basis.map((basis) => `  依据 ${basisText(basis)}`),
        `  起算 ${when(c.startedAt)}  到期 ${dueTexts(c)}`,
        ...c.steps.map((step) => `  ${padded(step.rule, width)}${step.text.zh}`),
        ...(c.agrees
          ? []
          : [
              '  注意:按现行登记簿重算与账本所记不同,以账本为准 / computed today it would differ; the ledger counts',
            ]),
      ];
    }),
  ].join('\n');
};
