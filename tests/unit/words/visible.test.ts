// What a text holds and a terminal would obey is shown as a mark with its code point; nothing else of the text changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleJson, visibleLine } from '../../../services/words/visible.ts';

const OBEYED =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}]|(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}/u;

describe('a text for people', () => {
  it.each([
    ['an escape sequence', '\u001b[2K正常', '<U+001B>[2K正常'],
    ['one of eight bits', '\u009b2J', '<U+009B>2J'],
    ['a title set by a bell', '\u001b]0;x\u0007', '<U+001B>]0;x<U+0007>'],
    ['a carriage return that goes back over the line', '已受理\r被拒绝', '已受理<U+000D>被拒绝'],
    ['a mark that turns the line round', '甲\u202e乙\u2066', '甲<U+202E>乙<U+2066>'],
    ['spaces without width', '甲\u200b乙\ufeff\u2060', '甲<U+200B>乙<U+FEFF><U+2060>'],
    ['letters that show as nothing', '\u3164\u115f\u{e0041}', '<U+3164><U+115F><U+E0041>'],
    ['a line separator', '甲\u2028乙', '甲<U+2028>乙'],
    ['NUL', '甲\u0000', '甲<U+0000>'],
    ['private use and half a pair', '\ue000\ud800', '<U+E000><U+D800>'],
  ])('shows %s as a mark', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('keeps its line ends, also those of Windows; a name or a message has none', () => {
    expect(visible('甲\r\n乙\n丙\t丁')).toBe('甲\n乙\n丙 丁');
    expect(visibleLine('甲\n2026-11-27 移送')).toBe('甲<U+000A>2026-11-27 移送');
  });

  it('keeps rare characters, their variants and emoji as they are', () => {
    for (const text of ['𠮷野家 葛\u{e0100}城', '㐂\ufe00', 'ئۇيغۇر', '《规定》第5条（2）、“甲”'])
      expect(visible(text)).toBe(text);
  });

  it('holds nothing that is obeyed, whatever was entered, and shown twice is shown the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(shown.replaceAll('\n', '')).not.toMatch(OBEYED);
        expect(visible(shown)).toBe(shown);
        expect(visibleLine(text)).not.toMatch(OBEYED);
      }),
    );
  });
});

describe('JSON for programs', () => {
  it('says the same value in letters that no terminal obeys', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        const text = JSON.stringify(JSON.parse(json), null, 2);
        const shown = visibleJson(text);
        expect(JSON.parse(shown)).toEqual(JSON.parse(text));
        expect(shown.replaceAll('\n', '')).not.toMatch(OBEYED);
      }),
    );
  });
});
