// A rehearsal never writes where something else lies.
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rehearsalFolder } from '../../../services/rehearsal/rehearsal-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xianjie-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the folder of a rehearsal', () => {
  it('is a temporary one that is removed, where none is named', async () => {
    const own = await rehearsalFolder(undefined);
    await mkdir(own.dataDir);
    await own.remove();
    await expect(stat(own.dataDir)).rejects.toThrow('ENOENT');
  });

  it('is the one named, kept, with the keys beside it', async () => {
    const named = join(folder, 'new');
    const own = await rehearsalFolder(named);
    await mkdir(own.dataDir);
    await own.remove();
    expect((await stat(named)).isDirectory()).toBe(true);
    expect(own.keysDir).toBe(`${named}.keys`);
  });

  it('is refused where anything lies in it', async () => {
    await writeFile(join(folder, 'notes.txt'), '');
    await expect(rehearsalFolder(folder)).rejects.toThrow(/不是空目录.* is not empty/);
  });

  it('is refused where keys lie beside it', async () => {
    const named = join(folder, 'new');
    await mkdir(`${named}.keys`);
    await writeFile(join(`${named}.keys`, 'root.key'), '');
    const refused = rehearsalFolder(named);
    await expect(refused).rejects.toMatchObject({ code: 'KEYS_LEFT_OVER' });
    await expect(refused).rejects.toThrow(
      /请删除 .*new\.keys 后重试.* \/ .*delete .*new\.keys and try again/,
    );
  });

  it('says what a rehearsal that was broken off before its ledger left, and how to go on', async () => {
    await mkdir(join(folder, 'run'));
    await expect(rehearsalFolder(folder)).rejects.toThrow(/没有走到账本.*请删除该目录及 .*\.keys 后重试/);
  });

  it('is refused where it is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(rehearsalFolder(file)).rejects.toThrow(/是文件/);
  });
});
