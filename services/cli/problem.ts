// Why a command did not do what it was asked, as one line in two languages that says what to do. Never a stack trace.
import { CommanderError } from 'commander';
import * as z from 'zod';
import type { Refusal } from '../../schemas/entry.ts';
import { errorRow, InfrastructureError } from '../../schemas/errors.ts';
import type { Words } from '../words/words.ts';
import { NOT_TRIED, REFUSED } from './exit-codes.ts';
import { typeable } from './hint.ts';
import { nextCommand, refusalLine } from './text/refusal-text.ts';

/** Ends a command with its exit code. `code` is for programs (`--json`); `next` is a command to type, and ends the line. */
export class CliProblem extends Error {
  override readonly name = 'CliProblem';
  readonly code: string;
  readonly exitCode: number;
  readonly zh: string;
  readonly en: string;
  readonly details: readonly string[];
  /** Without the command to type next. */
  readonly line: string;
  readonly next: string | undefined;

  constructor(
    code: string,
    zh: string,
    en: string,
    options: {
      exitCode?: number;
      details?: readonly string[];
      line?: string;
      next?: string | undefined;
      cause?: unknown;
    } = {},
  ) {
    const details = options.details ?? [];
    const line = options.line ?? `${zh} / ${en}${details.length > 0 ? ` [${details.join('; ')}]` : ''}`;
    super(options.next === undefined ? line : `${line}: ${options.next}`, { cause: options.cause });
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.details = details;
    this.line = line;
    this.next = options.next;
    this.exitCode = options.exitCode ?? NOT_TRIED;
  }
}

export const usage = (zh: string, en: string, next?: string): CliProblem =>
  new CliProblem('USAGE', zh, en, { next });

/** A refusal of the bus as the end of a command. */
export const refused = (refusal: Pick<Refusal, 'code' | 'message' | 'details'>, words?: Words): CliProblem =>
  new CliProblem(refusal.code, refusal.message.zh, refusal.message.en, {
    exitCode: REFUSED,
    details: refusal.details,
    line: refusalLine(refusal, words),
    next: nextCommand(refusal),
  });

const USAGE_ZH: Readonly<Record<string, string>> = {
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.missingMandatoryOptionValue': '缺少必需的选项',
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '参数值不正确',
  'commander.conflictingOption': '选项互相冲突',
};

/** `option '--unit <unit>' argument 'foo' is invalid. Allowed choices are a, b.` in Chinese, with what was named in it. */
const misused = (error: CommanderError): CliProblem => {
  const en = error.message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/\.$/, '');
  const named = [...en.matchAll(/'([^']+)'/g)].map(([, name]) => name).join(' ');
  const choices = /Allowed choices are (.+)$/.exec(en)?.[1]?.replaceAll(', ', '、');
  const meant = /\(Did you mean (.+?)\?\)/.exec(en)?.[1];
  const zh = [
    `${USAGE_ZH[error.code] ?? '用法不正确'}${named === '' ? '' : ` ${named}`}`,
    ...(choices ? [`可用的有 ${choices}`] : []),
    ...(meant ? [`是否指 ${meant}`] : []),
    '用法见 --help',
  ];
  return usage(zh.join('，'), `${en}; see --help`);
};

const zodZh = z.locales.zhCN().localeError;

/** `body.topic` first, in the words of the language. */
const schemaProblem = (error: z.ZodError): CliProblem => {
  const issues = error.issues.slice(0, 5);
  const placeOf = ({ path }: z.core.$ZodIssue): string => path.join('.') || '/';
  const zhOf = (issue: z.core.$ZodIssue): string => {
    const text = zodZh(issue as never);
    const said = (typeof text === 'string' ? text : text?.message) ?? issue.message;
    // An issue no longer knows what it was made of.
    return said.replace(/，实际接收 .*$/, '');
  };
  return usage(
    `内容不符合格式，${issues.map((issue) => `${placeOf(issue)}：${zhOf(issue)}`).join('；')}`,
    `the content does not fit its schema, ${issues.map((issue) => `${placeOf(issue)}: ${issue.message}`).join('; ')}`,
  );
};

const SYSTEM_ZH: Readonly<Record<string, string>> = {
  ENOENT: '路径不存在',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '是目录，应为文件',
  ENOTDIR: '上级不是目录',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
};

/** A file or folder that the system refuses. */
const systemProblem = (code: string, { path, message }: NodeJS.ErrnoException): CliProblem =>
  new CliProblem(
    code,
    `无法读写 ${path}：${SYSTEM_ZH[code] ?? code}，请检查路径和权限`,
    `${path} cannot be read or written (${message.split(',')[0]}): check the path and its rights`,
  );

/** Any failure as a problem. What nobody foresaw is named by its message alone. */
export const problemOf = (error: unknown): CliProblem => {
  if (error instanceof CliProblem) return error;
  if (error instanceof CommanderError) return misused(error);
  if (error instanceof z.ZodError) return schemaProblem(error);
  if (error instanceof InfrastructureError) {
    const { zh, en } = errorRow(error.code);
    return new CliProblem(error.code, typeable(zh), typeable(en));
  }
  if (error instanceof Error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' && path !== undefined) return systemProblem(code, error);
    const [zh = error.message, ...en] = typeable(error.message).split(' / ');
    return new CliProblem(
      typeof code === 'string' ? code : error.name,
      en.length > 0 ? zh : `出错了：${zh}`,
      en.length > 0 ? en.join(' / ') : zh,
    );
  }
  return new CliProblem('UNKNOWN', '未知错误', String(error));
};
