// `xianjie submit COMMAND`: any command of any procedure, from options or from a file; several steps at once from a file.
import { Command, Help } from 'commander';
import type { Law } from '../../../law/law.ts';
import { GENERAL_COMMANDS } from '../../../law/titles.ts';
import type { AskedParty } from '../../../schemas/asked-command.ts';
import type { OpenBody } from '../../../schemas/command.ts';
import { dateOf } from '../../../schemas/instant.ts';
import type { Asked, By } from '../../client/department-client.ts';
import { realClock } from '../../clock.ts';
import { closeIds } from '../../words/close-ids.ts';
import { readCommandFile } from '../command-file.ts';
import { type StepOptions, type WhenOptions, withSubmitOptions } from '../command-options.ts';
import { type DeclaredOption, declaredFrom, declaredOptions } from '../declared-fields.ts';
import { hintAs } from '../hint.ts';
import { officerHttp } from '../http.ts';
import { requireAs } from '../place.ts';
import { platformWords } from '../platform-law.ts';
import { usage } from '../problem.ts';
import { type Family, inFamilies } from '../procedure-families.ts';
import { askedSteps, type StepsFile } from '../steps-file.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';
import { optionOf } from '../text/refusal-text.ts';
import { anyCommandHelp, namedCommandHelp } from '../text/submit-help.ts';
import { terminalWidth } from '../text/wrap-text.ts';
import { type Declared, stepValuesFrom, whenFrom } from '../typed-values.ts';

type Options = SubmitOptions &
  StepOptions &
  WhenOptions & {
    file?: string;
    case?: string;
    procedure?: string;
  };

const commandsOf = (law: Law): string[] => [
  ...Object.keys(GENERAL_COMMANDS),
  ...law.newest.flatMap((p) => Object.keys(p.commands)),
];

/** Commands that open a case where none is named. */
const openingOf = (law: Law): string[] => [
  'record-fact',
  ...law.newest.flatMap((p) => Object.keys(p.opensOn)),
];

/** This version's law where it knows the commands; else the platform's, which may be newer. */
const lawFor = async (commands: readonly string[], options: Options, ours: Law): Promise<Law> => {
  const known = commandsOf(ours);
  if (options.as === undefined || commands.every((command) => known.includes(command))) return ours;
  // Where it cannot be asked at all, the command is unknown as far as anybody here can tell.
  const http = await officerHttp(options, options.as).catch(() => null);
  return http === null ? ours : (await platformWords(http)).law;
};

const requireKnown = (command: string, law: Law): void => {
  const known = commandsOf(law);
  if (known.includes(command)) return;
  const close = closeIds(command, known);
  throw usage(
    `没有命令“${command}”，相近的有：${close.join('、')}`,
    `no command "${command}"; try one of: ${close.join(', ')}`,
  );
};

const requireCaseFor = (command: string, law: Law): void => {
  if (openingOf(law).includes(command)) return;
  throw usage(
    `${command} 须用 --case 指明案件，可先列出本部门的案件`,
    `${command} needs --case; list the cases of the department`,
    hintAs('case list'),
  );
};

const placeFrom = (options: Options): Pick<Asked, 'case' | 'proceeding' | 'procedure'> =>
  Object.fromEntries(
    (['case', 'proceeding', 'procedure'] as const).flatMap((key) =>
      options[key] === undefined ? [] : [[key, options[key]] as const],
    ),
  );

/** What stands beside a file of steps; all else stands in its steps. */
const BESIDE_STEPS: ReadonlySet<string> = new Set([
  ...['as', 'data', 'keys', 'http', 'json', 'wait', 'yes', 'id'],
  ...['file', 'case', 'procedure', 'reason'],
]);

