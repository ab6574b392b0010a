// A message of the ledger as the projector takes it: bytes, so that parsing happens in the projector's own thread.
import type { Entry } from '../../../schemas/entry.ts';
import { entryHashOf, entryOf, parseRecord } from '../../proof/record.ts';

/** Same shape as `StoredMessage` of services/bus/ledger. */
export type LedgerMessage = {
  readonly sequence: number;
  readonly subject: string;
  readonly data: Uint8Array;
};

/** A message opened: its entry, and the entry's hash. */
export type OpenedMessage = { readonly sequence: number; readonly entry: Entry; readonly hash: string };

export const openMessage = ({ sequence, data }: LedgerMessage): OpenedMessage => ({
  sequence,
  entry: entryOf(parseRecord(data)),
  hash: entryHashOf(data),
});
