// A record: head and body of an entry with the ledger's signature and the envelope, as one message of the stream LEDGER.
// Its bytes hold the head canonically, so hash, signature, leaf and message cost one canonicalisation together.
import { hash } from 'node:crypto';
import type { Signature } from '../../schemas/command.ts';
import type { Body, Entry, Envelope, Head, LedgerRecord } from '../../schemas/entry.ts';
import { asOfNow, inBeijing } from '../../schemas/instant.ts';
import { canonical, sha256, signedBytes } from './canonical.ts';
import { leafHash } from './merkle.ts';
import type { NewEntry } from './new-entry.ts';
import { type SigningKey, signBytes, signBytesLater } from './signature.ts';

/** A record ready to be appended. `hash` is the head's, which the next entry of its id names as `previous`. */
export type SealedRecord = {
  readonly record: LedgerRecord;
  readonly bytes: Buffer;
  /** The body's canonical JSON. */
  readonly bodyText: string;
  readonly hash: string;
};

const BODY_FORMAT = 'xianjie.body.v1';

/** What a head names as its body: SHA-256 of `xianjie.body.v1\n` and the body's canonical bytes, base64url. */
export const bodyDigest = (body: Body): string => sha256(signedBytes(BODY_FORMAT, body));

const textsOf = (made: NewEntry) => {
  const bodyText = canonical(made.body);
  const head: Head = { ...made.head, body: sha256(`${BODY_FORMAT}\n${bodyText}`) };
  const headText = canonical(head);
  return { head, headText, bodyText, signed: Buffer.from(`${head.format}\n${headText}`) };
};

const laidOut = (
  { head, headText, bodyText, signed }: ReturnType<typeof textsOf>,
  body: Body,
  signature: Signature,
  envelope: Envelope | null,
): SealedRecord => ({
  record: { head, body, envelope, signature },
  bodyText,
  bytes: Buffer.from(
    `{"body":${bodyText},"envelope":${canonical(envelope)},"head":${headText},"signature":${canonical(signature)}}`,
  ),
  hash: sha256(signed),
});

/**
 * Completes the head with its body's digest, signs it and lays out the message.
 * @param key the ledger's key; the root key for genesis and for register entries before the ledger key is granted
 * @throws ContractError SCHEMA_MISMATCH for an entry that is not JSON
 */
export const sealRecord = (key: SigningKey, made: NewEntry, envelope: Envelope | null): SealedRecord => {
  const texts = textsOf(made);
  return laidOut(texts, made.body, signBytes(key, texts.signed), envelope);
};

/** Same, signed on the thread pool: the registrar goes on with the next command meanwhile. */
export const sealRecordLater = async (
  key: SigningKey,
  made: NewEntry,
  envelope: Envelope | null,
): Promise<SealedRecord> => {
  const texts = textsOf(made);
  return laidOut(texts, made.body, await signBytesLater(key, texts.signed), envelope);
};

/** A message of our own stream. What comes from elsewhere goes through `verifyExport` or the schema. */
export const parseRecord = (bytes: Uint8Array): LedgerRecord =>
  JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')) as LedgerRecord;

/** Head and body in one, as what decides, folds and reads takes an entry. */
export const entryOf = ({ head, body }: Pick<LedgerRecord, 'head' | 'body'>): Entry => {
  const { body: _, ...rest } = head;
  const occurredAt = inBeijing(body.command.occurredAt);
  return { ...rest, ...body, occurredAt: asOfNow(occurredAt, head.recordedAt) ?? occurredAt };
};

const START = Buffer.from('{"body":');
const HEAD = Buffer.from(',"head":');
const TAIL = Buffer.from(',"signature":');

/**
 * The canonical bytes of the head inside a message; parsed again only where the message is laid out otherwise. No text inside
 * a JSON string can look like the two marks, for the quotes in it are escaped.
 */
const headBytes = (message: Uint8Array): Buffer => {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  const end = bytes.lastIndexOf(TAIL);
  const before = end > 0 ? bytes.lastIndexOf(HEAD, end) : -1;
  return before > 0 && bytes.subarray(0, START.length).equals(START)
    ? bytes.subarray(before + HEAD.length, end)
    : Buffer.from(canonical(parseRecord(bytes).head));
};

/** Leaf hash of a message in the Merkle tree. */
export const leafOf = (bytes: Uint8Array): Buffer => leafHash(headBytes(bytes));

/** Hash of the entry in a message: SHA-256 of `xianjie.entry.v2\n` and its head's canonical bytes, base64url. */
export const entryHashOf = (bytes: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from('xianjie.entry.v2\n'), headBytes(bytes)]), 'base64url');
