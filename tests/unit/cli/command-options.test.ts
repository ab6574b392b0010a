// What an officer types and a table shows: options of a command, columns in which Chinese takes two cells.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fieldsFrom, occurredFrom } from '../../../services/cli/command-options.ts';
import { table } from '../../../services/cli/text/table.ts';

describe('a table', () => {
  it('keeps the columns of a table straight', () => {
    const words = fc.constantFrom('案件', 'p1', '阿合奇县公安机关', 'x', '—', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words, fc.constant('|')), { minLength: 1 }), (rows) => {
        const lines = table(['甲', '乙', '|'], rows, '').trimEnd().split('\n');
        expect(new Set(lines.map((line) => stringWidth(line.slice(0, line.indexOf('|')))))).toHaveProperty(
          'size',
          1,
        );
      }),
    );
  });
});

describe('options of a command', () => {
  it('take yuan and keep fen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 18n }), async (fen) => {
        const amount = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
        expect((await fieldsFrom({ amount })).party).toEqual({ amountFen: String(fen) });
      }),
    );
    await expect(fieldsFrom({ amount: '1e5' })).rejects.toThrow('12345.67');
  });

  it('take a day as known to the day, an instant as it is', () => {
    expect(occurredFrom('2024-10-08')).toEqual({ occurredAt: '2024-10-08T12:00:00+08:00', precision: 'day' });
    expect(occurredFrom('2024-10-08T01:30:00Z')).toEqual({
      occurredAt: '2024-10-08T09:30:00+08:00',
      precision: 'instant',
    });
    expect(() => occurredFrom('昨天')).toThrow('2024-10-08');
  });

  it('hash a paper and keep the name of its file to themselves', async () => {
    const { open } = await fieldsFrom({ paper: ['transfer-letter=/dev/null', 'property-list=-'] });
    expect(open.papers).toEqual([
      {
        code: 'transfer-letter',
        id: 'transfer-letter-47DEQpj8HB',
        sha256: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
      },
      { code: 'property-list', id: 'property-list-explained', explained: true },
    ]);
    expect(JSON.stringify(open)).not.toContain('null');
  });
});
