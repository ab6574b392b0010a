// Sealing a value for one department (RFC 7516, ECDH-ES on X25519): the bus carries it and cannot read it.
// A reporter's identity travels so, or not at all.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';

const ALGORITHM = 'ECDH-ES+A256KW';
const ENCRYPTION = 'A256GCM';

/** A sealing key; `publicKey` (32 bytes base64url) is what the register grants with use `seal`. */
export const generateSealingKey = (): { readonly publicKey: string; readonly privateKey: KeyObject } => {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an X25519 key');
  return { publicKey: x, privateKey };
};

/** A compact JWE only the holder of the sealing key opens. */
export const sealFor = async (publicKey: string, text: string): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: ALGORITHM, enc: ENCRYPTION })
    .encrypt(await importJWK({ kty: 'OKP', crv: 'X25519', x: publicKey }, ALGORITHM));

/** @throws JOSEError for what was sealed for somebody else, or altered */
export const openSealed = async (privateKey: KeyObject, sealed: string): Promise<string> => {
  const { plaintext } = await compactDecrypt(sealed, privateKey, {
    keyManagementAlgorithms: [ALGORITHM],
    contentEncryptionAlgorithms: [ENCRYPTION],
  });
  return new TextDecoder().decode(plaintext);
};
