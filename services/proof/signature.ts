// Ed25519 signatures over a context line and canonical bytes (RFC 8032). Keys are named by their holder and a short hash.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signRaw,
  verify as verifyRaw,
} from 'node:crypto';
import type { Signature } from '../../schemas/command.ts';
import { bytesOfBase64Url, sha256, signedBytes } from './canonical.ts';

/** A private key with the id under which the register knows it. `publicKey` is 32 bytes base64url. */
export type SigningKey = {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKey: KeyObject;
};

/** Id of the one key that no register grants: it stands in the genesis. */
export const ROOT_KEY = 'root';

/** `653023/public-security#Ab12Cd34`; the root key is just `root`. */
export const keyId = (holder: string, publicKey: string): string =>
  holder === ROOT_KEY ? ROOT_KEY : `${holder}#${sha256(Buffer.from(publicKey, 'base64url')).slice(0, 8)}`;

const rawPublicKey = (key: KeyObject): string => {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an Ed25519 key');
  return x;
};

const signingKey = (holder: string, privateKey: KeyObject): SigningKey => {
  const publicKey = rawPublicKey(createPublicKey(privateKey));
  return { id: keyId(holder, publicKey), publicKey, privateKey };
};

/** A new key for a department, a service or `root`. */
export const generateSigningKey = (holder: string): SigningKey =>
  signingKey(holder, generateKeyPairSync('ed25519').privateKey);

/** @throws TypeError where the text is not a PKCS #8 PEM of an Ed25519 key */
export const signingKeyFromPem = (holder: string, pem: string): SigningKey => {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return signingKey(holder, privateKey);
};

export const pemOf = (key: SigningKey): string =>
  key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Signature over bytes already made. */
export const signBytes = (key: SigningKey, bytes: Uint8Array): Signature => ({
  key: key.id,
  value: signRaw(null, bytes, key.privateKey).toString('base64url'),
});

/** Same, on the thread pool. */
export const signBytesLater = (key: SigningKey, bytes: Uint8Array): Promise<Signature> =>
  new Promise((resolve, reject) =>
    signRaw(null, bytes, key.privateKey, (error, value) =>
      error ? reject(error) : resolve({ key: key.id, value: value.toString('base64url') }),
    ),
  );

export const sign = (key: SigningKey, format: string, value: unknown): Signature =>
  signBytes(key, signedBytes(format, value));

// Making a KeyObject costs a quarter of a verification. Departments are few; the bound is against a flood of strangers.
const keyObjects = new Map<string, KeyObject>();
const mostKeyObjects = 10_000;

const keyObjectOf = (publicKey: string): KeyObject => {
  const known = keyObjects.get(publicKey);
  if (known) return known;
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  if (keyObjects.size >= mostKeyObjects) keyObjects.clear();
  keyObjects.set(publicKey, made);
  return made;
};

const decoded = (publicKey: string, value: string): { key: KeyObject; signature: Buffer } | null => {
  const signature = bytesOfBase64Url(value);
  if (signature?.length !== 64) return null;
  try {
    return { key: keyObjectOf(publicKey), signature };
  } catch {
    return null;
  }
};

/** Whether `value` is this key's signature over the bytes; never throws for what a stranger sent. */
export const verifyBytes = (publicKey: string, bytes: Uint8Array, value: string): boolean => {
  const input = decoded(publicKey, value);
  return input !== null && verifyRaw(null, bytes, input.key, input.signature);
};

/** Same, on the thread pool: a verifier of many entries uses all cores. */
export const verifyBytesLater = (publicKey: string, bytes: Uint8Array, value: string): Promise<boolean> => {
  const input = decoded(publicKey, value);
  if (input === null) return Promise.resolve(false);
  return new Promise((resolve, reject) =>
    verifyRaw(null, bytes, input.key, input.signature, (error, fits) =>
      error ? reject(error) : resolve(fits),
    ),
  );
};

/** @param publicKey 32 bytes base64url, from the register and never from the message */
export const verifySignature = (
  publicKey: string,
  format: string,
  value: unknown,
  signature: Signature,
): boolean => verifyBytes(publicKey, signedBytes(format, value), signature.value);
