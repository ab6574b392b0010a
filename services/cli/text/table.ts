// A table on a terminal, where a Chinese character takes two columns.
import stringWidth from 'string-width';

const GAP = '  ';

export const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Rows under their headings; the last column is not padded. An empty table is its `empty` sentence. */
export const table = (
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  empty: string,
): string => {
  if (rows.length === 0) return `${empty}\n`;
  const all = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    headings
      .map((_, column) => padded(row[column] ?? '', widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
};
