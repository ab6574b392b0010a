// A disk of the test's own, which can be filled and whose power can be cut: an ext4 on a loop device. A cut is a shutdown
// without the file system's log, so that only what was synced is there afterwards. Needs Linux, root and a loop device.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from './eventually.ts';

const run = promisify(execFile);

/** Written only as far as it is used. */
const BYTES = 3 * 1_024 ** 3;
/** EXT4_IOC_SHUTDOWN of linux/fs/ext4, with EXT4_GOING_FLAGS_NOLOGFLUSH, right after something was written: nothing else syncs it meanwhile. */
const SHUTDOWN =
  "open(U, '>', $ARGV[1]) or die; print U 'lost'; close(U); open(F, '<', $ARGV[0]) or die; my $flags = pack('L', 2); ioctl(F, 0x8004587d, $flags) or die $!";

export type OwnDisk = {
  readonly folder: string;
  /** Cuts, lets `endProcesses` end what still has files open, and mounts what was on the disk. */
  cut(endProcesses: () => Promise<void>): Promise<void>;
  /** Takes all room there is, but for so many bytes. */
  fill(leave?: number): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  remove(): Promise<void>;
};

/** `null` where this machine cannot have one. */
export const ownDisk = async (): Promise<OwnDisk | null> => {
  const home = await mkdtemp(join(tmpdir(), 'xianjie-disk-'));
  const image = join(home, 'image');
  const folder = join(home, 'mounted');
  const mark = join(folder, 'mark');
  const filler = join(folder, 'filler');
  const unsynced = join(folder, 'unsynced');
  const mount = () => run('mount', ['-o', 'loop', image, folder]);
  const unmount = () => run('umount', [folder]);
  const remove = () => rm(home, { recursive: true, force: true });
  try {
    await mkdir(folder);
    await (await open(image, 'w')).close();
    await truncate(image, BYTES);
    await run('mkfs.ext4', ['-q', '-F', image]);
    await mount();
  } catch {
    await remove();
    return null;
  }
  await writeFile(mark, '');
  return {
    folder,
    cut: async (endProcesses) => {
      await run('perl', ['-e', SHUTDOWN, mark, unsynced]);
      await endProcesses();
      await eventually(unmount);
      await mount();
      // Else it was no power cut, and nothing that follows would prove anything.
      const kept = await readFile(unsynced, 'utf8').catch(() => '');
      if (kept !== '') throw new Error('what was not synced is still there');
    },
    // It ends with an error, which is the point.
    fill: async (leave = 0) => {
      await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64K', 'status=none']).catch(() => undefined);
      if (leave > 0) await truncate(filler, (await stat(filler)).size - leave);
    },
    free: () => rm(filler),
    remove: async () => {
      await unmount();
      await remove();
    },
  };
};
