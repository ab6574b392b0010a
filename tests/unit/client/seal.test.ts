// A reporter's identity: only the department it is sealed for reads it, and no front door takes one that is not sealed.
import { describe, expect, it } from 'vitest';
import { AskedCommand } from '../../../schemas/asked-command.ts';
import type { SignedCommand } from '../../../schemas/command.ts';
import { signedCommandOf } from '../../../services/doors/front-door.ts';
import { generateSealingKey, openSealed, sealFor } from '../../../services/proof/seal.ts';
import { signedSample } from '../../support/signed-samples.ts';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const asked = (reporter: string) => ({ commandId: 'c-1', command: 'send-clue', sealed: { reporter } });

describe('a sealed reporter', () => {
  it('is read by the department it is for, and by nobody else', async () => {
    const [ours, theirs] = [generateSealingKey(), generateSealingKey()];
    const sealed = await sealFor(ours.publicKey, '举报人王五');
    expect(await openSealed(ours.privateKey, sealed)).toBe('举报人王五');
    await expect(openSealed(theirs.privateKey, sealed)).rejects.toThrow();
    await expect(openSealed(ours.privateKey, `${sealed.slice(0, -4)}AAAA`)).rejects.toThrow();
  });

  it('passes the front doors sealed, and not otherwise', async () => {
    const sealed = await sealFor(generateSealingKey().publicKey, '举报人王五');
    const signed = signedSample('c-1', { sealed: { reporter: sealed } });
    expect(signedCommandOf(bytesOf(signed))).toEqual(signed);
    expect(AskedCommand.safeParse(asked(sealed)).success).toBe(true);
    expect(AskedCommand.safeParse(asked('举报人王五')).success).toBe(false);
    const named = signedSample('c-1', { sealed: { reporter: '举报人王五' } });
    expect(() => signedCommandOf(bytesOf(named))).toThrow(
      'SCHEMA_MISMATCH: /reporter: does not fit its field',
    );
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
    // A field nobody knows has a name that the sender made up: that is not quoted either.
    const place = why === 'no party field' ? '(path)' : path;
    expect(() => signedCommandOf(bytesOf(withDisclosure(path, value)))).toThrow(`${place}: ${why}`);
  });
});
