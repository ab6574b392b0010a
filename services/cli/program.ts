// Every command of `xianjie` on one program: the same help, the same ends, examples for each.
import { Command } from 'commander';
import type { Law } from '../../law/law.ts';
import { calendarCommand } from './commands/calendar.ts';
import { caseCommand } from './commands/case.ts';
import { clockCommand } from './commands/clock.ts';
import { clueCommand } from './commands/clue.ts';
import { deadCommand } from './commands/dead.ts';
import { departmentCommand } from './commands/department.ts';
import { dueCommand } from './commands/due.ts';
import { dueDateCommand } from './commands/due-date.ts';
import { enforceCommand } from './commands/enforce.ts';
import { exportCommand } from './commands/export.ts';
import { inboxCommand } from './commands/inbox.ts';
import { lawCommand } from './commands/law.ts';
import { limitsCommand } from './commands/limits.ts';
import { officerCommand } from './commands/officer.ts';
import { outboxCommand } from './commands/outbox.ts';
import { possibleCommand } from './commands/possible.ts';
import { proceduresCommand } from './commands/procedures.ts';
import { rehearseCommand } from './commands/rehearse.ts';
import { repairCommand } from './commands/repair.ts';
import { reportCommand } from './commands/report.ts';
import { serveCommand } from './commands/serve.ts';
import { settleCommand } from './commands/settle.ts';
import { submitCommand } from './commands/submit.ts';
import { tokenCommand } from './commands/token.ts';
import { verifyCommand } from './commands/verify.ts';
import { EXAMPLES } from './examples.ts';
import { exampleOf, hint } from './hint.ts';
import { show } from './print.ts';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
};

const GROUPS = {
  platform: '平台 Platform:',
  operator: '运维 Operator:',
  office: '办案 Work on cases:',
  supervision: '监督 Supervision:',
} as const;

/** Commands with the heading they stand under. */
const groups = (law: Law): [keyof typeof GROUPS, Command][] => [
  ['platform', serveCommand()],
  ['platform', rehearseCommand()],
  ['platform', exportCommand()],
  ['platform', verifyCommand()],
  ['platform', repairCommand()],
  ['platform', enforceCommand()],
  ['operator', departmentCommand()],
  ['operator', officerCommand()],
  ['operator', tokenCommand()],
  ['operator', calendarCommand()],
  ['operator', settleCommand()],
  ['operator', lawCommand()],
  ['operator', clockCommand()],
  ['office', clueCommand()],
  ['office', submitCommand(law)],
  ['office', inboxCommand()],
  ['office', outboxCommand()],
  ['office', caseCommand()],
  ['office', possibleCommand()],
  ['office', proceduresCommand()],
  ['office', limitsCommand()],
  ['office', dueDateCommand()],
  ['supervision', dueCommand()],
  ['supervision', reportCommand()],
  ['supervision', deadCommand()],
];

const dress = (command: Command, path: string): void => {
  command
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .configureOutput({ writeOut: show, outputError: () => undefined })
    .helpCommand(false)
    .helpOption('-h, --help', '显示帮助 / show help')
    .exitOverride();
  const examples = EXAMPLES[path];
  if (examples)
    command.addHelpText(
      'after',
      () => `\n示例 Examples:\n${examples.map((e) => `  ${exampleOf(e)}`).join('\n')}`,
    );
  for (const child of command.commands) dress(child, path === '' ? child.name() : `${path} ${child.name()}`);
};

/** The program; parsing it throws what problem.ts knows how to say. */
export const program = (law: Law): Command => {
  const root = new Command('xianjie')
    .description(
      '衔接：部门之间移送案件、计算期限、留存证据的总线 / the bus that carries a case between departments, keeps its time limits and proves what happened',
    )
    .helpCommand(false)
    .showHelpAfterError(false);
  for (const [group, command] of groups(law)) root.addCommand(command.helpGroup(GROUPS[group]));
  dress(root, '');
  root.addHelpText(
    'after',
    () =>
      `\n退出码 Exit codes: 0 完成 done · 1 被拒绝或核验不符 refused, or a check failed · 2 用法错误或无法连接 usage, or cannot reach\n每个命令的示例 examples of each command: ${hint('submit --help')}`,
  );
  return root;
};
