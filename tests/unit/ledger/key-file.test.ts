// Key files: made once, for their owner only, the same for two processes that start together.
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadOrCreateKey, loadOrCreateMasterKey } from '../../../services/bus/ledger/key-file.ts';

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'xianjie-keys-')), 'keys');
});
afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

describe('a keys folder', () => {
  it('gives the same key to all who ask, readable by its owner only', async () => {
    const keys = await Promise.all(
      Array.from({ length: 8 }, () => loadOrCreateKey(dir, '653023/public-security')),
    );
    expect(new Set(keys.map((key) => key.id)).size).toBe(1);
    expect(keys[0]?.id).toMatch(/^653023\/public-security#/);
    expect(await readdir(dir)).toEqual(['653023_public-security.sign.pem']);
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, '653023_public-security.sign.pem'))).mode & 0o777).toBe(0o600);
  });

  it('keeps the master key of 32 bytes', async () => {
    const key = await loadOrCreateMasterKey(dir);
    expect(key).toHaveLength(32);
    expect(await loadOrCreateMasterKey(dir)).toEqual(key);
  });

  it('refuses a key others may read, and one that is damaged', async () => {
    await loadOrCreateKey(dir, 'ledger');
    await chmod(join(dir, 'ledger.sign.pem'), 0o644);
    await expect(loadOrCreateKey(dir, 'ledger')).rejects.toMatchObject({ code: 'KEY_FILE_UNSAFE' });
    await writeFile(join(dir, 'root.sign.pem'), 'not a key', { mode: 0o600 });
    await expect(loadOrCreateKey(dir, 'root')).rejects.toMatchObject({ code: 'KEY_FILE_UNSAFE' });
    await writeFile(join(dir, 'case-master.key'), 'short', { mode: 0o600 });
    await expect(loadOrCreateMasterKey(dir)).rejects.toMatchObject({ code: 'KEY_FILE_UNSAFE' });
  });
});
