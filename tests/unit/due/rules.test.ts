// One test per clock rule, each a sentence a clerk can check.
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../case/due/civil-day.ts';
import { isLate } from '../../../case/due/due-date.ts';
import {
  clkCutoff,
  clkHolidaySource,
  clkHourCivil,
  clkHourCriminal,
  clkInclusive,
  clkLastDayRoll,
  clkMonth,
  clkMonthCriminal,
  clkStop,
} from '../../../case/due/rules.ts';
import { asked, limitOf, shipped, WUXI, withSpan } from './asked.ts';

describe('clock rules', () => {
  it('clk-day-zero: what arrives on 8 October counts from 9 October, whatever the hour', () => {
    for (const from of ['2024-10-08T00:00:00+08:00', '2024-10-08T23:59:59+08:00'])
      expect(asked('fwd-filing-review', from).latestDueAt).toBe('2024-10-12T00:00:00+08:00');
  });

  it('clk-hour-civil: 24 hours from 09:30 end at 09:30 the next day', () => {
    expect(clkHourCivil('2024-10-08T09:30:00+08:00', 24)).toBe('2024-10-09T09:30:00+08:00');
    expect(asked('fwd-handover', '2024-10-08T09:30:00+08:00').steps[0]?.rule).toBe('clk-hour-civil');
  });

  it('clk-hour-criminal: the police have 24 hours from 10:20 until 10:20 read strictly, until 11:00 of the next day at the latest', () => {
    expect(clkHourCriminal('2024-10-08T10:20:00+08:00', 24)).toBe('2024-10-09T11:00:00+08:00');
    const due = asked('fwd-supplement-notice', '2024-10-08T10:20:00+08:00');
    expect([due.strictDueAt, due.latestDueAt]).toEqual([
      '2024-10-09T10:20:00+08:00',
      '2024-10-09T11:00:00+08:00',
    ]);
    expect(due.steps[0]?.rule).toBe('clk-hour-criminal');
    expect(due.steps.map(({ text }) => text.zh).join()).toMatch(/从严.*10:20.*从宽.*11:00/);
  });

  it('clk-hour-criminal: from 10:00 on the dot the hour from 10:00 to 11:00 is the one not counted', () => {
    const due = asked('fwd-no-jurisdiction-police', '2024-10-08T10:00:00+08:00');
    expect([due.strictDueAt, due.latestDueAt]).toEqual([
      '2024-10-09T10:00:00+08:00',
      '2024-10-09T11:00:00+08:00',
    ]);
  });

  it('clk-hour-civil: the 24 hours of O310 5(2) from 10:20 end at 10:20 in both readings', () => {
    const due = asked('fwd-handover', '2024-10-08T10:20:00+08:00');
    expect([due.strictDueAt, due.latestDueAt]).toEqual([
      '2024-10-09T10:20:00+08:00',
      '2024-10-09T10:20:00+08:00',
    ]);
  });

  it('clk-last-day-roll: a last day on Saturday moves to Monday, a last day on a make-up Saturday stays', () => {
    const isRest = (day: number) => !clkHolidaySource(shipped, WUXI, day, false).working;
    expect(clkLastDayRoll(dayOf('2024-10-19'), isRest)).toBe(dayOf('2024-10-21'));
    expect(clkLastDayRoll(dayOf('2024-10-12'), isRest)).toBe(dayOf('2024-10-12'));
    expect(asked('fwd-filing-review', '2024-10-09T10:00:00+08:00').latestDueAt).toBe(
      '2024-10-13T00:00:00+08:00',
    );
  });

  it('clk-cutoff: the last day ends at 24:00, one second before is in time, 00:00 of the next day is late', () => {
    expect(clkCutoff(dayOf('2024-10-11'))).toBe('2024-10-12T00:00:00+08:00');
    const due = asked('fwd-filing-review', '2024-10-08T10:00:00+08:00');
    expect(isLate(due, '2024-10-11T23:59:59+08:00', 'latest')).toBe(false);
    expect(isLate(due, '2024-10-12T00:00:00+08:00', 'latest')).toBe(true);
  });

  it('clk-month: three months from 30 November end on the last day of February', () => {
    expect(clkMonth(dayOf('2022-11-30'), 3)).toBe(dayOf('2023-02-28'));
    expect(clkMonth(dayOf('2023-11-30'), 3)).toBe(dayOf('2024-02-29'));
    expect(clkMonth(dayOf('2024-01-15'), 2)).toBe(dayOf('2024-03-15'));
    expect(clkMonth(dayOf('2024-10-31'), 3)).toBe(dayOf('2025-01-31'));
    expect(asked('sup-investigation-urge', '2023-11-30T10:00:00+08:00').latestDueAt).toBe(
      '2024-03-01T00:00:00+08:00',
    );
  });

  it('clk-month-criminal: three months from 30 April end on 31 July, the last day of a month, and elsewhere on 30 July', () => {
    expect(clkMonthCriminal(dayOf('2024-04-30'), 3)).toBe(dayOf('2024-07-31'));
    expect(clkMonthCriminal(dayOf('2024-02-29'), 1)).toBe(dayOf('2024-03-31'));
    expect(clkMonthCriminal(dayOf('2023-11-30'), 3)).toBe(dayOf('2024-02-29'));
    expect(clkMonthCriminal(dayOf('2024-04-29'), 3)).toBe(dayOf('2024-07-29'));
    const from = '2024-04-30T10:00:00+08:00';
    const urge = asked('sup-investigation-urge', from);
    expect([urge.strictDueAt, urge.latestDueAt]).toEqual([
      '2024-08-01T00:00:00+08:00',
      '2024-08-01T00:00:00+08:00',
    ]);
    expect(urge.steps.map(({ rule }) => rule)).toContain('clk-month-criminal');
    const { monthEnd: _, ...civil } = limitOf('sup-investigation-urge');
    expect(asked('sup-investigation-urge', from, { limit: civil }).latestDueAt).toBe(
      '2024-07-31T00:00:00+08:00',
    );
  });

  it('clk-month-criminal: months added to months run from month end to month end', () => {
    const from = '2024-01-31T10:00:00+08:00';
    const due = asked('sup-investigation-urge', from, { extensions: [{ months: 1 }] });
    expect(due.latestDueAt).toBe('2024-06-01T00:00:00+08:00');
  });

  it('clk-inclusive: "within 24 hours" includes the 24th hour to its last instant', () => {
    const end = '2024-10-09T09:30:00+08:00';
    expect(clkInclusive(end, 'at', end)).toBe(true);
    expect(clkInclusive(end, 'at', '2024-10-09T09:30:00.001+08:00')).toBe(false);
    expect(clkInclusive(end, 'before', end)).toBe(false);
  });

  it('clk-o310-unit: 3 days of the bureau over a weekend are 3 calendar days at strictest and 3 working days at latest', () => {
    const due = asked('fwd-head-decision', '2024-10-17T10:00:00+08:00');
    expect(due.strictDueAt).toBe('2024-10-22T00:00:00+08:00');
    expect(due.latestDueAt).toBe('2024-10-23T00:00:00+08:00');
    const police = asked('fwd-filing-review', '2024-10-17T10:00:00+08:00');
    expect(police.strictDueAt).toBe(police.latestDueAt);
  });

  it('clk-holiday-source: 4 October is a holiday, 12 October 2024 a Saturday that is worked', () => {
    expect(clkHolidaySource(shipped, WUXI, dayOf('2024-10-04'), false).because).toBe('national-holiday');
    expect(clkHolidaySource(shipped, WUXI, dayOf('2024-10-12'), false)).toEqual({
      working: true,
      known: true,
      because: 'national-make-up',
    });
  });

  it('clk-stop: a clock stopped from Tuesday noon to Wednesday noon loses both days, a clock of hours 24 hours', () => {
    const stops = [{ from: '2024-10-15T12:00:00+08:00', to: '2024-10-16T12:00:00+08:00' }];
    expect(
      ['2024-10-14', '2024-10-15', '2024-10-16', '2024-10-17'].map((d) =>
        clkStop(stops, dayOf(d), 'touched'),
      ),
    ).toEqual([false, true, true, false]);
    const from = '2024-10-14T10:00:00+08:00';
    expect(asked('fwd-reconsider-decision', from).latestDueAt).toBe('2024-10-18T00:00:00+08:00');
    // Counted: Thursday 17, Friday 18, Saturday 19, rolled to Monday 21.
    expect(asked('fwd-reconsider-decision', from, { stops }).latestDueAt).toBe('2024-10-22T00:00:00+08:00');
    expect(asked('fwd-handover', '2024-10-15T10:00:00+08:00', { stops }).latestDueAt).toBe(
      '2024-10-17T10:00:00+08:00',
    );
    expect(asked('sup-investigation-urge', '2024-09-10T10:00:00+08:00', { stops }).latestDueAt).toBe(
      '2024-12-13T00:00:00+08:00',
    );
  });

  it('clk-stop: a pause of six hours lengthens no limit of days read strictly, and by the day it touches at the latest', () => {
    const stops = [{ from: '2024-10-15T09:00:00+08:00', to: '2024-10-15T15:00:00+08:00' }];
    expect(clkStop(stops, dayOf('2024-10-15'), 'whole')).toBe(false);
    const due = asked('fwd-filing-review', '2024-10-14T10:00:00+08:00', { stops });
    expect([due.strictDueAt, due.latestDueAt]).toEqual([
      '2024-10-18T00:00:00+08:00',
      '2024-10-19T00:00:00+08:00',
    ]);
    expect(due.steps.map(({ text }) => text.zh).join()).toContain('从严该日照计，从宽该日不计');
    // Hours are made up for in both readings.
    const hours = asked('fwd-handover', '2024-10-15T08:00:00+08:00', { stops });
    expect([hours.strictDueAt, hours.latestDueAt]).toEqual([
      '2024-10-16T14:00:00+08:00',
      '2024-10-16T14:00:00+08:00',
    ]);
  });

  it('clk-stop: a day stopped from midnight to midnight, by two stops that meet at noon, is left out of both readings', () => {
    const stops = [
      { from: '2024-10-15T00:00:00+08:00', to: '2024-10-15T12:00:00+08:00' },
      { from: '2024-10-15T12:00:00+08:00', to: '2024-10-16T00:00:00+08:00' },
    ];
    const due = asked('fwd-filing-review', '2024-10-14T10:00:00+08:00', { stops });
    expect([due.strictDueAt, due.latestDueAt]).toEqual([
      '2024-10-19T00:00:00+08:00',
      '2024-10-19T00:00:00+08:00',
    ]);
  });

  it('clk-stop: a stop that ends at midnight does not touch the new day, and one that overlaps another counts once', () => {
    const stops = [
      { from: '2024-10-15T00:00:00+08:00', to: '2024-10-16T00:00:00+08:00' },
      { from: '2024-10-15T12:00:00+08:00', to: '2024-10-16T00:00:00+08:00' },
    ];
    expect(clkStop(stops, dayOf('2024-10-16'), 'touched')).toBe(false);
    expect(clkHourCivil('2024-10-14T12:00:00+08:00', 24, stops)).toBe('2024-10-16T12:00:00+08:00');
  });

  it('clk-stop: a second stop counts when only the first one brings it within reach', () => {
    const stops = [
      { from: '2024-10-16T06:00:00+08:00', to: '2024-10-16T18:00:00+08:00' },
      { from: '2024-10-15T00:00:00+08:00', to: '2024-10-16T00:00:00+08:00' },
    ];
    expect(clkHourCivil('2024-10-14T12:00:00+08:00', 24, stops)).toBe('2024-10-17T00:00:00+08:00');
  });

  it('an extension is counted on from the end, before the last day rolls', () => {
    const limit = limitOf('clue-verify');
    const from = '2024-06-03T10:00:00+08:00';
    const extended = asked('clue-verify', from, { limit, extensions: [{ workingDays: 15 }] });
    const thirty = asked('clue-verify', from, { limit: withSpan('clue-verify', { workingDays: 30 }) });
    expect(extended.latestDueAt).toBe(thirty.latestDueAt);
    expect(extended.steps.map((step) => step.rule)).toContain('extension');
  });
});
