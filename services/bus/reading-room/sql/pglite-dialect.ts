// PGlite behind kysely: PostgreSQL's own compiler and adapter over one embedded connection, taken in turns.
import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';

const connectionOf = (db: PGlite): DatabaseConnection => ({
  executeQuery: async ({ sql, parameters }) => {
    const { rows, affectedRows } = await db.query(sql, [...parameters]);
    return { rows: rows as never[], numAffectedRows: BigInt(affectedRows ?? 0) };
  },
  // biome-ignore lint/correctness/useYield: an embedded database has no cursor to stream from
  streamQuery: async function* () {
    throw new Error('PGlite does not stream');
  },
});

/** A lock handed over in the order asked for: PGlite has one connection, and a transaction must have it alone. */
const turnstile = (): (() => Promise<() => void>) => {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let leave = (): void => {};
    last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    return leave;
  };
};

/** Dialect over an opened PGlite; destroying the kysely instance closes it. */
export const pgliteDialect = (db: PGlite): Dialect => {
  const connection = connectionOf(db);
  const enter = turnstile();
  let leave = (): void => {};
  const run = (words: string) => async () => {
    await connection.executeQuery(CompiledQuery.raw(words));
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => {
        leave = await enter();
        return connection;
      },
      releaseConnection: async () => leave(),
      beginTransaction: run('begin'),
      commitTransaction: run('commit'),
      rollbackTransaction: run('rollback'),
      destroy: () => db.close(),
    }),
  };
};
