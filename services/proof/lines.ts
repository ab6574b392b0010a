// Lines of a byte stream, ended by LF alone: readline would also cut at U+2028, which JSON strings may hold.

/** A line is longer than it may be. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/**
 * Bytes between LFs; a last line without LF counts.
 * @param most bytes of a line; no more than that and a chunk is held
 * @throws LineTooLong
 */
export async function* byteLinesOf(
  chunks: AsyncIterable<Uint8Array>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  const add = (part: Buffer): void => {
    held += part.length;
    if (held > most) throw new LineTooLong(`more than ${most} bytes`);
    parts.push(part);
  };
  const whole = (): Buffer => {
    const line = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    [parts, held] = [[], 0];
    return line;
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      add(bytes.subarray(start, end));
      yield whole();
      start = end + 1;
    }
    if (start < bytes.length) add(bytes.subarray(start));
  }
  if (held > 0) yield whole();
}

/** Same as texts; what is no UTF-8 is replaced. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of byteLinesOf(chunks)) yield line.toString('utf8');
}
