// Where a platform is to be reached is believed only while that very process lives.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Folders,
  readAddress,
  removeAddress,
  writeAddress,
} from '../../../services/host/platform/address-file.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const ADDRESS = { httpUrl: 'http://127.0.0.1:1', natsUrl: 'nats://127.0.0.1:2' };

const written = (work: (folders: Folders, file: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const folders = { dataDir: join(folder, 'data'), keysDir: join(folder, 'keys') };
    for (const one of Object.values(folders)) await mkdir(one);
    await writeAddress(folders, ADDRESS);
    await work(folders, join(folders.keysDir, 'platform.json'));
  });

describe('the address of a running platform', () => {
  it('is read back while its process lives, by its owner alone, and gone once it was taken away', () =>
    written(async (folders, file) => {
      expect(await readAddress(folders)).toMatchObject({ ...ADDRESS, pid: process.pid });
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      await removeAddress(folders);
      expect(await readAddress(folders)).toBeNull();
    }));

  it('is not believed from the data folder, nor for another data folder', () =>
    written(async (folders, file) => {
      const { dataDir, keysDir } = folders;
      const other = { dataDir: keysDir, keysDir };
      expect(await readAddress(other)).toBeNull();
      await mkdir(join(dataDir, 'run'));
      await rename(file, join(dataDir, 'run', 'platform.json'));
      expect(await readAddress(folders)).toBeNull();
    }));

  it('of a process that has ended is none', () =>
    written(async (folders, file) => {
      const ended = spawn(process.execPath, ['-e', '']);
      await once(ended, 'exit');
      const known = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...known, pid: ended.pid }));
      expect(await readAddress(folders)).toBeNull();
    }));

  it('is none where another process has got the number', () =>
    written(async (folders, file) => {
      const known = JSON.parse(await readFile(file, 'utf8'));
      await writeFile(file, JSON.stringify({ ...known, pid: process.ppid }));
      expect(await readAddress(folders)).toBeNull();
    }));

  it.each(['', '{', '[]', '{"pid":1}'])('is none where the file is damaged: %s', (text) =>
    written(async (folders, file) => {
      await writeFile(file, text);
      expect(await readAddress(folders)).toBeNull();
    }),
  );
});
