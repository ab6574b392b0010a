// Ed25519: the vectors of RFC 8032, key ids, and what must not verify.
import { describe, expect, it } from 'vitest';
import {
  generateSigningKey,
  keyId,
  pemOf,
  sign,
  signBytes,
  signingKeyFromPem,
  verifyBytes,
  verifyBytesLater,
  verifySignature,
} from '../../../services/proof/signature.ts';
import { signingKeyFromSeed } from '../../support/seed-key.ts';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

describe('RFC 8032 §7.1', () => {
  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
  ])('seed %s', async (seed, publicKey, message, signature) => {
    const key = signingKeyFromSeed('ledger', bytes(seed));
    expect(Buffer.from(key.publicKey, 'base64url').toString('hex')).toBe(publicKey);
    const made = signBytes(key, bytes(message));
    expect(Buffer.from(made.value, 'base64url').toString('hex')).toBe(signature);
    expect(verifyBytes(key.publicKey, bytes(message), made.value)).toBe(true);
    expect(await verifyBytesLater(key.publicKey, bytes(message), made.value)).toBe(true);
  });
});

describe('a signature', () => {
  const key = generateSigningKey('653023/public-security');
  const value = { format: 'xianjie.command.v1', commandId: 'c-1' };
  const signature = sign(key, value.format, value);

  it('fits its own context, value and key only', () => {
    const other = generateSigningKey('653023/public-security');
    expect(verifySignature(key.publicKey, value.format, value, signature)).toBe(true);
    expect(verifySignature(key.publicKey, 'xianjie.entry.v1', value, signature)).toBe(false);
    expect(verifySignature(key.publicKey, value.format, { ...value, commandId: 'c-2' }, signature)).toBe(
      false,
    );
    expect(verifySignature(other.publicKey, value.format, value, signature)).toBe(false);
  });

  it('has one spelling, so that a changed digit is always seen', () => {
    const last = signature.value.at(-1) as string;
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const next = alphabet[alphabet.indexOf(last) + 1] as string;
    for (const changed of [`${signature.value.slice(0, -1)}${next}`, `${signature.value}=`, '', 'x', ' ']) {
      expect(verifySignature(key.publicKey, value.format, value, { key: key.id, value: changed })).toBe(
        false,
      );
    }
  });

  it('of a key that is none is false, never an error', async () => {
    expect(verifyBytes('short', Buffer.from(''), signature.value)).toBe(false);
    expect(await verifyBytesLater('short', Buffer.from(''), signature.value)).toBe(false);
  });

  it('names its key by holder and hash; the root key is just root', () => {
    expect(key.id).toMatch(/^653023\/public-security#[A-Za-z0-9_-]{8}$/);
    expect(keyId('root', key.publicKey)).toBe('root');
    expect(signingKeyFromPem('653023/public-security', pemOf(key)).id).toBe(key.id);
  });
});
