// The envelope: what a command discloses, encrypted, so that one append stores all and destroying a key erases without
// breaking a proof. It has a part for the case and one for each subject, each with a key of its own: one person can be
// erased, and the rest still opens. AES-256-GCM.
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { Disclosure } from '../../schemas/command.ts';
import type { Ciphertext, Envelope, EnvelopePart, PartName } from '../../schemas/entry.ts';
import { canonical, sha256, signedBytes } from './canonical.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'xianjie.envelope.v1';

/** A ciphertext that does not open: another key, another command, another part, or altered bytes. */
export class EnvelopeError extends Error {
  override readonly name = 'EnvelopeError';
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Making a key object of bytes costs more than encrypting; the bytes of a key are kept while it is used. */
const secretKeyOf = (key: Uint8Array): KeyObject => {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
};

/** Encrypts; `ciphertext` ends with the 16-byte tag. */
export const encrypt = (key: Uint8Array, plain: Uint8Array, additional: string): Ciphertext => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secretKeyOf(key), nonce);
  cipher.setAAD(Buffer.from(additional));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64url'), ciphertext: ciphertext.toString('base64url') };
};

/** @throws EnvelopeError */
export const decrypt = (key: Uint8Array, { nonce, ciphertext }: Ciphertext, additional: string): Buffer => {
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

/** The part a value belongs to by its path: what is said of a subject, also in one of several steps, is that subject's. */
const partOf = (path: string): PartName => /^(?:\/steps\/\d+)?\/subjects\/(s\d+)$/.exec(path)?.[1] ?? 'case';

const placeOf = (name: PartName): number => (name === 'case' ? 0 : Number(name.slice(1)));

/** Disclosures by the part they belong to, the case's first, then the subjects' in order. */
export const byPart = (disclosures: readonly Disclosure[]): ReadonlyMap<PartName, Disclosure[]> =>
  new Map(
    [...Map.groupBy(disclosures, ({ path }) => partOf(path))].sort(([a], [b]) => placeOf(a) - placeOf(b)),
  );

/** An envelope or part moved to another command, and a part put in another's place, do not open. */
const additionalFor = (digest: string, name: PartName): string => `${FORMAT} ${digest} ${name}`;

/**
 * One part of an envelope.
 * @param key 32 bytes, the data key of the case or of the subject
 * @param digest the command's digest
 */
export const sealPart = (
  name: PartName,
  key: Uint8Array,
  digest: string,
  disclosures: readonly Disclosure[],
): EnvelopePart => ({
  key: name,
  ...encrypt(key, Buffer.from(canonical(disclosures)), additionalFor(digest, name)),
});

const Disclosures = z.array(Disclosure);

/** @throws EnvelopeError */
export const openPart = (key: Uint8Array, digest: string, part: EnvelopePart): Disclosure[] =>
  Disclosures.parse(JSON.parse(decrypt(key, part, additionalFor(digest, part.key)).toString('utf8')));

/** SHA-256 over `xianjie.envelope.v1`, a newline and the canonical parts, base64url. The entry keeps it. */
export const envelopeHash = ({ parts }: Envelope): string => sha256(signedBytes(FORMAT, parts));
