// Open free text: what a person may write stays, what a terminal obeys or a database refuses does not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Disclosure, disclosureFault, Paper, PartyValues } from '../../../schemas/command.ts';
import { isOpenText, OpenJson, OpenText } from '../../../schemas/open-text.ts';
import { RegisterChange } from '../../../schemas/register.ts';
import { CalendarRecord } from '../../../schemas/time-limit.ts';

const fits = (text: string, max = 40) => OpenText(max).safeParse(text).success;

describe('open text', () => {
  it('is what people write: Chinese, Uyghur, Tibetan, Latin, rare characters, signs', () => {
    for (const text of [
      '县政办发〔2026〕3号',
      'ئاقچى ناھىيىسى',
      'མཚོ་སྔོན།',
      'No. 3/2026 (draft)',
      '𠮷野家',
      '①—…',
    ])
      expect([text, fits(text)]).toEqual([text, true]);
  });

  it.each([
    ['NUL', '\u0000'],
    ['escape', '\u001b'],
    ['line end', '\n'],
    ['tabulator', '\t'],
    ['delete', '\u007f'],
    ['a control of C1', '\u009b'],
    ['right-to-left override', '\u202e'],
    ['right-to-left mark', '\u200f'],
    ['Arabic letter mark', '\u061c'],
    ['isolate', '\u2067'],
    ['private use', '\ue000'],
    ['private use beyond the first plane', '\u{f0000}'],
    ['half a character', '\ud800'],
  ])('holds no %s', (_, bad) => {
    expect(fits(`某号${bad}`)).toBe(false);
    expect(OpenJson.safeParse({ a: [{ b: `x${bad}` }] }).success).toBe(false);
    expect(OpenJson.safeParse({ [`x${bad}`]: 1 }).success).toBe(false);
  });

  it('is not blank and not longer than its place', () => {
    expect([fits(''), fits('　 '), fits('字'.repeat(40)), fits('字'.repeat(41))]).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('comes back from JSON and UTF-8 as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        if (!isOpenText(text)) return;
        expect(JSON.parse(Buffer.from(JSON.stringify(text)).toString('utf8'))).toBe(text);
        expect(JSON.stringify(text)).not.toContain('\\u');
      }),
    );
  });
});

describe('a party’s value', () => {
  const fault = (path: string, value: Disclosure['value']) =>
    disclosureFault({ path, salt: 'A'.repeat(22), value }, 0);

  it('may have lines and tabs where it is a text, and one line where it is a title or a name', () => {
    expect(fault('/summary', '第一行\n\t第二行')).toBeNull();
    expect(fault('/reason', '一\n二')).toBeNull();
    expect(fault('/fields/opinion', '一\n二')).toBeNull();
    for (const [path, value] of [
      ['/title', '线索\n伪造一行'],
      ['/subjects/s1', { name: '某\t某' }],
      ['/papers/no-1/title', '函\n'],
      ['/steps/2/title', '线\n索'],
    ] as const)
      expect([path, fault(path, value)?.startsWith(`${path}: 含控制字符`)]).toEqual([path, true]);
  });

  it.each(['\u0000', '\u001b[2K', '\r\n', '\u009b31m', '\u202e', '\u2066', '\u0007'])(
    'holds no %j: a terminal would obey it, or a database refuse it',
    (bad) => {
      for (const path of ['/summary', '/title', '/source', '/contact', '/fields/opinion'])
        expect([path, fault(path, `正常内容${bad}`)?.includes('control')]).toEqual([path, true]);
      expect(fault('/subjects/s1', { name: `某${bad}` })).toContain('control');
      expect(PartyValues.safeParse({ papers: { 'no-1': { title: `函${bad}` } } }).success).toBe(false);
    },
  );

  it('keeps a name as its sender has it: decomposed, compatible, of private use', () => {
    for (const name of ['e\u0301', '\uf9dc', '\ue000', '𠮷'])
      expect(fault('/subjects/s1', { name })).toBeNull();
  });
});

describe('what was once taken and stopped every reader', () => {
  const published = {
    region: '65',
    year: 2027,
    name: '古尔邦节',
    daysOff: ['2027-05-16'],
    makeUpWorkdays: [],
    basis: '某号\u0000',
    confidence: 'notice',
  };

  it('a calendar whose basis ends in NUL is no calendar', () => {
    expect(CalendarRecord.safeParse({ ...published, basis: '某号' }).success).toBe(true);
    expect(CalendarRecord.safeParse(published).success).toBe(false);
    expect(RegisterChange.safeParse({ change: 'calendar-published', records: [published] }).success).toBe(
      false,
    );
    expect(CalendarRecord.safeParse({ ...published, basis: '某号', name: '节\u202e' }).success).toBe(false);
  });

  it('a paper with NUL in its id is no paper', () => {
    expect(Paper.safeParse({ code: 'transfer-letter', id: 'no-1' }).success).toBe(true);
    expect(Paper.safeParse({ code: 'transfer-letter', id: 'no\u0000-1' }).success).toBe(false);
  });
});
