// A table as data: its columns with their SQL and TypeScript types, so that the two cannot drift apart.
import type { Instant } from '../../../../schemas/instant.ts';

/** SQL of a column; `type` never exists, it carries the TypeScript type. */
export type Column<T> = { readonly sql: string; readonly type?: T };
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row as it is written and as it is read: instants are canonical text both ways. */
export type RowOf<C extends Columns> = { -readonly [K in keyof C]: NonNullable<C[K]['type']> | NullIn<C[K]> };
type NullIn<C> = C extends Column<infer T> ? (null extends T ? null : never) : never;

/** `indexes` are what follows `create index on <table>`. */
export type Table<C extends Columns = Columns> = {
  readonly columns: C;
  readonly key: readonly (keyof C & string)[];
  readonly indexes?: readonly string[];
};

export const defineTable = <const C extends Columns>(table: Table<C>): Table<C> => table;

// Names and codes compare byte by byte, here and in JavaScript alike.
export const text: Column<string> = { sql: 'text collate "C" not null' };
export const textOrNull: Column<string | null> = { sql: 'text collate "C"' };
export const int: Column<number> = { sql: 'integer not null' };
export const intOrNull: Column<number | null> = { sql: 'integer' };
/** Stream sequences. */
export const bigint: Column<number> = { sql: 'bigint not null' };
export const flag: Column<boolean> = { sql: 'boolean not null' };
export const instant: Column<Instant> = { sql: 'timestamptz not null' };
export const instantOrNull: Column<Instant | null> = { sql: 'timestamptz' };
/** `json`, not `jsonb`: nothing searches inside, and taking it apart costs a tenth of a rebuild. */
export const json = <T>(): Column<T> => ({ sql: 'json not null' });
