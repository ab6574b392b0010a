// Due dates as a clerk would check them, among them the acceptance checks drawn from the rules.
import { describe, expect, it } from 'vitest';
import { foldCalendar } from '../../../case/due/calendar.ts';
import { isLate } from '../../../case/due/due-date.ts';
import { noSettings } from '../../../case/due/settled-limit.ts';
import { startRange } from '../../../case/due/start-range.ts';
import { nationalCalendar } from '../../../law/calendars/national.ts';
import { DueDate } from '../../../schemas/time-limit.ts';
import { AHEQI, asked, limitOf, shipped, withSpan } from './asked.ts';

describe('acceptance checks', () => {
  it('handed over at 23:59 on the day after approval within 24 h passes, one minute later fails, independent of weekends', () => {
    // A Wednesday, the Friday before a weekend, the day before a 7-day holiday.
    for (const [approved, next, after] of [
      ['2024-10-09', '2024-10-10', '2024-10-11'],
      ['2024-10-18', '2024-10-19', '2024-10-20'],
      ['2024-09-30', '2024-10-01', '2024-10-02'],
    ]) {
      const due = asked('fwd-handover', `${approved}T23:59:00+08:00`);
      for (const which of ['strict', 'latest'] as const) {
        expect(isLate(due, `${next}T23:59:00+08:00`, which)).toBe(false);
        expect(isLate(due, `${after}T00:00:00+08:00`, which)).toBe(true);
      }
    }
  });

  it('filing review accepted on the last working day before a 7-day holiday with 3 calendar days ends on the first day after the holiday', () => {
    const due = asked('fwd-filing-review', '2024-09-30T15:00:00+08:00');
    expect(due.strictDueAt).toBe('2024-10-09T00:00:00+08:00');
    expect(due.latestDueAt).toBe('2024-10-09T00:00:00+08:00');
    expect(due.steps.map((step) => step.rule)).toContain('clk-last-day-roll');
  });

  it('a make-up Saturday counts as a working day for clue-verify', () => {
    // 8 October to 25 October 2024 holds the make-up Saturday 12 October: 15 working days from Monday 7 October.
    const due = asked('clue-verify', '2024-10-07T10:00:00+08:00');
    expect(due.latestDueAt).toBe('2024-10-26T00:00:00+08:00');
    const without = foldCalendar(
      nationalCalendar.map((record) => ({
        ...record,
        makeUpWorkdays: record.makeUpWorkdays.filter((d) => d !== '2024-10-12'),
      })),
      [],
    );
    expect(asked('clue-verify', '2024-10-07T10:00:00+08:00', { calendar: without }).latestDueAt).toBe(
      '2024-10-29T00:00:00+08:00',
    );
  });
});

describe('what is open, and what a region settles', () => {
  const from = '2024-10-17T10:00:00+08:00';

  it('the region settles the unit: both instants are the same and the step names the basis', () => {
    const settled = (unit: 'calendar' | 'working') =>
      asked('fwd-head-decision', from, {
        settings: { ...noSettings, unsettledUnit: { unit, basis: '县司法局复函〔2024〕3号' } },
      });
    expect([settled('working').strictDueAt, settled('working').latestDueAt]).toEqual([
      '2024-10-23T00:00:00+08:00',
      '2024-10-23T00:00:00+08:00',
    ]);
    expect(settled('calendar').latestDueAt).toBe('2024-10-22T00:00:00+08:00');
    expect(settled('working').steps[0]?.text.zh).toContain('县司法局复函〔2024〕3号');
  });

  it('strict ignores the local day off, latest honours it; a region may settle that too', () => {
    const corban = '2023-06-27T10:00:00+08:00';
    const open = asked('fwd-filing-review', corban, { region: AHEQI });
    expect(open.strictDueAt).toBe('2023-07-01T00:00:00+08:00');
    expect(open.latestDueAt).toBe('2023-07-04T00:00:00+08:00');
    const settled = (count: boolean) =>
      asked('fwd-filing-review', corban, {
        region: AHEQI,
        settings: { ...noSettings, localDaysOff: { count, basis: 'b' } },
      });
    expect(settled(true).strictDueAt).toBe(open.latestDueAt);
    expect(settled(false).latestDueAt).toBe(open.strictDueAt);
  });

  it('a local make-up Saturday that makes the local reading the earlier one is the strict one', () => {
    // Liangshan worked Saturday 19 August 2023: the last day of a review accepted on 16 August does not roll there.
    const due = asked('fwd-filing-review', '2023-08-16T10:00:00+08:00', { region: '513401' });
    expect(due.strictDueAt).toBe('2023-08-20T00:00:00+08:00');
    expect(due.latestDueAt).toBe('2023-08-22T00:00:00+08:00');
  });

  it('an agreed span is replaced by the region, a statutory one never', () => {
    const settings = {
      ...noSettings,
      agreed: {
        'agr-clue-acknowledge': { span: { workingDays: 5 }, basis: 'b' },
        'fwd-filing-review': { span: { calendarDays: 30 }, basis: 'b' },
      },
    };
    expect(asked('agr-clue-acknowledge', from, { settings }).latestDueAt).toBe('2024-10-25T00:00:00+08:00');
    expect(asked('fwd-filing-review', from, { settings }).latestDueAt).toBe(
      asked('fwd-filing-review', from).latestDueAt,
    );
  });
});

