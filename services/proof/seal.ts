// Sealing a text for one holder of a key (RFC 7516 compact, ECDH-ES+A256KW on X25519, A256GCM): whoever carries it cannot read it.
// Party values travel so in every notice; a reporter's identity travels so, or not at all.
import {
  createCipheriv,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { compactDecrypt } from 'jose';
import type { SealingJwk } from '../../schemas/credentials.ts';
import { keyId } from './signature.ts';

const ALGORITHM = 'ECDH-ES+A256KW';
/** What is opened: a sender may also agree on the content key itself. */
const ALGORITHMS = [ALGORITHM, 'ECDH-ES'];
const ENCRYPTION = 'A256GCM';

/** A sealing key; the register grants `publicKey` (32 bytes base64url) under `id` with use `seal` or `report`. */
export type SealingKey = { readonly id: string; readonly publicKey: string; readonly privateKey: KeyObject };

/** What was sealed for another key, or altered, or is no such thing. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

export const generateSealingKey = (holder: string): SealingKey => {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an X25519 key');
  return { id: keyId(holder, x), publicKey: x, privateKey };
};

export const sealingJwkOf = ({ id, publicKey: x, privateKey }: SealingKey): SealingJwk => {
  const { d } = privateKey.export({ format: 'jwk' });
  if (d === undefined) throw new TypeError('not a private key');
  return { kty: 'OKP', crv: 'X25519', kid: id, x, d };
};

/** @throws Error where the numbers are no key, or not of one key */
export const sealingKeyOfJwk = (jwk: SealingJwk): SealingKey => {
  const privateKey = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
  if (createPublicKey(privateKey).export({ format: 'jwk' }).x !== jwk.x) throw new TypeError('x is not of d');
  return { id: jwk.kid, publicKey: jwk.x, privateKey };
};

// Making a KeyObject costs a part of an encryption. Departments are few; the bound is against a flood of strangers.
const keyObjects = new Map<string, KeyObject>();
const MOST_KEY_OBJECTS = 10_000;

const keyObjectOf = (x: string): KeyObject => {
  const known = keyObjects.get(x);
  if (known) return known;
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
  if (keyObjects.size >= MOST_KEY_OBJECTS) keyObjects.clear();
  keyObjects.set(x, made);
  return made;
};

const withLength = (bytes: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** Concat KDF, its one round (RFC 7518 section 4.6.2): what stands around the shared secret for 256 bits of A256KW, no party named. */
const ROUND = Buffer.from([0, 0, 0, 1]);
const OTHER_INFO = Buffer.concat([
  withLength(Buffer.from(ALGORITHM)),
  withLength(Buffer.alloc(0)),
  withLength(Buffer.alloc(0)),
  Buffer.from([0, 0, 1, 0]),
]);
/** RFC 3394 section 2.2.3.1. */
const WRAP_IV = Buffer.alloc(8, 0xa6);

/** What was agreed with a receiver: the key that wraps content keys, and the header that lets it agree on the same. */
type Agreement = {
  readonly protectedHeader: string;
  readonly wrapping: KeyObject;
  left: number;
  readonly until: number;
};

const agree = (id: string, publicKey: KeyObject): Agreement => {
  const ephemeral = generateKeyPairSync('x25519');
  const { x } = ephemeral.publicKey.export({ format: 'jwk' });
  const header = { alg: ALGORITHM, enc: ENCRYPTION, kid: id, epk: { kty: 'OKP', crv: 'X25519', x } };
  const secret = diffieHellman({ privateKey: ephemeral.privateKey, publicKey });
  return {
    protectedHeader: Buffer.from(JSON.stringify(header)).toString('base64url'),
    wrapping: createSecretKey(hash('sha256', Buffer.concat([ROUND, secret, OTHER_INFO]), 'buffer')),
    left: MOST_TEXTS,
    until: performance.now() + AGREED_FOR_MS,
  };
};

/**
 * One key agreement serves many texts for a receiver, each under a content key of its own: agreeing costs three times as much as
 * all the rest, and a notice is sealed for each of its receivers. The ephemeral secret is gone once it was used.
 */
const agreements = new Map<string, Agreement>();
const MOST_TEXTS = 10_000;
const AGREED_FOR_MS = 600_000;

const agreementWith = ({ id, publicKey }: Pick<SealingKey, 'id' | 'publicKey'>): Agreement => {
  const name = `${id} ${publicKey}`;
  const known = agreements.get(name);
  if (known && known.left > 0 && performance.now() < known.until) return known;
  if (agreements.size >= MOST_KEY_OBJECTS) agreements.clear();
  const made = agree(id, keyObjectOf(publicKey));
  agreements.set(name, made);
  return made;
};

const CONTENT_KEY_BYTES = 32;
const IV_BYTES = 12;

const sealed = (agreement: Agreement, text: string): string => {
  agreement.left -= 1;
  const { protectedHeader, wrapping } = agreement;
  const random = randomBytes(CONTENT_KEY_BYTES + IV_BYTES);
  const [contentKey, iv] = [random.subarray(0, CONTENT_KEY_BYTES), random.subarray(CONTENT_KEY_BYTES)];
  const wrap = createCipheriv('id-aes256-wrap', wrapping, WRAP_IV);
  const encryptedKey = Buffer.concat([wrap.update(contentKey), wrap.final()]);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(contentKey), iv);
  cipher.setAAD(Buffer.from(protectedHeader));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [encryptedKey, iv, ciphertext, cipher.getAuthTag()].map((bytes) =>
    bytes.toString('base64url'),
  );
  return `${protectedHeader}.${parts.join('.')}`;
};

/**
 * A compact JWE that only the holder of the key opens; its protected header names the key as `kid`. Made here and not by the
 * library that opens it, for a tenth of the time.
 * @throws SealError where the public key is none
 */
export const sealFor = (key: Pick<SealingKey, 'id' | 'publicKey'>, text: string): string => {
  try {
    return sealed(agreementWith(key), text);
  } catch (cause) {
    throw new SealError(`cannot be sealed for ${key.id}`, { cause });
  }
};

/** @throws SealError for what was sealed for another key, or altered */
export const openSealed = async (key: SealingKey, sealed: string): Promise<string> => {
  try {
    const { plaintext } = await compactDecrypt(
      sealed,
      ({ kid }) => {
        if (kid !== key.id) throw new SealError(`sealed for another key than ${key.id}`);
        return key.privateKey;
      },
      { keyManagementAlgorithms: ALGORITHMS, contentEncryptionAlgorithms: [ENCRYPTION] },
    );
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch (cause) {
    throw cause instanceof SealError ? cause : new SealError('does not open', { cause });
  }
};
