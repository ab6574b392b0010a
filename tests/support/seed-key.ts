// The signing key of a 32-byte seed, as other software and test vectors give it.
import { type SigningKey, signingKeyFromPem } from '../../services/proof/signature.ts';

/** What stands before the seed in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export const signingKeyFromSeed = (holder: string, seed: Uint8Array): SigningKey => {
  const der = Buffer.concat([PKCS8, seed]).toString('base64');
  return signingKeyFromPem(holder, `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`);
};
