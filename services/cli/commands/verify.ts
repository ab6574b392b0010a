// `xianjie verify FILE`: verifies an export off-line. Exit code 0 right, 1 wrong, 2 the file cannot be read.
import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import * as z from 'zod';
import { exportLines, jsonOfLine } from '../../bus/verify/export-lines.ts';
import { type FaultCode, VerifyFault, type Wrong } from '../../bus/verify/fault.ts';
import { type Verified, verifyExport } from '../../bus/verify/verify-export.ts';
import { sha256 } from '../../proof/canonical.ts';
import { OK, REFUSED } from '../exit-codes.ts';
import { show } from '../print.ts';
import { CliProblem, usage } from '../problem.ts';
import { readText } from '../text-file.ts';

type Options = {
  readonly rootKey?: string;
  readonly atLeast?: string;
  readonly allowUnknownDeciders?: boolean;
  readonly json?: boolean;
};

/** First 16 characters of the key's hash: short enough to be read out over the telephone. */
export const fingerprint = (rootKey: string): string =>
  sha256(Buffer.from(rootKey, 'base64url')).slice(0, 16);

type Lines = AsyncIterator<string> & { [Symbol.asyncIterator](): Lines };

/** The root key that the first line names, or `null` where it is no export; and all lines, that one too: a pipe is read once. */
const rootKeyIn = async (
  lines: AsyncIterable<string>,
): Promise<{ readonly named: string | null; readonly all: AsyncIterable<string> }> => {
  const rest = lines[Symbol.asyncIterator]() as Lines;
  const none = { named: null, all: lines };
  try {
    const first = await rest.next();
    if (first.done) return none;
    const { data } = z.looseObject({ rootKey: z.string() }).safeParse(jsonOfLine(first.value, null));
    const all = async function* (): AsyncGenerator<string> {
      yield first.value;
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    };
    return { named: data?.rootKey ?? null, all: all() };
  } catch (error) {
    if (error instanceof VerifyFault) return none;
    throw error;
  }
};

/** A whole key, 32 bytes: its fingerprint, which is read out over the telephone, is no key. @throws CliProblem USAGE */
const requireRootKey = (text: string): string => {
  if (/^[A-Za-z0-9_-]{43}$/.test(text)) return text;
  throw usage(
    `--root-key 应为43位的根公钥（GET /v1/law 的 rootKey，或导出文件首行的 rootKey）${text.length === 16 ? '；所给的像是16位的指纹，请与核验结果中的指纹人工比对' : ''}`,
    `--root-key is the root key of 43 characters, as in the first line of an export${text.length === 16 ? '; this looks like a fingerprint of 16: compare it by eye with the one that verify prints' : ''}`,
  );
};

/** Why decisions were not made again. */
const NOT_RERUN: Readonly<Record<string, string>> = {
  'after a bare head': '前面有未含正文的记录',
  'without the other case': '由另一案件分来或者并入，该案件不在本文件中',
};

const notRerun = (reason: string): string =>
  Object.hasOwn(NOT_RERUN, reason)
    ? (NOT_RERUN[reason] as string)
    : reason.startsWith('decider ')
      ? `裁决程序版本 ${reason.slice(8)} 不在本程序中`
      : reason;

/** What of the whole ledger the file has, and how new it is. */
const extentText = ({ scope, case: caseId, for: department, envelopes, size, head }: Verified): string[] => [
  scope === 'case'
    ? `单案导出 / one case: ${caseId}，导出时账本共 ${size} 条 / of a ledger of ${size} entries`
    : department === undefined
      ? `完整账本，共 ${size} 条 / the whole ledger of ${size} entries`
      : `该部门知悉的案件，导出时账本共 ${size} 条 / the cases the department knows of, of a ledger of ${size} entries`,
  ...(department === undefined ? [] : [`供 ${department} 使用 / made for ${department}`]),
  ...(envelopes === 'kept' ? [] : ['不含加密的当事人信息 / without the encrypted values of parties']),
  `末条 / last: ${head.sequence} ${head.hash}`,
  `末条记录时间 / last entry recorded at: ${head.recordedAt}`,
];

type Given = { readonly rootKey: boolean; readonly atLeast: boolean };

