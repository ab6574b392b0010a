// Days that packages got wrong, days that local notices cancelled, and years nobody knows.
import { describe, expect, it } from 'vitest';
import { foldCalendar } from '../../../case/due/calendar.ts';
import { dateOfDay, dayOf } from '../../../case/due/civil-day.ts';
import { localCalendars } from '../../../law/calendars/local.ts';
import { nationalCalendar } from '../../../law/calendars/national.ts';
import { localRegimes } from '../../../law/calendars/regimes.ts';
import { statutoryCalendar, statutoryRecord } from '../../../law/calendars/statutory.ts';
import type { CalendarRecord } from '../../../schemas/time-limit.ts';
import { AHEQI, dayStatus, shipped, WUXI } from './asked.ts';

const status = (date: string, region = WUXI, local = true) => dayStatus(shipped, region, date, { local });
const record = (rest: Partial<CalendarRecord>): CalendarRecord => ({
  region: '65',
  year: 2024,
  name: '肉孜节',
  daysOff: [],
  makeUpWorkdays: [],
  basis: 'test',
  confidence: 'notice',
  ...rest,
});

/** The notice of 2027 as it may come: the days that the Measures fix, and what it adds. */
const noticeOf2027 = (daysOff: string[] = [], makeUpWorkdays: string[] = []) =>
  record({
    region: '',
    year: 2027,
    name: 'national',
    daysOff: [...statutoryRecord(2027).daysOff, ...daysOff],
    makeUpWorkdays,
  });

const calendarWith = (records: readonly CalendarRecord[]) => foldCalendar(records, localRegimes);

