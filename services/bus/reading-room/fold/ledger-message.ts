// A message of the ledger as the projector takes it: bytes, so that parsing happens in the projector's own thread.
import type { Entry } from '../../../../schemas/entry.ts';
import { entryHashOf, entryOf, parseRecord } from '../../../proof/record.ts';
import type { StoredMessage } from '../../ledger/read.ts';

/** A message opened: its entry, and the entry's hash. */
export type OpenedMessage = { readonly sequence: number; readonly entry: Entry; readonly hash: string };

export const openMessage = ({ sequence, data }: StoredMessage): OpenedMessage => ({
  sequence,
  entry: entryOf(parseRecord(data)),
  hash: entryHashOf(data),
});
