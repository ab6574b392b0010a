// National rest days and make-up working days, 2008–2026, out of the data file of chinese-days. Its date functions are never
// called: they answer wrongly in time zones west of UTC. A new year is added here after comparing it with the notice.
import packaged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarRecord } from '../../schemas/time-limit.ts';

/** Years compared day by day with the notices of the General Office of the State Council. */
export const nationalYears: readonly number[] = Array.from({ length: 19 }, (_, index) => 2008 + index);

const inYear = (days: Record<string, string>, year: number): string[] =>
  Object.keys(days)
    .filter((date) => date.startsWith(`${year}-`))
    .sort();

/** One record per year; a date stands in the record of its own year, whichever notice named it. */
export const nationalCalendar: readonly CalendarRecord[] = nationalYears.map((year) => ({
  region: '',
  year,
  name: 'national',
  daysOff: inYear(packaged.holidays, year),
  makeUpWorkdays: inYear(packaged.workdays, year),
  basis: `国务院办公厅关于${year}年部分节假日安排的通知；全国年节及纪念日放假办法`,
  confidence: 'notice',
}));
