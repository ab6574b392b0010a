// Properties that hold for every limit, region and start.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusOfDay } from '../../../case/due/calendar.ts';
import { dateOfDay, dayOf } from '../../../case/due/civil-day.ts';
import type { DueQuestion } from '../../../case/due/due-date.ts';
import { momentsOf } from '../../../case/due/moments.ts';
import { noSettings } from '../../../case/due/settled-limit.ts';
import { law } from '../../../law/law.ts';
import { timeLimits } from '../../../law/time-limits.ts';
import { dateOf, instantFromMillis, millisOf } from '../../../schemas/instant.ts';
import type { DueDate, Span, TimeLimit } from '../../../schemas/time-limit.ts';
import { asked, shipped, withSpan } from './asked.ts';

const START = Date.parse('2022-01-01T00:00:00+08:00');
const END = Date.parse('2026-12-31T23:59:59+08:00');
/** Those that are counted from a start, and from nothing else. */
const ids = new Set(
  timeLimits
    .filter(({ span: s }) => !('atOnce' in s || 'setByDocument' in s || 'workingDaysBefore' in s))
    .map(({ id }) => id),
);

const from = fc.integer({ min: START, max: END }).map(instantFromMillis);
const region = fc.constantFrom(
  '320200',
  '653023',
  '652900',
  '513401',
  '450100',
  '640100',
  '540102',
  '510726',
);
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((calendarDays) => ({ calendarDays })),
  fc.integer({ min: 1, max: 30 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 10 }).map((unsettledDays) => ({ unsettledDays })),
  fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
);
const stops = fc.array(
  fc
    .tuple(fc.integer({ min: START, max: END }), fc.integer({ min: 0, max: 20 * 86_400_000 }))
    .map(([at, length]) => ({ from: instantFromMillis(at), to: instantFromMillis(at + length) })),
  { maxLength: 3 },
);
const settings = fc.constantFrom<DueQuestion['settings']>(
  noSettings,
  { ...noSettings, unsettledUnit: { unit: 'working', basis: 'b' } },
  { ...noSettings, localDaysOff: { count: true, basis: 'b' } },
  { ...noSettings, localDaysOff: { count: false, basis: 'b' } },
);
/** A limit that is in force on the day it starts, in the version of that day. */
const question = fc
  .record({ id: fc.constantFrom(...ids), from, region, settings, stops })
  .map(({ id, ...q }) => ({ ...q, limit: law.timeLimitOn(id, dateOf(q.from)) }))
  .filter((q): q is typeof q & { limit: TimeLimit } => q.limit !== undefined);
const anySpan = fc.record({ span, from, region, settings, stops });

const millis = (due: DueDate): [number, number] => [
  millisOf(due.strictDueAt ?? ''),
  millisOf(due.latestDueAt ?? ''),
];
const ask = ({ limit, from: at, ...rest }: { limit: DueQuestion['limit'] } & Omit<DueQuestion, 'calendar'>) =>
  asked(limit.id, at, { limit, ...rest });
const runs = { numRuns: 400 };

