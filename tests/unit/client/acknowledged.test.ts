// What was acknowledged stays so over a restart, also when the file ends in the middle of a line.
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acknowledgedOnDisk } from '../../../services/client/acknowledged.ts';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';

describe('the acknowledged notices on disk', () => {
  it('are known after a restart', async () => {
    await inTemporaryFolder(async (folder) => {
      const first = await acknowledgedOnDisk(folder);
      await Promise.all(['a/1/x', 'a/2/x', 'b/1/x'].map((id) => first.add(id)));
      await first.close();
      const again = await acknowledgedOnDisk(folder);
      expect(['a/1/x', 'a/2/x', 'b/1/x', 'a/3/x'].map(again.has)).toEqual([true, true, true, false]);
      await again.close();
    });
  });

  it('are not taken from a line that a power cut left unfinished', async () => {
    await inTemporaryFolder(async (folder) => {
      const first = await acknowledgedOnDisk(folder);
      await first.add('a/1/x');
      await first.close();
      await appendFile(join(folder, 'acknowledged'), 'a/12');
      const again = await acknowledgedOnDisk(folder);
      expect(again.has('a/12')).toBe(false);
      await again.add('a/2/x');
      await again.close();
      const third = await acknowledgedOnDisk(folder);
      expect([third.has('a/1/x'), third.has('a/2/x'), third.has('a/12a/2/x')]).toEqual([true, true, false]);
      await third.close();
    });
  });
});
