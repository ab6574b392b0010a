// Commitments and envelopes: what fits, what does not, and what a wrong key or a moved envelope gives.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Disclosure, disclosureFault, PathPattern } from '../../../schemas/command.ts';
import { Envelope, type EnvelopePart } from '../../../schemas/entry.ts';
import { canonical, sha256 } from '../../../services/proof/canonical.ts';
import { checkDisclosures, commit, conceal } from '../../../services/proof/commitment.ts';
import { byPart, EnvelopeError, envelopeHash, openPart, sealPart } from '../../../services/proof/envelope.ts';

const values = {
  title: '虚假住院',
  amountFen: '12345678901234567890',
  'subjects/s1': { name: '某某医院' },
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
    expect(faults({ salt: `${'A'.repeat(21)}B` })).toEqual(['/title: salt with spare bits']);
    expect(faults({ path: '/reason' })).toEqual(['/reason: no such commitment', '/title: not disclosed']);
    expect(checkDisclosures({ commitments }, [first, ...disclosures])).toEqual(['/title: disclosed twice']);
    expect(checkDisclosures({ commitments }, [{ ...first, path: '/constructor' }], false)).toEqual([
      '/constructor: no such commitment',
    ]);
  });

  it.each([
    ['composed', 'é'],
    ['decomposed (NFD)', 'e\u0301'],
    ['a compatibility ideograph', '\uf9dc'],
    ['a compatibility ideograph beyond the first plane', '\u{2f804}'],
    ['a character of private use', '\ue000某'],
    ['Hangul in parts', '\u1100\u1161'],
  ])('are to the name as it was sent: %s', (_, name) => {
    const { commitments: c, disclosures: d } = conceal({ 'subjects/s1': { name } });
    expect(checkDisclosures({ commitments: c }, JSON.parse(JSON.stringify(d)))).toEqual([]);
    expect(d.map(disclosureFault)).toEqual([null]);
    const normalised = name.normalize('NFC');
    if (normalised === name) return;
    const others = d.map((one) => ({ ...one, value: { name: normalised } }));
    expect(checkDisclosures({ commitments: c }, others)).toEqual([
      '/subjects/s1: does not fit its commitment',
    ]);
  });

  it('are to nothing that JSON cannot say', () => {
    const half = [{ path: '/title', salt: 'A'.repeat(22), value: '\ud800' }];
    expect(checkDisclosures({ commitments: { '/title': 'A'.repeat(43) } }, half)).toEqual([
      '/title: does not fit its commitment',
    ]);
  });

  it('hold for any JSON value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), (title, value) => {
        const made = conceal({ title, value: JSON.parse(JSON.stringify(value)) });
        const faults = checkDisclosures(made, JSON.parse(JSON.stringify(made.disclosures)));
        expect(faults.filter((fault) => fault.includes('commitment'))).toEqual([]);
      }),
    );
  });
});

