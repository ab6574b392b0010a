// Who an HTTP caller is: by the department's own key, for two minutes at most; by a token of the register; or nobody.
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister } from '../../../case/register/register.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import { callerOf } from '../../../services/doors/http/caller.ts';
import { sha256 } from '../../../services/proof/canonical.ts';
import { officerToken } from '../../../services/proof/officer-token.ts';
import { generateSigningKey } from '../../../services/proof/signature.ts';
import { AT, BUREAU, bureauKey, POLICE } from '../../support/signed-samples.ts';

const policeKey = generateSigningKey(POLICE);
const OPERATOR = 'operator-token-of-this-test';
const NOW = 1_790_000_000;

const changes = (department: string, key: typeof bureauKey): RegisterChange[] => [
  { change: 'department-added', department, name: department, connectKey: `U${'A'.repeat(55)}` },
  {
    change: 'key-granted',
    key: key.id,
    holder: { department },
    use: 'sign',
    suite: 'Ed25519',
    publicKey: key.publicKey,
    from: '2026-01-01T00:00:00+08:00',
  },
  { change: 'officer-appointed', department, officer: 'o-1', ranks: ['officer'] },
];
const entered = (more: RegisterChange[] = []) =>
  applyRegister(
    emptyRegister,
    {
      format: 'xianjie.register.v1',
      commandId: 'r-1',
      actor: { service: 'operator' },
      region: '653023',
      occurredAt: '2026-01-01T00:00:00+08:00',
      changes: [...changes(BUREAU, bureauKey), ...changes(POLICE, policeKey), ...more],
    },
    1,
  );
const who = (bearer: string | undefined, register = entered(), seconds = NOW) =>
  callerOf(bearer, register, OPERATOR, AT, new Date(seconds * 1_000));
const jwt = async (key = bureauKey, department = BUREAU, officer = 'o-1', seconds = 60) =>
  `Bearer ${await officerToken(key, department, officer, NOW, seconds)}`;

describe('an officer vouched for by the department’s key', () => {
  it('is who the token says', async () => {
    expect(await who(await jwt())).toMatchObject({
      kind: 'officer',
      department: BUREAU,
      officer: 'o-1',
      ranks: ['officer'],
    });
  });

  it('leaves the hash of the token as evidence, not the token', async () => {
    const caller = await who(await jwt());
    expect(caller).toMatchObject({ token: expect.stringMatching(/^jwt:[A-Za-z0-9_-]{22}$/) });
  });

  it.each<[string, () => Promise<string>]>([
    ['that lives longer than two minutes', () => jwt(bureauKey, BUREAU, 'o-1', 121)],
    ['of another department than the key’s', () => jwt(bureauKey, POLICE)],
    ['of an officer who was not appointed', () => jwt(bureauKey, BUREAU, 'o-9')],
    ['signed with a key nobody registered', () => jwt(generateSigningKey(BUREAU))],
    ['with a word changed', async () => (await jwt()).replace(/\.[^.]+\./, '.eyJpc3MiOiJ4In0.')],
    [
      'for another audience',
      async () =>
        `Bearer ${await new SignJWT({})
          .setProtectedHeader({ alg: 'EdDSA', kid: bureauKey.id })
          .setIssuer(BUREAU)
          .setSubject('o-1')
          .setAudience('other')
          .setIssuedAt(NOW)
          .setExpirationTime(NOW + 60)
          .sign(bureauKey.privateKey)}`,
    ],
    [
      'that is not signed at all',
      async () => {
        const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const claims = { iss: BUREAU, sub: 'o-1', aud: 'xianjie', iat: NOW, exp: NOW + 60 };
        return `Bearer ${part({ alg: 'none', kid: bureauKey.id })}.${part(claims)}.`;
      },
    ],
  ])('is nobody with a token %s', async (_, token) => {
    expect(await who(await token())).toBeNull();
  });

  it('is nobody when the token has run out, or the key was revoked, or the department retired', async () => {
    const token = await jwt();
    expect(await who(token, entered(), NOW + 120)).toBeNull();
    const revoked = entered([{ change: 'key-revoked', key: bureauKey.id, reason: '遗失' }]);
    expect(await who(token, revoked)).toBeNull();
    expect(await who(token, entered([{ change: 'department-retired', department: BUREAU }]))).toBeNull();
  });
});

describe('an officer vouched for by a key of an officer’s own', () => {
  const own = generateSigningKey(`${BUREAU}/o-1`);
  const granted = (more: object = {}): RegisterChange[] => [
    {
      change: 'key-granted',
      key: own.id,
      holder: { department: BUREAU, officer: 'o-1' },
      use: 'sign',
      suite: 'Ed25519',
      publicKey: own.publicKey,
      from: '2026-01-01T00:00:00+08:00',
      ...more,
    },
    { change: 'officer-appointed', department: BUREAU, officer: 'o-2', ranks: ['officer'] },
  ];
  it('is that officer and no other', async () => {
    const register = entered(granted());
    expect(await who(await jwt(own), register)).toMatchObject({ officer: 'o-1', method: 'jwt' });
    expect(await who(await jwt(own, BUREAU, 'o-2'), register)).toBeNull();
  });
  it('is nobody once the key has run out, or before it counts', async () => {
    expect(await who(await jwt(own), entered(granted({ until: AT })))).toBeNull();
    expect(await who(await jwt(own), entered(granted({ from: '2026-12-01T00:00:00+08:00' })))).toBeNull();
  });
});

describe('an officer with a token of the register', () => {
  const issued: RegisterChange = {
    change: 'token-issued',
    token: 't-1',
    department: POLICE,
    officer: 'o-1',
    sha256: sha256('secret-token'),
  };
  it('is who it was issued to, until it is revoked or the officer leaves', async () => {
    expect(await who('Bearer secret-token', entered([issued]))).toMatchObject({
      department: POLICE,
      officer: 'o-1',
      token: 't-1',
      method: 'token',
    });
    const revoked = entered([issued, { change: 'token-revoked', token: 't-1' }]);
    expect(await who('Bearer secret-token', revoked)).toBeNull();
    const left = entered([issued, { change: 'officer-retired', department: POLICE, officer: 'o-1' }]);
    expect(await who('Bearer secret-token', left)).toBeNull();
  });
});

describe('a caller without a token that is known', () => {
  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    'Basic eHg6eHg=',
    `bearer ${OPERATOR}`,
    'Bearer a.b.c',
  ])('is nobody: %s', async (header) => {
    expect(await who(header)).toBeNull();
  });
  it('is the operator with the operator’s', async () => {
    expect(await who(`Bearer ${OPERATOR}`)).toEqual({ kind: 'operator' });
  });
});