describe('every due date', () => {
  it('in a township or zone is its county’s', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 100, max: 999 }), (q, n) => {
        expect({ ...ask({ ...q, region: `${q.region}${n}` }), region: q.region }).toEqual(ask(q));
      }),
      runs,
    );
  });

  it('is never earlier than its start, and strict never later than latest', () => {
    fc.assert(
      fc.property(question, (q) => {
        const [strict, latest] = millis(ask(q));
        expect(strict).toBeGreaterThan(millisOf(q.from));
        expect(latest).toBeGreaterThanOrEqual(strict);
      }),
      runs,
    );
  });

  it('moves later or stays when the start moves later', () => {
    fc.assert(
      fc.property(anySpan, fc.integer({ min: 0, max: 40 * 86_400_000 }), ({ span: s, ...q }, shift) => {
        const limit = withSpan('agr-clue-acknowledge', s);
        const later = instantFromMillis(millisOf(q.from) + shift);
        const [strictA, latestA] = millis(ask({ ...q, limit }));
        const [strictB, latestB] = millis(ask({ ...q, limit, from: later }));
        expect(strictB).toBeGreaterThanOrEqual(strictA);
        expect(latestB).toBeGreaterThanOrEqual(latestA);
      }),
      runs,
    );
  });

  it('is the same however often it is computed', () => {
    fc.assert(
      fc.property(question, (q) => {
        expect(ask(q)).toEqual(ask(q));
        expect(JSON.parse(JSON.stringify(ask(q)))).toEqual(ask({ ...q }));
      }),
      { numRuns: 100 },
    );
  });

  it('is never made earlier by an extension or by a stop', () => {
    fc.assert(
      fc.property(anySpan, span, ({ span: s, ...q }, by) => {
        const limit = withSpan('agr-clue-acknowledge', s);
        const [strict, latest] = millis(ask({ ...q, limit }));
        const [strictLonger, latestLonger] = millis(ask({ ...q, limit, extensions: [by] }));
        expect(strictLonger).toBeGreaterThanOrEqual(strict);
        expect(latestLonger).toBeGreaterThanOrEqual(latest);
        const [strictRunning, latestRunning] = millis(ask({ ...q, limit, stops: [] }));
        expect(strict).toBeGreaterThanOrEqual(strictRunning);
        expect(latest).toBeGreaterThanOrEqual(latestRunning);
      }),
      runs,
    );
  });

  it('is not lengthened by a pause within one day when read strictly', () => {
    const within = fc
      .tuple(
        fc.integer({ min: 0, max: 1825 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 11 }),
      )
      .map(([day, hour, hours]) => {
        const begins = START + day * 86_400_000 + hour * 3_600_000;
        return { from: instantFromMillis(begins), to: instantFromMillis(begins + hours * 3_600_000) };
      });
    fc.assert(
      fc.property(anySpan, within, ({ span: s, ...q }, pause) => {
        const limit = withSpan('agr-clue-acknowledge', s);
        const running = ask({ ...q, limit, stops: [] });
        const paused = ask({ ...q, limit, stops: [pause] });
        expect(paused.strictDueAt).toBe(running.strictDueAt);
        expect(millis(paused)[1]).toBeGreaterThanOrEqual(millis(running)[1]);
      }),
      runs,
    );
  });

  it('counts hours under police procedure to a full hour at the latest, less than an hour after the strict one', () => {
    fc.assert(
      fc.property(from, (at) => {
        const due = asked('fwd-supplement-notice', at);
        const [strict, latest] = millis(due);
        expect(due.latestDueAt).toMatch(/T\d{2}:00:00\+08:00$/);
        expect(latest - strict).toBeGreaterThan(0);
        expect(latest - strict).toBeLessThanOrEqual(3_600_000);
      }),
      runs,
    );
  });

  it('never ends on a rest day of the reading it is made by', () => {
    fc.assert(
      fc.property(anySpan, ({ span: s, ...q }) => {
        const limit = withSpan('agr-clue-acknowledge', s);
        const due = ask({ ...q, limit });
        for (const at of [due.strictDueAt, due.latestDueAt]) {
          const last = dayOf(dateOfDay(dayOf(at ?? '') - 1));
          const works = [false, true].some((local) => statusOfDay(shipped, q.region, last, local).working);
          expect(works).toBe(true);
        }
      }),
      runs,
    );
  });

  it('has reminders inside and moments in order', () => {
    fc.assert(
      fc.property(question, (q) => {
        const due = ask(q);
        const moments = momentsOf({
          due,
          from: q.from,
          limit: q.limit,
          ladder: law.ladderOf(q.limit.ladder),
          calendar: shipped,
          region: q.region,
        });
        const at = moments.map((moment) => millisOf(moment.at));
        expect(at).toEqual([...at].sort((a, b) => a - b));
        for (const moment of moments.filter(({ moment: name }) => name.startsWith('remind-'))) {
          expect(millisOf(moment.at)).toBeGreaterThan(millisOf(q.from));
          expect(millisOf(moment.at)).toBeLessThan(millis(due)[0]);
        }
        expect(moments.filter(({ moment }) => moment === 'due')).toHaveLength(1);
      }),
      runs,
    );
  });
});
