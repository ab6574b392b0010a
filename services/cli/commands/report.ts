// `xianjie report progress`: the figures of a region and a period, for the joint meeting.
import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { realClock } from '../../clock.ts';
import { LAGGING_HEADER } from '../../doors/http/standing.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../reports/progress-output.ts';
import { requireDate } from '../command-options.ts';
import { eitherHttp } from '../http.ts';
import { lagOf, sayLag } from '../lagging.ts';
import { type AsOption, type PlaceOptions, requireRegion, withAs } from '../place.ts';
import { type JsonOption, print, show } from '../print.ts';
import { usage } from '../problem.ts';
import { occurredFrom } from '../said-when.ts';

type Options = PlaceOptions &
  AsOption &
  JsonOption & {
    region: string;
    from: string;
    to: string;
    asOf?: string;
    format: ReportFormat;
    out?: string;
  };

const progress = async (options: Options): Promise<void> => {
  const { region, from, to } = options;
  if (to < from) throw usage(`--to ${to} 早于 --from ${from}`, `--to ${to} is before --from ${from}`);
  const asOf =
    options.asOf === undefined ? undefined : occurredFrom(options.asOf, realClock().now()).occurredAt;
  const http = await eitherHttp(options);
  const format = options.json ? 'json' : options.format;
  const { text, headers } = await http.text('/v1/reports/progress', { region, from, to, asOf, format });
  if (options.out) {
    await writeFile(options.out, text);
    print(options, { out: options.out }, () => `已写入 ${options.out} / written`);
  } else if (format === 'json') print(options, JSON.parse(text), () => '');
  else show(text);
  sayLag(lagOf(headers.get(LAGGING_HEADER)));
};

export const reportCommand = (): Command => {
  const command = new Command('report');
  command.addCommand(
    withAs(
      new Command('progress')
        .description('进展报告；不用 --as 时以运维身份 / progress report of a region and a period')
        .requiredOption(
          '--region <code>',
          '区划及下级，all 为全部 / region and those below, or all',
          (text) => (text === 'all' ? text : requireRegion(text)),
        )
        .requiredOption('--from <date>', '起始日（含） / first day', requireDate)
        .requiredOption('--to <date>', '截止日（含） / last day', requireDate)
        .option('--as-of <instant>', '状态截至 / how things stand as of')
        .addOption(
          new Option('--format <format>', '格式 / format').choices([...REPORT_FORMATS]).default('md'),
        )
        .option('--out <file>', '写入文件 / file to write'),
    ).action(progress),
  );
  return command;
};