describe('national days', () => {
  it.each(['2013-04-07', '2013-10-12'])('%s was worked, though two packages say rest', (date) => {
    expect(status(date)).toMatchObject({ working: true, known: true, because: 'national-make-up' });
  });

  it('3 to 5 September 2015 were off by the amended notice and Sunday 6 was worked', () => {
    expect(
      ['2015-09-03', '2015-09-04', '2015-09-05', '2015-09-06'].map((date) => status(date).working),
    ).toEqual([false, false, false, true]);
  });

  it('Labour Day 2019 was 1 to 4 May by the amended notice, Sunday 5 May was worked', () => {
    expect(
      ['2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04', '2019-05-05'].map(
        (date) => status(date).working,
      ),
    ).toEqual([false, false, false, false, true]);
  });

  it('Spring Festival 2020 was extended to 2 February, Monday 3 February was worked', () => {
    expect(
      ['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map((date) => status(date).working),
    ).toEqual([false, false, false, true]);
  });

  it('31 December 2018, a Monday, was off by the notice of 2019', () => {
    expect(status('2018-12-31')).toMatchObject({ working: false, known: true });
  });
});

describe('local days over national ones', () => {
  it.each([
    ['652900', '2014-09-28'],
    ['652900', '2014-10-11'],
    ['450100', '2017-04-01'],
    ['450100', '2022-04-02'],
    ['450100', '2023-04-23'],
    ['513401', '2023-10-07'],
  ])('the notice of %s cancelled the make-up day %s', (region, date) => {
    expect(status(date, region)).toMatchObject({ working: false, because: 'local-day-off' });
    expect(status(date, region, false)).toMatchObject({ working: true, because: 'national-make-up' });
    expect(status(date)).toMatchObject({ working: true, because: 'national-make-up' });
  });

  it('a local make-up Saturday is worked there and nowhere else', () => {
    expect(status('2023-08-19', '513401')).toMatchObject({ working: true, because: 'local-make-up' });
    expect(status('2023-08-19')).toMatchObject({ working: false, because: 'weekend' });
  });

  it('Ruili kept another day than Dehong in 2023: the longer prefix replaces the shorter', () => {
    expect(status('2023-04-12', '533103').working).toBe(false);
    expect(status('2023-04-12', '533102').working).toBe(true);
    expect(status('2023-04-16', '533102').working).toBe(false);
  });

  it('a local day off beats a local make-up day', () => {
    const calendar = calendarWith([
      ...nationalCalendar,
      record({ name: 'a', makeUpWorkdays: ['2024-06-15'] }),
      record({ name: 'b', daysOff: ['2024-06-15'] }),
    ]);
    expect(dayStatus(calendar, AHEQI, '2024-06-15', { local: true }).because).toBe('local-day-off');
  });
});

describe('years that are not known', () => {
  it('2027 is a guess until its notice is out', () => {
    expect(status('2027-01-04')).toEqual({
      working: true,
      known: false,
      because: 'weekday',
      provisionalBecause: 'national-year-unknown',
    });
  });

  it('of 2027 the days are off that the Measures fix by date or moon, and nothing else is known', () => {
    const fixed = [
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
    ];
    const moon = ['2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03'];
    for (const date of [...fixed, ...moon])
      expect(status(date, AHEQI)).toEqual({ working: false, known: true, because: 'national-holiday' });
    expect(['2027-01-02', '2027-05-03', '2027-10-04'].map((date) => status(date).known)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('a notice that is out says all of its year: what it does not name is an ordinary day', () => {
    const calendar = calendarWith([...shipped.records, noticeOf2027(['2027-10-04'], ['2027-10-09'])]);
    const of = (date: string) => dayStatus(calendar, WUXI, date, { local: false });
    expect(of('2027-10-04')).toEqual({ working: false, known: true, because: 'national-holiday' });
    expect(of('2027-10-09')).toEqual({ working: true, known: true, because: 'national-make-up' });
    expect(of('2027-10-11')).toEqual({ working: true, known: true, because: 'weekday' });
  });

  it('a file that names only some of the fixed days is no notice: those days count, and the year stays a guess', () => {
    const some = statutoryRecord(2027).daysOff.slice(0, 3);
    const partial = record({ region: '', year: 2027, name: 'national', daysOff: [...some, '2027-03-03'] });
    const calendar = calendarWith([...shipped.records, partial]);
    const of = (date: string) => dayStatus(calendar, WUXI, date, { local: false });
    expect(of('2027-03-03')).toEqual({ working: false, known: true, because: 'national-holiday' });
    expect(of('2027-10-01')).toEqual({ working: false, known: true, because: 'national-holiday' });
    expect(of('2027-03-04')).toMatchObject({ known: false, provisionalBecause: 'national-year-unknown' });
  });

  it('the autonomous banners of Inner Mongolia may have days off that nobody found', () => {
    expect(['150722', '150723', '150724'].map((region) => status('2024-06-18', region).known)).toEqual([
      false,
      false,
      false,
    ]);
    expect(status('2024-06-18', '150721').known).toBe(true);
  });

  it('the last three days of 2026 wait for the notice of 2027', () => {
    expect(['2026-12-28', '2026-12-29', '2026-12-31'].map((date) => status(date).known)).toEqual([
      true,
      false,
      false,
    ]);
    const next = calendarWith([...shipped.records, noticeOf2027()]);
    expect(dayStatus(next, WUXI, '2026-12-31', { local: false }).known).toBe(true);
  });

  it('Aheqi is known in 2023 and 2025, unknown in 2020, and half known is unknown in 2021', () => {
    expect(['2023', '2025', '2020', '2021'].map((year) => status(`${year}-03-05`, AHEQI).known)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(status('2020-03-05', AHEQI).provisionalBecause).toBe('local-year-unknown');
    expect(status('2020-03-05', AHEQI, false).known).toBe(true);
  });

  it('Inner Mongolia has no local day off, so its years are known', () => {
    expect(status('2020-03-05', '150100').known).toBe(true);
  });

  it('an autonomous county whose days off were not found is unknown until it declares its year complete', () => {
    expect(status('2024-03-05', '510726').known).toBe(false);
    const declared = calendarWith([...shipped.records, record({ region: '510726', name: '全年' })]);
    expect(dayStatus(declared, '510726', '2024-03-05', { local: true }).known).toBe(true);
  });

  it('a year declared with no local day off is known and changes no day', () => {
    expect(status('2023-04-21', '640100')).toMatchObject({ known: true, working: true });
  });
});

describe('folding', () => {
  it('a later record of the same region, year and name replaces the earlier one', () => {
    const moved = calendarWith([
      ...nationalCalendar,
      ...statutoryCalendar,
      ...localCalendars,
      record({ daysOff: ['2024-04-11'] }),
    ]);
    expect(moved.records).toHaveLength(shipped.records.length);
    expect(dayStatus(moved, AHEQI, '2024-04-10', { local: true }).working).toBe(true);
    expect(dayStatus(moved, AHEQI, '2024-04-11', { local: true }).working).toBe(false);
  });

  it('a file of the country that says one day of a year leaves every other day of it as it was', () => {
    const one = record({ region: '', year: 2024, name: 'national', daysOff: ['2024-03-14'] });
    const calendar = calendarWith([...shipped.records, one]);
    const changed: string[] = [];
    for (let day = dayOf('2023-12-25'); day <= dayOf('2025-01-07'); day += 1) {
      const date = dateOfDay(day);
      const [was, is] = [shipped, calendar].map((c) => dayStatus(c, WUXI, date, { local: false }));
      if (JSON.stringify(was) !== JSON.stringify(is)) changed.push(`${date} ${is?.because}`);
    }
    expect(changed).toEqual(['2024-03-14 national-holiday']);
  });

  it('an emergency day off counts against a make-up day, of the country or of the place, and can be taken back', () => {
    // 12 October 2024 is a make-up Saturday of the country; 19 August 2023 one of Liangshan.
    const emergency = (region: string, day: string) =>
      record({ region, year: Number(day.slice(0, 4)), name: '临时放假', daysOff: [day] });
    const worked = (region: string, day: string) =>
      record({ region, year: Number(day.slice(0, 4)), name: '取消临时放假', makeUpWorkdays: [day] });
    const because = (records: readonly CalendarRecord[], region: string, date: string) =>
      dayStatus(calendarWith([...shipped.records, ...records]), region, date, { local: true }).because;
    expect(because([], WUXI, '2024-10-12')).toBe('national-make-up');
    expect(because([emergency('', '2024-10-12')], WUXI, '2024-10-12')).toBe('national-holiday');
    expect(because([emergency('', '2024-10-12'), worked('', '2024-10-12')], WUXI, '2024-10-12')).toBe(
      'national-make-up',
    );
    expect(because([emergency('32', '2024-10-12')], WUXI, '2024-10-12')).toBe('local-day-off');
    expect(because([emergency('5134', '2023-08-19')], '513401', '2023-08-19')).toBe('local-day-off');
    expect(because([worked('513401', '2023-10-07')], '513401', '2023-10-07')).toBe('local-make-up');
    expect(because([worked('513401', '2023-10-07')], '513402', '2023-10-07')).toBe('local-day-off');
  });

  it('of the place the nearer overrides the wider, whichever was published first', () => {
    const near = record({ region: '3202', name: '近', daysOff: ['2024-03-14'] });
    const wide = record({ region: '32', name: '远', makeUpWorkdays: ['2024-03-14'] });
    for (const records of [
      [near, wide],
      [wide, near],
    ])
      expect(dayStatus(calendarWith(records), WUXI, '2024-03-14', { local: true }).because).toBe(
        'local-day-off',
      );
  });

  it('a calendar is plain JSON and answers the same after a round trip', () => {
    const copy = JSON.parse(JSON.stringify(shipped));
    expect(copy).toEqual(shipped);
    expect(dayStatus(copy, AHEQI, '2025-06-09', { local: true })).toEqual(status('2025-06-09', AHEQI));
  });
});
