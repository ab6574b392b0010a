// A table on a terminal, where a Chinese character takes two columns. One that is too wide is said row by row instead: a line
// that a terminal wraps for itself cuts a case number in two.
import stringWidth from 'string-width';
import { visibleLine } from '../../words/visible.ts';
import { hanging, screenWidth } from './wrap-text.ts';

const GAP = '  ';

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Cells put side by side, those that no longer fit on the next line; one that is wider than a line goes on below. */
const flowing = (cells: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const cell of cells) {
    const longer = line === '' ? cell : `${line}${GAP}${cell}`;
    const room = width - GAP.length;
    if (stringWidth(longer) <= (lines.length === 0 ? width : room)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = cell;
  }
  return [...lines, line].flatMap((one, n) => hanging(n === 0 ? '' : GAP, one, width));
};

/** Rows under their headings, the last column not padded; a block for each where they are too wide. An empty table is its `empty` sentence. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
  width = screenWidth(),
): string => {
  if (rows.length === 0) return `${empty}\n`;
  const all = [headings, ...rows.map((row) => row.map(visibleLine))];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    headings
      .map((_, column) => padded(row[column] ?? '', widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  const lines = all.map(line);
  if (lines.every((one) => stringWidth(one) <= width)) return `${lines.join('\n')}\n`;
  const block = (row: readonly string[]): string[] =>
    flowing(
      row.flatMap((cell, column) => {
        const heading = headings[column] ?? '';
        if (cell === '') return [];
        return [heading === '' || column === 0 ? cell : `${heading}：${cell}`];
      }),
      width,
    );
  return `${all.slice(1).flatMap(block).join('\n')}\n`;
};
