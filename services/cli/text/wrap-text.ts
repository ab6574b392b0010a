// Long text on a terminal: wrapped where a line may break, further lines below the first. A Chinese character takes two cells.
import stringWidth from 'string-width';

/**
 * Pieces that break where a line may: after a Chinese character or mark, or between words. A mark that never begins a line
 * stays with what it closes, one that never ends a line with what it opens; a case number, a hash or an option is one piece.
 */
const pieces = (text: string): string[] =>
  text.match(/[（《“‘〔]*(?:[!-~]+|[^!-~\s])[,，。、;；:：!！?？)）》”’〕]*\s*|\s+/gu) ?? [];

/** Lines no wider than `width` cells, further ones than `rest`. What does not break (an address) stands alone and may be wider. */
const wrapped = (text: string, width: number, rest: number): string[] => {
  const lines: string[] = [];
  let line = '';
  let cells = 0;
  for (const piece of pieces(text)) {
    const bare = piece.trimEnd();
    const own = stringWidth(bare);
    if (line !== '' && cells + own > (lines.length === 0 ? width : rest)) {
      lines.push(line.trimEnd());
      line = '';
      cells = 0;
    }
    line += piece;
    cells += own + piece.length - bare.length;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
};

/** Cells by which a text goes on deeper than it began. */
export const DEEPER = 4;
const LEAST = 20;

/**
 * The text wrapped behind `lead`, within `width` cells in all. Its own line ends are kept; whatever goes on stands deeper than
 * where it began, so that nothing that was entered can pass for a line of ours.
 */
export const hanging = (lead: string, text: string, width: number): string[] => {
  const indent = stringWidth(lead);
  const room = Math.max(LEAST, width - indent);
  const below = ' '.repeat(indent + DEEPER);
  const lines = text
    .split('\n')
    .flatMap((part, n) =>
      n === 0 ? wrapped(part, room, room - DEEPER) : wrapped(part, room - DEEPER, room - DEEPER),
    );
  return (lines.length === 0 ? [''] : lines).map((line, index) =>
    `${index === 0 ? lead : below}${line}`.trimEnd(),
  );
};

/** Lines that are wider than `width` cells go on below, a little deeper: a terminal would cut them wherever it ends. */
export const folded = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => {
      if (stringWidth(line) <= width) return [line];
      const [lead = '', rest = ''] = /^(\s*)(.*)$/s.exec(line)?.slice(1) ?? [];
      return hanging(lead, rest, width);
    })
    .join('\n');

/** Cells of a line of the terminal; a pipe has no end, and whoever searches it wants one thing a line. */
export const screenWidth = (): number => process.stdout.columns ?? Number.POSITIVE_INFINITY;

/** Cells a line of text may take here: what the terminal has, within reason; a file is no terminal. */
export const terminalWidth = (): number => Math.min(140, Math.max(80, process.stdout.columns ?? 120));
