// `xianjie calendar publish FILE`: rest days of a year into the register; clocks that lean on them are computed again.
import { Command } from 'commander';
import * as z from 'zod';
import { CalendarRecord } from '../../../schemas/time-limit.ts';
import { REFUSED } from '../exit-codes.ts';
import { operatorHttp } from '../http.ts';
import { type PlaceOptions, withPlace } from '../place.ts';
import { type JsonOption, print } from '../print.ts';
import { CliProblem } from '../problem.ts';
import { readJson } from '../text-file.ts';

type Options = PlaceOptions & JsonOption & { region?: string };

const Records = z.array(CalendarRecord).min(1);
const Published = z.object({
  moved: z.int(),
  failed: z.array(z.object({ case: z.string(), code: z.string() })),
});

const recordsIn = async (file: string): Promise<CalendarRecord[]> => {
  const value = await readJson(file);
  const parsed = Records.safeParse(
    Array.isArray(value) ? value : (value as { records?: unknown } | null)?.records,
  );
  if (parsed.success) return parsed.data;
  throw new CliProblem(
    'CALENDAR_INVALID',
    `${file} 不是日历文件：应为记录数组，每条含 region、year、name、daysOff、makeUpWorkdays、basis、confidence(notice 或 reported)`,
    `${file} is no calendar: an array of records is wanted`,
    {
      details: parsed.error.issues
        .slice(0, 3)
        .map(({ path, message }) => `${path.join('.') || '/'}: ${message}`),
    },
  );
};

const publish = async (file: string, options: Options): Promise<void> => {
  const records = await recordsIn(file);
  // A record of a prefix is entered in the register of that division; of none, in the national one.
  const region = options.region ?? ((records[0]?.region ?? '') || '1').padEnd(6, '0');
  const answer = await (await operatorHttp(options)).post('/v1/operator/calendars', { region, records });
  const { moved, failed } = Published.parse(answer);
  print(options, answer, () =>
    [
      `已公布 ${records.length} 条日历记录(${records.map((r) => `${r.year} ${r.name}`).join('、')})，记入 ${region} 登记簿`,
      `期限因此变动的案件：${moved} 件 / cases whose due dates moved: ${moved}`,
      ...(failed.length === 0
        ? []
        : [
            `未能重新计算的案件：${failed.length} 件；请再公布一次，仍不成的查看平台日志 / not computed again: publish it once more, or see the log`,
            ...failed.map((one) => `  ${one.case}  ${one.code}`),
          ]),
    ].join('\n'),
  );
  if (failed.length > 0) process.exitCode = REFUSED;
};

export const calendarCommand = (): Command => {
  const command = new Command('calendar');
  command.addCommand(
    withPlace(
      new Command('publish')
        .description('公布日历并重新计算有关期限 / publish a calendar and compute due dates again')
        .argument('<file>', '日历记录 JSON 文件 / JSON file of calendar records')
        .option('--region <code>', '登记簿所属区划；默认取记录的区划 / register to enter it in'),
    ).action(publish),
  );
  return command;
};
