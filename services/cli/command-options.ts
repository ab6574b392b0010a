// The fields of a command as options of the terminal: open fields, party fields, papers with the hash of their file.
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { isRealDate } from '../../case/due/civil-day.ts';
import { AskedCommand } from '../../schemas/asked-command.ts';
import type { OpenBody, Paper, PartyValues } from '../../schemas/command.ts';
import { ProceedingId } from '../../schemas/ids.ts';
import { type Instant, type Precision, parseInstant } from '../../schemas/instant.ts';
import { Approver } from '../../schemas/time-limit.ts';
import type { Asked, By } from '../client/department-client.ts';
import { sha256 } from '../proof/canonical.ts';
import { requireCase, requireCount, requireDepartment, withAs } from './place.ts';
import { CliProblem, usage } from './problem.ts';

export type AskedOptions = {
  readonly id?: string;
  readonly at?: string;
  readonly to?: string[];
  readonly title?: string;
  readonly summary?: string;
  readonly reason?: string;
  readonly offence?: string;
  readonly subject?: string[];
  readonly amount?: string;
  readonly source?: string;
  readonly paper?: string[];
};

const gather = (value: string, all: string[] = []): string[] => [...all, requireDepartment(value)];
const gatherText = (value: string, all: string[] = []): string[] => [...all, value];

/** A word of our own in a command: a topic, the code of a reason, the kind of a fact. */
export const requireWord = (text: string): string => {
  if (/^[a-z][a-z0-9-]{0,59}$/.test(text)) return text;
  throw usage(
    `“${text}”应为小写英文字母、数字和连字符，如 fraud 或 no-crime`,
    `"${text}" should be lower-case letters, digits and hyphens, e.g. fraud or no-crime`,
  );
};

/** A day the calendar has. */
export const requireDate = (text: string): string => {
  if (isRealDate(text)) return text;
  throw usage(`日期“${text}”应写作 2024-10-08`, `"${text}" should be a real date, e.g. 2024-10-08`);
};

/** Options shared by `clue` and `submit`. */
export const withAsked = (command: Command): Command =>
  command
    .option('--to <department>', '接收部门，可重复 / receiving department, repeatable', gather)
    .option('--title <text>', '标题 / title')
    .option('--summary <text>', '摘要 / summary')
    .option('--reason <text>', '理由(文字) / reason')
    .option('--offence <text>', '涉嫌罪名 / suspected offence')
    .option(
      '--subject <name>',
      '当事人，可重复；已有案件写 s2=名称 / subject, repeatable; s2=NAME in an existing case',
      gatherText,
    )
    .option('--amount <yuan>', '金额(元) / amount in yuan')
    .option('--source <text>', '来源 / where it comes from')
    .option(
      '--paper <code=file>',
      '文书=文件，可重复；缺少而已说明的写 文书=- / paper and its file, - where absence is explained',
      gatherText,
    )
    .option('--at <when>', '发生时间：日期或 ISO 时间，默认现在 / when it happened')
    .option('--id <commandId>', '命令编号，重发同一命令时用 / command id, to send the same again')
    .option('--wait <seconds>', '等待答复的秒数 / seconds to wait for the answer', requireCount, '15');

