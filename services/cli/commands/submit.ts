// `xianjie submit COMMAND`: any command of any procedure, from options or from a file.
import { Command } from 'commander';
import type { Law } from '../../../law/law.ts';
import { GENERAL_COMMANDS } from '../../../law/titles.ts';
import type { Approver } from '../../../schemas/time-limit.ts';
import { type AskedOptions, fieldsFrom, readAskedFile, withSubmitOptions } from '../command-options.ts';
import { declaredFrom, declaredOptions } from '../declared-fields.ts';
import { officerHttp } from '../http.ts';
import { closeIds } from '../near-ids.ts';
import { platformWords } from '../platform-law.ts';
import { usage } from '../problem.ts';
import { type SubmitOptions, submitAs } from '../submit-as.ts';

type Options = SubmitOptions &
  AskedOptions & {
    file?: string;
    case?: string;
    proceeding?: string;
    procedure?: string;
    team?: string[];
    about?: string[];
    fact?: string;
    reasonCode?: string;
    extension?: string;
    extensionTo?: string;
    approver?: Approver;
    basis?: string;
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

/** This version's law where it knows the command; else the platform's, which may be newer. */
const lawFor = async (command: string, options: Options, known: Law): Promise<Law> => {
  if (options.as === undefined || commandsOf(known).includes(command)) return known;
  // Where it cannot be asked at all, the command is unknown as far as anybody here can tell.
  const http = await officerHttp(options, options.as).catch(() => null);
  return http === null ? known : (await platformWords(http)).law;
};

const SHARED = ['team', 'fact', 'reasonCode', 'extension', 'approver', 'basis'] as const;

const submit = async (
  name: string | undefined,
  options: Options,
  declared: ReturnType<typeof declaredFrom>,
  ours: Law,
): Promise<void> => {
  const fromFile = options.file ? await readAskedFile(options.file) : undefined;
  const command = name ?? fromFile?.asked.command;
  if (!command) throw usage('请给出命令名，或 --file', 'name a command, or give --file');
  const law = await lawFor(command, options, ours);
  const known = commandsOf(law);
  if (!known.includes(command)) {
    const close = closeIds(command, known);
    throw usage(
      `没有命令“${command}”，相近的有：${close.join('、')}`,
      `no command "${command}"; try one of: ${close.join(', ')}`,
    );
  }
  if (options.case === undefined && fromFile?.asked.case === undefined && !openingOf(law).includes(command)) {
    throw usage(
      `${command} 须用 --case 指明案件；本部门的案件见 xianjie case list`,
      `${command} needs --case; see xianjie case list`,
    );
  }
  const { open, party, when } = await fieldsFrom(options);
  const isThere = (values: object): boolean => Object.keys(values).length > 0;
  const shared = SHARED.flatMap((field) =>
    options[field] === undefined ? [] : [[field, options[field]] as const],
  );
  const place = (['case', 'proceeding', 'procedure'] as const).flatMap((key) =>
    options[key] === undefined ? [] : [[key, options[key]] as const],
  );
  await submitAs(
    options,
    {
      ...fromFile?.asked,
      ...Object.fromEntries(place),
      ...when,
      command,
      body: {
        ...fromFile?.asked.body,
        ...open,
        ...Object.fromEntries(shared),
        ...(options.about ? { subjects: options.about } : {}),
        ...(options.extensionTo ? { extensionTo: Number(options.extensionTo) } : {}),
        ...(isThere(declared.open) ? { fields: { ...fromFile?.asked.body?.fields, ...declared.open } } : {}),
      },
    },
    {
      ...fromFile?.by,
      party: {
        ...fromFile?.by.party,
        ...party,
        ...(isThere(declared.party) ? { fields: { ...fromFile?.by.party?.fields, ...declared.party } } : {}),
      },
    },
  );
};

/** `law` is that of the help: what may be typed. */
export const submitCommand = (law: Law): Command => {
  const declared = declaredOptions(law);
  const command = withSubmitOptions(
    new Command('submit')
      .description('提交命令 / submit any command')
      .argument('[command]', '命令，如 hand-over；案件当前可用的见 xianjie commands / the command'),
  );
  for (const { option } of declared) command.addOption(option);
  return command.action((name: string | undefined, options: Options) =>
    submit(name, options, declaredFrom(options as Readonly<Record<string, unknown>>, declared), law),
  );
};
