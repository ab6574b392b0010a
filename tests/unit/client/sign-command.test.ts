// Asked → signed: the same question gives the same bytes, and nothing of a party stands open.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclosureFault, SignedCommand } from '../../../schemas/command.ts';
import { signedBytes } from '../../../services/proof/canonical.ts';
import { checkDisclosures } from '../../../services/proof/commitment.ts';
import { verifyBytes } from '../../../services/proof/signature.ts';
import { bureauKey, signedSample } from '../../support/signed-samples.ts';

const texts = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme-ascii' });

describe('a command that a client signs', () => {
  it('verifies, discloses what it commits to, and shows no party value', () => {
    fc.assert(
      fc.property(texts, texts, (summary, name) => {
        const signed = signedSample('c-1', { party: { summary, subjects: { s1: { name } } } });
        expect(SignedCommand.safeParse(signed).success).toBe(true);
        expect(checkDisclosures(signed.command, signed.disclosures)).toEqual([]);
        const bytes = signedBytes(signed.command.format, signed.command);
        expect(verifyBytes(bureauKey.publicKey, bytes, signed.signature.value)).toBe(true);
        expect(Object.keys(signed.command.commitments)).toEqual(['/summary', '/subjects/s1']);
      }),
    );
    const open = JSON.stringify(signedSample('c-1', { party: { summary: '疑似虚假住院' } }).command);
    expect(open).not.toContain('虚假');
  });

  it('is the same command when it is asked for again', () => {
    const ask = () => signedSample('c-1', { party: { summary: '疑似虚假住院' } });
    expect(ask()).toEqual(ask());
  });

  it('commits to the values of one of several steps under its number, as they are committed to alone', () => {
    const values = { summary: '同', subjects: { s1: { name: '同' } }, fields: { dealtWith: true as const } };
    const signed = signedSample('c-1', {
      command: 'record-steps',
      party: { reason: '同', steps: { 1: values, 12: { papers: { 'no-1': { title: '同' } } } } },
    });
    expect(signed.disclosures.map(({ path }) => path).sort()).toEqual([
      '/reason',
      '/steps/1/fields/dealtWith',
      '/steps/1/subjects/s1',
      '/steps/1/summary',
      '/steps/12/papers/no-1/title',
    ]);
    expect(SignedCommand.safeParse(signed).success).toBe(true);
    expect(checkDisclosures(signed.command, signed.disclosures)).toEqual([]);
    expect(signed.disclosures.map(disclosureFault)).toEqual(signed.disclosures.map(() => null));
    const astray = { path: '/steps/2/telephone', salt: 'A'.repeat(22), value: '同' };
    expect([astray, { ...astray, path: '/steps/2/subjects/s1' }].map(disclosureFault)).toEqual([
      'disclosures.0.path: no party field',
      '/steps/2/subjects/s1: does not fit its field',
    ]);
  });

  it('salts each command and each field differently', () => {
    const one = signedSample('c-1', { party: { summary: '同', reason: '同' } });
    const two = signedSample('c-2', { party: { summary: '同', reason: '同' } });
    const commitments = [one, two].flatMap((s) => Object.values(s.command.commitments));
    expect(new Set(commitments).size).toBe(4);
    expect(new Set([one, two].flatMap((s) => s.disclosures.map((d) => d.salt))).size).toBe(4);
  });
});
