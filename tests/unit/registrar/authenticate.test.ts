// Whom the registrar believes: the right key, at the right time, for the right officer, and what it writes down of a session.
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../../schemas/command.ts';
import type { Instant } from '../../../schemas/instant.ts';
import type { RegisterChange } from '../../../schemas/register.ts';
import { authenticate, type Origin } from '../../../services/bus/registrar/authenticate.ts';
import { signedBytes } from '../../../services/proof/canonical.ts';
import { saltSecretOf } from '../../../services/proof/conceal-fields.ts';
import { signCommand } from '../../../services/proof/sign-command.ts';
import { generateSigningKey, type SigningKey } from '../../../services/proof/signature.ts';
import { changed, registerWith } from '../../support/case-driver.ts';
import { AT, BUREAU, POLICE } from '../../support/signed-samples.ts';

const department = generateSigningKey(BUREAU);
const own = generateSigningKey(`${BUREAU}/o-1`);
const gateway = generateSigningKey('gateway');
const FROM = '2026-03-01T00:00:00+08:00';
const UNTIL = '2026-04-01T00:00:00+08:00';

const grant = (
  { id, publicKey }: SigningKey,
  holder: { department: string; officer?: string } | { service: string },
): RegisterChange => ({
  change: 'key-granted',
  key: id,
  holder,
  use: 'sign',
  suite: 'Ed25519',
  publicKey,
  from: FROM,
  until: UNTIL,
});
const register = changed(registerWith([BUREAU, POLICE]), '653023', [
  grant(department, { department: BUREAU }),
  grant(own, { department: BUREAU, officer: 'o-1' }),
  grant(gateway, { service: 'gateway' }),
]);

const signed = (signing: SigningKey, officer = 'o-1', summary?: string): SignedCommand =>
  signCommand(
    {
      commandId: 'c-1',
      command: 'send-clue',
      body: { to: [POLICE], fields: { topic: 'fraud' } },
      ...(summary === undefined ? {} : { party: { summary } }),
    },
    { department: BUREAU, officer },
    { signing, saltSecret: saltSecretOf(signing) },
    FROM,
  );
const answer = async (
  command: SignedCommand,
  at: Instant = AT,
  origin: Origin = { department: BUREAU },
  on = register,
) => {
  const bytes = signedBytes(command.command.format, command.command);
  const found = await authenticate(on, command, bytes, origin, at);
  return found.ok ? found.attestation : found.refusal.code;
};

describe('a key', () => {
  it('vouches from its first instant until before its last', async () => {
    expect(await answer(signed(department), '2026-02-28T23:59:59.999+08:00')).toBe('UNKNOWN_KEY');
    expect(await answer(signed(department), FROM)).toMatchObject({ by: 'department-key' });
    expect(await answer(signed(department), '2026-03-31T23:59:59.999+08:00')).toMatchObject({
      by: 'department-key',
    });
    expect(await answer(signed(department), UNTIL)).toBe('UNKNOWN_KEY');
  });

  it('that was revoked vouches for nothing', async () => {
    const revoked = changed(register, '653023', [
      { change: 'key-revoked', key: department.id, reason: '遗失' },
    ]);
    expect(await answer(signed(department), AT, { department: BUREAU }, revoked)).toBe('UNKNOWN_KEY');
  });

  it('of the department vouches for each of its officers, an officer’s own for that officer', async () => {
    expect(await answer(signed(department, 'o-2'))).toMatchObject({ by: 'department-key' });
    expect(await answer(signed(own, 'o-1'))).toMatchObject({ by: 'department-key' });
    expect(await answer(signed(own, 'o-2'))).toBe('ACTOR_MISMATCH');
  });
});

describe('a value', () => {
  it('that a reader could not take is refused whatever door it came by, by the path of its field', async () => {
    expect(await answer(signed(department, 'o-1', '第一行\n\t第二行 e\u0301'))).toMatchObject({
      by: 'department-key',
    });
    for (const bad of ['\u0000', '\u001b[2K', '\r\n', '\u202e']) {
      const { command, signature, disclosures } = signed(department, 'o-1', `正常${bad}`);
      const bytes = signedBytes(command.format, command);
      const found = await authenticate(
        register,
        { command, signature, disclosures },
        bytes,
        { department: BUREAU },
        AT,
      );
      expect(found).toMatchObject({
        ok: false,
        refusal: { code: 'SCHEMA_MISMATCH', details: [expect.stringMatching(/^\/summary: 含控制字符/)] },
      });
    }
  });
});

describe('a session', () => {
  const session = { department: BUREAU, officer: 'o-1', token: 't-1', at: AT };

  it('is written down as it was: which token, when, and how it began', async () => {
    expect(await answer(signed(gateway), AT, { ...session, method: 'token' })).toMatchObject({
      by: 'gateway-session',
      session: { token: 't-1', at: AT, method: 'token' },
    });
    const jwt = { ...session, token: `jwt:${'A'.repeat(22)}`, method: 'jwt' as const };
    expect(await answer(signed(gateway), AT, jwt)).toMatchObject({ session: { method: 'jwt' } });
  });

  it('is one officer’s', async () => {
    expect(await answer(signed(gateway, 'o-2'), AT, { ...session, method: 'token' })).toBe('ACTOR_MISMATCH');
    expect(await answer(signed(gateway))).toBe('ACTOR_MISMATCH');
  });
});
