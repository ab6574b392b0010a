// Days that packages got wrong, days that local notices cancelled, and years nobody knows.
import { describe, expect, it } from 'vitest';
import { foldCalendar } from '../../../case/due/calendar.ts';
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

  it('a notice that is out says all of its year: the Measures add nothing to it', () => {
    const records = [...nationalCalendar, statutoryRecord(2024)];
    const calendar = calendarWith([
      ...records,
      record({ region: '', year: 2027, name: 'national' }),
      statutoryRecord(2027),
    ]);
    // Two days of no notice: what it does not name is worked.
    expect(dayStatus(calendar, WUXI, '2027-10-01', { local: false })).toMatchObject({
      working: true,
      known: true,
    });
    expect(dayStatus(calendar, WUXI, '2024-10-12', { local: false }).because).toBe('national-make-up');
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
    const next = calendarWith([...shipped.records, record({ region: '', year: 2027, name: 'national' })]);
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

  it('a calendar is plain JSON and answers the same after a round trip', () => {
    const copy = JSON.parse(JSON.stringify(shipped));
    expect(copy).toEqual(shipped);
    expect(dayStatus(copy, AHEQI, '2025-06-09', { local: true })).toEqual(status('2025-06-09', AHEQI));
  });
});