const submitSteps = async (file: StepsFile, options: Options, ours: Law): Promise<void> => {
  const { officer } = requireAs(options);
  const astray = Object.keys(options).find((key) => !BESIDE_STEPS.has(key));
  if (astray !== undefined)
    throw usage(
      `多步文件中 ${optionOf(astray)} 须写在各步里`,
      `with a file of steps ${optionOf(astray)} belongs into the steps`,
    );
  const commands = file.steps.map(({ command }) => command);
  const law = await lawFor(commands, options, ours);
  const { case: onCase = file.case, procedure = file.procedure, reason = file.reason } = options;
  if (onCase === undefined) requireCaseFor(commands[0] ?? '', law);
  const whole = {
    steps: file.steps,
    ...(onCase === undefined ? {} : { case: onCase }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(reason === undefined ? {} : { reason }),
  };
  const ground = { law, known: commandsOf(law), officer, now: realClock().now() };
  const { asked, by } = await askedSteps(whole, ground);
  await submitAs(options, { ...asked, ...(options.id ? { commandId: options.id } : {}) }, by);
};

/** Declared fields of the file, those typed in their place. */
const fieldsOver = <F extends object>(file: F | undefined, typed: F | undefined): { fields?: F } =>
  file === undefined && typed === undefined ? {} : { fields: { ...file, ...typed } as F };

const submitOne = async (
  file: { readonly asked: Partial<Asked>; readonly by: Omit<By, 'officer'> },
  command: string,
  options: Options,
  declared: Declared,
  ours: Law,
): Promise<void> => {
  const law = await lawFor([command], options, ours);
  requireKnown(command, law);
  const onCase = options.case ?? file.asked.case;
  if (onCase === undefined) requireCaseFor(command, law);
  const { open, party } = await stepValuesFrom(options, declared, onCase === undefined);
  const body: OpenBody = { ...file.asked.body, ...open, ...fieldsOver(file.asked.body?.fields, open.fields) };
  const values: AskedParty = {
    ...file.by.party,
    ...party,
    ...fieldsOver(file.by.party?.fields, party.fields),
  };
  await submitAs(
    options,
    { ...file.asked, ...placeFrom(options), ...whenFrom(options, realClock().now()), command, body },
    { ...file.by, party: values },
  );
};

const submit = async (
  name: string | undefined,
  options: Options,
  declared: Declared,
  ours: Law,
): Promise<void> => {
  const file = options.file ? await readCommandFile(options.file) : undefined;
  if (file && 'steps' in file) {
    if (name !== undefined && name !== 'record-steps')
      throw usage(
        `${options.file} 是多步文件，不再写命令名`,
        `${options.file} holds several steps: name no command`,
      );
    return submitSteps(file.steps, options, ours);
  }
  const command = name ?? file?.asked.command;
  if (!command) throw usage('请给出命令名，或 --file', 'name a command, or give --file');
  return submitOne(file ?? { asked: {}, by: {} }, command, options, declared, ours);
};

const standard = new Help();

/** Shows fields that procedures declare only where the command that is typed takes them. */
const withFieldsOf = (submit: Command, declared: readonly DeclaredOption[]): Command =>
  submit.configureHelp({
    visibleOptions: (command) =>
      standard.visibleOptions(command).filter((option) => {
        const field = declared.find((one) => one.option === option);
        return field === undefined || field.takers.has(command.args[0] ?? '');
      }),
  });

/** `law` is that of the help: what may be typed. */
export const submitCommand = (law: Law, families: readonly Family[]): Command => {
  const declared = declaredOptions(law);
  const command = withSubmitOptions(
    new Command('submit').argument(
      '[command]',
      '命令，如 hand-over；案件当前可用的用 commands 查看 / the command',
    ),
  );
  for (const { option } of declared) command.addOption(option);
  withFieldsOf(command, declared).addHelpText('after', ({ command: { args } }) => {
    const width = terminalWidth();
    const named = namedCommandHelp(args[0], law, dateOf(realClock().now()), width);
    return `\n${named ?? anyCommandHelp(inFamilies(law.newest, families), width)}`;
  });
  return command.action((name: string | undefined, options: Options) =>
    submit(name, options, declaredFrom(options as Readonly<Record<string, unknown>>, declared), law),
  );
};
