// `xianjie rehearse`: plays published cases by the rules, in stepped time, through the real front door, on a ledger of its own.
// Exit code 0 all was played and verified, 1 the file had faults or something did not verify, 2 there was nothing to play.
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { type PublishedCase, parseCases } from '../../rehearsal/published-case.ts';
import { rehearsalFolder } from '../../rehearsal/rehearsal-folder.ts';
import type { Rehearsal } from '../../rehearsal/rehearse.ts';
import { shippedCases } from '../../rehearsal/shipped-cases.ts';
import { OK, REFUSED } from '../exit-codes.ts';
import { hint, word } from '../hint.ts';
import { offlineLaw } from '../offline-law.ts';
import { print, progress } from '../print.ts';
import { CliProblem } from '../problem.ts';
import { temporalPage } from '../temporal-page.ts';
import { problemLines, rehearsalSummary } from '../text/rehearsal-summary.ts';
import { terminalWidth } from '../text/wrap-text.ts';
import { readText } from '../text-file.ts';

/** As shells say it: 128 and the signal. */
const INTERRUPTED = 130;
const END_WITHIN_MS = 1_000;

type Options = { readonly data?: string; readonly serve?: boolean; readonly json?: boolean };

const requireCases = (file: string, text: string, cases: readonly PublishedCase[]): void => {
  if (cases.length > 0) return;
  throw text.trim() === ''
    ? new CliProblem(
        'FILE_EMPTY',
        `文件 ${file} 是空的，请给出每行一个案例的 JSONL 文件`,
        `${file} is empty: give a JSONL file with one case a line`,
      )
    : new CliProblem(
        'NO_CASES',
        `文件 ${file} 中没有一行能读成案例，见上`,
        `no line of ${file} could be read as a case, see above`,
        { exitCode: REFUSED },
      );
};

/** Resolves at Ctrl-C; a second one ends the process at once. */
const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = 0;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        asked += 1;
        if (asked > 1) process.exit(INTERRUPTED);
        resolve();
      });
    }
  });

/** Commands to try after this rehearsal. */
const nextLines = (rehearsal: Rehearsal, page: string, options: Options, dataDir: string): string[] => {
  const lines = [
    hint('due-date --limit fwd-filing-review --from 2024-09-30T11:20:00+08:00 --region 653023'),
    '  虚构示例中立案审查为何到2024-10-08 24时 / why the review in the invented example was due then',
  ];
  if (options.serve) {
    const { platform, played } = rehearsal;
    const { natsUrl, httpUrl } = platform;
    const at = `--data ${word(dataDir)} --as 653023/public-security/o-1`;
    return [
      `NATS ${natsUrl}  HTTP ${httpUrl}  Temporal ${page}`,
      hint(`case timeline ${played.inventedCase} ${at}`),
      '  虚构示例在公安机关看来的经过 / the invented example as the police see it',
      hint(`case explain ${played.inventedCase} ${at}`),
      '  每个期限怎样算出 / how each due date was computed',
      hint(`report progress --data ${word(dataDir)} --region 653023 --from 2024-09-01 --to 2024-12-31`),
      '  该区划的进展报告 / the progress report of its region',
      '演练平台仍在运行，只供查阅；按 Ctrl-C 停止 / still running, for looking only; Ctrl-C stops it',
    ];
  }
  return options.data === undefined
    ? [
        hint('rehearse --data ./yanlian --serve'),
        '  保留账本并让平台继续运行，供查阅 / keeps the ledger and leaves the platform running to look around',
        ...lines,
      ]
    : [
        `${hint(`export --data ${word(dataDir)}`)} > yanlian.jsonl && ${hint('verify yanlian.jsonl')}`,
        '  导出账本并离线核验 / exports the ledger and verifies it off-line',
        ...lines,
      ];
};

const isRight = ({ verified, inboxes, unmet }: Rehearsal): boolean =>
  verified.ok && inboxes.faults.length === 0 && unmet.length === 0;

const run = async (given: string | undefined, options: Options): Promise<number> => {
  const file = given ?? fileURLToPath(shippedCases);
  const text = await readText(file);
  const { cases, problems } = parseCases(text);
  for (const line of problemLines(problems)) progress(line);
  requireCases(file, text, cases);
  const folder = await rehearsalFolder(options.data);
  const asked = interrupted();
  const interruption = new AbortController();
  void asked.then(() => {
    if (!isPlayed) progress('已中断，正在停止 / interrupted, stopping …');
    interruption.abort();
  });
  let isPlayed = false;
  let stop = async (): Promise<void> => undefined;
  try {
    // Loaded here: it brings the whole platform, which no other command should wait for.
    const [{ rehearse }, { createLog }] = await Promise.all([
      import('../../rehearsal/rehearse.ts'),
      import('../../log.ts'),
    ]);
    const rehearsal = await rehearse({
      cases,
      folder,
      planUnder: await offlineLaw(),
      log: createLog({ level: 'error', pretty: process.stderr.isTTY === true }),
      onProgress: progress,
      signal: interruption.signal,
    });
    isPlayed = true;
    stop = rehearsal.stop;
    const page = await temporalPage(rehearsal.platform);
    const width = terminalWidth();
    print(options, rehearsal.output, () =>
      rehearsalSummary(rehearsal, {
        width,
        problems,
        next: nextLines(rehearsal, page, options, folder.dataDir),
      }),
    );
    if (options.serve) await asked;
    return problems.length === 0 && isRight(rehearsal) ? OK : REFUSED;
  } catch (error) {
    if (interruption.signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await stop();
    await folder.remove();
  }
};

/** The command `rehearse`, to be added to the program. */
export const rehearseCommand = (): Command =>
  new Command('rehearse')
    .argument(
      '[file]',
      '案例文件，每行一个案例；不给出则用随附的案例 / cases, one JSON object a line; the shipped ones if not given',
    )
    .option('--data <dir>', '保留演练账本的空目录 / an empty folder to keep the ledger in')
    .option('--serve', '演练后平台继续运行，供查阅 / leave the platform running afterwards, to look around')
    .option('--json', '只输出 JSON / print JSON only')
    .action(async (file: string | undefined, options: Options) => {
      try {
        process.exitCode = await run(file, options);
      } finally {
        // Clients of the servers keep connections and timers of their own; all that matters is stopped by now. What is
        // still to be said (an error, the last of the output) is said before this fires.
        setTimeout(() => process.exit(), END_WITHIN_MS).unref();
      }
    });
