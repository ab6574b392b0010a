// What an officer may do now, written so that each line can be done without reading anything else.
import type { Law } from '../../../law/law.ts';
import { type Body, bodyOf } from '../../../schemas/ids.ts';
import type { CommandsAnswer } from '../../doors/http/commands-answer.ts';
import { rankTitle } from '../../words/roles.ts';
import type { Words } from '../../words/words.ts';
import { caseForm } from '../case-forms.ts';
import { commandLines, hintAs } from '../hint.ts';
import { fieldText, sharedText } from './field-text.ts';
import { typedAs } from './refusal-text.ts';
import { table } from './table.ts';
import { hanging, screenWidth } from './wrap-text.ts';

type Line = CommandsAnswer['opens'][number] & { readonly proceeding?: string };

/** A limit that runs in a proceeding. */
export type Running = { readonly proceeding: string; readonly limit: string };

const procedureOf = ({ procedure, version }: Line, law: Law) => law.procedure(procedure, version);

/** Prolongations that the running limits know, each with who must approve it. */
const extensionsFor = (line: Line, running: readonly Running[], law: Law): string[] =>
  Object.entries(procedureOf(line, law)?.clocks ?? {}).flatMap(([limit, rule]) =>
    rule.extendsOn?.includes(line.command) &&
    running.some((c) => c.proceeding === line.proceeding && c.limit === limit)
      ? (law.versionsOf(limit).at(-1)?.extensions ?? []).map(
          (extension) =>
            `--extension ${extension.id} --approver ${extension.approver}${'upTo' in extension ? ' --extension-to 总长' : ''}`,
        )
      : [],
  );

/** What a command asks for, as it is typed. */
const askedText = (line: Line, name: string, law: Law): string => {
  const { fields, commands } = procedureOf(line, law) ?? {};
  const approver = commands?.[line.command]?.approvedBy;
  if (name === 'approver' && approver) return `${typedAs(name)} ${approver}`;
  const field = fields?.[name];
  return field ? fieldText(name, field, Object.keys(field.options ?? {}).join('|')) : sharedText(name);
};

/** Who approves a prolongation is said by each that may be used. */
const isExtension = (need: string): boolean => need === 'extension';
const isSaidByExtension = ({ needs }: Line, need: string): boolean =>
  need === 'approver' && needs.some(isExtension);

const needsOf = (line: Line, running: readonly Running[], law: Law): string[] => {
  return [
    ...line.papers.map(
      (paper) => `--paper ${paper}=${law.paperTitle(paper, procedureOf(line, law))?.zh ?? paper}.pdf`,
    ),
    ...line.needs
      .filter((need) => !isExtension(need) && !isSaidByExtension(line, need))
      .map((need) => askedText(line, need, law)),
    ...(line.needs.some(isExtension) ? [extensionsFor(line, running, law).join(' 或 ')] : []),
    ...(line.reason ? ['--reason-code 代码 --reason 理由'] : []),
    ...(line.officers > 0 ? [`--team 至少${line.officers}名经办人`] : []),
    ...line.takes
      .filter((name) => !line.needs.includes(name))
      .map((name) => `[${askedText(line, name, law)}]`),
  ];
};

const conditionsOf = (line: Line, running: readonly Running[], law: Law, body: Body): string => {
  const { conditions, missingRank, needs } = line;
  return [
    ...(missingRank ? [`须由${rankTitle(missingRank, body)}办理`] : []),
    ...(needs.some(isExtension) && extensionsFor(line, running, law).length === 0
      ? ['正在计时的期限不能延长']
      : []),
    ...conditions.map((id) => `须在${procedureOf(line, law)?.conditions[id]?.title.zh ?? id}办理`),
  ].join('；');
};

/** A command on the case, as it is typed. */
const onCaseText = (
  { command, title, missingRank }: CommandsAnswer['onCase'][number],
  id: string,
  body: Body,
): string =>
  `${title.zh}${missingRank ? `（须由${rankTitle(missingRank, body)}办理）` : ''}：${caseForm(command, id)}`;

/** `as` is `region/body/officer`; `width` of a text in cells, `screen` of what is taken from it: a pipe has no end. */
export const possibleText = (
  { case: id, commands, opens, onCase }: CommandsAnswer,
  running: readonly Running[],
  as: string,
  { law, procedureTitle }: Words,
  width: number,
  screen = screenWidth(),
): string => {
  const body = bodyOf(as.slice(0, as.lastIndexOf('/')));
  const several = new Set(commands.map((c) => c.command)).size < commands.length;
  const typed = (words: string): string => `${hintAs(words, as)} 需要的选项`;
  const rows = (lines: readonly Line[]) =>
    lines.map((c) => [
      `${c.proceeding ? `${c.proceeding} ` : ''}${procedureTitle(c.procedure).zh}`,
      c.command,
      c.title.zh,
      conditionsOf(c, running, law, body),
      needsOf(c, running, law).join(' '),
    ]);
  const nothing = [
    ...hanging(
      '',
      '本部门目前没有可办理的事项；案件现状 / nothing for this department to do now; how the case stands:',
      width,
    ),
    ...commandLines('  ', hintAs(`case show ${id}`, as), screen),
  ];
  return [
    ...(commands.length === 0
      ? nothing
      : [
          table(['程序', '命令', '事项', '条件', '需要'], rows(commands), '', screen),
          '办理 to act:',
          ...commandLines(
            '  ',
            typed(`submit 命令 --case ${id}${several ? ' --proceeding 程序' : ''}`),
            screen,
          ),
          ...hanging(
            '  ',
            '理由代码自定，用小写英文和连字符，如 no-crime；文书不能提供的写 --paper 代码=- 并用 --reason 说明；不是此刻发生的加 --at 时间',
            width,
          ),
        ]),
    ...(opens.length === 0
      ? []
      : [
          '可以在本案启动 may be opened in this case:',
          ...[...Map.groupBy(opens, ({ procedure }) => procedure)].flatMap(([procedure, all]) =>
            hanging(
              '  ',
              `${procedureTitle(procedure).zh} ${procedure}：${all.map((c) => `${c.command} ${c.title.zh}${c.missingRank ? `（须由${rankTitle(c.missingRank, body)}办理）` : ''}`).join('，')}`,
              width,
            ),
          ),
          '各命令需要什么 what each needs, 启动 to open:',
          ...commandLines('  ', hintAs('commands --procedure 程序', as), screen),
          ...commandLines('  ', typed(`submit 命令 --procedure 程序 --case ${id}`), screen),
        ]),
    ...(onCase.length === 0
      ? []
      : [
          '案件本身 on the case itself:',
          ...onCase.flatMap((one) => hanging('  ', onCaseText(one, '案件', body), width)),
        ]),
  ].join('\n');
};
