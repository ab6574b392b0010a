// A data folder is its owner's alone: what was open is closed with all that is in it, and what is not ours is left as it is.
import { chmod, mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareDataFolder, requireApart } from '../../../services/host/stack/data-folder.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);
const modesIn = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true });
  return Object.fromEntries(
    await Promise.all(entries.map(async (name) => [name, await modeOf(join(folder, name))] as const)),
  );
};

describe('a data folder', () => {
  it('that is new is for its owner alone, and so is whatever is made in it from then on', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'a', 'data');
      await prepareDataFolder(data);
      expect(await modeOf(data)).toBe('700');
      // As a database does that asks for all rights there are.
      await mkdir(join(data, 'sql'), { mode: 0o777 });
      await writeFile(join(data, 'sql', 'rows'), 'x', { mode: 0o666 });
      expect(await modesIn(data)).toMatchObject({
        run: '700',
        logs: '700',
        nats: '700',
        sql: '700',
        'sql/rows': '600',
      });
    });
  });

  it('that others may enter is closed to them, with all that is in it and nothing that it links to', async () => {
    await inTemporaryFolder(async (folder) => {
      const [data, elsewhere] = [join(folder, 'data'), join(folder, 'elsewhere')];
      await prepareDataFolder(data);
      await mkdir(join(data, 'reading-room'));
      for (const file of [join(data, 'reading-room', 'rows'), join(data, 'run', 'tool'), elsewhere]) {
        await writeFile(file, 'x');
        await chmod(file, 0o666);
      }
      await chmod(join(data, 'run', 'tool'), 0o755);
      await chmod(join(data, 'reading-room'), 0o777);
      await symlink(elsewhere, join(data, 'link'));
      await chmod(data, 0o755);
      await prepareDataFolder(data);
      expect(await modeOf(data)).toBe('700');
      expect(await modesIn(data)).toMatchObject({
        'reading-room': '700',
        'reading-room/rows': '600',
        'run/tool': '700',
      });
      expect(await modeOf(elsewhere)).toBe('666');
    });
  });

  it('that is empty and open is closed', async () => {
    await inTemporaryFolder(async (folder) => {
      const data = join(folder, 'data');
      await mkdir(data);
      await chmod(data, 0o755);
      await prepareDataFolder(data);
      expect(await modeOf(data)).toBe('700');
    });
  });

  it('is refused where it is open and holds something else, which stays as it was', async () => {
    await inTemporaryFolder(async (folder) => {
      const home = join(folder, 'home');
      await mkdir(home);
      await writeFile(join(home, 'letter.txt'), 'x');
      await chmod(join(home, 'letter.txt'), 0o644);
      await chmod(home, 0o755);
      await expect(prepareDataFolder(home)).rejects.toMatchObject({
        code: 'DATA_FOLDER_OPEN',
        message: expect.stringMatching(/chmod 700 .* \/ .*chmod 700/),
      });
      expect([await modeOf(home), await modesIn(home)]).toEqual(['755', { 'letter.txt': '644' }]);
    });
  });
});

describe('the keys folder', () => {
  it('is refused inside the data folder, and taken beside it, however alike the names are', () => {
    for (const keys of ['/srv/data', '/srv/data/keys', '/srv/data/.keys', '/srv/data/a/../b'])
      expect(() => requireApart('/srv/data', keys)).toThrow(
        expect.objectContaining({ code: 'KEYS_IN_DATA', message: expect.stringContaining('--keys') }),
      );
    for (const keys of ['/srv/data.keys', '/srv/keys', '/data/keys']) requireApart('/srv/data', keys);
    expect(() => requireApart('/', '/.keys')).toThrow(/KEYS|密钥/);
  });
});
