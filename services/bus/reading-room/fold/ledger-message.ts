// A message of the ledger as the projector takes it: bytes, so that parsing happens in the projector's own thread.
import type { Entry } from '../../../../schemas/entry.ts';
import { entryHashOf, entryOf, parseRecord } from '../../../proof/record.ts';
import type { StoredMessage } from '../../ledger/read.ts';

/** A message opened: its entry, and the entry's hash. */
export type OpenedMessage = { readonly sequence: number; readonly entry: Entry; readonly hash: string };

/** As they stand in JSON; nearly no message has one. */
const NUL = '\\u0000';
const SURROGATE = '\\ud';
const REPLACEMENT = '\uFFFD';

/** Texts as a table can hold them: PostgreSQL has no NUL and no half of a character. Schemas refuse both; older entries may have them. */
const storable = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', REPLACEMENT).toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [storable(name), storable(item)]));
};

/** Its texts as the tables will have them, so that what is folded now and what is read back from the tables are the same. */
export const openMessage = ({ sequence, data }: StoredMessage): OpenedMessage => {
  const entry = entryOf(parseRecord(data));
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const isStorable = !bytes.includes(NUL) && !bytes.includes(SURROGATE);
  return { sequence, entry: isStorable ? entry : (storable(entry) as Entry), hash: entryHashOf(data) };
};
