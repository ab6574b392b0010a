// Rows gathered while a batch of entries is folded: each row that changed once, in its last form.
import type { Rows, TableName } from '../sql/tables.ts';

/** Rows by table and key; a later row of the same key takes the place of the earlier. */
export type BatchRows = { readonly [N in TableName]?: Map<string, Rows[N]> } & {
  readonly dropped: { readonly table: TableName; readonly key: RowKey }[];
};
type Gathering = { [N in TableName]?: Map<string, Rows[N]> };
/** Values of the columns that tell a row from the others of its table. */
type RowKey = Readonly<Record<string, string>>;

export const emptyBatch = (): BatchRows => ({ dropped: [] });

export const put = <N extends TableName>(batch: BatchRows, table: N, key: string, row: Rows[N]): void => {
  const gathering = batch as Gathering;
  const rows = (gathering[table] ?? new Map()) as Map<string, Rows[N]>;
  rows.set(key, row);
  gathering[table] = rows as Gathering[N];
};

/** Rows that are no longer: what was gathered of them goes too. */
export const drop = <N extends TableName>(batch: BatchRows, table: N, key: string, row: RowKey): void => {
  batch[table]?.delete(key);
  batch.dropped.push({ table, key: row });
};

export const rowsOf = <N extends TableName>(batch: BatchRows, table: N): Rows[N][] => [
  ...((batch[table] as Map<string, Rows[N]> | undefined)?.values() ?? []),
];
