// What an officer may do now, written so that each line can be done without reading anything else.
import type { Law } from '../../../law/law.ts';
import { type Body, bodyOf } from '../../../schemas/ids.ts';
import type { CommandsAnswer } from '../../doors/http/case-answers.ts';
import { rankTitle } from '../../words/roles.ts';
import type { Words } from '../../words/words.ts';
import { flagOf } from '../declared-fields.ts';
import { commandLines, hintAs } from '../hint.ts';
import { optionOf } from './refusal-text.ts';
import { table } from './table.ts';

type Line = CommandsAnswer['commands'][number];

/** A limit that runs in a proceeding. */
export type Running = { readonly proceeding: string; readonly limit: string };

const VALUE: Readonly<Record<string, string>> = {
  to: '区划/部门',
  basis: '依据',
  fact: '种类',
  reasonCode: '代码',
};

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

/** A declared field as it is typed: what it takes, in the words of the procedure. */
const fieldText = (line: Line, name: string, law: Law): string => {
  const field = procedureOf(line, law)?.fields[name];
  if (name === 'subjects') return '--about 当事人代号(如 s1；新的写 --subject s2=名称)';
  if (!field) return `${optionOf(name)} ${VALUE[name] ?? '…'}`;
  if (field.kind === 'flag') return `${flagOf(name)} ${field.title.zh}时`;
  const codes = field.options ? Object.keys(field.options).join('|') : field.title.zh;
  return `${flagOf(name)} ${codes}`;
};

const isExtension = (need: string): boolean => need === 'extension' || need === 'approver';

const needsOf = (line: Line, running: readonly Running[], law: Law): string[] => {
  return [
    ...line.papers.map(
      (paper) => `--paper ${paper}=${law.paperTitle(paper, procedureOf(line, law))?.zh ?? paper}.pdf`,
    ),
    ...line.needs.filter((need) => !isExtension(need)).map((need) => fieldText(line, need, law)),
    ...(line.needs.some(isExtension) ? [extensionsFor(line, running, law).join(' 或 ')] : []),
    ...(line.reason ? ['--reason-code 代码 --reason 理由'] : []),
    ...(line.officers > 0 ? [`--team 至少${line.officers}名经办人`] : []),
    ...line.takes.map((name) => `[${fieldText(line, name, law)}]`),
  ];
};

const conditionsOf = (line: Line, running: readonly Running[], law: Law, body: Body): string => {
  const { conditions, missingRank, needs } = line;
  return [
    ...(missingRank ? [`须由${rankTitle(missingRank, body)}办理`] : []),
    ...(needs.some(isExtension) && extensionsFor(line, running, law).length === 0
      ? ['在计期限不得延长']
      : []),
    ...conditions.map((id) => `限${procedureOf(line, law)?.conditions[id]?.title.zh ?? id}`),
  ].join('，');
};

/** Commands that need no proceeding. */
const ALWAYS: readonly (readonly [command: string, options: string])[] = [
  ['record-fact', '--fact 种类 --summary 内容'],
  ['admit-departments', '--to 区划/部门'],
];

/** `as` is `region/body/officer`. */
export const possibleText = (
  found: CommandsAnswer,
  running: readonly Running[],
  as: string,
  { law, procedureTitle, commandTitle }: Words,
): string => {
  const { commands } = found;
  if (commands.length === 0)
    return [
      '本部门目前没有可办理的事项；案件现状 / nothing for this department to do now; how the case stands:',
      ...commandLines('  ', hintAs(`case show ${found.case}`, as)),
    ].join('\n');
  const several = new Set(commands.map((c) => c.command)).size < commands.length;
  const body = bodyOf(as.slice(0, as.lastIndexOf('/')));
  return [
    table(
      ['程序', '命令', '事项', '条件', '需要'],
      commands.map((c) => [
        `${c.proceeding} ${procedureTitle(c.procedure).zh}`,
        c.command,
        c.title.zh,
        conditionsOf(c, running, law, body),
        needsOf(c, running, law).join(' '),
      ]),
      '',
    ),
    '办理 to act:',
    ...commandLines(
      '  ',
      `${hintAs(`submit 命令 --case ${found.case}${several ? ' --proceeding 程序' : ''}`, as)} 需要的选项`,
    ),
    '  理由代码自定，用小写英文和连字符，如 no-crime；文书不能提供的写 --paper 代码=- 并用 --reason 说明；不是此刻发生的加 --at 时间',
    `随时可办 at any time: ${ALWAYS.map(([command, options]) => `${command} ${commandTitle(command).zh}(${options})`).join('，')}`,
  ].join('\n');
};
