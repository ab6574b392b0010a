// What a clerk reads: names, amounts, instants, tables in which Chinese takes two columns.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { clockLines } from '../../../services/cli/clock-lines.ts';
import { fieldsFrom, occurredFrom } from '../../../services/cli/command-options.ts';
import { table } from '../../../services/cli/table.ts';
import { departmentTitle, dueText, valueLines, when, whenKnown } from '../../../services/cli/words.ts';

describe('words on the terminal', () => {
  it('name a department by its division and kind', () => {
    expect(departmentTitle('653023/public-security')).toBe('阿合奇县公安机关');
    expect(departmentTitle('no department')).toBe('no department');
  });

  it('write midnight as 24时 of the day that ends', () => {
    expect(dueText('2024-10-09T00:00:00+08:00')).toBe('2024-10-08 24时');
    expect(dueText('2024-10-09T09:30:00+08:00')).toBe('2024-10-09 09:30');
    expect(dueText(null)).toBe('立即');
    expect(when('2024-10-09T09:30:05.123+08:00')).toBe('2024-10-09 09:30:05');
  });

  it('say no more of an instant than is known of it', () => {
    const at = '2024-10-08T12:00:00+08:00';
    expect(whenKnown(at, 'instant')).toBe('2024-10-08 12:00');
    expect(whenKnown(at, 'day')).toBe('2024-10-08(仅知日期)');
    expect(whenKnown(at, 'month')).toBe('2024-10(仅知月份)');
    expect(whenKnown(at, 'undated')).toBe('日期不详');
  });

  it('say what an entry did to a limit, old and new where it moved', () => {
    const clock = 'p1/agr-clue-final-feedback/1';
    const before = { strictDueAt: '2027-01-22T00:00:00+08:00', latestDueAt: '2027-01-22T00:00:00+08:00' };
    const times = { ...before, latestDueAt: '2027-01-23T00:00:00+08:00', provisional: true };
    expect(
      clockLines([
        { kind: 'clock', type: 'clock-recalculated', clock, reason: 'calendar', before, times },
        {
          kind: 'clock',
          type: 'clock-stopped',
          clock,
          stoppedAt: '2027-01-20T10:00:00+08:00',
          outcome: 'met',
        },
      ] as never),
    ).toEqual([
      '重算 线索办结反馈,到期 2027-01-21 24时 改为 2027-01-21 24时 / 2027-01-22 24时(暂定)',
      '止计 线索办结反馈,按期',
    ]);
  });

  it('show values by their Chinese names, amounts in yuan, a sealed reporter not at all', () => {
    expect(
      valueLines([
        { path: '/summary', value: '疑似虚假住院' },
        { path: '/amountFen', value: '123456789' },
        { path: '/amountFen', value: '5' },
        { path: '/subjects', value: [{ name: '张三', kind: '医师' }, { name: '李四' }] },
        { path: '/reporter', value: 'eyJ…' },
      ]),
    ).toEqual([
      '摘要: 疑似虚假住院',
      '金额: 1,234,567.89 元',
      '金额: 0.05 元',
      '当事人: 张三 (医师)、李四',
      '举报人(密封): 仅指定部门可解封',
    ]);
  });

  it('keep the columns of a table straight', () => {
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
