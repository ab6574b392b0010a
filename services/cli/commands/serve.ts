// `xianjie serve`: the platform on a durable data folder, until Ctrl-C. Stopping and starting it loses nothing.
import { Command } from 'commander';
import { departmentsOf } from '../../../case/register/register.ts';
import { realClock } from '../../clock.ts';
import { readConfig } from '../../config.ts';
import type { Platform } from '../../host/platform/start.ts';
import { commandLines, hintElsewhere } from '../hint.ts';
import { progress, show } from '../print.ts';
import { temporalPage } from '../temporal-page.ts';

type Options = { data?: string; keys?: string; natsPort?: string; httpPort?: string };

/** What the README begins with, while there is no department yet. */
const FIRST_STEP =
  'department add 653023/medical-insurance --name 阿合奇县医疗保障局 --officer o-1 --officer o-2 --head head';

const banner = (platform: Platform, page: string, dataDir: string): string => {
  const isEmpty = departmentsOf(platform.bus.registers.current()).length === 0;
  const { natsUrl, httpUrl, temporal } = platform;
  return [
    '',
    '衔接平台已就绪 Xianjie is ready',
    `  数据目录 data folder   ${dataDir}`,
    `  NATS                  ${natsUrl}`,
    `  HTTP                  ${httpUrl}  （接口说明 API: ${httpUrl}/openapi.json）`,
    `  Temporal              ${temporal.address}${temporal.uiUrl ? `  界面 UI: ${page}` : ''}`,
    '',
    '下一步 next, in another terminal:',
    ...commandLines('  ', hintElsewhere(isEmpty ? FIRST_STEP : 'department list')),
    '',
    '按 Ctrl-C 停止 Ctrl-C stops it',
    '',
  ].join('\n');
};

/** Settles at the first SIGINT or SIGTERM, and says so; a second one ends the process at once. */
const askedToStop = (onProgress: (line: string) => void): Promise<true> =>
  new Promise((resolve) => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      if (asked > 1) process.exit(130);
      onProgress('正在停止 stopping …');
      resolve(true);
    };
    process.on('SIGINT', ask);
    process.on('SIGTERM', ask);
  });

const serve = async (options: Options): Promise<void> => {
  const config = readConfig({
    XIANJIE_DATA: options.data,
    XIANJIE_KEYS: options.keys,
    XIANJIE_NATS_PORT: options.natsPort,
    XIANJIE_HTTP_PORT: options.httpPort,
  });
  const asked = askedToStop(progress);
  // Loaded here, so that every other command starts in half the time.
  const [{ startPlatform }, { createLog }] = await Promise.all([
    import('../../host/platform/start.ts'),
    import('../../log.ts'),
  ]);
  const log = createLog({ level: config.logLevel, pretty: process.stderr.isTTY === true });
  const platform = await startPlatform({ ...config, clock: realClock(), log, onProgress: progress });
  const page = await temporalPage(platform);
  if (!(await Promise.race([asked, Promise.resolve(false)]))) show(banner(platform, page, config.dataDir));
  await asked;
  await platform.stop();
  progress('已停止 stopped');
};

export const serveCommand = (): Command =>
  new Command('serve')
    .option('--data <dir>', '数据目录 data folder')
    .option('--keys <dir>', '密钥目录 keys folder, apart from the data')
    .option('--nats-port <port>', 'NATS 端口 port')
    .option('--http-port <port>', 'HTTP 端口 port')
    .action(async (options: Options) => {
      await serve(options);
      process.exit(0);
    });
