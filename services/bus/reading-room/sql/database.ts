// Opens the reading room's database: PGlite in a folder, or PostgreSQL by its address. The only place that knows which.
import { mkdir, rm } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Instant } from '../../../../schemas/instant.ts';
import { closeToOthers } from '../../../durable-file.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { ensureSchema, SCHEMA_NAME } from './schema.ts';
import type { Rows } from './tables.ts';

/** `url`: PostgreSQL. `folder`: PGlite there. Neither: PGlite in memory, for tests. */
export type DatabaseOptions = { readonly url?: string; readonly folder?: string };

const TIMESTAMPTZ = 1184;
const INT8 = 20;
// POSIX sign: this is eight hours east, without the summer time that Asia/Shanghai had until 1991.
const BEIJING = '<+08>-8';

/** `2024-10-08 00:00:00.1+08`, as both databases print it, to a canonical instant. */
const instantFromSql = (text: string): Instant => {
  const [whole = '', fraction] = text.slice(0, -3).split('.');
  return `${whole.replace(' ', 'T')}${fraction ? `.${fraction.padEnd(3, '0').slice(0, 3)}` : ''}+08:00`;
};

const openPglite = async (folder: string | undefined): Promise<PGlite> => {
  if (folder) await mkdir(folder, { recursive: true });
  const db = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    parsers: { [TIMESTAMPTZ]: instantFromSql, [INT8]: Number },
    // Losing the last commits to a power cut costs nothing: they are read again from the ledger.
    relaxedDurability: true,
  });
  // It unpacks its own beginnings with rights for everybody, whatever the mask says.
  if (folder) await closeToOthers(folder);
  await db.exec(
    `set timezone to '${BEIJING}'; set search_path to ${SCHEMA_NAME}; set synchronous_commit to off`,
  );
  return db;
};

const postgres = (url: string): PostgresDialect =>
  new PostgresDialect({
    pool: new pg.Pool({
      connectionString: url,
      max: 4,
      options: `-c timezone=${BEIJING} -c search_path=${SCHEMA_NAME} -c synchronous_commit=off`,
      types: {
        getTypeParser: (oid: number, format?: 'text' | 'binary') =>
          oid === TIMESTAMPTZ
            ? instantFromSql
            : oid === INT8
              ? Number
              : pg.types.getTypeParser(oid, format as 'text'),
      } as pg.CustomTypesConfig,
    }),
  });

const opened = async (options: DatabaseOptions): Promise<Kysely<Rows>> => {
  const dialect = options.url ? postgres(options.url) : pgliteDialect(await openPglite(options.folder));
  const db = new Kysely<Rows>({ dialect });
  await ensureSchema(db);
  return db;
};

/**
 * The database with its tables. An embedded one that cannot be opened (PGlite does not fsync: a power cut may leave it
 * torn) is thrown away and begun anew; `onDiscard` hears of it.
 */
export const openDatabase = async (
  options: DatabaseOptions,
  onDiscard: (reason: unknown) => void = () => {},
): Promise<Kysely<Rows>> => {
  try {
    return await opened(options);
  } catch (error) {
    if (options.url || !options.folder) throw error;
    onDiscard(error);
    await rm(options.folder, { recursive: true, force: true });
    return opened(options);
  }
};
