// All that `xianjie` prints goes through one place, which makes visible what comes from data and folds lines for a terminal.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { write, writeLine } from '../../../services/cli/print.ts';
import { table } from '../../../services/cli/text/table.ts';
import { folded, hanging } from '../../../services/cli/text/wrap-text.ts';

const CASE = '653023-k7m2qd5x3ab6ycfe';

const written = (text: string, screen: { isTTY?: boolean; columns?: number } = {}): string => {
  const out: string[] = [];
  write({ ...screen, write: (chunk) => out.push(chunk) }, text);
  return out.join('');
};

describe('what is printed', () => {
  it('obeys nothing that stands in data, on a terminal or in a pipe', () => {
    for (const screen of [{}, { isTTY: true, columns: 80 }])
      expect(written('甲\u001b[2K\r\u202e乙\n', screen)).toBe('甲<U+001B>[2K<U+000D><U+202E>乙\n');
  });

  it('goes through print.ts: nothing else in the command line writes to stdout or stderr', () => {
    const room = fileURLToPath(new URL('../../../services/cli/', import.meta.url));
    const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const astray = files.filter(
      (file) =>
        !['print.ts', 'generate.ts'].includes(file) &&
        /process\.std(out|err)\.write\(|console\./.test(readFileSync(join(room, file), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(40);
    expect(astray).toEqual([]);
  });
});

describe('a terminal of eighty columns', () => {
  const isWhole = (text: string, id: string) => text.split('\n').some((line) => line.includes(id));

  it('shows a long line on several, none wider, the number of the case in one piece', () => {
    const line = `  2026-11-20 24时 / 2026-11-22 24时  立案审查期限  阿合奇县公安局  联络员 o-1、o-2  案件 ${CASE} p2  《规定》第5条`;
    const shown = written(`${line}\n`, { isTTY: true, columns: 80 });
    expect(isWhole(shown, CASE)).toBe(true);
    for (const one of shown.split('\n')) expect(stringWidth(one)).toBeLessThanOrEqual(80);
    expect(written(`${line}\n`)).toBe(`${line}\n`);
  });

  it('cuts no number, wherever in a line it stands', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '，', ' ', 'a', '1', '/'), maxLength: 120 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const shown = folded(`${before} ${CASE} ${after}`, 80);
        expect(isWhole(shown, CASE)).toBe(true);
      }),
    );
  });

  const row = [
    '2026-11-20 24时 / 2026-11-22 24时',
    '3天4小时',
    '立案审查',
    '阿合奇县公安局',
    'o-1',
    `${CASE} p2`,
  ];
  const headings = ['到期', '已逾', '期限', '责任部门', '联络员', '案件'];

  it('shows a table that is too wide row by row, each cell named', () => {
    const shown = table(headings, [row], '', 80);
    for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
    expect(shown).toContain('责任部门：阿合奇县公安局');
    expect(isWhole(shown, `案件：${CASE} p2`)).toBe(true);
    expect(table(headings, [row], '', 120).split('\n')[0]).toMatch(/^到期 .*案件$/);
  });

  it('puts the command to type next on lines that a shell reads as one; in a pipe it ends the line', () => {
    const out: string[] = [];
    const next = `node /opt/xianjie/services/cli/xianjie.js case show ${CASE} --as 653023/public-security/o-1`;
    const said = (screen: object) => {
      writeLine({ ...screen, write: (chunk) => out.push(chunk) }, 'X: 甲\n乙', next);
      return out.splice(0).join('');
    };
    expect(said({})).toBe(`X: 甲<U+000A>乙: ${next}\n`);
    const [first, ...rest] = said({ isTTY: true, columns: 80 }).trimEnd().split('\n');
    expect(first).toBe('X: 甲<U+000A>乙:');
    expect(rest.length).toBeGreaterThan(1);
    expect(
      rest
        .join('\n')
        .replaceAll(/ \\\n +/g, ' ')
        .trim(),
    ).toBe(next);
    for (const line of rest) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  it('lets no cell of a table begin a line', () => {
    expect(table(['名称'], [['甲\n2026-11-27 03:00  移送']], '')).toBe(
      '名称\n甲<U+000A>2026-11-27 03:00  移送\n',
    );
  });
});

describe('a long text', () => {
  it('neither ends a line with a mark that opens nor begins one with a mark that closes', () => {
    for (let before = 20; before < 40; before += 1) {
      const text = `${'字'.repeat(before)}3 日（单位未定），《行政处罚法》第“六十”条（2021年修订）。${'字'.repeat(30)}`;
      for (const line of hanging('  ', text, 60)) {
        expect(line).not.toMatch(/[（《“‘〔]$/);
        expect(line).not.toMatch(/^ *[，。、；：）》”’〕]/);
      }
    }
  });
});

describe('a text of several lines', () => {
  it('goes on deeper than where it began, by its own line ends or by its length: it cannot pass for a line of ours', () => {
    const forged = `案件 ${CASE}  本案第 9 条`;
    for (const text of [`正常\n${forged}`, `正常\n\n${forged}`, `${'正常'.repeat(17)} ${forged}`]) {
      const [first, ...rest] = hanging('    ', `摘要：${text}`, 80);
      expect(first).toMatch(/^ {4}摘要：正常/);
      expect(rest.join('\n')).toContain(CASE);
      for (const line of rest) expect(line).toMatch(/^$|^ {8}/);
    }
  });
});