export const fenOf = (text: string): string => {
  const [, whole, cents = ''] = /^(\d{1,17})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '')) ?? [];
  if (whole === undefined)
    throw usage(`金额“${text}”应写作 12345.67`, `amount "${text}" should be like 12345.67`);
  return `${whole}${cents.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
};

/** A day is noon of it, known to the day. */
export const occurredFrom = (text: string): { occurredAt: Instant; precision: Precision } => {
  if (isRealDate(text)) return { occurredAt: `${text}T12:00:00+08:00`, precision: 'day' };
  const occurredAt = parseInstant(text);
  if (occurredAt) return { occurredAt, precision: 'instant' };
  throw usage(
    `时间“${text}”应写作 2024-10-08 或 2024-10-08T09:30:00+08:00`,
    `"${text}" should be a date or an ISO instant with an offset`,
  );
};

/** The name of a file may say whose it is, so a paper's open id comes from its hash. */
const paperFrom = async (text: string): Promise<Paper> => {
  const cut = text.indexOf('=');
  const [code, file] = cut > 0 ? [text.slice(0, cut), text.slice(cut + 1)] : [text, ''];
  if (file === '') throw usage(`文书“${text}”应写作 文书代码=文件`, `paper "${text}" should be code=file`);
  if (file === '-') return { code, id: `${code}-explained`, explained: true };
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new CliProblem('NO_FILE', `读不出文书文件 ${file}`, `cannot read ${file}`, { cause });
  });
  const hash = sha256(bytes);
  return { code, id: `${code}-${hash.slice(0, 10)}`, sha256: hash };
};

const given = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;

/** Subjects named by the command: numbered from s1 where it opens a case, else by the pseudonym given. */
const subjectsFrom = (
  names: readonly string[] | undefined,
  opensCase: boolean,
): [id: string, name: string][] =>
  (names ?? []).map((text, n) => {
    const [, id, name] = /^(s[1-9]\d{0,3})=(.+)$/.exec(text) ?? [];
    if (id !== undefined && name !== undefined) return [id, name];
    if (opensCase) return [`s${n + 1}`, text];
    throw usage(
      `已有案件的当事人须写明代号，如 --subject s2=${text}`,
      `in an existing case give the pseudonym too, e.g. --subject s2=${text}`,
    );
  });

/** Open and party fields of the shared options. */
export const fieldsFrom = async (
  o: AskedOptions & { readonly case?: string },
): Promise<{
  open: OpenBody;
  party: PartyValues;
  when: Pick<Asked, 'occurredAt' | 'precision' | 'commandId'>;
}> => {
  const papers = await Promise.all((o.paper ?? []).map(paperFrom));
  const subjects = subjectsFrom(o.subject, o.case === undefined);
  return {
    open: given({
      to: o.to,
      papers: papers.length > 0 ? papers : undefined,
      newSubjects: subjects.length > 0 ? subjects.map(([subject]) => ({ subject })) : undefined,
    }),
    party: given({
      title: o.title,
      summary: o.summary,
      reason: o.reason,
      offence: o.offence,
      subjects:
        subjects.length > 0 ? Object.fromEntries(subjects.map(([id, name]) => [id, { name }])) : undefined,
      amountFen: o.amount === undefined ? undefined : fenOf(o.amount),
      source: o.source,
    }),
    when: { ...(o.at ? occurredFrom(o.at) : {}), ...(o.id ? { commandId: o.id } : {}) },
  };
};

/** A command file: what `AskedCommand` is, the command id left to us if it has none. */
export const readAskedFile = async (file: string): Promise<{ asked: Asked; by: Omit<By, 'officer'> }> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new CliProblem('NO_FILE', `读不出命令文件 ${file}`, `cannot read ${file}`, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CliProblem('NOT_JSON', `${file} 不是合法的 JSON`, `${file} is not JSON`, { cause });
  }
  const { party, sealed, ...asked } = AskedCommand.partial({ commandId: true }).parse(value);
  return { asked: asked as Asked, by: given({ party, sealed }) };
};

const requireProceeding = (text: string): string => {
  if (ProceedingId.safeParse(text).success) return text;
  throw usage(
    `程序编号“${text}”应如 p1，见 xianjie case show`,
    `"${text}" should be like p1; see xianjie case show`,
  );
};

/** What `submit` takes beside the fields that procedures declare. */
export const withSubmitOptions = (command: Command): Command =>
  withAs(
    withAsked(
      command
        .option('--case <id>', '案件 / the case; none where the command opens one', requireCase)
        .option('--proceeding <id>', '程序编号 p1 … / the proceeding', requireProceeding)
        .option('--procedure <name>', '要启动的程序 / the procedure to open')
        .option('--file <file>', '命令 JSON 文件，选项可补充或覆盖 / a command as a JSON file')
        .option('--team <officer...>', '办案人员 / officers named')
        .option('--about <subject...>', '所涉当事人代号，如 s1 / subjects it is about')
        .option('--fact <kind>', '事实种类(record-fact) / kind of a fact', requireWord)
        .option('--reason-code <code>', '理由代码，自定，如 no-crime / reason code of your own', requireWord)
        .option('--extension <id>', '延长事由编号 / id of the prolongation', requireWord)
        .option(
          '--extension-to <length>',
          '延长至（总长） / whole length it brings the limit to',
          requireCount,
        )
        .addOption(new Option('--approver <who>', '批准人 / who approved').choices(Approver.options))
        .option('--basis <text>', '依据 / basis'),
    ),
  );
