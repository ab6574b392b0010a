// Runs a command line to its end: what it prints, and the exit code.
import { CommanderError } from 'commander';
import { NOT_TRIED, OK } from './exit-codes.ts';
import { print, tell } from './print.ts';
import { CliProblem, problemOf } from './problem.ts';
import { programFor } from './program.ts';

const SHOWN_HELP = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

const fail = (error: unknown, argv: readonly string[]): void => {
  if (error instanceof CommanderError && SHOWN_HELP.has(error.code)) {
    // A group of commands named alone shows its help, which is not what was wanted of it.
    process.exitCode = error.code === 'commander.help' ? NOT_TRIED : OK;
    return;
  }
  const { code, zh, en, details, line, next, exitCode } = problemOf(error);
  if (argv.includes('--json'))
    print({ json: true }, { ok: false, code, message: { zh, en }, details, next }, () => '');
  tell(`${code}: ${line}`, next);
  process.exitCode = exitCode;
};

/** What was printed is not whole, a full disk say; what the command does may be done all the same. */
const notWritten = (cause: NodeJS.ErrnoException): CliProblem =>
  new CliProblem(
    'OUTPUT_NOT_WRITTEN',
    `输出未能写完（${cause.code}）：腾出空间后重做；提交的命令可能已受理，用原编号重做不会重复`,
    `the output could not be written (${cause.code}): make room and do it again; a command may have been taken, and under its id is not taken twice`,
    { cause },
  );

export const run = async (argv: readonly string[]): Promise<void> => {
  // `xianjie export | head` is no failure; one that was told before its reader went stays one.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') fail(notWritten(error), []);
    process.exit(process.exitCode ?? OK);
  });
  // Words that nobody reads any more hold up no work.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const program = await programFor(argv);
  await program.parseAsync(argv).catch((error: unknown) => fail(error, argv));
};
