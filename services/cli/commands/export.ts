// `xianjie export`: the ledger, or one case, as lines that verify off-line. From the running platform, or from the mirror
// of one that is stopped.
import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { operatorHttp } from '../http.ts';
import {
  type Place,
  type PlaceOptions,
  placeOf,
  requireCase,
  requireDepartment,
  withPlace,
} from '../place.ts';
import { tell } from '../print.ts';
import { CliProblem } from '../problem.ts';

type Options = PlaceOptions & { case?: string; for?: string; withoutEnvelopes?: boolean; out?: string };

const fromMirror = async (place: Place, options: Options): Promise<AsyncIterable<string>> => {
  const mirrorDir = join(place.dataDir, 'mirror');
  await access(mirrorDir);
  const { exportLedger, mirrorSource } = await import('../../bus/export/export-ledger.ts');
  const { loadOrCreateKey } = await import('../../bus/ledger/key-file.ts');
  const key = await loadOrCreateKey(place.keysDir, 'ledger');
  const lines = exportLedger({
    source: mirrorSource(mirrorDir),
    key,
    ...(options.case ? { caseId: options.case } : {}),
    ...(options.for ? { for: options.for } : {}),
    removeEnvelopes: options.withoutEnvelopes ?? false,
  });
  tell('平台未运行，从镜像导出 / the platform does not run: exporting from its mirror');
  return (async function* () {
    for await (const line of lines) yield `${line}\n`;
  })();
};

const exportTo = async (options: Options): Promise<void> => {
  const body = {
    ...(options.case ? { case: options.case } : {}),
    ...(options.for ? { for: options.for } : {}),
    removeEnvelopes: options.withoutEnvelopes ?? false,
  };
  const source = await (await operatorHttp(options))
    .stream('/v1/operator/export', body)
    .catch(async (error: unknown) => {
      if (!(error instanceof CliProblem) || error.code !== 'PLATFORM_UNREACHABLE') throw error;
      return fromMirror(placeOf(options), options).catch((cause: NodeJS.ErrnoException) => {
        throw cause.code === 'ENOENT' ? error : cause;
      });
    });
  const out = options.out ? createWriteStream(options.out, { mode: 0o600 }) : process.stdout;
  await pipeline(Readable.from(source), out, { end: options.out !== undefined });
  if (options.out) tell(`已导出到 ${options.out} / exported`);
};

export const exportCommand = (): Command =>
  withPlace(
    new Command('export')
      .option('--case <id>', '只导出一个案件 / one case only', requireCase)
      .option(
        '--for <department>',
        '供某部门使用：只含其知悉的案件，不含其无权看到的正文，也不含加密的当事人信息 / for a department: the cases it knows of, without bodies it may not see, and without envelopes',
        requireDepartment,
      )
      .option('--without-envelopes', '不含加密的当事人信息 / leave encrypted party values out')
      .option('--out <file>', '写入文件；默认标准输出 / file to write; default stdout'),
  ).action(exportTo);
