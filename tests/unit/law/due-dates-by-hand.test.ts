// Due dates worked out from the texts and the holiday notices alone (tests/fixtures/due-dates), before any was run.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addMonths, dateOfDay, dayOf } from '../../../case/due/civil-day.ts';
import { dueDate } from '../../../case/due/due-date.ts';
import { noSettings } from '../../../case/due/settled-limit.ts';
import type { Stop } from '../../../case/due/stops.ts';
import { law } from '../../../law/law.ts';
import { type Instant, startOfDay } from '../../../schemas/instant.ts';
import type { Extension, Span, TimeLimit } from '../../../schemas/time-limit.ts';
import { shipped } from '../due/asked.ts';

const FOLDER = 'tests/fixtures/due-dates';
const table = (file: string): Record<string, string>[] => {
  const [head = '', ...lines] = readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at], cell])));
};

/** What the law of the product calls a duty of the hand-written table, where it names it otherwise. */
const OWN_NAMES: Record<string, string> = Object.fromEntries(
  table('own-names.tsv').map(({ limit = '', id = '' }) => [limit, id]),
);
/** Duties the product has no clock for; the column says why. */
const WITHOUT_CLOCK = new Set(table('without-clock.tsv').map(({ limit }) => limit));
/** Rows where the hand was wrong. */
const CORRECTED = new Map(table('corrected.tsv').map((row) => [row.n, row]));

const day = (text: string, at: number): Instant => startOfDay(dateOfDay(dayOf(text) + at));
/** MF 201: the day a pause begins on is not counted as paused, the day it ends on is. */
const stopsOf = (facts: string): Stop[] =>
  [...facts.matchAll(/paused (\S+)\.\.([\d-]+)/g)].map(([, from = '', to = '']) => ({
    from: day(from, 1),
    to: day(to, 1),
  }));

const APPROVERS: Record<string, string> = {
  'principal-head': 'main-head',
  head: 'head',
  collective: 'collective',
  'legal-unit-head': 'legal-unit-head',
  'county-level-police-head': 'county-police-head',
  'superior-police': 'higher-police',
};
const lengthOf = (span: Span): number => Number(Object.values(span)[0]);
const added = (extension: Extension, whole: Span): Span => {
  if ('by' in extension) return extension.by;
  const [unit] = Object.keys(extension.to);
  return { [unit as string]: lengthOf(extension.to) - lengthOf(whole) } as Span;
};

/** What the facts add to a limit, each by the next extension of the limit that fits. */
const extensionsOf = (limit: TimeLimit, facts: string): Span[] => {
  let whole = limit.span;
  let rules = limit.extensions;
  return [...facts.matchAll(/extended(?: to (\d+) days)?(?: by (\S+))? \d{4}/g)].map(([said, to, who]) => {
    const rule = rules.find(
      (e) =>
        (who === undefined || e.approver === APPROVERS[who]) &&
        (to === undefined || ('to' in e && lengthOf(e.to) === Number(to))),
    );
    if (rule === undefined) throw new Error(`${limit.id} cannot be ${said}`);
    const by = added(rule, whole);
    rules = rules.slice(rules.indexOf(rule) + 1);
    if ('to' in rule) whole = rule.to;
    return by;
  });
};

/** "2026-03-05 24:00" is the midnight that ends that day. */
const instant = (text: string): number => {
  const [date = '', time = ''] = text.split(' ');
  return Date.parse(time === '24:00' ? day(date, 1) : `${date}T${time}:00+08:00`);
};

const computed = (row: Record<string, string>) => {
  const { start = '', facts = '', region = '' } = row;
  const [date = '', time = '10:00'] = start.split(' ');
  const limit = law.timeLimitOn(idOf(row), date);
  if (limit === undefined) return { strict: 'none', latest: 'none', calendar: '' };
  const isBefore = 'workingDaysBefore' in limit.span;
  const due = dueDate({
    limit,
    from: isBefore ? startOfDay(dateOfDay(addMonths(dayOf(date), -2))) : `${date}T${time}:00+08:00`,
    region,
    calendar: shipped,
    settings: noSettings,
    ...(isBefore ? { setBy: date } : {}),
    extensions: extensionsOf(limit, facts),
    stops: stopsOf(facts),
  });
  return {
    strict: Date.parse(due.strictDueAt ?? ''),
    latest: Date.parse(due.latestDueAt ?? ''),
    calendar: due.provisional ? 'provisional' : '',
  };
};
const idOf = ({ limit = '' }: Record<string, string>): string => OWN_NAMES[limit] ?? limit;

describe('due dates worked out by hand', () => {
  const rows = table('expected.tsv');
  const clocked = rows.filter(({ limit }) => !WITHOUT_CLOCK.has(limit));

  it.each(clocked)('$n: $limit from $start in $region $facts — $reasoning', (row) => {
    const { strict = '', latest = '', calendar } = { ...row, ...CORRECTED.get(row.n) };
    const at = (text: string) => (text === 'none' ? text : instant(text));
    expect(computed(row)).toEqual({ strict: at(strict), latest: at(latest), calendar });
  });

  it('names no duty as without a clock that has one', () => {
    for (const limit of WITHOUT_CLOCK) expect(law.versionsOf(limit ?? ''), limit).toEqual([]);
    expect(clocked.length).toBeGreaterThanOrEqual(150);
  });
});
