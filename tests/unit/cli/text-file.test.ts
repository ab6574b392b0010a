// A file named on the command line is read as what it says, or not at all.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandFile } from '../../../services/cli/command-file.ts';
import { readJson, readText } from '../../../services/cli/text-file.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const fileWith = <T>(bytes: Uint8Array | string, work: (file: string) => Promise<T>): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, '命令 1.json');
    await writeFile(file, bytes);
    return work(file);
  });

/** `{"summary":"虚假"}` as an older Windows of China writes it. */
const GBK = Buffer.concat([
  Buffer.from('{"summary":"'),
  Buffer.from([0xd0, 0xe9, 0xbc, 0xd9]),
  Buffer.from('"}'),
]);
const UTF16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"summary":"虚假"}', 'utf16le')]);

describe('a file named on the command line', () => {
  it.each([
    ['GBK', GBK, 'iconv -f GB18030 -t UTF-8'],
    ['UTF-16', UTF16, 'iconv -f UTF-16 -t UTF-8'],
    [
      'UTF-8 cut in the middle of a character',
      Buffer.from('虚假').subarray(0, 5),
      'iconv -f GB18030 -t UTF-8',
    ],
  ])(
    'in %s is refused and not read with other words in it, and the command that converts it is said',
    async (_, bytes, says) => {
      await fileWith(bytes, async (file) => {
        const failure = await readText(file).catch((error: unknown) => error);
        expect(failure).toMatchObject({ code: 'NOT_UTF8', exitCode: 2 });
        expect((failure as Error).message).toContain(`${says} '${file}' > '${file}.utf8'`);
      });
    },
  );

  it('may begin with the mark of Windows and have its line ends', async () => {
    await fileWith('\ufeff{\r\n"a": "虚假"\r\n}\r\n', async (file) => {
      expect(await readText(file)).toBe('{\n"a": "虚假"\n}\n');
      expect(await readJson(file)).toEqual({ a: '虚假' });
    });
  });

  it('that is no JSON says so, and nothing of what stands there', async () => {
    await fileWith('{"summary": "张三",\n "x": 李四}', async (file) => {
      const failure = await readJson(file).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'NOT_JSON' });
      expect((failure as Error).message).not.toMatch(/张三|李四/);
    });
  });

  it('with a command in it is held to the same', async () => {
    await fileWith(GBK, async (file) => {
      await expect(readCommandFile(file)).rejects.toMatchObject({ code: 'NOT_UTF8' });
    });
    await fileWith(
      '\ufeff{"command":"acknowledge","case":"653023-k7m2qd5x3ab6ycfe","body":{}}\r\n',
      async (file) => {
        expect(await readCommandFile(file)).toMatchObject({ asked: { command: 'acknowledge' } });
      },
    );
  });

  it('that is not there, or is a folder, says so', async () => {
    await inTemporaryFolder(async (folder) => {
      await expect(readText(join(folder, 'x'))).rejects.toMatchObject({ code: 'NO_FILE' });
      await expect(readText(folder)).rejects.toThrow('是目录');
    });
  });
});
