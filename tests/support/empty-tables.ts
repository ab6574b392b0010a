// The beginnings of a PGlite database, made once and kept beside the servers: a database unpacks itself for longer than most tests
// take. The tables in it are made by whoever opens it, as on a first start.
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { serverCacheFolder } from '../../services/host/stack/find-server.ts';

const program = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
const { version } = JSON.parse(readFileSync(join(program, '..', 'package.json'), 'utf8'));
const kept = join(serverCacheFolder(), `empty-pglite-${version}`);

const make = async (): Promise<void> => {
  await mkdir(serverCacheFolder(), { recursive: true });
  const draft = await mkdtemp(`${kept}-`);
  const db = await PGlite.create({ dataDir: draft });
  await db.close();
  // Two files may make it at once; a rename shows either of the two, whole.
  await rename(draft, kept).catch(() => rm(draft, { recursive: true }));
};

/** Puts an empty database where a platform of this data folder will look for its own. */
export const layEmptyTables = async (dataDir: string): Promise<void> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lay = () => cp(kept, join(dataDir, 'reading-room'), { recursive: true, errorOnExist: true });
  await lay().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await make();
    await lay();
  });
};
