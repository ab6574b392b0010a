// Checkpoints: size and root of the tree in the form of C2SP tlog-checkpoint, signed as a C2SP signed-note (Ed25519).
// Plain text that a clerk can print and the Go toolchain's own library verifies.
import { hash } from 'node:crypto';
import { type SigningKey, signBytes, verifyBytes } from './signature.ts';

const ED25519 = 1;
const SIGNATURE_LINE = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/;

export type Checkpoint = {
  /** Name of the log, and of the key that signs it. */
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** The signed text: three lines, each ended by a newline. */
  readonly body: string;
  readonly signatures: readonly {
    readonly name: string;
    readonly keyHash: Buffer;
    readonly signature: Buffer;
  }[];
};

const typedKey = (publicKey: string): Buffer =>
  Buffer.concat([Buffer.from([ED25519]), Buffer.from(publicKey, 'base64url')]);

/** First four bytes of SHA-256(name ‖ LF ‖ type ‖ key). */
const noteKeyHash = (name: string, publicKey: string): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typedKey(publicKey)]), 'buffer').subarray(0, 4);

/** An origin that can name a note key: no white space, no plus sign. */
const isOrigin = (text: string): boolean => /^[^\s+]{3,100}$/u.test(text);

/** @throws TypeError where the origin cannot name a key */
export const signCheckpoint = (key: SigningKey, origin: string, size: number, root: Uint8Array): string => {
  if (!isOrigin(origin)) throw new TypeError(`not a checkpoint origin: ${origin}`);
  const body = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  const signature = Buffer.from(signBytes(key, Buffer.from(body)).value, 'base64url');
  const signed = Buffer.concat([noteKeyHash(origin, key.publicKey), signature]);
  return `${body}\n\u2014 ${origin} ${signed.toString('base64')}\n`;
};

const exactBase64 = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
};

/** The checkpoint a text says, its signatures not yet verified; `null` where it is not one. */
export const parseCheckpoint = (text: string): Checkpoint | null => {
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return null;
  const body = text.slice(0, end + 1);
  const [origin = '', size = '', rootText = '', ...more] = body.split('\n');
  const root = exactBase64(rootText);
  // Extension lines are ours to refuse: this ledger writes none.
  if (!isOrigin(origin) || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return null;
  if (more.length !== 1 || more[0] !== '') return null;
  const signatures = [];
  for (const line of text.slice(end + 2, -1).split('\n')) {
    const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = exactBase64(encoded);
    if (!bytes || bytes.length < 5) return null;
    signatures.push({ name, keyHash: bytes.subarray(0, 4), signature: bytes.subarray(4) });
  }
  return { origin, size: Number(size), root, body, signatures };
};

/** The checkpoint in a file that a person kept: line ends of Windows and what an editor puts at beginning and end say nothing. */
export const checkpointOfFile = (text: string): Checkpoint | null =>
  parseCheckpoint(`${text.replaceAll('\r\n', '\n').trim()}\n`);

/** The one of these keys (32 bytes base64url) that signed the checkpoint under its origin's name. */
export const signerOf = (checkpoint: Checkpoint, publicKeys: readonly string[]): string | null => {
  const bytes = Buffer.from(checkpoint.body);
  for (const { name, keyHash, signature } of checkpoint.signatures) {
    if (name !== checkpoint.origin) continue;
    for (const publicKey of publicKeys) {
      const named = keyHash.equals(noteKeyHash(name, publicKey));
      if (named && verifyBytes(publicKey, bytes, signature.toString('base64url'))) return publicKey;
    }
  }
  return null;
};

/** C2SP tlog-proof: the entry at `index` (ledger sequence − 1) is in the checkpointed tree. A receipt anyone can verify. */
export const tlogProof = (index: number, proof: readonly Buffer[], checkpoint: string): string =>
  `c2sp.org/tlog-proof@v1\nindex ${index}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${checkpoint}`;
