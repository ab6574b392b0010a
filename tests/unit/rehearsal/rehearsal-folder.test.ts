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
    await expect(rehearsalFolder(named)).rejects.toThrow(/已存有密钥/);
  });

  it('is refused where it is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(rehearsalFolder(file)).rejects.toThrow(/是文件/);
  });
});
