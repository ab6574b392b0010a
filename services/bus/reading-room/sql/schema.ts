// Makes the tables; a schema other than this one is dropped, for everything here can be read again from the ledger.
import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Rows, type TableName, tables } from './tables.ts';

/** All tables live in this schema of the database. */
export const SCHEMA_NAME = 'reading_room';

/** Raised when the projection writes other rows into the same tables. */
const PROJECTION = 1;

/** A table when only its words matter. */
type Worded = {
  readonly columns: Readonly<Record<string, { readonly sql: string }>>;
  readonly key: readonly string[];
  readonly indexes?: readonly string[] | undefined;
};

const statements: readonly string[] = Object.entries<Worded>(tables).flatMap(([name, table]) => [
  `create table ${SCHEMA_NAME}.${name} (${[
    ...Object.entries(table.columns).map(([column, { sql: type }]) => `${column} ${type}`),
    `primary key (${table.key.join(', ')})`,
  ].join(', ')})`,
  ...(table.indexes ?? []).map((index) => `create index on ${SCHEMA_NAME}.${name} ${index}`),
]);

/** Changes with every table, so that forgetting to raise a number does no harm. */
const schemaVersion = (): string =>
  `${PROJECTION}-${hash('sha256', statements.join(';'), 'hex').slice(0, 12)}`;

/** Empties the reading room: what follows is a rebuild from the ledger. */
export const recreateSchema = async (db: Kysely<Rows>): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql.raw(`drop schema if exists ${SCHEMA_NAME} cascade`).execute(tx);
    await sql.raw(`create schema ${SCHEMA_NAME}`).execute(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
    await tx
      .insertInto('progress')
      .values({
        id: 1,
        schema: schemaVersion(),
        position: 0,
        hash: null,
        clock: null,
        recorded_at: null,
        reads_to: 0,
      })
      .execute();
  });
};

/** Makes the schema where it is missing or another one; `true` when it starts empty. */
export const ensureSchema = async (db: Kysely<Rows>): Promise<boolean> => {
  const found = await sql<{ there: boolean }>`
    select to_regclass(${`${SCHEMA_NAME}.progress`}) is not null as there`.execute(db);
  if (found.rows[0]?.there) {
    const known = await db.selectFrom('progress').select('schema').executeTakeFirst();
    if (known?.schema === schemaVersion()) return false;
  }
  await recreateSchema(db);
  return true;
};

/** Rows in one statement, new or in place of the old: one JSON parameter, whatever the number of rows. */
export const remove = async (
  db: Kysely<Rows>,
  name: TableName,
  key: Readonly<Record<string, string>>,
): Promise<void> => {
  const is = Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`delete from ${sql.table(name)} where ${sql.join(is, sql` and `)}`.execute(db);
};

export const upsert = async <N extends TableName>(
  db: Kysely<Rows>,
  name: N,
  rows: readonly Rows[N][],
): Promise<void> => {
  if (rows.length === 0) return;
  const table: Worded = tables[name];
  const rest = Object.keys(table.columns).filter((column) => !table.key.includes(column));
  const set = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  await sql`insert into ${sql.table(name)}
    select * from json_populate_recordset(null::${sql.table(name)}, (${JSON.stringify(rows)}::text)::json)
    on conflict (${sql.raw(table.key.join(', '))}) do update set ${sql.raw(set)}`.execute(db);
};
