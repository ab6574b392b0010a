// Long text on a terminal: wrapped where a line may break, further lines below the first. A Chinese character takes two cells.
import stringWidth from 'string-width';

/**
 * Pieces that break where a line may: after a Chinese character or mark, or between words. A mark that never begins a line
 * stays with what it closes.
 */
const pieces = (text: string): string[] =>
  text.match(/(?:[!-~]+|[^!-~\s])[,，。、;；:：!！?？)）》”’〕]*\s*|\s+/gu) ?? [];

/** Lines no wider than `width` cells. What does not break (an address) stands alone and may be wider. */
const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    const isFull = stringWidth(line + piece.trimEnd()) > width;
    if (line !== '' && isFull) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
};

/** The text wrapped behind `lead`, within `width` cells in all; its own line ends are kept, and begin no line of ours. */
export const hanging = (lead: string, text: string, width: number): string[] => {
  const indent = stringWidth(lead);
  const lines = text.split('\n').flatMap((part) => wrapped(part, Math.max(20, width - indent)));
  return (lines.length === 0 ? [''] : lines).map((line, index) =>
    `${index === 0 ? lead : ' '.repeat(indent)}${line}`.trimEnd(),
  );
};

/** Cells a line may take here: what the terminal has, within reason; a file is no terminal. */
export const terminalWidth = (): number => Math.min(140, Math.max(80, process.stdout.columns ?? 120));
