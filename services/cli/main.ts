// `xianjie …`: runs a command; whatever goes wrong is one line in two languages and an exit code.
import { CommanderError } from 'commander';
import { NOT_TRIED, OK } from './exit-codes.ts';
import { offlineLaw } from './offline-law.ts';
import { print, tell } from './print.ts';
import { problemOf } from './problem.ts';
import { program } from './program.ts';

const SHOWN_HELP = new Set(['commander.help', 'commander.helpDisplayed', 'commander.version']);

const fail = (error: unknown): void => {
  if (error instanceof CommanderError && SHOWN_HELP.has(error.code)) {
    // A group of commands named alone shows its help, which is not what was wanted of it.
    process.exitCode = error.code === 'commander.help' ? NOT_TRIED : OK;
    return;
  }
  const { code, zh, en, details, next, message, exitCode } = problemOf(error);
  if (process.argv.includes('--json')) {
    print({ json: true }, { ok: false, code, message: { zh, en }, details, next }, () => '');
  }
  tell(`${code}: ${message}`);
  process.exitCode = exitCode;
};

// `xianjie export | head` is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(OK);
  throw error;
});

await program(offlineLaw).parseAsync(process.argv).catch(fail);
