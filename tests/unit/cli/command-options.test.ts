// What an officer types and a table shows: options of a command, columns in which Chinese takes two cells.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { law } from '../../../law/law.ts';
import { wholeProgram } from '../../../services/cli/program.ts';
import { table } from '../../../services/cli/text/table.ts';
import { valuesFrom } from '../../../services/cli/typed-values.ts';

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
  it.each(['-5 张票据', '--help 是正文', '-', '--as'])('take %j as the text it is', async (text) => {
    const clue = (await wholeProgram(law)).commands.find((command) => command.name() === 'clue');
    clue?.parseOptions(['--summary', text]);
    expect(clue?.opts()['summary']).toBe(text);
  });

  it('take yuan and keep fen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 18n }), async (fen) => {
        const amount = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
        expect((await valuesFrom({ amount }, true)).party).toEqual({ amountFen: String(fen) });
      }),
    );
    await expect(valuesFrom({ amount: '1e5' }, true)).rejects.toThrow('12345.67');
  });

  it('hash a paper and keep the name of its file to themselves', async () => {
    const { open } = await valuesFrom({ paper: ['transfer-letter=/dev/null', 'property-list=-'] }, true);
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

  it('say of a paper on which day it was served, and of no paper that is not attached', async () => {
    const paper = ['transfer-letter=/dev/null', 'property-list=/dev/null'];
    const { open } = await valuesFrom({ paper, served: ['transfer-letter=2026-11-20'] }, true);
    expect(open.papers?.map(({ servedOn }) => servedOn)).toEqual(['2026-11-20', undefined]);
    await expect(valuesFrom({ paper, served: ['non-filing-notice=2026-11-20'] }, true)).rejects.toThrow(
      'non-filing-notice',
    );
    await expect(valuesFrom({ paper, served: ['transfer-letter=2026-11'] }, true)).rejects.toThrow(
      '2024-10-08',
    );
  });

  it('number the subjects of a new case, and ask for their pseudonym in another', async () => {
    const subject = ['甲医院', '乙医院'];
    expect((await valuesFrom({ subject }, true)).open.newSubjects).toEqual([
      { subject: 's1' },
      { subject: 's2' },
    ]);
    await expect(valuesFrom({ subject }, false)).rejects.toThrow(
      /“甲医院”在已有案件中须写明代号：.*s1 至 s999；.*s1000 至 s9999/,
    );
  });
});
