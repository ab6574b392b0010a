// Every command of `xianjie` on one program: the same help, the same ends, examples for each. Only the command that is typed is loaded.
import { Command } from 'commander';
import type { Law } from '../../law/law.ts';
import { EXAMPLES } from './examples.ts';
import { exampleOf, hint } from './hint.ts';
import { offlineFamilies, offlineLaw } from './offline-law.ts';
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

type Entry = {
  readonly group: keyof typeof GROUPS;
  readonly about: string;
  readonly load: (law: () => Promise<Law>) => Promise<Command>;
};

/** Every command in the order of the help: what the list says of it, and how it is loaded. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  serve: {
    group: 'platform',
    about: '启动平台（数据保存在数据目录） / run the platform on a durable data folder',
    load: async () => (await import('./commands/serve.ts')).serveCommand(),
  },
  rehearse: {
    group: 'platform',
    about:
      '用公开案例演练全程（模拟部门、分步时间） / play published cases with simulated departments in stepped time',
    load: async () => (await import('./commands/rehearse.ts')).rehearseCommand(),
  },
  export: {
    group: 'platform',
    about: '导出账本，可离线验证 / export the ledger as lines that verify off-line',
    load: async () => (await import('./commands/export.ts')).exportCommand(),
  },
  verify: {
    group: 'platform',
    about: '离线验证导出文件 / verify an export off-line',
    load: async () => (await import('./commands/verify.ts')).verifyCommand(),
  },
  repair: {
    group: 'platform',
    about: '停机后用镜像重建账本 / rebuild the ledger of a stopped platform from its mirror',
    load: async () => (await import('./commands/repair.ts')).repairCommand(),
  },
  enforce: {
    group: 'platform',
    about: '从账本重建计时 / arm clocks and hand-offs again from the ledger',
    load: async () => (await import('./commands/enforce.ts')).enforceCommand(),
  },
  department: {
    group: 'operator',
    about: '部门登记 / departments on the bus',
    load: async () => (await import('./commands/department.ts')).departmentCommand(),
  },
  officer: {
    group: 'operator',
    about: '经办人 / officers of a department',
    load: async () => (await import('./commands/officer.ts')).officerCommand(),
  },
  token: {
    group: 'operator',
    about: 'HTTP 令牌 / tokens for HTTP',
    load: async () => (await import('./commands/token.ts')).tokenCommand(),
  },
  calendar: {
    group: 'operator',
    about: '放假与调休 / calendars',
    load: async () => (await import('./commands/calendar.ts')).calendarCommand(),
  },
  settle: {
    group: 'operator',
    about: '确定一个区划的计时口径和金额标准 / settle a question of a region, with its basis',
    load: async () => (await import('./commands/settle.ts')).settleCommand(),
  },
  law: {
    group: 'operator',
    about: '法律数据 / the law in the ledger',
    load: async () => (await import('./commands/law.ts')).lawCommand(),
  },
  clock: {
    group: 'operator',
    about: '平台时钟 / the platform’s clock',
    load: async () => (await import('./commands/clock.ts')).clockCommand(),
  },
  clue: {
    group: 'office',
    about: '通报线索 / tell other departments of a clue',
    load: async () => (await import('./commands/clue.ts')).clueCommand(),
  },
  submit: {
    group: 'office',
    about: '提交命令，或用 --file 一并补录多步 / submit any command, or several steps from a file',
    load: async (law) =>
      (await import('./commands/submit.ts')).submitCommand(await law(), await offlineFamilies()),
  },
  inbox: {
    group: 'office',
    about:
      '收件箱：核验签名后显示本人未阅的通报，并标为本人已阅 / what this officer has not read, checked, shown and marked as read',
    load: async () => (await import('./commands/inbox.ts')).inboxCommand(),
  },
  outbox: {
    group: 'office',
    about: '发出发件箱中的命令并列出结果 / send what waits in the outbox',
    load: async () => (await import('./commands/outbox.ts')).outboxCommand(),
  },
  case: {
    group: 'office',
    about: '案件 / cases',
    load: async () => (await import('./commands/case.ts')).caseCommand(),
  },
  commands: {
    group: 'office',
    about:
      '案件当前可用的命令，或一个程序的全部命令 / what can be done in a case now, or every command of a procedure',
    load: async () => (await import('./commands/possible.ts')).possibleCommand(),
  },
  procedures: {
    group: 'office',
    about: '列出全部程序，或者一个程序的状态、命令和期限 / all procedures, or one in detail',
    load: async () => (await import('./commands/procedures.ts')).proceduresCommand(),
  },
  limits: {
    group: 'office',
    about: '列出全部期限，或者一个期限的内容、依据和各版本 / all time limits, or one in detail',
    load: async () => (await import('./commands/limits.ts')).limitsCommand(),
  },
  'due-date': {
    group: 'office',
    about: '计算一个期限的到期日并列出计算过程 / compute a due date and show its working',
    load: async () => (await import('./commands/due-date.ts')).dueDateCommand(),
  },
  due: {
    group: 'supervision',
    about: '到期清单；不用 --as 时以运维身份查看全部 / the due list; without --as the operator’s',
    load: async () => (await import('./commands/due.ts')).dueCommand(),
  },
  report: {
    group: 'supervision',
    about: '报告 / reports',
    load: async () => (await import('./commands/report.ts')).reportCommand(),
  },
  dead: {
    group: 'supervision',
    about: '未能受理的来件（联席会议办公室） / dead letters, for the joint-meeting office',
    load: async () => (await import('./commands/dead.ts')).deadCommand(),
  },
};

const dress = (command: Command, path: string): void => {
  command
    .configureHelp({ ...command.configureHelp(), styleTitle: (title) => TITLES[title] ?? title })
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

const withCommands = async (
  isLoaded: (name: string) => boolean,
  law: () => Promise<Law>,
): Promise<Command> => {
  const root = new Command('xianjie')
    .description(
      '衔接：部门之间移送案件、计算期限、留存证据的总线 / the bus that carries a case between departments, keeps its time limits and proves what happened',
    )
    .helpCommand(false)
    .showHelpAfterError(false);
  for (const [name, { group, about, load }] of Object.entries(COMMANDS)) {
    const command = isLoaded(name) ? await load(law) : new Command(name);
    root.addCommand(command.description(about).helpGroup(GROUPS[group]));
  }
  dress(root, '');
  root.configureHelp({ ...root.configureHelp(), subcommandTerm: (command) => command.name() });
  root.addHelpText(
    'after',
    () =>
      `\n退出码 Exit codes: 0 完成 done · 1 被拒绝或核验不符 refused, or a check failed · 2 用法错误或无法连接 usage, or cannot reach\n每个命令的示例 examples of each command: ${hint('submit --help')}`,
  );
  return root;
};

/** The program with every command; parsing it throws what problem.ts knows how to say. `law` is that of the help. */
export const wholeProgram = (law: Law): Promise<Command> =>
  withCommands(
    () => true,
    async () => law,
  );

/** The program as far as a command line needs it: the command it names is loaded, of the others there is what the list says. */
export const programFor = ([, , typed]: readonly string[]): Promise<Command> =>
  withCommands((name) => name === typed, offlineLaw);
