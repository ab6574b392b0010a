// Who an HTTP caller is: by the department's own key, for two minutes at most; by a token of the register; or nobody.
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../../case/register/apply-register.ts';
import { emptyRegister, type Register } from '../../../case/register/register.ts';
import type { Rank } from '../../../schemas/ids.ts';
import { type Instant, instantFromMillis } from '../../../schemas/instant.ts';
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
const BEGIN = '2026-01-01T00:00:00+08:00';
const enteredOn = (register: Register, occurredAt: Instant, ...entry: RegisterChange[]) =>
  applyRegister(
    register,
    {
      format: 'xianjie.register.v1',
      commandId: `r-${register.at + 1}`,
      actor: { service: 'operator' },
      region: '653023',
      occurredAt,
      changes: entry,
    },
    register.at + 1,
  );
const entered = (more: RegisterChange[] = []) =>
  enteredOn(emptyRegister, BEGIN, ...changes(BUREAU, bureauKey), ...changes(POLICE, policeKey), ...more);
/** So many seconds after the token is made, by the ledger's clock as by the wall's. */
const later = (seconds: number): Instant => instantFromMillis((NOW + seconds) * 1_000);
const HERE = `now: ${later(0)}`;
const who = (bearer: string | undefined, register = entered(), seconds = NOW, at = AT) =>
  callerOf(bearer, register, OPERATOR, at, new Date(seconds * 1_000));
/** A JWT with these claims in place of the right ones, signed by the department. */
const claiming = async (claims: Record<string, unknown>): Promise<string> =>
  `Bearer ${await new SignJWT({ iss: BUREAU, sub: 'o-1', aud: 'xianjie', iat: NOW, exp: NOW + 60, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: bureauKey.id })
    .sign(bureauKey.privateKey)}`;
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

  it.each<[string, string[], () => Promise<string>]>([
    [
      'that lives longer than two minutes',
      ['exp: more than 120 s after iat'],
      () => jwt(bureauKey, BUREAU, 'o-1', 121),
    ],
    ['of another department than the key’s', ['iss: wrong'], () => jwt(bureauKey, POLICE)],
    ['of an officer who was not appointed', ['officer: not in office'], () => jwt(bureauKey, BUREAU, 'o-9')],
    [
      'signed with a key nobody registered',
      ['kid: no signing key in force'],
      () => jwt(generateSigningKey(BUREAU)),
    ],
    [
      'with a word changed',
      ['signature: wrong'],
      async () => (await jwt()).replace(/\.[^.]+\./, '.eyJpc3MiOiJ4In0.'),
    ],
    ['for another audience', ['aud: wrong'], () => claiming({ aud: 'other' })],
    ['without saying when it was made', ['iat: missing'], () => claiming({ iat: undefined })],
    ['made at half a second', ['iat, exp: not whole seconds'], () => claiming({ iat: NOW - 0.5 })],
    ['that ends before it was made', ['exp: not after iat'], () => claiming({ iat: NOW, exp: NOW - 1 })],
    ['that is no JWT', ['jwt: malformed'], async () => 'Bearer a.b.c'],
    // ../shared/cases/inputs/jwt-ten-years.json
    [
      'made ten years from now for two minutes',
      ['iat: in the future', HERE],
      () => claiming({ iat: NOW + 315_359_940, exp: NOW + 315_360_000 }),
    ],
    [
      'that is not signed at all',
      ['alg: wrong'],
      async () => {
        const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const claims = { iss: BUREAU, sub: 'o-1', aud: 'xianjie', iat: NOW, exp: NOW + 60 };
        return `Bearer ${part({ alg: 'none', kid: bureauKey.id })}.${part(claims)}.`;
      },
    ],
  ])('is nobody with a token %s, and is told %j', async (_, faults, token) => {
    expect(await who(await token())).toEqual({ kind: 'nobody', faults });
  });

  it('is believed while the two clocks differ by five seconds either way, and is told the time here beyond', async () => {
    const ahead = (seconds: number) => claiming({ iat: NOW + seconds, exp: NOW + seconds + 60 });
    const behind = (seconds: number) => claiming({ iat: NOW - 60 - seconds, exp: NOW - seconds });
    expect(await who(await ahead(5))).toMatchObject({ kind: 'officer' });
    expect(await who(await ahead(6))).toEqual({ kind: 'nobody', faults: ['iat: in the future', HERE] });
    expect(await who(await behind(4))).toMatchObject({ kind: 'officer' });
    expect(await who(await behind(5))).toEqual({ kind: 'nobody', faults: ['exp: passed', HERE] });
  });

  it('is nobody when the token has run out, or the key was revoked, or the department retired', async () => {
    const token = await jwt();
    expect(await who(token, entered(), NOW + 120)).toMatchObject({ kind: 'nobody' });
    const revoked = entered([{ change: 'key-revoked', key: bureauKey.id, reason: '遗失' }]);
    expect(await who(token, revoked)).toMatchObject({ kind: 'nobody' });
    const retired = entered([{ change: 'department-retired', department: BUREAU }]);
    expect(await who(token, retired)).toMatchObject({ kind: 'nobody' });
  });
});