describe('provisional due dates', () => {
  it('15 working days from 20 December 2026 lean on 2027, which nobody knows', () => {
    const due = asked('clue-verify', '2026-12-20T10:00:00+08:00');
    expect(due.provisional).toBe(true);
    expect(due.steps.at(-1)?.text.zh).toContain('2027');
  });

  it('three days of the police from 29 December 2026 end on Monday 4 January 2027, not on New Year, provisionally', () => {
    const due = asked('fwd-filing-review', '2026-12-29T10:00:00+08:00', { region: AHEQI });
    expect([due.strictDueAt, due.latestDueAt]).toEqual([
      '2027-01-05T00:00:00+08:00',
      '2027-01-05T00:00:00+08:00',
    ]);
    expect(due.provisional).toBe(true);
    const rolled = due.steps.find(({ rule }) => rule === 'clk-last-day-roll')?.text.zh;
    expect(rolled).toContain('2027-01-01 法定节假日');
    expect(rolled).toContain('2027-01-02至01-03 周末');
  });

  it('Aheqi 2025 is firm, Aheqi 2020 provisional, unless local days are settled not to count', () => {
    expect(asked('fwd-filing-review', '2025-03-05T10:00:00+08:00', { region: AHEQI }).provisional).toBe(
      false,
    );
    const from = '2020-03-05T10:00:00+08:00';
    expect(asked('fwd-filing-review', from, { region: AHEQI }).provisional).toBe(true);
    expect(asked('fwd-filing-review', from).provisional).toBe(false);
    const settings = { ...noSettings, localDaysOff: { count: false, basis: 'b' } };
    expect(asked('fwd-filing-review', from, { region: AHEQI, settings }).provisional).toBe(false);
  });

  it('hours lean on no calendar and are never provisional', () => {
    expect(asked('fwd-handover', '2031-01-01T10:00:00+08:00', { region: AHEQI }).provisional).toBe(false);
  });
});

describe('other spans', () => {
  it('what is to be done at once has no due instant and is never late', () => {
    const due = asked('fwd-form-team', '2024-10-08T10:00:00+08:00');
    expect([due.strictDueAt, due.latestDueAt]).toEqual([null, null]);
    expect(isLate(due, '2030-01-01T00:00:00+08:00', 'latest')).toBe(false);
  });

  it("the opinion's own reply date governs, on a Sunday too", () => {
    const due = asked('sup-urge-transfer', '2024-09-30T10:00:00+08:00', { setBy: '2024-10-20' });
    expect(due.latestDueAt).toBe('2024-10-21T00:00:00+08:00');
  });

  it('a start known only to the day spans 24 hours of possible ends', () => {
    const due = asked('fwd-handover', '2024-10-08T00:00:00+08:00', {
      ...startRange('2024-10-08T12:00:00+08:00', 'day'),
    });
    expect(due.strictDueAt).toBe('2024-10-09T00:00:00+08:00');
    expect(due.latestDueAt).toBe('2024-10-09T23:59:59.999+08:00');
  });

  it('a start known only to the month runs from its first to its last day', () => {
    const due = asked('fwd-filing-review', '2024-04-01T00:00:00+08:00', {
      ...startRange('2024-04-15T12:00:00+08:00', 'month'),
    });
    expect(due.strictDueAt).toBe('2024-04-08T00:00:00+08:00');
    expect(due.latestDueAt).toBe('2024-05-07T00:00:00+08:00');
    expect(startRange('2024-04-15T12:00:00+08:00', 'year').fromLatest).toBe('2024-12-31T23:59:59.999+08:00');
  });

  it('a due date is what its schema says', () => {
    expect(() =>
      DueDate.parse(asked('fwd-head-decision', '2024-09-30T10:00:00+08:00', { region: AHEQI })),
    ).not.toThrow();
  });
});

describe('how long a measure lasts', () => {
  // Friday 2 October 2026 is within the National Day holiday, 5 February 2028 a Saturday.
  it.each([
    ['elig-bar-one-year', '2025-10-02', '2026-10-03'],
    ['elig-bar-three-years', '2025-02-05', '2028-02-06'],
  ])('%s from %s ends with its last day, a rest day too: it is no time to act in', (limit, from, end) => {
    const { strictDueAt, latestDueAt, steps } = asked(limit, `${from}T10:00:00+08:00`);
    expect([strictDueAt, latestDueAt]).toEqual([`${end}T00:00:00+08:00`, `${end}T00:00:00+08:00`]);
    expect(steps.map(({ rule }) => rule)).toContain('last-day-stays');
  });
});

describe('questions without an answer', () => {
  it.each([
    ['LIMIT_NOT_IN_FORCE', () => asked('clue-verify', '2021-07-14T10:00:00+08:00')],
    ['DATE_MISSING', () => asked('sup-urge-transfer', '2024-09-30T10:00:00+08:00')],
    [
      'DATE_BEFORE_START',
      () => asked('sup-urge-transfer', '2024-09-30T10:00:00+08:00', { setBy: '2024-09-29' }),
    ],
    [
      'SPANS_DO_NOT_MIX',
      () => asked('fwd-handover', '2024-09-30T10:00:00+08:00', { extensions: [{ calendarDays: 1 }] }),
    ],
    [
      'SPANS_DO_NOT_MIX',
      () => asked('clue-verify', '2024-09-30T10:00:00+08:00', { extensions: [{ hours: 1 }] }),
    ],
  ])('%s', (code, ask) => {
    expect(ask).toThrow(expect.objectContaining({ name: 'DueDateError', code }));
  });

  it('a limit is in force on its first day and no longer on its last', () => {
    const limit = { ...withSpan('clue-verify', { workingDays: 1 }), until: '2024-01-01' };
    expect(() => asked('clue-verify', '2023-12-31T23:59:59+08:00', { limit })).not.toThrow();
    expect(() => asked('clue-verify', '2024-01-01T00:00:00+08:00', { limit })).toThrow('LIMIT_NOT_IN_FORCE');
    expect(limitOf('clue-verify').until).toBeUndefined();
    expect(shipped.records.length).toBeGreaterThan(100);
  });
});
