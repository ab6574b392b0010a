// Reading a file of cases: what is wrong is said with its line and field, and the other cases go on.
import { describe, expect, it } from 'vitest';
import { MAX_LINE, parseCases } from '../../../services/rehearsal/published-case.ts';
import { caseOf, cases, problems, text } from './shipped.ts';

const line = (value: unknown): string => JSON.stringify(value);
const good = caseOf([{}]);
const fields = (file: string): [number, string][] =>
  parseCases(file).problems.map((problem) => [problem.line, problem.field]);

describe('the shipped file', () => {
  it('has 84 cases with 350 facts and no problem', () => {
    expect(problems).toEqual([]);
    expect(cases).toHaveLength(84);
    expect(cases.flatMap(({ events }) => events)).toHaveLength(350);
  });

  it('has a title, a region and a source for every case', () => {
    expect(cases.filter(({ source }) => !source.url.startsWith('http'))).toEqual([]);
  });
});

describe('a file with faults', () => {
  it('reads the good lines around a bad one', () => {
    const { cases: read } = parseCases([line(good), '{"id":', line({ ...good, id: 'T-2' })].join('\n'));
    expect(read.map(({ id }) => id)).toEqual(['T-1', 'T-2']);
  });

  it.each([
    ['not JSON', '{"id":', ''],
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['a missing field', line({ ...good, title: undefined }), 'title'],
    ['an unknown field', line({ ...good, colour: 'red' }), 'colour'],
    ['an unknown field of a fact', line({ ...good, events: [{ ...good.events[0], x: 1 }] }), 'events[0].x'],
    ['no facts', line({ ...good, events: [] }), 'events'],
    ['a bad case id', line({ ...good, id: 'case one' }), 'id'],
    ['an unknown region', line({ ...good, region: '火星' }), 'region'],
    ['a negative amount', line({ ...good, amountYuan: -1 }), 'amountYuan'],
    ['an amount below one fen', line({ ...good, amountYuan: 1.005 }), 'amountYuan'],
    [
      'a source without address',
      line({ ...good, source: { site: 'a', title: 'b', url: 'no' } }),
      'source.url',
    ],
  ])('names the field of %s', (_what, bad, field) => {
    expect(fields(`\n${bad}`)).toEqual([[2, field]]);
  });

  it.each([
    ['events[1].from', { events: [{}, { from: 'bank' }] }],
    ['events[0].to', { events: [{ to: 'bank' }] }],
    ['departments[1]', { departments: ['insurance', 'bank'] }],
  ])('names the line and field of an unknown department word: %s', (field, rest) => {
    const { events, ...others } = rest as { events?: object[] };
    const bad = line({
      ...good,
      ...others,
      ...(events ? { events: events.map((e) => ({ ...good.events[0], ...e })) } : {}),
    });
    const found = parseCases(`${line({ ...good, id: 'T-9' })}\n${bad}`).problems;
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line: 2, field });
    expect(found[0]?.message.zh).toContain('未知的部门词“bank”');
    expect(found[0]?.message.en).toContain('unknown department word "bank"');
  });

  it.each(['2023-02-30', '2023-13', '2023-00-01', '1900', '23-01-01', '2024/01/01', '', '2024-1-1'])(
    'refuses the date %j',
    (date) => {
      expect(fields(line({ ...good, events: [{ ...good.events[0], date }] }))).toEqual([
        [1, 'events[0].date'],
      ]);
    },
  );

  it.each(['2024', '2024-02', '2024-02-29', null])('takes the date %j', (date) => {
    expect(fields(line({ ...good, events: [{ ...good.events[0], date }] }))).toEqual([]);
  });

  it('refuses a case id used twice and keeps the first', () => {
    const read = parseCases([line(good), line({ ...good, title: '另一案' })].join('\n'));
    expect(read.cases.map(({ title }) => title)).toEqual(['某案']);
    expect(read.problems[0]).toMatchObject({ line: 2, field: 'id' });
  });

  it('passes over a byte-order mark, blank lines and Windows line ends', () => {
    const read = parseCases(`\uFEFF\r\n${line(good)}\r\n   \r\n${line({ ...good, id: 'T-2' })}\r\n\r\n`);
    expect(read.problems).toEqual([]);
    expect(read.cases).toHaveLength(2);
  });

  it('does not read a line beyond all measure', () => {
    const long = line({ ...good, title: 'x'.repeat(MAX_LINE) });
    expect(fields(`${long}\n${line(good)}`)).toEqual([[1, '']]);
  });

  it('finds nothing in an empty file', () => {
    expect(parseCases('')).toEqual({ cases: [], problems: [] });
  });

  it('shortens what it quotes', () => {
    const found = parseCases(line({ ...good, departments: ['x'.repeat(10_000)] })).problems;
    expect(found[0]?.message.zh.length).toBeLessThan(400);
  });
});

it('the text is read line by line as it lies in the file', () => {
  expect(text.trimEnd().split('\n')).toHaveLength(84);
});
