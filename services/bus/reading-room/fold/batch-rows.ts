// Rows gathered while a batch of entries is folded: each row that changed once, in its last form.
import type { Rows, TableName } from '../sql/tables.ts';

/** Rows by table and key; a later row of the same key takes the place of the earlier. */
export type BatchRows = { readonly [N in TableName]?: Map<string, Rows[N]> };
type Gathering = { [N in TableName]?: Map<string, Rows[N]> };

export const emptyBatch = (): BatchRows => ({});

export const put = <N extends TableName>(batch: BatchRows, table: N, key: string, row: Rows[N]): void => {
  const gathering = batch as Gathering;
  const rows = (gathering[table] ?? new Map()) as Map<string, Rows[N]>;
  rows.set(key, row);
  gathering[table] = rows as Gathering[N];
};

export const rowsOf = <N extends TableName>(batch: BatchRows, table: N): Rows[N][] => [
  ...((batch[table] as Map<string, Rows[N]> | undefined)?.values() ?? []),
];
