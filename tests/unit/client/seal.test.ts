// A reporter's identity: only the department it is sealed for reads it, and no front door takes one that is not sealed.
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import { disclosureFault, type SignedCommand } from '../../../schemas/command.ts';
import { signedCommandOf } from '../../../services/doors/front-door.ts';
import {
  generateSealingKey,
  openSealed,
  SealError,
  sealFor,
  sealingJwkOf,
  sealingKeyOfJwk,
} from '../../../services/proof/seal.ts';
import { BUREAU, POLICE, signedSample } from '../../support/signed-samples.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
/** What the registrar finds wrong with the values a command discloses, whatever door it came by. */
const faultsOf = ({ disclosures }: SignedCommand): string[] =>
  disclosures.flatMap((disclosure, place) => disclosureFault(disclosure, place) ?? []);
const asked = (reporter: string) => ({ commandId: 'c-1', command: 'send-clue', sealed: { reporter } });

describe('a sealed reporter', () => {
  it('is read by the department it is for, and by nobody else', async () => {
    const [ours, theirs] = [generateSealingKey(POLICE), generateSealingKey(BUREAU)];
    const sealed = sealFor(ours, '举报人王五');
    expect(await openSealed(ours, sealed)).toBe('举报人王五');
    await expect(openSealed(theirs, sealed)).rejects.toThrow(`sealed for another key than ${theirs.id}`);
    // Nor by another key under the same name.
    await expect(openSealed({ ...theirs, id: ours.id }, sealed)).rejects.toThrow('does not open');
    await expect(openSealed(ours, `${sealed.slice(0, -4)}AAAA`)).rejects.toThrow(SealError);
  });

  it('passes the front doors sealed, and not otherwise', async () => {
    const sealed = sealFor(generateSealingKey(POLICE), '举报人王五');
    const signed = signedSample('c-1', { sealed: { reporter: sealed } });
    expect(signedCommandOf(bytesOf(signed))).toEqual(signed);
    expect(faultsOf(signed)).toEqual([]);
    expect(AskedCommand.safeParse(asked(sealed)).success).toBe(true);
    expect(AskedCommand.safeParse(asked('举报人王五')).success).toBe(false);
    const named = signedSample('c-1', { sealed: { reporter: '举报人王五' } });
    expect(faultsOf(named)).toEqual(['/reporter: does not fit its field']);
  });
});

describe('a sealed text', () => {
  // RFC 7518 appendix C and RFC 8037 appendix A.6 say what any JOSE library does with it.
  it('is a compact JWE of ECDH-ES+A256KW on X25519 with A256GCM, its key named in the protected header', async () => {
    const key = generateSealingKey(POLICE);
    const [header = '', encryptedKey = '', iv = '', , tag = ''] = sealFor(key, '甲').split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      kid: key.id,
      epk: { kty: 'OKP', crv: 'X25519', x: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) },
    });
    expect([encryptedKey, iv, tag].map((text) => Buffer.from(text, 'base64url').length)).toEqual([
      40, 12, 16,
    ]);
  });

  it.each(['ECDH-ES', 'ECDH-ES+A256KW'])(
    'is made alike by a JOSE library, by %s: each opens what the other sealed',
    async (alg) => {
      const key = generateSealingKey(POLICE);
      const text = '甲'.repeat(5_000);
      const theirs = await new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg, enc: 'A256GCM', kid: key.id })
        .encrypt(await importJWK({ kty: 'OKP', crv: 'X25519', x: key.publicKey }, alg));
      expect(await openSealed(key, theirs)).toBe(text);
      const { plaintext, protectedHeader } = await compactDecrypt(sealFor(key, text), key.privateKey);
      expect(new TextDecoder().decode(plaintext)).toBe(text);
      expect(protectedHeader.kid).toBe(key.id);
    },
  );

  it('is opened by the key as credentials hold it, and is another text each time', async () => {
    const key = generateSealingKey(POLICE);
    const [one, other] = [sealFor(key, '甲'), sealFor(key, '甲')];
    expect(one).not.toBe(other);
    const contentKeyOf = (text: string): string => text.split('.')[1] ?? '';
    expect(contentKeyOf(one)).not.toBe(contentKeyOf(other));
    const read = sealingKeyOfJwk(JSON.parse(JSON.stringify(sealingJwkOf(key))));
    expect(await openSealed(read, other)).toBe('甲');
    expect(() =>
      sealingKeyOfJwk({ ...sealingJwkOf(key), x: generateSealingKey(POLICE).publicKey }),
    ).toThrow();
  });

  it.each([
    ['no JWE', () => '甲'],
    [
      'another algorithm',
      (text: string) => text.replace(/^[^.]+/, Buffer.from('{"alg":"dir"}').toString('base64url')),
    ],
    ['no text at all', () => '....'],
  ])('is not opened where it is %s', async (_, change) => {
    const key = generateSealingKey(POLICE);
    await expect(openSealed(key, change(sealFor(key, '甲')))).rejects.toThrow(SealError);
  });

  it('is not made for a public key of which every secret is known', async () => {
    const zero = Buffer.alloc(32).toString('base64url');
    expect(() => sealFor({ id: 'x#1', publicKey: zero }, '甲')).toThrow(SealError);
  });
});

describe('a disclosed value', () => {
  const withDisclosure = (path: string, value: unknown): SignedCommand => {
    const signed = signedSample('c-1', { party: { summary: '摘要' } });
    return { ...signed, disclosures: [{ path, salt: 'A'.repeat(22), value: value as string }] };
  };
  it.each([
    ['of a field nobody knows', '/admin', 'x', 'no party field'],
    ['of another type', '/summary', 7, 'does not fit its field'],
    ['longer than its field', '/title', 'x'.repeat(301), 'does not fit its field'],
    ['that is an amount with a point', '/amountFen', '12.50', 'does not fit its field'],
  ])('%s is refused by its place, never quoted', (_, path, value, why) => {
    // A field nobody knows has a name that the sender made up: its place is said, and not its name.
    const place = why === 'no party field' ? 'disclosures.0.path' : path;
    expect(faultsOf(withDisclosure(path, value))).toEqual([`${place}: ${why}`]);
  });
});
