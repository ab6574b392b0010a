// A text file that was named on the command line: UTF-8, with or without the mark that Windows puts before it, its line ends
// ours. What is not UTF-8 is refused: read as if it were, it would come out as other words.
import { readFile } from 'node:fs/promises';
import { word } from './hint.ts';
import { CliProblem } from './problem.ts';

const WHY: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ['没有这个文件，请核对路径', 'there is no such file: check the path'],
  EISDIR: ['是目录，应为文件', 'it is a folder: give a file'],
  EACCES: ['没有权限', 'it may not be read: check its rights'],
};

/** The bytes of a file. @throws CliProblem NO_FILE */
export const readBytes = (file: string): Promise<Buffer> =>
  readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const [zh, en] = WHY[cause.code ?? ''] ?? [cause.code ?? cause.message, cause.code ?? cause.message];
    throw new CliProblem('NO_FILE', `读不出文件 ${file}：${zh}`, `cannot read ${file}: ${en}`, { cause });
  });

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** What else Windows writes says so in its first two bytes. */
const encodingOf = (bytes: Uint8Array): string =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) ? 'UTF-16' : 'GB18030';

/** @throws CliProblem NOT_UTF8 with the command that converts it */
const decoded = (file: string, bytes: Uint8Array): string => {
  try {
    // Takes the mark off, too.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CliProblem(
      'NOT_UTF8',
      `文件 ${file} 不是 UTF-8 编码，未读取；请另存为 UTF-8，或先转换`,
      `${file} is not UTF-8 and was not read: save it as UTF-8, or convert it`,
      {
        cause,
        next: `iconv -f ${encodingOf(bytes)} -t UTF-8 ${word(file)} > ${word(`${file}.utf8`)}`,
      },
    );
  }
};

/** The text of a file, lines ended by LF. @throws CliProblem NO_FILE, NOT_UTF8 */
export const readText = async (file: string): Promise<string> =>
  decoded(file, await readBytes(file)).replaceAll('\r\n', '\n');

/** The value of a JSON file. @throws CliProblem NO_FILE, NOT_UTF8, NOT_JSON */
export const readJson = async (file: string): Promise<unknown> => {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CliProblem('NOT_JSON', `${file} 不是合法的 JSON`, `${file} is not JSON`, { cause });
  }
};