describe('an envelope', () => {
  const { disclosures } = conceal(values);
  const key = Buffer.alloc(32, 1);
  const sealed = (all: readonly Disclosure[], keyOf: (name: string) => Buffer = () => key): Envelope => ({
    parts: [...byPart(all)].map(([name, some]) => sealPart(name, keyOf(name), 'digest', some)),
  });
  const envelope = sealed(disclosures);
  const [part] = envelope.parts as [EnvelopePart];
  const at = (path: string, value: Disclosure['value'] = '某某'): Disclosure => ({
    path,
    salt: 'A'.repeat(22),
    value,
  });
  const threePersons = [
    at('/title'),
    at('/subjects/s10', '丙某'),
    at('/subjects/s2', '乙某'),
    at('/fields/reason'),
    at('/steps/3/subjects/s2', '乙某某'),
    at('/papers/no-1/title'),
    at('/subjects'),
  ];

  it('opens with its key and its command only', () => {
    const opened = envelope.parts.flatMap((each) => openPart(key, 'digest', each));
    expect(opened).toEqual(disclosures);
    expect(() => openPart(Buffer.alloc(32, 2), 'digest', part)).toThrow(EnvelopeError);
    expect(() => openPart(key, 'another', part)).toThrow(EnvelopeError);
    for (const broken of ['', 'AAAA']) {
      expect(() => openPart(key, 'digest', { ...part, ciphertext: broken })).toThrow(EnvelopeError);
      expect(() => openPart(key, 'digest', { ...part, nonce: broken })).toThrow(EnvelopeError);
    }
  });

  it('has a part for the case and one for each subject, the case’s first, then in the order of their numbers', () => {
    const parts = [...byPart(threePersons)].map(([name, some]) => [name, some.map(({ path }) => path)]);
    expect(parts).toEqual([
      ['case', ['/title', '/fields/reason', '/papers/no-1/title', '/subjects']],
      ['s2', ['/subjects/s2', '/steps/3/subjects/s2']],
      ['s10', ['/subjects/s10']],
    ]);
    expect(Envelope.safeParse(sealed(threePersons)).success).toBe(true);
    expect(sealed([]).parts).toEqual([]);
  });

  it('shows nothing of one person without that person’s key, and everything else as before', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(numbers, fc.nat(5), (persons, erased) => {
        const all = [at('/title'), ...persons.map((n) => at(`/subjects/s${n}`, `名${n}`))];
        const keys = new Map(['case', ...persons.map((n) => `s${n}`)].map((name) => [name, randomBytes(32)]));
        const made = sealed(all, (name) => keys.get(name) as Buffer);
        const gone = `s${persons[erased % persons.length]}`;
        keys.delete(gone);
        const opened = made.parts.flatMap((one) => {
          const own = keys.get(one.key);
          return own ? openPart(own, 'digest', one) : [];
        });
        const paths = (some: readonly Disclosure[]) => some.map(({ path }) => path).toSorted();
        expect(paths(opened)).toEqual(paths(all.filter(({ path }) => path !== `/subjects/${gone}`)));
      }),
      { numRuns: 50 },
    );
  });

  it('does not open a part put in another’s place, though the key be the same', () => {
    const [ofCase, second] = sealed(threePersons).parts as [EnvelopePart, EnvelopePart];
    expect(() => openPart(key, 'digest', { ...second, key: 's1' })).toThrow(EnvelopeError);
    expect(() => openPart(key, 'digest', { ...second, key: 'case' })).toThrow(EnvelopeError);
    expect(() => openPart(key, 'digest', { ...ofCase, key: 's2' })).toThrow(EnvelopeError);
  });

  it('has a hash over its context line and all its parts: none can be changed, taken out, renamed or moved', () => {
    const made = sealed(threePersons);
    expect(envelopeHash(made)).toBe(sha256(`xianjie.envelope.v1\n${canonical(made.parts)}`));
    const [ofCase, second, third] = made.parts as [EnvelopePart, EnvelopePart, EnvelopePart];
    const others = [
      [ofCase, second],
      [second, third],
      [ofCase, third, second],
      [ofCase, { ...second, key: 's3' }, third],
      [{ ...ofCase, nonce: third.nonce }, second, third],
      [ofCase, { ...second, ciphertext: `${second.ciphertext}A` }, third],
    ];
    for (const parts of others) expect(envelopeHash({ parts })).not.toBe(envelopeHash(made));
  });

  it('is none with parts out of order, one twice, no part, or what is no ciphertext', () => {
    const [ofCase, second, third] = sealed(threePersons).parts as [EnvelopePart, EnvelopePart, EnvelopePart];
    const fits = (...parts: object[]) => Envelope.safeParse({ parts }).success;
    expect(fits(ofCase, second, third)).toBe(true);
    expect(fits(second, third)).toBe(true);
    for (const wrong of [
      [],
      [second, ofCase],
      [third, second],
      [second, second],
      [ofCase, ofCase],
      [{ ...second, key: 's0' }],
      [{ ...second, key: 'p1' }],
      [{ ...second, nonce: 'AAAA' }],
      [{ ...second, ciphertext: `${second.ciphertext}=` }],
      [{ ...second, note: 1 }],
    ])
      expect(fits(...wrong)).toBe(false);
  });

  it('never repeats itself and holds no plain text', () => {
    expect(sealed(disclosures)).not.toEqual(envelope);
    expect(Buffer.from(part.ciphertext, 'base64url').includes(Buffer.from('虚假'))).toBe(false);
    expect(commit(disclosures[0] as (typeof disclosures)[0])).toHaveLength(43);
  });
});

describe('the path of a value', () => {
  it.each([
    '/title',
    '/amountFen',
    '/fields/reason',
    '/subjects/s1',
    '/subjects/s200',
    '/papers/no-1/title',
    '/papers/2026.3_a/title',
    '/steps/1/title',
    '/steps/20/fields/reason',
    '/steps/2/subjects/s3',
    '/steps/2/papers/no-1/title',
    '/shows/p2',
  ])('may be %s', (path) => {
    expect(PathPattern.test(path)).toBe(true);
  });
  it.each([
    'title',
    '/',
    '/a-b',
    '/fields/Reason',
    '/fields/',
    `/fields/a${'b'.repeat(40)}`,
    '/subjects/s0',
    '/subjects/1',
    '/subjects/s1/name',
    '/papers/no-1',
    '/papers/-1/title',
    '/papers/a/b/title',
    `/papers/${'a'.repeat(81)}/title`,
    '/steps/0/title',
    '/steps/21/title',
    '/steps/2//title',
    '/steps/2/steps/3/title',
    '/steps/2/shows/p1',
    '/shows/2',
    '/title\n',
  ])('is never %j', (path) => {
    expect(PathPattern.test(path)).toBe(false);
  });
});
