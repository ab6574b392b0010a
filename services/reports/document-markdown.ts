// A document as Markdown.
import type { Block, Cell, ReportDocument } from './document.ts';
import { REHEARSAL_MARK, REHEARSAL_NOTICE } from './document.ts';

/** Nothing in a text may become markup, a table border or a tag. */
const escaped = (text: Cell): string =>
  String(text)
    .replaceAll(/[\\`*_{}[\]<>#|~&]/g, (c) => `\\${c}`)
    .replaceAll(/\s*\n\s*/g, ' ');

const row = (cells: readonly Cell[]): string => `| ${cells.map(escaped).join(' | ')} |`;

const isNumeric = (rows: readonly (readonly Cell[])[], column: number): boolean =>
  rows.length > 0 && rows.every((cells) => typeof cells[column] === 'number');

const blockText = (block: Block, mark: string): string => {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${mark}${escaped(block.text.zh)} ${escaped(block.text.en)}`;
    case 'paragraph':
      return escaped(block.text);
    case 'note':
      return `> ${escaped(block.text)}`;
    case 'verbatim':
      return `\`\`\`text\n${block.text.replaceAll('```', "'''").trimEnd()}\n\`\`\``;
    case 'table': {
      const caption = `**${mark}${escaped(block.caption.zh)} ${escaped(block.caption.en)}**`;
      const rule = block.columns.map((_, n) => (isNumeric(block.rows, n) ? '---:' : '---'));
      const lines = [row(block.columns), `| ${rule.join(' | ')} |`, ...block.rows.map(row)];
      const body = block.rows.length === 0 ? '（无 / none）' : lines.join('\n');
      return [caption, body, ...(block.note ? [escaped(block.note)] : [])].join('\n\n');
    }
  }
};

/** Markdown, ending in a newline. */
export const documentMarkdown = (document: ReportDocument): string => {
  const mark = document.rehearsal ? REHEARSAL_MARK : '';
  return `${[
    `# ${mark}${escaped(document.title.zh)}`,
    escaped(document.title.en),
    document.subtitle.map(escaped).join('  \n'),
    ...(document.rehearsal ? [`> **${REHEARSAL_NOTICE}**`] : []),
    ...document.blocks.map((block) => blockText(block, mark)),
  ].join('\n\n')}\n`;
};
