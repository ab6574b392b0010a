// What `submit --help` says below its options: of a command that is named what it asks for, else where its commands are found.
import type { Law } from '../../../law/law.ts';
import type { CivilDate } from '../../../schemas/instant.ts';
import { commandList } from '../../doors/http/command-list.ts';
import { caseTyped, hint, hintAs } from '../hint.ts';
import type { Family } from '../procedure-families.ts';
import { commandListText } from './command-list-text.ts';
import { padded } from './table.ts';
import { hanging } from './wrap-text.ts';

/** The command in every procedure that has it: by whom, when, with what; `null` where there is no such command. */
export const namedCommandHelp = (
  command: string | undefined,
  law: Law,
  on: CivilDate,
  width: number,
): string | null => {
  const commands = commandList(law, on).commands.filter((line) => line.command === command);
  return commands.length === 0 ? null : commandListText({ commands }, width);
};

/** Every procedure with the commands that open it, and how to ask for the others. */
export const anyCommandHelp = (families: readonly Family[], width: number): string => {
  const all = families.flatMap(({ procedures }) => procedures);
  const column = Math.max(...all.map(({ procedure }) => procedure.length)) + 4;
  const further: readonly [string, string][] = [
    ['一个命令的字段、文书和条件 what a command takes', hint('submit 命令 --help')],
    ['案件当前可用的命令 what can be done in a case now', hintAs(`commands ${caseTyped()}`)],
    ['一个程序的全部命令 every command of a procedure', hint('procedures 程序')],
    ['案件本身的命令 commands on the case itself', hintAs('commands --procedure case')],
  ];
  return [
    '各程序，及启动它的命令 Procedures, and the commands that open them:',
    ...all.flatMap(({ procedure, title, opensOn }) =>
      hanging(padded(`  ${procedure}`, column), `${title.zh}：${Object.keys(opensOn).join('、')}`, width),
    ),
    '',
    '再查 Further:',
    ...further.flatMap(([what, typed]) => hanging('  ', `${what}: ${typed}`, width)),
  ].join('\n');
};
