// A record: an entry with the ledger's signature and its envelope, as one message of the stream LEDGER.
// Its bytes hold the entry canonically, so hash, signature, leaf and message cost one canonicalisation together.
import { hash } from 'node:crypto';
import type { Signature } from '../../schemas/command.ts';
import type { Entry, Envelope, LedgerRecord } from '../../schemas/entry.ts';
import { canonical, sha256 } from './canonical.ts';
import { leafHash } from './merkle.ts';
import { type SigningKey, signBytes, signBytesLater } from './signature.ts';

/** A record ready to be appended. `hash` is the entry's, which the next entry of its id names as `previous`. */
export type SealedRecord = {
  readonly record: LedgerRecord;
  readonly bytes: Buffer;
  readonly hash: string;
};

const textOf = (entry: Entry) => {
  const text = canonical(entry);
  return { text, signed: Buffer.from(`${entry.format}\n${text}`) };
};

const laidOut = (
  entry: Entry,
  text: string,
  signed: Buffer,
  signature: Signature,
  envelope: Envelope | null,
): SealedRecord => ({
  record: { entry, signature, envelope },
  bytes: Buffer.from(
    `{"entry":${text},"envelope":${canonical(envelope)},"signature":${canonical(signature)}}`,
  ),
  hash: sha256(signed),
});

/**
 * Signs an entry and lays out its message.
 * @param key the ledger's key; the root key for genesis and for register entries before the ledger key is granted
 * @throws ContractError SCHEMA_MISMATCH for an entry that is not JSON
 */
export const sealRecord = (key: SigningKey, entry: Entry, envelope: Envelope | null): SealedRecord => {
  const { text, signed } = textOf(entry);
  return laidOut(entry, text, signed, signBytes(key, signed), envelope);
};

/** Same, signed on the thread pool: the registrar goes on with the next command meanwhile. */
export const sealRecordLater = async (
  key: SigningKey,
  entry: Entry,
  envelope: Envelope | null,
): Promise<SealedRecord> => {
  const { text, signed } = textOf(entry);
  return laidOut(entry, text, signed, await signBytesLater(key, signed), envelope);
};

/** A message of our own stream. What comes from elsewhere goes through `verifyExport` or the schema. */
export const parseRecord = (bytes: Uint8Array): LedgerRecord =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as LedgerRecord;

const HEAD = Buffer.from('{"entry":');
const TAIL = Buffer.from(',"envelope":');

/** The canonical bytes of the entry inside a message; parsed again only where the message is laid out otherwise. */
const entryBytes = (bytes: Buffer): Buffer => {
  const end = bytes.lastIndexOf(TAIL);
  return end > 0 && bytes.subarray(0, HEAD.length).equals(HEAD)
    ? bytes.subarray(HEAD.length, end)
    : Buffer.from(canonical(parseRecord(bytes).entry));
};

/** Leaf hash of a message in the Merkle tree. */
export const leafOf = (bytes: Uint8Array): Buffer =>
  leafHash(entryBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));

/** Hash of the entry in a message: SHA-256 of `xianjie.entry.v1\n` and its canonical bytes, base64url. */
export const entryHashOf = (bytes: Uint8Array): string =>
  hash(
    'sha256',
    Buffer.concat([
      Buffer.from('xianjie.entry.v1\n'),
      entryBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    ]),
    'base64url',
  );