describe('a token made before an officer left', () => {
  const leave: RegisterChange = { change: 'officer-retired', department: BUREAU, officer: 'o-1' };
  const appoint = (...ranks: Rank[]): RegisterChange => ({
    change: 'officer-appointed',
    department: BUREAU,
    officer: 'o-1',
    ranks,
  });
  const dead = { kind: 'nobody', faults: ['iat: not within this appointment', HERE] };

  it('stays dead when the same id is appointed again, though the department’s key still signs', async () => {
    const again = enteredOn(enteredOn(entered(), later(-30), leave), later(-20), appoint('head'));
    const made = (seconds: number) => claiming({ iat: NOW + seconds, exp: NOW + 60 });
    expect(await who(await made(-31), again, NOW, later(0))).toEqual(dead);
    expect(await who(await made(-26), again, NOW, later(0))).toEqual(dead);
    // Within the new appointment, beyond what the clocks may differ by.
    expect(await who(await made(-20), again, NOW, later(0))).toMatchObject({ ranks: ['head'] });
  });

  it('is not taken for one made after, however soon the officer came again: five seconds pass first', async () => {
    const again = enteredOn(entered(), later(-5), leave, appoint('head'));
    const atOnce = await claiming({ iat: NOW, exp: NOW + 60 });
    expect(await who(atOnce, again, NOW, later(0))).toEqual(dead);
    const next = await claiming({ iat: NOW + 1, exp: NOW + 60 });
    expect(await who(next, again, NOW + 1, later(1))).toMatchObject({ ranks: ['head'] });
  });

  it('counts from the new appointment where the clock was set back since', async () => {
    const jumped = enteredOn(enteredOn(entered(), later(1_000_000), leave), later(-20), appoint('head'));
    const made = (seconds: number) => claiming({ iat: NOW + seconds, exp: NOW + 60 });
    expect(await who(await made(-15), jumped, NOW, later(0))).toEqual(dead);
    expect(await who(await made(-14), jumped, NOW, later(0))).toMatchObject({ ranks: ['head'] });
  });

  it('lives on where only the ranks changed: nobody left', async () => {
    const promoted = enteredOn(entered(), later(-2), appoint('officer', 'head'));
    const before = await claiming({ iat: NOW - 30, exp: NOW + 60 });
    expect(await who(before, promoted, NOW, later(0))).toMatchObject({ ranks: ['officer', 'head'] });
  });

  it('does not reach back before the first appointment either', async () => {
    const appointed = enteredOn(entered(), later(-10), {
      change: 'officer-appointed',
      department: BUREAU,
      officer: 'o-7',
      ranks: ['officer'],
    });
    const made = (seconds: number) => claiming({ sub: 'o-7', iat: NOW + seconds, exp: NOW + 60 });
    expect(await who(await made(-16), appointed, NOW, later(0))).toEqual(dead);
    expect(await who(await made(-15), appointed, NOW, later(0))).toMatchObject({ officer: 'o-7' });
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
    expect(await who(await jwt(own, BUREAU, 'o-2'), register)).toEqual({
      kind: 'nobody',
      faults: ['sub: wrong'],
    });
  });
  it('is nobody once the key has run out, or before it counts', async () => {
    const notInForce = { kind: 'nobody', faults: ['kid: no signing key in force'] };
    expect(await who(await jwt(own), entered(granted({ until: AT })))).toEqual(notInForce);
    const notYet = entered(granted({ from: '2026-12-01T00:00:00+08:00' }));
    expect(await who(await jwt(own), notYet)).toEqual(notInForce);
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
    const dead = { kind: 'nobody', faults: ['token: revoked'] };
    expect(await who('Bearer secret-token', revoked)).toEqual(dead);
    const left = entered([issued, { change: 'officer-retired', department: POLICE, officer: 'o-1' }]);
    expect(await who('Bearer secret-token', left)).toEqual(dead);
  });

  it('is nobody with it once the same id, or the department with all its officers, has come again', async () => {
    const [, , appointed] = changes(POLICE, policeKey);
    const returned = entered([
      issued,
      { change: 'officer-retired', department: POLICE, officer: 'o-1' },
      appointed as RegisterChange,
    ]);
    expect(await who('Bearer secret-token', returned)).toEqual({
      kind: 'nobody',
      faults: ['token: revoked'],
    });
    const addedAgain = entered([
      issued,
      { change: 'department-retired', department: POLICE },
      ...changes(POLICE, generateSigningKey(POLICE)),
    ]);
    expect(await who('Bearer secret-token', addedAgain)).toMatchObject({ kind: 'nobody' });
    expect(await who(await jwt(policeKey, POLICE), addedAgain)).toMatchObject({ kind: 'nobody' });
  });
});

describe('a caller without a token that is known', () => {
  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic eHg6eHg=', `Basic ${OPERATOR}`, `xBearer ${OPERATOR}`])(
    'is nobody: %s',
    async (header) => {
      expect(await who(header)).toEqual({ kind: 'nobody', faults: ['authorization: no bearer token'] });
    },
  );
  it('is nobody with one that nobody was given', async () => {
    expect(await who('Bearer x')).toEqual({ kind: 'nobody', faults: ['token: unknown'] });
  });
  it.each(['Bearer', 'bearer', 'BEARER'])(
    'is the operator with the operator’s, the scheme written %s',
    async (scheme) => {
      expect(await who(`${scheme} ${OPERATOR}`)).toEqual({ kind: 'operator' });
    },
  );
});
