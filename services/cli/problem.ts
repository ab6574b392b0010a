// Why a command did not do what it was asked, as one line in two languages that says what to do. Never a stack trace.
import { CommanderError } from 'commander';
import * as z from 'zod';
import type { Refusal } from '../../schemas/entry.ts';
import { NOT_TRIED, REFUSED } from './exit-codes.ts';

/** Ends a command with its exit code. `code` is for programs (`--json`). */
export class CliProblem extends Error {
  override readonly name = 'CliProblem';
  readonly code: string;
  readonly exitCode: number;
  readonly zh: string;
  readonly en: string;
  readonly details: readonly string[];

  constructor(
    code: string,
    zh: string,
    en: string,
    options: { exitCode?: number; details?: readonly string[]; cause?: unknown } = {},
  ) {
    const details = options.details ?? [];
    super(`${zh} / ${en}${details.length > 0 ? ` [${details.join('; ')}]` : ''}`, { cause: options.cause });
    this.code = code;
    this.zh = zh;
    this.en = en;
    this.details = details;
    this.exitCode = options.exitCode ?? NOT_TRIED;
  }
}

export const usage = (zh: string, en: string): CliProblem => new CliProblem('USAGE', zh, en);

/** A refusal of the bus as the end of a command. */
export const refused = (refusal: Pick<Refusal, 'code' | 'message' | 'details'>): CliProblem =>
  new CliProblem(refusal.code, `${refusal.message.zh}`, refusal.message.en, {
    exitCode: REFUSED,
    details: refusal.details,
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

/** Any failure as a problem. What nobody foresaw is named by its message alone. */
export const problemOf = (error: unknown): CliProblem => {
  if (error instanceof CliProblem) return error;
  if (error instanceof CommanderError) {
    const en = error.message.replace(/^error: /, '').split('\n')[0] ?? '';
    const hint = ';用法见 --help';
    return usage(`${USAGE_ZH[error.code] ?? '用法不正确'}${hint}`, `${en}; see --help`);
  }
  if (error instanceof z.ZodError) {
    const lines = error.issues.slice(0, 5).map((i) => `${i.path.join('.')}: ${i.message}`);
    return new CliProblem('USAGE', '内容不符合格式', 'the content does not fit its schema', {
      details: lines,
    });
  }
  if (error instanceof Error) {
    const code = (error as { code?: unknown }).code;
    const [zh = error.message, ...en] = error.message.split(' / ');
    return new CliProblem(
      typeof code === 'string' ? code : error.name,
      en.length > 0 ? zh : `出错了:${error.message}`,
      en.length > 0 ? en.join(' / ') : error.message,
    );
  }
  return new CliProblem('UNKNOWN', '未知错误', String(error));
};
