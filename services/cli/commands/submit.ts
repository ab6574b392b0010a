// `xianjie submit COMMAND`: any command of any procedure, from options or from a file.
import { Command, Option } from 'commander';
import type { Law } from '../../../law/law.ts';
import { GENERAL_COMMANDS } from '../../../law/titles.ts';
import { ProceedingId } from '../../../schemas/ids.ts';
import { Approver } from '../../../schemas/time-limit.ts';
import {
  type AskedOptions,
  declaredFrom,
  fieldsFrom,
  readAskedFile,
  requireWord,
  withAsked,
  withDeclaredFields,
} from '../command-options.ts';
import { officerHttp } from '../http.ts';
import { closeIds } from '../near-ids.ts';
import { offlineLaw } from '../offline-law.ts';
import { requireCase, requireCount, withAs } from '../place.ts';
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
const lawFor = async (command: string, options: Options): Promise<Law> => {
  if (options.as === undefined || commandsOf(offlineLaw).includes(command)) return offlineLaw;
  // Where it cannot be asked at all, the command is unknown as far as anybody here can tell.
  const http = await officerHttp(options, options.as).catch(() => null);
  return http === null ? offlineLaw : (await platformWords(http)).law;
};

const requireProceeding = (text: string): string => {
  if (ProceedingId.safeParse(text).success) return text;
  throw usage(
    `程序编号“${text}”应如 p1，见 xianjie case show`,
    `"${text}" should be like p1; see xianjie case show`,
  );
};

const SHARED = ['team', 'fact', 'reasonCode', 'extension', 'approver', 'basis'] as const;

const submit = async (name: string | undefined, options: Options): Promise<void> => {
  const fromFile = options.file ? await readAskedFile(options.file) : undefined;
  const command = name ?? fromFile?.asked.command;
  if (!command) throw usage('请给出命令名，或 --file', 'name a command, or give --file');
  const law = await lawFor(command, options);
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
  const declared = declaredFrom(options);
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

export const submitCommand = (): Command =>
  withAs(
    withAsked(
      withDeclaredFields(
        new Command('submit')
          .description('提交命令 / submit any command')
          .argument('[command]', '命令，如 hand-over；案件当前可用的见 xianjie commands / the command')
          .option('--case <id>', '案件 / the case; none where the command opens one', requireCase)
          .option('--proceeding <id>', '程序编号 p1 … / the proceeding', requireProceeding)
          .option('--procedure <name>', '要启动的程序 / the procedure to open')
          .option('--file <file>', '命令 JSON 文件，选项可补充或覆盖 / a command as a JSON file')
          .option('--team <officer...>', '办案人员 / officers named')
          .option('--about <subject...>', '所涉当事人代号，如 s1 / subjects it is about')
          .option('--fact <kind>', '事实种类(record-fact) / kind of a fact', requireWord)
          .option(
            '--reason-code <code>',
            '理由代码，自定，如 no-crime / reason code of your own',
            requireWord,
          )
          .option('--extension <id>', '延长事由编号 / id of the prolongation', requireWord)
          .option(
            '--extension-to <length>',
            '延长至（总长） / whole length it brings the limit to',
            requireCount,
          )
          .addOption(new Option('--approver <who>', '批准人 / who approved').choices(Approver.options))
          .option('--basis <text>', '依据 / basis'),
      ),
    ),
  ).action(submit);
