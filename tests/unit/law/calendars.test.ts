// The calendar data against its sources: counts, years, prefixes.
import { describe, expect, it } from 'vitest';
import { localCalendars } from '../../../law/calendars/local.ts';
import { nationalCalendar, nationalYears } from '../../../law/calendars/national.ts';
import { localRegimes } from '../../../law/calendars/regimes.ts';
import { CalendarRecord } from '../../../schemas/time-limit.ts';

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
    for (const record of [...nationalCalendar, ...localCalendars])
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
    expect(prefixes.some((prefix) => prefix.startsWith('15'))).toBe(false);
  });
});