const rightText = (found: Verified, rootKey: string, given: Given): string[] => {
  const skipped = Object.entries(found.notRerun);
  return [
    `完好：${found.entries} 条记录、${found.cases} 个案件，账本 ${found.origin} / right: ${found.entries} entries, ${found.cases} cases, ledger ${found.origin}`,
    ...(found.clock === 'rehearsal' ? ['演练账本，不是正式记录 / a rehearsal, not the record'] : []),
    ...extentText(found),
    `根公钥指纹 / root key fingerprint: ${fingerprint(rootKey)}`,
    ...(given.rootKey
      ? []
      : [
          '未给出 --root-key，用的是文件自带的根公钥：只证明文件前后一致，不证明出自哪个账本；请经其他途径核对上面的指纹 / ' +
            'no --root-key was given and the file’s own was used: this proves that the file is consistent, not whose it is; compare the fingerprint by other means',
        ]),
    ...(found.bareHeads === 0
      ? []
      : [
          `其中 ${found.bareHeads} 条只有条目头，不含正文，未核验其内容 / ${found.bareHeads} are bare heads: what their bodies say was not verified`,
        ]),
    ...skipped.map(
      ([reason, count]) =>
        `未重新裁决 ${count} 条：${notRerun(reason)} / not decided again: ${count} (${reason})`,
    ),
    ...found.clockRepairs.map(
      ({ sequence, from, to }) =>
        `第 ${sequence} 条由运维人员确认时间，记录时间从 ${from} 改为 ${to}；此前由走快的时钟记下的各条，时间不可信 / entry ${sequence} states the time, which fell from ${from} to ${to}: entries just before it were dated by a wrong clock`,
    ),
    ...(given.atLeast
      ? ['账本包含所给的检查点 / the ledger contains the checkpoint given']
      : [
          '未给出 --at-least：以前导出的文件同样核验得过，是否最新请看上面的时间 / no --at-least was given: a file exported earlier verifies too, see the time above',
        ]),
    '请保存检查点，下次用 --at-least 比对 / keep the checkpoint and give it as --at-least next time:',
    found.checkpoint.trimEnd(),
  ];
};

/** Such a file is not verified at all. */
const UNREADABLE: ReadonlySet<FaultCode> = new Set(['NOT_AN_EXPORT', 'EXPORT_FORMAT_OLD']);

const wrongText = ({ code, message }: Wrong): string[] => [
  `有误 / wrong: ${message.zh}`,
  `${message.en} (${code})`,
];

/** Verifies a file and says what was found. @returns the exit code @throws CliProblem UNREADABLE */
export const verifyFile = async (
  file: string,
  options: Options,
  say: (line: string) => void,
): Promise<number> => {
  const unreadable = (zh: string, en: string) => new CliProblem('UNREADABLE', zh, en);
  const atLeast = options.atLeast === undefined ? undefined : await readText(options.atLeast);
  const { named, all } = await rootKeyIn(exportLines(createReadStream(file)));
  const rootKey = options.rootKey ?? named;
  if (rootKey === null) {
    throw unreadable(
      `${file} 不是衔接导出文件，请给出 export 的输出`,
      `${file} is not a Xianjie export: give what export wrote`,
    );
  }
  const found = await verifyExport(all, {
    rootKey,
    allowUnknownDeciders: options.allowUnknownDeciders ?? false,
    ...(atLeast === undefined ? {} : { atLeast }),
  });
  if (!found.ok && UNREADABLE.has(found.code)) throw unreadable(found.message.zh, found.message.en);
  const given = { rootKey: options.rootKey !== undefined, atLeast: atLeast !== undefined };
  if (options.json) {
    say(
      JSON.stringify({ ...found, rootKey, fingerprint: fingerprint(rootKey), rootKeyGiven: given.rootKey }),
    );
  } else {
    for (const line of found.ok ? rightText(found, rootKey, given) : wrongText(found)) say(line);
  }
  return found.ok ? OK : REFUSED;
};

export const verifyCommand = (): Command =>
  new Command('verify')
    .argument('<file>', '导出文件 / the export')
    .option(
      '--root-key <key>',
      '根公钥，43位 base64url，取自可信途径 / root key of 43 characters, base64url, from where you trust it',
      requireRootKey,
    )
    .option(
      '--at-least <file>',
      '以前见过的检查点，单案导出也可比对 / a checkpoint seen before: finds a roll-back, in a file of one case too',
    )
    .option(
      '--allow-unknown-deciders',
      '裁决程序版本不在本程序中的记录，只核验其余各项并计数 / count entries of deciders this version lacks',
    )
    .option('--json', '输出 JSON / print JSON')
    .action(async (file: string, options: Options) => {
      process.exitCode = await verifyFile(file, options, show);
    });
