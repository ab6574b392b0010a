// The envelope: what a command discloses, encrypted with its case's data key, so that one append stores all
// and destroying the key erases it without breaking a proof. AES-256-GCM; additional data: the command's digest.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Disclosure } from '../../schemas/command.ts';
import type { Envelope } from '../../schemas/entry.ts';
import { bytesOfBase64Url, canonical, sha256 } from './canonical.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A ciphertext that does not open: another key, another command, or altered bytes. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Making a key object of bytes costs more than encrypting; the bytes of a case's key are kept while it is used. */
const secretKeyOf = (key: Uint8Array): KeyObject => {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
};

/** Encrypts; `ciphertext` ends with the 16-byte tag. */
export const encrypt = (key: Uint8Array, plain: Uint8Array, additional: string): Envelope => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secretKeyOf(key), nonce);
  cipher.setAAD(Buffer.from(additional));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64url'), ciphertext: ciphertext.toString('base64url') };
};

/** @throws EnvelopeError */
export const decrypt = (key: Uint8Array, { nonce, ciphertext }: Envelope, additional: string): Buffer => {
  const bytes = Buffer.from(ciphertext, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, secretKeyOf(key), Buffer.from(nonce, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(additional));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    throw new EnvelopeError('the envelope does not open', { cause });
  }
};

/**
 * Disclosures → envelope.
 * @param key 32 bytes, the case's data key
 * @param digest the command's digest: an envelope moved to another command does not open
 */
export const sealEnvelope = (key: Uint8Array, digest: string, disclosures: readonly Disclosure[]): Envelope =>
  encrypt(key, Buffer.from(canonical(disclosures)), digest);

/** @throws EnvelopeError */
export const openEnvelope = (key: Uint8Array, digest: string, envelope: Envelope): Disclosure[] =>
  z.array(Disclosure).parse(JSON.parse(decrypt(key, envelope, digest).toString('utf8')));

/** SHA-256 of nonce ‖ ciphertext ‖ tag, or `null` where the texts are not base64url of such. The entry keeps it. */
export const envelopeHash = ({ nonce, ciphertext }: Envelope): string | null => {
  const [first, rest] = [bytesOfBase64Url(nonce), bytesOfBase64Url(ciphertext)];
  if (first?.length !== NONCE_BYTES || rest === null || rest.length < TAG_BYTES) return null;
  return sha256(Buffer.concat([first, rest]));
};
