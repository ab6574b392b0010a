// The calendar data against its sources: counts, years, prefixes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localCalendars } from '../../../law/calendars/local.ts';
import { nationalCalendar, nationalYears } from '../../../law/calendars/national.ts';
import { localRegimes } from '../../../law/calendars/regimes.ts';
import { statutoryCalendar, statutoryRecord } from '../../../law/calendars/statutory.ts';
import { CalendarRecord } from '../../../schemas/time-limit.ts';
import { dayStatus, shipped, WUXI } from '../due/asked.ts';

describe('calendar data', () => {
  it('covers 2008 to 2026 with the 123 make-up days of the nineteen notices', () => {
    expect([nationalYears[0], nationalYears.at(-1), nationalCalendar.length]).toEqual([2008, 2026, 19]);
    expect(nationalCalendar.reduce((sum, record) => sum + record.makeUpWorkdays.length, 0)).toBe(123);
  });

  it('has the 116 sourced local records, 71 read in the notice itself', () => {
    expect(localCalendars).toHaveLength(116);
    expect(localCalendars.filter((record) => record.confidence === 'notice')).toHaveLength(71);
  });

  it('is what its schema says and can be published as it is', () => {
    for (const record of [...nationalCalendar, ...statutoryCalendar, ...localCalendars])
      expect(CalendarRecord.parse(record)).toEqual(record);
  });

  it('knows a local regime wherever a local day off was found', () => {
    const without = localCalendars.filter(
      (record) => !localRegimes.some((regime) => record.region.startsWith(regime.prefix)),
    );
    expect(without).toEqual([]);
  });

  it('lists the 30 autonomous prefectures, 4 of 5 autonomous regions, and no place twice', () => {
    const prefixes = localRegimes.map((regime) => regime.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes.filter((prefix) => prefix.length === 2)).toEqual(['45', '54', '64', '65']);
    expect(localRegimes.filter((regime) => regime.title.endsWith('自治州'))).toHaveLength(30);
    // Of Inner Mongolia only the three banners.
    expect(prefixes.filter((prefix) => prefix.startsWith('15'))).toEqual(['150722', '150723', '150724']);
  });
});

describe('days that the Measures on national holidays fix themselves', () => {
  const text = readFileSync(new URL('../../../law/calendars/lunar-festivals.json', import.meta.url), 'utf8');
  const festivals: readonly Record<string, string | number>[] = JSON.parse(text);
  const daysOff = (year: number) => statutoryRecord(year).daysOff;

  it('are published for every year after the last notice, to 2050, and for no year that has one', () => {
    expect(statutoryCalendar.map(({ year }) => year)).toEqual(
      Array.from({ length: 24 }, (_, index) => 2027 + index),
    );
  });

  it('are thirteen from 2025, eleven before, one less where Mid-Autumn is a day of National Day', () => {
    for (let year = 2008; year <= 2050; year += 1) {
      const isTwice = /-10-0[123]$/.test(String(festivals.find((row) => row.year === year)?.midAutumn));
      expect([year, daysOff(year).length]).toEqual([year, (year >= 2025 ? 13 : 11) - (isTwice ? 1 : 0)]);
      expect(daysOff(year).every((date) => date.startsWith(`${year}-`))).toBe(true);
    }
  });

  it('hold the eve of Spring Festival in 2013 and 2025 and not in 2024, and 2 May from 2025 only', () => {
    expect(daysOff(2013).slice(1, 4)).toEqual(['2013-02-09', '2013-02-10', '2013-02-11']);
    expect(daysOff(2024).slice(1, 4)).toEqual(['2024-02-10', '2024-02-11', '2024-02-12']);
    expect(daysOff(2025).slice(1, 5)).toEqual(['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']);
    expect([2024, 2025].map((year) => daysOff(year).includes(`${year}-05-02`))).toEqual([false, true]);
  });

  it('were all off in the nineteen years whose notices are known', () => {
    const worked = nationalYears.flatMap((year) =>
      daysOff(year).filter((date) => dayStatus(shipped, WUXI, date, { local: false }).working),
    );
    expect(worked).toEqual([]);
  });

  it('fall on the days of the moon as Node has them, which errs in 2027 and 2030 alone', () => {
    const moon = new Intl.DateTimeFormat('en-u-ca-chinese', {
      timeZone: 'UTC',
      month: 'numeric',
      day: 'numeric',
    });
    const of = (date: unknown) => moon.format(new Date(`${String(date)}T12:00:00Z`));
    const others = festivals.filter(
      ({ springFestival, dragonBoat, midAutumn }) =>
        [springFestival, dragonBoat, midAutumn].map(of).join() !== '1/1,5/5,8/15',
    );
    expect(others.map(({ year }) => year).filter((year) => year !== 2027 && year !== 2030)).toEqual([]);
  });

  it('are festivals as chinese-days has them', () => {
    const script = fileURLToPath(new URL('./print-lunar-festivals.ts', import.meta.url));
    const env = { ...process.env, TZ: 'Asia/Shanghai' };
    expect(execFileSync(process.execPath, [script], { env, encoding: 'utf8' })).toBe(text);
  });
});
