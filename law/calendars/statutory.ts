// The days off that the Measures on national holidays (全国年节及纪念日放假办法 2) fix themselves, by date or by the moon, for the
// years whose yearly notice is not out. What the notice adds, and which weekends it makes working days, nobody knows before.
// lunar-festivals.json is what chinese-days 1.5.7 has; tyme4ts 1.5.2 and lunar-typescript 1.8.6 have the same for every year, while
// the Chinese calendar of Node (ICU 78) errs in 2027 and 2030, where the moon is new minutes from midnight.
import { dateOf, plusMillis, startOfDay } from '../../schemas/instant.ts';
import { type CalendarRecord, STATUTORY_DAYS } from '../../schemas/time-limit.ts';
import festivals from './lunar-festivals.json' with { type: 'json' };
import { nationalYears } from './national.ts';

/** `springFestival` counts from the first day of the lunar year, `labourDay` from 1 May. */
type Measures = {
  readonly from: number;
  readonly order: string;
  readonly springFestival: readonly number[];
  readonly labourDay: readonly number[];
};

/** The Measures as they stood, newest first: eleven days, since 2014 the third of the first month and not the eve, then thirteen. */
const MEASURES: readonly Measures[] = [
  { from: 2025, order: '国务院令第795号', springFestival: [-1, 0, 1, 2], labourDay: [0, 1] },
  { from: 2014, order: '国务院令第644号', springFestival: [0, 1, 2], labourDay: [0] },
  { from: 2008, order: '国务院令第513号', springFestival: [-1, 0, 1], labourDay: [0] },
];

const DAY_MS = 86_400_000;
const daysFrom = (date: string, days: readonly number[]): string[] =>
  days.map((day) => dateOf(plusMillis(startOfDay(date), day * DAY_MS)));

/** Record of the days off that the Measures fix in a year that lunar-festivals.json has. */
export const statutoryRecord = (year: number): CalendarRecord => {
  const festival = festivals.find((row) => row.year === year);
  const measures = MEASURES.find(({ from }) => from <= year);
  if (!festival || !measures) throw new Error(`no statutory days of ${year}`);
  const daysOff = [
    `${year}-01-01`,
    ...daysFrom(festival.springFestival, measures.springFestival),
    festival.qingming,
    ...daysFrom(`${year}-05-01`, measures.labourDay),
    festival.dragonBoat,
    festival.midAutumn,
    ...daysFrom(`${year}-10-01`, [0, 1, 2]),
  ];
  return {
    region: '',
    year,
    name: STATUTORY_DAYS,
    daysOff: [...new Set(daysOff)].sort(),
    makeUpWorkdays: [],
    basis: `全国年节及纪念日放假办法（${measures.order}）第二条`,
    confidence: 'notice',
  };
};

/** Of every year that has no notice yet, as far as the festivals are known. */
export const statutoryCalendar: readonly CalendarRecord[] = festivals
  .filter(({ year }) => year > Math.max(...nationalYears))
  .map(({ year }) => statutoryRecord(year));
