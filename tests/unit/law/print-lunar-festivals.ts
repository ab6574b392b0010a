// Prints law/calendars/lunar-festivals.json as chinese-days has it. To be run under TZ=Asia/Shanghai, as a process of its own: its
// functions answer wrongly west of UTC.
import { createRequire } from 'node:module';

type Package = {
  getSolarDateFromLunar(date: string): { date: string };
  getSolarTermDate(year: number, month: number, term: 'pure_brightness'): string;
};
const { getSolarDateFromLunar, getSolarTermDate }: Package = createRequire(import.meta.url)('chinese-days');

const rows = Array.from({ length: 43 }, (_, index) => {
  const year = 2008 + index;
  return {
    year,
    springFestival: getSolarDateFromLunar(`${year}-01-01`).date,
    qingming: getSolarTermDate(year, 4, 'pure_brightness'),
    dragonBoat: getSolarDateFromLunar(`${year}-05-05`).date,
    midAutumn: getSolarDateFromLunar(`${year}-08-15`).date,
  };
});
process.stdout.write(`[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
