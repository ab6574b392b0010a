// A document as one HTML file for the screen and for A4 paper: nothing is fetched, no script runs, all text is escaped.
import type { Block, Cell, ReportDocument } from './document.ts';
import { REHEARSAL_MARK, REHEARSAL_NOTICE } from './document.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: Cell): string => String(text).replaceAll(/[&<>"']/g, (c) => ENTITIES[c] ?? '');

const SONG = `'Noto Serif CJK SC','Source Han Serif SC','Songti SC','SimSun',serif`;
const HEI = `'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','SimHei',sans-serif`;

const style = (rehearsal: boolean): string => `
@page { size: A4; margin: 20mm 16mm 18mm;
  @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt ${SONG}; }
  ${rehearsal ? `@top-center { content: '演练 REHEARSAL'; color: #b00020; font: bold 10pt ${HEI}; }` : ''} }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 12mm; max-width: 210mm; color: #111; background: #fff; font: 11pt/1.65 ${SONG}; }
h1 { margin: 0; font: bold 18pt/1.4 ${HEI}; text-align: center; }
h1 small { display: block; color: #555; font: 10pt ${SONG}; }
.subtitle { margin: 3mm 0 7mm; padding-bottom: 3mm; border-bottom: 2px solid #b00020; font-size: 10pt; text-align: center; }
h2 { margin: 8mm 0 2mm; font: bold 14pt/1.4 ${HEI}; }
h3 { margin: 5mm 0 1mm; font: bold 12pt/1.4 ${HEI}; }
h2 small, h3 small, caption small { margin-left: .6em; color: #666; font: 9pt ${SONG}; }
h2, h3, caption { break-after: avoid; }
p { margin: 1.5mm 0; text-align: justify; text-indent: 2em; }
p.note { padding: 1.5mm 3mm; border-left: 3px solid #999; background: #f4f4f4; font-size: 10pt; text-indent: 0; }
p.rehearsal { padding: 2mm 4mm; border: 2px solid #b00020; color: #b00020; font: bold 11pt/1.5 ${HEI}; text-align: center; text-indent: 0; }
table { width: 100%; margin: 2mm 0 1mm; border-collapse: collapse; font-size: 9.5pt; line-height: 1.4; }
caption { padding: 1mm 0; font: bold 10.5pt ${HEI}; text-align: left; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1mm 1.6mm; border: 1px solid #999; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; font-family: ${HEI}; font-weight: bold; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.none { color: #999; }
th.number { min-width: 2.9em; width: 3.6em; padding: 1mm; text-align: right; }
td.text, th.text { min-width: 22mm; }
td.long, th.long { min-width: 38mm; }
td.when, th.when { min-width: 23mm; }
table.short { break-inside: avoid; }
td.keep { white-space: nowrap; }
table.agreed th { background: #e3eefa; } table.unverified th { background: #fff3d6; } table.alarm th { background: #fbe1e1; }
.below { margin: 0 0 3mm; color: #444; font-size: 9pt; text-indent: 0; }
pre { padding: 2mm 3mm; border: 1px solid #bbb; background: #fafafa; font: 8.5pt/1.5 'Noto Sans Mono CJK SC','DejaVu Sans Mono',monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.watermark { position: fixed; inset: 0; z-index: 9; display: flex; align-items: center; justify-content: center; color: rgb(176 0 32 / 9%); font: bold 150pt ${HEI}; letter-spacing: .2em; pointer-events: none; transform: rotate(-30deg); }
@media print { body { max-width: none; padding: 0 1px; } }
`;

const DATE = /^\d{4}-\d{2}-\d{2}/;
/** Tables of so many lines go to the next page rather than be torn. */
const SHORT_TABLE = 8;

/** A column all numbers; one whose cells stay on a line; one that must not be squeezed. */
const cellClass = (rows: readonly (readonly Cell[])[], column: number): string => {
  const cells = rows.map((r) => r[column] ?? '');
  if (cells.length > 0 && cells.every((c) => typeof c === 'number')) return ' class="number"';
  if (cells.some((c) => DATE.test(String(c)))) return ' class="when"';
  const longest = Math.max(0, ...cells.map((c) => String(c).length));
  return longest <= 10 ? ' class="keep"' : longest > 24 ? ' class="long"' : ' class="text"';
};

const blockHtml = (block: Block, mark: string): string => {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${mark}${escaped(block.text.zh)}<small lang="en">${escaped(block.text.en)}</small></h${block.level}>`;
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escaped(block.text)}</p>`;
    case 'verbatim':
      return `<pre>${escaped(block.text)}</pre>`;
    case 'table': {
      const classes = block.columns.map((_, n) => cellClass(block.rows, n));
      const head = block.columns.map((c, n) => `<th scope="col"${classes[n]}>${escaped(c)}</th>`).join('');
      const cell = (c: Cell, n: number): string =>
        `<td${c === 0 ? ' class="number none"' : classes[n]}>${escaped(c)}</td>`;
      const body = block.rows.map((r) => `<tr>${r.map(cell).join('')}</tr>`).join('\n');
      const none = `<tr><td colspan="${block.columns.length}">（无 / none）</td></tr>`;
      return [
        `<table class="${block.tone ?? 'law'}${block.rows.length > SHORT_TABLE ? '' : ' short'}"><caption>${mark}${escaped(block.caption.zh)}<small lang="en">${escaped(block.caption.en)}</small></caption>`,
        `<thead><tr>${head}</tr></thead><tbody>${body || none}</tbody></table>`,
        ...(block.note ? [`<p class="below">${escaped(block.note)}</p>`] : []),
      ].join('\n');
    }
  }
};

/** One self-contained page, ending in a newline. */
export const documentHtml = (document: ReportDocument): string => {
  const mark = document.rehearsal ? REHEARSAL_MARK : '';
  return `${[
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${mark}${escaped(document.title.zh)}</title><style>${style(document.rehearsal)}</style></head><body>`,
    ...(document.rehearsal ? ['<div class="watermark" aria-hidden="true">演练</div>'] : []),
    `<h1>${mark}${escaped(document.title.zh)}<small lang="en">${escaped(document.title.en)}</small></h1>`,
    `<div class="subtitle">${document.subtitle.map(escaped).join('<br>')}</div>`,
    ...(document.rehearsal ? [`<p class="rehearsal">${escaped(REHEARSAL_NOTICE)}</p>`] : []),
    ...document.blocks.map((block) => blockHtml(block, mark)),
    '</body></html>',
  ].join('\n')}\n`;
};
