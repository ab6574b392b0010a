// Commitments and envelopes: what fits, what does not, and what a wrong key or a moved envelope gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, sha256 } from '../../../services/proof/canonical.ts';
import { checkDisclosures, commit, conceal, unicodeFaults } from '../../../services/proof/commitment.ts';
import { EnvelopeError, envelopeHash, openEnvelope, sealEnvelope } from '../../../services/proof/envelope.ts';

const values = {
  title: '虚假住院',
  amountFen: '12345678901234567890',
  subjects: [{ name: '某某医院' }],
  source: undefined,
};

describe('commitments', () => {
  const { commitments, disclosures } = conceal(values);

  it('are SHA-256 over [salt, path, value], with a salt of 16 bytes for each value that is there', () => {
    expect(Object.keys(commitments)).toEqual(['/title', '/amountFen', '/subjects/s1']);
    for (const { path, salt, value } of disclosures) {
      expect(Buffer.from(salt, 'base64url')).toHaveLength(16);
      expect(commitments[path]).toBe(sha256(canonical([salt, path, value])));
    }
    expect(conceal(values).commitments['/title']).not.toBe(commitments['/title']);
  });

  it('fit all their disclosures, and a notice may show fewer', () => {
    expect(checkDisclosures({ commitments }, disclosures)).toEqual([]);
    expect(checkDisclosures({ commitments }, disclosures.slice(1))).toEqual(['/title: not disclosed']);
    expect(checkDisclosures({ commitments }, disclosures.slice(1), false)).toEqual([]);
  });

  it('do not fit another value, salt or place; the fault names the place and never the value', () => {
    const [first, ...rest] = disclosures as [(typeof disclosures)[0], ...typeof disclosures];
    const faults = (change: object) => checkDisclosures({ commitments }, [{ ...first, ...change }, ...rest]);
    expect(faults({ value: '别的' })).toEqual(['/title: does not fit its commitment']);
    expect(faults({ salt: 'AAAAAAAAAAAAAAAAAAAAAA' })).toEqual(['/title: does not fit its commitment']);
    expect(faults({ salt: 'AAAA' })).toEqual(['/title: salt shorter than 16 bytes']);
    expect(faults({ path: '/reason' })).toEqual(['/reason: no such commitment', '/title: not disclosed']);
    expect(checkDisclosures({ commitments }, [first, ...disclosures])).toEqual(['/title: disclosed twice']);
    expect(checkDisclosures({ commitments }, [{ ...first, path: '/constructor' }], false)).toEqual([
      '/constructor: no such commitment',
    ]);
  });

  it('refuse texts with a second spelling instead of normalising them', () => {
    const twoSpellings = 'e\u0301';
    const { commitments: c, disclosures: d } = conceal({ title: twoSpellings });
    expect(checkDisclosures({ commitments: c }, d)).toEqual(['/title: not in NFC']);
    expect(unicodeFaults({ a: ['\ud800', { [twoSpellings]: 1 }] })).toEqual([
      '/a/0: lone surrogate',
      '/a/1/(name): not in NFC',
    ]);
    expect(unicodeFaults(['é', '衔接', 1, null, true])).toEqual([]);
  });

  it('hold for any JSON value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), (title, value) => {
        const made = conceal({ title: title.normalize('NFC'), value: JSON.parse(JSON.stringify(value)) });
        const faults = checkDisclosures(made, JSON.parse(JSON.stringify(made.disclosures)));
        expect(faults.filter((fault) => fault.includes('commitment'))).toEqual([]);
      }),
    );
  });
});

describe('an envelope', () => {
  const { disclosures } = conceal(values);
  const key = Buffer.alloc(32, 1);
  const envelope = sealEnvelope(key, 'digest', disclosures);

  it('opens with its key and its command only', () => {
    expect(openEnvelope(key, 'digest', envelope)).toEqual(disclosures);
    expect(() => openEnvelope(Buffer.alloc(32, 2), 'digest', envelope)).toThrow(EnvelopeError);
    expect(() => openEnvelope(key, 'another', envelope)).toThrow(EnvelopeError);
    for (const broken of ['', 'AAAA']) {
      expect(() => openEnvelope(key, 'digest', { ...envelope, ciphertext: broken })).toThrow(EnvelopeError);
      expect(() => openEnvelope(key, 'digest', { ...envelope, nonce: broken })).toThrow(EnvelopeError);
    }
  });

  it('has a hash over nonce and ciphertext, and none when misspelt', () => {
    const joined = Buffer.concat([
      Buffer.from(envelope.nonce, 'base64url'),
      Buffer.from(envelope.ciphertext, 'base64url'),
    ]);
    expect(envelopeHash(envelope)).toBe(sha256(joined));
    expect(envelopeHash({ ...envelope, nonce: `${envelope.nonce}=` })).toBeNull();
    expect(envelopeHash({ nonce: 'AAAA', ciphertext: envelope.ciphertext })).toBeNull();
  });

  it('never repeats itself and holds no plain text', () => {
    expect(sealEnvelope(key, 'digest', disclosures)).not.toEqual(envelope);
    expect(Buffer.from(envelope.ciphertext, 'base64url').includes(Buffer.from('虚假'))).toBe(false);
    expect(commit(disclosures[0] as (typeof disclosures)[0])).toHaveLength(43);
  });
});
