// The reference tables of the READMEs, each from what the code itself runs on.
import type { Command } from 'commander';
import * as z from 'zod';
import { STATUS_CHANGED } from '../../../case/who-is-told.ts';
import type { Law } from '../../../law/law.ts';
import { GENERAL_EVENTS } from '../../../law/titles.ts';
import { ERRORS } from '../../../schemas/errors.ts';
import type { Procedure } from '../../../schemas/procedure.ts';
import type { TimeLimit } from '../../../schemas/time-limit.ts';
import { Environment } from '../../config.ts';
import { limitMark, obligedTitle, spanText } from '../../words/limits.ts';
import { procedureDiagram } from '../../words/procedure-diagram.ts';
import { type Words, wordsOf } from '../../words/words.ts';
import { EXAMPLES } from '../examples.ts';
import { type Family, inFamilies } from '../procedure-families.ts';
import { OF_EVERY_PROCEDURE, OF_THE_CASE } from './asyncapi.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const limitRow = (limit: TimeLimit, { basisTexts }: Words): string[] => {
  const span = spanText(limit.span);
  return [
    `\`${limit.id}\``,
    limit.title.zh,
    `${span.zh} ${span.en}`,
    obligedTitle(limit.obliges).zh,
    basisTexts(limit.basis),
    `${limitMark(limit).zh}${limit.active ? '' : '（未启用）'}`,
  ];
};

const procedurePart = (p: Procedure, law: Law, words: Words): string => {
  const used = law.timeLimits.filter(({ id, until }) => Object.hasOwn(p.clocks, id) && until === undefined);
  const roles = Object.entries(p.roles).map(([role, { title }]) => `${title.zh}(\`${role}\`)`);
  return [
    `#### ${p.title.zh} ${p.title.en} · \`${p.procedure}\` v${p.version}`,
    `部门角色 roles: ${roles.join('、')}`,
    `\`\`\`mermaid\n${procedureDiagram(p)}\n\`\`\``,
    ...(used.length === 0
      ? []
      : [
          table(
            ['limit', '期限', '时长', '义务部门', '依据', '性质'],
            used.map((limit) => limitRow(limit, words)),
          ),
        ]),
  ].join('\n\n');
};

/** Each procedure, family by family, with its roles, its diagram and every limit its clocks use, as the law is today. */
export const proceduresTable = (law: Law, families: readonly Family[]): string => {
  const words = wordsOf(law);
  return [
    '**程序与期限 Procedures and time limits**',
    '图中不画留在原状态的命令；每个程序的全部命令、条件和期限见 `xianjie procedures 编号`。 Commands that change no state are not drawn.',
    ...inFamilies(law.procedures, families).flatMap(({ title, procedures }) => [
      `### ${title.zh} ${title.en}`,
      ...procedures.map((p) => procedurePart(p, law, words)),
    ]),
  ].join('\n\n');
};

export const eventsTable = (law: Law): string => {
  const rows = law.procedures.flatMap((p) =>
    Object.entries(p.commands).map(([command, { event, title, by }]) => [
      `\`${event}\``,
      title.zh,
      `\`${p.procedure}\``,
      `\`${command}\``,
      by.join(', '),
    ]),
  );
  /** Under which procedures an event that belongs to none can name a notice. */
  const named = (event: string): string => {
    if (event === STATUS_CHANGED) return '他方只见状态词的 closed';
    if (OF_THE_CASE.includes(event)) return '`case`';
    return OF_EVERY_PROCEDURE.includes(event) ? '每个 each' : '';
  };
  const general = Object.entries(GENERAL_EVENTS).map(([event, { zh }]) => [
    `\`${event}\``,
    zh,
    named(event),
    '',
    '',
  ]);
  return [
    '**事件 Events**: a notice’s type is `xianjie.<procedure>.<event>.v1`, by the event that says what was done. An event without a command names a notice where it stands alone: of the procedure it is about (每个 each), or of the case itself (`case`). Those without a procedure only accompany others.',
    table(['event', '事件', 'procedure', 'command', 'by'], [...rows, ...general]),
  ].join('\n\n');
};

export const errorsTable = (): string =>
  [
    '**错误代码 Error codes**: who must act, and whether to send the same again.',
    table(
      ['code', 'HTTP', '说明', 'meaning', 'who', 'retry'],
      Object.entries(ERRORS).map(([code, row]) => [
        `\`${code}\``,
        String(row.http),
        row.zh,
        row.en,
        row.actor,
        row.retryable ? 'yes' : '',
      ]),
    ),
  ].join('\n\n');

export const environmentTable = (): string => {
  const { properties = {} } = z.toJSONSchema(Environment, { io: 'input', unrepresentable: 'any' });
  return [
    '**环境变量 Environment**',
    table(
      ['variable', 'default', 'meaning'],
      Object.entries(properties).map(([name, property]) => {
        const { default: value, description = '' } = property as { default?: unknown; description?: string };
        return [`\`${name}\``, value === undefined ? '' : `\`${String(value)}\``, description];
      }),
    ),
  ].join('\n\n');
};

const leaves = (command: Command, path: string): [path: string, command: Command][] =>
  command.commands.length === 0
    ? [[path, command]]
    : command.commands.flatMap((child) => leaves(child, `${path} ${child.name()}`.trim()));

export const commandsTable = (program: Command): string =>
  [
    '**命令 Commands**: `--help` of each shows its options and examples, `--json` prints JSON; exit codes 0 done, 1 refused or a check failed, 2 usage or cannot reach, 3 answered out of tables that are behind the ledger.',
    table(
      ['command', '说明', 'example'],
      leaves(program, '').map(([path, command]) => [
        `\`xianjie ${path}\``,
        command.description(),
        EXAMPLES[path]?.[0] ? `\`${EXAMPLES[path][0]}\`` : '',
      ]),
    ),
  ].join('\n\n');
